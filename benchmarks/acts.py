"""An act confirmed, beside a bare transaction that writes as much: on an embedded file, and on a server.

.venv/bin/python -m benchmarks.acts

The act changes one field of an open incident, with a desk that follows the database; on the file the desk's
board is kept in step at the same time. The server is a private one on this machine, with fsync, reached by a
socket; its floor is one UPDATE, one INSERT and a NOTIFY by asyncpg, prepared. Skipped without PostgreSQL.
"""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import asyncpg

from benchmarks.bare import bare_file, commits
from benchmarks.figures import Figure, Measured, Target, tell
from benchmarks.seed import make_centre, open_one, signed_in
from desktop.domain.incidents import Incident
from desktop.domain.reference import Role
from desktop.operations.desk import Desk, Done, advanced
from desktop.operations.incidents import describe_incident
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.ids import new_id
from desktop.store.postgres.making import make_postgres, open_postgres
from desktop.store.submit_sqlite import Author
from tests.store.server import Server, binaries, connect, running

TIMES = 500
WARM_UP = 20
TARGET = Target(5)
LOGIN = "made"


def measure() -> Iterator[Measured]:
    """Both databases."""
    with tempfile.TemporaryDirectory(prefix="kulkul-acts-") as folder:
        file = Path(folder) / "centre.sqlite"
        make_centre(file)
        acts = Figure("act confirmed on SQLite", "ms", asyncio.run(_on_file(file)))
        bare = bare_file(Path(folder) / "bare.sqlite")
        yield Measured(acts, Figure("bare transaction", "ms", commits(bare, TIMES)), TARGET)
        bare.close()
    found = binaries()
    if found is not None:
        with running(found, durable=True) as server:
            acts, floor = asyncio.run(_on_server(server))
            yield Measured(acts, floor, TARGET)


async def edits(desk: Desk, seen: Incident) -> list[float]:
    """Milliseconds from the intention to the confirmed act, for edits of one field."""
    found = []
    for at in range(TIMES + WARM_UP):
        began = time.perf_counter()
        done = await describe_incident(desk, seen, {"address": f"Jl. {at}"})
        found.append((time.perf_counter() - began) * 1000)
        assert isinstance(done, Done), done
        seen = advanced(seen, done)
    return found[WARM_UP:]


async def _on_file(path: Path) -> list[float]:
    async with signed_in(path) as (_services, desk):
        return await edits(desk, await open_one(desk, address="Jl. A"))


async def _on_server(server: Server) -> tuple[Figure, Figure]:
    superuser = await connect(server, "postgres")
    await superuser.execute("create database centre")
    await superuser.close()
    pack = read_pack(pack_folder("denpasar"))
    centre = pack_centre(pack, centre_id=new_id(), training=True, made_at=datetime.now(UTC))
    await make_postgres(server.url("centre"), centre, pack_act(pack, new_id()))
    superuser = await connect(server, "centre")
    roles = sorted(Role)
    await superuser.execute(f'create role "{LOGIN}" login in role kulkul_operator')
    await superuser.execute(
        "insert into kulkul.operator values ($1, $1, to_jsonb($2::text[]), 'a hash', now())", LOGIN, roles
    )
    store = await open_postgres(server.url("centre", LOGIN))
    desk = Desk(store, Author(LOGIN, LOGIN, frozenset(Role)), new_id)
    found = await edits(desk, await open_one(desk, address="Jl. A"))
    acts = Figure("act confirmed on PostgreSQL", "ms", found)
    floor = Figure("bare UPDATE, INSERT and NOTIFY", "ms", await _bare(superuser))
    await store.close()
    await superuser.close()
    return acts, floor


async def _bare(connection: "asyncpg.Connection[asyncpg.Record]") -> list[float]:
    await connection.execute(
        "create table bare_row(id int primary key, address text);"
        "create table bare_entry(id bigserial primary key, body text);"
        "insert into bare_row values (1, '')"
    )
    update = await connection.prepare("update bare_row set address = $1 where id = 1")
    insert = await connection.prepare("insert into bare_entry(body) values ($1)")
    found = []
    for at in range(TIMES):
        began = time.perf_counter()
        async with connection.transaction():
            await update.fetch(f"Jl. {at}")
            await insert.fetch("x" * 1500)
            await connection.execute("notify bare, 'x'")
        found.append((time.perf_counter() - began) * 1000)
    return found


if __name__ == "__main__":
    tell(measure())
