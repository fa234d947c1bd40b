"""Checking response plans: what no single cell can say."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from desktop.domain.plans import ResponsePlan, read_hours, read_needs
from desktop.domain.warnings import place_key
from desktop.operations.packs_read import Problems, Read


@dataclass(frozen=True, slots=True)
class Known:
    """The codes of which plans may speak."""

    categories: Collection[str]
    areas: Collection[str]
    agencies: Collection[str]


def check_plans(plans: Iterable[ResponsePlan], read: Read, known: Known, problems: Problems) -> None:
    """Each asks for something that can be sent or told, once for its category, place, hours and level."""
    scopes: dict[tuple[object, ...], str] = {}
    for plan in plans:
        line = read.lines[plan.id]
        for fault in faults(plan, known):
            problems.add(fault.code, read.file, line, value=fault.value)
        first = scopes.setdefault(scope(plan), plan.id)
        if first != plan.id:
            problems.add("plan_again", read.file, line, first=read.lines[first])


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one plan: in which column, and with what in it."""

    column: str
    code: str
    value: str


def faults(plan: ResponsePlan, known: Known) -> Iterator[Fault]:
    """All that is wrong with one plan by itself."""
    if plan.category not in known.categories:
        yield Fault("category", "unknown_category", plan.category)
    if plan.area is not None and plan.area not in known.areas:
        yield Fault("area", "unknown_area", plan.area)
    for column, codes in (("tell", plan.tell), ("confirms", plan.confirms or "")):
        for code in codes.split():
            if code not in known.agencies:
                yield Fault(column, "unknown_agency", code)
    try:
        read_needs(plan.needs)
    except ValueError as error:
        yield Fault("needs", "bad_need", str(error))
    if plan.hours is not None:
        try:
            read_hours(plan.hours)
        except ValueError:
            yield Fault("hours", "bad_hours", plan.hours)
    if (plan.latitude is None) != (plan.longitude is None):
        yield Fault("latitude", "half_a_point", plan.id)
    if plan.address is not None and not place_key(plan.address):
        yield Fault("address", "no_address", plan.address)
    if plan.is_withdrawn:
        yield Fault("needs", "empty_plan", plan.id)


def scope(plan: ResponsePlan) -> tuple[object, ...]:
    """For what a plan holds: no two may hold for the same."""
    place = (plan.area, plan.latitude, plan.longitude, place_key(plan.address))
    return plan.category, plan.priority, plan.level, plan.hours, *place
