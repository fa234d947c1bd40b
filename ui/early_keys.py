"""Keys that are pressed before the desk stands: none is lost, and none goes to what was there before."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import Actions

MOST = 200
"""Keys that are kept; what is pressed beyond that is lost (ours)."""


class EarlyKeys(QObject):
    """Keeps what is pressed in a window from `begin` on, until it is played or dropped."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWindow | None = None
        self._kept: list[QKeyEvent] = []

    def begin(self) -> None:
        """Keep each key from now on. Only the window is watched: it gets few events beside them."""
        handle = self._window.windowHandle()
        if self._watched is None and handle is not None:
            self._watched = handle
            handle.installEventFilter(self)

    def drop(self) -> None:
        """Keep no more: what was pressed was meant for nothing that is there."""
        self._kept = []
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None

    def play(self, actions: Actions) -> None:
        """Press what was kept, in its order, and keep no more."""
        kept = self._kept
        self.drop()
        for event in kept:
            candidates: tuple[QWidget | None, ...] = (QApplication.focusWidget(), self._window.focusWidget())
            where = next((one for one in candidates if one is not None), self._window)
            if not actions.press(event, where):
                QApplication.sendEvent(where, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys; that one is let go says nothing."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if len(self._kept) < MOST:
                self._kept.append(event.clone())
            return True
        return event.type() == QEvent.Type.KeyRelease or super().eventFilter(watched, event)
