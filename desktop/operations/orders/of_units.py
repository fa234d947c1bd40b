"""Orders about units: sent, diverted, and whatever is said of them."""

from dataclasses import replace

from desktop.domain.alarm_answers import answer_id
from desktop.domain.alarm_clocks import WELFARE
from desktop.domain.board import Case
from desktop.domain.units import BUSY, FREE, MOVES, STAMPS, Assignment, Unit, UnitStatus
from desktop.operations.orders import of_hospitals
from desktop.operations.orders.grammar import OrderVerb, Slot
from desktop.operations.orders.naming import hospital_of, incident_of, station_of, units_named
from desktop.operations.orders.of_next import unqueued
from desktop.operations.orders.of_selected import names_nobody, units_meant
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.plan import Code, Deed, Intended
from desktop.operations.orders.unread import warn_of_unread
from desktop.operations.typed_verbs import read_line
from desktop.operations.unit_verbs import (
    STATUS_OF,
    VERBS,
    WITH_PATIENTS,
    UnitVerb,
    ends_unseen,
    legal,
    meant,
)


def send(order: Order) -> None:
    """Free units in one act; each busy one, where that was asked for, in one of its own."""
    named = units_named(order)
    case = incident_of(order, order.target)
    if case is None:
        return
    warn_of_unread(order, case)
    free: list[tuple[Unit, Piece]] = []
    there: list[tuple[Unit, Piece]] = []
    diverted: list[Intended] = []
    for unit, where in named:
        running = order.picture.running(unit.id)
        if unit.status in FREE:
            free.append((unit, where))
        elif running is not None and running.incident == case.id:
            there.append((unit, where))
        else:
            diverted += _divert(order, case, unit, running, where)
    if free:
        order.intended.append(
            Intended(
                Deed.ASSIGN,
                case,
                units=tuple(unit for unit, _ in free),
                queued=case.queued,
                note=order.note.text,
                at=order.at,
            )
        )
        for unit, where in free:
            _not_before(order, unit, where)
    order.intended += diverted
    found = order.picture.recommended(case.id)
    first = next((at for at, one in enumerate(order.intended) if one.deed is not Deed.UNQUEUE), None)
    if first is not None:  # the first act that sends keeps it
        order.intended[first] = replace(order.intended[first], recommended=found)
    if there and not order.intended:
        for unit, where in there:
            order.trouble(Code.THERE_ALREADY, where, unit, case)


def _divert(order: Order, case: Case, unit: Unit, running: Assignment | None, where: Piece) -> list[Intended]:
    """A busy unit to another incident, where that was asked for and may follow; else what is in the way."""
    if running is None or UnitStatus.ASSIGNED not in MOVES[unit.status]:
        order.trouble(Code.FIRST_FREE, where, unit, unit.status in BUSY)
        return []
    if not (order.divert or order.row.verb is OrderVerb.DIVERT):
        order.trouble(Code.BUSY, where, unit, running)
        return []
    left = order.picture.cases.get(running.incident or "")
    queued = order.picture.queued(unit.id)
    comes = [queued] if queued is not None and queued.incident == case.id else []
    _not_before(order, unit, where)
    return [
        *unqueued(order, comes),
        Intended(Deed.DIVERT, case, left, (unit,), running, note=order.note.text, at=order.at),
    ]


def status(order: Order) -> None:
    """What is said of units, an act each."""
    verb = order.row.verb
    assert isinstance(verb, UnitVerb)
    of_hospitals.take_patients(order)
    named = units_meant(order, verb) if names_nobody(order) else units_named(order)
    code = _code(order, verb)
    for unit, where in named:
        say(order, unit, where, verb, code)


def correct(order: Order) -> None:
    """Correct the time of a stamp of a unit's present assignment: of the one named, else of its status."""
    subject, moment = order.subject, order.at
    saying = read_line(subject.text, order.picture.call_signs(), VERBS) if subject.text else None
    unit = order.picture.units.get(saying.part.id) if saying is not None else None
    if saying is None or unit is None:
        order.subject = subject.cut(0, saying.part.end) if saying is not None and saying.part.end else subject
        units_named(order)
        return
    if saying.verb is UnitVerb.HAND_OVER and not saying.unread:
        of_hospitals.correct_hand_over(order, unit)
        return
    running = order.picture.running(unit.id)
    status = STATUS_OF.get(saying.verb) if saying.verb is not None else unit.status
    stamp = STAMPS.get(status) if status is not None and not saying.unread and len(saying.verbs) < 2 else None
    if running is None or stamp is None or getattr(running, f"{stamp}_at") is None:
        order.trouble(Code.NO_STAMP, subject, unit)
    elif moment is None:
        order.missing(Slot.TIME)
    else:
        case = order.picture.cases.get(running.incident or "")
        order.intended.append(
            Intended(
                Deed.CORRECT,
                case,
                units=(unit,),
                running=running,
                status=status,
                text=stamp,
                until=moment,
                note=order.note.text,
            )
        )


def say(order: Order, unit: Unit, where: Piece, verb: UnitVerb, code: str) -> None:
    """Intend what is said of one unit. `code`: the hospital or station."""
    running = order.picture.running(unit.id)
    verb = meant(verb, unit)
    if verb not in legal(unit, running):
        order.trouble(Code.CANNOT_FOLLOW, where, unit, running, verb)
        return
    if verb is UnitVerb.DESTINATION and not code:
        order.missing(Slot.HOSPITAL)
        return
    case = order.picture.cases.get(running.incident or "") if running is not None else None
    if code == _NEAREST:
        code = of_hospitals.proposed(order, case)
    if verb in WITH_PATIENTS and running is not None:
        _not_before(order, unit, where)
        of_hospitals.of_unit(order, unit, where, running, verb, code)
        return
    intended = Intended(
        _DEEDS.get(verb, Deed.STATUS),
        case,
        units=(unit,),
        running=running,
        status=STATUS_OF.get(verb),
        code=code,
        note=order.note.text,
        at=order.at,
        until=order.until,
        unseen=ends_unseen(verb, unit, running),
    )
    if verb is UnitVerb.OFF_DUTY:
        intended = replace(intended, running=None)
    if verb is UnitVerb.WELL and running is not None:
        answer = order.picture.answers.get(answer_id(WELFARE, running.id))
        intended = replace(intended, answer=answer)
    _not_before(order, unit, where)
    order.intended.append(intended)


def _code(order: Order, verb: UnitVerb) -> str:
    """The hospital or station that the order names; empty where none is needed."""
    if order.row.target is Slot.STATION:
        station = station_of(order)
        return station.id if station is not None else ""
    if order.row.target is Slot.HOSPITAL:
        if order.target is not None and order.target.text.casefold() in of_hospitals.NEAREST:
            return _NEAREST
        hospital = hospital_of(order)
        return hospital.id if hospital is not None else ""
    return ""


def _not_before(order: Order, unit: Unit, where: Piece) -> None:
    """What is said to have happened cannot lie before what the unit did last."""
    if order.at is not None and unit.status_at is not None and order.at < unit.status_at:
        order.trouble(Code.TOO_EARLY, where, unit)


_NEAREST = "*"
"""Stands for the hospital that is proposed: it depends on where the unit is."""
_DEEDS = {
    UnitVerb.CANCEL: Deed.CANCEL,
    UnitVerb.OUT_OF_SERVICE: Deed.OUT_OF_SERVICE,
    UnitVerb.OCCUPY: Deed.OCCUPY,
    UnitVerb.DESTINATION: Deed.DESTINATION,
    UnitVerb.MOVE: Deed.MOVE,
    UnitVerb.WELL: Deed.WELL,
}
