"""Who goes when a crew is in distress: the nearest that can help, whatever the response plans say."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from desktop.domain.board import Case, Reference, case_of, make_case
from desktop.domain.distress import Distress
from desktop.domain.incidents import Incident
from desktop.domain.plans import Response, read_needs
from desktop.domain.recommendation import PlaceKnown
from desktop.domain.situations import Setting, place_of
from desktop.domain.units import FREE, Unit
from desktop.domain.whereabouts import last_scenes, whereabouts

POLICE = "POLRI"
"""The agency that is told as well: a crew may be attacked, and roads must be kept free."""

RESCUERS = Response(
    level=1,
    needs=read_needs("rescue|engine|quick_reaction:2 ambulance:1"),
    tell=(POLICE,),
    minutes=60,
    plans=(),
)
"""Two crews that can go in and an ambulance for those who come out (ours)."""


def rescue_setting(
    distress: Distress,
    cases: Mapping[str, Case],
    units: Mapping[str, Unit],
    reference: Reference,
    now: datetime,
) -> Setting:
    """From where help may come at `now` (aware), and to where: the scene, else where the unit is taken to be.

    Who is at work there already counts for nothing: one crew less is there to help.
    """
    case = case_of(cases, distress.incident)
    known = _case_of(case)
    free = {one.id: one for one in units.values() if one.status in FREE and one.id != distress.unit}
    scenes = last_scenes(cases.values())
    found = {one.id: whereabouts(one, scenes.get(one.id), reference, now) for one in free.values()}
    place, point = (PlaceKnown.NOT, None) if case is None else place_of(case.incident, reference)
    if point is None and distress.unit in units:
        spot = whereabouts(units[distress.unit], scenes.get(distress.unit), reference, now)
        place, point = (PlaceKnown.NOT, None) if spot is None else (PlaceKnown.AREA, spot.point)
    where = {unit: spot for unit, spot in found.items() if spot is not None}
    return Setting(known, RESCUERS, reference, free, where, place, point)


def _case_of(case: Case | None) -> Case:
    if case is None:
        return make_case(Incident(id=""), (), (), 0)
    return replace(case, assignments=())


def longest_waiting(found: Iterable[Distress]) -> tuple[Distress, ...]:
    """Crews in distress: those that nobody has taken first, the oldest before the rest."""
    return tuple(sorted(found, key=lambda one: (not one.waits, str(one.raised_at), one.id)))
