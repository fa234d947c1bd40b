"""What is recommended, in words: picks and gaps with their reasons, and what is left uncovered."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from PySide6.QtCore import QLocale

from desktop.domain.board import Reference
from desktop.domain.plans import Need
from desktop.domain.recommendation import (
    Gap,
    Lack,
    Pick,
    PlaceKnown,
    Reason,
    Recommendation,
    Uncovered,
    Way,
)
from desktop.domain.whereabouts import DETOUR, Where
from ui.actions import BY_ID, key_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.naming import SEPARATOR
from ui.session import Session
from ui.times import age_text
from ui.units.rows import translate
from ui.words import word

_N = QT_TRANSLATE_NOOP

_REASONS: Mapping[Reason, str] = {
    Reason.NEAREST: _N("Units", "nearest"),
    Reason.NEXT: _N("Units", "next nearest"),
    Reason.ONLY: _N("Units", "the only one"),
    Reason.OWN_STATION: _N("Units", "own area"),
    Reason.RETURNING: _N("Units", "on its way back"),
    Reason.CREW: _N("Units", "crew of {people}"),
    Reason.RESTED: _N("Units", "rested {rest}"),
    Reason.WORKED: _N("Units", "back {rest} ago"),
    Reason.OVERDUE: _N("Units", "on duty for {duty}, not relieved"),
    Reason.CHOSEN: _N("Units", "your choice"),
}
_LACKS: Mapping[Lack, str] = {
    Lack.NO_UNIT: _N("Units", "none in the fleet"),
    Lack.NONE_FREE: _N("Units", "none free"),
    Lack.CREW_TOO_SMALL: _N("Units", "crew too small ({figure} of {people})"),
    Lack.TOO_FAR: _N("Units", "all beyond {figure} min"),
    Lack.NOWHERE: _N("Units", "no place to reckon from"),
}


def reason_word(reason: Reason, pick: Pick) -> str:
    """A reason for a pick in the operator's language."""
    rest, duty = (age_text(timedelta(minutes=one)) for one in (pick.rest, pick.duty))
    return translate("Units", _REASONS[reason]).format(people=pick.people, rest=rest, duty=duty)


def minutes_text(minutes: int) -> str:
    """`4 min`."""
    return translate("Units", "{minutes} min").format(minutes=minutes)


def pick_text(session: Session, pick: Pick) -> str:
    """A line: `Damkar 4 · 3 min, Pos Mahendradata · nearest, own area`."""
    unit = session.board.units.get(pick.unit)
    name = unit.call_sign if unit is not None else pick.unit
    way = f"{minutes_text(pick.minutes)}, {_start(session, pick)}"
    why = ", ".join(reason_word(one, pick) for one in pick.reasons)
    return SEPARATOR.join((name, way, why))


def _start(session: Session, pick: Pick) -> str:
    if pick.where is Where.SCENE:
        case = session.board.cases.get(pick.place)
        number = session.number(case) if case is not None else ""
        return translate("Units", "its last scene {number}").format(number=number).strip()
    if pick.where is Where.HOSPITAL:
        hospital = session.reference.hospitals.get(pick.place)
        return hospital.short_name or hospital.name if hospital is not None else pick.place
    station = session.reference.stations.get(pick.place)
    return station.name.partition(SEPARATOR)[0] if station is not None else pick.place


def need_word(need: Need) -> str:
    """The kinds that a need may be met by: `rescue or fire engine`."""
    return translate("Units", " or ").join(word(kind) for kind in need.kinds)


def lacking_text(found: Recommendation) -> str:
    """The gaps, a line each; where nobody knows the place, what is to be filled in."""
    if found.gaps and found.place is PlaceKnown.NOT:
        return translate("Units", "Where? With a kelurahan or a point units are recommended.")
    return "\n".join(gap_text(gap) for gap in found.gaps)


def gap_text(gap: Gap) -> str:
    """A gap: `2 fire engine: none free`."""
    why = translate("Units", _LACKS[gap.lack]).format(figure=gap.figure, people=gap.need.least_crew)
    return translate("Units", "Missing: {count} {kind} — {why}").format(
        count=gap.missing, kind=need_word(gap.need), why=why
    )


def uncovered_text(session: Session, one: Uncovered) -> str:
    """What is left without its last unit, and who could stand in."""
    reference = session.reference
    area, station = reference.areas.get(one.area), reference.stations.get(one.area)
    name = area.name if area is not None else station.name if station is not None else one.area
    text = translate("Units", "{area} has no {kind} left")
    moves = session.board.units.get(one.move_up or "")
    if moves is not None:
        text = translate("Units", "{area} has no {kind} left: {unit} can move up")
    return text.format(area=name, kind=word(one.kind), unit=moves.call_sign if moves else "")


def tell_text(reference: Reference, tell: Sequence[str], *, sends: bool) -> str:
    """Who is to be told, with the key for it; empty when nobody is. `sends`: units go first by that key."""
    names = [reference.agencies[code].short_name for code in tell if code in reference.agencies]
    if not names:
        return ""
    text = (
        translate("Units", "{key} then tells {agencies}")
        if sends
        else translate("Units", "{key} tells {agencies}")
    )
    return text.format(key=key_text(BY_ID["units.assign_recommended"]), agencies=", ".join(names))


def reckoned_text(session: Session, found: Recommendation) -> str:
    """How the times were reckoned where that says less than a road to a point."""
    case = session.board.cases.get(found.incident)
    area = session.reference.areas.get((case.incident.area if case else None) or "")
    factor = QLocale().toString(DETOUR, "f", 1)
    texts: Iterable[str] = (
        translate("Units", "no roads: straight line × {factor}").format(factor=factor)
        if found.way is Way.LINE and found.place is not PlaceKnown.NOT
        else "",
        translate("Units", "to the middle of {area}").format(area=area.name)
        if found.place is PlaceKnown.AREA and area is not None
        else "",
    )
    return SEPARATOR.join(one for one in texts if one)
