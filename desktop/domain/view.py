"""What a guard may look at: the act, the state before and the state after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.acts import Act, Change, Op
from desktop.domain.records import Row
from desktop.domain.reference import Role
from desktop.domain.rows import Overlay, Rows


@dataclass(frozen=True, slots=True)
class Step:
    """One change taken: the row before (None for inserts) and after, what was written and replaced."""

    change: Change
    written: frozenset[str]
    before: Row | None
    after: Row
    replaced: Row


def is_open(incident: Row) -> bool:
    """Whether an incident is neither closed nor merged into another."""
    return incident["closed_at"] is None and incident["merged_into"] is None


@dataclass(frozen=True, slots=True)
class View:
    """The whole of an act about to be accepted."""

    rows: Rows
    after: Overlay
    act: Act
    author: str
    """The login that submits it."""
    roles: frozenset[Role]
    training: bool
    now: datetime
    steps: tuple[Step, ...]
    subjects: tuple[tuple[str, str], ...]

    def of(self, table: str, op: Op | None = None) -> Iterator[Step]:
        """The steps that wrote that table."""
        return (s for s in self.steps if s.change.table == table and op in (None, s.change.op))

    def incidents(self) -> Iterator[tuple[str, Row]]:
        """The incidents that the act is about, as they would be after it, by id."""
        for table, row in self.subjects:
            found = self.after.get(table, row) if table == "incident" else None
            if found is not None:
                yield row, found
