"""Checking response plans: what no single cell can say."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop.domain.plans import ResponsePlan, read_needs
from desktop.operations.packs_read import Problems, Read


@dataclass(frozen=True, slots=True)
class Known:
    """The codes of which plans may speak."""

    categories: Collection[str]
    areas: Collection[str]
    agencies: Collection[str]


def check_plans(plans: Iterable[ResponsePlan], read: Read, known: Known, problems: Problems) -> None:
    """Each asks for something that can be sent or told, once for its category, priority, area and level."""
    scopes: dict[tuple[object, ...], str] = {}
    for plan in plans:
        line = read.lines[plan.id]
        if plan.category not in known.categories:
            problems.add("unknown_category", read.file, line, value=plan.category)
        if plan.area is not None and plan.area not in known.areas:
            problems.add("unknown_area", read.file, line, value=plan.area)
        for code in plan.tell.split():
            if code not in known.agencies:
                problems.add("unknown_agency", read.file, line, value=code)
        try:
            read_needs(plan.needs)
        except ValueError as error:
            problems.add("bad_need", read.file, line, value=str(error))
        if not plan.needs and not plan.tell:
            problems.add("empty_plan", read.file, line, value=plan.id)
        first = scopes.setdefault((plan.category, plan.priority, plan.area, plan.level), plan.id)
        if first != plan.id:
            problems.add("plan_again", read.file, line, first=read.lines[first])
