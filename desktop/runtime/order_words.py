"""Orders in words: what will be done, what was done; the same on the screen and at a terminal."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from desktop.domain.hospitals import Transport
from desktop.domain.reference import AgencyPart
from desktop.domain.units import UnitStatus
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Deed, Intended
from desktop.operations.telling import name_of
from desktop.runtime.alarm_words import what_text, who_text
from desktop.runtime.code_words import outcome_name, word
from desktop.runtime.contact_words import number_text
from desktop.runtime.marking import QT_TRANSLATE_NOOP
from desktop.runtime.order_parts import (
    SEPARATOR,
    agency_text,
    into_case,
    moment_text,
    of_case,
    to_status,
    units_text,
)
from desktop.runtime.order_words_rescue import RESCUE_WHAT, to_hospital

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP


def preview_lines(intended: Iterable[Intended], picture: Picture) -> list[str]:
    """What will be done, a line each act: `Damkar 4: assigned → under way · 24-018 · “by Jl. Kecubung”`."""
    return [intended_text(one, picture) for one in intended]


def summary_text(intended: Iterable[Intended], picture: Picture) -> str:
    """What was done, in one line; units of which the same was said are named together."""
    alike = groupby(intended, key=_apart_from_units)
    return SEPARATOR.join(preview_lines((_of_all_units(list(ones)) for _, ones in alike), picture))


def _apart_from_units(one: Intended) -> tuple[object, ...]:
    """What two acts on a unit each have in common when one line can tell of both."""
    was = one.unit.status if len(one.units) == 1 else one
    return one.deed, None if one.case is None else one.case.id, one.status, one.code, one.note, one.at, was


def _of_all_units(alike: list[Intended]) -> Intended:
    return replace(alike[0], units=tuple(unit for one in alike for unit in one.units))


def intended_text(one: Intended, picture: Picture) -> str:
    """One act with all that it will write."""
    parts = [_WHAT[one.deed](one, picture)]
    if one.at is not None:
        parts.append(translate("Orders", "at {time}").format(time=moment_text(one.at, picture)))
    if one.note and one.deed not in (Deed.NOTE, Deed.STRIKE):
        parts.append(f"“{one.note}”")
    if one.unseen:
        parts.append(translate("Orders", "was not on scene: the incident counts as handled"))
    return SEPARATOR.join(parts)


def _assign(one: Intended, picture: Picture) -> str:
    text = translate("Orders", "{units}: assigned to {incident}")
    return text.format(units=units_text(one), incident=of_case(one, picture))


def _of_units(source: str) -> Callable[[Intended, Picture], str]:
    def text(one: Intended, picture: Picture) -> str:
        return translate("Orders", source).format(units=units_text(one), incident=of_case(one, picture))

    return text


def _divert(one: Intended, picture: Picture) -> str:
    if one.into is None:
        text = translate("Orders", "{unit}: diverted to {incident}")
        return text.format(unit=units_text(one), incident=of_case(one, picture))
    text = translate("Orders", "{unit}: diverted to {incident}; left behind: {left}")
    return text.format(unit=units_text(one), left=into_case(one, picture), incident=of_case(one, picture))


def _status(one: Intended, picture: Picture) -> str:
    return to_status(
        one, picture, word(one.status) if one.status is not None else "", to_hospital(one, picture)
    )


def _sign_on(one: Intended, picture: Picture) -> str:
    people = translate("Orders", "crew of {people}").format(people=one.people)
    crew = f"{people}: {one.text}" if one.text else people
    shift = one.shift.name if one.shift is not None else ""
    if one.unit.status is UnitStatus.OFF_DUTY:
        return to_status(one, picture, word(UnitStatus.AVAILABLE), crew, shift)
    return SEPARATOR.join(part for part in (f"{units_text(one)}: {crew}", shift) if part)


def _cancel(one: Intended, picture: Picture) -> str:
    return to_status(one, picture, translate("Orders", "called off"))


def _out_of_service(one: Intended, picture: Picture) -> str:
    until = ""
    if one.until is not None:
        until = translate("Orders", "until {time}").format(time=moment_text(one.until, picture))
    called_off = translate("Orders", "called off from its incident") if one.case is not None else ""
    becomes = word(one.status) if one.status is not None else ""
    return to_status(one, picture, becomes, until, called_off)


def _occupy(one: Intended, picture: Picture) -> str:
    return to_status(one, picture, translate("Orders", "busy"))


def _destination(one: Intended, picture: Picture) -> str:
    text = translate("Orders", "{unit}: goes to {hospital}")
    return text.format(unit=units_text(one), hospital=to_hospital(one, picture))


def _move(one: Intended, picture: Picture) -> str:
    known = picture.reference.stations.get(one.code)
    text = translate("Orders", "{unit}: stands at {station}")
    return text.format(unit=units_text(one), station=known.name if known is not None else "")


def _well(one: Intended, picture: Picture) -> str:
    text = translate("Orders", "{units}: crew is well · {incident}")
    return text.format(units=units_text(one), incident=of_case(one, picture))


def _take_alarm(one: Intended, picture: Picture) -> str:
    if one.alarm is None:
        return ""
    who = who_text(one.alarm, picture.units, picture.reference)
    said = ", ".join(part for part in (who, what_text(one.alarm)) if part)
    text = translate("Orders", "take the alarm “{alarm}” · {incident}")
    return text.format(alarm=said, incident=of_case(one, picture))


def _refer(one: Intended, picture: Picture) -> str:
    told = []
    for part in AgencyPart:
        names = [agency_text(told_one.agency, picture) for told_one in one.tellings if told_one.part is part]
        if names:
            told.append(f"{', '.join(names)} ({word(part)})")
    text = translate("Orders", "{incident}: {agencies} told by {means}")
    return text.format(incident=of_case(one, picture), agencies=", ".join(told), means=word(one.means))


def _phone(one: Intended, picture: Picture) -> str:
    if one.tried is None:
        return ""
    told = translate("Orders", "{contact} telephoned, {number}: {result}").format(
        contact=one.tried.entry.contact.name,
        number=number_text(one.tried.entry, one.tried.dial.number),
        result=word(one.tried.result),
    )
    return SEPARATOR.join(part for part in (told, of_case(one, picture)) if part)


def _tell(one: Intended, picture: Picture) -> str:
    names = ", ".join(name_of(each, picture.reference, picture.units) for each in one.whom)
    text = translate("Orders", "{incident}: {names} told the text by {means}")
    return text.format(incident=of_case(one, picture), names=names, means=word(one.means))


def _answer(one: Intended, picture: Picture) -> str:
    if one.referral is None or one.state is None:
        return ""
    name = agency_text(one.referral.agency, picture)
    return f"{name}: {word(one.referral.state)} → {word(one.state)} · {of_case(one, picture)}"


def _of_agency(source: str) -> Callable[[Intended, Picture], str]:
    def text(one: Intended, picture: Picture) -> str:
        agency = agency_text(one.referral.agency, picture) if one.referral is not None else ""
        return translate("Orders", source).format(agency=agency, incident=of_case(one, picture))

    return text


def _alarm(one: Intended, picture: Picture) -> str:
    text = translate("Orders", "{incident}: alarm {level}")
    return text.format(incident=of_case(one, picture), level=one.level)


def _correct(one: Intended, picture: Picture) -> str:
    over = isinstance(one.seen, Transport)
    before = getattr(one.seen if over else one.running, f"{one.text}_at", None)
    times = [moment_text(moment, picture) for moment in (before, one.until) if moment is not None]
    stamp = word(one.status) if one.status is not None else translate("Orders", "handed over") if over else ""
    return f"{units_text(one)}: {stamp} {' → '.join(times)}"


def _close(one: Intended, picture: Picture) -> str:
    outcome = outcome_name(picture.reference.outcomes.get(one.code))
    text = translate("Orders", "{incident}: closed, {outcome}")
    return text.format(incident=of_case(one, picture), outcome=outcome)


def _read(one: Intended, picture: Picture) -> str:
    said = SEPARATOR.join(f"“{entry.private.text or ''}”" for entry in one.warnings)
    text = translate("Orders", "{incident}: warnings read: {warnings}")
    return text.format(incident=of_case(one, picture), warnings=said)


def _remind(one: Intended, picture: Picture) -> str:
    whose = _N("Orders", "reminder at {time} for all desks: “{text}”")
    if one.recipient is not None:
        whose = _N("Orders", "reminder at {time} for you alone: “{text}”")
    told = translate("Orders", whose).format(time=_until(one, picture), text=one.text)
    return SEPARATOR.join((told, of_case(one, picture) or translate("Orders", "about no incident")))


def _message(one: Intended, picture: Picture) -> str:
    if one.recipient is None:
        text = translate("Orders", "to all desks: “{text}”").format(text=one.text)
        nobody = translate("Orders", "nobody else is at a desk now")
        return text if picture.at_desks else f"{text}{SEPARATOR}{nobody}"
    name = picture.reference.operator_name(one.recipient)
    text = translate("Orders", "to {name}: “{text}”").format(name=name, text=one.text)
    if one.recipient in picture.at_desks:
        return text
    away = translate("Orders", "{name} is at no desk now and reads it later").format(name=name)
    return SEPARATOR.join((text, away))


def _abbreviate(one: Intended, picture: Picture) -> str:
    before = picture.abbreviations.get(one.code)
    if not one.text:
        return translate("Orders", "{word} is forgotten: it stood for {meaning}").format(
            word=one.code, meaning=before or ""
        )
    text = translate("Orders", "{word} stands for: {meaning}").format(word=one.code, meaning=one.text)
    if before is None or before == one.text:
        return text
    return SEPARATOR.join((text, translate("Orders", "until now: {meaning}").format(meaning=before)))


def _of_memo(source: str) -> Callable[[Intended, Picture], str]:
    def text(one: Intended, picture: Picture) -> str:
        entry = one.memo
        who = picture.reference.operator_name(entry.memo.made_by) if entry is not None else ""
        said = entry.text if entry is not None else ""
        told = translate("Orders", source).format(time=_until(one, picture), memo=said, who=who)
        return SEPARATOR.join(part for part in (told, of_case(one, picture)) if part)

    return text


def _until(one: Intended, picture: Picture) -> str:
    return moment_text(one.until, picture) if one.until is not None else ""


def _of_case(source: str) -> Callable[[Intended, Picture], str]:
    def text(one: Intended, picture: Picture) -> str:
        return translate("Orders", source).format(
            incident=of_case(one, picture), other=into_case(one, picture), note=one.note, text=one.text
        )

    return text


_WHAT: Mapping[Deed, Callable[[Intended, Picture], str]] = {
    Deed.ASSIGN: _assign,
    Deed.DIVERT: _divert,
    Deed.QUEUE: _of_units(_N("Orders", "{units}: next to {incident}, once free")),
    Deed.UNQUEUE: _of_units(_N("Orders", "{units}: not next to {incident} any more")),
    Deed.STATUS: _status,
    Deed.GO_BACK: _status,
    Deed.CANCEL: _cancel,
    Deed.OUT_OF_SERVICE: _out_of_service,
    Deed.OCCUPY: _occupy,
    Deed.DESTINATION: _destination,
    Deed.MOVE: _move,
    Deed.WELL: _well,
    **RESCUE_WHAT,
    Deed.REFER: _refer,
    Deed.PHONE: _phone,
    Deed.TELL: _tell,
    Deed.ANSWER: _answer,
    Deed.TELL_AGAIN: _of_agency(_N("Orders", "{agency}: told again · {incident}")),
    Deed.LEAD: _of_agency(_N("Orders", "{agency}: leads · {incident}")),
    Deed.CONFIRM: _of_agency(_N("Orders", "{agency}: calls it safe · {incident}")),
    Deed.UNCONFIRM: _of_agency(_N("Orders", "{agency}: not safe yet · {incident}")),
    Deed.NOTE: _of_case(_N("Orders", "{incident}: note “{note}”")),
    Deed.READ: _read,
    Deed.TAKE: _of_case(_N("Orders", "{incident}: in your hand")),
    Deed.TAKE_ALARM: _take_alarm,
    Deed.RELEASE: _of_case(_N("Orders", "{incident}: let go")),
    Deed.SIGN_ON: _sign_on,
    Deed.TAKE_OVER: _of_case(_N("Orders", "{incident}: taken over into your hand")),
    Deed.SHIFT_PAGE: _of_case(_N("Orders", "show the page of handing over")),
    Deed.CREWS: _of_case(_N("Orders", "show the crews on duty")),
    Deed.ALARM: _alarm,
    Deed.CORRECT: _correct,
    Deed.CLOSE: _close,
    Deed.REOPEN: _of_case(_N("Orders", "{incident}: open again")),
    Deed.MERGE: _of_case(_N("Orders", "{incident}: merged into {other}")),
    Deed.RELATE: _of_case(_N("Orders", "{incident}: related to {other}")),
    Deed.STRIKE: _of_case(_N("Orders", "{incident}: note “{note}” struck through")),
    Deed.REMIND: _remind,
    Deed.PUT_OFF: _of_memo(_N("Orders", "put off to {time}: “{memo}”")),
    Deed.DONE: _of_memo(_N("Orders", "reminder done: “{memo}”")),
    Deed.MESSAGE: _message,
    Deed.READ_MESSAGE: _of_memo(_N("Orders", "read, from {who}: “{memo}”")),
    Deed.ABBREVIATE: _abbreviate,
    Deed.UNDO: _of_case(_N("Orders", "take back what was just done")),
    Deed.SELECT: _of_case(_N("Orders", "select {incident}")),
    Deed.FILTER: _of_case(_N("Orders", "filter the list by “{text}”")),
    Deed.SEARCH: _of_case(_N("Orders", "look up “{text}” through all years")),
    Deed.CALL: _of_case(_N("Orders", "new call “{text}”")),
}
