"""Where a unit is taken to be: at its station, or still where it was last: at a scene, or at the hospital to
which it brought somebody. No unit tells its position.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.board import Case, Reference
from desktop.domain.distance import metres_between
from desktop.domain.incidents import Incident
from desktop.domain.units import Assignment, Unit, UnitStatus

NEAR_SCENE_FOR = timedelta(minutes=10)
"""So long a unit that became available where it was, or drives back, is taken to be there still (ours)."""

DETOUR = 1.4
"""Ways through a city are longer than the straight line by this factor (ours: over Denpasar's roads, BIG's
map at 1:25,000, from the four posts to the kelurahan, half are longer by 1.33, one in ten by 1.7)."""

METRES_A_SECOND = 30 / 3.6
"""How fast a unit drives where no road says it (ours: 30 km/h; so the straight line is driven at 21 km/h,
where by those roads, at the speeds of `desktop.roads.ways`, it is 25)."""


class Where(StrEnum):
    """By what a unit's whereabouts are known."""

    STATION = "station"
    SCENE = "scene"
    HOSPITAL = "hospital"


Point = tuple[float, float]
"""Latitude and longitude."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a unit is taken to be. `name`: the code of the station or hospital, or the incident's id."""

    where: Where
    name: str
    point: Point


def last_scenes(cases: Iterable[Case]) -> Mapping[str, tuple[Assignment, Case]]:
    """For each unit the last work that it ended at a scene of the board."""
    found: dict[str, tuple[Assignment, Case]] = {}
    for case in cases:
        for one in case.assignments:
            if one.ended_at is None or one.on_scene_at is None:
                continue
            before = found.get(one.unit)
            if before is None or (one.ended_at, one.id) > (before[0].ended_at, before[0].id):
                found[one.unit] = (one, case)
    return found


def last_ends(cases: Iterable[Case]) -> Mapping[str, datetime]:
    """For each unit when it ended the last work on the board to which it had set out."""
    found: dict[str, datetime] = {}
    for one in (one for case in cases for one in case.assignments):
        if one.ended_at is not None and (one.under_way_at or one.on_scene_at) is not None:
            found[one.unit] = max(one.ended_at, found.get(one.unit, one.ended_at))
    return found


def point_of(incident: Incident, reference: Reference) -> Point | None:
    """The point of an incident, else the middle of its area."""
    if incident.latitude is not None and incident.longitude is not None:
        return incident.latitude, incident.longitude
    area = reference.areas.get(incident.area or "")
    if area is None or area.latitude is None or area.longitude is None:
        return None
    return area.latitude, area.longitude


def whereabouts(
    unit: Unit, last: tuple[Assignment, Case] | None, reference: Reference, now: datetime
) -> Whereabouts | None:
    """Where a free unit is taken to be at `now` (aware), or None where its station has no point."""
    if last is not None and last[0].ended_at is not None:
        ended = last[0].ended_at
        free = unit.status is UnitStatus.RETURNING or unit.status_at == ended
        found = _last_place(*last, reference) if free and now - ended < NEAR_SCENE_FOR else None
        if found is not None:
            return found
    station = reference.stations.get(unit.station)
    if station is None or station.latitude is None or station.longitude is None:
        return None
    return Whereabouts(Where.STATION, station.id, (station.latitude, station.longitude))


def _last_place(done: Assignment, case: Case, reference: Reference) -> Whereabouts | None:
    """Where an assignment ended; None where that place has no point."""
    if not done.left_scene:
        point = point_of(case.incident, reference)
        return None if point is None else Whereabouts(Where.SCENE, case.id, point)
    hospital = reference.hospital_places.get(done.destination or "")
    point = hospital.point if hospital is not None else None
    return None if hospital is None or point is None else Whereabouts(Where.HOSPITAL, hospital.id, point)


def straight_seconds(start: Point, end: Point) -> float:
    """Seconds from a point to another where no roads are known: the straight line times a factor."""
    return metres_between(*start, *end) * DETOUR / METRES_A_SECOND
