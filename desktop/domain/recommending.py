"""Deciding who should go: pure, and the same for the same situation at every desk."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import islice

from desktop.domain.board import Case, Reference
from desktop.domain.distance import metres_between
from desktop.domain.plans import Need, Response, lacking
from desktop.domain.recommendation import (
    Gap,
    Lack,
    Pick,
    PlaceKnown,
    Reason,
    Recommendation,
    Slot,
    Uncovered,
    Way,
)
from desktop.domain.reference import UnitType
from desktop.domain.units import FREE, Unit, UnitStatus
from desktop.domain.whereabouts import Point, Where, Whereabouts

COVERING = frozenset({UnitType.ENGINE, UnitType.AMBULANCE})
"""Kinds of which a part of the city should keep one (ours)."""

ALIKE = 30
"""Seconds within which travel times count as alike: then the own station goes first (ours)."""

RESTED_AFTER = timedelta(minutes=60)
"""So long after its last work a crew counts as rested (ours)."""

OTHERS = 20
"""Units that are offered in the place of one that is picked (ours): farther ones are typed."""

_NO_SLOT = Slot(0, 0)


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a recommendation is made from. `seconds`: travel time by point; None: no way within reach."""

    case: Case
    response: Response
    reference: Reference
    units: Mapping[str, Unit]
    where: Mapping[str, Whereabouts]
    """By free unit where it is taken to be; one that is not there has no known point."""
    seconds: Mapping[Point, float | None]
    way: Way
    place: PlaceKnown
    rest: Mapping[str, timedelta] = field(default_factory=dict)
    """By unit how long ago its crew ended its last work; none that is not known on the board."""
    overdue: Mapping[str, timedelta] = field(default_factory=dict)
    """By unit how long its crew has been on duty, of those that should have been relieved."""


@dataclass
class _Choice:
    """What is decided while the needs are filled."""

    taken: set[str] = field(default_factory=set)
    ranked: list[list[Pick]] = field(default_factory=list)
    """By need all who may go, the best first."""
    picks: list[Pick] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)


def may_go(unit: Unit, need: Need) -> bool:
    """Whether a unit may be recommended for a need at all: free, of the kind, and manned."""
    return unit.status in FREE and unit.unit_type in need.kinds and unit.head_count >= need.least_crew


def recommend(now: Situation) -> Recommendation:
    """Who should go, of what is missing: who works or came and finished counts, who was called off not."""
    choice = _Choice()
    went = (*now.case.running, *now.case.done)
    at_work = [now.units[one.unit].unit_type for one in went if one.unit in now.units]
    candidates = _candidates(now)
    needs = now.response.needs
    for number, (need, missing) in enumerate(zip(needs, lacking(needs, at_work), strict=True)):
        ranked = _ranked(now, need, candidates)
        choice.ranked.append(ranked)
        for at in range(missing):
            pick = next((one for one in ranked if one.unit not in choice.taken), None)
            if pick is None:
                choice.gaps.append(_gap(now, need, missing - at, choice.taken))
                break
            slot = Slot(number, at)
            left = (one for one in ranked if one.unit not in choice.taken)
            alone = len(list(islice(left, 2))) == 1
            nearest = pick is ranked[0]
            choice.picks.append(_reasoned(now, need, pick, slot, nearest=nearest, alone=alone))
            choice.taken.add(pick.unit)
    return Recommendation(
        incident=now.case.id,
        plans=now.response.plans,
        level=now.response.level,
        way=now.way,
        place=now.place,
        picks=tuple(choice.picks),
        gaps=tuple(choice.gaps),
        uncovered=uncovered(now, [pick.unit for pick in choice.picks]),
        tell=_to_tell(now),
        minutes=now.response.minutes,
        others=_others(now, choice),
    )


def _candidates(now: Situation) -> list[Pick]:
    """All who are free and within the time, the best first; without their reasons."""
    found = []
    limit = now.response.minutes * 60
    for unit in now.units.values():
        if unit.status not in FREE:
            continue
        spot = now.where.get(unit.id)
        seconds = None if spot is None else now.seconds.get(spot.point)
        if spot is None or seconds is None or seconds > limit:
            continue
        alike = round(seconds / ALIKE)
        key = (alike, not _is_own(now, spot), not is_rested(now, unit.id), seconds, unit.rank, unit.id)
        found.append((key, unit, spot))
    found.sort(key=lambda one: one[0])
    return [
        Pick(
            _NO_SLOT,
            unit.id,
            unit.unit_type,
            round(key[3]),
            spot.where,
            spot.name,
            (),
            unit.head_count,
            _minutes(now.rest.get(unit.id)),
            _minutes(now.overdue.get(unit.id)),
        )
        for key, unit, spot in found
    ]


def is_rested(now: Situation, unit: str) -> bool:
    """Whether a unit's crew ended no work within the last hour, as far as is known, and is not overdue."""
    return now.rest.get(unit, RESTED_AFTER) >= RESTED_AFTER and unit not in now.overdue


def _minutes(time: timedelta | None) -> int:
    return 0 if time is None else int(time.total_seconds() // 60)


def _ranked(now: Situation, need: Need, candidates: list[Pick]) -> list[Pick]:
    """Those who may go for a need, the best first."""
    return [one for one in candidates if may_go(now.units[one.unit], need)]


def _reasoned(now: Situation, need: Need, pick: Pick, slot: Slot, *, nearest: bool, alone: bool) -> Pick:
    reasons = [Reason.ONLY if alone else Reason.NEAREST if nearest else Reason.NEXT]
    if _is_own(now, now.where[pick.unit]):
        reasons.append(Reason.OWN_STATION)
    if need.least_crew > 1:
        reasons.append(Reason.CREW)
    if now.units[pick.unit].status is UnitStatus.RETURNING:
        reasons.append(Reason.RETURNING)
    if pick.unit in now.rest:
        reasons.append(Reason.RESTED if is_rested(now, pick.unit) else Reason.WORKED)
    if pick.unit in now.overdue:
        reasons.append(Reason.OVERDUE)
    return replace(pick, slot=slot, reasons=tuple(reasons))


def _gap(now: Situation, need: Need, missing: int, taken: set[str]) -> Gap:
    of_kind = [one for one in now.units.values() if one.unit_type in need.kinds]
    free = [one for one in of_kind if one.status in FREE and one.id not in taken]
    manned = [one for one in free if one.head_count >= need.least_crew]
    if not of_kind:
        return Gap(need, missing, Lack.NO_UNIT)
    if not free:
        return Gap(need, missing, Lack.NONE_FREE)
    if not manned:
        return Gap(need, missing, Lack.CREW_TOO_SMALL, max(one.head_count for one in free))
    known = [now.seconds.get(now.where[one.id].point) for one in manned if one.id in now.where]
    if not known or now.place is PlaceKnown.NOT:
        return Gap(need, missing, Lack.NOWHERE)
    return Gap(need, missing, Lack.TOO_FAR, now.response.minutes)


def _others(now: Situation, choice: _Choice) -> Mapping[Slot, tuple[Pick, ...]]:
    """For each slot all who could go in the pick's place, also those picked for another slot."""
    found = {}
    for pick in choice.picks:
        need = now.response.needs[pick.slot.need]
        rest = [one for one in choice.ranked[pick.slot.need] if one.unit != pick.unit][:OTHERS]
        found[pick.slot] = tuple(
            _reasoned(now, need, one, pick.slot, nearest=False, alone=False) for one in rest
        )
    return found


def _is_own(now: Situation, spot: Whereabouts) -> bool:
    if spot.where is not Where.STATION:
        return False
    area = now.case.incident.area
    own = None if area is None else now.reference.kecamatan_of(area)
    return own is not None and own.id == zone_of(now.reference, spot.name)


def zone_of(reference: Reference, station: str) -> str:
    """The part of the city that a station covers: its kecamatan, else the station alone."""
    known = reference.stations.get(station)
    kecamatan = reference.kecamatan_of(known.area) if known is not None else None
    return kecamatan.id if kecamatan is not None else station


def uncovered(now: Situation, going: Sequence[str]) -> tuple[Uncovered, ...]:
    """What is left without its last unit of a kind when these go, each with who could move up."""
    left = [
        one
        for one in now.units.values()
        if one.status in FREE and one.head_count > 0 and one.unit_type in COVERING and one.id not in going
    ]
    found: dict[tuple[UnitType, str], Uncovered] = {}
    for unit in (now.units[one] for one in going if one in now.units):
        zone = zone_of(now.reference, unit.station)
        alike = [one for one in left if one.unit_type is unit.unit_type]
        if unit.unit_type not in COVERING or any(
            zone_of(now.reference, one.station) == zone for one in alike
        ):
            continue
        found[unit.unit_type, zone] = Uncovered(unit.unit_type, zone, _move_up(now, unit, alike))
    return tuple(found.values())


def _move_up(now: Situation, gone: Unit, alike: list[Unit]) -> str | None:
    """The nearest unit at a station of a part of the city that keeps another of its kind."""
    zones = {one.id: zone_of(now.reference, one.station) for one in alike}
    keeping = Counter(zones.values())
    ranked = sorted(
        (_metres(now.reference, one.station, gone.station), one.rank, one.id)
        for one in alike
        if keeping[zones[one.id]] > 1
    )
    return ranked[0][2] if ranked else None


def _metres(reference: Reference, one: str, other: str) -> float:
    here, there = reference.stations.get(one), reference.stations.get(other)
    if here is None or there is None:
        return float("inf")
    points = (here.latitude, here.longitude, there.latitude, there.longitude)
    if None in points:
        return float("inf")
    return metres_between(*(point or 0.0 for point in points))


def _to_tell(now: Situation) -> tuple[str, ...]:
    at_work = {one.agency for one in (*now.case.running_referrals, *now.case.done_referrals)}
    agencies = now.reference.agencies
    return tuple(
        code
        for code in now.response.tell
        if code in agencies and not agencies[code].own and code not in at_work
    )
