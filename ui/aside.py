"""An answered question that stands aside until its answer is accepted."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.turns import MODIFIERS


class Aside(QObject):
    """Leaves the keys to what had the focus before, and knows whether who answered has gone on since."""

    def __init__(self, question: QWidget) -> None:
        super().__init__(question)
        self._question = question
        self._back: QWidget | None = None
        self._before: QWidget | None = None
        self._went_on = False
        self._holds = False
        self._held: list[QKeyEvent] = []
        """Keys behind an answer that waits for its turn: it may ask on, and they are meant for that."""
        self.on = False
        """Whether the question stands aside."""
        self.is_written = False
        """Whether its answer is being written already."""

    @property
    def has_gone_on(self) -> bool:
        """Whether who answered does something else by now."""
        return self.on and (self._went_on or QApplication.focusWidget() not in (None, self._back))

    @property
    def holds_keys(self) -> bool:
        """Whether keys behind the answer wait with it."""
        return self.on and bool(self._held)

    def begin(self, back: QWidget | None, *, waits: bool) -> None:
        """The question was answered. `back`: what had the focus before it; `waits`: the answer does."""
        inside = leave_fields(self._question)
        self._back = self._before = back if back is not None and isValid(back) else None
        self.on, self._went_on, self._holds = True, not inside, waits
        self._question.hide()

    def hand_over(self) -> None:
        """The room of the question is there again: let what had the focus before have it."""
        if self._back is not None:
            self._back.installEventFilter(self)
            if not self._went_on:
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_go(self) -> None:
        """The answer had its turn: press the keys behind it where it has led."""
        held, self._held, self._holds = self._held, [], False
        for event in held:
            focus = QApplication.focusWidget()
            asked = focus is not None and self._question.isAncestorOf(focus)
            where = focus if asked or self._before is None or not isValid(self._before) else self._before
            if where is not None:
                QApplication.sendEvent(where, event)

    def end(self) -> None:
        """The question stands again, or is over."""
        self.on = self.is_written = False
        if self._back is not None and isValid(self._back):
            self._back.removeEventFilter(self)
        self._back = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter once more, out of impatience, says nothing; any other key goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.on:
            enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            again = enters and not self._went_on and not self._held
            leaves = event.key() == Qt.Key.Key_Escape and not self._held  # what is seen, whatever is asked on
            if self._holds and not (again or leaves) and event.key() not in MODIFIERS:
                self._held.append(event.clone())
                return True
            self._went_on = self._went_on or not (again or event.key() in MODIFIERS)
            return again
        return super().eventFilter(watched, event)


def leave_fields(question: QWidget) -> bool:
    """Take the focus out of a question that is to be hidden; whether it was there."""
    focus = QApplication.focusWidget()
    if focus is None or not question.isAncestorOf(focus):
        return False
    focus.clearFocus()  # hidden, the field would hand it to whatever comes next in the window
    return True
