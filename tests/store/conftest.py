"""A database a test on the session's server, made from a template."""

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from desktop.store.making import open_file
from desktop.store.postgres.making import make_postgres, open_postgres
from desktop.store.store import Store
from tests.domain.world import CENTRE, fleet, reference
from tests.store.backends import PostgresBackend, SqliteBackend, make_staffed_file
from tests.store.desks import Desks, Open
from tests.store.loops import Loop, apart
from tests.store.server import Server, administer, connect, drop, drop_one, staff
from tests.store.trio import Trio

__all__ = ["Loop"]

TEMPLATE = "centre_template"
"""A database with a training centre, its reference data and a login for each of the tests' operators."""

_names = count()
_ended: defaultdict[Server, list[str]] = defaultdict(list)
"""Databases that nobody needs: each goes with the next copy, which is then one connection instead of two."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a module's tests whose worlds begin alike come one after another: see `Trio.begin`."""
    seen: dict[object, int] = {}

    def place(item: pytest.Item) -> tuple[int, ...]:
        line = item.callspec.params.get("line") if hasattr(item, "callspec") else None
        return tuple(seen.setdefault(one, len(seen)) for one in (item.path, *getattr(line, "given", ())))

    ways = {item: place(item) for item in items if "trio" in getattr(item, "fixturenames", ())}
    in_order = iter(sorted(ways, key=ways.__getitem__))
    items[:] = [next(in_order) if item in ways else item for item in items]


@contextmanager
def copied(server: Server, template: str = TEMPLATE) -> Iterator[str]:
    """The name of a fresh database with a centre, soon gone afterwards. Nobody may be in the template."""
    name = f"test_{next(_names)}"
    _with_template(server)
    ended, _ended[server] = _ended[server], []
    apart(_copy_template(server, name, template, ended))
    yield name
    _ended[server].append(name)


@pytest.fixture
def database(server: Server) -> Iterator[str]:
    """The name of a fresh database with a centre in it."""
    with copied(server) as name:
        yield name


def _empty(server: Server) -> Iterator[URL]:
    name = f"empty_{next(_names)}"
    apart(administer(server, "postgres", f"create database {name}"))
    yield server.url(name)
    apart(drop_one(server, name))


@pytest.fixture
def empty_database(server: Server) -> Iterator[URL]:
    """A database with nothing in it, for its superuser."""
    yield from _empty(server)


@pytest.fixture
def other_database(server: Server) -> Iterator[URL]:
    """Another database with nothing in it."""
    yield from _empty(server)


@cache
def _with_template(server: Server) -> None:
    """Make the template when the server is first asked for a copy."""
    apart(_make_template(server))


async def _make_template(server: Server) -> None:
    await administer(server, "postgres", f"create database {TEMPLATE}")
    await make_postgres(server.url(TEMPLATE), CENTRE, reference())
    await staff(server, TEMPLATE)


async def _copy_template(
    server: Server, name: str, template: str = TEMPLATE, ended: Sequence[str] = ()
) -> None:
    copied_files = f"create database {name} template {template} strategy file_copy"
    # A copy has not its template's own grants.
    shut, let_in = (
        f"revoke all on database {name} from public",
        f"grant connect on database {name} to kulkul_operator",
    )
    connection = await connect(server, "postgres")
    try:
        _ended[server] += await drop(connection, *ended)
        for statement in (copied_files, shut, let_in):
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture
def loop() -> Iterator[Loop]:
    """See `Loop`."""
    made = Loop()
    yield made
    made.close()


@pytest.fixture(scope="module")
def trio(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trio]:
    """Both databases with a stopped clock and units; see `Trio.begin`."""
    loop = Loop()
    name = f"trio_{next(_names)}"
    _with_template(server)
    loop.run(_copy_template(server, name))
    connection = loop.run(connect(server, name))
    sqlite = SqliteBackend(tmp_path_factory.mktemp("trio") / "centre.sqlite")
    postgres = PostgresBackend(loop, connection)
    made = Trio(sqlite, postgres)
    yield made
    made.close()
    sqlite.close()
    postgres.close()
    loop.run(connection.close())
    loop.close()


@pytest.fixture(params=["sqlite", "postgresql"])
async def opening(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Open]:
    """Opens the centre, once more each time, as a login; closes all in the end."""
    stores: list[Store] = []
    if request.param == "sqlite":
        make_staffed_file(tmp_path / "centre.sqlite")
    else:
        server: Server = request.getfixturevalue("server")
        database: str = request.getfixturevalue("database")

    async def open_store(login: str) -> Store:
        if request.param == "sqlite":
            store: Store = open_file(tmp_path / "centre.sqlite")
        else:
            store = await open_postgres(server.url(database, login))
        stores.append(store)
        return store

    yield open_store
    for store in stores:
        await store.close()


@pytest.fixture
async def desks(opening: Open) -> Desks:
    """Desks at a centre with units."""
    found = Desks(opening)
    found.world.must("dewa", fleet())
    await found.catch_up(1)
    return found
