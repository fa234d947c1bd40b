"""Reminders, and messages between desks: set, put off, done; sent and read."""

from datetime import datetime

from desktop.domain.memos import MemoEntry
from desktop.domain.records import Value
from desktop.operations.desk import Desk, Outcome, change, new_row


async def remind(
    desk: Desk, text: str, due_at: datetime, incident: str | None = None, recipient: str | None = None
) -> Outcome:
    """Set a reminder, due at a moment (aware), about an incident or none.

    `recipient`: the login of whom it is for, None for all desks. The reminder's id is the outcome's `row`.
    """
    return await _leave(desk, "reminder.set", text, incident=incident, recipient=recipient, due_at=due_at)


async def put_off(desk: Desk, seen: MemoEntry, due_at: datetime) -> Outcome:
    """Let a reminder become due at another moment (aware); one that was done is to be done again."""
    kind = "reminder.put_off"
    return await desk.act(kind, [change(kind, seen.memo, due_at=due_at)])


async def finish(desk: Desk, seen: MemoEntry, note: str | None = None) -> Outcome:
    """Say that what a reminder is about was done."""
    return await desk.act("reminder.done", [change("reminder.done", seen.memo)], note)


async def send_message(
    desk: Desk, text: str, recipient: str | None = None, incident: str | None = None
) -> Outcome:
    """Send a message to an operator by login, or without one to all. Its id is the outcome's `row`."""
    return await _leave(desk, "message.sent", text, incident=incident, recipient=recipient)


async def read_message(desk: Desk, seen: MemoEntry) -> Outcome:
    """Say that this operator read a message."""
    return await desk.act("message.read", [new_row("memo_read", desk.new_id(), memo=seen.id)])


async def _leave(desk: Desk, kind: str, text: str, **values: Value) -> Outcome:
    memo = desk.new_id()
    changes = [new_row("memo", memo, **values), new_row("memo_private", memo, text=text.strip())]
    return await desk.act(kind, changes, row=memo)
