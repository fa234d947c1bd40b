"""Response plans: what a category needs at its place, by alarm level, and which agencies are told.

A plan is reference data. `needs` says it in one line, as `engine:2/3 rescue|engine:1`: two engines, each with
three people at least, and one rescue car or one more engine.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from desktop.domain.records import Record, Row, col, record
from desktop.domain.reference import LATITUDE, LONGITUDE, Priority, UnitType
from desktop.domain.warnings import RADIUS, RADIUS_LIMIT, warns_of

FIRST_LEVEL = 1
HIGHEST_LEVEL = 9
MOST_UNITS = 9
"""Units that one need may ask for (ours)."""

_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
_NEED = re.compile(r"([a-z_]+(?:\|[a-z_]+)*):([1-9])(?:/(\d{1,2}))?")


@record("response_plan", uuid=False)
@dataclass(frozen=True, kw_only=True)
class ResponsePlan(Record):
    """What one alarm level of a category adds to the levels below it.

    It may hold for one priority, for one area (a kecamatan, kelurahan or desa), in some hours of the day, and
    at one address or around one point; with these empty, for all.
    """

    category: str = col("reference", default="", ref="category")
    priority: Priority | None = col("reference", choices=Priority)
    area: str | None = col("reference", ref="area")
    level: int = col("reference", default=FIRST_LEVEL, between=(FIRST_LEVEL, HIGHEST_LEVEL))
    needs: str = col("reference", default="")
    tell: str = col("reference", default="")
    """Codes of the agencies that are told, separated by one space."""
    minutes: int = col("reference", default=20, between=(1, 600))
    """A unit that needs longer is not recommended."""
    source: str = col("reference", default="")
    hours: str | None = col("reference")
    """Hours of the city's day in which alone it holds, as `22:00-06:00`."""
    address: str | None = col("reference")
    """The address for which alone it holds, compared as that of a warning is."""
    latitude: float | None = col("reference", between=LATITUDE)
    longitude: float | None = col("reference", between=LONGITUDE)
    radius: int | None = col("reference", between=(1, RADIUS_LIMIT))
    """Metres around the point; with a point alone it holds."""
    confirms: str | None = col("reference")
    """Codes of the agencies that must say that the place is safe before the incident is closed as such."""

    @property
    def is_exception(self) -> bool:
        """Whether it holds at one address or around one point only."""
        return self.address is not None or self.latitude is not None

    @property
    def is_withdrawn(self) -> bool:
        """Whether it asks for nothing any more: rows are never taken out."""
        return not self.needs and not self.tell


@record("plan_version")
@dataclass(frozen=True, kw_only=True)
class PlanVersion(Record):
    """What a plan said from a moment on: who put it in force, and why. `plan_values`: its columns by name."""

    plan: str = col(default="", ref="response_plan")
    made_at: datetime | None = col()
    made_by: str | None = col()
    plan_values: Mapping[str, Any] | None = col()
    why: str | None = col()


@dataclass(frozen=True, slots=True)
class Need:
    """So many units of any of these kinds; `least_crew`: people without whom a unit does not count."""

    kinds: tuple[UnitType, ...]
    count: int
    least_crew: int = 1

    @property
    def code(self) -> str:
        """As a plan writes its kinds: `rescue|engine`."""
        return "|".join(self.kinds)


@dataclass(frozen=True, slots=True)
class Response:
    """What a situation asks for: all levels together."""

    level: int
    needs: tuple[Need, ...]
    tell: tuple[str, ...]
    minutes: int
    plans: tuple[str, ...]
    """The plans from which it comes, by id, the first level first."""


def read_needs(text: str) -> tuple[Need, ...]:
    """The needs that a plan's text says. ValueError with the part that says none."""
    return tuple(_need(part) for part in text.split())


def _need(part: str) -> Need:
    found = _NEED.fullmatch(part)
    known = set(UnitType)
    if found is None or not set(found[1].split("|")) <= known:
        raise ValueError(part)
    kinds = tuple(UnitType(one) for one in found[1].split("|"))
    return Need(kinds, int(found[2]), 1 if found[3] is None else int(found[3]))


def lacking(needs: Sequence[Need], sent: Sequence[UnitType]) -> tuple[int, ...]:
    """How many units each need lacks when these were sent; each counts for one need.

    As many needs are filled as can be, those that stand first before others. The kind that a need names
    first goes first, but gives way where another need takes no other.
    """
    holds: dict[int, int] = {}
    """By unit, as its place among those sent, the need that it fills."""

    def fill(need: int, tried: set[int]) -> bool:
        for at in (at for kind in needs[need].kinds for at, one in enumerate(sent) if one is kind):
            if at in tried:
                continue
            tried.add(at)
            if at not in holds or fill(holds[at], tried):
                holds[at] = need
                return True
        return False

    missing = []
    for number, need in enumerate(needs):
        missing.append(sum(not fill(number, set()) for _ in range(need.count)))
    return tuple(missing)


@dataclass(frozen=True, slots=True)
class Asked:
    """What plans are asked of. `areas`: the area of the place and those around it, the narrowest first.

    `place`: a row with `latitude`, `longitude`, `address`. `hour`: the city's time of day; not known, no plan
    of some hours holds.
    """

    category: str | None
    priority: Priority
    areas: tuple[str, ...] = ()
    level: int = FIRST_LEVEL
    place: Row = field(default_factory=dict)
    hour: time | None = None


def response(plans: Iterable[ResponsePlan], asked: Asked) -> Response | None:
    """What the plans say of an incident, or None where none of them speaks of it.

    Of each level up to the one asked for the narrowest plan holds: for the address or point rather than for
    the area, that rather than for all, then for the hour, then for the priority rather than for all.
    """
    level = max(asked.level, FIRST_LEVEL)
    chosen = tuple(_chosen(tuple(plans), asked, level))
    if not chosen:
        return None
    return Response(
        level=level,
        needs=tuple(need for plan in chosen for need in read_needs(plan.needs)),
        tell=tuple(dict.fromkeys(code for plan in chosen for code in plan.tell.split())),
        minutes=max(plan.minutes for plan in chosen),
        plans=tuple(plan.id for plan in chosen),
    )


def confirming(
    plans: Iterable[ResponsePlan], category: str | None, level: int, areas: Collection[str], place: Row
) -> tuple[str, ...]:
    """The agencies that must say that it is safe before an incident is closed, by any plan that is about it.

    Any, not the narrowest, and whatever the hour and the priority, which change: an exception that forgets it
    makes nothing safe. `areas`: that of the place and those around it; `place`: as in `Asked`.
    """
    most = max(level, FIRST_LEVEL)
    found = (
        one
        for one in plans
        if one.category == category
        and one.level <= most
        and not one.is_withdrawn
        and (one.area is None or not areas or one.area in areas)
        and _is_about(one, place)
    )
    return tuple(sorted({code for one in found for code in (one.confirms or "").split()}))


def read_hours(text: str) -> tuple[time, time]:
    """From when to when `22:00-06:00` says; the end is not in it. ValueError for what says none."""
    found = _HOURS.fullmatch(text)
    if found is None:
        raise ValueError(text)
    begin, end = (time(int(found[at]), int(found[at + 1])) for at in (1, 3))
    if begin == end:
        raise ValueError(text)
    return begin, end


def highest_level(plans: Iterable[ResponsePlan], category: str | None) -> int:
    """The highest alarm that is planned for a category; the first where nothing is."""
    levels = (one.level for one in plans if one.category == category and not one.is_withdrawn)
    return max(levels, default=FIRST_LEVEL)


def _chosen(plans: tuple[ResponsePlan, ...], asked: Asked, level: int) -> Iterator[ResponsePlan]:
    fitting = [one for one in plans if one.category == asked.category and _holds(one, asked)]

    def narrowness(one: ResponsePlan) -> tuple[bool, int, bool, bool, str]:
        at = len(asked.areas) - asked.areas.index(one.area) if one.area is not None else 0
        return one.is_exception, at, one.hours is not None, one.priority is not None, one.id

    for at in range(FIRST_LEVEL, level + 1):
        of_level = [one for one in fitting if one.level == at]
        if of_level:
            yield max(of_level, key=narrowness)


def _holds(one: ResponsePlan, asked: Asked) -> bool:
    return (
        not one.is_withdrawn
        and one.priority in (None, asked.priority)
        and (one.area is None or one.area in asked.areas)
        and (one.hours is None or _is_within(asked.hour, one.hours))
        and _is_about(one, asked.place)
    )


def _is_about(one: ResponsePlan, place: Row) -> bool:
    """Whether a plan holds everywhere, or is the exception of that place."""
    if not one.is_exception:
        return True
    of_place = {"latitude": one.latitude, "longitude": one.longitude, "address": one.address}
    return warns_of({**of_place, "radius": one.radius or RADIUS}, place)


def _is_within(hour: time | None, hours: str) -> bool:
    if hour is None:
        return False
    begin, end = read_hours(hours)
    if begin < end:
        return begin <= hour < end
    return hour >= begin or hour < end
