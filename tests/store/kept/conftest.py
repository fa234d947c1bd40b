"""A centre in a file behind a wire, and desks at it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from desktop.domain.acts import Result
from desktop.store.making import open_file
from tests.domain.world import World, furnished
from tests.store.backends import author_of, make_staffed_file
from tests.store.kept.wire import KeptDesk, Wire

OpenDesk = Callable[..., Awaitable[KeptDesk]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A centre with operators."""
    path = tmp_path / "centre.sqlite"
    make_staffed_file(path)
    return path


@pytest.fixture
async def world(file: Path) -> World:
    """What the centre is given at first: its units, and a clock that stands still."""
    made = furnished()
    store = open_file(file)
    for act, login in made.done[1:]:
        assert isinstance(await store.submit(act, author_of(login)), Result)
    await store.close()
    return made


@pytest.fixture
async def open_desk(file: Path, tmp_path: Path, world: World) -> AsyncIterator[OpenDesk]:
    """Opens a desk at the centre, as a login, with its outbox in a folder of that name."""
    desks: list[KeptDesk] = []

    async def open_one(login: str = "hana", folder: str = "kept") -> KeptDesk:
        desk = KeptDesk(Wire(open_file(file)), tmp_path / folder, login)
        desks.append(desk)
        await desk.start()
        return desk

    yield open_one
    for desk in desks:
        await desk.close()


@pytest.fixture
async def desk(open_desk: OpenDesk) -> KeptDesk:
    """A desk of one who may do all."""
    return await open_desk()
