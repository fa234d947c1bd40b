"""The table of the units: keys, marks, and rows that share the height there is."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import Look
from ui.turns import HeldKeys, Turns
from ui.units.delegate import UnitsDelegate, share
from ui.units.model import Column, Index, UnitsModel
from ui.units.rows import StationRow

_TIGHTEST, _USUAL, _ROOMIEST = 20, 24, 27
"""Heights of a row in pixels of the design: at least, when rows must be scrolled, at most."""

_Move = QAbstractItemView.CursorAction


class UnitsTable(QTableView):
    """Units by station. A letter key says what the unit in the current row does."""

    letter_typed = Signal(str)
    entered = Signal()
    """Enter on the current row."""
    left = Signal()
    """Escape."""
    current_changed = Signal()

    def __init__(self, look: Look, model: UnitsModel, turns: Turns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns = turns
        self._held = HeldKeys(turns, self)
        self._entered_on = ""
        """The unit of which the last key spoke, while that was Enter and is being written."""
        self._look = look
        self._units = model
        self._shared = 0
        self._marked = QPersistentModelIndex()
        self._row_height = look.px(_USUAL)
        self._delegate = UnitsDelegate(look, model, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName(self.tr("Units by station"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
        model.rowsInserted.connect(self._rows_changed)
        model.rowsRemoved.connect(self._rows_changed)
        self._rows_changed()

    @property
    def current_unit(self) -> str:
        """The unit of the current row while the table has the focus, else empty."""
        return self._current() if self.hasFocus() else ""

    @property
    def unit_of_keys(self) -> str:
        """The unit of the current row, also for a key that waited while the focus went elsewhere."""
        return self._current()

    def mark(self, units: Iterable[str]) -> None:
        """Show these units as chosen and bring the last of them into view."""
        chosen, last = QItemSelection(), QModelIndex()
        for unit in units:
            row = self._units.row_of(unit)
            if row >= 0:
                last = self._units.index(row, Column.UNIT)
                chosen.select(last, self._units.index(row, Column.AGE))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._marked = QPersistentModelIndex(last)
        if last.isValid():
            self.scrollTo(last)

    def fit(self, rows_height: int) -> None:
        """Give the rows the height at which all of them fit into `rows_height` pixels, if they can."""
        count = max(1, self._units.rowCount())
        px = self._look.px
        height = min(px(_ROOMIEST), rows_height // count)
        self._row_height = height if height >= px(_TIGHTEST) else px(_USUAL)
        self.verticalHeader().setDefaultSectionSize(self._row_height)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and Enter speak of the current unit, Escape leaves.

        While something is being written they wait, and the keys behind them. But for Enter pressed twice: the
        second time it would say what comes next, of which its hand knows nothing yet.
        """
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enters = plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        speaks = enters or (plain and event.text().isalpha())
        if self._held or (speaks and self._turns.writing):
            if not enters or self._held or self._entered_on != self._current():
                self._held.hold(event)
            return
        self._entered_on = self._current() if enters else ""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enters:
            self.entered.emit()
            self._turns.then(self._enter_is_written)
        elif speaks:
            self.letter_typed.emit(event.text().casefold())
        else:
            super().keyPressEvent(event)

    def _enter_is_written(self) -> None:
        self._entered_on = ""

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here: no searching by them."""

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Arrows go from unit to unit, over the heads of stations."""
        rows = [row for row in range(self._units.rowCount()) if self._units.unit_at(row)]
        if not rows:
            return QModelIndex()
        page = max(1, self.viewport().height() // self._row_height - 1)
        at = self.currentIndex().row()
        before, after = [row for row in rows if row < at], [row for row in rows if row > at]
        match action:
            case _Move.MoveUp | _Move.MovePrevious:
                row = before[-1] if before else rows[0]
            case _Move.MoveDown | _Move.MoveNext:
                row = after[0] if after else rows[-1]
            case _Move.MovePageUp:
                row = before[-page] if len(before) >= page else rows[0]
            case _Move.MovePageDown:
                row = after[page - 1] if len(after) >= page else rows[-1]
            case _Move.MoveHome:
                row = rows[0]
            case _Move.MoveEnd:
                row = rows[-1]
            case _:
                row = at if at in rows else rows[0]
        return self._units.index(row, Column.UNIT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The current unit is shown as chosen while keys speak of it."""
        super().focusInEvent(event)
        current = self._current()
        rows = (row for row in range(self._units.rowCount()) if self._units.unit_at(row))
        row = self._units.row_of(current) if current else next(rows, -1)
        if row >= 0:
            self.setCurrentIndex(self._units.index(row, Column.UNIT))
            self.selectRow(row)
        self.current_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Without the focus no unit is chosen."""
        super().focusOutEvent(event)
        self.clearSelection()
        self.current_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which unit keys now speak of."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width for what changed while it was hidden."""
        super().showEvent(event)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width; what is marked stays in view."""
        super().resizeEvent(event)
        self._share()
        if self._marked.isValid():
            self.scrollTo(self._units.index(self._marked.row(), Column.UNIT))

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style measures differently."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share()

    def _current(self) -> str:
        found = self._units.unit_at(self.currentIndex().row())
        return found.id if found else ""

    def _rows_changed(self) -> None:
        self.clearSpans()
        for at, row in enumerate(self._units.rows):
            if isinstance(row, StationRow):
                self.setSpan(at, Column.UNIT, 1, len(Column))
        self._share()

    def _share(self) -> None:
        """Share the width that is left beside a scroll bar, whether there is one or not: nothing jumps."""
        if not self.isVisible():
            return  # measured once it shows
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        widths = share(self._look, self._units.rows, width)
        if (widths, width) == (self._delegate.widths, self._shared):
            return
        self._delegate.widths, self._shared = widths, width
        self.setColumnWidth(Column.UNIT, widths.unit)
        self.setColumnWidth(Column.AGE, widths.age)
        self.setColumnWidth(Column.DOING, max(1, width - widths.unit - widths.age))
        self.viewport().update()
