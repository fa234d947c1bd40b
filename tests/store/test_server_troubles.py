"""What can happen to a server and the way to it: each trouble has its code, and nothing confirmed is lost."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.engine import URL

from desktop.domain.acts import Result
from desktop.store.postgres.engine import Endable
from desktop.store.postgres.making import make_postgres, open_postgres, verify_server
from desktop.store.postgres.store import PostgresStore
from desktop.store.problems import StoreError
from desktop.store.queries import read_reference
from tests.domain.world import CENTRE, World, insert, reference, take
from tests.store.backends import author_of
from tests.store.server import Server, connect, needed, running


@contextlib.contextmanager
def code(expected: str) -> Iterator[None]:
    """Expect a `StoreError` with that code."""
    with pytest.raises(StoreError) as caught:
        yield
    assert caught.value.code == expected, caught.value


async def administer(server: Server, database: str, *statements: str) -> None:
    """Do something as the superuser."""
    connection = await connect(server, database)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture
async def store(server: Server, database: str) -> AsyncIterator[PostgresStore]:
    """The centre, opened by a call taker."""
    opened = await open_postgres(server.url(database, "ani"))
    yield opened
    await opened.close()


async def take_call(store: PostgresStore, name: str) -> Result:
    """Take a call."""
    world = World()
    call = world.act("call.taken", insert("call", name), insert("call_private", name), name=name)
    outcome = await store.submit(call, author_of("ani"))
    assert isinstance(outcome, Result), outcome
    return outcome


async def test_what_cannot_be_opened(
    server: Server, database: str, empty_database: URL, tmp_path: Path
) -> None:
    with code("unreachable"):
        await open_postgres(
            URL.create("postgresql", username="ani", database="x", query={"host": str(tmp_path)})
        )
    with code("not_found"):
        await open_postgres(server.url("nowhere", "ani"))
    with code("sign_in"):
        await open_postgres(server.url(database, "stranger"))
    with code("not_a_centre"):
        await open_postgres(empty_database)
    with code("exists"):
        await make_postgres(server.url(database), CENTRE, reference())


async def test_a_schema_that_this_program_does_not_know(server: Server, database: str) -> None:
    await administer(
        server,
        database,
        "update kulkul.alembic_version set version_num = '9999';"
        " update kulkul.meta_setting set value = '[\"9999\"]' where name = 'schemas_served'",
    )
    with code("newer"):
        await open_postgres(server.url(database, "ani"))


async def test_a_centre_is_made_whole_or_not_at_all(empty_database: URL) -> None:
    broken = World().act("reference.loaded", insert("area", "x", name="x" * 600))
    with pytest.raises(ValueError, match="refused"):
        await make_postgres(empty_database, CENTRE, broken)
    with code("not_a_centre"):
        await open_postgres(empty_database)
    await make_postgres(empty_database, CENTRE, reference())
    assert (await verify_server(empty_database)).clean


async def test_a_connection_that_was_cut(store: PostgresStore, server: Server, database: str) -> None:
    await take_call(store, "c1")
    await store.wait_for_news()
    waiting = asyncio.create_task(store.wait_for_news())
    await asyncio.sleep(0.05)
    await administer(
        server, database, "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ani'"
    )
    with code("unreachable"):
        await waiting
    assert (await store.read(read_reference)).areas
    assert (await take_call(store, "c1")).again
    assert (await asyncio.wait_for(store.wait_for_news(), 5)).everything  # after a gap there may be news


@pytest.mark.parametrize("opening", [False, True])
async def test_a_connection_that_is_ended_between_two_answers(
    store: PostgresStore, monkeypatch: pytest.MonkeyPatch, opening: bool
) -> None:
    if not opening:
        await take_call(store, "c1")
    found = vars(asyncpg.Connection)["_get_statement"]

    async def get_and_end(driver: Endable, *asked: Any, **how: Any) -> Any:
        statement = await found(driver, *asked, **how)
        driver.terminate()
        return statement

    with monkeypatch.context() as patch:
        patch.setattr(Endable, "_get_statement", get_and_end)
        with code("unreachable"):
            await store.end_ways(["0" * 32]) if opening else await take_call(store, "c2")
    await take_call(store, "c3")


async def test_a_row_that_another_session_holds(store: PostgresStore, server: Server, database: str) -> None:
    await take_call(store, "c1")
    holder = await connect(server, database)
    holding = holder.transaction()
    await holding.start()
    await holder.execute("select 1 from kulkul.call for update")
    world = World()
    world.submit(reference(), "installer")
    take(world, "c1")
    change = world.update("call.held", "call", "c1")
    held = world.act("call.held", change)
    with code("busy"):
        await store.submit(held, author_of("ani"))
    await holding.rollback()
    await holder.close()


async def test_a_standby_takes_no_acts(server: Server, database: str) -> None:
    await administer(server, database, f"alter database {database} set default_transaction_read_only = on")
    store = await open_postgres(server.url(database, "ani"))
    with code("read_only"):
        await take_call(store, "c1")
    assert (await store.read(read_reference)).areas
    await store.close()


async def test_a_confirmed_act_survives_a_power_cut_of_the_server() -> None:
    """Also when the session asked the server not to wait for the disk."""
    with running(needed(), durable=True) as own:
        await administer(own, "postgres", "create database centre")
        await make_postgres(own.url("centre"), CENTRE, reference())
        await administer(
            own,
            "centre",
            "create role ani login in role kulkul_operator",
            "insert into kulkul.operator values ('ani', 'Ani', '[\"call_taker\"]', null, now())",
            "alter role ani set synchronous_commit = off",
        )
        store = await open_postgres(own.url("centre", "ani"))
        names = [f"c{place}" for place in range(20)]
        for name in names:
            await take_call(store, name)
        own.stop()
        with code("unreachable"):
            await take_call(store, "c99")
        own.start()
        for name in names:
            assert (await take_call(store, name)).again
        await store.close()
        assert (await verify_server(own.url("centre"))).clean


async def test_a_bug_in_what_nobody_waits_for_any_more_is_told(store: PostgresStore) -> None:
    told: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, fault: told.append(fault["exception"]))
    reads, bug = threading.Event(), LookupError("a bug")

    def fail(connection: Connection) -> None:
        reads.set()
        connection.execute(text("select pg_sleep(0.1)"))
        raise bug

    reading = asyncio.ensure_future(store.read(fail))
    while not reads.is_set():  # noqa: ASYNC110 - it is set by what runs between two steps of the loop
        await asyncio.sleep(0.01)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    await store.close()
    assert told == [bug]
