"""The way to the server is cut, stalled, reset or slow: the desk says so, and is in step again afterwards."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial

import pytest

from desktop.domain.presence import Pulse
from desktop.live.follow import Follower, Freshness
from desktop.store.postgres.making import open_postgres
from desktop.store.postgres.store import PostgresStore
from desktop.store.problems import StoreError
from tests.domain.world import named
from tests.live.followed import following, take_call, until
from tests.store.proxy import Proxy, proxied
from tests.store.server import Server


@pytest.fixture
async def proxy(server: Server) -> AsyncIterator[Proxy]:
    """The way of the desk under test."""
    async with proxied(server) as made:
        yield made


@pytest.fixture
async def far(proxy: Proxy, database: str) -> AsyncIterator[PostgresStore]:
    """Budi's desk, behind the proxy."""
    store = await open_postgres(proxy.url(database, "budi"))
    yield store
    proxy.flow()
    await store.close()


@pytest.fixture
async def near(server: Server, database: str) -> AsyncIterator[PostgresStore]:
    """Ani's desk, beside the server."""
    store = await open_postgres(server.url(database, "ani"))
    yield store
    await store.close()


async def test_a_desk_stands_after_five_ways_there_and_back(
    proxy: Proxy, far: PostgresStore, near: PostgresStore
) -> None:
    call = await take_call(near, "c1", "ani")
    follower = Follower(far)
    await far.begin(follower.clock.midnight())
    await follower.start()
    assert call in follower.board.calls
    assert follower.pulse is not None
    assert proxy.turns == 5, "to be let in; twice for who it is; twice for the pulse and the board"
    await take_call(near, "c2", "ani")
    heard: tuple[str, ...] = ()
    while not heard:
        heard = (await far.wait_for_news()).acts
    assert heard == (named("take c2"),)


async def test_packets_that_vanish_are_noticed(proxy: Proxy, far: PostgresStore, near: PostgresStore) -> None:
    async with following(far) as there:
        await take_call(near, "c1", "ani")
        proxy.stall()
        await until(lambda: there.freshness is Freshness.CUT_OFF)
        since = there.fresh_at
        call = await take_call(near, "c2", "ani")
        taken = proxy.taken
        await until(lambda: proxy.taken > taken)
        assert there.fresh_at == since, "the time of the last answer stands still"
        assert call not in there.board.calls
        proxy.flow()
        await until(lambda: there.freshness is Freshness.LIVE and call in there.board.calls)


async def test_an_act_on_its_way_does_not_wait_for_packets_that_vanished(
    proxy: Proxy, far: PostgresStore
) -> None:
    async with following(far):
        await take_call(far, "c1", "budi")
        proxy.stall()
        with pytest.raises(StoreError) as caught:
            async with asyncio.timeout(30):
                await take_call(far, "c2", "budi")
        assert caught.value.code == "unreachable"


async def test_a_connection_that_was_reset_is_made_again_and_the_gap_filled(
    proxy: Proxy, far: PostgresStore, near: PostgresStore
) -> None:
    async with following(far) as there:
        await proxy.cut()
        await until(lambda: there.freshness is Freshness.CUT_OFF)
        call = await take_call(near, "c1", "ani")
        await proxy.listen()
        await until(lambda: there.freshness is Freshness.LIVE)
        assert call in there.board.calls
        after = await take_call(near, "c2", "ani")
        await until(lambda: after in there.board.calls)


async def test_a_reset_without_an_outage_is_made_good_at_once(
    proxy: Proxy, far: PostgresStore, near: PostgresStore
) -> None:
    async with following(far) as there:
        proxy.reset()
        call = await take_call(near, "c1", "ani")
        await until(lambda: call in there.board.calls and there.freshness is Freshness.LIVE)


async def test_a_slow_way_is_slow_but_in_step(proxy: Proxy, far: PostgresStore, near: PostgresStore) -> None:
    async with following(far) as there:
        proxy.delay = 0.1
        call = await take_call(near, "c1", "ani")
        await until(lambda: call in there.board.calls)
        assert there.freshness is Freshness.LIVE


async def test_three_hundred_milliseconds_each_way_are_slow_and_in_step(
    proxy: Proxy, far: PostgresStore, near: PostgresStore
) -> None:
    async with following(far) as there:
        first = await take_call(near, "c0", "ani")
        await until(lambda: first in there.board.calls)
        told: list[tuple[Freshness, bool]] = []
        there.on_freshness(lambda: told.append((there.freshness, there.slow)))
        proxy.delay = 0.3
        await until(lambda: there.slow)
        for name in ("c1", "c2", "c3"):
            call = await take_call(near, name, "ani")
            await until(partial(there.board.calls.__contains__, call))
        assert told == [(Freshness.LIVE, True)], "told to be slow, and never cut off"
        proxy.stall()
        await until(lambda: there.freshness is Freshness.CUT_OFF)
        assert not there.slow


async def test_a_slow_connection_that_broke_is_made_again(
    proxy: Proxy, far: PostgresStore, near: PostgresStore
) -> None:
    async with following(far) as there:
        proxy.delay = 0.3
        await until(lambda: there.slow)
        told: list[Freshness] = []
        there.on_freshness(lambda: told.append(there.freshness))
        proxy.reset()
        call = await take_call(near, "c1", "ani")
        await until(lambda: call in there.board.calls)
        await until(lambda: there.freshness is Freshness.LIVE)
        assert told == [Freshness.CUT_OFF, Freshness.LIVE], "live is said only when the board was read"


async def test_a_desk_that_tries_to_connect_does_not_say_live(proxy: Proxy, far: PostgresStore) -> None:
    async with following(far) as there:
        await proxy.cut()
        await until(lambda: there.freshness is Freshness.CUT_OFF)
        told: list[Freshness] = []
        there.on_freshness(lambda: told.append(there.freshness))
        proxy.stall()
        before = proxy.taken
        await proxy.listen()
        await until(lambda: proxy.taken >= before + 2)  # the first try was given up
        assert Freshness.LIVE not in told


async def test_a_bug_in_the_heartbeat_ends_the_connection_and_not_the_desk(
    far: PostgresStore, near: PostgresStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, what: told.append(what.get("exception")))

    def faulty(*_: object) -> Pulse:
        raise ValueError

    async with following(far) as there:
        with monkeypatch.context() as patch:
            patch.setattr("desktop.store.postgres.line.pulse_of", faulty)
            await until(lambda: there.freshness is not Freshness.LIVE)
        call = await take_call(near, "c1", "ani")
        await until(lambda: there.freshness is Freshness.LIVE and call in there.board.calls)
    assert told
    assert {type(one) for one in told} == {ValueError}
