"""Where `apply` reads rows from: a database inside its transaction, or tables in memory."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from desktop.domain.records import Row, Value
from desktop.domain.schema import TABLES


class Rows(Protocol):
    """What `apply` must be able to ask of the state before an act."""

    def get(self, table: str, row: str) -> Row | None:
        """The row's values by column, with `last_act` and one `<group>_act` a group; None when absent."""

    def find(self, table: str, column: str, value: Value, state: str | None = None) -> Mapping[str, Row]:
        """Rows of the table whose column has that value, by id; with `state`, only those in that state.

        Asked for few: a unit's running assignments, not all that it ever had.
        """

    def next_serial(self, day: date) -> int:
        """The next serial of a day, from 1; taken only by a call that is accepted."""

    def act_has_note(self, act: str, incident: str) -> bool:
        """Whether that act is about that incident and carries a note."""

    def noted_about(self, act: str) -> frozenset[str] | None:
        """The incidents that an act with a note is about; None where it has none, or is an erasure."""

    def has_left(self, login: str) -> bool:
        """Whether that operator's account was shut."""

    def claimed_by(self, act: str) -> str | None:
        """For whom that act was delivered by another."""


class Overlay:
    """Rows with writes on top: the state as it would be after an act."""

    def __init__(self, below: Rows) -> None:
        self._below = below
        self._rows: dict[str, dict[str, dict[str, Value]]] = defaultdict(dict)
        self._inserted: set[tuple[str, str]] = set()

    def get(self, table: str, row: str) -> Row | None:
        """The row as it would be, or None."""
        found = self._rows[table].get(row)
        return self._below.get(table, row) if found is None else found

    def find(self, table: str, column: str, value: Value, state: str | None = None) -> Mapping[str, Row]:
        """Rows that would have that value and state."""
        above = self._rows[table]
        below = self._below.find(table, column, value, state)
        fitting = {
            key: row
            for key, row in above.items()
            if row.get(column) == value and state in (None, row.get("state"))
        }
        return {key: row for key, row in below.items() if key not in above} | fitting

    def put(self, table: str, row: str, values: Row) -> None:
        """Write values over the row, which is made when absent."""
        current = self.get(table, row)
        if current is None:
            self._inserted.add((table, row))
        self._rows[table][row] = {**(current or {}), **values}

    def writes(self) -> Iterator[tuple[str, str, Row, bool]]:
        """(table, row, values, whether new) of every row written: what is referred to comes first."""
        for table in TABLES:
            for row, values in self._rows[table].items():
                yield table, row, values, (table, row) in self._inserted


class MemoryRows:
    """Tables in memory: for `verify`, for what a desk keeps while cut off, and for tests."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, dict[str, Value]]] = {name: {} for name in TABLES}
        self._indexes: dict[tuple[str, tuple[str, ...]], dict[tuple[Value, ...], set[str]]] = {}
        self._serials: dict[date, int] = defaultdict(int)
        self._notes: dict[str, frozenset[str]] = {}
        self.reasons: set[str] = set()
        """Acts that erased something: their notes say why, and stay."""
        self.left: set[str] = set()
        """Logins whose accounts were shut."""
        self.claims: dict[str, str] = {}
        """By act for whom it was delivered by another."""

    def get(self, table: str, row: str) -> Row | None:
        """See `Rows`."""
        return self.tables[table].get(row)

    def find(self, table: str, column: str, value: Value, state: str | None = None) -> Mapping[str, Row]:
        """See `Rows`."""
        rows = self.tables[table]
        if state is None:
            keys = self._index(table, (column,)).get((value,), set())
        else:
            keys = self._index(table, (column, "state")).get((value, state), set())
        return {key: rows[key] for key in sorted(keys)}

    def next_serial(self, day: date) -> int:
        """See `Rows`."""
        self._serials[day] += 1
        return self._serials[day]

    def act_has_note(self, act: str, incident: str) -> bool:
        """See `Rows`."""
        return incident in self._notes.get(act, ())

    def noted_about(self, act: str) -> frozenset[str] | None:
        """See `Rows`."""
        return None if act in self.reasons else self._notes.get(act)

    def has_left(self, login: str) -> bool:
        """See `Rows`."""
        return login in self.left

    def claimed_by(self, act: str) -> str | None:
        """See `Rows`."""
        return self.claims.get(act)

    def remember_note(self, act: str, incidents: Iterable[str]) -> None:
        """Say that an accepted act about these incidents carries a note."""
        self._notes[act] = frozenset(incidents)

    def forget_note(self, act: str) -> None:
        """Say that the note of an act was erased."""
        self._notes.pop(act, None)

    def put(self, table: str, row: str, values: Row) -> None:
        """Write values over a row, which is made when absent. A serial in it counts as taken."""
        current = self.tables[table].setdefault(row, {})
        indexes = [(columns, index) for (name, columns), index in self._indexes.items() if name == table]
        for columns, index in indexes:
            index[tuple(current.get(one) for one in columns)].discard(row)
        current.update(values)
        for columns, index in indexes:
            index[tuple(current.get(one) for one in columns)].add(row)
        day, serial = values.get("day"), values.get("serial")
        if isinstance(day, date) and isinstance(serial, int):
            self._serials[day] = max(self._serials[day], serial)

    def _index(self, table: str, columns: tuple[str, ...]) -> dict[tuple[Value, ...], set[str]]:
        index = self._indexes.get((table, columns))
        if index is None:
            index = self._indexes[table, columns] = defaultdict(set)
            for key, row in self.tables[table].items():
                index[tuple(row.get(one) for one in columns)].add(key)
        return index
