"""The desk: who works at it, on which database, and how an intention becomes an act."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from desktop.domain.acts import Act, Change, Op, Refusal, Result, Source
from desktop.domain.records import Record, Value, table_of
from desktop.domain.registry import KINDS
from desktop.operations.unanswered import Unanswered
from desktop.store.problems import StoreError
from desktop.store.store import Store
from desktop.store.submit_sqlite import Author

__all__ = [
    "Author",
    "Desk",
    "Done",
    "Outcome",
    "Refusal",
    "StoreError",
    "advanced",
    "change",
    "made",
    "new_row",
]

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Done:
    """An intention carried out.

    `row`: the id of what it made, where it made something. `said`: the words that were told, where some were.
    """

    act: Act
    result: Result
    row: str = ""
    said: str = ""


Outcome = Done | Refusal
"""What comes of an intention. Troubles of the database come as `StoreError` instead."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An operator at a database. `occurred_at` and `source` are claimed for every act while they are set."""

    store: Store
    author: Author
    new_id: Callable[[], str]
    occurred_at: datetime | None = None
    claimed_by: str | None = None
    source: Source = Source.TYPED
    unanswered: Unanswered = field(default_factory=Unanswered, compare=False)

    def claiming(
        self, occurred_at: datetime | None, source: Source = Source.TYPED, claimed_by: str | None = None
    ) -> "Desk":
        """The same desk, for something that happened at another moment or was done by another."""
        return replace(self, occurred_at=occurred_at, source=source, claimed_by=claimed_by)

    async def act(
        self, kind: str, changes: Sequence[Change], note: str | None = None, row: str = ""
    ) -> Outcome:
        """Write an act of that kind; an empty note is none.

        Once more after an answer was lost, it is the same act: the database may have it.
        """
        act = Act(
            id=self.new_id(),
            kind=kind,
            changes=tuple(changes),
            note=(note or "").strip() or None,
            occurred_at=self.occurred_at,
            claimed_by=self.claimed_by,
            source=self.source,
        )
        act, row = self.unanswered.same(act, row)
        try:
            answer = await self.store.submit(act, self.author)
        except StoreError as error:
            if error.code == "unreachable":
                self.unanswered.remember(act)
            raise
        self.unanswered.forget(act)
        return answer if isinstance(answer, Refusal) else Done(act, answer, row)


def new_row(table: str, row: str, **values: Value) -> Change:
    """A change that makes a row; values of None are left to the table's defaults."""
    given = {name: value for name, value in values.items() if value is not None}
    return Change(table, Op.INSERT, row, given)


def change(kind: str, seen: Record, **values: Value) -> Change:
    """A change to a record as the operator saw it: its groups' acts become the base."""
    table = table_of(type(seen))
    allowed = KINDS[kind].allowed(table.name, Op.UPDATE)
    if allowed is None:
        raise ValueError(f"{kind} does not change {table.name}")
    base = {group: seen.acts.get(group) for group in allowed.groups(set(values))}
    return Change(table.name, Op.UPDATE, seen.id, values, base)


def advanced(seen: R, done: Done) -> R:
    """The record as it is after an act of one's own, before the board says so: for the next base.

    What the database writes as the author's name is left to the board.
    """
    table = table_of(type(seen))
    kind = KINDS[done.act.kind]
    for one in done.act.changes:
        allowed = kind.allowed(one.table, one.op)
        if one.table != table.name or one.row != seen.id or allowed is None:
            continue
        acts = {**seen.acts, **dict.fromkeys(allowed.groups(set(one.values)), done.act.id)}
        first = {name for name in allowed.stamps if name.endswith("_first") and getattr(seen, name)}
        values = {**one.values, **allowed.fixed, **dict.fromkeys(set(allowed.stamps) - first, _moment(done))}
        seen = replace(seen, acts=acts, last_act=done.act.id, **values)  # type: ignore[arg-type]  # - columns of the same table
    return seen


def made(cls: type[R], done: Done, row: str) -> R:
    """A record that an act of one's own made, before the board says so. KeyError when it made none."""
    table = table_of(cls)
    kind = KINDS[done.act.kind]
    for one in done.act.changes:
        allowed = kind.allowed(one.table, one.op)
        if one.table == table.name and one.row == row and one.op is Op.INSERT and allowed is not None:
            values = {**one.values, **allowed.fixed, **dict.fromkeys(allowed.stamps, _moment(done))}
            acts: dict[str, str | None] = dict.fromkeys(table.groups, done.act.id)
            return cls(id=row, last_act=done.act.id, acts=acts, **values)
    raise KeyError(row)


def _moment(done: Done) -> datetime:
    return done.act.occurred_at or done.result.recorded_at
