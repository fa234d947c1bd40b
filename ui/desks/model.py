"""The table of desks as Qt's view reads it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ui.desks.rows import DeskRow, heads
from ui.session import Session

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class DesksModel(QAbstractTableModel):
    """Rows of `DeskRow`; a cell that did not change is not painted again."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._heads = heads()
        self._rows: list[DeskRow] = []

    def show(self, rows: Sequence[DeskRow]) -> None:
        """Show other rows: anew where other desks came or went, else only the cells that changed."""
        if [one.key for one in rows] != [one.key for one in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        before, self._rows = self._rows, list(rows)
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            for column, (was, text) in enumerate(zip(old.cells, new.cells, strict=True)):
                if was != text:
                    index = self.index(at, column)
                    self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One row a desk."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """As many as there are heads."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's text; those of a desk with undelivered acts are coloured too."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and row.holds:
            return QColor(self._session.look.theme.alarm)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's head."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None
