"""A centre's response plans: written as a table, and brought in from one by an administrator's act."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from desktop.domain.acts import Change, Op
from desktop.domain.board import Reference
from desktop.domain.kinds_plans import IN_FORCE
from desktop.domain.plans import ResponsePlan
from desktop.domain.records import table_of
from desktop.operations.desk import Desk, Outcome, change, new_row
from desktop.operations.packs import PLANS
from desktop.operations.packs_plans import Known, check_plans
from desktop.operations.packs_read import PackError, Problems, read_sheet

_COLUMNS = tuple(table_of(ResponsePlan).by_name)


@dataclass(frozen=True, slots=True)
class Difference:
    """What other plans would change: those that are new, changed, and withdrawn."""

    new: tuple[ResponsePlan, ...] = ()
    changed: tuple[tuple[ResponsePlan, ResponsePlan], ...] = ()
    """Each as it is, and as it shall be."""
    withdrawn: tuple[ResponsePlan, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.new or self.changed or self.withdrawn)


def read_plans(file: Path, reference: Reference) -> tuple[ResponsePlan, ...]:
    """The plans of a table as a city pack has it. PackError with everything that is wrong, line by line."""
    problems = Problems()
    plans, read = read_sheet(file.parent, replace(PLANS, file=file.name), ResponsePlan, problems)
    known = Known(reference.categories, reference.areas, reference.agencies)
    check_plans(plans, read, known, problems)
    if problems.found:
        raise PackError(file.parent, sorted(problems.found, key=lambda one: one.line))
    return plans


def table_of_plans(plans: Iterable[ResponsePlan]) -> str:
    """The plans that hold, as the table from which they can be read again."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("code", *PLANS.columns))
    for plan in plans:
        if not plan.is_withdrawn:
            values = (getattr(plan, name) for name in PLANS.columns.values())
            rows.writerow((plan.id, *("" if one is None else one for one in values)))
    return text.getvalue()


def difference(present: Sequence[ResponsePlan], wanted: Sequence[ResponsePlan]) -> Difference:
    """What has to change so that the wanted plans hold, and no others."""
    known, named = {one.id: one for one in present}, {one.id for one in wanted}
    return Difference(
        tuple(one for one in wanted if one.id not in known),
        tuple(
            (known[one.id], one)
            for one in wanted
            if one.id in known and _values(one) != _values(known[one.id])
        ),
        tuple(one for one in present if one.id not in named and not one.is_withdrawn),
    )


async def bring_plans(desk: Desk, other: Difference, why: str = "") -> Outcome:
    """Let other plans hold, all in one act, each with a version.

    A plan that is withdrawn stays, and asks for nothing.
    """
    gone = [(one, replace(one, needs="", tell="")) for one in other.withdrawn]
    steps = [Change("response_plan", Op.INSERT, one.id, _values(one)) for one in other.new]
    steps += [change(IN_FORCE, before, **_values(after)) for before, after in other.changed]
    steps += [change(IN_FORCE, before, needs="", tell="") for before, _ in gone]
    written = (*other.new, *(after for _, after in (*other.changed, *gone)))
    steps += [
        new_row("plan_version", desk.new_id(), plan=one.id, plan_values=_values(one), why=why or None)
        for one in written
    ]
    return await desk.act(IN_FORCE, steps)


def _values(plan: ResponsePlan) -> dict[str, str | int | float | None]:
    return {name: getattr(plan, name) for name in _COLUMNS}
