"""The command line of a desk: reads what is typed as the board is, says what will happen, carries it out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.referrals import Means
from desktop.operations.orders.abbreviating import expand
from desktop.operations.orders.carrying import carry_out
from desktop.operations.orders.completing import Completion, completions, row_at
from desktop.operations.orders.grammar import BY_VERB, OrderVerb
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import OF_HOLDING, ON_SCREEN, Deed, Intended, Reading
from desktop.operations.orders.reading import acts_of, read
from desktop.runtime.order_help import help_text
from desktop.runtime.order_troubles import trouble_text
from desktop.runtime.order_words import intended_text, preview_lines, summary_text
from ui.meant import Meant
from ui.naming import SEPARATOR
from ui.orders.bar import OrderBar
from ui.orders.picture import Pictures
from ui.session import Level, Session
from ui.unsaved import ORDER
from ui.words import speaks_indonesian


@dataclass(frozen=True, slots=True)
class Screen:
    """What orders do on the screen, each with the text or the incident that it is about."""

    select: Callable[[str], None]
    filter: Callable[[str], None]
    search: Callable[[str], None]
    call: Callable[[str], None]
    undo: Callable[[], None]
    read_out: Callable[[str, str], None]
    """The words, and a title above them."""
    hand_over: Callable[[], None]
    crews: Callable[[], None]


class OrderDesk(QObject):
    """One line for everything. What its preview says is what Enter does: both are the same data."""

    def __init__(
        self, session: Session, over: QWidget, pictures: Pictures, screen: Screen, meant: Meant
    ) -> None:
        super().__init__(over)
        self._session = session
        self._screen = screen
        self._pictures = pictures
        self._meant = meant
        self._early: tuple[str, str] | None = None
        """Entered for an incident that is being opened: what is awaited, the order as typed."""
        self._last: str | None = None
        self._carried_out: str | None = None
        """The order that is being carried out, as it was typed."""
        self._refused = ""
        self._looked_at = ("", 0)
        """The text and the place of the cursor that were looked at last: a letter changes both."""
        self._offered: tuple[Completion, ...] = ()
        self.reading = Reading("")
        self.bar = OrderBar(session.look, session.turns, over, lambda: bool(self._offered))
        line = self.bar.line
        line.meant_now = meant.known_as
        line.textChanged.connect(self._typed)
        line.cursorPositionChanged.connect(self._moved)
        line.entered.connect(self._enter)
        line.completed.connect(self._complete)
        meant.came.connect(self._came)
        meant.failed.connect(self._failed)
        session.board_changed.connect(lambda _change: self.look())
        session.unsaved.came_back.connect(self._came_back)
        self._came_back(ORDER)

    def open(self) -> None:
        """The key: show the line and put the cursor into it."""
        self.bar.open()
        self.look()

    def begin_reminder(self) -> None:
        """The key: show the line, begun with the verb that sets a reminder."""
        self._begin(OrderVerb.REMIND)

    def begin_message(self) -> None:
        """The key: show the line, begun with the verb that sends a message."""
        self._begin(OrderVerb.MESSAGE)

    def _begin(self, verb: OrderVerb) -> None:
        """Such an order that was begun goes on; any other is one key away (Up)."""
        line, word = self.bar.line, BY_VERB[verb].word[0 if speaks_indonesian() else 1]
        if line.waits:  # what stands there is being entered
            self.open()
            line.behind(partial(self._begin, verb))
            return
        if not line.text().startswith(word):
            if line.text().strip():
                line.remember(line.text().strip())
            line.setText(f"{word} ")
        self.open()
        line.deselect()
        line.setCursorPosition(len(line.text()))

    def look(self) -> None:
        """Read the line again and say what it means; nothing while it is hidden."""
        if not self.bar.isVisible():
            return
        line, picture = self.bar.line, self.picture()
        text, cursor = line.text(), line.cursorPosition()
        self._looked_at = (text, cursor)
        if text == self._carried_out:
            return
        self.reading = read(text, picture)
        self._offered = completions(text, cursor, picture, indonesian=speaks_indonesian())
        first = next(iter(self.reading.troubles), None)
        problem = self._refused or (trouble_text(first, picture) if first is not None else "")
        of_word = first is not None and first.end >= len(text.rstrip()) and first.code not in OF_HOLDING
        unfinished = of_word and bool(self._offered)
        if unfinished and not self._refused:
            problem = ""  # what is being typed is not wrong yet: what may stand there is offered
        wrong = (first.start, first.end) if first is not None and problem and not self._refused else None
        preview = ""
        if self.reading.ready:
            what = "\n".join(preview_lines(self.reading.intended, picture))
            preview = self.tr("Enter: {what}").format(what=what)
        if self._session.unsaved.was_restored(ORDER, "line"):
            mark = self.tr("Brought back, not entered yet")
            preview = "\n".join(one for one in (mark, preview) if one)
        self.bar.tell(preview, problem, wrong, self._offer_text(), self._help(text, cursor, picture))

    def _help(self, text: str, cursor: int, picture: Picture) -> str:
        """How the verb at the cursor is written; what an abbreviation stands for, and how its verb is."""
        expanded = expand(text, picture.abbreviations)
        row = self.reading.row or row_at(text if expanded is None else expanded.text, cursor)
        told = help_text(row) if row is not None else ""
        if expanded is None:
            return told
        return SEPARATOR.join(part for part in (f"{expanded.word} = {expanded.meaning}", told) if part)

    def picture(self) -> Picture:
        """The board as it is now."""
        return self._pictures.take(self._last)

    def _came_back(self, about: str) -> None:
        """Put what an earlier run of the desk left where it was typed."""
        line = self.bar.line
        if about == ORDER and not line.text():
            line.setText(self._session.unsaved.texts(ORDER, "line").get("line", ""))

    def _typed(self, text: str) -> None:
        self._refused = ""
        self._session.unsaved.keep_line(ORDER, "line", text)
        self.look()

    def _moved(self) -> None:
        line = self.bar.line
        if (line.text(), line.cursorPosition()) != self._looked_at:
            self.look()

    def _offer_text(self) -> str:
        if not self._offered:
            return ""
        return self.tr("Tab: {texts}").format(texts=SEPARATOR.join(one.text for one in self._offered))

    def _complete(self) -> None:
        """Put the first that is offered where it belongs."""
        line, first = self.bar.line, self._offered[0]
        text, cursor = line.text(), line.cursorPosition()
        line.setText(f"{text[: first.start]}{first.text} {text[cursor:].lstrip()}")
        line.setCursorPosition(first.start + len(first.text) + 1)

    def _enter(self, shift: bool) -> None:
        if self._carried_out is not None:
            return
        if shift:
            self.bar.line.stay()
        if not self.bar.isVisible() or self._is_stale(self.reading):  # the key waited meanwhile
            self.reading = read(self.bar.line.text(), self.picture())
        if (then := self.bar.line.meant_then) and then != self._meant.known_as():  # that was not meant
            self.reading = read(self.bar.line.text(), self._pictures.take(self._last, self._meant.case(then)))
        reading = self.reading
        if not reading.ready:
            self._point_at_trouble(reading, stays=shift)
            return
        self.bar.line.writing()
        if awaited := self._awaited_by(reading):
            self._carried_out = reading.text
            self._early = (awaited, reading.text)
            self.bar.line.selectAll()  # it was entered: what comes next is typed in its place
            what = "\n".join(preview_lines(reading.intended, self.picture()))
            self.bar.tell(f"{self._meant.waits()}: {what}", "", None, "", "")
            return
        self._begin_acts(reading)

    def _begin_acts(self, reading: Reading) -> None:
        self._carried_out = reading.text
        # what is typed before it is written speaks of it already
        self._last = next((one.case.id for one in reading.intended if one.case is not None), self._last)
        self._next(reading, 0)

    def _awaited_by(self, reading: Reading) -> str:
        """What an order is about, by id, that is still being opened; empty when it is about nothing such."""
        cases = [case for one in reading.intended for case in (one.case, one.into) if case is not None]
        return next((case.id for case in cases if self._meant.is_coming(case.id)), "")

    def _is_stale(self, reading: Reading) -> bool:
        """Whether an order was read as about an incident that was being opened, and is that no more."""
        cases = [case for one in reading.intended for case in (one.case, one.into) if case is not None]
        return any(self._meant.was_coming(case.id) for case in cases)

    def _came(self, awaited: str, incident: str) -> None:
        """Carry out what was entered for an incident before it was there, whichever is selected now."""
        if self._early is None or self._early[0] != awaited:
            return
        (_, text), self._early = self._early, None
        case = self._session.board.cases.get(incident)
        picture = self._pictures.take(self._last, case)
        reading = read(text, picture)
        if case is not None and reading.ready:
            self._begin_acts(reading)
            return
        first = next(iter(reading.troubles), None)
        told = self._meant.why_gone(incident)
        self._give_back(text, told if case is None or first is None else trouble_text(first, picture))

    def _failed(self, awaited: str) -> None:
        if self._early is not None and self._early[0] == awaited:
            (_, text), self._early = self._early, None
            self._give_back(text, self._meant.not_opened())

    def _give_back(self, text: str, why: str) -> None:
        """Leave in the line what was not carried out."""
        self._refuse(Reading(text), 0, why)

    def _point_at_trouble(self, reading: Reading, *, stays: bool) -> None:
        line = self.bar.line
        if not reading.text.strip():
            return
        for one in reading.troubles[:1]:
            self._refused = trouble_text(one, self.picture())
            if stays:  # the next order may be on its way already: it takes this one's place, not a part of it
                line.remember(reading.text.strip())
                line.selectAll()
            elif one.end > one.start:
                line.setSelection(one.start, one.end - one.start)
            else:
                line.setCursorPosition(one.end)
            self.bar.tell("", self._refused, (one.start, one.end), "", "")
            if not self.bar.isVisible():
                self._session.said.emit(self._refused, Level.PROBLEM)

    def _next(self, reading: Reading, at: int, said: tuple[str, ...] = ()) -> None:
        """One after the other: each is an act of its own, and the board shows it before the next begins.

        `said`: the words that were told on the way.
        """
        if at == len(reading.intended):
            self._done(reading, said)
            return
        one = reading.intended[at]
        if one.deed in ON_SCREEN:
            self._next(reading, at + 1, said)
            return
        self._session.perform(
            carry_out(self._session.desk, one),
            done=lambda done: self._next(reading, at + 1, (*said, done.said) if done.said else said),
            refused=lambda text: self._refuse(reading, at, text),
        )

    def _done(self, reading: Reading, said: tuple[str, ...]) -> None:
        self._carried_out = None
        picture, line = self.picture(), self.bar.line
        line.remember(reading.text.strip())
        written = acts_of(reading)
        if written:
            self._say(written, picture)
        shown = [one for one in reading.intended if one.deed in ON_SCREEN]
        line.accepted(reading.text)
        if shown:
            self.bar.put_away()
            self._show(shown[0])
        else:
            self.look()
        self._hand_over(reading, said)

    def _hand_over(self, reading: Reading, said: tuple[str, ...]) -> None:
        """What was told by message waits to be pasted; what is read out stands large before the operator."""
        told = next((one for one in reading.intended if one.deed is Deed.TELL), None)
        if told is None or not said:
            return
        words = "\n\n".join(said)
        if told.means is Means.MESSAGE:
            QGuiApplication.clipboard().setText(words)
        else:
            self.bar.put_away()
            self._screen.read_out(words, intended_text(told, self.picture()))

    def _show(self, one: Intended) -> None:
        if one.deed is Deed.SELECT and one.case is not None:
            self._screen.select(one.case.id)
        elif one.deed is Deed.FILTER:
            self._screen.filter(one.text)
        elif one.deed is Deed.SEARCH:
            self._screen.search(one.text)
        elif one.deed is Deed.CALL:
            self._screen.call(one.text)
        elif one.deed is Deed.ABBREVIATE:
            told = intended_text(one, self.picture())
            self._session.abbreviations.keep(one.code, one.text)
            self._session.said.emit(told, Level.DONE)
        elif one.deed is Deed.UNDO:
            self._screen.undo()
        elif one.deed is Deed.SHIFT_PAGE:
            self._screen.hand_over()
        elif one.deed is Deed.CREWS:
            self._screen.crews()

    def _say(self, written: Sequence[Intended], picture: Picture) -> None:
        self._session.said.emit(summary_text(written, picture), Level.DONE)

    def _refuse(self, reading: Reading, at: int, text: str) -> None:
        """What was done before stays done, and is said; the rest stands in the line.

        What was typed over since is told, and comes back with Up.
        """
        self._carried_out = None
        done = preview_lines(reading.intended[:at], self.picture())
        if done:
            told = self.tr("Done: {done}. Not done: {problem}")
            text = told.format(done=SEPARATOR.join(done), problem=text)
        self.look()  # an Enter that waited gives what is left of it, not what was done already
        over = self.bar.line.refused()
        if over is None:
            self._refused = text
        else:
            self.bar.line.remember(reading.text.strip())
            text = f"“{reading.text.strip()}”: {text}"
        if over is not None or not self.bar.line.hasFocus():  # beside the line nobody would read it
            self._session.said.emit(text, Level.PROBLEM)
        self.look()
