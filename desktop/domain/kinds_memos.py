"""Kinds of act about reminders and about messages between desks."""

from desktop.domain.kinds import ActKind, NoteRule, insert, update
from desktop.domain.kinds_calls import TAKERS
from desktop.domain.memos import MemoKind, MemoState

MEMO_KINDS = (
    ActKind(
        "reminder.set",
        TAKERS,
        (
            insert(
                "memo",
                *("incident", "recipient", "due_at!"),
                fixed={"kind": MemoKind.REMINDER, "state": MemoState.OPEN},
                stamps=("made_at",),
                authored=("made_by",),
                at_least=1,
            ),
            insert("memo_private", "text!", at_least=1),
        ),
        guards=("side_rows",),
    ),
    ActKind(
        "reminder.put_off",
        TAKERS,
        (
            update(
                "memo",
                "due_at!",
                fixed={"state": MemoState.OPEN, "ended_at": None, "ended_by": None},
                at_least=1,
            ),
        ),
        guards=("memo_fits",),
    ),
    ActKind(
        "reminder.done",
        TAKERS,
        (
            update(
                "memo",
                fixed={"state": MemoState.DONE},
                stamps=("ended_at",),
                authored=("ended_by",),
                at_least=1,
            ),
        ),
        guards=("memo_fits", "reminder_open"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "message.sent",
        TAKERS,
        (
            insert(
                "memo",
                *("incident", "recipient"),
                fixed={"kind": MemoKind.MESSAGE, "state": MemoState.SENT},
                stamps=("made_at",),
                authored=("made_by",),
                at_least=1,
            ),
            insert("memo_private", "text!", at_least=1),
        ),
        guards=("side_rows",),
    ),
    ActKind(
        "message.read",
        TAKERS,
        (insert("memo_read", "memo!", stamps=("read_at",), authored=("operator",), at_least=1),),
        guards=("memo_fits",),
    ),
)
