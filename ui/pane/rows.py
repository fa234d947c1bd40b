"""Rows of the timeline and of the particulars beside it, and the model that holds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.units import UnitStatus
from ui.pane.pieces import Pieces, plain
from ui.pane.telling import Tone

Index = QModelIndex | QPersistentModelIndex

_HEAD = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_ENTRY = _HEAD | Qt.ItemFlag.ItemIsSelectable


class RowKind(StrEnum):
    """What a row is."""

    ENTRY = "entry"
    HEAD = "head"
    """A heading; it cannot be selected."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, ready to be painted. `id` stays the same while what it shows is the same thing."""

    id: str
    pieces: Pieces
    kind: RowKind = RowKind.ENTRY
    time: str = ""
    what: str = ""
    tone: Tone = "text"
    status: UnitStatus | None = None
    target: str = ""
    """The incident to which the row leads."""
    note: str = ""
    """The note that can be struck through."""
    act: str = ""

    @property
    def text(self) -> str:
        """The whole row in words."""
        return " ".join(part for part in (self.time, self.what, plain(self.pieces)) if part)


class Role(IntEnum):
    """Roles of the model beside Qt's own."""

    ROW = Qt.ItemDataRole.UserRole + 1


class RowsModel(QAbstractListModel):
    """Rows in order. What stays is left alone, what changed is said row by row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._subject = ""

    @property
    def rows(self) -> Sequence[Row]:
        """All rows."""
        return tuple(self._rows)

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def index_of(self, row_id: str) -> QModelIndex:
        """Where the row with that id stands; an invalid index when it is not there."""
        at = next((at for at, row in enumerate(self._rows) if row.id == row_id), -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def show_rows(self, subject: str, rows: Sequence[Row]) -> None:
        """Show these rows. Another subject begins anew, the same one keeps what stays."""
        if subject != self._subject:
            self.beginResetModel()
            self._subject, self._rows = subject, list(rows)
            self.endResetModel()
            return
        wanted = {row.id for row in rows}
        for at in reversed(range(len(self._rows))):
            if self._rows[at].id not in wanted:
                self._remove(at)
        for at, row in enumerate(rows):
            if at < len(self._rows) and self._rows[at].id == row.id:
                self._alter(at, row)
                continue
            moved = next((i for i in range(at, len(self._rows)) if self._rows[i].id == row.id), None)
            if moved is not None:
                self._remove(moved)
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, row)
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row's whole text, or the row itself for painting."""
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.text
        return row if role == Role.ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected."""
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.kind is RowKind.HEAD:
            return _HEAD
        return _ENTRY

    def _alter(self, at: int, row: Row) -> None:
        if self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self.endRemoveRows()
