"""Response plans: what a category needs at its place, by alarm level, and which agencies are told.

A plan is reference data. `needs` says it in one line, as `engine:2/3 rescue|engine:1`: two engines, each with
three people at least, and one rescue car or one more engine.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.domain.records import Record, col, record
from desktop.domain.reference import Priority, UnitType

FIRST_LEVEL = 1
HIGHEST_LEVEL = 9
MOST_UNITS = 9
"""Units that one need may ask for (ours)."""

_NEED = re.compile(r"([a-z_]+(?:\|[a-z_]+)*):([1-9])(?:/(\d{1,2}))?")


@record("response_plan", uuid=False)
@dataclass(frozen=True, kw_only=True)
class ResponsePlan(Record):
    """What one alarm level of a category adds to the levels below it.

    It may hold for one priority and for one area (a kecamatan, kelurahan or desa); with these empty, for all.
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

    @property
    def is_withdrawn(self) -> bool:
        """Whether it asks for nothing any more: rows are never taken out."""
        return not self.needs and not self.tell


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


def take_out(need: Need, left: list[UnitType]) -> int:
    """Take the units that fill a need out of those that are left, and say how many it lacks.

    The kind that the need names first goes first: the others may be what another need asks for.
    """
    missing = 0
    for _ in range(need.count):
        kind = next((one for one in need.kinds if one in left), None)
        if kind is None:
            missing += 1
        else:
            left.remove(kind)
    return missing


def response(
    plans: Iterable[ResponsePlan],
    category: str | None,
    priority: Priority,
    areas: tuple[str, ...],
    level: int = FIRST_LEVEL,
) -> Response | None:
    """What the plans say of an incident, or None where none of them speaks of it.

    `areas`: the area of the place and those around it, the narrowest first. Of each level up to `level` the
    narrowest plan holds: for the area rather than for all, then for the priority rather than for all.
    """
    chosen = tuple(_chosen(tuple(plans), category, priority, areas, max(level, FIRST_LEVEL)))
    if not chosen:
        return None
    return Response(
        level=max(level, FIRST_LEVEL),
        needs=tuple(need for plan in chosen for need in read_needs(plan.needs)),
        tell=tuple(dict.fromkeys(code for plan in chosen for code in plan.tell.split())),
        minutes=max(plan.minutes for plan in chosen),
        plans=tuple(plan.id for plan in chosen),
    )


def highest_level(plans: Iterable[ResponsePlan], category: str | None) -> int:
    """The highest alarm that is planned for a category; the first where nothing is."""
    levels = (one.level for one in plans if one.category == category and not one.is_withdrawn)
    return max(levels, default=FIRST_LEVEL)


def _chosen(
    plans: tuple[ResponsePlan, ...],
    category: str | None,
    priority: Priority,
    areas: tuple[str, ...],
    level: int,
) -> Iterator[ResponsePlan]:
    fitting = [
        one
        for one in plans
        if one.category == category
        and not one.is_withdrawn
        and one.priority in (None, priority)
        and (one.area is None or one.area in areas)
    ]

    def narrowness(one: ResponsePlan) -> tuple[int, bool, str]:
        at = len(areas) - areas.index(one.area) if one.area is not None else 0
        return at, one.priority is not None, one.id

    for at in range(FIRST_LEVEL, level + 1):
        of_level = [one for one in fitting if one.level == at]
        if of_level:
            yield max(of_level, key=narrowness)
