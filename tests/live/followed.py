"""A desk's follower at work, for tests."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

from desktop.domain.acts import Result
from desktop.live.follow import Follower
from desktop.store.store import Store
from tests.domain.world import World, named, reference, take
from tests.store.backends import author_of


@asynccontextmanager
async def following(store: Store) -> AsyncIterator[Follower]:
    """A follower at work until the end of the block."""
    made = Follower(store)
    await made.start()
    task = asyncio.get_running_loop().create_task(made.run())
    try:
        yield made
        assert not task.done(), "it follows no more"
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(condition: Callable[[], object], seconds: float = 30.0) -> None:
    """Wait until it holds. TimeoutError after far longer than it can take."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - what is waited for is told by nobody
            await asyncio.sleep(0.002)


async def take_call(store: Store, name: str, login: str) -> str:
    """Take a call; its id."""
    world = World()
    world.submit(reference(), "installer")
    take(world, name)
    act = replace(world.done[-1][0], id=named(f"take {name}"))
    outcome = await store.submit(act, author_of(login))
    assert isinstance(outcome, Result), outcome
    return act.changes[0].row
