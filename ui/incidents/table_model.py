"""The list as Qt's views read it: cells, heads, ages where they are seen, and rows lit as new."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.domain.targets import Lateness
from ui.incidents.columns import Column, head
from ui.incidents.order import Order
from ui.incidents.rows import CaseRow
from ui.incidents.sorting import Key, Sorting
from ui.incidents.texts import Age, shown, spoken
from ui.times import age_text

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Rows in their order. `now` gives the centre's time (aware, UTC)."""

    lit = Signal(str)
    """A new P1, by id, is now on the list and lit."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = now
        self._now = now()
        self._rows: dict[str, CaseRow] = {}
        self._order: Order[Key] = Order()
        self._waiting: set[str] = set()
        self._ages: dict[str, Age] = {}
        self._light: dict[str, bool] = {}
        self.sorting = Sorting()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Rows of the present view."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """As many as there are columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts as they are painted, and whole and with what colours tell for who cannot see them."""
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(row, column, self.age(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row, column, self.age(row), lit=self.is_lit(row.id), group=self.group_size(row))
        if role == Qt.ItemDataRole.ToolTipRole and column is not Column.AGE:
            return shown(row, column, self.age(row))
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.AGE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns, with an arrow where the list is sorted by one."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = (" ↑" if self.sorting.backwards else " ↓") if self.sorting.column is column else ""
            return head(column) + arrow
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column is Column.AGE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def age(self, row: CaseRow) -> Age:
        """A row's age when the list last ticked, and how it stands against its targets."""
        if row.opened_at is None:
            return "", Lateness.IN_TIME
        until = row.ended_at or self._now
        return age_text(max(timedelta(), until - row.opened_at)), row.limits.at(self._now)

    def group_size(self, row: CaseRow) -> int:
        """How many rows stand together with a row, itself included; 0 while the list is not grouped."""
        return 0

    def is_lit(self, one: str) -> bool:
        """Whether a row is lit as new."""
        return self._light.get(one, False)

    def row_at(self, row: int) -> CaseRow:
        """The incident of a row."""
        return self._rows[self._order.ids[row]]

    def row_of(self, one: str | None) -> int | None:
        """The row of an incident; None when it is not on the list."""
        return None if one is None else self._order.row(one)

    def id_at(self, row: int) -> str | None:
        """The incident of a row by id; None outside the list."""
        return self._order.ids[row] if 0 <= row < len(self._order) else None

    # What time brings

    def shows(self, one: str) -> bool:
        """Whether an incident is on the list."""
        return one in self._order

    def waits(self, one: str) -> bool:
        """Whether an incident is held back from its place."""
        return one in self._waiting

    def tick(self, first: int, last: int) -> None:
        """Let the ages of the rows that are seen, from `first` to `last`, move on."""
        self._now = self._clock()
        ages = {}
        for at in range(max(0, first), min(last + 1, len(self._order))):
            row = self.row_at(at)
            ages[row.id] = self.age(row)
            if self._ages.get(row.id) != ages[row.id]:
                index = self.createIndex(at, Column.AGE)
                self.dataChanged.emit(index, index)
        self._ages = ages

    def light(self, ids: Iterable[str]) -> None:
        """Light the rows of new incidents, those that are held as soon as they come in."""
        fresh = [one for one in ids if self.shows(one) or self.waits(one)]
        self._light.update(dict.fromkeys(fresh, False))
        self._light_up(one for one in fresh if self.shows(one))

    def unlight(self, one: str) -> None:
        """A row is new no longer."""
        if self._light.pop(one, False):
            self._repaint(one)

    def _light_up(self, ids: Iterable[str]) -> None:
        for one in tuple(ids):
            if self._light.get(one) is False:
                self._light[one] = True
                self._repaint(one)
                self.lit.emit(one)

    def _repaint(self, one: str) -> None:
        at = self._order.row(one)
        if at is not None:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))
