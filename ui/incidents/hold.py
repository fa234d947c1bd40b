"""Two seconds of quiet after each key in the list."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

HOLD_SECONDS = 2.0


class Hold(QObject):
    """Runs for two seconds from the last key. `now` gives seconds of a clock that never goes back."""

    ended = Signal()

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._until: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def running(self) -> bool:
        """Whether the list is held."""
        return self._until is not None

    def touch(self) -> None:
        """A key was pressed: hold for two seconds from now."""
        self._until = self._now() + HOLD_SECONDS
        if not self._timer.isActive():
            self._timer.start(round(HOLD_SECONDS * 1000))

    def look(self) -> None:
        """End when the time is over, else look again when it will be."""
        if self._until is None:
            return
        left = self._until - self._now()
        if left > 0:
            self._timer.start(max(1, round(left * 1000)))
        else:
            self._until = None
            self.ended.emit()
