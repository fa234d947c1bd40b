"""What a recommendation is made from, gathered from what a desk shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from desktop.domain.board import Case, Reference
from desktop.domain.incidents import Incident
from desktop.domain.plans import Asked, Response, confirming, response
from desktop.domain.recommendation import PlaceKnown, Way
from desktop.domain.recommending import Situation
from desktop.domain.shifts import overdue_duty
from desktop.domain.units import FREE, Unit
from desktop.domain.warnings import place_of as warned_place
from desktop.domain.whereabouts import (
    Point,
    Whereabouts,
    last_ends,
    last_scenes,
    point_of,
    straight_seconds,
    whereabouts,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """An incident, what the plans ask for, and where everybody is: all but how long the way takes."""

    case: Case
    response: Response
    reference: Reference
    units: Mapping[str, Unit]
    where: Mapping[str, Whereabouts]
    place: PlaceKnown
    point: Point | None
    """Where the way leads; None where the place is not known."""
    rest: Mapping[str, timedelta] = field(default_factory=dict)
    """By unit how long ago its crew ended its last work, where the board knows of any."""
    overdue: Mapping[str, timedelta] = field(default_factory=dict)
    """By unit how long its crew has been on duty, of those that should have been relieved."""

    @property
    def starts(self) -> tuple[Point, ...]:
        """The points from which somebody may come, each once."""
        return tuple(dict.fromkeys(one.point for one in self.where.values()))


def setting_of(
    case: Case, cases: Iterable[Case], units: Mapping[str, Unit], reference: Reference, now: datetime
) -> Setting | None:
    """The setting of an open incident at `now` (aware, the city's zone); None where no plan speaks of it."""
    incident = case.incident
    asked = response(reference.plans, asked_of(incident, reference, now.time()))
    if asked is None or not incident.is_open:
        return None
    cases = tuple(cases)
    scenes = last_scenes(cases)
    free = (unit for unit in units.values() if unit.status in FREE)
    found = {one.id: whereabouts(one, scenes.get(one.id), reference, now) for one in free}
    place, point = place_of(incident, reference)
    return Setting(
        case,
        asked,
        reference,
        units,
        {unit: spot for unit, spot in found.items() if spot is not None},
        place,
        point,
        _rest(cases, units, now),
        _overdue(units, reference, now),
    )


def _rest(cases: Iterable[Case], units: Mapping[str, Unit], now: datetime) -> dict[str, timedelta]:
    """By unit how long ago its crew ended its last work: not what the crew before it ended."""
    found = {}
    for unit, ended in last_ends(cases).items():
        since = units[unit].duty_since if unit in units else None
        if since is None or ended > since:
            found[unit] = max(now - ended, timedelta())
    return found


def _overdue(units: Mapping[str, Unit], reference: Reference, now: datetime) -> dict[str, timedelta]:
    times = {one.id: overdue_duty(one, reference.shifts, now) for one in units.values()}
    return {unit: time for unit, time in times.items() if time is not None}


def asked_of(incident: Incident, reference: Reference, hour: time | None) -> Asked:
    """What plans are asked of an incident. `hour`: the city's time of day."""
    return Asked(
        incident.category,
        incident.priority,
        areas_of(incident, reference),
        incident.alarm_level,
        warned_place(incident),
        hour,
    )


def not_called_safe(case: Case, reference: Reference) -> tuple[str, ...]:
    """The agencies that have yet to say that it is safe, where somebody was there or they were told."""
    incident = case.incident
    was_there = any(one.on_scene_at is not None for one in case.assignments)
    found = []
    areas, place = areas_of(incident, reference), warned_place(incident)
    for code in confirming(reference.plans, incident.category, incident.alarm_level, areas, place):
        told = [one for one in case.referrals if one.agency == code]
        if (told or was_there) and all(one.confirmed_at is None for one in told):
            found.append(code)
    return tuple(found)


def areas_of(incident: Incident, reference: Reference) -> tuple[str, ...]:
    """The area of an incident and the kecamatan around it."""
    around = reference.kecamatan_of(incident.area)
    named = (incident.area, around.id if around is not None else None)
    return tuple(dict.fromkeys(one for one in named if one is not None))


def place_of(incident: Incident, reference: Reference) -> tuple[PlaceKnown, Point | None]:
    """Where an incident lies: its point, else the middle of its area."""
    point = point_of(incident, reference)
    if point is None:
        return PlaceKnown.NOT, None
    return (PlaceKnown.AREA if incident.latitude is None else PlaceKnown.POINT), point


def by_straight_line(found: Setting) -> Situation:
    """The situation where no roads are known."""
    end = found.point
    times = {} if end is None else {start: straight_seconds(start, end) for start in found.starts}
    return situation(found, times, Way.LINE)


def situation(found: Setting, seconds: Mapping[Point, float | None], way: Way) -> Situation:
    """The situation with travel times from each start."""
    return Situation(
        found.case,
        found.response,
        found.reference,
        found.units,
        found.where,
        seconds,
        way,
        found.place,
        found.rest,
        found.overdue,
    )
