"""Hospitals and stations to choose from."""

from collections.abc import Callable, Sequence

from desktop.operations.choosing import Choice, Chooser, chooser_of
from desktop.operations.typed_names import Named, find
from ui.choice_field import Find, Option
from ui.session import Session

CHOICES_SHOWN = 50


def hospitals(session: Session) -> Find:
    """The city's hospitals by any part of their names."""
    known = session.reference.hospitals
    chooser = chooser_of(Choice(one.id, one.name, (one.short_name, one.id)) for one in known.values())
    return _finder(chooser, lambda code: Option(code, known[code].name, known[code].address))


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
