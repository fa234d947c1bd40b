"""Orders about hospitals and who is brought to them."""

from collections.abc import Callable, Mapping

from desktop.domain.board import Case
from desktop.domain.hospital_choice import nearest
from desktop.domain.hospitals import FULL_AT_MOST, HANDED_OVER
from desktop.domain.units import Assignment, Unit
from desktop.operations.orders.grammar import OrderVerb, Slot
from desktop.operations.orders.naming import hospital_in
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.plan import Code, Deed, Intended
from desktop.operations.typed_patients import COUNT, NONE, colour_of, read_patients
from desktop.operations.unit_verbs import UnitVerb

NEAREST = ("terdekat", "nearest")
"""Words for the hospital that is proposed, in both languages."""


def take_patients(order: Order) -> None:
    """Take the counts out of the subject of an order that tells of patients; before units are looked for."""
    if order.row.verb is not UnitVerb.PATIENTS:
        return
    subject = order.subject
    at = next((one.start() for one in COUNT.finditer(subject.text) if colour_of(one[2]) is not None), None)
    if at is None:
        none = NONE.search(subject.text)
        at = none.start() if none is not None else None
    if at is None:
        return
    where = subject.cut(at)
    order.patients = read_patients(where.text)
    if order.patients is None:
        order.trouble(Code.UNKNOWN, where, Slot.PATIENTS)
    order.subject = subject.cut(0, at)


def of_unit(order: Order, unit: Unit, where: Piece, running: Assignment, verb: UnitVerb, code: str) -> None:
    """Intend what is said of a unit with patients. `code`: the hospital named; else its destination."""
    picture = order.picture
    case = picture.cases.get(running.incident or "")
    hospital = code or running.destination or ""
    if verb in _OF_HOSPITAL and not hospital:
        order.missing(Slot.HOSPITAL)
        return
    if verb is UnitVerb.PATIENTS and order.patients is None:
        if not any(one.code is Code.UNKNOWN for one in order.troubles):
            order.missing(Slot.PATIENTS)
        return
    if verb is UnitVerb.FULL:
        _full(order, hospital, where)
        return
    order.intended.append(
        Intended(
            _DEEDS[verb],
            case,
            units=(unit,),
            running=running,
            seen=case.transport(running.id) if case is not None else None,
            code=hospital if verb in _OF_HOSPITAL else "",
            patients=tuple((order.patients or {}).items()),
            note=order.note.text,
            at=order.at,
        )
    )


def correct_hand_over(order: Order, unit: Unit) -> None:
    """Correct when a unit's patients were handed over: the last of whom that is known."""
    last = max(
        (
            (one.handed_over_at, case, one)
            for case in order.picture.cases.values()
            for one in case.transports
            if one.unit == unit.id and one.handed_over_at is not None
        ),
        key=lambda found: found[0],
        default=None,
    )
    if last is None:
        order.trouble(Code.NO_STAMP, order.subject, unit)
    elif order.at is None:
        order.missing(Slot.TIME)
    else:
        _, case, seen = last
        order.intended.append(
            Intended(
                Deed.CORRECT,
                case,
                units=(unit,),
                running=next((one for one in case.assignments if one.id == seen.id), None),
                seen=seen,
                text=HANDED_OVER,
                until=order.at,
                note=order.note.text,
            )
        )


def proposed(order: Order, case: Case | None) -> str:
    """The hospital that is proposed for a case; what is missing for that is told."""
    found = nearest(order.picture.hospitals_for(case)) if case is not None else None
    if found is None and order.target is not None:
        order.trouble(Code.NO_NEAREST, order.target)
    return found.hospital if found is not None else ""


def full(order: Order) -> None:
    """A hospital takes nobody, until a time where that is known."""
    hospital = hospital_in(order, order.subject)
    if hospital is not None:
        _full(order, hospital.id, order.subject)


def _full(order: Order, hospital: str, where: Piece) -> None:
    """Full until the time that is typed; with none until it says otherwise."""
    until = order.until
    if until is not None and until > order.picture.now + FULL_AT_MOST:
        order.trouble(Code.TOO_LATE, where, FULL_AT_MOST)
    else:
        seen = order.picture.reference.hospital_states.get(hospital)
        order.intended.append(Intended(Deed.FULL, code=hospital, seen=seen, until=until, at=order.at))


def takes_again(order: Order) -> None:
    """A hospital that was full takes patients again."""
    hospital = hospital_in(order, order.subject)
    if hospital is None:
        return
    seen = order.picture.reference.hospital_states.get(hospital.id)
    if seen is None or seen.full_at(order.picture.now) is None:
        order.trouble(Code.NOT_FULL, order.subject, hospital)
    else:
        order.intended.append(Intended(Deed.TAKES_AGAIN, code=hospital.id, seen=seen, at=order.at))


_OF_HOSPITAL = frozenset({UnitVerb.TOLD, UnitVerb.CONFIRMED, UnitVerb.FULL})
_DEEDS: Mapping[UnitVerb, Deed] = {
    UnitVerb.TOLD: Deed.TOLD,
    UnitVerb.CONFIRMED: Deed.CONFIRMED,
    UnitVerb.PATIENTS: Deed.PATIENTS,
    UnitVerb.HAND_OVER: Deed.HAND_OVER,
}
READERS: Mapping[OrderVerb, Callable[[Order], None]] = {
    OrderVerb.FULL: full,
    OrderVerb.TAKES_AGAIN: takes_again,
}
