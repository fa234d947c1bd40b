"""Before an evening is played on another day: what the last one left is cleared away."""

from desktop.domain.acts import Refusal
from desktop.domain.incidents import Incident
from desktop.domain.reference import Outcome as Ending
from desktop.domain.units import BUSY, Assignment, AssignmentState, Unit, UnitStatus
from desktop.operations.desk import Desk, Outcome
from desktop.operations.incidents import close_incident
from desktop.operations.units import set_status
from desktop.store.queries import read_records, read_units
from desktop.store.tables import TABLES

REASON = "Latihan dimulai lagi: sisa malam sebelumnya ditutup"
"""The words with which an incident of the evening before is closed; content, like the exercise itself."""


async def clear_away(desk: Desk) -> int:
    """Make every unit available and close what is open; returns how many acts that took.

    What an operator changes at the same moment stays as he leaves it.
    """
    assignment, incident = TABLES["assignment"].c, TABLES["incident"].c
    units, running, cases, endings = await desk.store.read(
        lambda connection: (
            read_units(connection),
            read_records(connection, Assignment, assignment.state == AssignmentState.RUNNING),
            read_records(connection, Incident, incident.closed_at.is_(None) & incident.merged_into.is_(None)),
            read_records(connection, Ending),
        )
    )
    at_work = {one.unit: one for one in running}
    ending = min(endings, key=lambda one: one.rank)
    outcomes = [await _free(desk, unit, at_work.get(unit.id)) for unit in units if _away(unit)]
    outcomes += [await close_incident(desk, case, ending.id, REASON) for case in cases]
    return sum(not isinstance(one, Refusal) for one in outcomes)


def _away(unit: Unit) -> bool:
    return unit.status is not UnitStatus.AVAILABLE


async def _free(desk: Desk, unit: Unit, running: Assignment | None) -> Outcome:
    return await set_status(desk, unit, UnitStatus.AVAILABLE, running if unit.status in BUSY else None)
