"""The incident list as a table: sorted ids, rows made once for each change, ages only where they are seen."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.domain.targets import Lateness
from desktop.live.board import Board
from ui.incidents.columns import Column, head
from ui.incidents.filters import View, in_view, matches
from ui.incidents.order import Order
from ui.incidents.rows import CaseRow, RowMaker
from ui.incidents.sorting import Key, Sorting
from ui.incidents.texts import Age, shown, spoken
from ui.times import age_text

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class CaseModel(QAbstractTableModel):
    """Rows of the board's cases. It learns of changes only through `apply` and `rebuild`.

    `anchor` is the id of the selected row. Where that row goes, its neighbour becomes the anchor; while the
    list is held, nothing comes in above it.
    """

    lit = Signal(str)
    """A new P1, by id, is now on the list and lit."""

    def __init__(
        self, board: Board, maker: RowMaker, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._maker = maker
        self._clock = now
        self._now = now()
        self._rows: dict[str, CaseRow] = {}
        self._order: Order[Key] = Order()
        self._ages: dict[str, Age] = {}
        self._light: dict[str, bool] = {}
        self._held = False
        self._waiting: set[str] = set()
        self.anchor: str | None = None
        self.view = View.OPEN
        self.words: tuple[str, ...] = ()
        self.sorting = Sorting()
        self._key = self.sorting.key
        self.rebuild()

    # What the table shows

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Rows of the present view."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
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
            return spoken(row, column, self.age(row), lit=self.is_lit(row.id))
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

    @property
    def in_view(self) -> int:
        """How many incidents the view holds, whatever has been typed."""
        return sum(in_view(row, self.view) for row in self._rows.values())

    @property
    def waiting_above(self) -> frozenset[str]:
        """What is not yet shown at its place above the selected row."""
        return frozenset(self._waiting - {self.anchor})

    def shows(self, one: str) -> bool:
        """Whether an incident is on the list."""
        return one in self._order

    def waits(self, one: str) -> bool:
        """Whether an incident is held back from its place."""
        return one in self._waiting

    # What the operator chooses

    def show_view(self, view: View) -> None:
        """Show another view."""
        self._arrange(lambda: setattr(self, "view", view))

    def set_words(self, text: str) -> None:
        """Show only what matches each of the words typed."""
        self._arrange(lambda: setattr(self, "words", tuple(text.casefold().split())))

    def sort_by(self, sorting: Sorting) -> None:
        """Sort the list otherwise."""
        self._arrange(lambda: setattr(self, "sorting", sorting))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _arrange(self, choose: Callable[[], None]) -> None:
        """Choose what is shown and how; an anchor no longer shown makes room for the first row."""
        self.beginResetModel()
        choose()
        self._key = self.sorting.key
        self._waiting.clear()
        self._order.fill((self._key(row), row.id) for row in self._rows.values() if self._passes(row))
        self.endResetModel()
        if self.anchor is not None and self.anchor not in self._order:
            self.anchor = self.id_at(0)
        self._light = {one: lit for one, lit in self._light.items() if one in self._order}
        self._light_up(self._light)

    def _passes(self, row: CaseRow) -> bool:
        return in_view(row, self.view) and matches(row, self.words)

    # What the board brings

    def rebuild(self) -> None:
        """Make all rows anew: at the start, and when reference data changed."""
        self._maker.forget()
        self._rows = {case.id: self._maker.make(case) for case in self._board.cases.values()}
        self._arrange(lambda: None)

    def apply(self, changed: Iterable[str]) -> None:
        """Take what the board now says of these cases."""
        for one in changed:
            self._take(one)

    def hold(self) -> None:
        """From now on nothing comes in above the anchor."""
        self._held = True

    def release(self) -> None:
        """Put what was held to its place."""
        self._held = False
        waiting, self._waiting = self._waiting, set()
        for one in sorted(waiting):
            self._take(one)

    def _take(self, one: str) -> None:
        case, old = self._board.cases.get(one), self._rows.get(one)
        if case is None:
            self._remove(one)
            self._rows.pop(one, None)
            self._light.pop(one, None)
            return
        row = self._maker.make(case)
        self._rows[one] = row
        if not self._passes(row):
            self._remove(one)
            return
        key, at = self._key(row), self._order.row(one)
        if at is not None and self._order.key(one) == key:
            self._waiting.discard(one)
            self._changed(at, old, row)
        elif self._must_wait(one, key):
            self._waiting.add(one)
            if at is not None:
                self._changed(at, old, row)
        else:
            if at is not None:
                self._take_out(at)
            self._insert(one, key)

    def _must_wait(self, one: str, key: Key) -> bool:
        if not self._held or self.anchor is None or self.anchor not in self._order:
            return False
        return one == self.anchor or bool(key < self._order.key(self.anchor))

    def _insert(self, one: str, key: Key) -> None:
        row = self._order.row_for(key)
        self.beginInsertRows(_NO_PARENT, row, row)
        self._order.put(row, key, one)
        self.endInsertRows()
        self._waiting.discard(one)
        self._light_up((one,))

    def _remove(self, one: str) -> None:
        self._waiting.discard(one)
        row = self._order.row(one)
        if row is None:
            return
        self._take_out(row)
        if one == self.anchor:
            self.anchor = self.id_at(min(row, len(self._order) - 1))

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(_NO_PARENT, row, row)
        self._order.take(row)
        self.endRemoveRows()

    def _changed(self, at: int, old: CaseRow | None, row: CaseRow) -> None:
        """Say which cells of a row differ, and no more."""
        before = old.cells if old is not None else ()
        columns = [
            column for column in Column if before[column : column + 1] != row.cells[column : column + 1]
        ]
        if columns:
            self.dataChanged.emit(self.createIndex(at, columns[0]), self.createIndex(at, columns[-1]))

    # What time brings

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
        fresh = [one for one in ids if one in self._order or one in self._waiting]
        self._light.update(dict.fromkeys(fresh, False))
        self._light_up(one for one in fresh if one in self._order)

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
