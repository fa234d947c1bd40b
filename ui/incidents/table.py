"""The list's table: keys that walk, type and go on; columns that share its width."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.domain.board import Reference
from desktop.domain.phase import Phase
from ui.incidents.columns import Column, Sizes, share
from ui.incidents.delegate import GLYPH, GLYPH_GAP, PRIORITY_GAP, RowDelegate
from ui.incidents.fitting import FontRuler, name_width
from ui.incidents.model import CaseModel
from ui.incidents.rows import RowMaker, left_behind_word
from ui.theme import LIST_PAD, Face, Look
from ui.times import age_text
from ui.words import category_name, word

_Flag = QItemSelectionModel.SelectionFlag
_PLACE_WISH = "Jl. Tukad Badung XXI No. 12 · Dauh Puri Kangin"
_WORK_WISH = "Damkar 10 · Damkar 3 · PLN +2"
_HOLDER_MOST = 56
"""Pixels of the design that a holder's name gets at most."""
_LEAST_CATEGORY_MOST = 150
"""Pixels of the design that a category in two lines may claim, however long a city's are."""


class CaseTable(QTableView):
    """Rows of a `CaseModel`. The row with the cursor is the selected one, always exactly that."""

    typed = Signal(str)
    """A letter that is no command: it belongs to the filter."""
    entered = Signal()
    escaped = Signal()
    touched = Signal()
    """Any key or press of the mouse."""

    def __init__(self, model: CaseModel, maker: RowMaker, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._maker = maker
        self._look = look
        self._reference = Reference()
        self._measured: tuple[object, ...] = ()
        """The words for which the columns were measured last, and the room that was shared then."""
        self._shared = 0
        self._needed: Sizes
        self.setModel(model)
        model.headerDataChanged.connect(self.fit_columns)
        self._rows = RowDelegate(model, look, self)
        self.setItemDelegate(self._rows)
        self._set_up()
        self.dress()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        heads.setProperty("dress", "cases")
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setMinimumSectionSize(1)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Incidents"))

    def dress(self) -> None:
        """Take sizes, fonts and colours from the look."""
        self._rows.dress()
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(self._look.row_height)
        rows.setDefaultSectionSize(self._look.row_height)
        self._measured = ()
        self.fit_columns()
        self.viewport().update()

    def use(self, reference: Reference) -> None:
        """Measure the columns for these categories."""
        self._reference = reference
        self._measured = ()
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the columns their widths; does nothing while neither room nor content has changed.

        Nor while the table is hidden: measuring every word that there can be takes long, and is done once.
        """
        if not self.isVisible():
            return
        heads = tuple(map(self._head, Column))
        holders = tuple(self._maker.holders.values())
        content = (len(self._maker.phases), holders, self._maker.longest_number, heads)
        room = self.viewport().width()
        if (content, room) == (self._measured, self._shared):
            return
        if content != self._measured:
            self._needed = self._sizes()
        self._measured, self._shared = content, room
        for column, width in enumerate(share(room, self._needed)):
            self.setColumnWidth(column, width)

    def _head(self, column: Column) -> str:
        """What stands above a column, with the arrow of the order: it takes room only where it stands."""
        return str(self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))

    def _sizes(self) -> Sizes:
        px = self._look.px
        plain, bold = QFontMetrics(self._look.font()), QFontMetrics(self._look.font(bold=True))
        small = QFontMetrics(self._look.font(Face.SMALL))
        pads = 2 * px(LIST_PAD)

        def widest(metrics: QFontMetrics, texts: list[str], column: Column) -> int:
            title = small.horizontalAdvance(self._head(column))
            return max(title, *(metrics.horizontalAdvance(text) for text in texts)) + pads

        ages = [
            timedelta(minutes=59, seconds=59),
            timedelta(hours=23, minutes=59),
            timedelta(days=88, hours=23),
        ]
        phases = [
            left_behind_word(),
            word(Phase.WAITING),
            word(Phase.ASSIGNED),
            *self._maker.phases.values(),
        ]
        holder = widest(plain, ["", *self._maker.holders.values()], Column.HOLDER)
        categories = [category_name(one) for one in (None, *self._reference.categories.values())]
        least = max(name_width(one, FontRuler(small)) for one in categories) + pads + 1
        longest = [f"P4{number}" for number in ("00-000", self._maker.longest_number)]
        number = px(GLYPH) + px(GLYPH_GAP) + px(PRIORITY_GAP) + max(map(bold.horizontalAdvance, longest))
        return Sizes(
            number=max(number + pads, widest(bold, [""], Column.NUMBER)),
            age=widest(bold, [age_text(age) for age in ages], Column.AGE),
            phase=widest(bold, phases, Column.PHASE),
            holder=min(holder, max(px(_HOLDER_MOST), widest(plain, [""], Column.HOLDER))),
            category=widest(plain, categories, Column.CATEGORY),
            least_category=min(least, px(_LEAST_CATEGORY_MOST)),
            place=plain.horizontalAdvance(_PLACE_WISH) + pads,
            work=plain.horizontalAdvance(_WORK_WISH) + pads,
            percent=self._look.percent,
        )

    def rows_in_view(self) -> tuple[int, int]:
        """The first and the last row that are seen; the last is above the first when none is.

        A row of which the view's end would show a part is not painted.
        """
        height = self.viewport().height()
        first, last = self.rowAt(0), self.rowAt(max(0, height - 1))
        if last < 0:
            return max(first, 0), self.model().rowCount() - 1
        whole = self.rowViewportPosition(last) + self.rowHeight(last) <= height
        return max(first, 0), last if whole else last - 1

    def show_cursor(self) -> None:
        """Scroll no further than it takes to see the selected row.

        Rows that have just come are laid out first: Qt would reckon with those that there were before.
        """
        self.executeDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """The row with the cursor is selected, whatever else is pressed."""
        if not index.isValid():
            return _Flag.NoUpdate
        return _Flag.ClearAndSelect | _Flag.Rows

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Select the row with the cursor also where Qt only puts the cursor, as when the focus comes."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.selectionModel().select(current, _Flag.ClearAndSelect | _Flag.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, go on to the incident, or begin to filter."""
        self.touched.emit()
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = event.text()
        command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            self._go(0 if key == Qt.Key.Key_Home else self.model().rowCount() - 1)
        elif text and text.isprintable() and not text.isspace() and not command:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def _go(self, row: int) -> None:
        if row >= 0 and self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, max(0, self.currentIndex().column())))

    def mousePressEvent(self, event: object) -> None:
        """A press of the mouse holds the list as a key does."""
        self.touched.emit()
        super().mousePressEvent(event)  # type: ignore[arg-type]  # - always a QMouseEvent

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The selected row's bar takes the accent."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The selected row's bar loses the accent."""
        super().focusOutEvent(event)
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what changed while it was hidden."""
        super().showEvent(event)
        self.fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit_columns()
