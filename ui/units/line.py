"""A line of text with its keys, and the note that stands beside the lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.panel import label
from ui.theme import Look
from ui.units.speech import Note


class Line(QLineEdit):
    """One line. Enter tells whether Shift was held; Escape leaves it as typed and gives the focus back.

    The next text may be typed while the last one is being written. Its Enter, and all keys after that, wait
    until then: nothing is entered half typed, and nothing that was entered is typed over. An Enter waits also
    for what was entered in a line `beside`, because it may speak of that: a unit is sent, and is under way.
    """

    entered = Signal(bool)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._back: QWidget | None = None
        self._written: str | None = None
        self._stays = False
        self._waiting: list[QKeyEvent | None] = []
        self.beside: tuple[Line, ...] = ()

    def go(self) -> None:
        """Take the focus; typing replaces what stands there."""
        if not self.hasFocus():
            self._back = QApplication.focusWidget()
            self.window().activateWindow()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._waiting:
            self._waiting.append(None)
            return
        self._stays = self._written is not None
        self.selectAll()

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
        self._written = self.text()
        if self._stays:
            self.selectAll()  # what comes next is typed in its place

    def stay(self) -> None:
        """Keep the focus once what stands there is accepted: more is to come."""
        self._stays = True

    def accepted(self, typed: str) -> None:
        """What was typed has been written down: clear it, and leave unless the next is being typed."""
        if self.text() == typed:
            self.clear()
        self._go_on()
        if not self._stays and not self.text() and self._written is None:
            self.leave()

    def refused(self) -> bool:
        """What was typed was not written; whether it still stands here, and is not being typed over."""
        stands = not self._waiting and self._written in (None, self.text())
        if stands and self._stays:
            self.end(False)  # what is to be mended is not to be typed over
        self._go_on()
        return stands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape."""
        kept = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not kept
        if self._waiting or (enters and self._must_wait()):
            self._waiting.append(event.clone())
        elif enters:
            self._stays = False
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """Take the keys that waited, up to the next that has to wait again; then let lines beside do so."""
        self._written = None
        for line in (self, *self.beside):
            if not line._must_wait():
                line._take_waiting()

    def _must_wait(self) -> bool:
        return any(line._written is not None for line in (self, *self.beside))

    def _take_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            if one is None:
                self.go()
            else:
                self.keyPressEvent(one)


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
