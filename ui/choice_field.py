"""A field in which one of many is chosen by typing any part of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from ui.theme import Look

ROWS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Option:
    """One that can be chosen: its code, the text that the field then shows, and what else tells it apart."""

    code: str
    text: str
    detail: str = ""

    @property
    def line(self) -> str:
        """As the list of options shows it."""
        return f"{self.text} — {self.detail}" if self.detail else self.text


Find = Callable[[str], Sequence[Option]]
"""Gives the options for what has been typed, the best first; all of them for an empty text."""


class ChoiceField(QLineEdit):
    """A line in which typing narrows a list: arrows choose, Enter or Tab takes, Escape leaves it as typed.

    `code` is the code taken, or empty while the text fits none. Only taking alters what was typed.
    """

    chosen = Signal(str)
    """The code, empty when the text no longer names one. Only for what the operator does."""

    def __init__(
        self, look: Look, find: Find, parent: QWidget | None = None, whole: QWidget | None = None
    ) -> None:
        """`whole`: what the options leave in sight where they stand above the field."""
        super().__init__(parent)
        self.code = ""
        self._look = look
        self._find = find
        self._options: Sequence[Option] = ()
        self._popup = Popup(self, whole=whole)
        self._model = QStringListModel(self._popup)
        self._popup.setModel(self._model)
        self.destroyed.connect(self._popup.deleteLater)
        self._popup.clicked.connect(self._clicked)
        self.textEdited.connect(self._typed)

    def show_choice(self, code: str, text: str) -> None:
        """Show what is chosen, without saying so to anyone."""
        self.code = code
        if self.text() != text:
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)  # a long name is known by how it begins
        self._popup.hide()

    @property
    def popup(self) -> QListView:
        """The list of options."""
        return self._popup

    def take_best(self) -> bool:
        """Take the option that the arrows rest on, else the best; whether there was one."""
        if not self._options or not self.text().strip():
            return False
        row = max(0, self._popup.currentIndex().row()) if self._popup.isVisible() else 0
        self._take(row)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the options; Enter takes one."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
            if not self._popup.isVisible():
                self._offer(self.text() if not self.code else "")
            else:
                self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self._popup.isVisible()
        ):
            self.take_best()
        elif key == Qt.Key.Key_Escape and self._popup.isVisible():
            self._popup.hide()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A key that leads here selects what was chosen, as Tab does: another is typed in its place."""
        super().focusInEvent(event)
        if self.code and event.reason() in (
            Qt.FocusReason.OtherFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field takes the best option when what was typed finds one."""
        if not self.code and self.text().strip() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._options = self._find(self.text())
            self.take_best()
        if self.code:
            self.setCursorPosition(0)
        self._popup.hide()
        super().focusOutEvent(event)

    def _typed(self, text: str) -> None:
        if self.code:
            self.code = ""
            self.chosen.emit("")
        self._offer(text)

    def _offer(self, text: str) -> None:
        self._options = self._find(text)[:50]
        self._model.setStringList([option.line for option in self._options])
        if not self._options:
            self._popup.hide()
            return
        self._popup.setCurrentIndex(self._model.index(0, 0))
        self._popup.place()

    def _walk(self, step: int) -> None:
        row = (self._popup.currentIndex().row() + step) % len(self._options)
        self._popup.setCurrentIndex(self._model.index(row, 0))

    def _clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        option = self._options[row]
        self.show_choice(option.code, option.text)
        self.chosen.emit(option.code)


class Popup(QListView):
    """The options, as a child of the window: it takes no focus and no keys.

    `widest`: in pixels. `beside`: of the field's parents, the kind beside which it stands where there is
    room, so that the fields below stay in sight. `whole`: what it leaves in sight where it stands above.
    """

    def __init__(
        self,
        field: QLineEdit,
        widest: int = 420,
        beside: type[QWidget] | None = None,
        whole: QWidget | None = None,
    ) -> None:
        super().__init__(None)
        self._field = field
        self._widest = widest
        self._beside = beside
        self._whole = whole or field
        self.setProperty("dress", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()
        field.installEventFilter(self)

    def place(self) -> None:
        """Stand beside the field's panel, else below the field, or above it where there is no room."""
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        rows = min(self.model().rowCount(), ROWS_SHOWN)
        height = rows * max(1, self.sizeHintForRow(0)) + 4
        width = max(self._field.width(), min(self._widest, self.sizeHintForColumn(0) + 30))
        corner = self._field.mapTo(window, self._field.rect().bottomLeft())
        if corner.y() + height > window.height():
            tops = (one.mapTo(window, QPoint(0, 0)).y() for one in (self._whole, self._field))
            corner.setY(next((top - height for top in tops if top >= height), 0))
        corner.setX(max(0, min(corner.x(), window.width() - width)))
        aside = self._room_aside(width, height)
        self.setGeometry(QRect(corner if aside is None else aside, QSize(width, height)))
        self.raise_()
        self.show()

    def _room_aside(self, width: int, height: int) -> QPoint | None:
        """Where it covers nothing of the panel in which the field stands."""
        parent = self._field.parentWidget() if self._beside is not None else None
        while parent is not None and self._beside is not None and not isinstance(parent, self._beside):
            parent = parent.parentWidget()
        if parent is None:
            return None
        window = self._field.window()
        x = parent.mapTo(window, parent.rect().topRight()).x() + 2
        y = self._field.mapTo(window, self._field.rect().topLeft()).y()
        return QPoint(x, max(0, min(y, window.height() - height))) if x + width <= window.width() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the field goes, and move with it."""
        if event.type() == QEvent.Type.Hide:
            self.hide()
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)
