"""Reminders that are due, as alarms: they end when what they are about is done or put off."""

from collections.abc import Iterator
from datetime import timedelta

from desktop.domain.alarm_clocks import Shown
from desktop.domain.alarm_dues import Due, Stage
from desktop.domain.board import case_of
from desktop.domain.memos import OWN_ONLY_FOR, MemoState
from desktop.domain.reference import Priority

REMINDER = "reminder"
OVERDUE = timedelta(minutes=5)
"""How long a reminder only warns after it became due (ours)."""


def reminders(shown: Shown) -> Iterator[Due]:
    """A reminder for all desks from when it is due; an operator's own once he left it lying.

    One about an incident is as urgent as that, unless that is closed; any other waits behind P2.
    """
    for entry in shown.memos.values():
        memo = entry.memo
        if memo.state is not MemoState.OPEN or memo.due_at is None:
            continue
        case = case_of(shown.cases, memo.incident)
        overdue = memo.due_at + (OVERDUE if memo.recipient is None else OWN_ONLY_FOR)
        warns = ((memo.due_at, Stage.WARNING),) if memo.recipient is None else ()
        yield Due(
            REMINDER,
            entry.id,
            memo.due_at,
            (*warns, (overdue, Stage.ALARM)),
            priority=case.incident.priority if case is not None and case.incident.is_open else Priority.P3,
            incident=case.id if case is not None else memo.incident,
            text=entry.text,
        )
