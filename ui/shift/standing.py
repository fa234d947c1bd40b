"""How things stand at a desk now, for the page that is handed over."""

from collections.abc import Sequence
from datetime import datetime

from desktop.domain.board import case_of
from desktop.domain.calling_back import lost_calls
from desktop.domain.handover import Remaining, Standing
from desktop.domain.memos import MemoEntry, reminders_of
from desktop.domain.shifts import Shift, shift_now
from ui.session import Session

Numbers = Sequence[tuple[str | None, datetime | None]]


def standing_of(session: Session, blocked: Numbers) -> Standing:
    """What the board shows now, with the numbers that are blocked and until when."""
    board = session.board
    lost = lost_calls(board.lost.values())
    login, now = session.desk.author.login, session.clock.now()
    return Standing(
        cases=tuple(board.cases.values()),
        units=tuple(board.units.values()),
        running=board.running_assignment,
        reference=board.reference,
        number=session.number,
        blocked=blocked,
        lost=[(entry.private.number, entry.call.answered_at) for entry in lost],
        calls=len(board.calls),
        reminders=[_remaining(session, one) for one in reminders_of(board.memos.values(), login, now)],
    )


def _remaining(session: Session, entry: MemoEntry) -> Remaining:
    """A reminder; what one about a restricted incident says stays with those who may read that."""
    case = case_of(session.board.cases, entry.memo.incident)
    hidden = entry.memo.incident is not None and (case is None or case.incident.restricted)
    return Remaining(
        "" if hidden else entry.text,
        entry.memo.due_at or session.clock.now(),
        session.number(case) if case is not None else "",
    )


def running_shift(session: Session) -> Shift | None:
    """The shift that runs now."""
    shifts = session.reference.shifts.values()
    return shift_now(shifts, session.clock.now(), session.clock.zone)
