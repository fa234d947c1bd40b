"""Memos: what one operator leaves for desks, said at once (a message) or due at a time (a reminder)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.records import Record, col, record


class MemoKind(StrEnum):
    """Whether a memo is said at once or becomes due."""

    MESSAGE = "message"
    REMINDER = "reminder"


class MemoState(StrEnum):
    """Whether something is still to be done: a message is only sent."""

    SENT = "sent"
    OPEN = "open"
    DONE = "done"


SHOWN_FOR = timedelta(hours=12)
"""How long before the city's midnight the messages on the board may have been sent (ours: one shift)."""

OWN_ONLY_FOR = timedelta(minutes=5)
"""How long after it became due an operator's own reminder is his alone; then all desks are reminded, for he
may have left (our choice)."""

NEAR = timedelta(minutes=1)
"""How long before it becomes due a reminder is announced (our choice)."""


@record("memo")
@dataclass(frozen=True, kw_only=True)
class Memo(Record):
    """A message or a reminder. What it says may tell of a person and is in its personal row.

    `recipient`: the login of whom it is for; None for all desks. Times are aware, in UTC.
    """

    kind: MemoKind = col(default=MemoKind.REMINDER, choices=MemoKind)
    incident: str | None = col(ref="incident", subject=True, uuid=True)
    recipient: str | None = col(limit=64)
    made_at: datetime | None = col()
    made_by: str | None = col()
    due_at: datetime | None = col("due")
    state: MemoState = col("state", default=MemoState.OPEN, choices=MemoState)
    ended_at: datetime | None = col("state")
    ended_by: str | None = col("state")

    def is_due(self, now: datetime) -> bool:
        """Whether a reminder that is not done is due at `now` (aware)."""
        return self.state is MemoState.OPEN and self.due_at is not None and self.due_at <= now

    def is_for(self, login: str, now: datetime) -> bool:
        """Whether it is an operator's concern at `now` (aware): his own, for all, or left over for long."""
        if self.recipient in (None, login):
            return True
        return self.is_due(now - OWN_ONLY_FOR)


@record("memo_private", personal=True)
@dataclass(frozen=True, kw_only=True)
class MemoPrivate(Record):
    """What a memo says: shares the memo's id."""

    text: str | None = col("text", limit=500)
    erased_at: datetime | None = col("erasure")


@record("memo_read")
@dataclass(frozen=True, kw_only=True)
class MemoRead(Record):
    """That an operator read a message."""

    memo: str = col(default="", ref="memo", subject=True, uuid=True)
    operator: str | None = col()
    read_at: datetime | None = col()


@dataclass(frozen=True, slots=True)
class MemoEntry:
    """A memo with what it says, and who read it."""

    memo: Memo
    private: MemoPrivate
    reads: tuple[MemoRead, ...] = ()

    @property
    def id(self) -> str:
        """The memo's id."""
        return self.memo.id

    @property
    def text(self) -> str:
        """What it says; empty for who may not read it, and once it was erased."""
        return self.private.text or ""

    def waits_for(self, login: str) -> bool:
        """Whether it is a message that this operator has yet to read."""
        memo = self.memo
        return (
            memo.kind is MemoKind.MESSAGE
            and memo.made_by != login
            and memo.recipient in (None, login)
            and all(one.operator != login for one in self.reads)
        )


def reminders_of(entries: Iterable[MemoEntry], login: str, now: datetime) -> tuple[MemoEntry, ...]:
    """The reminders not done that concern an operator at `now` (aware), the one due first before the rest."""
    found = (
        one
        for one in entries
        if one.memo.kind is MemoKind.REMINDER
        and one.memo.state is MemoState.OPEN
        and one.memo.is_for(login, now)
    )
    return tuple(sorted(found, key=lambda one: (one.memo.due_at or now, one.id)))


def due_of(entries: Iterable[MemoEntry], login: str, now: datetime) -> tuple[MemoEntry, ...]:
    """Of these reminders those that are due at `now` (aware)."""
    return tuple(one for one in reminders_of(entries, login, now) if one.memo.is_due(now))


def unread_of(entries: Iterable[MemoEntry], login: str) -> tuple[MemoEntry, ...]:
    """The messages that an operator has yet to read, the oldest first."""
    return tuple(sorted((one for one in entries if one.waits_for(login)), key=lambda one: one.id))


def messages_of(entries: Iterable[MemoEntry], login: str) -> tuple[MemoEntry, ...]:
    """The messages to an operator, to all and from him, the newest first."""
    found = (
        one
        for one in entries
        if one.memo.kind is MemoKind.MESSAGE
        and (one.memo.recipient in (None, login) or one.memo.made_by == login)
    )
    return tuple(sorted(found, key=lambda one: one.id, reverse=True))
