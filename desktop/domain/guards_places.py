"""Guards about places that operators keep."""

from collections.abc import Callable

from desktop.domain.acts import BLANKS, Op, Refusal
from desktop.domain.view import View


def kept_place_named(view: View) -> Refusal | None:
    """A place that is kept has a name."""
    for step in view.of("kept_place"):
        if not str(step.after["name"]).strip(BLANKS):
            return Refusal("kept_place_named", "kept_place", step.change.row, "name")
    return None


def kept_place_stands(view: View) -> Refusal | None:
    """What is changed or withdrawn was not withdrawn before."""
    for step in view.of("kept_place", Op.UPDATE):
        before = step.before or {}
        if before["withdrawn_at"] is not None:
            act = before["withdrawal_act"]
            return Refusal(
                "kept_place_stands", "kept_place", step.change.row, act=None if act is None else str(act)
            )
    return None


def place_corrected_once(view: View) -> Refusal | None:
    """Of one place there is one correction at a time; it is changed, or withdrawn first."""
    for step in view.of("kept_place", Op.INSERT):
        found = view.after.find("kept_place", "instead_of", step.after["instead_of"])
        for row, other in sorted(found.items()):
            if row != step.change.row and other["withdrawn_at"] is None:
                act = other["last_act"]
                return Refusal("place_corrected_once", "kept_place", step.change.row, act=str(act))
    return None


PLACE_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (
    kept_place_named,
    kept_place_stands,
    place_corrected_once,
)
