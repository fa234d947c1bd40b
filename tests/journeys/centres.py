"""Centres for journeys, and their clock."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from desktop.domain.clock import CLOCK_ID
from desktop.operations.desk import Desk, Done, Outcome, change, new_row
from desktop.runtime.ids import new_id
from desktop.runtime.services import TRAINING_LOGIN
from desktop.store.accounts import sign_in
from desktop.store.making import open_file
from desktop.store.queries import read_clock
from tests.ui.driver import make_centre

EVENING = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
"""When journeys in training centres begin: 20:00:00 WITA, far enough from midnight."""


def quiet_centre(folder: Path, city: str = "denpasar") -> str:
    """A training centre in which nothing goes on; the URL of its database."""
    path = folder / f"{city}.sqlite"
    make_centre(path, city)
    put_clock(path, EVENING)
    return f"sqlite:///{path}"


def put_clock(path: Path, moment: datetime) -> None:
    """Put a training centre's clock to a moment, by the act by which an exercise does so."""
    asyncio.run(_act(path, partial(_put_clock, moment=moment)))


def place_hospitals(path: Path, places: Mapping[str, tuple[float, float]]) -> None:
    """Tell a training centre where hospitals lie, latitude and longitude by code, as a list of them does."""
    asyncio.run(_act(path, partial(_place_hospitals, places=places)))


async def _act(path: Path, act: Callable[[Desk], Awaitable[Outcome]]) -> None:
    store = open_file(path)
    try:
        author = await store.read(lambda connection: sign_in(connection, TRAINING_LOGIN, None))
        outcome = await act(Desk(store, author, new_id))
        assert isinstance(outcome, Done), outcome
    finally:
        await store.close()


async def _put_clock(desk: Desk, moment: datetime) -> Outcome:
    seen = await desk.store.read(read_clock)
    kind, now = "clock.set", datetime.now(UTC)
    if seen is None:
        one = new_row("clock", CLOCK_ID, anchor_real=now, anchor_training=moment, rate=1.0)
    else:
        one = change(kind, seen, anchor_real=now, anchor_training=moment, rate=1.0)
    return await desk.act(kind, [one])


async def _place_hospitals(desk: Desk, places: Mapping[str, tuple[float, float]]) -> Outcome:
    rows = [
        new_row("hospital_place", code, hospital=code, latitude=latitude, longitude=longitude)
        for code, (latitude, longitude) in places.items()
    ]
    return await desk.act("reference.loaded", rows)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let nothing be written to a centre's file meanwhile: what is to be written waits."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
