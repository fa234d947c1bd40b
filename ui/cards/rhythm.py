"""The rhythm for chest compressions: heard where there is sound, seen everywhere."""

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.actions import BY_ID, key_text
from ui.incidents.sound import Sound, Speaker
from ui.panel import label
from ui.theme import Look

A_MINUTE = 110
"""Compressions a minute: within the 100 to 120 that the cards tell, with their source (breathing.toml)."""
_LIT_MS = 200
"""How long the light stays on at each beat; a beat comes every 545 ms."""


class Rhythm(QObject):
    """Beats until it is stopped, without drifting: each beat is reckoned from the first."""

    beat = Signal(int)
    """How many there were, from 1."""
    running_changed = Signal()

    def __init__(self, parent: QObject | None = None, speaker: Speaker | None = None) -> None:
        super().__init__(parent)
        self.speaker = speaker or Speaker(self)
        self._count = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._beat)
        self._running = False

    @property
    def running(self) -> bool:
        """Whether it beats."""
        return self._running

    def toggle(self) -> None:
        """Start, or stop."""
        if self._running:
            self.stop()
        else:
            self._running, self._count = True, 0
            self._clock.start()
            self.running_changed.emit()
            self._beat()

    def stop(self) -> None:
        """Beat no more."""
        if self._running:
            self._running = False
            self._timer.stop()
            self.running_changed.emit()

    def _beat(self) -> None:
        self._count += 1
        self.speaker.play(Sound.COMPRESSION)
        self.beat.emit(self._count)
        while next_beat(self._count) <= self._clock.elapsed():
            self._count += 1  # missed while the desk was busy: all at once they would be no rhythm
        self._timer.start(max(0, next_beat(self._count) - self._clock.elapsed()))


def next_beat(count: int) -> int:
    """Milliseconds from the first beat to that after `count` beats."""
    return round(count * 60_000 / A_MINUTE)


class RhythmStrip(QWidget):
    """A light that goes on with each beat, the word for it, and how long it has been; hidden at rest."""

    def __init__(self, look: Look, rhythm: Rhythm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("dress", "ground")
        self._rhythm = rhythm
        self.light = _Light(look)
        self.text = label("", "title")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(3), look.px(12), look.px(3))
        row.setSpacing(look.px(10))
        row.addWidget(self.light)
        row.addWidget(self.text, 1)
        self._dark = QTimer(self)
        self._dark.setSingleShot(True)
        self._dark.setInterval(_LIT_MS)
        self._dark.timeout.connect(lambda: self.light.show_lit(False))
        rhythm.beat.connect(self._beat)
        rhythm.running_changed.connect(lambda: self.setVisible(rhythm.running))
        self.hide()

    def _beat(self, count: int) -> None:
        self.light.show_lit(True)
        self._dark.start()
        if count % 10 == 1:  # often enough to be read, and no more to read aloud than can be listened to
            text = self.tr("PRESS — {rate} a minute, {count} so far — {key} stops")
            key = key_text(BY_ID["card.rhythm"])
            self.text.setText(text.format(rate=A_MINUTE, count=count, key=key))


class _Light(QWidget):
    """A disc: filled at a beat, else only its rim."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lit = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Large enough to be seen from the corner of the eye."""
        return QSize(self._look.px(26), self._look.px(26))

    def show_lit(self, lit: bool) -> None:
        """Light up, or go dark."""
        self.lit = lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._look.color(self._look.theme.alarm)
        painter.setPen(color)
        if self.lit:
            painter.setBrush(color)
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.end()
