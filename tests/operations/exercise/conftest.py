"""Centres for exercises."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest_asyncio

from tests.operations.exercise.rig import Rig, make_rig


@pytest_asyncio.fixture
async def rigs(tmp_path: Path) -> AsyncIterator[Callable[..., Rig]]:
    """Makes centres and closes them in the end."""
    made: list[Rig] = []

    def make(city: str, *, training: bool = True) -> Rig:
        made.append(make_rig(tmp_path, city, training=training))
        return made[-1]

    yield make
    for rig in made:
        await rig.store.close()
