"""Desks without a window that write at a server's centre as fast as they can, several in a process.

    python -m benchmarks.writers URL COUNT SECONDS

Says `ready` on a line once all are open, waits for a line, writes for so long, and says in one line of JSON
how many milliseconds each confirmed act took.
"""

import asyncio
import json
import sys
import time

from sqlalchemy.engine import make_url

from benchmarks.seed import open_one
from desktop.domain.incidents import Incident
from desktop.domain.reference import Role
from desktop.operations.desk import Desk, Done, advanced
from desktop.operations.incidents import describe_incident
from desktop.runtime.ids import new_id
from desktop.store.postgres.making import open_postgres
from desktop.store.submit_sqlite import Author


async def open_desk(url: str) -> Desk:
    """A desk at a centre, as the login in the URL."""
    store = await open_postgres(url)
    login = make_url(url).username or ""
    return Desk(store, Author(login, login, frozenset(Role)), new_id)


async def _write(url: str, count: int, seconds: float) -> None:
    desks = [await open_desk(url) for _ in range(count)]
    rows = [await open_one(one, address="Jl. A") for one in desks]
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    end = time.monotonic() + seconds
    took = await asyncio.gather(*(_edit(desk, row, end) for desk, row in zip(desks, rows, strict=True)))
    for one in desks:
        await one.store.close()
    print(json.dumps([each for one in took for each in one]), flush=True)


async def _edit(desk: Desk, seen: Incident, end: float) -> list[float]:
    took: list[float] = []
    while (began := time.monotonic()) < end:
        done = await describe_incident(desk, seen, {"address": f"Jl. {len(took)}"})
        took.append((time.monotonic() - began) * 1000)
        assert isinstance(done, Done), done
        seen = advanced(seen, done)
    return took


if __name__ == "__main__":
    asyncio.run(_write(sys.argv[1], int(sys.argv[2]), float(sys.argv[3])))
