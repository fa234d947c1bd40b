"""What is said of a unit with patients: whither, who knows, how many, and when they were handed over."""

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtCore import QObject

from desktop.domain.hospital_choice import Proposed, nearest, ranked
from desktop.domain.hospitals import Transport
from desktop.domain.units import UnitStatus
from desktop.operations import hospitals, units
from desktop.operations.desk import Outcome
from desktop.operations.typed_patients import read_patients
from desktop.operations.unit_verbs import STATUS_OF, UnitVerb
from ui.prompt import Ask
from ui.session import Level, Session
from ui.units import choices
from ui.units.order import AskFor, Order, Perform, read_ahead, understood

NAME_HOSPITAL = frozenset({UnitVerb.TRANSPORTING, UnitVerb.AT_HOSPITAL, UnitVerb.DESTINATION})
"""What is said with the hospital to which a unit goes."""


class HospitalActs(QObject):
    """Carries it out, asking for what is missing.

    `perform`, `ask`: how acts are written and asked for; `is_here`: whether the operator is at the units.
    """

    def __init__(
        self, session: Session, perform: Perform, ask: AskFor, is_here: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._perform = perform
        self._ask = ask
        self._is_here = is_here
        self.ways: Mapping[UnitVerb, Callable[[Order], None]] = {
            UnitVerb.TRANSPORTING: self._to_hospital,
            UnitVerb.AT_HOSPITAL: self._to_hospital,
            UnitVerb.DESTINATION: self._to_hospital,
            UnitVerb.TOLD: self._of_hospital,
            UnitVerb.CONFIRMED: self._of_hospital,
            UnitVerb.FULL: self._full,
            UnitVerb.PATIENTS: self._patients,
            UnitVerb.HAND_OVER: self._hand_over,
        }

    def proposed(self, order: Order) -> tuple[Proposed, ...]:
        """The hospitals for the incident of a unit, the one to propose first."""
        session = self._session
        case = session.board.cases.get(order.sent.incident or "")
        if case is None:
            return ()
        return ranked(session.reference, session.hospital_ways(case), session.clock.now())

    def _to_hospital(self, order: Order) -> None:
        named = choices.hospital_named(self._session, order.rest)
        known = order.verb is UnitVerb.AT_HOSPITAL and order.sent.destination is not None
        if named or (known and not order.rest):
            self._perform(order, self._act(order, named))
            return
        self._ask_hospital(order, but=None)

    def _ask_hospital(self, order: Order, but: str | None) -> None:
        """Ask whither: the destination of now stands there while it has room, else the nearest that has.

        `but`: the one that is full.
        """
        found = self.proposed(order)
        full = (one.hospital for one in found if one.full is not None)
        but = but or next((one for one in full if one == order.sent.destination), None)
        reference = self._session.reference.hospitals
        first = nearest(found, but)
        code = order.sent.destination if but is None else None
        code = code or (first.hospital if first is not None else "")
        needed = self.tr("Which hospital?") if order.verb is UnitVerb.DESTINATION else None
        ask = Ask(
            "hospital",
            self.tr("Hospital") if needed else self.tr("Hospital (empty: not known yet)"),
            find=choices.hospitals(self._session, found),
            text=reference[code].short_name if code in reference else "",
            code=code if code in reference else "",
            needed=needed,
            preview=lambda text: self._preview(found, text),
            select=True,
        )
        self._ask(order, [ask], lambda answers: self._act(order, answers["hospital"]))

    def _preview(self, found: tuple[Proposed, ...], text: str) -> str:
        """How far it is, and that it is full."""
        named = choices.hospital_named(self._session, text)
        one = next((each for each in found if each.hospital == named), None)
        return "" if one is None else choices.proposed_detail(self._session, one)

    def _act(self, order: Order, hospital: str) -> Awaitable[Outcome]:
        desk = self._session.desk
        if order.verb is UnitVerb.DESTINATION:
            return units.set_destination(desk, order.sent, hospital)
        status = STATUS_OF.get(order.verb, UnitStatus.TRANSPORTING)
        return units.set_status(desk, order.unit, status, order.sent, hospital=hospital or None)

    def _of_hospital(self, order: Order) -> None:
        """Told or agreed: of the hospital named, else of the destination."""
        named = choices.hospital_named(self._session, order.rest)
        hospital = named or (order.sent.destination if not order.rest else None)
        if hospital:
            self._perform(order, self._told(order, hospital))
            return
        ask = Ask(
            "hospital",
            self.tr("Which hospital?"),
            find=choices.hospitals(self._session, self.proposed(order)),
            text=order.rest,
            needed=self.tr("Which hospital?"),
        )
        self._ask(order, [ask], lambda answers: self._told(order, answers["hospital"]))

    def _told(self, order: Order, hospital: str) -> Awaitable[Outcome]:
        desk, seen = self._session.desk, self._transport(order)
        if order.verb is UnitVerb.TOLD:
            return hospitals.tell_hospital(desk, order.sent, seen, hospital)
        return hospitals.confirm_hospital(desk, order.sent, seen, hospital)

    def _full(self, order: Order) -> None:
        """The destination is full, until a time where that is known; then the next one is asked for."""
        hospital = order.sent.destination
        if hospital is None:
            order.refused(self.tr("{unit} has no hospital yet (h).").format(unit=order.unit.call_sign))
            return

        def act(until: str) -> Awaitable[Outcome] | None:
            moment = read_ahead(self._session, until)
            state = self._session.reference.hospital_states.get(hospital)
            if until and moment is None:
                return None
            return hospitals.say_full(self._session.desk, hospital, state, moment)

        last = order.rest.split()[-1] if order.rest else ""
        said = act(last) if last else None
        then = order.then(lambda: self._ask_next(order, hospital))
        if said is not None:
            self._perform(then, said)
            return
        ask = Ask(
            "until",
            self.tr("Full until when? (22:00, +2h; empty: not known)"),
            check=lambda text: (
                None if read_ahead(self._session, text) else self.tr("No time ahead. Type 22:00 or +2h.")
            ),
            preview=lambda text: understood(self._session, text),
        )
        self._ask(then, [ask], lambda answers: act(answers["until"]))

    def _ask_next(self, order: Order, full: str) -> None:
        """Offer the next hospital at once, unless the operator types elsewhere by now."""
        is_here = self._is_here()
        order.done()
        if not is_here:
            hospital = self._session.reference.hospitals[full].short_name
            text = self.tr("{hospital} is full: say where {unit} goes (Ctrl+U, {unit} h).")
            text = text.format(hospital=hospital, unit=order.unit.call_sign)
            self._session.said.emit(text, Level.PROBLEM)
            return
        self._ask_hospital(order.then(lambda: None).as_verb(UnitVerb.DESTINATION), but=full)

    def _patients(self, order: Order) -> None:
        counts = read_patients(order.rest) if order.rest else None
        if counts is not None:
            self._perform(order, self._counted(order, order.rest))
            return
        ask = Ask(
            "patients",
            self.tr("Patients, as: 2 red 1 yellow 3 green 1 black"),
            text=order.rest,
            needed=self.tr("How many, of which colour?"),
            check=lambda text: (
                None if read_patients(text) is not None else self.tr("Type as: 2 red 1 yellow; or 0")
            ),
        )
        self._ask(order, [ask], lambda answers: self._counted(order, answers["patients"]))

    def _counted(self, order: Order, text: str) -> Awaitable[Outcome]:
        counts = read_patients(text) or {}
        return hospitals.count_patients(self._session.desk, order.sent, self._transport(order), counts)

    def _hand_over(self, order: Order) -> None:
        act = hospitals.hand_over(
            self._session.desk, order.unit, order.sent, self._transport(order), order.rest or None
        )
        self._perform(order, act)

    def _transport(self, order: Order) -> Transport | None:
        case = self._session.board.cases.get(order.sent.incident or "")
        return case.transport(order.sent.id) if case is not None else None
