"""An act that is held up in the network comes when its desk has long asked again: it is one act, or none."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from desktop.domain.acts import Act, Result
from desktop.domain.reference import AgencyPart
from desktop.store.kept.items import State
from desktop.store.kept.status import Reach
from desktop.store.postgres.engine import CONNECT_SECONDS
from desktop.store.postgres.making import open_postgres, verify_server
from desktop.store.postgres.store import PostgresStore
from tests.domain.world import World, close, insert, named, open_incident
from tests.live.followed import until
from tests.store.backends import author_of
from tests.store.kept.test_kept_store import must, new_acts
from tests.store.kept.test_server import WORKSTATION, at_desk, far_desk, furnish, ids
from tests.store.kept.wire import KeptDesk
from tests.store.proxy import Proxy
from tests.store.server import Server, connect


@pytest.fixture
async def world(server: Server, database: str) -> World:
    """A centre with an incident whose call is over."""
    made = await furnish(server, database)
    store = await open_postgres(server.url(database, "hana"))
    acts = new_acts(made, open_incident)
    finish = made.act("call.finished", made.update("call.finished", "call", "c1"))
    acts.append(made.must("ani", finish))
    for act in acts:
        assert isinstance(await store.submit(act, author_of("hana")), Result)
    await store.close()
    return made


@pytest.fixture
async def citra(server: Server, database: str) -> AsyncIterator[PostgresStore]:
    """A colleague with a good way."""
    store = await open_postgres(server.url(database, "citra"))
    yield store
    await store.close()


def told(world: World) -> Act:
    """An act without a base: the incident must be open, and that is all."""
    row = insert("referral", "r1", incident=named("i1"), agency="DAMKAR", part=AgencyPart.LEAD.value)
    return world.act("referral.made", row, name="told")


async def close_it(world: World, citra: PostgresStore) -> None:
    """Close the incident, so that the act is refused."""
    for act in new_acts(world, close):
        assert isinstance(await citra.submit(act, author_of("citra")), Result)


async def reopen_it(world: World, citra: PostgresStore) -> None:
    """Reopen the incident, so that the act would be taken."""
    change = world.update("incident.reopened", "incident", "i1")
    act = world.must("citra", world.act("incident.reopened", change, note="masih menyala"))
    assert isinstance(await citra.submit(act, author_of("citra")), Result)


async def backends(server: Server, database: str) -> set[int]:
    """The connections of the desk."""
    connection = await connect(server, database)
    try:
        found = await connection.fetch("select pid from pg_stat_activity where usename = 'hana'")
    finally:
        await connection.close()
    return {one["pid"] for one in found}


async def with_writes(desk: KeptDesk, world: World, server: Server, database: str) -> set[int]:
    """The connections of a desk that has written."""
    copied = world.act("incident.copied", world.update("incident.copied", "incident", "i1"))
    await must(desk, [world.must("hana", copied)])
    await until(lambda: named("i1") in desk.follower.board.cases)
    return await backends(server, database)


async def arrive(way: Proxy, server: Server, database: str, held: set[int]) -> None:
    """Let arrive what was held up, and wait until the server has done with it."""
    way.let_go()
    while held & await backends(server, database):
        pass


async def test_a_late_copy_of_what_was_refused_is_not_taken(
    server: Server, database: str, world: World, citra: PostgresStore, tmp_path: Path
) -> None:
    async with far_desk(server, database, tmp_path) as (desk, way):
        held = await with_writes(desk, world, server, database)
        way.hold()
        sending = asyncio.ensure_future(desk.submit(told(world)))
        await close_it(world, citra)
        assert isinstance(await sending, Result)
        await until(lambda: desk.store.status.waiting == 1, 15)
        await reopen_it(world, citra)
        await arrive(way, server, database, held)
        (waiting,) = desk.store.waiting
        assert waiting.act.id == named("told")
        assert named("told") not in await ids(server, database)
        assert await desk.store.try_again(named("told")) is None
        assert (await ids(server, database)).count(named("told")) == 1
    assert (await verify_server(server.url(database))).clean


async def test_also_where_a_colleague_repeats_it(
    server: Server, database: str, world: World, citra: PostgresStore, tmp_path: Path
) -> None:
    async with far_desk(server, database, tmp_path) as (desk, way):
        held = await with_writes(desk, world, server, database)
        way.hold()
        way.refuse()
        assert isinstance(await desk.submit(told(world)), Result)
        await desk.close()
        await close_it(world, citra)
        store = await open_postgres(server.url(database, "budi"), workstation=WORKSTATION)
        async with at_desk(store, tmp_path, "budi") as colleague:
            colleague.store.start()
            await until(lambda: colleague.store.status.waiting == 1)
            await reopen_it(world, citra)
            await arrive(way, server, database, held)
            assert named("told") not in await ids(server, database)


async def test_a_late_copy_that_came_first_is_the_act(
    server: Server, database: str, world: World, tmp_path: Path
) -> None:
    async with far_desk(server, database, tmp_path) as (desk, way):
        held = await with_writes(desk, world, server, database)
        way.hold()
        way.refuse()
        assert isinstance(await desk.submit(told(world)), Result)
        await arrive(way, server, database, held)
        await way.listen()
        await desk.reaches(Reach.ONLINE)
        assert desk.store.status.kept == 0
        assert [one.act.id for one in desk.outbox.items(State.CONFIRMED)][-1] == named("told")
        assert (await ids(server, database)).count(named("told")) == 1


async def test_only_who_has_the_secret_ends_a_connection(server: Server, database: str) -> None:
    """The secret is not what everybody reads, and a superuser's connections are left alone."""
    desk = await open_postgres(server.url(database, "budi"))
    installer = await open_postgres(server.url(database))
    ani = await connect(server, database, "ani")
    try:
        for store in (desk, installer):
            await store.end_ways(["0" * 32])  # a connection that is not there
        shown = await ani.fetch("select pid, application_name as name from pg_stat_activity")
        names = [one["name"].removeprefix("kulkul ") for one in shown if one["name"].startswith("kulkul ")]
        assert len(names) == 2
        for name in names:
            await ani.execute("select kulkul.end_former($1)", name)
        for bad in ("", "%", "x" * 32, None):
            with pytest.raises(asyncpg.InvalidParameterValueError):
                await ani.execute("select kulkul.end_former($1)", bad)
        for secret in (*desk.ways, *installer.ways):
            await ani.execute("select kulkul.end_former($1)", secret)
        left = await ani.fetch(
            "select usename as login from pg_stat_activity where application_name ~ 'kulkul '"
        )
        assert [one["login"] for one in left] == ["postgres"]
    finally:
        await ani.close()
        await desk.close()
        await installer.close()


async def test_who_goes_on_opening_connections_by_a_desks_name_holds_nobody_up(
    server: Server, database: str
) -> None:
    desk = await open_postgres(server.url(database, "budi"))
    await desk.end_ways(["0" * 32])  # a connection that is not there, over one that is made for it
    (secret,) = desk.ways
    citra = await connect(server, database, "citra")
    name = await citra.fetchval(
        "select application_name from pg_stat_activity where application_name ~ 'kulkul '"
    )
    begun, done = asyncio.Event(), asyncio.Event()

    async def crowd() -> None:
        while not done.is_set():
            one = await connect(server, database, "ani")
            await one.execute(f"set application_name = '{name}'")
            begun.set()
            await asyncio.sleep(0.05)
            one.terminate()

    async with asyncio.timeout(30):
        crowds = [asyncio.create_task(crowd()) for _ in range(4)]
        await begun.wait()
        try:
            for _ in range(3):
                await citra.execute("select kulkul.end_former($1)", secret)
        finally:
            done.set()
            await asyncio.gather(*crowds, return_exceptions=True)
    await citra.close()
    await desk.close()


async def test_a_connection_that_does_not_end_is_told_while_its_desk_still_waits(
    server: Server, database: str
) -> None:
    desk = await open_postgres(server.url(database, "budi"))
    await desk.end_ways(["0" * 32])
    (secret,) = desk.ways
    ani = await connect(server, database, "ani")
    pid = await ani.fetchval("select pid from pg_stat_activity where application_name ~ 'kulkul '")
    os.kill(pid, signal.SIGSTOP)
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            with pytest.raises(asyncpg.OperatorInterventionError, match="still there"):
                await ani.execute("select kulkul.end_former($1)", secret)
    finally:
        os.kill(pid, signal.SIGCONT)
    await ani.close()
    await desk.close()
