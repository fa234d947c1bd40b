"""Another process's commit is noticed, by the kernel's word and without it."""

import asyncio
import errno
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.operations.calls import take_call
from desktop.operations.desk import Desk, Done
from desktop.runtime.ids import new_id
from desktop.store.sqlite_store import SqliteStore
from desktop.store.sqlite_watch import FileWatch
from desktop.store.tables import TABLES
from tests.domain.world import CENTRE
from tests.store.backends import author_of, make_staffed_file

WAYS = [True] if sys.platform != "linux" else [True, False]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A centre's file."""
    made = tmp_path / "centre.sqlite"
    make_staffed_file(made)
    return made


@pytest.fixture(params=WAYS, ids=lambda poll: "polling" if poll else "kernel")
async def watch(request: pytest.FixtureRequest, path: Path) -> AsyncIterator[FileWatch]:
    """A watch that has said that there may have been news before it began."""
    made = FileWatch(path, poll=request.param)
    await asyncio.wait_for(made.wait(), 5)
    yield made
    made.close()


async def _quiet(watch: FileWatch) -> None:
    """Let what the opening stirred up pass."""
    while True:
        try:
            await asyncio.wait_for(watch.wait(), 0.2)
        except TimeoutError:
            return


async def test_a_commit_elsewhere_is_news(watch: FileWatch, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        for serial in range(3):
            await _quiet(watch)
            other.execute("insert into serial values (?, 1)", (f"2026-11-{10 + serial}",))
            other.commit()
            await asyncio.wait_for(watch.wait(), 5)


async def _found(store: SqliteStore, calls: int) -> None:
    """Wait until a store reads that many calls, looking only when there is news."""
    query = select(func.count()).select_from(TABLES["call"])
    while await store.read(lambda connection: connection.execute(query).scalar_one()) < calls:
        await asyncio.wait_for(store.wait_for_news(), 0.5)


async def test_every_commit_of_another_store_is_found_at_once(path: Path) -> None:
    one, other = SqliteStore(path, CENTRE), SqliteStore(path, CENTRE)
    desk = Desk(one, author_of("hana"), new_id)
    for calls in range(1, 31):
        finding = asyncio.ensure_future(_found(other, calls))
        await asyncio.sleep(0.02)  # until it waits for news
        assert isinstance(await take_call(desk), Done)
        await finding
    await one.close()
    await other.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of writes to the log")
async def test_an_own_write_is_no_news_before_it_can_be_read(path: Path) -> None:
    watch = FileWatch(path, poll=False)
    with closing(sqlite3.connect(path)) as own:
        for day in ("2026-11-10", "2026-11-11"):  # the first makes the log
            await _quiet(watch)
            watch.write_begins()
            own.execute("insert into serial values (?, 1)", (day,))
            own.commit()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(watch.wait(), 0.2)
        watch.tell_others()
        await asyncio.wait_for(watch.wait(), 5)
    watch.close()


async def test_a_nudge_is_news(watch: FileWatch) -> None:
    await _quiet(watch)
    watch.nudge()
    await asyncio.wait_for(watch.wait(), 5)


async def test_nothing_written_is_no_news(watch: FileWatch, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("select count(*) from act").fetchone()
        await _quiet(watch)
        other.execute("select count(*) from act").fetchone()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(watch.wait(), 0.3)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such watches")
async def test_without_a_watch_left_the_counter_is_asked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> None:
        raise OSError(errno.EMFILE, "no watch left")

    monkeypatch.setattr("asyncinotify.Inotify.__init__", none_left)
    watch = FileWatch(path, poll=False)
    await _quiet(watch)
    with closing(sqlite3.connect(path)) as other:
        other.execute("insert into serial values ('2026-11-10', 1)")
        other.commit()
        await asyncio.wait_for(watch.wait(), 5)
    watch.close()
