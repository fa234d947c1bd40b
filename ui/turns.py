"""What is entered at a desk counts in the order in which it was entered, however slowly acts are written."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Turns:
    """Knows whether something entered here is being written, and what waits until it is.

    The board tells of an act only once that is written: what is read against it before would not know it.
    """

    def __init__(self) -> None:
        self._writing = 0
        self._waiting: deque[Callable[[], None]] = deque()

    @property
    def writing(self) -> bool:
        """Whether an act is on its way."""
        return self._writing > 0

    def begin(self) -> None:
        """An act is on its way."""
        self._writing += 1

    def end(self, tell: Callable[[], None]) -> None:
        """An act was written or refused: `tell` whoever entered it, then let go on what waits."""
        self._writing -= 1
        try:
            tell()
        finally:
            self._go_on()

    def then(self, work: Callable[[], None]) -> None:
        """Do something once all that was entered before is written; at once where nothing is."""
        if self.writing:
            self._waiting.append(work)
        else:
            work()

    def _go_on(self) -> None:
        if self._waiting and not self.writing:
            try:
                self._waiting.popleft()()
            finally:
                self._go_on()


MODIFIERS = frozenset(
    (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
)
"""Keys that say nothing by themselves."""


class HeldKeys:
    """Keys pressed in a widget that wait for their turn, in their order."""

    def __init__(self, turns: Turns, widget: QWidget) -> None:
        self._turns = turns
        self._widget = widget
        self._held: list[QKeyEvent] = []

    def __bool__(self) -> bool:
        """Whether a key waits: those behind it wait too."""
        return bool(self._held)

    def hold(self, event: QKeyEvent) -> None:
        """Keep a key until what is being written is. One that only goes with another says nothing."""
        if event.key() in MODIFIERS:
            return
        self._held.append(event.clone())
        if len(self._held) == 1:
            self._turns.then(self._play)

    def _play(self) -> None:
        """Press them here; where one of them moves the cursor elsewhere, those behind it follow it there."""
        held, self._held = self._held, []
        before = QApplication.focusWidget()
        for event in held:
            now = QApplication.focusWidget()
            stands = isValid(self._widget) and self._widget.isVisible()
            where = self._widget if stands and now in (before, None) else now
            if where is not None:
                QApplication.sendEvent(where, event)
