"""Response plans tried on what happened, before they count; and what they said before."""

import asyncio
from collections.abc import Sequence

from desktop.domain.board import Reference
from desktop.domain.plans import PlanVersion, ResponsePlan
from desktop.domain.plans_tried import Compared, compare_plans
from desktop.operations.desk import Desk
from desktop.store.queries import read_past_cases, read_units
from desktop.store.queries_plans import read_versions

LAST_INCIDENTS = 5_000
"""Incidents on which plans are tried (ours)."""


async def try_on_past(
    desk: Desk, wanted: Sequence[ResponsePlan], reference: Reference
) -> tuple[int, tuple[Compared, ...]]:
    """How many of the last incidents there are, and where other plans would have asked for something else.

    Beside the screen's thread: thousands of incidents take seconds.
    """
    cases = await desk.store.read(lambda connection: read_past_cases(connection, LAST_INCIDENTS))
    units = {one.id: one for one in await desk.store.read(read_units)}
    zone = desk.store.centre.zone
    found = await asyncio.to_thread(compare_plans, reference.plans, wanted, cases, units, reference, zone)
    return len(cases), found


async def versions_of(desk: Desk, plan: str) -> tuple[PlanVersion, ...]:
    """What a plan said from when on, the newest first."""
    return await desk.store.read(lambda connection: read_versions(connection, plan))
