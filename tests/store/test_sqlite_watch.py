"""Another process's commit is noticed, by the kernel's word and without it."""

import asyncio
import errno
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.store.making import make_file
from desktop.store.sqlite_watch import FileWatch
from tests.domain.world import CENTRE, reference

WAYS = [True] if sys.platform != "linux" else [True, False]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A centre's file."""
    made = tmp_path / "centre.sqlite"
    make_file(made, CENTRE, reference())
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
