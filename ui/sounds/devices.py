"""Which devices this workstation can play sounds on, as its own programs tell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

LONGEST_MS = 3_000
"""A program that has not answered by then is not waited for."""

_OF_SYSTEM = frozenset(
    {
        *("null", "default", "jack", "oss", "pulse", "pipewire"),
        *("lavrate", "samplerate", "speexrate", "speex"),
    }
)
"""What ALSA lists beside devices: plugins that convert, or lead back to the system's own choice."""


@dataclass(frozen=True, slots=True)
class Device:
    """One that plays. `id`: how it is remembered, `pulse:…` or `alsa:…`; `name`: what the system calls it."""

    id: str
    name: str


def sinks(told: str) -> Iterator[Device]:
    """The devices in what `pactl list short sinks` says: number, name, driver, form and state, by tabs."""
    for line in told.splitlines():
        parts = line.split("\t")
        if len(parts) >= 2 and parts[1]:
            yield Device(f"pulse:{parts[1]}", parts[1])


def pcms(told: str) -> Iterator[Device]:
    """The devices in what `aplay -L` says: a name, and below it indented what it is."""
    name, words = "", ""
    for line in (*told.splitlines(), "end"):
        if line[:1].isspace():
            words = words or line.strip()
            continue
        if name and name.partition(":")[0] not in _OF_SYSTEM:
            yield Device(f"alsa:{name}", f"{words} ({name})" if words else name)
        name, words = line.strip(), ""


_PROGRAMS: tuple[tuple[str, tuple[str, ...], Callable[[str], Iterator[Device]]], ...] = (
    ("pactl", ("list", "short", "sinks"), sinks),
    ("aplay", ("-L",), pcms),
)


class Devices(QObject):
    """Asks the system beside the screen's work; the first program that answers with a device decides."""

    found = Signal(object)
    """A tuple of `Device`; empty where the system lets nobody list them."""

    def __init__(self, parent: QObject, programs: tuple[tuple[str, ...], ...] | None = None) -> None:
        super().__init__(parent)
        known = [(program, words, read) for program, words, read in _PROGRAMS]
        if programs is not None:
            known = [(one[0], one[1:], read) for one, (_, _, read) in zip(programs, _PROGRAMS, strict=False)]
        self._all = known
        self._left = list(known)
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LC_ALL", "C.UTF-8")
        self._process.setProcessEnvironment(environment)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._process.kill)

    def ask(self) -> None:
        """Look for devices anew; the answer comes by `found`."""
        if self._process.state() is QProcess.ProcessState.NotRunning:
            self._left = list(self._all)
            QTimer.singleShot(0, self, self._try)

    def _try(self) -> None:
        if not self._left:
            self.found.emit(())
            return
        program, words, _ = self._left[0]
        self._limit.start(LONGEST_MS)
        self._process.start(program, list(words))

    def _ended(self) -> None:
        self._limit.stop()
        _, _, read = self._left.pop(0)
        answer = bytes(self._process.readAllStandardOutput().data())
        told = answer.decode("utf-8", errors="replace")
        devices = tuple(read(told)) if self._process.exitCode() == 0 else ()
        if devices:
            self.found.emit(devices)
        else:
            self._try()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._limit.stop()
            self._left.pop(0)
            QTimer.singleShot(0, self, self._try)
