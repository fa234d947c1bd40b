"""Two windows on one embedded file see what the other has open."""

import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from desktop.domain.presence import AT_WORK, LooksAt
from desktop.live.follow import Follower
from desktop.store.sqlite_presence import SUFFIX, PresenceFile
from desktop.store.sqlite_store import SqliteStore
from tests.domain.world import CENTRE, named
from tests.live.followed import following, until
from tests.store.backends import author_of, make_staffed_file

PLACE = LooksAt(named("i1"), "place")

Opens = Callable[[str], Awaitable[SqliteStore]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A centre's file."""
    made = tmp_path / "centre.sqlite"
    make_staffed_file(made)
    return made


@pytest.fixture
async def opens(path: Path) -> AsyncIterator[Opens]:
    """Opens a window on the file, as an operator."""
    stores: list[SqliteStore] = []

    async def open_one(login: str) -> SqliteStore:
        store = SqliteStore(path, CENTRE)
        stores.append(store)
        await store.read_as(author_of(login))
        return store

    yield open_one
    for store in stores:
        await store.close()


def seen(follower: Follower) -> list[tuple[str, LooksAt | None]]:
    """Who is at work elsewhere, with what."""
    return [(one.login, one.looks_at) for one in follower.at_work()]


def last_is(told: list[object], wanted: object) -> bool:
    """Whether that was told last."""
    return told[-1:] == [wanted]


async def test_what_is_open_in_another_window_is_seen(opens: Opens) -> None:
    ani, budi = await opens("ani"), await opens("budi")
    told: list[object] = []
    async with following(budi) as there:
        there.on_pulse(lambda: told.append(seen(there)))
        for looks in (PLACE, LooksAt(PLACE.incident), None):
            ani.look_at(looks)
            await until(partial(last_is, told, [("ani", looks)]))
        await ani.close()
        await until(partial(last_is, told, []))
    assert len(told) == 4


async def test_the_own_other_window_is_nobody_else(opens: Opens) -> None:
    one, two, budi = await opens("ani"), await opens("ani"), await opens("budi")
    async with following(two) as there:
        one.look_at(PLACE)
        budi.look_at(PLACE)
        await until(lambda: seen(there) == [("budi", PLACE)])


def test_who_died_is_forgotten(path: Path) -> None:
    one, other = PresenceFile(path, "one"), PresenceFile(path, "other")
    assert other.others("budi") == ()
    one.tell("ani", PLACE)
    assert [desk.looks_at for desk in other.others("budi")] == [PLACE]
    with closing(sqlite3.connect(one.path)) as file, file:
        file.execute("UPDATE desk SET seen_at = ?", (time.time() - AT_WORK.total_seconds() - 1,))
    assert other.others("budi") == ()
    other.tell("budi", None)
    assert [desk.login for desk in one.others("ani")] == ["budi"]


def test_it_is_private_and_no_trouble(path: Path) -> None:
    one, other = PresenceFile(path, "one"), PresenceFile(path, "other")
    one.tell("ani", PLACE)
    beside = path.with_name(path.name + SUFFIX)
    assert beside.stat().st_mode & 0o777 == 0o600
    beside.write_bytes(b"x" * 5000)
    assert other.others("budi") == ()
    one.tell("ani", PLACE)
    assert [desk.login for desk in other.others("budi")] == ["ani"]
    beside.unlink()
    one.leave()
    assert not beside.exists()
    nowhere = PresenceFile(path / "below a file", "one")
    nowhere.tell("ani", PLACE)
    assert nowhere.others("budi") == ()
