"""Keys by which the list is sorted. No two rows have equal keys."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import total_ordering
from typing import Any

from desktop.domain.phase import Phase
from ui.incidents.columns import Column
from ui.incidents.rows import CaseRow

Key = tuple[Any, ...]

_PHASES = {phase: rank for rank, phase in enumerate(Phase)}


@total_ordering
@dataclass(frozen=True, slots=True)
class _Backwards:
    part: Any

    def __lt__(self, other: "_Backwards") -> bool:
        return bool(other.part < self.part)


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column the list is sorted, and whether backwards; without one by urgency."""

    column: Column | None = None
    backwards: bool = False
    grouped: bool = False
    """By danger, in groups of place and category; then there is no column."""

    def pressed(self, column: Column) -> "Sorting":
        """The sorting after a column's key: pressed again it reverses."""
        return Sorting(column, backwards=column is self.column and not self.backwards)

    @property
    def key(self) -> Callable[[CaseRow], Key]:
        """Gives a row's key. Rows that are equal in the column stand by urgency among themselves."""
        if self.column is None:
            return lambda row: row.urgency
        part = _PARTS[self.column]
        if self.backwards:
            return lambda row: (_Backwards(part(row)), row.urgency)
        return lambda row: (part(row), row.urgency)


def _place(row: CaseRow) -> Any:
    """By kelurahan, then street: what lies together stands together; without a place at the end."""
    return (not row.area and not row.street, row.area.casefold(), row.street.casefold())


_PARTS: dict[Column, Callable[[CaseRow], Any]] = {
    Column.NUMBER: lambda row: row.serial,
    Column.CATEGORY: lambda row: row.category.casefold(),
    Column.PLACE: _place,
    Column.AGE: lambda row: row.urgency[3],
    Column.PHASE: lambda row: _PHASES[row.phase],
    Column.WORK: lambda row: (not row.work, tuple(item.casefold() for item in row.work)),
    Column.HOLDER: lambda row: (not row.holder, row.holder.casefold()),
}
