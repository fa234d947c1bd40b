"""The fields of the call's form that are more than a line of text."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop.domain.calls import Channel
from desktop.domain.reference import Priority
from desktop.operations.draft_readers import read_priority
from ui.choice_field import ChoiceField, Find
from ui.glyphs import paint_priority
from ui.place_line import PlaceLine
from ui.theme import Look
from ui.words import word

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _leaves(event: QFocusEvent) -> bool:
    return event.reason() is not Qt.FocusReason.PopupFocusReason


class LineField(QLineEdit):
    """A line of text; Enter goes to the next field."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in _ENTER and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor left."""
        super().focusOutEvent(event)
        if _leaves(event):
            self.left.emit()


class AddressLine(PlaceLine):
    """The line of an address; Enter goes to the next field, unless an arrow rests on a place offered."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in _ENTER and not event.modifiers() and not self.rests_on_offer:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor left."""
        super().focusOutEvent(event)
        if _leaves(event):
            self.left.emit()


class ChoiceLine(ChoiceField):
    """A choice; Enter takes what the list offers, once more Enter goes to the next field."""

    left = Signal()

    def __init__(self, look: Look, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(look, find, parent)
        self.returnPressed.connect(self.focusNextChild)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the best, then say that the cursor left."""
        super().focusOutEvent(event)
        if _leaves(event):
            self.left.emit()


class NarrativeField(QPlainTextEdit):
    """Several lines of text; Tab leaves it."""

    left = Signal()
    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("dress", "narrative")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._showing = False
        self.textChanged.connect(self._changed)
        self.fit()

    def fit(self) -> None:
        """Be three lines high at the present text size; never less: the narrative is what is read first."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Three lines of text."""
        return QSize(self._look.px(200), self._look.px(62))

    def show_text(self, text: str) -> None:
        """Show a text, without saying so to anyone. Who is typing stays where he is; otherwise at the end."""
        if text == self.toPlainText():
            return
        cursor = self.textCursor()
        at = cursor.position()
        cursor.setPosition(0, cursor.MoveMode.KeepAnchor)
        before = cursor.selection().toPlainText()
        self._showing = True
        self.setPlainText(text)
        if self.hasFocus() and at and text.startswith(before):
            cursor.setPosition(at)
        else:
            cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self._showing = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the cursor left."""
        super().focusOutEvent(event)
        if _leaves(event):
            self.left.emit()

    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit()


class PriorityField(LineField):
    """A priority, set by a digit. Backspace gives it back to the category.

    Words typed here are an address typed one field too early: the cursor goes on to `words_go_to` with them,
    else the number of a house would become the priority.
    """

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.override = ""
        """What the operator set, as P1; empty while the category decides."""
        self._look = look
        self._brought = Priority.P2
        self.words_go_to: QLineEdit | None = None
        self._letter = ""
        """A P that was typed: of P1, or of a word."""
        self.textEdited.connect(lambda _pasted: self.show_priority(self.override, self._brought))
        self.fit()

    @property
    def priority(self) -> Priority:
        """The priority that holds."""
        return read_priority(self.override) or self._brought

    def fit(self) -> None:
        """Leave room for the glyph at the present size."""
        self.setTextMargins(self._look.px(17), 0, 0, 0)

    def show_priority(self, override: str, brought: Priority) -> None:
        """Show what holds, without saying so to anyone."""
        self.override, self._brought = override, brought
        if self.text() != self.priority.value:
            self.setText(self.priority.value)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits set the priority; words are passed on."""
        letter, self._letter = self._letter, ""
        found = read_priority(event.text()) if event.text() else None
        if found is not None:
            self._set(found.value)
        elif event.text() in ("p", "P") and not letter:
            self._letter = event.text()
        elif event.text().isalpha() or (letter and event.text().isprintable() and event.text()):
            self._pass_on(letter + event.text())
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not event.modifiers():
            self._set("")
        elif event.key() in _ENTER or not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line with the priority's shape in its colour before the text."""
        super().paintEvent(event)
        size = self._look.px(10)
        box = QRectF(self._look.px(8), (self.height() - size) / 2, size, size)
        color = self._look.color(self._look.theme.priorities[self.priority])
        painter = QPainter(self)
        paint_priority(painter, box, self.priority, color)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A letter left behind means nothing."""
        self._letter = ""
        super().focusOutEvent(event)

    def _pass_on(self, text: str) -> None:
        if self.words_go_to is not None:
            self.words_go_to.setFocus(Qt.FocusReason.OtherFocusReason)
            self.words_go_to.end(False)
            for letter in text:
                QCoreApplication.sendEvent(
                    self.words_go_to,
                    QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter),
                )

    def _set(self, override: str) -> None:
        self.show_priority(override, self._brought)
        self.edited.emit()


class ChannelField(ChoiceLine):
    """A channel. There always is one: what names none is mended when the cursor leaves."""

    edited = Signal()

    def __init__(self, look: Look, find: Find) -> None:
        super().__init__(look, find)
        self.channel = Channel.TRUNK_112
        self.show_channel(self.channel)
        self.chosen.connect(self._chosen)
        self.left.connect(lambda: self.show_channel(self.channel))

    def show_channel(self, channel: Channel) -> None:
        """Show a channel, without saying so to anyone."""
        self.channel = channel
        being_typed = self.hasFocus() and not self.code
        if not being_typed and (self.code, self.text()) != (channel.value, word(channel)):
            self.show_choice(channel.value, word(channel))

    def _chosen(self, code: str) -> None:
        if code:
            self.channel = Channel(code)
            self.edited.emit()
