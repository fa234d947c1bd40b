"""How soon desks at one server show what another did, and what that costs; without windows.

.venv/bin/python -m benchmarks.in_step [--desks=50] [--processes=4] [--seconds=10] [--open=500] [--units=200]
    [--past=1000000]

The server is a private one on this machine, with fsync. Desks follow in processes of their own, several in
each. An act changes one field of an open incident; it is timed from the intention to the other's board. The
floor is an UPDATE, an INSERT and a NOTIFY by asyncpg, up to the row that a bare listener has fetched.
"""

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.figures import Figure, Measured, Target, numbers_asked, tell
from benchmarks.seed import open_one
from benchmarks.server import (
    LOGIN,
    SETTINGS,
    Watchers,
    bare_floor,
    desk_at,
    make_centre,
    started,
    url_of,
)
from desktop.operations.desk import Done, advanced
from desktop.operations.incidents import describe_incident
from desktop.runtime.services import follow_store
from desktop.store.postgres.making import open_postgres
from tests.store.proxy import proxied
from tests.store.server import Server, binaries, running

CHANGES_A_SECOND = 20
_USUAL = {"desks": 50, "processes": 4, "seconds": 10, "open": 500, "units": 200, "past": 1_000_000}


@dataclass(frozen=True)
class Asked:
    """How large the run is."""

    desks: int
    processes: int
    seconds: int
    open: int
    units: int
    past: int


def measure(asked: Asked) -> Iterator[Measured]:
    """All figures, at one server."""
    found = binaries()
    if found is None:
        return
    with running(found, durable=True, configured=SETTINGS) as server:
        yield from asyncio.run(_measure(server, asked))


async def _measure(server: Server, asked: Asked) -> list[Measured]:
    await make_centre(server, opened=asked.open, units=asked.units, past=asked.past)
    floor = Figure("bare write, notify, fetch", "ms", await bare_floor(server))
    measured = []
    for desks, processes, aims in (
        (2, 1, (Target(5),)),
        (asked.desks, asked.processes, (Target(25), Target(50, 0.95))),
    ):
        came, core = await _step(server, asked, desks - 1, processes)
        name = f"act asked for → on another's board, {desks} desks in {processes + 1} processes"
        measured += [Measured(Figure(name, "ms", came), floor, aim) for aim in aims]
        measured.append(Measured(Figure(f"a desk of {desks} at 20 changes/s", "% of a core", [core])))
    rest = Figure("a desk at rest", "% of a core", [await _rest(server)])
    measured.append(Measured(rest, None, Target(1)))
    each, between = await _many(server, asked)
    name = f"{asked.desks} desks that write as fast as they can"
    measured.append(Measured(Figure(f"an act of {name}", "ms", each)))
    measured.append(Measured(Figure(f"between two confirmed acts of {name}", "ms", between), None, Target(2)))
    name = f"sign-in to full board, {asked.open} open, {asked.units} units, {asked.past:,} past"
    measured.append(Measured(Figure(name, "ms", await _sign_in(server)), None, Target(1000)))
    back = Figure("way back → board in step", "ms", await _reconnect(server))
    measured.append(Measured(back, None, Target(500)))
    return measured


async def _step(server: Server, asked: Asked, desks: int, processes: int) -> tuple[list[float], float]:
    watchers, desk = Watchers(), await desk_at(server.url("centre", LOGIN))
    seen = await open_one(desk, address="Jl. A")
    await watchers.start(server, desks, processes)
    began: dict[str, float] = {}
    for at in range(asked.seconds * CHANGES_A_SECOND):
        at_once = time.monotonic()
        done = await describe_incident(desk, seen, {"address": f"Jl. {at}"})
        assert isinstance(done, Done), done
        began[done.act.id] = at_once
        seen = advanced(seen, done)
        await asyncio.sleep(max(0.0, 1 / CHANGES_A_SECOND - (time.monotonic() - at_once)))
    await asyncio.sleep(1)
    came, core = await watchers.end()
    await desk.store.close()
    found = [(at - began[act]) * 1000 for act, at in came if act in began]
    assert len(found) == len(began) * desks, f"{len(began) * desks - len(found)} were not shown"
    return found, core / desks * 100


async def _rest(server: Server) -> float:
    watchers = Watchers()
    await watchers.start(server, 4, 1)
    await asyncio.sleep(8)
    _, core = await watchers.end()
    return core / 4 * 100


async def _many(server: Server, asked: Asked) -> tuple[list[float], list[float]]:
    """Milliseconds of each act, and those that pass between two confirmed ones, while all desks write as fast
    as they can.
    """
    seconds = asked.seconds / 2
    running_writers = []
    for place in range(asked.processes):
        count = asked.desks // asked.processes + (place < asked.desks % asked.processes)
        command = ("-m", "benchmarks.writers", url_of(server), str(count), str(seconds))
        running_writers.append(await started(*command))
    told = [await one.communicate(b"now\n") for one in running_writers]
    took = [each for out, _ in told for each in json.loads(out)]
    return took, [seconds * 1000 / len(took)]


async def _sign_in(server: Server) -> Sequence[float]:
    found = []
    for _ in range(5):
        began = time.monotonic()
        services = await follow_store(await open_postgres(server.url("centre", LOGIN)))
        found.append((time.monotonic() - began) * 1000)
        await services.close()
    return found


async def _reconnect(server: Server) -> Sequence[float]:
    found = []
    writer = await desk_at(server.url("centre", LOGIN))
    async with proxied(server) as proxy:
        services = await follow_store(await open_postgres(proxy.url("centre", LOGIN)))
        for _ in range(3):
            await proxy.cut()
            await asyncio.sleep(2)
            missed = await open_one(writer, address="Jl. B")
            await proxy.listen()
            began = time.monotonic()
            while missed.id not in services.follower.board.cases:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.002)
            found.append((time.monotonic() - began) * 1000)
        await services.close()
    await writer.store.close()
    return found


def _asked() -> Asked:
    return Asked(**numbers_asked(__doc__, _USUAL))


if __name__ == "__main__":
    tell(measure(_asked()))
