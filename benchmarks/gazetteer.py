"""Bringing names into a server's gazetteer, and a desk's first loading of them.

.venv/bin/python -m benchmarks.gazetteer [NAMES]

NAMES (100,000) made-up places as a table, imported into a private PostgreSQL, then a newer file in which one
in a hundred has moved; then a desk reads them all, first from the server, then from the copy on its own disk.
Floors: one COPY of as many rows, and one SELECT of all of them, by asyncpg alone.
"""

import asyncio
import csv
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, Measured, tell
from benchmarks.places import NAMES, made_up
from benchmarks.server import LOGIN, SETTINGS, desk_at
from benchmarks.server import make_centre as make_server_centre
from desktop.gazetteer.copying import Copying
from desktop.gazetteer.desk import PlaceSearch
from desktop.gazetteer.importing import import_file
from desktop.gazetteer.loading import PlaceLoading
from desktop.store.gazetteer_into import into_server
from desktop.store.postgres.engine import address_of
from desktop.store.queries import read_reference
from tests.store.server import Server, binaries, connect, running


def measure(names: int = NAMES) -> Iterator[Measured]:
    """Import, newer file, loading from the server and from the copy."""
    found = binaries()
    if found is not None:
        with tempfile.TemporaryDirectory() as folder, running(found, configured=SETTINGS) as server:
            yield from asyncio.run(_measure(server, Path(folder), names))


async def _measure(server: Server, folder: Path, names: int) -> list[Measured]:
    await make_server_centre(server, opened=0, units=0, past=0)
    older, newer = folder / "town-2025.csv", folder / "town-2026.csv"
    _write(older, names, moved=0)
    _write(newer, names, moved=names // 100)
    into = into_server(address_of(server.url("centre", LOGIN)))
    first = await _seconds(import_file(into, older, "Denpasar"))
    second = await _seconds(import_file(into, newer, "Denpasar"))
    copied, selected = await _floors(server)
    desk = await desk_at(server.url("centre", LOGIN))
    try:
        areas = (await desk.store.read(read_reference)).areas
        loaded = []
        for _ in range(2):  # the second time its own copy is there
            search = PlaceSearch(areas.values())
            copying = Copying(folder / "copy.json.gz")
            loading = PlaceLoading(desk.store, search, areas, copying, lambda: False)
            loaded.append(await _seconds(loading.refresh()))
            search.close()
    finally:
        await desk.store.close()
    told = f"{names:,} names"
    return [
        Measured(Figure(f"import into a server, {told}", "s", [first]), copied),
        Measured(Figure("a newer file, one in a hundred moved", "s", [second]), copied),
        Measured(Figure(f"a desk's loading from the server, {told}", "s", [loaded[0]]), selected),
        Measured(Figure(f"a desk's loading from its copy, {told}", "s", [loaded[1]]), selected),
    ]


async def _floors(server: Server) -> tuple[Figure, Figure]:
    connection = await connect(server, "centre")
    try:
        began = time.perf_counter()
        rows = await connection.fetch("select * from kulkul.place")
        selected = Figure("one SELECT", "s", [time.perf_counter() - began])
        await connection.execute("create temporary table floor as select id, name from kulkul.place limit 0")
        records = [(one["id"], one["name"]) for one in rows]
        copy = connection.copy_records_to_table("floor", records=records)
        return Figure("one COPY", "s", [await _seconds(copy)]), selected
    finally:
        await connection.close()


async def _seconds(work: Awaitable[Any]) -> float:
    began = time.perf_counter()
    await work
    return time.perf_counter() - began


def _write(file: Path, names: int, moved: int) -> None:
    chance = random.Random(names)
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("id", "name", "kind", "lat", "lon"))
        for at, one in enumerate(made_up(names, chance)):
            north = -8.60 - at % 1000 / 10_000 - (0.001 if at < moved else 0)
            rows.writerow((at, one.name, str(one.kind), f"{north:.5f}", f"{115.17 + at // 1000 / 1000:.5f}"))


if __name__ == "__main__":
    tell(measure(int(sys.argv[1]) if sys.argv[1:2] and sys.argv[1].isdigit() else NAMES))
