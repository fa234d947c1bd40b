"""Another city's calls laid onto a city pack: when, what, where, and how long units stayed at each."""

import math
import random
import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.domain.distance import METRES_A_DEGREE
from desktop.domain.incidents import UNSETTLED_PRIORITY
from desktop.domain.plans import Asked, response
from desktop.domain.reference import Priority, UnitType
from desktop.domain.whereabouts import Point
from desktop.operations.exercise import mapping as mappings
from desktop.operations.exercise.oddities import Oddities
from desktop.operations.exercise.places import REACH
from desktop.operations.exercise.records import CallRecord, UnitRecord, open_text, read_calls
from desktop.operations.packs import CityPack

WAY = 600.0
"""Seconds on the way, for reckoning how much of a fleet calls need (ours)."""


@dataclass(frozen=True, slots=True)
class Work:
    """Seconds from being sent to leaving, and from arriving to being free again."""

    turnout: float
    stay: float


@dataclass(frozen=True, slots=True)
class LaidCall:
    """A call in this city. `works`: by kind of unit what those of the record did, one after the other."""

    at: datetime
    category: str | None
    priority: Priority
    area: str
    point: Point
    works: Mapping[UnitType, Sequence[Work]]


@dataclass(slots=True)
class Usual:
    """How long a kind of unit usually works at a call: the middle of a file, by kind and over all."""

    by_kind: dict[UnitType, list[Work]] = field(default_factory=lambda: defaultdict(list))

    def of(self, kind: UnitType) -> Work:
        """The middle of that kind; of all, where the records have none of it. ValueError without any."""
        known = self.by_kind.get(kind) or [one for works in self.by_kind.values() for one in works]
        if not known:
            raise ValueError("no unit with its times in these calls")
        turnout, stay = (
            statistics.median(each) for each in zip(*((x.turnout, x.stay) for x in known), strict=True)
        )
        return Work(turnout, stay)


def read_records(path: Path, mapping: mappings.Mapping) -> list[CallRecord]:
    """The calls of a file in their order. ExerciseError as the exercise's reader has it."""
    _, text = open_text(path, Oddities())
    return read_calls(path.name, text, mapping, Oddities())


def lay(
    records: Iterable[CallRecord], mapping: mappings.Mapping, pack: CityPack, seed: int
) -> tuple[list[LaidCall], Usual]:
    """Each call in this city: at its own time of day, one address always at one place drawn by the seed."""
    usual, zone = Usual(), ZoneInfo(pack.centre.zone_name)
    known = {one.id: one for one in pack.categories}
    laid = []
    for record in records:
        category = known.get(mapping.categories.find(record.kind) or "")
        area, point = _place(record.address or record.key, pack, seed)
        words = (mapping.priorities.find(word) for word in reversed(record.priorities))
        usually = UNSETTLED_PRIORITY if category is None else category.priority
        priority = next((Priority(word) for word in words if word is not None), usually)
        works: dict[UnitType, list[Work]] = defaultdict(list)
        for unit in record.units:
            kind, work = mapping.unit_types.find(unit.unit_type), _work(unit)
            if kind is not None and work is not None:
                works[UnitType(kind)].append(work)
        for one, done in works.items():
            usual.by_kind[one] += done
        at = (record.opened or record.received).replace(tzinfo=zone)
        laid.append(LaidCall(at, None if category is None else category.id, priority, area, point, works))
    return sorted(laid, key=lambda one: one.at), usual


def thinned(calls: Sequence[LaidCall], share: float, seed: int) -> list[LaidCall]:
    """So many of the calls, drawn by the seed."""
    chance = random.Random(seed)
    return [one for one in calls if chance.random() < share]


def at_work(calls: Sequence[LaidCall], usual: Usual, pack: CityPack, days: int) -> dict[UnitType, float]:
    """By kind the part of the time for which its manned units would be out, if each call got its plan."""
    seconds: dict[UnitType, float] = defaultdict(float)
    for call in calls:
        asked = response(pack.plans, Asked(call.category, call.priority, (call.area,)))
        for need in () if asked is None else asked.needs:
            kind = need.kinds[0]
            done = [*call.works.get(kind, ())[: need.count]]
            done += [usual.of(kind)] * (need.count - len(done))
            seconds[kind] += sum(one.turnout + WAY + one.stay for one in done)
    fleet = {
        kind: sum(one.unit_type is kind and one.head_count > 0 for one in pack.units) for kind in seconds
    }
    return {kind: busy / (fleet[kind] * days * 86_400) for kind, busy in seconds.items() if fleet[kind]}


def _work(unit: UnitRecord) -> Work | None:
    stamps = unit.stamps
    there, free = stamps.get("on_scene"), stamps.get("available")
    sent, left = stamps.get("assigned"), stamps.get("under_way")
    if there is None or free is None or free < there:
        return None
    turnout = 0.0 if sent is None or left is None else max(0.0, (left - sent).total_seconds())
    return Work(turnout, (free - there).total_seconds())


def _place(name: str, pack: CityPack, seed: int) -> tuple[str, Point]:
    chance = random.Random(f"{seed} {name}")
    areas = [
        one for one in pack.areas if one.parent and one.latitude is not None and one.longitude is not None
    ]
    area = chance.choice(areas)
    away, towards = REACH * math.sqrt(chance.random()), 2 * math.pi * chance.random()
    latitude, longitude = area.latitude or 0.0, area.longitude or 0.0
    north = away * math.cos(towards) / METRES_A_DEGREE
    east = away * math.sin(towards) / (METRES_A_DEGREE * math.cos(math.radians(latitude)))
    return area.id, (round(latitude + north, 6), round(longitude + east, 6))
