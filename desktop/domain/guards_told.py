"""The guard about who was told."""

from collections.abc import Callable

from desktop.domain.acts import Refusal
from desktop.domain.guards_warnings import HAPPENED
from desktop.domain.view import View


def told_whom(view: View) -> Refusal | None:
    """Each was told as one unit's assignment or one agency's referral, and of the incident of that one.

    Where it was told without the desk, the unit may be at work on another incident since.
    """
    for step in view.of("told"):
        row = step.after
        whom = [(table, str(row[table])) for table in ("assignment", "referral") if row[table] is not None]
        if len(whom) != 1:
            return Refusal("told_whom", "told", step.change.row)
        found = view.after.get(*whom[0]) or {}
        if view.act.source not in HAPPENED and found.get("incident") != row["incident"]:
            return Refusal("told_whom", "told", step.change.row)
    return None


TOLD_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (told_whom,)
