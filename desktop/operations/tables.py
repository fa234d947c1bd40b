"""Reference data of a centre as a table: written as one, and what another table would change."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Generic, TypeVar

from desktop.domain.records import Record, Value, table_of
from desktop.operations.packs_read import Sheet

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Difference(Generic[R]):
    """What another table would change: rows that are new, changed (as it is, as it shall be), withdrawn."""

    new: tuple[R, ...] = ()
    changed: tuple[tuple[R, R], ...] = ()
    withdrawn: tuple[R, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.new or self.changed or self.withdrawn)


def difference(present: Sequence[R], wanted: Sequence[R], holds: Callable[[R], bool]) -> Difference[R]:
    """What has to change so that the wanted rows hold, and no others. `holds`: whether one is in force."""
    known, named = {one.id: one for one in present}, {one.id for one in wanted}
    return Difference(
        tuple(one for one in wanted if one.id not in known),
        tuple(
            (known[one.id], one)
            for one in wanted
            if one.id in known and values_of(one) != values_of(known[one.id])
        ),
        tuple(one for one in present if one.id not in named and holds(one)),
    )


def text_of(sheet: Sheet, rows: Iterable[Record]) -> str:
    """Rows as the table from which they can be read again."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(("code", *sheet.columns))
    for row in rows:
        values = (getattr(row, name) for name in sheet.columns.values())
        lines.writerow((row.id, *("" if one is None else one for one in values)))
    return text.getvalue()


def values_of(row: Record) -> Mapping[str, Value]:
    """The columns of a row, as an act writes them."""
    return {name: getattr(row, name) for name in table_of(type(row)).by_name}
