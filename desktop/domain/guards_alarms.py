"""The guard about what is answered to alarms."""

from collections.abc import Callable

from desktop.domain.acts import Op, Refusal
from desktop.domain.alarm_answers import answer_id
from desktop.domain.view import View


def alarm_named(view: View) -> Refusal | None:
    """An answer lies under the name of its alarm, and is about an incident or a unit."""
    for step in view.of("alarm_answer", Op.INSERT):
        row = step.after
        named = step.change.row == answer_id(str(row["kind"]), str(row["about"]))
        if not named or (row["incident"] is None and row["unit"] is None):
            return Refusal("alarm_named", "alarm_answer", step.change.row)
    return None


ALARM_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (alarm_named,)
