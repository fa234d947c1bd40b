"""The line itself: completes, remembers what was ordered, and marks where a mistake stands."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, Qt

from ui.theme import Look
from ui.turns import Turns
from ui.units.line import Line

REMEMBERED = 50
"""Orders that Up brings back. They stay in memory: notes may tell of persons."""


class OrderField(Line):
    """Enter and Escape as any line; Tab takes what is offered, Up and Down bring earlier orders back."""

    left = Signal()
    """The focus was given back."""
    completed = Signal()
    """Tab: what is offered is wanted."""

    def __init__(self, look: Look, name: str, hint: str, turns: Turns, offered: Callable[[], bool]) -> None:
        super().__init__(name, hint, turns)
        self._look = look
        self._offered = offered
        self._wrong: tuple[int, int] | None = None
        self._history: list[str] = []
        self._at: int | None = None
        self._begun = ""

    @property
    def wrong_at(self) -> int:
        """Where the mistake that is marked begins, in pixels from the line's left edge."""
        return self._x(self._wrong[0]) if self._wrong is not None else 0

    def mark(self, wrong: tuple[int, int] | None) -> None:
        """Mark a part of the text as wrong, from its first place to the one behind its last."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.update()

    def remember(self, order: str) -> None:
        """Keep an order for Up; the same twice is one."""
        self._history = [*(one for one in self._history if one != order), order][-REMEMBERED:]
        self._at = None

    def leave(self) -> None:
        """Give the focus back, and say so."""
        super().leave()
        self._at = None
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Tab completes; where nothing is offered it does nothing, so that no order is left half typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() == Qt.Key.Key_Tab and plain and (self._offered() or self.text()):
                if self._offered():
                    self.completed.emit()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk through earlier orders; behind an Enter that waits, they wait."""
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or self.waits:
            super().keyPressEvent(event)
        else:
            self._walk(-1 if event.key() == Qt.Key.Key_Up else 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Underline what is wrong."""
        super().paintEvent(event)
        if self._wrong is None:
            return
        begin, end = (self._x(one) for one in self._wrong)
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color(self._look.theme.alarm), self._look.px(2)))
        y = self.height() - self._look.px(4)
        painter.drawLine(begin, y, max(end, begin + self._look.px(6)), y)
        painter.end()

    def _walk(self, step: int) -> None:
        """Earlier orders, and behind the newest what was being typed."""
        if self._at is None:
            if step > 0 or not self._history:
                return
            self._begun, self._at = self.text(), len(self._history)
        self._at = max(0, min(len(self._history), self._at + step))
        self.setText(self._begun if self._at == len(self._history) else self._history[self._at])

    def _x(self, place: int) -> int:
        """Where a place of the text stands, in pixels; the text may be scrolled."""
        metrics, cursor = self.fontMetrics(), self.cursorPosition()
        origin = self.cursorRect().center().x() - metrics.horizontalAdvance(self.text()[:cursor])
        return origin + metrics.horizontalAdvance(self.text()[:place])
