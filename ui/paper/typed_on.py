"""What is typed while a row is being written: it is of the next, and none of it is lost."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

MOST = 1000
"""Keys that are kept; what is pressed beyond that is lost (ours: a row has fewer)."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedOn:
    """Keys in their order, until there is a row for them."""

    def __init__(self) -> None:
        self._kept: list[QKeyEvent] = []

    def __bool__(self) -> bool:
        """Whether a key is kept."""
        return bool(self._kept)

    def keep(self, event: QKeyEvent) -> None:
        """Keep a key. Enter once more, before any other key, is the one that is being heeded."""
        if len(self._kept) < MOST and (self._kept or event.key() not in _ENTER):
            self._kept.append(event.clone())

    def play(self) -> None:
        """Press them where the cursor is now, each where the last one led."""
        kept, self._kept = self._kept, []
        for event in kept:
            focus = QApplication.focusWidget()
            if focus is not None:
                QApplication.sendEvent(focus, event)
