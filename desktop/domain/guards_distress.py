"""Guards about crews in distress."""

from collections.abc import Callable

from desktop.domain.acts import Op, Refusal
from desktop.domain.distress import DistressState
from desktop.domain.view import View


def one_distress(view: View) -> Refusal | None:
    """The unit is not in distress already: one alarm is taken, not two."""
    for step in view.of("distress", Op.INSERT):
        found = view.after.find("distress", "unit", step.after["unit"], DistressState.OPEN)
        for other, row in sorted(found.items()):
            if other != step.change.row:
                return Refusal("one_distress", "distress", step.change.row, act=str(row["state_act"]))
    return None


def distress_open(view: View) -> Refusal | None:
    """The distress had not ended."""
    for step in view.of("distress", Op.UPDATE):
        before = step.before or {}
        if before["state"] != DistressState.OPEN:
            return Refusal("distress_open", "distress", step.change.row, act=str(before["state_act"]))
    return None


DISTRESS_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (one_distress, distress_open)
