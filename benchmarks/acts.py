"""An act confirmed on the embedded database, beside a bare transaction that writes as many rows.

.venv/bin/python -m benchmarks.acts
"""

import asyncio
import sqlite3
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, machine, report
from benchmarks.seed import make_centre
from desktop.operations.calls import take_call
from desktop.operations.desk import Done, advanced
from desktop.operations.incidents import describe_incident, open_incident
from desktop.runtime.services import open_services

TIMES = 500


def bare(path: Path) -> list[float]:
    """Milliseconds for one update, one insert of an act's size and three small ones, with fsync."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE row(id INTEGER PRIMARY KEY, address TEXT)")
    connection.execute("CREATE TABLE entry(id INTEGER PRIMARY KEY, body TEXT)")
    connection.execute("INSERT INTO row VALUES (1, '')")
    found = []
    for at in range(TIMES):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE row SET address = ? WHERE id = 1", (f"Jl. {at}",))
        for _ in range(4):
            connection.execute("INSERT INTO entry(body) VALUES (?)", ("x" * 300,))
        connection.execute("COMMIT")
        found.append((time.perf_counter() - began) * 1000)
    connection.close()
    return found


async def edits(path: Path) -> list[float]:
    """Milliseconds from the intention to the confirmed act, for edits of one field."""
    services = await open_services(path)
    desk = await services.sign_in("latihan", None)
    taken = await take_call(desk)
    assert isinstance(taken, Done)
    board = services.follower.board
    await services.follower.catch_up()
    opened = await open_incident(desk, board.calls[taken.row], {"address": "Jl. A"})
    assert isinstance(opened, Done)
    await services.follower.catch_up()
    seen = board.cases[opened.row].incident
    found = []
    for at in range(TIMES):
        began = time.perf_counter()
        done = await describe_incident(desk, seen, {"address": f"Jl. {at}"})
        found.append((time.perf_counter() - began) * 1000)
        assert isinstance(done, Done), done
        seen = advanced(seen, done)
    await services.close()
    return found


def main() -> None:
    """Print the figures."""
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "centre.sqlite"
        make_centre(path)
        figure = Figure("act on SQLite", "ms", asyncio.run(edits(path)))
        floor = Figure("bare transaction", "ms", bare(Path(folder) / "bare.sqlite"))
        report(figure, floor, "p50 ≤ 5 ms")


if __name__ == "__main__":
    main()
