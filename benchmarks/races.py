"""Fifty desks want the same unit at the same moment, and edit the same field: how soon all are told.

.venv/bin/python -m benchmarks.races [RACES]

Each desk has a login and a connection of its own to a private server on this machine, with fsync; all run in
one process, and act through the operations on what they saw before the race. Floor: as many connections that
each run one bare `UPDATE … WHERE status = 'available'` on the same row. Ends with 1 when a unit was booked
twice or a confirmed change was lost.
"""

import asyncio
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from benchmarks.figures import AS_JSON, Figure, Measured, tell
from desktop.domain.board import CallEntry
from desktop.domain.incidents import Incident
from desktop.domain.units import Assignment, Unit, UnitStatus
from desktop.operations.calls import take_call
from desktop.operations.desk import Desk, Done, advanced, made
from desktop.operations.incidents import describe_incident, open_incident
from desktop.operations.reading import read_case, read_one_call
from desktop.operations.units import assign_units, set_status
from desktop.runtime.ids import new_id
from desktop.store.postgres.making import make_postgres, open_postgres
from desktop.store.queries import read_units
from desktop.store.submit_sqlite import Author
from tests.domain.world import CENTRE, LOGINS, fleet, reference
from tests.store.server import Server, administer, binaries, connect, running

DESKS = 50
RACES = 500
UNIT = "E1"
_ROLES = LOGINS["hana"]


@dataclass
class Found:
    """What came of the races."""

    units: list[float] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    double_bookings: int = 0
    lost_changes: int = 0


async def _open_desks(server: Server) -> list[Desk]:
    await administer(server, "postgres", "create database centre")
    await make_postgres(server.url("centre"), CENTRE, reference())
    connection = await connect(server, "centre")
    for place in range(DESKS):
        await connection.execute(f"create role d{place} login in role kulkul_operator")
        await connection.execute(
            "insert into kulkul.operator values ($1, $1, to_jsonb($2::text[]), null, now())",
            f"d{place}",
            sorted(_ROLES),
        )
    await connection.close()
    found = []
    for place in range(DESKS):
        store = await open_postgres(server.url("centre", f"d{place}"))
        found.append(Desk(store, Author(f"d{place}", f"d{place}", _ROLES), new_id))
    await found[0].store.submit(fleet(), found[0].author)
    return found


async def _open_incident(desk: Desk) -> Incident:
    taken = await take_call(desk, number="0812345678")
    assert isinstance(taken, Done), taken
    call: CallEntry | None = await read_one_call(desk, taken.row)
    assert call is not None
    opened = await open_incident(desk, call, {"category": "fire", "address": "Jl. A"})
    assert isinstance(opened, Done), opened
    case = await read_case(desk, opened.row)
    assert case is not None
    return case.case.incident


async def _unit(desk: Desk) -> Unit:
    (found,) = await desk.store.read(lambda connection: read_units(connection, {UNIT}))
    return found


async def _race_for_unit(desks: Sequence[Desk], incidents: Sequence[Incident], found: Found) -> None:
    unit = await _unit(desks[0])
    began = time.perf_counter()
    answers = await asyncio.gather(
        *(assign_units(desk, incidents[place % len(incidents)], [unit]) for place, desk in enumerate(desks))
    )
    found.units.append((time.perf_counter() - began) * 1000)
    done = [one for one in answers if isinstance(one, Done)]
    found.double_bookings += len(done) != 1
    for one in done[:1]:
        running = made(Assignment, one, one.act.changes[0].row)
        freed = await set_status(desks[0], advanced(unit, one), UnitStatus.AVAILABLE, running)
        assert isinstance(freed, Done), freed


async def _race_to_edit(desks: Sequence[Desk], incident: str, found: Found) -> None:
    case = await read_case(desks[0], incident)
    assert case is not None
    seen = case.case.incident
    began = time.perf_counter()
    answers = await asyncio.gather(
        *(
            describe_incident(desk, seen, {"address": f"Jl. {len(found.edits)} of {desk.author.login}"})
            for desk in desks
        )
    )
    found.edits.append((time.perf_counter() - began) * 1000)
    done = [one for one in answers if isinstance(one, Done)]
    after = await read_case(desks[0], incident)
    assert after is not None
    written = [str(one.act.changes[0].values["address"]) for one in done]
    found.lost_changes += written != [after.case.incident.address]


async def _bare(server: Server, races: int, found: Found) -> None:
    connections: list[asyncpg.Connection[Any]] = [await connect(server, "centre") for _ in range(DESKS)]
    await connections[0].execute("create table bare (id int primary key, status text)")
    await connections[0].execute("insert into bare values (1, 'available')")
    take = "update bare set status = 'assigned' where id = 1 and status = 'available'"
    for one in connections:
        await one.execute(take)
    for _ in range(races):
        await connections[0].execute("update bare set status = 'available'")
        began = time.perf_counter()
        await asyncio.gather(*(one.execute(take) for one in connections))
        found.bare.append((time.perf_counter() - began) * 1000)
    for one in connections:
        await one.close()


async def _booked_twice(server: Server) -> int:
    """Assignments of the unit that began before another had ended, as the database stamped them."""
    connection = await connect(server, "centre")
    try:
        count: int = await connection.fetchval(
            "select count(*) from kulkul.assignment one join kulkul.assignment other"
            " on other.unit = one.unit and other.id <> one.id"
            " and other.assigned_at >= one.assigned_at"
            " and other.assigned_at < coalesce(one.ended_at, 'infinity')"
        )
        return count
    finally:
        await connection.close()


async def _all(server: Server, races: int) -> Found:
    found = Found()
    desks = await _open_desks(server)
    incidents = [await _open_incident(desk) for desk in desks[:10]]
    for _ in range(races):
        await _race_for_unit(desks, incidents, found)
        await _race_to_edit(desks, incidents[0].id, found)
    for desk in desks:
        await desk.store.close()
    found.double_bookings += await _booked_twice(server)
    await _bare(server, min(races, 100), found)
    return found


def main() -> int:
    """Run all races and tell."""
    races = next((int(one) for one in sys.argv[1:] if one.isdigit()), RACES)
    bin_folder = binaries()
    if bin_folder is None:
        return 0
    with running(bin_folder, durable=True) as server:
        found = asyncio.run(_all(server, races))
    floor = Figure(f"{DESKS} bare updates of one row", "ms", found.bare)
    tell(
        (
            Measured(Figure(f"{DESKS} desks told who has the unit", "ms", found.units), floor),
            Measured(Figure(f"{DESKS} desks told whose edit it is", "ms", found.edits), floor),
        )
    )
    if AS_JSON not in sys.argv:
        print(f"{races} races: {found.double_bookings} double bookings, {found.lost_changes} lost changes")
    return 1 if found.double_bookings or found.lost_changes else 0


if __name__ == "__main__":
    sys.exit(main())
