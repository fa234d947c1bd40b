"""A line of text with its keys, and the note that stands beside the lines."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.panel import label
from ui.theme import Look
from ui.turns import Turns
from ui.units.speech import Note


class Line(QLineEdit):
    """One line. Enter tells whether Shift was held; Escape leaves it as typed and gives the focus back.

    The next text may be typed while the last one is being written. Its Enter, and all keys after that, wait
    until then: nothing is entered half typed, and nothing that was entered is typed over. An Enter waits also
    for what was entered in a line `beside` and for whatever else is being written, because it may speak of
    that: a unit is sent, and is under way.
    """

    entered = Signal(bool)

    def __init__(self, name: str, hint: str, turns: Turns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns = turns
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._back: QWidget | None = None
        self._written: str | None = None
        self._retyped = False
        """Whether something was typed since: the same once more is another."""
        self.textEdited.connect(self._edited)
        self._stays = False
        self._waiting: list[tuple[QKeyEvent | Callable[[], None], str]] = []
        """Keys, or what one that leads here does, each with the incident that was meant when pressed."""
        self._has_turn = False
        """Whether they come in their turn, behind what was entered elsewhere before."""
        self._leaves = False
        """Whether it is left once those have been taken."""
        self.beside: tuple[Line, ...] = ()
        self.meant_now: Callable[[], str] = lambda: ""
        """Which incident is meant by what is entered now, by id."""
        self.meant_then = ""
        """Which one was meant when the Enter was pressed that `entered` tells of."""

    @property
    def waits(self) -> bool:
        """Whether keys wait: those behind them do too."""
        return bool(self._waiting)

    def go(self) -> None:
        """Take the focus; typing replaces what stands there."""
        if not self.hasFocus():
            self._back = QApplication.focusWidget()
            self.window().activateWindow()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._waiting:
            self.behind(self.go)
            return
        self._stays = self._written is not None
        self.selectAll()

    def behind(self, work: Callable[[], None]) -> None:
        """Do something behind the keys that wait; at once where none does."""
        if self._waiting:
            self._waiting.append((work, ""))
        else:
            work()

    def leave(self) -> None:
        """Give the focus back to where it was, if it is here."""
        back, self._back = self._back, None
        if not self.hasFocus():
            return
        if back is not None and isValid(back) and back.isVisible():
            back.window().activateWindow()
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()

    def writing(self) -> None:
        """What stands there is being written; `accepted` or `refused` ends that."""
        self._written, self._retyped = self.text(), False
        if self._stays:
            self.selectAll()  # what comes next is typed in its place

    def stay(self) -> None:
        """Keep the focus once what stands there is accepted: more is to come."""
        self._stays = True

    def accepted(self, typed: str) -> None:
        """What was typed has been written down: clear it, and leave unless the next is being typed."""
        if self.text() == typed and not (self._retyped and self._written is not None):
            self.clear()
        self._go_on()
        self._leaves = bool(self._waiting)
        if not self._leaves:
            self._leave_if_done()

    def refused(self) -> str | None:
        """What was typed was not written; what it was, if it stands here no more or is being typed over."""
        written = self._written or ""
        stands = not self._waiting and self._written in (None, self.text())
        if stands and self._stays:
            self.end(False)  # what is to be mended is not to be typed over
        self._go_on()
        return None if stands else written

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()  # also while keys wait: those behind it are for where it leads
        elif self._waiting or (_enters(event) and self._must_wait()):
            self._wait(event.clone(), self.meant_now())
        elif _enters(event):
            self._enter(event, self.meant_now())
        else:
            super().keyPressEvent(event)

    def _edited(self) -> None:
        self._retyped = True

    def _wait(self, event: QKeyEvent, meant: str) -> None:
        self._waiting.append((event, meant))
        if len(self._waiting) == 1:
            self._queue()

    def _queue(self) -> None:
        self._has_turn = True
        self._turns.then(self._take_turn)

    def _enter(self, event: QKeyEvent, meant: str) -> None:
        self._stays = False
        self.meant_then = meant
        self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _go_on(self) -> None:
        """Take the keys that waited, up to the next that has to wait again; then let lines beside do so."""
        self._written = None
        for line in (self, *self.beside):
            if not line._has_turn:
                line._take_turn()

    def _leave_if_done(self) -> None:
        if not self._stays and not self.text() and self._written is None:
            self.leave()

    def _must_wait(self) -> bool:
        return self._turns.writing or any(line._written is not None for line in (self, *self.beside))

    def _take_turn(self) -> None:
        self._has_turn = False
        if not self._must_wait():
            self._take_waiting()
            if self._leaves and not self._waiting:
                self._leaves = False
                self._leave_if_done()
        elif self._waiting and self._turns.writing:
            self._queue()

    def _take_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for event, meant in waiting:
            if not isinstance(event, QKeyEvent):
                self.behind(event)
            elif self._waiting or (_enters(event) and self._must_wait()):
                self._wait(event, meant)
            elif _enters(event):
                self._enter(event, meant)
            else:
                self.keyPressEvent(event)


def _enters(event: QKeyEvent) -> bool:
    kept = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not kept


class NoteBox(QWidget):
    """What is understood of the field with the focus, and what is wrong; hidden when there is nothing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = label("", "label")
        self._problem = label("", "problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        for one in (self._preview, self._problem):
            one.setWordWrap(True)
            column.addWidget(one)
        self.tell(Note())

    def tell(self, note: Note) -> None:
        """Say it."""
        for one, text in ((self._preview, note.preview), (self._problem, note.problem)):
            if one.text() != text:
                one.setText(text)
            one.setVisible(bool(text))
        self.setVisible(bool(note.preview or note.problem))

    @property
    def note(self) -> Note:
        """What stands there."""
        return Note(self._preview.text(), self._problem.text())
