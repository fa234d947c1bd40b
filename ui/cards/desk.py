"""Cards at this desk: which is shown when, what its keys do, the rhythm, and the languages of visitors."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop.domain.cards import Given, key_of
from desktop.operations.answers import given_in, read_facts
from desktop.operations.visitors import VisitorLanguage, read_visitors
from ui.actions import Actions
from ui.cards.panel import CardPanel
from ui.cards.rhythm import Rhythm
from ui.cards.showing import Asked, first_open
from ui.fact_words import hazards_text, urgency_text
from ui.intake.panel import IntakePanel
from ui.intake.saying import said_of
from ui.intake.work import CallWork
from ui.session import Level, Session


class CardOrPane(QStackedWidget):
    """Where the incident stands; while the cursor is in a call with a card, the card stands there."""

    def __init__(self, pane: QWidget, card: QWidget) -> None:
        super().__init__()
        self._pane, self._card = pane, card
        self.addWidget(pane)
        self.addWidget(card)

    def show_card(self, shown: bool) -> None:
        """Show the card, or the incident."""
        self.setCurrentWidget(self._card if shown else self._pane)


class CardDesk(QObject):
    """Knows the current call and the cursor, and lets the panel show what fits."""

    def __init__(self, session: Session, actions: Actions, intake: IntakePanel, pane: QWidget) -> None:
        super().__init__(intake)
        self._session = session
        self._intake = intake
        self._calls = intake.calls
        self._at: dict[tuple[str, str], int] = {}
        """By call and card, the question to which the operator went by key."""
        self._languages: tuple[VisitorLanguage, ...] = ()
        self._spoken: dict[str, int] = {}
        """By call, the visitor's language that was chosen for its caller."""
        self._cursor_there = False
        self.panel = CardPanel(session)
        self.place = CardOrPane(pane, self.panel)
        self.rhythm = Rhythm(self)
        self._beats_for: str | None = None
        self._bind(actions)
        self.panel.picked.connect(self.answer)
        for signal in (self._calls.changed, self._calls.current_changed, self._calls.texts_changed):
            signal.connect(self.refresh)
        intake.form.edited.connect(lambda _field: self.refresh())
        session.board_changed.connect(lambda change: self.refresh() if change.reference else None)
        session.cards_read.connect(self.refresh)
        session.look_changed.connect(self.refresh)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def answer(self, at: int) -> None:
        """Take the answer at that place to the question that is asked now."""
        asked, work = self._asked(), self._calls.current
        question = asked.question if asked is not None else None
        if asked is None or work is None or question is None or at >= len(question.answers):
            return
        before, answer = question.answer(asked.chosen), question.answers[at]
        given = {**asked.given, key_of(asked.card, question): answer.code}
        earlier = None if before is None else before.people_hurt
        self._at[work.call.id, asked.card.code] = first_open(asked.card, given, asked.at)
        work.answer(given, answer.people_hurt, earlier)

    def step(self, by: int) -> None:
        """Go to the question before or behind."""
        asked, work = self._asked(), self._calls.current
        if asked is not None and work is not None:
            self._at[work.call.id, asked.card.code] = max(0, min(len(asked.card.questions), asked.at + by))
            self.refresh()

    def next_language(self) -> None:
        """The essential questions in the next language; behind the last they are put away."""
        work = self._calls.current
        if work is None:
            self._session.said.emit(self.tr("No call is open: F2 takes one."), Level.PROBLEM)
            return
        self._languages = self._languages or read_visitors()
        after = self._spoken.pop(work.call.id, -1) + 1
        if after < len(self._languages):
            self._spoken[work.call.id] = after
        self.refresh()

    def toggle_rhythm(self) -> None:
        """Start the rhythm, or stop it; it ends by itself with the call for which it began."""
        work = self._calls.current
        self._beats_for = None if work is None else work.call.id
        self.rhythm.toggle()

    def refresh(self) -> None:
        """Show how the current call stands."""
        if self._beats_for is not None and self._beats_for not in {one.call.id for one in self._calls.works}:
            self.rhythm.stop()
        work = self._calls.current
        wanted = work is not None and self._cursor_there and self._has_something(work)
        if wanted and work is not None:
            self._show(work)
        self.place.show_card(wanted)

    def _show(self, work: CallWork) -> None:
        facts = read_facts(work.call.texts, self._session.around)
        conflict = said_of(work).get("answers")
        text = conflict.text if conflict is not None else ""
        self.panel.show_card(self._asked(), urgency_text(facts), hazards_text(facts), text)
        spoken = self._spoken.get(work.call.id)
        language = None if spoken is None else self._languages[spoken]
        names = (self.tr("where"), self.tr("what"), self.tr("safe?"), self.tr("number"))
        self.panel.show_language(language, names)

    def _has_something(self, work: CallWork) -> bool:
        card = self._session.cards.of_category(work.call.texts["category"])
        return card is not None or work.call.id in self._spoken

    def _asked(self) -> Asked | None:
        work = self._calls.current
        card = self._session.cards.of_category(work.call.texts["category"]) if work is not None else None
        if work is None or card is None:
            return None
        given: Given = given_in(work.call.texts["answers"])
        at = self._at.get((work.call.id, card.code))
        return Asked(card, given, first_open(card, given) if at is None else min(at, len(card.questions)))

    def _bind(self, actions: Actions) -> None:
        for at in range(len(self.panel.answers)):
            actions.bind(f"card.answer_{at + 1}", partial(self.answer, at), self._intake)
        actions.bind("card.back", partial(self.step, -1), self._intake)
        actions.bind("card.skip", partial(self.step, 1), self._intake)
        actions.bind("card.language", self.next_language, self._intake)
        actions.bind("card.rhythm", self.toggle_rhythm)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A list that drops down has the focus of no widget: the cursor is still where it was."""
        if new is None:
            return
        there = new is self._intake or self._intake.isAncestorOf(new)
        if there is not self._cursor_there:
            self._cursor_there = there
            self.refresh()
