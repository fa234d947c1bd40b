"""The form in which an incident is corrected: the fields of intake, long after the call."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.board import Reference
from desktop.domain.calls import Channel
from desktop.operations.draft_readers import default_priority
from ui.actions import BY_ID, OWN_KEYS
from ui.choice_field import ChoiceField, Option
from ui.intake.choices import Choices
from ui.intake.fields import NarrativeField, PriorityField
from ui.intake.words import caption
from ui.pane.choices import area_find, area_name
from ui.pane.correction import OF_CALLER, SHOWN, Correction
from ui.pane.names import Names
from ui.panel import label
from ui.place_line import PlaceLine
from ui.session import Session
from ui.words import category_name, word

_PLACES: Mapping[str, tuple[int, int, int]] = {
    "category": (0, 0, 6),
    "priority": (0, 6, 3),
    "people_hurt": (0, 9, 3),
    "address": (1, 0, 6),
    "landmark": (1, 6, 6),
    "area": (2, 0, 5),
    "rt_rw": (2, 5, 3),
    "point": (2, 8, 4),
    "caller": (3, 0, 3),
    "number": (3, 3, 3),
    "name": (3, 6, 3),
    "channel": (3, 9, 3),
    "narrative": (4, 0, 12),
}
_COLUMNS = 12
"""Row, column and columns taken of each field."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TO_ADDRESS = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_L)


class CorrectForm(QWidget):
    """Shows a correction and takes what is typed into it. Enter saves, Escape leaves."""

    asks_save = Signal()
    asks_leave = Signal()
    caller_chosen = Signal(str)
    typed = Signal()
    """A text of the correction changed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look, reference = session.look, session.reference
        self._look = look
        self._reference = reference
        self._correction: Correction | None = None
        self._callers: list[Option] = []
        choices = Choices(reference)
        self.category = ChoiceField(look, choices.categories)
        self.priority = PriorityField(look)
        self.area = ChoiceField(look, area_find(reference))
        self.channel = ChoiceField(look, choices.channels)
        self.caller = ChoiceField(look, self._find_caller)
        self.narrative = NarrativeField(look)
        self.address = PlaceLine(session, self._kept_from_places)
        self._placed: Mapping[str, str] = {}
        """What the place that was taken last filled."""
        self.fields: dict[str, QWidget] = {
            "category": self.category,
            "priority": self.priority,
            "people_hurt": QLineEdit(),
            "address": self.address,
            "landmark": QLineEdit(),
            "area": self.area,
            "rt_rw": QLineEdit(),
            "point": QLineEdit(),
            "caller": self.caller,
            "number": QLineEdit(),
            "name": QLineEdit(),
            "channel": self.channel,
            "narrative": self.narrative,
        }
        self.priority.words_go_to = self.address
        self.problems: dict[str, QLabel] = {}
        self._captions: dict[str, QLabel] = {}
        self.trouble = label("", "problem")
        self.trouble.setWordWrap(True)
        self._lay_out()
        self._connect()

    def show_correction(self, correction: Correction, names: Names, *, moves: bool = True) -> None:
        """Show texts, callers and problems of a correction. `moves`: see `show_problems`."""
        self._correction = correction
        self._callers = [
            Option(
                entry.id, self._caller_text(rank, entry.private.name), names.telephone(entry.private.number)
            )
            for rank, entry in enumerate(correction.detail.calls, 1)
        ]
        several = len(self._callers) > 1
        for name in ("caller", *OF_CALLER):
            shown = several if name == "caller" else bool(self._callers)
            self.fields[name].setVisible(shown)
            self._captions[name].setVisible(shown)
        option = next((one for one in self._callers if one.code == correction.caller), None)
        self.caller.show_choice(option.code if option else "", option.text if option else "")
        for name in SHOWN:
            self._show_text(name, correction)
        self.show_problems(correction.problems, moves=moves)

    def show_problems(self, problems: Mapping[str, str], trouble: str = "", *, moves: bool = True) -> None:
        """Show what is wrong, each beside its field; the cursor, if it is in the form, goes to the first.

        Not where it `moves` no more: who has typed on since he pressed Enter stays in his field.
        """
        for name, shown in self.problems.items():
            shown.setText(problems.get(name, ""))
            shown.setVisible(name in problems)
            self.fields[name].setProperty("problem", name in problems)
            self.fields[name].style().unpolish(self.fields[name])
            self.fields[name].style().polish(self.fields[name])
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        first = next((name for name in self.fields if name in problems), None)
        focus = QApplication.focusWidget()
        if moves and first is not None and focus is not None and self.isAncestorOf(focus):
            self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def dress_anew(self, reference: Reference) -> None:
        """Theme, text size or reference data changed."""
        self._reference = reference
        self.priority.fit()
        self.narrative.setFixedHeight(self._look.px(46))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves, Escape leaves, in every field; Shift+Enter is a new line of the narrative.

        What the list of a choice rests on is taken first. Enter only takes a place offered, and a caller:
        more of the form changes with them.
        """
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            listed = (isinstance(watched, ChoiceField) and watched.popup.isVisible()) or (
                watched is self.address and self._is_of_places(event)
            )
            enter = event.key() in _ENTER and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
                Qt.KeyboardModifier.ControlModifier,
            )
            if event.type() == QEvent.Type.KeyPress and event.keyCombination() == _TO_ADDRESS:
                self.address.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.address.selectAll()
                return True
            leaves = event.key() == Qt.Key.Key_Escape and not listed
            chooses = isinstance(watched, ChoiceField) and watched is not self.caller
            if event.type() == QEvent.Type.KeyPress and enter and (chooses or not listed):
                if isinstance(watched, ChoiceField) and (listed or not watched.code):
                    watched.take_best()
                self.asks_save.emit()
                return True
            if event.type() == QEvent.Type.KeyPress and leaves:
                self.asks_leave.emit()
                return True
        return super().eventFilter(watched, event)

    def _is_of_places(self, event: QKeyEvent) -> bool:
        """Whether a key is for the places offered: Enter while one is chosen, Escape while there are any."""
        return self.address.rests_on_offer if event.key() in _ENTER else bool(self.address.offers)

    def _kept_from_places(self) -> set[str]:
        """Fields in which something stands that no place has filled."""
        texts = self._correction.texts if self._correction is not None else {}
        return {name for name in ("landmark", "rt_rw") if texts.get(name) not in ("", self._placed.get(name))}

    def _place_taken(self, texts: Mapping[str, str]) -> None:
        """Point and area follow the place, unless they were typed in this correction."""
        before, self._placed = self._placed, texts
        correction = self._correction
        if correction is None:
            return
        for name in ("landmark", "rt_rw", "point", "area"):
            follows = {"", before.get(name)} | (
                {correction.start[name]} if name in ("point", "area") else set()
            )
            if name in texts and correction.texts[name] in follows:
                correction.texts[name] = texts[name]
                if name == "area":
                    correction.texts["area_text"] = ""
                self._show_text(name, correction)
        self._typed("address", texts["address"])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.px(8))
        grid.setVerticalSpacing(self._look.px(1))
        for name, (row, at, span) in _PLACES.items():
            field = self.fields[name]
            words = self.tr("Which caller") if name == "caller" else caption(name)
            title, problem = label(words, "label"), label("", "problem")
            title.setBuddy(field)
            problem.setWordWrap(True)
            problem.hide()
            field.setAccessibleName(words)
            field.installEventFilter(self)
            # Ctrl+Enter opens an incident from a call; here it saves like Enter; Alt+L goes to its address.
            field.setProperty(OWN_KEYS, ["Ctrl+Return", "Ctrl+Enter", BY_ID["call.to_address"].key])
            for line, widget in enumerate((title, field, problem)):
                grid.addWidget(widget, row * 3 + line, at, 1, span, Qt.AlignmentFlag.AlignTop)
            self.problems[name], self._captions[name] = problem, title
        for at in range(_COLUMNS):
            grid.setColumnStretch(at, 1)
        self.narrative.setFixedHeight(self._look.px(46))
        self.trouble.hide()
        column.addLayout(grid)
        column.addWidget(self.trouble)
        column.addStretch(1)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            if isinstance(field, ChoiceField):
                field.chosen.connect(lambda code, name=name: self._chosen(name, code))
            if isinstance(field, QLineEdit) and not isinstance(field, PriorityField):
                field.textEdited.connect(lambda text, name=name: self._typed(name, text))
        self.address.taken.connect(self._place_taken)
        self.priority.edited.connect(lambda: self._typed("priority", self.priority.override))
        self.narrative.edited.connect(lambda: self._typed("narrative", self.narrative.toPlainText()))

    def _typed(self, name: str, text: str) -> None:
        if self._correction is None or name == "caller":
            return
        if name == "channel":
            # No text would mean 112; a channel cannot be nothing.
            self._correction.texts["channel"] = text or self._correction.start["channel"]
        elif name in ("category", "area"):
            self._correction.texts[f"{name}_text"] = text
        else:
            self._correction.texts[name] = text
        self.typed.emit()

    def _chosen(self, name: str, code: str) -> None:
        if self._correction is None:
            return
        if name == "caller":
            if code:
                self.caller_chosen.emit(code)
            return
        self._correction.texts[name] = code
        if name != "channel":
            self._correction.texts[f"{name}_text"] = ""
        if name == "category":
            self._show_text("priority", self._correction)
        self.typed.emit()

    def _show_text(self, name: str, correction: Correction) -> None:
        text, field = correction.texts[name], self.fields[name]
        if isinstance(field, PriorityField):
            field.show_priority(text, default_priority(correction.texts["category"], self._reference))
        elif isinstance(field, ChoiceField):
            typed = correction.texts.get(f"{name}_text", "")
            field.show_choice(text, self._choice_text(name, text) if text else typed)
        elif isinstance(field, NarrativeField):
            field.show_text(text)
        elif isinstance(field, QLineEdit) and field.text() != text:
            field.setText(text)
            field.setCursorPosition(0)

    def _choice_text(self, name: str, code: str) -> str:
        if name == "category":
            found = self._reference.categories.get(code)
            return category_name(found) if found else code
        if name == "area":
            return area_name(code, self._reference)
        return word(Channel(code)) if code in set(Channel) else code

    def _find_caller(self, text: str) -> list[Option]:
        wanted = text.strip().lower()
        return [one for one in self._callers if wanted in one.line.lower()]

    def _caller_text(self, rank: int, name: str | None) -> str:
        return f"{rank}. {name}" if name else self.tr("{rank}. caller").format(rank=rank)
