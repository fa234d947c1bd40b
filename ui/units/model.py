"""The model of the units' table: heads of stations, and below them their units."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.targets import Lateness
from ui.times import age_text
from ui.units.rows import Row, StationRow, UnitRow, translate

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns. A station's head stands in the first and spans all."""

    UNIT = 0
    DOING = 1
    AGE = 2


_HEAD = Qt.ItemFlag.ItemIsEnabled
_UNIT = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
"""Put together once: painting a table asks for them some hundred times."""


class UnitsModel(QAbstractTableModel):
    """Rows as last given; ages as of the last tick."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._ages: list[str] = []
        self._late: list[Lateness] = []
        self._now: datetime | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, in their order."""
        return self._rows

    def unit_at(self, row: int) -> UnitRow | None:
        """The unit in that row; None for a station's head and outside."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, UnitRow) else None

    def age(self, row: int) -> tuple[str, Lateness]:
        """The age as shown in that row, and how late it is."""
        return self._ages[row], self._late[row]

    def row_of(self, unit: str) -> int:
        """The row of a unit, or -1."""
        keys = (row for row, one in enumerate(self._rows) if one.key == ("unit", unit))
        return next(keys, -1)

    def take(self, wanted: Sequence[Row], now: datetime) -> None:
        """Become these rows: what goes is removed, what comes inserted, what changed told cell by cell."""
        self._now = now
        old, new = [row.key for row in self._rows], [row.key for row in wanted]
        if old != new:
            self._move(old, new, wanted)
        for at, row in enumerate(wanted):
            self._change(at, row)
        self.tick(now)

    def replace(self, rows: Sequence[UnitRow], now: datetime) -> None:
        """Take these rows instead of those of the same units."""
        for row in rows:
            at = self.row_of(row.id)
            if at >= 0:
                self._change(at, row)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Let the ages become those of now; only texts that differ are told."""
        self._now = now
        for at, row in enumerate(self._rows):
            text, late = _age(row, now)
            if (text, late) != (self._ages[at], self._late[at]):
                self._ages[at], self._late[at] = text, late
                cell = self.index(at, Column.AGE)
                self.dataChanged.emit(cell, cell)

    def rowCount(self, parent: Index | None = None) -> int:
        """Rows: none below a row."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Columns: none below a row."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Units can be chosen, heads cannot."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.unit_at(index.row()) is None:
            return _HEAD
        return _UNIT

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, and how they stand."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, index.row(), index.column())
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._spoken(row, index.row(), index.column())
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == Column.AGE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Words of the columns; they are heard, not seen."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = (
            translate("Units", "Unit"),
            translate("Units", "Status"),
            translate("Units", "Time in status"),
        )
        return words[section]

    def _shown(self, row: Row, at: int, column: int) -> str:
        if isinstance(row, StationRow):
            return f"{row.name} — {row.people}" if column == Column.UNIT else ""
        if column == Column.UNIT:
            return row.call_sign
        if column == Column.DOING:
            return " ".join(one for one in (row.status_text, row.number or row.purpose) if one)
        return self._ages[at]

    def _spoken(self, row: Row, at: int, column: int) -> str:
        if isinstance(row, StationRow):
            return self._shown(row, at, column)
        if column == Column.UNIT:
            return f"{row.call_sign}: {row.manned}"
        if column == Column.DOING:
            return f"{row.doing} · {row.manned}"
        late = {
            Lateness.IN_TIME: "",
            Lateness.LATE: translate("Units", "late"),
            Lateness.ALARM: translate("Units", "much too late"),
        }[self._late[at]]
        return " · ".join(one for one in (self._ages[at], late) if one)

    def _move(self, old: list[tuple[str, str]], new: list[tuple[str, str]], wanted: Sequence[Row]) -> None:
        root = QModelIndex()
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        for tag, start, end, new_start, new_end in reversed(steps):
            if tag in ("delete", "replace"):
                self.beginRemoveRows(root, start, end - 1)
                del self._rows[start:end], self._ages[start:end], self._late[start:end]
                self.endRemoveRows()
            if tag in ("insert", "replace"):
                fresh = wanted[new_start:new_end]
                ages = [_age(row, self._now) for row in fresh]
                self.beginInsertRows(root, start, start + len(fresh) - 1)
                self._rows[start:start] = fresh
                self._ages[start:start] = [text for text, _ in ages]
                self._late[start:start] = [late for _, late in ages]
                self.endInsertRows()

    def _change(self, at: int, row: Row) -> None:
        before = self._rows[at]
        if before == row:
            return
        told = [
            column for column in Column if self._spoken(before, at, column) != self._spoken(row, at, column)
        ]
        self._rows[at] = row
        for column in told:
            self.dataChanged.emit(self.index(at, column), self.index(at, column))


def _age(row: Row, now: datetime | None) -> tuple[str, Lateness]:
    if isinstance(row, StationRow) or row.since is None or now is None:
        return "", Lateness.IN_TIME
    age = max(timedelta(), now - row.since)
    seconds = age.total_seconds()
    late = Lateness.IN_TIME
    if row.alarm is not None and seconds >= row.alarm:
        late = Lateness.ALARM
    elif row.warn is not None and seconds >= row.warn:
        late = Lateness.LATE
    return age_text(age), late
