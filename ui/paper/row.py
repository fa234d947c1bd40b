"""The fields of one report on paper, side by side; Enter goes on, Ctrl+Enter enters the report."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.calls import JUNK_TYPES, Channel
from desktop.operations.choosing import Choice, chooser_of
from desktop.operations.paper_row import ROW_FIELDS
from desktop.runtime.paper_form import paper_caption
from ui.actions import OWN_KEYS
from ui.choice_field import ChoiceField, Find, Option
from ui.intake.choices import Choices
from ui.panel import label
from ui.paper.typed_on import TypedOn
from ui.session import Session
from ui.words import outcome_name, word

ROWS: tuple[tuple[tuple[str, int], ...], ...] = (
    (("took_at", 9), ("channel", 11), ("call_type", 16), ("narrative", 64)),
    (("category", 24), ("priority", 8), ("people_hurt", 8), ("address", 34), ("landmark", 26)),
    (
        *(("area", 17), ("number", 16), ("name", 14), ("units", 19)),
        *(("sent_at", 9), ("done_at", 9), ("outcome", 16)),
    ),
)
"""Where the fields stand, with their shares of the width in percent."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaperFields(QWidget):
    """The row. It says what is typed and when it is to be entered; it judges nothing."""

    edited = Signal()
    entered = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._fields: dict[str, QLineEdit] = {}
        self._holds, self._typed_on = False, TypedOn()
        finds = _finds(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for cells in ROWS:
            across = QHBoxLayout()
            for name, share in cells:
                field = ChoiceField(session.look, finds[name]) if name in finds else QLineEdit()
                self._fields[name] = field
                cell = QVBoxLayout()
                caption = label(paper_caption(name), "label")
                caption.setBuddy(field)
                cell.addWidget(caption)
                cell.addWidget(field)
                across.addLayout(cell, share)
                self._watch(name, field)
            column.addLayout(across)

    @property
    def first(self) -> QLineEdit:
        """Where a report begins."""
        return self._fields[ROW_FIELDS[0]]

    def texts(self) -> dict[str, str]:
        """What stands in the row: of a choice its code, and what was typed for it."""
        found = {name: field.text() for name, field in self._fields.items()}
        for name, field in self._fields.items():
            if isinstance(field, ChoiceField):
                found |= {name: field.code, f"{name}_text": field.text()}
        return found

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show a row as it was typed."""
        for name, field in self._fields.items():
            if isinstance(field, ChoiceField):
                field.show_choice(texts.get(name, ""), texts.get(f"{name}_text", ""))
            else:
                field.setText(texts.get(name, ""))

    def go_to(self, name: str) -> None:
        """Put the cursor into a field."""
        self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def let_type(self, may: bool) -> None:
        """Whether what is typed is of this row: while that is written it is kept for the next."""
        self._holds = not may
        for field in self._fields.values():
            field.setReadOnly(not may)

    def play(self) -> None:
        """Type what was kept."""
        self._typed_on.play()

    @property
    def typed_on(self) -> bool:
        """Whether something is kept."""
        return bool(self._typed_on)

    def settle(self) -> None:
        """Take the best of what was typed into choices, as leaving them would."""
        for field in self._fields.values():
            if isinstance(field, ChoiceField) and field.text() and not field.code:
                field.take_best()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, from the last field it enters; Ctrl+Enter enters from any."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if self._holds and event.key() != Qt.Key.Key_Escape:
            self._typed_on.keep(event)
            return True
        if event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier or watched is self._last:
                self.settle()
                self.entered.emit()
                return True
            if isinstance(watched, ChoiceField) and not watched.code:
                watched.take_best()
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    @property
    def _last(self) -> QLineEdit:
        return self._fields[ROWS[-1][-1][0]]

    def _watch(self, name: str, field: QLineEdit) -> None:
        field.setAccessibleName(paper_caption(name))
        field.setProperty(OWN_KEYS, ["Ctrl+Return", "Ctrl+Enter"])
        field.setMinimumWidth(1)
        field.installEventFilter(self)
        field.textEdited.connect(lambda _text: self.edited.emit())
        if isinstance(field, ChoiceField):
            field.chosen.connect(lambda _code: self.edited.emit())


def _finds(session: Session) -> Mapping[str, Find]:
    choices = Choices(session.reference)
    outcomes = session.reference.outcomes.values()
    return {
        "channel": choices.channels,
        "call_type": _finder([Choice(one.value, word(one)) for one in JUNK_TYPES]),
        "category": choices.categories,
        "area": lambda text: choices.kelurahan(text, None),
        "outcome": _finder([Choice(one.id, outcome_name(one)) for one in outcomes]),
    }


def _finder(known: list[Choice]) -> Find:
    chooser = chooser_of(known)
    return lambda text: [Option(one.choice.code, one.choice.label) for one in chooser.find(text)]


DEFAULT_CHANNEL = Channel.WALK_IN
"""How reports come while the telephones are out, unless it is said otherwise."""
