"""How soon desks at one server show what another did, and what that costs; without windows.

.venv/bin/python -m benchmarks.in_step [--desks=50] [--processes=4] [--seconds=10] [--open=500] [--units=200]
    [--past=1000000]

The server is a private one on this machine, with fsync. Desks follow in processes of their own, several in
each. An act changes one field of an open incident; it is timed from the intention to the other's board. The
floor is an UPDATE, an INSERT and a NOTIFY by asyncpg, up to the row that a bare listener has fetched.
"""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import asyncpg
from sqlalchemy.engine import URL

from benchmarks.figures import AS_JSON, Figure, Measured, Target, tell
from benchmarks.seed import open_one, with_units
from desktop.domain.reference import Role
from desktop.operations.desk import Desk, Done, advanced
from desktop.operations.incidents import describe_incident
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.ids import new_id
from desktop.runtime.services import follow_store
from desktop.store.postgres.making import make_postgres, open_postgres
from desktop.store.submit_sqlite import Author
from tests.store.proxy import proxied
from tests.store.server import Server, administer, binaries, connect, running

LOGIN = "made"
CHANGES_A_SECOND = 20
BARE = 200
_PAST = """
    insert into kulkul.{table}
    select r.* from generate_series(1, {past}) n cross join (select * from kulkul.{table} limit 1) one
    cross join lateral jsonb_populate_record(null::kulkul.{table}, to_jsonb(one) || jsonb_build_object(
        'id', gen_random_uuid(), 'incident', null, 'day', date '2020-01-01' + n / 600, 'serial', n % 600 + 1,
        'opened_at', now() - n * interval '3 minutes' - interval '2 days',
        'answered_at', now() - n * interval '3 minutes' - interval '2 days',
        'closed_at', now() - n * interval '3 minutes' - interval '1 day',
        'ended_at', now() - n * interval '3 minutes' - interval '1 day'
    )) r
"""
"""Past incidents and calls, written in bulk."""

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
    settings = {"max_connections": "700", "autovacuum": "on"}
    with running(found, durable=True, configured=settings) as server:
        yield from asyncio.run(_measure(server, asked))


async def _measure(server: Server, asked: Asked) -> list[Measured]:
    await _make(server, asked)
    floor = Figure("bare write, notify, fetch", "ms", await _bare(server))
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


async def _make(server: Server, asked: Asked) -> None:
    superuser = await connect(server, "postgres")
    await superuser.execute("create database centre")
    await superuser.close()
    pack = read_pack(pack_folder("denpasar"))
    centre = pack_centre(pack, centre_id=new_id(), training=True, made_at=datetime.now(UTC))
    await make_postgres(server.url("centre"), centre, pack_act(with_units(pack, asked.units), new_id()))
    superuser = await connect(server, "centre")
    await superuser.execute(f'create role "{LOGIN}" login in role kulkul_operator')
    await superuser.execute(f'alter role "{LOGIN}" set search_path = kulkul_desk, kulkul')
    await superuser.execute(
        "insert into kulkul.operator (login, name, roles, made_at)"
        " values ($1, $1, to_jsonb($2::text[]), now())",
        LOGIN,
        sorted(Role),
    )
    await superuser.close()
    desk = await _desk(server.url("centre", LOGIN))
    for at in range(asked.open):
        await open_one(desk, address=f"Jl. {at}")
    await desk.store.close()
    await administer(server, "centre", _PAST.format(table="incident", past=asked.past))
    await administer(server, "centre", _PAST.format(table="call", past=asked.past), "vacuum analyze")


async def _desk(url: URL) -> Desk:
    return Desk(await open_postgres(url), Author(LOGIN, LOGIN, frozenset(Role)), new_id)


class _Watchers:
    """Processes of desks that follow."""

    def __init__(self) -> None:
        self._running: list[asyncio.subprocess.Process] = []

    async def start(self, server: Server, desks: int, processes: int) -> None:
        """Start so many desks, and wait until all follow."""
        for place in range(processes):
            count = desks // processes + (place < desks % processes)
            self._running.append(await _started("-m", "benchmarks.watchers", _url(server), str(count)))

    async def end(self) -> tuple[list[tuple[str, float]], float]:
        """When acts came, and the parts of a core that all took together."""
        came, core = [], 0.0
        for one in self._running:
            out, _ = await one.communicate(b"")
            told = json.loads(out)
            came += [(act, at) for act, at in told["came"]]
            core += told["core"]
        return came, core


async def _step(server: Server, asked: Asked, desks: int, processes: int) -> tuple[list[float], float]:
    watchers, desk = _Watchers(), await _desk(server.url("centre", LOGIN))
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
    watchers = _Watchers()
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
        command = ("-m", "benchmarks.writers", _url(server), str(count), str(seconds))
        running_writers.append(await _started(*command))
    told = [await one.communicate(b"now\n") for one in running_writers]
    took = [each for out, _ in told for each in json.loads(out)]
    return took, [seconds * 1000 / len(took)]


async def _started(*command: str) -> asyncio.subprocess.Process:
    """A process of desks that has said that it is ready."""
    pipe = asyncio.subprocess.PIPE
    started = await asyncio.create_subprocess_exec(
        sys.executable, *command, stdin=pipe, stdout=pipe, limit=1 << 26
    )
    assert started.stdout is not None
    assert (await started.stdout.readline()).strip() == b"ready"
    return started


def _url(server: Server) -> str:
    return server.url("centre", LOGIN).render_as_string(hide_password=False)


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
    writer = await _desk(server.url("centre", LOGIN))
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


async def _bare(server: Server) -> list[float]:
    writer, reader = await connect(server, "centre"), await connect(server, "centre")
    await writer.execute(
        "create table bare_row(id int primary key, address text);"
        "create table bare_entry(id bigserial primary key, body text); insert into bare_row values (1, '')"
    )
    told = asyncio.Event()
    await reader.add_listener("bare", lambda *_: told.set())
    found = []
    for at in range(BARE):
        told.clear()
        began = time.monotonic()
        await _write_bare(writer, at)
        await told.wait()
        await reader.fetchrow("select * from bare_row where id = 1")
        found.append((time.monotonic() - began) * 1000)
        await asyncio.sleep(0.01)
    await writer.close()
    await reader.close()
    return found


async def _write_bare(writer: "asyncpg.Connection[asyncpg.Record]", at: int) -> None:
    async with writer.transaction():
        await writer.execute("update bare_row set address = $1 where id = 1", f"Jl. {at}")
        await writer.execute("insert into bare_entry(body) values ($1)", "x" * 1500)
        await writer.execute("notify bare, 'x'")


def _asked() -> Asked:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, usual in _USUAL.items():
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument(AS_JSON, action="store_true", dest="as_json")
    found = parser.parse_args()
    return Asked(**{name: getattr(found, name) for name in _USUAL})


if __name__ == "__main__":
    tell(measure(_asked()))
