"""Orders about hospitals, patients and crews in distress, in words."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case
from desktop.domain.hospital_choice import Proposed, nearest
from desktop.domain.hospitals import Full
from desktop.domain.recommendation import Way
from desktop.domain.units import Assignment, UnitStatus
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Deed, Intended
from desktop.runtime.code_words import word
from desktop.runtime.marking import QT_TRANSLATE_NOOP
from desktop.runtime.order_parts import SEPARATOR, moment_text, of_case, to_status, units_text

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP


def hospital_text(one: Intended, picture: Picture) -> str:
    """The hospital that it is about."""
    known = picture.reference.hospitals.get(one.code)
    return known.name if known is not None else ""


def to_hospital(one: Intended, picture: Picture) -> str:
    """The hospital, and that it is full; without one the nearest that is not."""
    name = hospital_text(one, picture)
    going = one.status is UnitStatus.TRANSPORTING or one.deed is Deed.DESTINATION
    if not going or one.case is None:
        return name
    found = picture.hospitals_for(one.case)
    own = next((each for each in found if each.hospital == one.code), None)
    instead = nearest(found, one.code)
    if own is None and instead is not None:
        text = translate("Orders", "hospital not known yet; nearest: {proposed}")
        return text.format(proposed=proposed_text(instead, picture))
    if own is None or own.full is None:
        return name
    parts = [_is_full(name, own.full, picture)]
    if instead is not None:
        next_one = translate("Orders", "next: {proposed}")
        parts.append(next_one.format(proposed=proposed_text(instead, picture)))
    return ", ".join(parts)


def _is_full(name: str, full: Full, picture: Picture) -> str:
    if full.until is None:
        text = translate("Orders", "{hospital}: FULL since {time}, end not known")
        return text.format(hospital=name, time=moment_text(full.since or picture.now, picture)[:-3])
    text = translate("Orders", "{hospital}: FULL until {time}")
    return text.format(hospital=name, time=moment_text(full.until, picture)[:-3])


def _of_transport(source: str) -> Callable[[Intended, Picture], str]:
    def text(one: Intended, picture: Picture) -> str:
        return translate("Orders", source).format(unit=units_text(one), hospital=hospital_text(one, picture))

    return text


def _patients(one: Intended, _picture: Picture) -> str:
    told = ", ".join(f"{count} {word(colour)}" for colour, count in one.patients)
    text = translate("Orders", "{unit}: patients {told}")
    return text.format(unit=units_text(one), told=told or translate("Orders", "none"))


def _hand_over(one: Intended, picture: Picture) -> str:
    return to_status(one, picture, translate("Orders", "handed over, returning"))


def _full(one: Intended, picture: Picture) -> str:
    """With what is proposed instead for those who are on their way there."""
    until = moment_text(one.until, picture)[:-3] if one.until is not None else ""
    text = translate("Orders", "{hospital}: full until {time}; all desks see it")
    if one.until is None:
        text = translate("Orders", "{hospital}: full, end not known; all desks see it")
    parts = [text.format(hospital=hospital_text(one, picture), time=until)]
    for case, sent in bound_for(picture, one.code):
        if sent.unit not in picture.units:
            continue
        instead = nearest(picture.hospitals_for(case), one.code)
        unit = picture.units[sent.unit].call_sign
        if instead is None:
            parts.append(translate("Orders", "{unit} is bound for it").format(unit=unit))
        else:
            told = translate("Orders", "{unit} is bound for it: next is {proposed}")
            parts.append(told.format(unit=unit, proposed=proposed_text(instead, picture)))
    return SEPARATOR.join(parts)


def bound_for(picture: Picture, hospital: str) -> list[tuple[Case, Assignment]]:
    """Who is on the way to a hospital, each with its case."""
    return [
        (case, one)
        for case in picture.cases.values()
        for one in case.running
        if one.destination == hospital and one.at_hospital_at is None
    ]


def proposed_text(one: Proposed, picture: Picture) -> str:
    """A hospital that is proposed: `RS Wangaya, 6 min by road`."""
    known = picture.reference.hospitals.get(one.hospital)
    name = known.short_name or known.name if known is not None else one.hospital
    if one.minutes is None:
        return name
    by = way_text(one.way)
    return translate("Orders", "{hospital}, {minutes} min {way}").format(
        hospital=name, minutes=one.minutes, way=by
    )


def way_text(way: Way) -> str:
    """How a travel time was found."""
    return translate("Orders", "by road") if way is Way.ROAD else translate("Orders", "by straight line")


def _distress(one: Intended, picture: Picture) -> str:
    text = translate("Orders", "{unit}: CREW IN DISTRESS, all desks are alarmed · {incident}")
    told = text.format(unit=units_text(one), incident=of_case(one, picture))
    return told if one.case is not None else told.rpartition(SEPARATOR)[0]


RESCUE_WHAT: Mapping[Deed, Callable[[Intended, Picture], str]] = {
    Deed.TOLD: _of_transport(_N("Orders", "{unit}: {hospital} was told")),
    Deed.CONFIRMED: _of_transport(_N("Orders", "{unit}: {hospital} agreed")),
    Deed.PATIENTS: _patients,
    Deed.HAND_OVER: _hand_over,
    Deed.FULL: _full,
    Deed.TAKES_AGAIN: _of_transport(_N("Orders", "{hospital}: takes patients again")),
    Deed.DISTRESS: _distress,
    Deed.TAKE_DISTRESS: _of_transport(_N("Orders", "{unit}: distress in your hand")),
    Deed.CREW_SAFE: _of_transport(_N("Orders", "{unit}: crew safe, distress over")),
    Deed.FALSE_ALARM: _of_transport(_N("Orders", "{unit}: false alarm, distress over")),
}
