"""The board as an order is read against it, and how incidents are named in one."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.alarms import Alarm
from desktop.domain.board import Case, Reference, next_of
from desktop.domain.centre import Centre
from desktop.domain.distress import Distress
from desktop.domain.hospital_choice import Proposed, Ways, ranked, straight_ways
from desktop.domain.memos import MemoEntry
from desktop.domain.recommendation import Recommendation
from desktop.domain.reference import Role
from desktop.domain.units import Assignment, Unit
from desktop.domain.warnings import WarningEntry
from desktop.operations.call_signs import by_call_sign, free_first
from desktop.operations.packs_texts import Texts
from desktop.operations.spelling import plain_words
from desktop.operations.typed_names import Named, Remembering
from desktop.operations.typed_times import INDONESIAN

_NUMBER = re.compile(r"(?:(?:[a-z]{2}\s*)?(\d{6}|\d{1,2})\s*-\s*)?(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Picture:
    """What a desk shows now. Nothing in it is changed by reading an order.

    `selected`: the incident on which the list rests; `last`: the id of the one that the last order was about.
    `on_screen`: whether there is a screen to select, filter and search on.
    """

    centre: Centre
    reference: Reference
    cases: Mapping[str, Case]
    units: Mapping[str, Unit]
    running: Callable[[str], Assignment | None]
    now: datetime
    roles: frozenset[Role]
    names: "BoardNames"
    warnings: Mapping[str, WarningEntry] = field(default_factory=dict)
    selected: Case | None = None
    last: str | None = None
    spans: Mapping[str, int] = field(default_factory=lambda: INDONESIAN)
    """Letters of spans of time in the operator's language, in seconds."""
    on_screen: bool = True
    distress: Mapping[str, Distress] = field(default_factory=dict)
    """Crews in distress, by unit."""
    ways: Callable[[Case], Ways] | None = None
    """How far it is from a case to the hospitals, where the desk reckons that by road."""
    recommended: Callable[[str], Recommendation | None] = lambda _incident: None
    """Who was recommended for an incident, by its id, where that is shown."""
    memos: Mapping[str, MemoEntry] = field(default_factory=dict)
    login: str = ""
    """The operator's."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """The operator's own, by the word in small letters."""
    at_desks: frozenset[str] = frozenset()
    """The logins of those who are at other desks now."""
    answers: Mapping[str, AlarmAnswer] = field(default_factory=dict)
    alarms: Callable[[], Sequence[Alarm]] = tuple
    """The list of alarms, the most dangerous first."""
    texts: Texts | None = None
    """The templates of dispatch texts; None where they cannot be used."""

    def hospitals_for(self, case: Case) -> Sequence[Proposed]:
        """The hospitals for a case, the one to propose first."""
        ways = straight_ways(case, self.reference) if self.ways is None else self.ways(case)
        return ranked(self.reference, ways, self.now)

    @property
    def zone(self) -> tzinfo:
        """The city's time zone."""
        return self.centre.zone

    def queued(self, unit: str) -> Assignment | None:
        """Where a unit goes next, once it is free."""
        return next_of(unit, self.cases.values())

    def fleet(self) -> list[Unit]:
        """All units, in the order of the fleet."""
        return sorted(self.units.values(), key=lambda unit: (unit.rank, unit.call_sign))

    def call_signs(self) -> Sequence[Named]:
        """All units as what can be named, those that may be assigned first."""
        return self.names.call_signs(self)

    def number(self, case: Case) -> str:
        """An incident's number as the list shows it: 24-018; empty before it has one."""
        incident = case.incident
        return self.centre.number(incident.day, incident.serial).short if incident.day is not None else ""


class BoardNames:
    """By which words units and incidents can be named, remembered as long as each stays as it is."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre
        self._fleet: tuple[Unit, ...] = ()
        self._call_signs = Remembering(())
        self._known: dict[str, tuple[object, str]] = {}

    def call_signs(self, picture: Picture) -> Sequence[Named]:
        """Units as what can be named, remembered as long as no unit changes."""
        fleet = tuple(picture.units.values())
        if len(fleet) != len(self._fleet) or any(
            one is not other for one, other in zip(fleet, self._fleet, strict=True)
        ):
            self._fleet = fleet
            self._call_signs = Remembering(by_call_sign(free_first(picture.fleet())))
        return self._call_signs

    def find(self, typed: str, cases: Iterable[Case], reference: Reference) -> tuple[str, ...]:
        """The ids of all that fit: by number (`3`, `003`, `24-018`), else by words of category and place."""
        number = _NUMBER.fullmatch(typed.strip().casefold())
        if number is not None:
            return tuple(case.id for case in cases if _has_number(case, number[1], number[2]))
        words = [f" {word}" for word in plain_words(typed)]
        if not words:
            return ()
        return tuple(case.id for case in cases if _all_begin(words, self._words(case, reference)))

    def _words(self, case: Case, reference: Reference) -> str:
        """All of them with a blank before each: a word begun is then a part of the text."""
        known = self._known.get(case.id)
        if known is not None and known[0] is case.incident:
            return known[1]
        words = (*_words_of(case, reference), *self._words_of_number(case))
        found = "".join(f" {word}" for word in words)
        self._known[case.id] = (case.incident, found)
        return found

    def _words_of_number(self, case: Case) -> Iterable[str]:
        """A provisional number is named like words: it has letters."""
        incident = case.incident
        if incident.day is None or incident.serial >= 0:
            return ()
        return plain_words(self._centre.number(incident.day, incident.serial).full)


def is_number(typed: str) -> bool:
    """Whether a text can only be the number of an incident."""
    return _NUMBER.fullmatch(typed.strip().casefold()) is not None


def _has_number(case: Case, day: str | None, serial: str) -> bool:
    incident = case.incident
    if incident.day is None or incident.serial != int(serial):
        return False
    return day is None or (f"{incident.day:%y%m%d}" == day if len(day) == 6 else incident.day.day == int(day))


def _words_of(case: Case, reference: Reference) -> Iterable[str]:
    incident = case.incident
    category = reference.categories.get(incident.category or "")
    area = reference.areas.get(incident.area or "")
    names = (category.name_id, category.name_en) if category is not None else ()
    for text in (*names, incident.address, incident.landmark, area.name if area is not None else None):
        yield from plain_words(text or "")


def _all_begin(words: Iterable[str], known: str) -> bool:
    return all(word in known for word in words)
