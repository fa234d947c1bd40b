"""A question asked inside a panel, never in a window of its own: a few fields, Enter, Escape."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.aside import Aside, leave_fields
from ui.asks import Answers, Ask, Asker, Given
from ui.choice_field import ChoiceField
from ui.panel import label
from ui.theme import Look

__all__ = ["Answers", "Ask", "Prompt"]


class Prompt(QFrame):
    """Shows one question at a time; hidden while nothing is asked.

    What was typed stays until the answer has been accepted: the asker calls `done` or `problem`. An asker
    that waits for the database gives both the question's number, so that a late answer leaves the next
    question alone. A question into which something was typed gives way to no other.

    With an `asker`, an answer waits for what was entered before. From Enter on the question steps aside as
    if it had been accepted: keys behind it go where they would then, and another question may be asked. It
    comes back with what was typed where the answer is refused.
    """

    room_taken = Signal()
    """The question needs more height than before, or less."""
    left = Signal()
    """The question is over, answered or not: focus may go back."""
    typed = Signal()
    """Something was typed or chosen in a field."""
    over = Signal(int)
    """The question of that number stands no more: it was answered, left, or made room for another."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("dress", "strip")
        self._look = look
        self._layout = QVBoxLayout(self)
        margin = look.px(8)
        self._layout.setContentsMargins(margin, look.px(5), margin, look.px(6))
        self._layout.setSpacing(look.px(3))
        self._asks: Sequence[Ask] = ()
        self._fields: dict[str, QLineEdit] = {}
        self._problems: dict[str, QLabel] = {}
        self._title: QLabel | None = None
        self._at_once = False
        self._answering = False
        self._asker: Asker | None = None
        self._aside = Aside(self)
        self._of_gone: Asker | None = None
        """Whose answer is being judged although the question gave way to another."""
        self._begun: dict[str, str] | None = None
        """The texts with which the question began; None when those were typed earlier already."""
        self._number = 0
        self._back: QWidget | None = None
        self._answer: Callable[[Answers], None] | None = None
        self._parts: list[QWidget] = []
        self.hide()

    @property
    def asking(self) -> bool:
        """Whether a question stands, and is not answered yet."""
        return self._answer is not None and not self._aside.on

    @property
    def number(self) -> int:
        """The number of the question that was asked last."""
        return self._number

    def ask(
        self,
        title: str,
        asks: Sequence[Ask],
        answer: Callable[[Answers], None],
        *,
        at_once: bool = False,
        brought_back: bool = False,
        asker: Asker | None = None,
    ) -> int:
        """Ask; `answer` gets what was entered once every field is acceptable.

        Returns the question's number; 0 when another stands into which something was typed, or when it comes
        of a late answer and who gave that has gone on. Enter goes from field to field and answers in the last
        one; with `at_once` it answers in each. When the question is over, the focus goes back to where it
        was. `brought_back`: an earlier run of the desk left what stands in the fields.
        """
        if (gone := self._gone_on()) is not None:
            gone.tell(self.tr("Not written, more has to be asked: {question}").format(question=title))
            return 0
        self.give_way()
        if self._must_stay():
            self.problem(self.tr("First answer this question (Enter) or leave it (Esc)."), self._typed_in())
            return 0
        if not self.asking:
            self._back = QApplication.focusWidget()
        self.setMinimumHeight(0)
        self._clear()
        self._number += 1
        self._asks, self._answer, self._at_once = asks, answer, at_once
        self._asker = asker
        self._add(self._head(title, steps=len(asks) > 1 and not at_once))
        if brought_back:
            self._add(_wrapping(self.tr("Brought back, not saved yet"), "warning-line"))
        for ask in asks:
            self._add_ask(ask)
        self._begun = None if brought_back else self.texts()
        self.show()
        self._stand_whole()
        if asks:
            self._fields[asks[0].name].setFocus(Qt.FocusReason.OtherFocusReason)
        return self._number

    def value(self, name: str) -> str:
        """What stands in a field now: the code of a choice, or the text. KeyError when nobody asks for it."""
        field = self._fields[name]
        if isinstance(field, ChoiceField):
            return field.code
        hidden = field.echoMode() == QLineEdit.EchoMode.Password
        return field.text() if hidden else field.text().strip()

    def asks(self, name: str) -> bool:
        """Whether a question has a field of that name."""
        return name in self._fields

    def texts(self) -> dict[str, str]:
        """What stands in all fields; of a choice also its code, under the name with `_code` behind it."""
        found = {name: field.text() for name, field in self._fields.items()}
        codes = {name: field.code for name, field in self._fields.items() if isinstance(field, ChoiceField)}
        return found | {f"{name}_code": code for name, code in codes.items() if code}

    def written(self, number: int) -> None:
        """The answer to a question is being written: until `done` or `problem` it stands aside."""
        if number == self._number and self._answer is not None:
            self._step_aside()
            self._aside.is_written = True

    def give_way(self) -> None:
        """End a question that was answered and stepped aside: another is to be asked."""
        if self._aside.on and self._gone_on() is None:
            if not self._answering:  # an answer that asks on is followed by what was typed
                self._aside.let_go()
            self.done()

    def enter(self) -> None:
        """Answer with what stands in the fields, as Enter does in the last one."""
        if self.asking:
            self._enter(self._fields[self._asks[-1].name])

    def rename(self, title: str, number: int) -> None:
        """Give the question of that number, if it still stands, another title."""
        if self.asking and number == self._number and self._title is not None:
            self._title.setText(title)
            self._stand_whole()

    def done(self, number: int | None = None) -> None:
        """The answer was accepted."""
        if number not in (None, self._number):
            return
        inside = leave_fields(self)
        self._clear()
        self.hide()
        self.room_taken.emit()  # what made room is there again before the focus goes back to it
        if inside and self._back is not None and isValid(self._back):
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.left.emit()

    def problem(self, text: str, name: str | None = None, number: int | None = None) -> bool:
        """Say beside a field (the last one without a name) why the answer was not accepted.

        Returns whether the question still stands; when it does not, nobody has been told. Who has gone on
        since he answered stays where he is, and is told besides.
        """
        if self._of_gone is not None:
            self._of_gone.tell(text)
            return True
        if self._answer is None or number not in (None, self._number):
            return False
        gone_on = self._aside.has_gone_on or self._aside.holds_keys  # no key behind an answer mends it
        self._come_back()
        where = name or self._asks[-1].name
        self._problems[where].setText(text)
        self._problems[where].show()
        self._stand_whole()
        if gone_on and self._asker is not None:
            self._asker.tell(text)
        else:
            self._fields[where].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._stand_whole)  # a height set meanwhile would not be laid out

    def _stand_whole(self) -> None:
        """Ask for the room that all lines take at this width: squeezed, they would be cut."""
        height = self._layout.totalHeightForWidth(self.width())
        if self.asking and height != self.minimumHeight():
            self.setMinimumHeight(height)
            self.room_taken.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next empty field or answers; Escape ends the question."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.asking:
            field = next((one for one in self._fields.values() if one is watched), None)
            if field is not None and self._key(field, event):
                return True
        return super().eventFilter(watched, event)

    def _key(self, field: QLineEdit, event: QKeyEvent) -> bool:
        open_list = isinstance(field, ChoiceField) and field.popup.isVisible()
        if event.key() == Qt.Key.Key_Escape and not open_list:
            self.done()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if isinstance(field, ChoiceField) and not field.code:
                field.take_best()
            self._enter(field)
            return True
        return False

    def _enter(self, field: QLineEdit) -> None:
        fields = list(self._fields.values())
        at = fields.index(field)
        goes_on = at + 1 < len(fields) and not self._at_once
        if goes_on:
            if self._accepts(self._asks[at]):
                fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        elif self._answer is not None:
            answers = {ask.name: self.value(ask.name) for ask in self._asks}
            asker = self._asker
            if asker is None or not asker.turns.writing:
                if all(map(self._accepts, self._asks)):
                    self._give(self._answer, answers)
            elif all(self._accepts(replace(ask, check=None)) for ask in self._asks):
                given = Given(self._number, self._asks, self.texts(), answers, self._answer, asker)
                asker.waits(True)
                self._step_aside(waits=True)
                asker.turns.then(lambda: self._take_turn(given))

    def _take_turn(self, given: Given) -> None:
        """What was entered before is written: judge an answer that waited for that."""
        stands = given.number == self._number and self._answer is not None
        self._of_gone = None if stands else given.asker
        try:
            self._judge(given)
        finally:
            self._of_gone = None
        if stands and given.number == self._number and not self._aside.is_written:
            self._come_back()
        if stands:
            self._aside.let_go()

    def _gone_on(self) -> Asker | None:
        """Who is told what comes of an answer in its turn, because he does something else by now."""
        standing = self._asker if self._answering and self._aside.has_gone_on else None
        return self._of_gone or standing

    def _judge(self, given: Given) -> None:
        for ask in given.asks:
            typed = given.texts[ask.name].strip()
            wrong = ask.check(typed) if ask.check and typed else None
            if wrong is not None:
                self.problem(wrong, ask.name)
                given.asker.dropped()
                return
        given.asker.waits(False)
        self._give(given.answer, given.answers)

    def _give(self, answer: Callable[[Answers], None], answers: Answers) -> None:
        self._answering = True
        try:
            answer(answers)
        finally:
            self._answering = False

    def _step_aside(self, *, waits: bool = False) -> None:
        """Leave the keys to what had the focus before, as if the answer had been accepted."""
        if not self._aside.on:
            self._aside.begin(self._back, waits=waits)
            self.room_taken.emit()
            self._aside.hand_over()

    def _come_back(self) -> None:
        """Stand again, with what was typed."""
        if self._aside.on:
            self._aside.end()
            self.show()
            self._stand_whole()
            self.room_taken.emit()

    def _accepts(self, ask: Ask) -> bool:
        """Whether what stands in a field can be an answer; what is wrong is said beside it."""
        wrong = self._wrong(ask)
        self._problems[ask.name].setVisible(wrong is not None)
        if wrong is not None:
            self.problem(wrong, ask.name)
        return wrong is None

    def _must_stay(self) -> bool:
        """Whether something was typed that another question would wipe out; an answer may ask on."""
        return self.asking and not self._answering and self._begun != self.texts()

    def _typed_in(self) -> str:
        """The field whose text is to be kept."""
        begun, texts = self._begun or {}, self.texts()
        typed = (ask.name for ask in self._asks if texts[ask.name] != begun.get(ask.name, ""))
        return next(typed, self._asks[0].name)

    def _wrong(self, ask: Ask) -> str | None:
        field = self._fields[ask.name]
        typed = field.text() if ask.hidden else field.text().strip()
        if ask.find is not None and typed and not self.value(ask.name):
            return self.tr("Nothing fits “{text}”.").format(text=typed)
        if ask.needed and not typed:
            return ask.needed
        return ask.check(typed) if ask.check and typed else None

    def _head(self, title: str, *, steps: bool) -> QWidget:
        """What is asked, and what the two keys do."""
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.px(10))
        self._title = _wrapping(title, "title")
        line.addWidget(self._title, 1)
        keys = self.tr("Enter goes on, Esc leaves") if steps else self.tr("Enter saves, Esc leaves")
        line.addWidget(label(keys, "hint"), 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _add_ask(self, ask: Ask) -> None:
        caption = _wrapping(ask.label, "label")
        self._add(caption)
        field = self._field(ask)
        caption.setBuddy(field)
        self._add(field)
        if ask.preview is not None:
            self._add(_following(field, ask.preview))
        problem = _wrapping("", "problem")
        problem.hide()
        self._add(problem)
        self._fields[ask.name], self._problems[ask.name] = field, problem

    def _field(self, ask: Ask) -> QLineEdit:
        field: QLineEdit
        if ask.find is not None:
            field = ChoiceField(self._look, ask.find, whole=self)
            field.show_choice(ask.code, ask.text)
        else:
            field = QLineEdit(ask.text)
        if ask.select:
            field.selectAll()
        if ask.hidden:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(ask.label)
        field.installEventFilter(self)
        field.textEdited.connect(lambda _text: self.typed.emit())
        if isinstance(field, ChoiceField):
            field.chosen.connect(lambda _code: self.typed.emit())
        return field

    def _add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()  # the layout would show it only later, and keys typed until then would be lost
        self._parts.append(widget)

    def _clear(self) -> None:
        was_asking = self._answer is not None
        self._aside.end()
        self._answer, self._asks = None, ()
        self._fields, self._problems = {}, {}
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        if was_asking:
            self.over.emit(self._number)


def _wrapping(text: str, dress: str) -> QLabel:
    made = label(text, dress)
    made.setWordWrap(True)
    return made


def _following(field: QLineEdit, preview: Callable[[str], str]) -> QLabel:
    made = _wrapping(preview(field.text()), "label")
    field.textChanged.connect(lambda text: made.setText(preview(text)))
    return made
