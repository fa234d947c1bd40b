"""A table of texts that is walked by arrows: for lists that lie over the desk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.theme import Look

Index = QModelIndex | QPersistentModelIndex
Shape = Callable[[QPainter, QRectF, QColor], None]
NO_PARENT = QModelIndex()
SHAPE_PX = 12
BEFORE, BEHIND = 3, 8
"""Pixels of the design that part a text from the edges of its cell, beside the style's own: it stands below
its head then, and what stands in the next column is not read on.
"""

WALKS: Mapping[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}
"""Lines by which a key walks, also from a field above a list. Numbers, as a key event has them: mypy would
spread all 480 members of their enumeration.
"""

MEASURED = 50
"""Lines by which the width of a column is measured: all of them would hold up the desk (ours)."""

STEPS_ON_MS = 500
"""How long no line is chosen after the chosen one went (ours): keys until that is seen are for it."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line: what it is about, its texts, and whether it is loud or half so; a text says that too."""

    key: str
    cells: tuple[str, ...]
    loud: bool = False
    warns: bool = False
    shape: Shape | None = None
    """Painted before the first text in the colour of the line."""


class ListModel(QAbstractTableModel):
    """Rows of texts; a cell that did not change is not painted again."""

    def __init__(self, look: Look, heads: Sequence[str]) -> None:
        super().__init__()
        self._look = look
        self._heads = tuple(heads)
        self._rows: list[ListRow] = []

    def show(self, rows: Sequence[ListRow]) -> None:
        """Show other rows: anew where some came, went or moved, else only the cells that changed."""
        if [one.key for one in rows] != [one.key for one in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        before, self._rows = self._rows, list(rows)
        for column in range(len(self._heads)):
            changed = [
                at
                for at, (old, new) in enumerate(zip(before, rows, strict=True))
                if old.cells[column] != new.cells[column]
                or (old.loud, old.warns, old.shape) != (new.loud, new.warns, new.shape)
            ]
            if changed:  # told at once: for each time the view measures a column anew
                self.dataChanged.emit(self.index(changed[0], column), self.index(changed[-1], column))

    def key_at(self, row: int) -> str | None:
        """What a line is about; None for no line."""
        return self._rows[row].key if 0 <= row < len(self._rows) else None

    def row_of(self, key: str | None) -> int | None:
        """The line that is about something, or None."""
        return next((at for at, one in enumerate(self._rows) if one.key == key), None)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """The lines."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """As many as there are heads."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text; in a loud line it is coloured too."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role in texts:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and (row.loud or row.warns):
            theme = self._look.theme
            return QColor(theme.alarm if row.loud else theme.warning)
        return None

    @property
    def shape_room(self) -> int:
        """The width that a shape takes, with what parts it from the cell's edge."""
        return self._look.px(SHAPE_PX) * 4 // 3

    @property
    def before(self) -> int:
        """The width that is left free before a text."""
        return self._look.px(BEFORE)

    @property
    def around(self) -> int:
        """The width that is left free around a text."""
        return self._look.px(BEFORE) + self._look.px(BEHIND)

    def shape_of(self, index: Index) -> Shape | None:
        """What is painted before the text of a cell."""
        return self._rows[index.row()].shape if index.column() == 0 else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's head."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None


class _Delegate(QStyledItemDelegate):
    """A selected line keeps its colour: on what it rests is often the most dangerous."""

    def __init__(self, model: ListModel, table: "ListTable") -> None:
        super().__init__(table)
        self._model = model
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell: its shape, then its text."""
        if option.rect.top() > 0 and option.rect.bottom() >= self._table.viewport().height():
            return  # only whole rows: half a number misleads
        cell, palette = QStyleOptionViewItem(option), QPalette(option.palette)
        color = index.data(Qt.ItemDataRole.ForegroundRole)
        if color is not None:
            palette.setColor(QPalette.ColorRole.HighlightedText, color)
            cell.palette = palette
        shape = self._model.shape_of(index)
        room = self._model.shape_room if shape is not None else self._model.before
        before = QRect(option.rect.left(), option.rect.top(), room, option.rect.height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(before, palette.highlight())
        if shape is not None:
            shape(painter, QRectF(before.adjusted(room // 4, 0, 0, 0)), color or palette.text().color())
        cell.rect = option.rect.adjusted(room, 0, 0, 0)
        super().paint(painter, cell, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """With the room of a shape, and what parts columns."""
        size = super().sizeHint(option, index)
        room = self._model.shape_room if self._model.shape_of(index) is not None else 0
        return QSize(size.width() + room + self._model.around, size.height())


class ListTable(QTableView):
    """The lines, walked by arrows. `wide`: the column that takes the room that is left. `steady`: no column
    narrows before `loosen`, so that none moves while lines come and go as it is typed.
    """

    entered = Signal(str)
    """Enter: the key of the line."""
    deleted = Signal(str)
    """Delete: the key of the line."""
    inserted = Signal()
    """Insert."""
    escaped = Signal()

    def __init__(self, model: ListModel, wide: int, *, steady: bool = False) -> None:
        super().__init__()
        self.rows = model
        self._steady = steady
        self._widest: dict[int, int] = {}
        if steady:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Delegate(model, self))
        self.setShowGrid(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setResizeContentsPrecision(MEASURED)
        head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self._resting: str | None = None
        self._resting_row = 0
        self._steps_on = QTimer(self)
        self._steps_on.setSingleShot(True)
        self._steps_on.setInterval(STEPS_ON_MS)
        self._steps_on.timeout.connect(self.step_on)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._rest)

    def sizeHintForColumn(self, column: int) -> int:
        """The width that a column needs, or needed."""
        width = super().sizeHintForColumn(column)
        if self._steady:
            width = self._widest[column] = max(width, self._widest.get(column, 0))
        return width

    def loosen(self) -> None:
        """Let columns be as narrow as what stands in them."""
        self._widest.clear()

    @property
    def current(self) -> str | None:
        """The key of the line on which the cursor rests."""
        return self.rows.key_at(self.currentIndex().row())

    def rest_on(self, key: str | None) -> None:
        """Put the cursor on a line, on the first without one."""
        self._steps_on.stop()
        row = self.rows.row_of(key)
        self.setCurrentIndex(self.rows.index(row or 0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete and Insert are for who shows the list; Escape leaves it."""
        key, current = event.key(), self.current
        if self._steps_on.isActive() and key in WALKS:
            self.step_on()
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.entered.emit(current)
        elif key == Qt.Key.Key_Delete and current is not None:
            self.deleted.emit(current)
        elif key == Qt.Key.Key_Insert:
            self.inserted.emit()
        else:
            super().keyPressEvent(event)

    def _remember(self) -> None:
        """While it rests on no line, it is about to step on to one."""
        if not self._steps_on.isActive():
            self._resting, self._resting_row = self.current, self.currentIndex().row()

    def _rest(self) -> None:
        """Stay on the line. Where that is gone, rest on none for a while: a key may be on its way for it."""
        if self._resting is None or self.rows.row_of(self._resting) is not None:
            self.rest_on(self._resting)
        else:
            self.setCurrentIndex(QModelIndex())
            self._steps_on.start()

    def step_on(self) -> None:
        """Go to the line that stands now where the one that is gone stood; nowhere while it rests on one."""
        self._steps_on.stop()
        if self.currentIndex().isValid():
            return
        last = self.rows.rowCount() - 1
        self.setCurrentIndex(self.rows.index(max(0, min(self._resting_row, last)), 0))
