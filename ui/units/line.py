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

    The next text may be typed while the last one is being written: its Enter waits until then.
    """

    entered = Signal(bool)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._back: QWidget | None = None
        self._writing = False
        self._stays = False
        self._waiting: bool | None = None

    def go(self) -> None:
        """Take the focus; typing replaces what stands there."""
        self._stays = self._writing
        if not self.hasFocus():
            self._back = QApplication.focusWidget()
            self.window().activateWindow()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
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
        """What was entered is being written; `accepted` or `refused` ends that."""
        self._writing = True

    def accepted(self, typed: str) -> None:
        """What was typed has been written down: clear it, and leave unless the next is being typed."""
        waiting = self._end_writing()
        if self.text() == typed:
            self.clear()
        if waiting is not None and self.text():
            self.entered.emit(waiting)
        elif not self._stays and not self.text():
            self.leave()

    def refused(self) -> None:
        """What was typed was not written; what came after it is not entered before that has been read."""
        self._end_writing()

    def _end_writing(self) -> bool | None:
        waiting, self._writing, self._waiting = self._waiting, False, None
        return waiting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape."""
        kept = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not kept:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._stays = False
            if self._writing:
                self._waiting = shift
            else:
                self.entered.emit(shift)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


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
