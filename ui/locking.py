"""Locking the screen: by key, or when nobody has touched the desk for a while."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer

LOOK_MS = 5_000
"""How often it is looked whether the desk lies idle."""

_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove})


class IdleWatch(QObject):
    """Calls `idle` once when a window got no key and no mouse for `minutes`; 0: never."""

    def __init__(self, window: QObject, minutes: float, idle: Callable[[], None]) -> None:
        super().__init__(window)
        self._seconds = minutes * 60
        self._idle = idle
        self._touched_at = monotonic()
        window.installEventFilter(self)
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

    def _look(self) -> None:
        if monotonic() - self._touched_at >= self._seconds:
            self.touch()
            self._idle()
