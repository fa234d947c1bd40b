"""The pace at which what shows many incidents follows a flood of changes."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

PACE_MS = 60
"""Some sixteen times a second, for each time the whole list may have to be painted (ours)."""

FRAME_MS = 16
"""The pause after one change alone, some sixty times a second: what comes now and then never waits (ours)."""

FLOOD, LONGEST = 32, 3
"""For each so many changes that come together the pause is longer by itself, up to three times (ours)."""


class Pace(QObject):
    """Passes a change on at once after a pause; in a flood it gathers them and passes them on together.

    The pause is `every_ms`, longer when much has come, and `alone_ms` after one change alone.
    """

    due = Signal(object)
    """A frozenset of the ids that changed."""

    def __init__(
        self, parent: QObject | None = None, every_ms: int = PACE_MS, alone_ms: int = FRAME_MS
    ) -> None:
        super().__init__(parent)
        self._every_ms, self._alone_ms = every_ms, alone_ms
        self._gathered: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    @property
    def pause_ms(self) -> int:
        """How long the pause is that runs now; 0 when none does."""
        return self._timer.interval() if self._timer.isActive() else 0

    def add(self, ids: Iterable[str], *, urgent: bool = False) -> None:
        """Take ids that changed; what is urgent, with all that was gathered, does not wait."""
        self._gathered.update(ids)
        if urgent or not self._timer.isActive():
            self.flush()

    def flush(self) -> None:
        """Pass on what was gathered."""
        if self._gathered:
            ids, self._gathered = frozenset(self._gathered), set()
            longer = self._every_ms * min(LONGEST, 1 + len(ids) // FLOOD)
            self._timer.start(longer if len(ids) > 1 else self._alone_ms)
            self.due.emit(ids)
