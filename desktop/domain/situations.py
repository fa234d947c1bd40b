"""What a recommendation is made from, gathered from what a desk shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.board import Case, Reference
from desktop.domain.incidents import Incident
from desktop.domain.plans import Response, response
from desktop.domain.recommendation import PlaceKnown, Way
from desktop.domain.recommending import Situation
from desktop.domain.units import FREE, Unit
from desktop.domain.whereabouts import (
    Point,
    Whereabouts,
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

    @property
    def starts(self) -> tuple[Point, ...]:
        """The points from which somebody may come, each once."""
        return tuple(dict.fromkeys(one.point for one in self.where.values()))


def setting_of(
    case: Case, cases: Iterable[Case], units: Mapping[str, Unit], reference: Reference, now: datetime
) -> Setting | None:
    """The setting of an open incident at `now` (aware), or None where no plan speaks of it."""
    incident = case.incident
    asked = response(
        reference.plans,
        incident.category,
        incident.priority,
        areas_of(incident, reference),
        incident.alarm_level,
    )
    if asked is None or not incident.is_open:
        return None
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
    )


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
        found.case, found.response, found.reference, found.units, found.where, seconds, way, found.place
    )
