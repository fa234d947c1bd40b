"""Being told to end: by the terminal (Ctrl+C), the session (log-out) or the system (stop)."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""Those that this system knows are watched; SIGBREAK is Windows'."""


class EndSignals(QObject):
    """Calls `ended` in Qt's loop when the process is told to end, so that it can close in stages.

    Python runs its signal handlers between two of its own instructions, and Qt's loop may run none for long:
    a byte written to a socket wakes it. The second signal ends the process as if nobody watched.
    """

    def __init__(self, ended: Callable[[], None]) -> None:
        super().__init__()
        self._ended = ended
        self._read_end, self._write_end = socket.socketpair()
        for end in (self._read_end, self._write_end):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read_end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {number: signal.signal(number, self._take) for number in numbers}
        self._wakeup_before = signal.set_wakeup_fd(self._write_end.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Leave signals as they were found."""
        self._give_back()
        if self._notifier.isEnabled():
            signal.set_wakeup_fd(self._wakeup_before)
            self._notifier.setEnabled(False)
            self._read_end.close()
            self._write_end.close()

    def _take(self, _number: int, _frame: FrameType | None) -> None:
        self._give_back()
        self._ended()

    def _give_back(self) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}

    def _wake(self) -> None:
        self._read_end.recv(64)
