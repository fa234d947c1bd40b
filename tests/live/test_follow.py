"""Following the feed goes on, whatever happens on the way; what cannot be trusted does not look alive."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from desktop.domain.board import News, Snapshot
from desktop.domain.clock import CLOCK_ID, TrainingClock
from desktop.live import follow
from desktop.live.board import BoardChange
from desktop.live.follow import Follower, Freshness
from desktop.operations.calls import take_call
from desktop.operations.desk import Desk, Done
from desktop.runtime.ids import new_id
from desktop.store.problems import StoreError
from desktop.store.queries_board import read_snapshot
from desktop.store.sqlite_store import SqliteStore
from tests.domain.world import CENTRE
from tests.store.backends import author_of, make_staffed_file

BUG = RuntimeError("a bug")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    """A centre's file, open."""
    path = tmp_path / "centre.sqlite"
    make_staffed_file(path)
    made = SqliteStore(path, CENTRE)
    yield made
    await made.close()


@pytest.fixture
async def faults() -> list[object]:
    """What was reported to the loop's exception handler."""
    heard: list[object] = []

    def handler(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        heard.append(context.get("exception"))

    asyncio.get_running_loop().set_exception_handler(handler)
    return heard


@pytest.fixture
async def follower(
    store: SqliteStore, faults: list[object], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Follower]:
    """A follower at work, that loses no time between its tries."""
    monkeypatch.setattr(follow, "RETRY_SECONDS", 0.02)
    made = Follower(store)
    await made.start()
    task = asyncio.get_running_loop().create_task(made.run())
    yield made
    assert not task.done(), "it follows no more"
    task.cancel()


async def _until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - what is waited for is told by nobody
            await asyncio.sleep(0.005)


async def _take(store: SqliteStore) -> str:
    done = await take_call(Desk(store, author_of("hana"), new_id))
    assert isinstance(done, Done), done
    return done.row


async def test_a_listener_that_fails_keeps_no_news_from_the_others(
    store: SqliteStore, follower: Follower, faults: list[object]
) -> None:
    heard: list[frozenset[str]] = []

    def fails(_change: BoardChange) -> None:
        raise BUG

    follower.board.listen(fails)
    follower.board.listen(lambda change: heard.append(change.calls))
    first = await _take(store)
    await _until(lambda: first in follower.board.calls)
    second = await _take(store)
    await _until(lambda: second in follower.board.calls)
    assert {first, second} <= frozenset().union(*heard)
    assert BUG in faults
    await _until(lambda: follower.freshness is Freshness.LIVE)


async def test_a_board_that_cannot_be_read_for_a_bug_does_not_look_alive(
    store: SqliteStore, follower: Follower, faults: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> News:
        raise BUG

    with monkeypatch.context() as patch:
        patch.setattr(follow, "read_news", fails)
        await _until(lambda: follower.freshness is Freshness.STALE)
        assert BUG in faults
    call = await _take(store)
    await _until(lambda: call in follower.board.calls and follower.freshness is Freshness.LIVE)


async def test_midnight_is_not_forgotten_when_the_database_is_away(
    store: SqliteStore, follower: Follower, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_snapshot
    since: list[object] = []

    def away_once(connection: Connection, midnight: Any) -> Snapshot:
        since.append(midnight)
        if len(since) == 1:
            raise StoreError("unreachable")
        return read(connection, midnight)

    monkeypatch.setattr(follow, "read_snapshot", away_once)
    now = follower.clock.now()
    follower.clock.training = TrainingClock(
        id=CLOCK_ID, anchor_real=now, anchor_training=now + timedelta(days=1), rate=1.0
    )
    await _until(lambda: len(since) == 2)
    await _until(lambda: follower.freshness is Freshness.LIVE)
    assert since[0] == since[1] == follower.clock.midnight()
