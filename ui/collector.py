"""Garbage is collected on the screen's thread only.

Python collects cycles in whichever thread happens to allocate; a worker thread that destroys a widget or a
timer brings the process down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Collector(QObject):
    """Takes over from Python's own collector and runs in short steps."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY_MS)

    def collect(self) -> None:
        """Collect the generations that are due; the oldest only when much has been made since."""
        young, middle, old = gc.get_count()
        if old > self._thresholds[2] * 5:
            gc.collect(2)
        elif middle > self._thresholds[1]:
            gc.collect(1)
        elif young > self._thresholds[0]:
            gc.collect(0)
