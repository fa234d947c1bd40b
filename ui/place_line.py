"""A line for an address: what is typed stays as it is, and places that it may mean are offered below."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from desktop.domain.places import Place
from desktop.gazetteer.filling import filled, said_name
from ui.choice_field import Popup
from ui.panel import Panel
from ui.place_words import place_text
from ui.session import Session

if TYPE_CHECKING:
    from desktop.gazetteer.search import Found

OFFERED = 5
SHORTEST = 3
"""Letters from which on places are offered."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDEST = 620
_DIGITS = {getattr(Qt.Key, f"Key_{digit}"): digit - 1 for digit in range(1, OFFERED + 1)}


class PlaceLine(QLineEdit):
    """Nothing is chosen until an arrow, Ctrl+digit or the mouse says so: Enter and Tab leave what was typed.

    Once an arrow rests on a place, Enter takes it and a digit takes the one of that number: what is found
    late changes nothing below it, and what is typed leaves it.
    """

    taken = Signal(object)
    """What the place that was taken fills, by the fields of a draft, the address too."""

    def __init__(
        self, session: Session, kept: Callable[[], Collection[str]], parent: QWidget | None = None
    ) -> None:
        """`kept`: fields of a draft in which something stands that no place may write over."""
        super().__init__(parent)
        self._kept = kept
        self._session = session
        self._found: Found | None = None
        self._wanted: str | None = None
        self._asking = False
        self._in_vain: Callable[[], None] | None = None
        """Set while a key waits for what is offered: called where that is nothing."""
        session.places_grew.connect(self._ask_again)
        self._popup = Popup(self, _WIDEST, beside=Panel)
        self._popup.setAccessibleName(self.tr("Places offered"))
        self._model = QStringListModel(self._popup)
        self._popup.setModel(self._model)
        self.destroyed.connect(self._popup.deleteLater)
        self._popup.clicked.connect(self._clicked)
        self.textEdited.connect(self._typed)
        self.other_name: tuple[Place, str] | None = None
        """The place that was taken last, where it was called otherwise than it is."""

    @property
    def offers(self) -> Sequence[str]:
        """What is offered now, as it is read."""
        return self._model.stringList() if self._popup.isVisible() else ()

    @property
    def rests_on_offer(self) -> bool:
        """Whether Enter would take a place."""
        return self._popup.isVisible() and self._popup.currentIndex().isValid()

    def take(self, row: int) -> bool:
        """Take a place that is offered, by its row from 0; whether there is one."""
        if self._found is None or not self._popup.isVisible() or row >= len(self._found.places):
            return False
        if not self.text().startswith(self._found.spoken.text):
            return False
        # What was typed since these were found is a number, or more of the same.
        self._fill(self._found, row, self.text()[len(self._found.spoken.text) :])
        return True

    def take_later(self, in_vain: Callable[[], None]) -> bool:
        """Take the first of the places that are looked for; whether any are."""
        if self._asking:
            self._in_vain = in_vain
        return self._asking

    def take_told(self, found: "Found") -> None:
        """Take what was heard elsewhere: its likeliest place, or the words themselves where it has none."""
        if found.places:
            self._fill(found, 0, "")
        else:
            area = {} if found.area is None else {"area": found.area.id}
            self._put({"address": found.spoken.text, **area})

    def texts_of(self, found: "Found", row: int) -> dict[str, str]:
        """What a place that was found would fill."""
        best, area = found.places[row], found.area
        areas = self._session.reference.areas.values() if area is not None else ()
        inside = [one.id for one in areas if area is not None and one.parent == area.id]
        return dict(filled(found.spoken, best.place, best.words, self._kept(), area, inside))

    def setText(self, text: str | None, /) -> None:
        """Show a text from its beginning: of a long one that says where, the end says how to come there."""
        super().setText(text)
        self._show_beginning()

    def _show_beginning(self) -> None:
        if not self.hasFocus():
            self.setCursorPosition(0)

    def _fill(self, found: "Found", row: int, more: str) -> None:
        best = found.places[row]
        said = said_name(found.spoken, best.place, best.words)
        self.other_name = (best.place, said) if said else None
        texts = self.texts_of(found, row)
        self._put(texts | {"address": texts["address"] + more})

    def _put(self, texts: Mapping[str, str]) -> None:
        self.selectAll()
        self.insert(texts["address"])  # not setText: Ctrl+Z gives back what was typed
        self._show_beginning()
        self._put_away()
        self.taken.emit(texts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk what is offered, Enter and digits take, Escape puts it away."""
        if not (self._popup.isVisible() and self._in_list(event)):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A key leads behind what stands there, as Tab selects it."""
        if event.reason() in (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.end(False)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is offered goes with the cursor, and the beginning is shown again."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._put_away()
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._show_beginning()

    def _in_list(self, event: QKeyEvent) -> bool:
        """Whether a key meant the list."""
        key, plain = event.key(), not event.modifiers()
        digit = _DIGITS.get(key)
        if plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif plain and key in _ENTER and self.rests_on_offer:
            return self.take(self._popup.currentIndex().row())
        elif plain and key == Qt.Key.Key_Escape:
            self._put_away()
        elif digit is not None and (
            event.modifiers() == Qt.KeyboardModifier.ControlModifier or (plain and self.rests_on_offer)
        ):
            return self.take(digit)
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        rows, current = self._model.rowCount(), self._popup.currentIndex()
        first = 0 if step > 0 else rows - 1
        row = current.row() + step if current.isValid() else first
        self._wanted = None
        # Above the first and below the last nothing is chosen: Enter goes on again.
        index = self._model.index(row, 0) if 0 <= row < rows else QModelIndex()
        self._popup.setCurrentIndex(index)

    def _typed(self, text: str) -> None:
        self._popup.setCurrentIndex(QModelIndex())
        self._wanted = text
        if not self._asking:
            self._asking = True
            self._session.start(self._ask(), "find places")

    def _ask_again(self) -> None:
        """Ask once more for what meant no place when it was typed: the places were still coming."""
        found = self._found
        if found is not None and not found.places and found.spoken.text == self.text() and self.hasFocus():
            self._typed(self.text())

    async def _ask(self) -> None:
        """Ask for the newest text only, however fast it is typed."""
        try:
            while self._wanted is not None:
                text, self._wanted = self._wanted, None
                if len(text.strip()) < SHORTEST:
                    self._put_away()
                    continue
                found = await self._session.places.find(text, OFFERED)
                if not isValid(self):
                    return
                if self.text() == text and self.hasFocus() and not self.rests_on_offer:
                    self._offer(found)
        finally:
            self._asking = False
            in_vain, self._in_vain = self._in_vain, None  # after a fault too: no later answer is meant
        if in_vain is not None and not self.take(0):
            in_vain()

    def _offer(self, found: "Found") -> None:
        self._found = found
        reference = self._session.reference
        self._model.setStringList(
            [f"Ctrl+{row}  {place_text(one.place, reference)}" for row, one in enumerate(found.places, 1)]
        )
        self._popup.setCurrentIndex(QModelIndex())
        if found.places:
            self._popup.place()
        else:
            self._popup.hide()

    def _put_away(self) -> None:
        self._wanted = None
        self._popup.hide()

    def _clicked(self, index: QModelIndex) -> None:
        self.take(index.row())
