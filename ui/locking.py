"""Locking the screen: by key, or when nobody has touched the desk for a while."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_MS = 5_000
"""How often it is looked whether the desk lies idle."""

_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove})


class IdleWatch(QObject):
    """Calls `idle` once when no window got a key or the mouse for `minutes`; 0: never."""

    def __init__(self, window: QWindow, minutes: float, idle: Callable[[], None]) -> None:
        super().__init__(window)
        self._seconds = minutes * 60
        self._idle = idle
        self._touched_at = monotonic()
        self._watch(window)
        # A filter on the application would see every event there is; keys go to the window with the focus.
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        if minutes:
            self._timer.start(min(LOOK_MS, int(self._seconds * 1000)))

    def touch(self) -> None:
        """Somebody is there."""
        self._touched_at = monotonic()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices keys and the mouse, and keeps none."""
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            self.touch()
            window.installEventFilter(self)

    def _look(self) -> None:
        if monotonic() - self._touched_at >= self._seconds:
            self.touch()
            self._idle()
