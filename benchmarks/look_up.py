"""The look-up and the history of a number over years of incidents and calls, on the embedded file.

.venv/bin/python -m benchmarks.look_up [PAST]

PAST incidents (100,000), each with one call; one million takes some minutes to be written first. Each query
is asked for with other words every time. Floor: a row by its id, read by the same store.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, Measured, Target, tell
from benchmarks.seed import A_DAY, WORDS, make_centre, past_day, past_number, signed_in
from desktop.operations.desk import Desk
from desktop.operations.history import caller_history, place_history
from desktop.operations.look_up import look_up
from desktop.store.queries import read_call

PAST = 100_000
TIMES = 60
TARGET = Target(50, part=0.95)
"""Milliseconds (ours): what is looked for is there before the next key."""


def measure(past: int = PAST) -> Iterator[Measured]:
    """Every kind of query."""
    with tempfile.TemporaryDirectory(prefix="kulkul-look-up-") as name:
        file = Path(name) / "centre.sqlite"
        make_centre(file, past=past, opened=1)
        yield from asyncio.run(_all(file, past))


async def _all(file: Path, past: int) -> list[Measured]:
    async with signed_in(file) as (services, desk):
        call = (await look_up(desk, "nomor"))[0].row
        clock, board = services.follower.clock, services.follower.board

        def with_two_words(at: int) -> str:
            one = at * 1601 % past
            return f"{WORDS[one % 10]} {WORDS[one // 10 % 10]} nomor {one}"

        def with_number(at: int) -> str:
            one = at * 1601 % past
            return f"DP {past_day(one):%y%m%d}-{one % A_DAY + 1:03d}"

        kinds: list[tuple[str, Callable[[int], Awaitable[Any]]]] = [
            ("look-up by number", lambda at: look_up(desk, with_number(at))),
            ("look-up by telephone", lambda at: look_up(desk, past_number(at * 331))),
            ("look-up by words and number", lambda at: look_up(desk, with_two_words(at))),
            ("look-up by a word that every fourth caller said", lambda at: look_up(desk, WORDS[at % 10])),
            ("look-up by place", lambda at: look_up(desk, f"gunung agung {at % 40 * 5 + 2}")),
            (
                "history of a number",
                lambda at: caller_history(desk, past_number(at * 331), call, services.follower.clock.now()),
            ),
            (
                "history of a place",
                lambda at: place_history(
                    desk, f"Jl. Gunung Agung {at % 40 * 5 + 2}", call, clock.now(), board.reference
                ),
            ),
        ]
        floor = Figure("a row by id", "ms", await _timed(lambda _at: _row(desk, call)))
        return [
            Measured(Figure(f"{name}, {past:,} incidents", "ms", await _timed(work)), floor, TARGET)
            for name, work in kinds
        ]


async def _row(desk: Desk, call: str) -> object:
    return await desk.store.read(lambda connection: read_call(connection, call))


async def _timed(work: Callable[[int], Awaitable[Any]]) -> list[float]:
    """Milliseconds of each run but the first."""
    found = []
    for at in range(TIMES + 1):
        began = time.perf_counter()
        answer = await work(at)
        found.append((time.perf_counter() - began) * 1000)
        assert answer, at
    return found[1:]


if __name__ == "__main__":
    tell(measure(int(sys.argv[1]) if sys.argv[1:2] and sys.argv[1].isdigit() else PAST))
