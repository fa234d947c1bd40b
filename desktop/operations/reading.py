"""What an operator looks at: one incident, an act's author, a number's history, the look-up."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.board import CallEntry, CaseDetail
from desktop.domain.units import Unit
from desktop.operations.desk import Desk
from desktop.store.queries import read_call, read_units
from desktop.store.queries_board import read_act, read_detail


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote an act, and when (UTC)."""

    name: str
    at: datetime
    kind: str


async def read_case(desk: Desk, incident: str) -> CaseDetail | None:
    """All of one incident, or None when there is none."""
    return await desk.store.read(lambda connection: read_detail(connection, incident))


async def read_one_call(desk: Desk, call: str) -> CallEntry | None:
    """One call, running or ended, or None when the database never heard of it."""
    return await desk.store.read(lambda connection: read_call(connection, call))


async def read_units_named(desk: Desk, ids: Collection[str]) -> dict[str, Unit]:
    """Units by id, as they are in the database."""
    found = await desk.store.read(lambda connection: read_units(connection, ids))
    return {one.id: one for one in found}


async def who_wrote(desk: Desk, act: str) -> Writer | None:
    """The author of an act, by name."""
    found = await desk.store.read(lambda connection: read_act(connection, act))
    return None if found is None else Writer(*found)
