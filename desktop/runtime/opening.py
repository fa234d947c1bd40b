"""Looking into a centre's database without a desk."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.centre import Centre
from desktop.store.accounts import all_operators
from desktop.store.health import Health, read_health
from desktop.store.making import open_file
from desktop.store.submit_sqlite import Author


@dataclass(frozen=True, slots=True)
class CentreFacts:
    """What a database is, and who may sign in; `health` where it was asked for."""

    centre: Centre
    operators: tuple[Author, ...]
    health: Health | None = None


def look_into(file: Path, *, thoroughly: bool = False) -> CentreFacts:
    """Read what a centre is. StoreError when the file cannot be opened or read."""
    return asyncio.run(_look(file, thoroughly))


async def _look(file: Path, thoroughly: bool) -> CentreFacts:
    store = open_file(file)
    try:
        health = await store.read(read_health) if thoroughly else None
        return CentreFacts(store.centre, await store.read(all_operators), health)
    finally:
        await store.close()
