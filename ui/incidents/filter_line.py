"""The line in which the list is filtered by typing."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.theme import Look

_WIDTH = 170
_MIN_WIDTH = 90
"""Pixels, before and while hidden P1 and the hint want the room beside it."""
_STRETCH = 255
"""Against the head's own stretch of 1."""
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FilterLine(QLineEdit):
    """Hidden until something is typed. Arrows walk the list meanwhile, Enter goes on, Escape clears."""

    entered = Signal()
    escaped = Signal()

    def __init__(self, look: Look, walker: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._walker = walker
        self.setPlaceholderText(self.tr("Number, place, unit …"))
        self.setAccessibleName(self.tr("Filter the list"))
        policy = self.sizePolicy()
        policy.setHorizontalStretch(_STRETCH)
        self.setSizePolicy(policy)
        self.hide()

    def begin(self, letters: str) -> None:
        """Show the line with these letters after what stands in it, as if they had been typed here."""
        self.setMinimumWidth(self._look.px(_MIN_WIDTH))
        self.setMaximumWidth(self._look.px(_WIDTH))
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if letters:
            self.setText(self.text() + letters)
            self.textEdited.emit(self.text())

    def sizeHint(self) -> QSize:
        """As narrow as it may be: it takes what room is left, and gives way before words are cut."""
        return QSize(self._look.px(_MIN_WIDTH), super().sizeHint().height())

    def finish(self) -> None:
        """Empty and hide the line."""
        self.clear()
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Tab leaves as anywhere; keys that are the list's go there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if key in _WALKING and plain:
                QApplication.sendEvent(self._walker, event.clone())
                return True
            if key == Qt.Key.Key_Escape:
                self.escaped.emit()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
                self.entered.emit()
                return True
        return super().event(event)
