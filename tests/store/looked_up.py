"""Centres in which something can be looked up, in each database; see `two_years.py`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from desktop.domain.lookup import Hit
from desktop.store.making import make_file
from desktop.store.postgres.engine import engine_for as postgres_engine
from desktop.store.queries_search import search
from desktop.store.sqlite_engine import engine_for
from tests.domain.world import CENTRE, reference
from tests.store.conftest import Loop, copied
from tests.store.server import ADMIN, Server
from tests.store.two_years import furnish

T = TypeVar("T")


class Run(Protocol):
    """Does a piece of work in one transaction of the database under test, on a server as its superuser."""

    def __call__(self, work: Callable[[Connection], T]) -> T:
        """Do it and give what it gives."""

    def as_operator(self, work: Callable[[Connection], T], login: str = "ani") -> T:
        """Do it as a desk does, on a server with an operator's login."""


class _File:
    def __init__(self, path: Path) -> None:
        self.engine = engine_for(path, writes=True)

    def __call__(self, work: Callable[[Connection], T]) -> T:
        with self.engine.begin() as connection:
            return work(connection)

    def as_operator(self, work: Callable[[Connection], T], login: str = "ani") -> T:
        return self(work)


class _Server:
    def __init__(self, server: Server, database: str) -> None:
        self._loop, self._server, self._database = Loop(), server, database
        self._engines: dict[str, AsyncEngine] = {}

    def __call__(self, work: Callable[[Connection], T]) -> T:
        def past_the_views(connection: Connection) -> T:
            connection.execute(text("set local search_path = kulkul"))
            return work(connection)

        return self.as_operator(past_the_views, ADMIN)

    def as_operator(self, work: Callable[[Connection], T], login: str = "ani") -> T:
        if login not in self._engines:
            self._engines[login] = postgres_engine(self._server.url(self._database, login))

        async def transaction() -> T:
            async with self._engines[login].begin() as connection:
                return await connection.run_sync(work)

        return self._loop.run(transaction())

    def close(self) -> None:
        for engine in self._engines.values():
            self._loop.run(engine.dispose())
        self._loop.close()


@contextmanager
def in_file(path: Path, furnished: bytes) -> Iterator[Run]:
    """A centre in a file, a copy of one."""
    path.write_bytes(furnished)
    made = _File(path)
    yield made
    made.engine.dispose()


@contextmanager
def on_server(server: Server, template: str) -> Iterator[Run]:
    """A centre on a server, a copy of one."""
    with copied(server, template) as database:
        made = _Server(server, database)
        yield made
        made.close()


@pytest.fixture(scope="module")
def furnished_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A centre in a file, with what `furnish` writes."""
    path = tmp_path_factory.mktemp("furnished") / "centre.sqlite"
    make_file(path, CENTRE, reference())
    made = _File(path)
    made(furnish)
    made.engine.dispose()
    return path.read_bytes()


@pytest.fixture(scope="module")
def furnished_database(server: Server) -> Iterator[str]:
    """The same on the server."""
    with copied(server) as database:
        made = _Server(server, database)
        made(furnish)
        made.close()
        yield database


def look(run: Run, query: str, limit: int = 50) -> tuple[Hit, ...]:
    """What a query finds."""
    return run.as_operator(lambda connection: search(connection, query, CENTRE, limit))
