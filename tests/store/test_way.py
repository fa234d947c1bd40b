"""Choosing among several servers of which one does not answer: packets to it vanish."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from desktop.store.postgres import engine
from desktop.store.postgres.address import Address, Host
from desktop.store.postgres.engine import Way
from tests.store.proxy import Proxy, proxied
from tests.store.server import Server, connect

FOR_EVER = 600.0


@pytest.fixture
async def ways(server: Server) -> AsyncIterator[tuple[Proxy, Proxy]]:
    """Two ways to one server, as if they were two."""
    async with proxied(server) as first, proxied(server) as second:
        yield first, second


def address(ways: tuple[Proxy, Proxy], database: str) -> Address:
    """Both, for a login."""
    return Address(tuple(Host("127.0.0.1", one.port) for one in ways), database, "ani")


async def connections(server: Server) -> int:
    """How many the login has."""
    owner = await connect(server, "postgres")
    try:
        found: int = await owner.fetchval("select count(*) from pg_stat_activity where usename = 'ani'")
        return found
    finally:
        await owner.close()


async def test_a_server_that_vanished_is_not_waited_for_twice(
    ways: tuple[Proxy, Proxy], database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = ways
    way = Way(address(ways, database))
    second.refuse()
    (await way.connect()).terminate()
    await second.listen()
    first.stall()
    monkeypatch.setattr(engine, "CONNECT_SECONDS", FOR_EVER)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await way.connect()
    async with asyncio.timeout(20):
        (await way.connect()).terminate()


async def test_who_gives_up_choosing_leaves_no_connection_behind(
    ways: tuple[Proxy, Proxy], server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways[1].stall()
    monkeypatch.setattr(engine, "CONNECT_SECONDS", FOR_EVER)
    monkeypatch.setattr(engine, "OTHERS_SECONDS", FOR_EVER)
    found = asyncio.Event()
    look_at = Way._look_at

    async def tells(way: Way, host: Host) -> object:
        answer = await look_at(way, host)
        found.set()
        return answer

    monkeypatch.setattr(Way, "_look_at", tells)
    choosing = asyncio.ensure_future(Way(address(ways, database)).connect())
    await asyncio.wait_for(found.wait(), 20)
    await asyncio.sleep(0)
    choosing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await choosing
    async with asyncio.timeout(10):
        while await connections(server):  # noqa: ASYNC110 - what is waited for is told by nobody
            await asyncio.sleep(0.02)
