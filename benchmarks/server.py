"""A centre on a private server for measuring, desks at it, and the floor: bare asyncpg on the same server."""

import asyncio
import json
import sys
import time
from datetime import UTC, datetime

import asyncpg
from sqlalchemy.engine import URL

from benchmarks.seed import open_one, with_units
from desktop.domain.reference import Role
from desktop.operations.desk import Desk
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.ids import new_id
from desktop.store.postgres.making import make_postgres, open_postgres
from desktop.store.submit_sqlite import Author
from tests.store.server import Server, administer, connect

LOGIN = "made"
WRITER = "wayan"
"""Who writes where it matters that the act is another's."""
SETTINGS = {"max_connections": "700", "autovacuum": "on"}
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


async def make_centre(server: Server, *, opened: int, units: int, past: int) -> None:
    """Make Denpasar's training centre in the database `centre`, with an operator who may everything."""
    superuser = await connect(server, "postgres")
    await superuser.execute("create database centre")
    await superuser.close()
    pack = read_pack(pack_folder("denpasar"))
    centre = pack_centre(pack, centre_id=new_id(), training=True, made_at=datetime.now(UTC))
    await make_postgres(server.url("centre"), centre, pack_act(with_units(pack, units), new_id()))
    superuser = await connect(server, "centre")
    for login in (LOGIN, WRITER):
        await superuser.execute(f'create role "{login}" login in role kulkul_operator')
        await superuser.execute(f'alter role "{login}" set search_path = kulkul_desk, kulkul')
        await superuser.execute(
            "insert into kulkul.operator (login, name, roles, made_at)"
            " values ($1, $1, to_jsonb($2::text[]), now())",
            login,
            sorted(Role),
        )
    await superuser.close()
    desk = await desk_at(server.url("centre", LOGIN))
    for at in range(opened):
        await open_one(desk, address=f"Jl. {at}")
    await desk.store.close()
    await administer(server, "centre", _PAST.format(table="incident", past=past))
    await administer(server, "centre", _PAST.format(table="call", past=past), "vacuum analyze")


async def desk_at(url: URL) -> Desk:
    """A desk without a window or an outbox, of the login in the URL."""
    login = url.username or ""
    return Desk(await open_postgres(url), Author(login, login, frozenset(Role)), new_id)


class Watchers:
    """Processes of desks that follow."""

    def __init__(self) -> None:
        self._running: list[asyncio.subprocess.Process] = []

    async def start(self, server: Server, desks: int, processes: int, *, kept: bool = False) -> None:
        """Start so many desks, and wait until all follow; `kept`: each with an outbox."""
        how = ["kept"] if kept else []
        for place in range(processes):
            count = desks // processes + (place < desks % processes)
            self._running.append(await started("-m", "benchmarks.watchers", url_of(server), str(count), *how))

    async def end(self) -> tuple[list[tuple[str, float]], float]:
        """When acts came, and the parts of a core that all took together."""
        came, core = [], 0.0
        for one in self._running:
            out, _ = await one.communicate(b"")
            told = json.loads(out)
            came += [(act, at) for act, at in told["came"]]
            core += told["core"]
        return came, core


async def started(*command: str) -> asyncio.subprocess.Process:
    """A process of desks that has said that it is ready."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, stdin=pipe, stdout=pipe, limit=1 << 26
    )
    assert process.stdout is not None
    assert (await process.stdout.readline()).strip() == b"ready"
    return process


def url_of(server: Server) -> str:
    """The centre's address, with the operator's login."""
    return server.url("centre", LOGIN).render_as_string(hide_password=False)


async def bare_floor(server: Server) -> list[float]:
    """Milliseconds of an UPDATE, an INSERT and a NOTIFY, up to the row that a bare listener has fetched."""
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
