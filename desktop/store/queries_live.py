"""What a desk's board asks for again and again, as objects: a store may know a shorter way to the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from desktop.domain.board import Marks, News, Reference, Snapshot
from desktop.domain.clock import TrainingClock
from desktop.store.queries import read_clock, read_reference
from desktop.store.queries_board import read_marks, read_news_of, read_rows_named, read_snapshot


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole board, with all that is shown beside it."""

    snapshot: Snapshot
    reference: Reference
    clock: TrainingClock | None


@dataclass(frozen=True, slots=True)
class WholeBoard:
    """The board now. `since`: the city's midnight, in UTC."""

    since: datetime

    def __call__(self, connection: Connection) -> Whole:
        """Read it."""
        return Whole(
            read_snapshot(connection, self.since), read_reference(connection), read_clock(connection)
        )


@dataclass(frozen=True, slots=True)
class NewsOf:
    """What these acts changed on the board, as it is now; ids that are no act's are passed over."""

    acts: tuple[str, ...]
    since: datetime

    def __call__(self, connection: Connection) -> News:
        """Read it."""
        return read_news_of(connection, self.acts, self.since)


@dataclass(frozen=True, slots=True)
class OtherMarks:
    """By which marks the board is otherwise than somebody has it: those that are there now, None for what
    left the board. Nothing when all are the same.
    """

    have: Marks
    since: datetime

    def __call__(self, connection: Connection) -> Mapping[tuple[str, str], str | None]:
        """Read it."""
        return differing(self.have, read_marks(connection, self.since))


@dataclass(frozen=True, slots=True)
class RowsNamed:
    """These rows of the board as they are now: those of them that are not there left it."""

    rows: frozenset[tuple[str, str]]
    since: datetime

    def __call__(self, connection: Connection) -> News:
        """Read it."""
        return read_rows_named(connection, self.rows, self.since)


def differing(have: Marks, now: Marks) -> Mapping[tuple[str, str], str | None]:
    """What is now otherwise than somebody has it."""
    return {mark: now.get(mark) for mark in now.keys() | have.keys() if now.get(mark) != have.get(mark)}
