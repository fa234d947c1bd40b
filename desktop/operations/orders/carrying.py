"""Carrying out what was intended: through the same operations as the windows, and nothing else."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import TypeVar

from desktop.domain.acts import Refusal
from desktop.domain.board import Case
from desktop.domain.distress import Distress, DistressEnd
from desktop.domain.hospitals import HospitalState, Transport
from desktop.domain.memos import MemoEntry
from desktop.domain.records import Record
from desktop.domain.referrals import Referral
from desktop.domain.units import Assignment, UnitStatus
from desktop.operations import (
    alarms,
    contacts,
    distress,
    hospitals,
    incidents,
    memos,
    referrals,
    shifts,
    telling,
    units,
    warnings,
)
from desktop.operations.desk import Desk, Outcome
from desktop.operations.orders.plan import Deed, Intended
from desktop.operations.reading import read_case

R = TypeVar("R", bound=Record)


async def carry_out(desk: Desk, one: Intended) -> Outcome:
    """Write one act. KeyError for a deed of the screen. StoreError as `Desk.act` has it."""
    return await _WAYS[one.deed](desk.claiming(one.at) if one.at is not None else desk, one)


def _case(one: Intended) -> Case:
    if one.case is None:
        raise ValueError(one.deed)
    return one.case


def _into(one: Intended) -> Case:
    if one.into is None:
        raise ValueError(one.deed)
    return one.into


def _running(one: Intended) -> Assignment:
    if one.running is None:
        raise ValueError(one.deed)
    return one.running


def _referral(one: Intended) -> Referral:
    if one.referral is None:
        raise ValueError(one.deed)
    return one.referral


def _memo(one: Intended) -> MemoEntry:
    if one.memo is None:
        raise ValueError(one.deed)
    return one.memo


def _moment(one: Intended) -> datetime:
    if one.until is None:
        raise ValueError(one.deed)
    return one.until


def _seen(one: Intended, cls: type[R]) -> R | None:
    return one.seen if isinstance(one.seen, cls) else None


def _needed(one: Intended, cls: type[R]) -> R:
    if not isinstance(one.seen, cls):
        raise ValueError(one.deed)
    return one.seen


def _full(desk: Desk, one: Intended) -> Awaitable[Outcome]:
    return hospitals.say_full(desk, one.code, _seen(one, HospitalState), one.until)


def _status(desk: Desk, one: Intended) -> Awaitable[Outcome]:
    return units.set_status(
        desk,
        one.unit,
        one.status or UnitStatus.AVAILABLE,
        one.running,
        hospital=one.code or None,
        note=one.note or None,
    )


def _take_alarm(desk: Desk, one: Intended) -> Awaitable[Outcome]:
    if one.alarm is None:
        raise ValueError(one.deed)
    return alarms.take_alarm(desk, one.alarm, one.answer)


def _answer(desk: Desk, one: Intended) -> Awaitable[Outcome]:
    if one.state is None:
        raise ValueError(one.deed)
    return referrals.answer_referral(desk, _referral(one), one.state, one.note or None)


def _tell_again(desk: Desk, one: Intended) -> Awaitable[Outcome]:
    told = _referral(one)
    note = one.note or None
    return referrals.tell_again(desk, told, _case(one), one.means, told.told_to, note, one.critical)


def _tell(desk: Desk, one: Intended) -> Awaitable[Outcome]:
    if one.around is None:
        raise ValueError(one.deed)
    return telling.tell(desk, _case(one).id, one.whom, one.means, one.around)


def _correct(desk: Desk, one: Intended) -> Awaitable[Outcome]:
    if isinstance(one.seen, Transport):
        over, ended = one.seen, one.running
        return units.correct_stamp(desk, over, one.text, _moment(one), one.note, ended=ended)
    return units.correct_stamp(desk, _running(one), one.text, _moment(one), one.note, one.unit)


def _phone(desk: Desk, one: Intended) -> Awaitable[Outcome]:
    if one.tried is None:
        raise ValueError(one.deed)
    incident = one.case.id if one.case is not None else None
    return contacts.log_try(desk, one.tried.dial, one.tried.result, incident, one.note or None)


async def _merge(desk: Desk, one: Intended) -> Outcome:
    """What moves is read at the last moment: a call may have joined since the order was read."""
    source, target = _case(one).id, _into(one).id
    detail, into = await read_case(desk, source), await read_case(desk, target)
    if detail is None or into is None:
        return Refusal("merge_moves_all", "incident", target)
    return await incidents.merge_incident(desk, detail, into.case, one.note or None)


_WAYS: Mapping[Deed, Callable[[Desk, Intended], Awaitable[Outcome]]] = {
    Deed.ASSIGN: lambda desk, one: units.assign_units(
        desk, _case(one).incident, one.units, one.note or None, one.recommended, one.queued
    ),
    Deed.QUEUE: lambda desk, one: units.queue_units(desk, _case(one).incident, one.units, one.note or None),
    Deed.UNQUEUE: lambda desk, one: units.unqueue_units(desk, one.queued, one.note or None),
    Deed.GO_BACK: lambda desk, one: units.take_status_back(desk, one.back, one.note or None),
    Deed.DIVERT: lambda desk, one: units.divert_unit(
        desk, _case(one).incident, one.unit, _running(one), one.note or None, one.recommended
    ),
    Deed.STATUS: _status,
    Deed.CANCEL: lambda desk, one: units.cancel_unit(desk, one.unit, _running(one), one.note),
    Deed.OUT_OF_SERVICE: lambda desk, one: units.put_out_of_service(
        desk, one.unit, one.running, one.note, one.until
    ),
    Deed.OCCUPY: lambda desk, one: units.occupy_unit(desk, one.unit, one.note),
    Deed.DESTINATION: lambda desk, one: units.set_destination(desk, _running(one), one.code),
    Deed.MOVE: lambda desk, one: units.move_unit(desk, one.unit, one.code, one.note or None),
    Deed.WELL: lambda desk, one: alarms.say_well(desk, _running(one), one.answer, one.note or None),
    Deed.TOLD: lambda desk, one: hospitals.tell_hospital(
        desk, _running(one), _seen(one, Transport), one.code, one.note or None
    ),
    Deed.CONFIRMED: lambda desk, one: hospitals.confirm_hospital(
        desk, _running(one), _seen(one, Transport), one.code, one.note or None
    ),
    Deed.PATIENTS: lambda desk, one: hospitals.count_patients(
        desk, _running(one), _seen(one, Transport), dict(one.patients), one.note or None
    ),
    Deed.HAND_OVER: lambda desk, one: hospitals.hand_over(
        desk, one.unit, _running(one), _seen(one, Transport), one.note or None
    ),
    Deed.FULL: _full,
    Deed.TAKES_AGAIN: lambda desk, one: hospitals.say_takes_again(desk, _needed(one, HospitalState)),
    Deed.DISTRESS: lambda desk, one: distress.raise_distress(desk, one.unit, one.running, one.note or None),
    Deed.TAKE_DISTRESS: lambda desk, one: distress.take_distress(desk, _needed(one, Distress)),
    Deed.CREW_SAFE: lambda desk, one: distress.end_distress(
        desk, _needed(one, Distress), DistressEnd.OVER, one.note
    ),
    Deed.FALSE_ALARM: lambda desk, one: distress.end_distress(
        desk, _needed(one, Distress), DistressEnd.FALSE_ALARM, one.note
    ),
    Deed.REFER: lambda desk, one: referrals.refer(
        desk, _case(one).incident, one.tellings, one.means, note=one.note or None, critical=one.critical
    ),
    Deed.PHONE: _phone,
    Deed.TELL: _tell,
    Deed.ANSWER: _answer,
    Deed.TELL_AGAIN: _tell_again,
    Deed.LEAD: lambda desk, one: referrals.let_lead(desk, _referral(one), one.leading),
    Deed.CONFIRM: lambda desk, one: referrals.confirm_safe(desk, _referral(one), one.note or None),
    Deed.UNCONFIRM: lambda desk, one: referrals.take_confirmation(desk, _referral(one), one.note),
    Deed.NOTE: lambda desk, one: incidents.add_note(desk, _case(one).incident, one.note),
    Deed.READ: lambda desk, one: warnings.acknowledge(desk, _case(one), one.warnings),
    Deed.SIGN_ON: lambda desk, one: shifts.sign_on(
        desk, one.unit, one.shift, one.people, one.text, one.note or None
    ),
    Deed.TAKE_OVER: lambda desk, one: shifts.take_over(desk, _case(one).incident, one.note),
    Deed.TAKE: lambda desk, one: incidents.take_incident(desk, _case(one).incident),
    Deed.TAKE_ALARM: _take_alarm,
    Deed.RELEASE: lambda desk, one: incidents.release_incident(desk, _case(one).incident),
    Deed.ALARM: lambda desk, one: incidents.set_alarm(desk, _case(one).incident, one.level),
    Deed.CORRECT: _correct,
    Deed.CLOSE: lambda desk, one: incidents.close_incident(
        desk, _case(one).incident, one.code, one.note or None, _case(one).queued
    ),
    Deed.REOPEN: lambda desk, one: incidents.reopen_incident(desk, _case(one), one.note, one.until),
    Deed.MERGE: _merge,
    Deed.STRIKE: lambda desk, one: incidents.strike_note(desk, _case(one).incident, one.text),
    Deed.REMIND: lambda desk, one: memos.remind(
        desk, one.text, _moment(one), None if one.case is None else one.case.id, one.recipient
    ),
    Deed.PUT_OFF: lambda desk, one: memos.put_off(desk, _memo(one), _moment(one)),
    Deed.DONE: lambda desk, one: memos.finish(desk, _memo(one), one.note or None),
    Deed.MESSAGE: lambda desk, one: memos.send_message(desk, one.text, one.recipient),
    Deed.READ_MESSAGE: lambda desk, one: memos.read_message(desk, _memo(one)),
    Deed.RELATE: lambda desk, one: incidents.relate_incidents(
        desk, _case(one).incident, _into(one).incident, one.note or None
    ),
}
