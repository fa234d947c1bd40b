"""The primary is killed and its standby promoted: desks find it by themselves and show what is there."""

import asyncio
from contextlib import AsyncExitStack

from desktop.live.follow import Freshness
from desktop.store.postgres.making import open_postgres
from desktop.store.postgres.store import PostgresStore
from tests.live.followed import following, take_call, until
from tests.store.server import Server, administer
from tests.store.standby import kill, promote, wait_until_in_step
from tests.store.test_failover import either, servers

__all__ = ["servers"]


async def test_desks_find_the_new_primary_by_themselves(servers: tuple[Server, Server]) -> None:
    primary, standby = servers
    stores: list[PostgresStore] = []
    async with AsyncExitStack() as stack:
        for login in ("ani", "budi", "citra"):
            store = await open_postgres(either(servers, login))
            stack.push_async_callback(store.close)
            stores.append(store)
        desks = [await stack.enter_async_context(following(one)) for one in stores]
        before = await take_call(stores[0], "c1", "ani")
        await until(lambda: all(before in one.board.calls for one in desks))
        wait_until_in_step(standby, primary)
        await asyncio.to_thread(kill, primary)
        await until(lambda: all(one.freshness is Freshness.CUT_OFF for one in desks))
        await asyncio.to_thread(promote, standby)
        await until(lambda: all(one.freshness is Freshness.LIVE for one in desks))
        after = await take_call(stores[1], "c2", "budi")
        await until(lambda: all(after in one.board.calls for one in desks))
        await asyncio.to_thread(primary.start)
        cut = "select pg_terminate_backend(pid) from pg_stat_activity where usename <> 'postgres'"
        await administer(standby, "centre", cut)
        await until(lambda: any(one.freshness is Freshness.CUT_OFF for one in desks))
        await until(lambda: all(one.freshness is Freshness.LIVE for one in desks))
        last = await take_call(stores[2], "c3", "citra")
        await until(lambda: all({before, after, last} <= one.board.calls.keys() for one in desks))
