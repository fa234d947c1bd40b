"""Sounds through whatever plays them on this workstation; the desk says when nothing does."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

PLAYERS: tuple[tuple[str, ...], ...] = (
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("afplay",),
)
"""Programs that play a WAV file named last: PipeWire, PulseAudio, ALSA, macOS. Windows needs none."""

_LONGEST_MS = 5_000
"""A player that has not ended by then hangs."""


class Sound(StrEnum):
    """The sounds of the desk, made by tools/sounds.py; the value is the file's name."""

    NEW_P1 = "new_p1"
    P1_WAITS = "p1_waits"
    LATE = "late"
    AGENCY = "agency"
    WORK = "work"
    REMINDER = "reminder"
    CREW_DUE = "crew_due"
    CREW_SILENT = "crew_silent"
    HELD = "held"
    HELD_LONG = "held_long"
    COMPRESSION = "compression"
    DISTRESS = "distress"
    SILENCE = "silence"


def sound_file(sound: Sound) -> Path:
    """The WAV file of a sound."""
    return Path(str(files("resources"))) / "sounds" / f"{sound.value}.wav"


class Speaker(QObject):
    """Plays one sound at a time and knows whether it can be heard as far as the system tells.

    `players` None: those of `PLAYERS` that are installed; none on a screen that nobody sees.
    """

    heard_changed = Signal()
    ended = Signal()
    """A sound was played, or could not be."""

    def __init__(self, parent: QObject | None = None, players: Sequence[Sequence[str]] | None = None) -> None:
        super().__init__(parent)
        self._players = _installed() if players is None else [tuple(player) for player in players]
        self._left: list[tuple[str, ...]] = []
        self._device = ""
        self._on_device = False
        self._fell_back = False
        self._sound: Sound | None = None
        self._heard: bool | None = None
        self._process = QProcess(self)
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._try)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._process.kill)
        if parent is not None:
            parent.destroyed.connect(self.stop)

    @property
    def heard(self) -> bool | None:
        """Whether the last sound was played; None before the first."""
        return self._heard

    @property
    def playing(self) -> bool:
        """Whether a sound is being played now."""
        return self._sound is not None

    @property
    def device(self) -> str:
        """The device that was chosen, as `use` takes it; empty: the system's own choice."""
        return self._device

    @property
    def fell_back(self) -> bool:
        """Whether the last sound was played by the system's own choice, since the chosen device did not."""
        return self._fell_back

    def use(self, device: str) -> None:
        """Play on a device from now on: `pulse:NAME`, `alsa:NAME`, or empty for the system's own choice."""
        self._device, self._fell_back = device, False

    def play(self, sound: Sound) -> None:
        """Play a sound; where nothing plays it, the system's beep is the last resort.

        A sound that still plays is left to its end: the next one is dropped.
        """
        if self._sound is not None:
            return
        if sys.platform == "win32":
            self._say(_play_on_windows(sound_file(sound)), sound)
        else:
            self._sound, self._left = sound, [*_on_device(self._device), *self._players]
            self._next.start(0)

    def check(self) -> None:
        """Find out whether anything can be heard, without a sound."""
        self.play(Sound.SILENCE)

    def stop(self) -> None:
        """End what plays."""
        self._sound, self._left = None, []
        self._next.stop()
        self._limit.stop()
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_LONGEST_MS)

    def _try(self) -> None:
        """Let the next player try; without one the sound is not heard."""
        sound = self._sound
        if sound is None:
            return
        if not self._left:
            self._sound = None
            self._say(False, sound)
            return
        self._on_device = len(self._left) > len(self._players)
        program, *words = self._left.pop(0)
        self._limit.start(_LONGEST_MS)
        self._process.start(program, [*words, str(sound_file(sound))])

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            sound, self._sound = self._sound, None
            self._fell_back = bool(self._device) and not self._on_device
            if sound is not None:
                self._say(True, sound)
        elif self._sound is not None:
            self._next.start(0)

    def _failed(self, error: QProcess.ProcessError) -> None:
        """A player that did not start; one that crashed ends as well and is heard of there."""
        if error is QProcess.ProcessError.FailedToStart and self._sound is not None:
            self._limit.stop()
            self._next.start(0)

    def _say(self, heard: bool, sound: Sound) -> None:
        if not heard and sound is not Sound.SILENCE:
            QApplication.beep()
        if heard is not self._heard:
            self._heard = heard
            self.heard_changed.emit()
        self.ended.emit()


def _on_device(device: str) -> list[tuple[str, ...]]:
    """The programs that play on a device."""
    kind, _, name = device.partition(":")
    if not name:
        return []
    if kind == "pulse":
        return [("paplay", f"--device={name}"), ("pw-play", "--target", name)]
    return [("aplay", "-q", "-D", name)] if kind == "alsa" else []


def _installed() -> list[tuple[str, ...]]:
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return []
    return [player for player in PLAYERS if QStandardPaths.findExecutable(player[0])]


def _play_on_windows(file: Path) -> bool:
    if sys.platform == "win32":
        import winsound

        try:
            winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        except RuntimeError:
            return False
        return True
    return False
