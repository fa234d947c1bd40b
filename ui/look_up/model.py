"""What a look-up found, as the list shows it."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.lookup import Hit
from ui.session import Session
from ui.times import clock_text, date_text
from ui.words import category_name, word

Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """One line a hit; the text says all of it, so that it can be heard as well as seen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.hits: tuple[Hit, ...] = ()
        self._lines: list[str] = []

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = hits
        self._lines = [self._line(hit) for hit in hits]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row a hit."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line of a hit."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._lines[index.row()]
        return None

    def _line(self, hit: Hit) -> str:
        zone = self._session.clock.zone
        parts = [hit.number.full if hit.number else self.tr("call")]
        if hit.at is not None:
            parts.append(f"{date_text(hit.at, zone)} {clock_text(hit.at, zone, seconds=False)}")
        if hit.asked:
            parts.append(self.tr("was {number}").format(number=hit.asked))
        if hit.incident is not None:
            category = self._session.reference.categories.get(hit.category or "")
            parts += [hit.priority.value if hit.priority else "", category_name(category), hit.place]
            parts.append(self.tr("closed") if hit.closed else self.tr("open"))
        elif hit.call_type is not None:
            parts.append(word(hit.call_type))
        parts.append(f"“{hit.snippet}”" if hit.snippet else "")
        return " · ".join(part for part in parts if part)
