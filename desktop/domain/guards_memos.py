"""Guards about reminders and messages."""

from collections.abc import Callable

from desktop.domain.acts import Refusal
from desktop.domain.memos import MemoKind, MemoState
from desktop.domain.view import View


def memo_fits(view: View) -> Refusal | None:
    """What is done to a memo is done to one of its kind: a message is read, a reminder put off or done."""
    for step in view.of("memo"):
        if step.after["kind"] != MemoKind.REMINDER:
            return Refusal("memo_fits", "memo", step.change.row)
    for step in view.of("memo_read"):
        row = str(step.after["memo"])
        if (view.after.get("memo", row) or {}).get("kind") != MemoKind.MESSAGE:
            return Refusal("memo_fits", "memo", row)
    return None


def reminder_open(view: View) -> Refusal | None:
    """The reminder was not done yet."""
    for step in view.of("memo"):
        before = step.before or {}
        if before["state"] != MemoState.OPEN:
            ended = before.get("state_act")
            act = None if ended is None else str(ended)
            return Refusal("reminder_open", "memo", step.change.row, act=act)
    return None


MEMO_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (memo_fits, reminder_open)
