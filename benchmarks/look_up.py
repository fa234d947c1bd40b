"""The look-up and the histories of a number and a place over years of incidents and calls.

.venv/bin/python -m benchmarks.look_up [PAST] [--server]

PAST incidents (1,000,000), each with one call, on the embedded file; with --server on a private PostgreSQL.
They are built in /dev/shm where there is one, which takes some minutes. Each query is asked for with
other words every time. Floor: a row by its id, read by the same store. On a file also of the processor's
time, which other work moves less.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from benchmarks.figures import Figure, Measured, Target, tell
from benchmarks.past import WEEKS, copy_back, day_back
from benchmarks.seed import A_DAY, CHUNK, LAST_DAY, STREETS, WORDS, fill, make_centre, past_number, signed_in
from benchmarks.server import LOGIN, SETTINGS, desk_at
from benchmarks.server import make_centre as make_server_centre
from desktop.domain.centre import Centre
from desktop.operations.desk import Desk
from desktop.operations.history import caller_history, place_history
from desktop.operations.look_up import look_up
from desktop.store.queries import read_call, read_reference
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction
from tests.store.server import Server, administer, binaries, running

PAST = 1_000_000
TIMES = 60
KEY = Target(100, part=0.95)
"""Milliseconds from the last key to a history (issued with the product)."""
TARGET = Target(50, part=0.95)
"""Milliseconds (ours): what is looked for is there before the next key."""
_SHM = Path("/dev/shm")


def measure(past: int = PAST, server: bool = False) -> Iterator[Measured]:
    """Every kind of query."""
    if _SHM.is_dir() and tempfile.tempdir is None and not tempfile.gettempdir().startswith(str(_SHM)):
        tempfile.tempdir = str(_SHM)
    if not server:
        with tempfile.TemporaryDirectory(prefix="kulkul-look-up-") as name:
            yield from asyncio.run(_on_file(Path(name) / "centre.sqlite", past))
        return
    found = binaries()
    if found is not None:
        with running(found, configured=SETTINGS) as started:
            yield from asyncio.run(_on_server(started, past))


async def _on_file(file: Path, past: int) -> list[Measured]:
    make_centre(file, past=min(past, WEEKS))
    engine = engine_for(file, writes=True)
    began = time.perf_counter()
    try:
        in_transaction(engine, partial(copy_back, copies=past // WEEKS - 1))
    finally:
        engine.dispose()
    print(f"{past:,} incidents built in {time.perf_counter() - began:.0f} s", file=sys.stderr)
    async with signed_in(file) as (_, desk):
        return await _all(desk, past)


async def _on_server(server: Server, past: int) -> list[Measured]:
    await make_server_centre(server, opened=0, units=0, past=0)
    began = time.perf_counter()
    desk = await desk_at(server.url("centre", LOGIN))
    try:
        await _build(server, desk.store.centre, past)
        print(f"{past:,} incidents built in {time.perf_counter() - began:.0f} s", file=sys.stderr)
        return await _all(desk, past, server=True)
    finally:
        await desk.store.close()


async def _build(server: Server, centre: Centre, past: int) -> None:
    def build(connection: Connection) -> None:
        for begin in range(0, min(past, WEEKS), CHUNK):
            fill(connection, centre, begin, CHUNK)
        copy_back(connection, past // WEEKS - 1)

    url = server.url("centre").set(drivername="postgresql+asyncpg")
    path = {"server_settings": {"search_path": "kulkul, public"}}
    engine = create_async_engine(url, connect_args=path)
    async with engine.begin() as connection:
        await connection.run_sync(build)
    await engine.dispose()
    await administer(server, "centre", "vacuum analyze")


async def _all(desk: Desk, past: int, *, server: bool = False) -> list[Measured]:
    reference = await desk.store.read(read_reference)
    call = (await look_up(desk, "nomor"))[0].row
    now = datetime.now(UTC)

    def with_two_words(at: int) -> str:
        one = at * 1601 % WEEKS
        return f"{WORDS[one % 10]} {WORDS[one // 10 % 10]} nomor {one}"

    def with_number(at: int) -> str:
        one = at * 16001 % past
        return f"DP {LAST_DAY - timedelta(days=day_back(one)):%y%m%d}-{one % WEEKS % A_DAY + 1:03d}"

    def place(at: int) -> str:
        return f"Jl. Gunung Agung {at % 40 * 5 + 2}"

    kinds: list[tuple[str, Target, Callable[[int], Awaitable[Any]]]] = [
        ("look-up by number", TARGET, lambda at: look_up(desk, with_number(at))),
        ("look-up by telephone", TARGET, lambda at: look_up(desk, past_number(at * 331))),
        ("look-up by words and number", TARGET, lambda at: look_up(desk, with_two_words(at))),
        ("look-up by what every fourth caller said", TARGET, lambda at: look_up(desk, WORDS[at % 10])),
        ("look-up by place", TARGET, lambda at: look_up(desk, place(at))),
        ("history of a number", KEY, lambda at: caller_history(desk, past_number(at * 331), call, now)),
        ("history of a place", KEY, lambda at: place_history(desk, place(at), call, now, reference)),
        (
            "history of a whole street",
            KEY,
            lambda at: place_history(desk, STREETS[at % 5], call, now, reference),
        ),
    ]
    floors = await _timed(lambda _at: _row(desk, call))
    told = []
    for kind, target, work in kinds:
        clock, processor = await _timed(work)
        name = f"{kind}, {past:,} incidents"
        told.append(Measured(Figure(name, "ms", clock), Figure("a row by id", "ms", floors[0]), target))
        if not server:  # which does the work elsewhere
            beside = Figure("a row by id", "ms", floors[1])
            told.append(Measured(Figure(f"{name}, of the processor", "ms", processor), beside))
    return told


async def _row(desk: Desk, call: str) -> object:
    return await desk.store.read(lambda connection: read_call(connection, call))


async def _timed(work: Callable[[int], Awaitable[Any]]) -> tuple[list[float], list[float]]:
    """Milliseconds of each run but the first: by the clock, and of the processor."""
    clock, processor = [], []
    for at in range(TIMES + 1):
        began, used = time.perf_counter(), time.process_time()
        answer = await work(at)
        processor.append((time.process_time() - used) * 1000)
        clock.append((time.perf_counter() - began) * 1000)
        assert answer, at
    return clock[1:], processor[1:]


if __name__ == "__main__":
    counts = [int(one) for one in sys.argv[1:] if one.isdigit()]
    tell(measure(counts[0] if counts else PAST, "--server" in sys.argv))
