"""Units and stations as rows of the table: their texts, made once for each change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case, Reference
from desktop.domain.incidents import Incident
from desktop.domain.reference import Clock, Station, Target
from desktop.domain.targets import target_for
from desktop.domain.units import BUSY, Assignment, Unit, UnitStatus
from ui.session import Session
from ui.times import clock_text, date_text
from ui.words import category_name, word

translate = QCoreApplication.translate

_CLOCKS: Mapping[UnitStatus, Clock] = {
    UnitStatus.ASSIGNED: Clock.FIRST_UNIT,
    UnitStatus.UNDER_WAY: Clock.ON_SCENE,
}
"""The incident's clock against which a unit's time in a status is held: as long alone is late."""


@dataclass(frozen=True, slots=True)
class StationRow:
    """The head of a station."""

    id: str
    name: str
    head_count: int
    """People on duty there: crews of units that are not off duty."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells rows apart."""
        return "station", self.id

    @property
    def people(self) -> str:
        """`8 people`."""
        return people(self.head_count)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit. Times are aware, in UTC; the limits count seconds in the status."""

    id: str
    call_sign: str
    kind: str
    status: UnitStatus
    status_text: str
    since: datetime | None
    number: str
    """The incident that it works for, as 24-018."""
    purpose: str
    """What else it is busy with, or why it is out of service."""
    about: str
    """Category and place of the incident, or when it is expected back."""
    crew: str
    head_count: int
    home: str
    """Its own station, when it stands at another."""
    warn: int | None = None
    alarm: int | None = None
    following: str = ""
    """The incident that waits for it, as 24-019."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells rows apart."""
        return "unit", self.id

    @property
    def people(self) -> str:
        """`3 people`, or that nobody mans it."""
        return people(self.head_count)

    @property
    def doing(self) -> str:
        """What it does, in one line: `under way · 24-018 · Building fire, Gg. Mawar 5`."""
        following = translate("Units", "next {number}").format(number=self.following)
        parts = (self.status_text, self.number, self.purpose, self.about, following if self.following else "")
        return " · ".join(one for one in parts if one)

    @property
    def manned(self) -> str:
        """Who mans it, in one line."""
        lent = translate("Units", "from {station}").format(station=self.home) if self.home else ""
        return " · ".join(one for one in (self.crew, self.people, self.kind, lent) if one)


Row = StationRow | UnitRow


def people(count: int) -> str:
    """A head count in words."""
    if count == 0:
        return translate("Units", "no crew")
    return (
        translate("Units", "1 person")
        if count == 1
        else translate("Units", "{count} people").format(count=count)
    )


class RowMaker:
    """Makes the rows of a board."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.waiting: frozenset[str] = frozenset()
        """Incidents that waited for units when rows were made."""
        self._following: Mapping[str, str] = {}

    def rows(self) -> list[Row]:
        """All rows: stations in their order, below each its units."""
        board = self._session.board
        running = self._running()
        self._follow()
        by_station: dict[str, list[Unit]] = {}
        for unit in self._session.units_by_call_sign():
            by_station.setdefault(unit.station, []).append(unit)
        stations = board.reference.stations
        found: list[Row] = []
        for code in sorted(by_station, key=lambda code: _rank(stations, code)):
            units = by_station[code]
            name = stations[code].name if code in stations else code
            on_duty = sum(one.head_count for one in units if one.status is not UnitStatus.OFF_DUTY)
            found.append(StationRow(code, name, on_duty))
            found += (self.unit_row(one, running.get(one.id)) for one in units)
        return found

    def rows_of(self, cases: Iterable[str]) -> list[UnitRow]:
        """The rows of the units that work for these incidents."""
        board = self._session.board
        self._follow()
        running = [one for case in cases if case in board.cases for one in board.cases[case].running]
        return [self.unit_row(board.units[one.unit], one) for one in running if one.unit in board.units]

    def unit_row(self, unit: Unit, running: Assignment | None) -> UnitRow:
        """The row of a unit. `running`: what it is sent to or busy with."""
        reference = self._session.reference
        case = self._session.board.cases.get(running.incident or "") if running else None
        warn, alarm = _limits(unit.status, case, reference.targets)
        home = reference.stations.get(unit.home_station) if unit.home_station != unit.station else None
        return UnitRow(
            id=unit.id,
            call_sign=unit.call_sign,
            kind=word(unit.unit_type),
            status=unit.status,
            status_text=translate("Units", "busy") if running and running.purpose else word(unit.status),
            since=unit.status_at,
            number=self._session.number(case) if case else "",
            purpose=(running.purpose if running else unit.out_reason) or "",
            about=self._about(unit, running, case),
            crew=unit.crew or "",
            head_count=unit.head_count,
            home=home.name if home else "",
            warn=warn,
            alarm=alarm,
            following=self._following.get(unit.id, ""),
        )

    def _follow(self) -> None:
        """Which incidents wait for which units."""
        cases = [case for case in self._session.board.cases.values() if case.queued]
        self.waiting = frozenset(case.id for case in cases)
        waiting = sorted((one.id, one.unit, case) for case in cases for one in case.queued)
        self._following = {unit: self._session.number(case) for _, unit, case in waiting}

    def _about(self, unit: Unit, running: Assignment | None, case: Case | None) -> str:
        if unit.back_at is not None:
            return translate("Units", "back at {time}").format(time=moment_text(self._session, unit.back_at))
        if case is None:
            return ""
        reference = self._session.reference
        category = category_name(reference.categories.get(case.incident.category or ""))
        hospital = reference.hospitals.get(running.destination or "") if running else None
        parts = (category, _place(case.incident, reference), hospital.short_name if hospital else "")
        return " · ".join(one for one in parts if one)

    def _running(self) -> dict[str, Assignment]:
        board = self._session.board
        found = {one.unit: one for case in board.cases.values() for one in case.running}
        return found | board.occupied


def free_count(units: Iterable[Unit]) -> int:
    """How many units are available."""
    return sum(one.status is UnitStatus.AVAILABLE for one in units)


def moment_text(session: Session, moment: datetime) -> str:
    """A moment as `14:35`, with its day when that is not today."""
    clock = session.clock
    text = clock_text(moment, clock.zone, seconds=False)
    same_day = clock.local(moment).date() == clock.local(clock.now()).date()
    return text if same_day else f"{date_text(moment, clock.zone)[:5]} {text}"


def _place(incident: Incident, reference: Reference) -> str:
    area = reference.areas.get(incident.area or "")
    return ", ".join(one for one in (incident.address or incident.landmark, area.name if area else "") if one)


def _rank(stations: Mapping[str, Station], code: str) -> tuple[bool, int, str]:
    known = stations.get(code)
    return (known is None, known.rank if known else 0, code)


def _limits(
    status: UnitStatus, case: Case | None, targets: Iterable[Target]
) -> tuple[int | None, int | None]:
    clock = _CLOCKS.get(status)
    if clock is None or case is None or status not in BUSY:
        return None, None
    target = target_for(targets, clock, case.incident.category, case.incident.priority)
    return (target.warn, target.alarm) if target else (None, None)
