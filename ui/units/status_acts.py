"""What was said of a unit becomes an act; where something is missing, it is asked for."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.domain.alarm_answers import answer_id
from desktop.domain.alarm_clocks import WELFARE
from desktop.domain.board import Case
from desktop.domain.units import Assignment, Unit
from desktop.operations import units
from desktop.operations.alarms import say_well
from desktop.operations.desk import Desk, Outcome
from desktop.operations.unit_verbs import STATUS_OF, UnitVerb, legal, meant
from ui.asking import Topic, ask_and_act
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session
from ui.units import choices
from ui.units.hospital_acts import NAME_HOSPITAL, HospitalActs
from ui.units.order import Done, Order, Refused, read_ahead, understood
from ui.units.rows import translate
from ui.units.speech import options_text, verb_word, where_text


class StatusActs(QObject):
    """Carries out what is said of units, asking in one prompt."""

    def __init__(self, session: Session, prompt: Prompt, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._prompt = prompt
        self.waiting = False
        """Whether something said is being written down."""
        self._hospitals = HospitalActs(session, self._perform, self._ask, self._is_here, self)
        self._ways: Mapping[UnitVerb, Callable[[Order], None]] = {
            **self._hospitals.ways,
            UnitVerb.CANCEL: self._cancel,
            UnitVerb.OUT_OF_SERVICE: self._out_of_service,
            UnitVerb.OCCUPY: self._occupy,
            UnitVerb.MOVE: self._move,
            UnitVerb.WELL: self._well,
        }

    def begin(self, unit: str, verb: UnitVerb, rest: str, done: Done, refused: Refused) -> None:
        """Do what was said, or ask for what is missing. `rest`: what was typed behind the verb."""
        seen = self._session.board.units.get(unit)
        if seen is None:
            return
        running = self._session.board.running_assignment(unit)
        order = Order(seen, running, meant(verb, seen), rest, done, refused)
        if order.verb not in legal(seen, running):
            refused(self.cannot(seen, running, verb))
            return
        self._ways.get(order.verb, self._simply)(order)

    def cannot(self, unit: Unit, running: Assignment | None, verb: UnitVerb) -> str:
        """That a verb cannot follow, and what can."""
        text = translate("Units", "{unit} is {status}: “{verb}” cannot follow. Possible: {options}")
        return text.format(
            unit=unit.call_sign,
            status=where_text(self._session, unit, running),
            verb=verb_word(verb),
            options=options_text(unit, running),
        )

    def _simply(self, order: Order) -> None:
        running = None if order.verb is UnitVerb.OFF_DUTY else order.running
        status = STATUS_OF[order.verb]
        self._perform(
            order, units.set_status(self._desk, order.unit, status, running, note=order.rest or None)
        )

    def _cancel(self, order: Order) -> None:
        def act(reason: str) -> Awaitable[Outcome]:
            return units.cancel_unit(self._desk, order.unit, order.sent, reason)

        if order.rest:
            self._perform(order, act(order.rest))
            return
        ask = Ask("reason", self.tr("Why is it called off?"), needed=self.tr("A reason is needed."))
        self._ask(order, [ask], lambda answers: act(answers["reason"]))

    def _out_of_service(self, order: Order) -> None:
        reason, back_at = self._reason_and_time(order.rest)
        if reason and back_at is not None:
            self._perform(
                order,
                units.put_out_of_service(self._desk, order.unit, order.running, reason, back_at),
            )
            return
        asks = [
            Ask("reason", self.tr("Why?"), text=reason, needed=self.tr("A reason is needed.")),
            Ask(
                "until",
                self.tr("Until when? (14:05, +30m; empty: not known)"),
                check=self._not_ahead,
                preview=lambda text: understood(self._session, text),
            ),
        ]

        def act(answers: Answers) -> Awaitable[Outcome]:
            until = read_ahead(self._session, answers["until"])
            return units.put_out_of_service(self._desk, order.unit, order.running, answers["reason"], until)

        self._ask(order, asks, act)

    def _reason_and_time(self, rest: str) -> tuple[str, datetime | None]:
        """`pump leaks +30m`: only what has a colon or a plus is taken for a time."""
        reason, _, last = rest.rpartition(" ")
        if ":" in last or last.startswith("+"):
            found = read_ahead(self._session, last)
            if found is not None:
                return reason.strip(), found
        return rest, None

    def _occupy(self, order: Order) -> None:
        if order.rest:
            self._perform(order, units.occupy_unit(self._desk, order.unit, order.rest))
            return
        ask = Ask("purpose", self.tr("Busy with what?"), needed=self.tr("Say with what it is busy."))
        self._ask(order, [ask], lambda answers: units.occupy_unit(self._desk, order.unit, answers["purpose"]))

    def _move(self, order: Order) -> None:
        named = choices.station_named(self._session, order.rest)
        if named:
            self._perform(order, units.move_unit(self._desk, order.unit, named))
            return
        ask = Ask(
            "station",
            self.tr("To which post?"),
            find=choices.stations(self._session),
            needed=self.tr("Which post?"),
        )
        self._ask(order, [ask], lambda answers: units.move_unit(self._desk, order.unit, answers["station"]))

    def _well(self, order: Order) -> None:
        answer = self._session.board.answers.get(answer_id(WELFARE, order.sent.id))
        self._perform(order, say_well(self._desk, order.sent, answer, order.rest or None))

    def _ask(
        self, order: Order, asks: list[Ask], act: Callable[[Answers], Awaitable[Outcome] | None]
    ) -> None:
        title, topic = self._title(order), Topic(order.unit.id, order.verb.value)
        ask_and_act(
            self._session, self._prompt, topic, title, asks, act, lambda _done, _answers: self._told(order)
        )

    def _is_here(self) -> bool:
        """Whether the cursor is where it is said what units do, or nowhere."""
        focus, panel = QApplication.focusWidget(), self._prompt.parentWidget()
        return focus is None or panel is None or panel.isAncestorOf(focus)

    def _title(self, order: Order) -> str:
        title = f"{order.unit.call_sign}: {verb_word(order.verb)}"
        case = self._case(order)
        if order.verb is not UnitVerb.OUT_OF_SERVICE or case is None:
            return title
        text = self.tr("{order}; called off from {number}")
        return text.format(order=title, number=self._session.number(case))

    def _case(self, order: Order) -> Case | None:
        return self._session.board.cases.get(order.running.incident or "") if order.running else None

    def _perform(self, order: Order, intention: Awaitable[Outcome]) -> None:
        def done(_done: object) -> None:
            self.waiting = False
            self._told(order)

        def refused(text: str) -> None:
            self.waiting = False
            order.refused(text)

        self.waiting = True
        self._session.perform(intention, done=done, refused=refused)

    def _told(self, order: Order) -> None:
        case = self._case(order)
        running = self._session.board.running_assignment(order.unit.id)
        place = running.destination if running is not None and order.verb in NAME_HOSPITAL else None
        hospital = self._session.reference.hospitals.get(place or "")
        text = f"{order.unit.call_sign}: {verb_word(order.verb)}"
        text = f"{text} → {hospital.short_name}" if hospital is not None else text
        self._session.said.emit(f"{text} · {self._session.number(case)}" if case else text, Level.DONE)
        order.done()

    def _not_ahead(self, text: str) -> str | None:
        if read_ahead(self._session, text) is not None:
            return None
        return self.tr("No time ahead. Type 14:05, 1405 or +30m.")

    @property
    def _desk(self) -> Desk:
        return self._session.desk
