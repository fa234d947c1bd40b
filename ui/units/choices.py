"""Hospitals and stations to choose from."""

from collections.abc import Callable, Sequence

from desktop.domain.hospital_choice import Proposed
from desktop.domain.recommendation import Way
from desktop.operations.choosing import Choice, Chooser, chooser_of
from desktop.operations.typed_names import Named, find
from ui.choice_field import Find, Option
from ui.naming import SEPARATOR
from ui.session import Session
from ui.units.rows import moment_text, translate

CHOICES_SHOWN = 50


def hospitals(session: Session, proposed: Sequence[Proposed] = ()) -> Find:
    """The city's hospitals by any part of their names; those proposed first, with how far they are."""
    known = session.reference.hospitals
    told = {one.hospital: one for one in proposed}
    codes = (*told, *(one for one in known if one not in told))
    chooser = chooser_of(
        Choice(one.id, one.name, (one.short_name, one.id)) for one in (known[code] for code in codes)
    )

    def option(code: str) -> Option:
        detail = proposed_detail(session, told[code]) if code in told else ""
        return Option(code, known[code].name, detail or known[code].address)

    return _finder(chooser, option)


def proposed_detail(session: Session, one: Proposed) -> str:
    """How far a hospital is, whether it is special, and until when it is full."""
    parts = []
    if one.full is not None:
        until, since = translate("Units", "FULL until {time}"), translate("Units", "FULL since {time}")
        moment = one.full.until or one.full.since or session.clock.now()
        parts.append((until if one.full.until else since).format(time=moment_text(session, moment)))
    if one.minutes is not None:
        by_road = translate("Units", "{minutes} min by road")
        straight = translate("Units", "{minutes} min by straight line")
        parts.append((by_road if one.way is Way.ROAD else straight).format(minutes=one.minutes))
    if one.special:
        parts.append(translate("Units", "special"))
    return SEPARATOR.join(parts)


def stations(session: Session) -> Find:
    """The city's stations by any part of their names."""
    known = session.reference.stations
    chooser = chooser_of(Choice(one.id, one.name, (one.id,)) for one in known.values())
    return _finder(chooser, lambda code: Option(code, known[code].name, known[code].address))


def hospital_named(session: Session, typed: str) -> str:
    """The one hospital that a text names, else empty."""
    known = session.reference.hospitals.values()
    return _only(find(typed, [Named(one.id, (one.short_name, one.name, one.id)) for one in known]))


def station_named(session: Session, typed: str) -> str:
    """The one station that a text names, else empty."""
    known = session.reference.stations.values()
    return _only(find(typed, [Named(one.id, (one.name, one.id)) for one in known]))


def _finder(chooser: Chooser, option: Callable[[str], Option]) -> Find:
    def options(text: str) -> Sequence[Option]:
        return [option(match.choice.code) for match in chooser.find(text, limit=CHOICES_SHOWN)]

    return options


def _only(found: tuple[str, ...]) -> str:
    return found[0] if len(found) == 1 else ""
