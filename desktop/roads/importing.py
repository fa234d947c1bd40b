"""Bringing a file of roads into a centre."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.roads.building import build
from desktop.roads.files import read_ways
from desktop.roads.graph import pack
from desktop.store.gazetteer_into import Into
from desktop.store.making import INSTALLER
from desktop.store.roads import RoadImport, read_road_import, write_roads


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import. `again`: the centre has just these roads already."""

    nodes: int
    edges: int
    ways: int
    kilometres: float
    cut_off: int
    size: int
    """Bytes that a desk reads."""
    again: bool


async def import_roads(into: Into, file: Path) -> Imported:
    """Put the roads of a file in the place of those before; just the same once more changes nothing.

    FileError as `read_ways` and `build` have it, OSError; StoreError as `write_roads` has it.
    """
    built = await asyncio.to_thread(lambda: build(read_ways(file)))
    body = await asyncio.to_thread(pack, built.graph)
    graph, digest = built.graph, hashlib.sha256(body).hexdigest()
    before = await into.ask(read_road_import)
    again = before is not None and before.digest == digest
    if not again:
        made = RoadImport(0, datetime.now(UTC), INSTALLER.login, file.name, digest, graph.nodes, graph.edges)
        await into.ask(lambda connection: write_roads(connection, made, body))
    return Imported(graph.nodes, graph.edges, built.ways, built.kilometres, built.cut_off, len(body), again)
