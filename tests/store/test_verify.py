"""`verify`: clean after any evening, and right about the place of what is not."""

import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.acts import Result
from desktop.domain.schema import TABLES
from desktop.store.making import open_file
from desktop.store.postgres.making import open_postgres, verify_server
from desktop.store.store import Store
from desktop.store.verify import COVERS, Report, verify
from desktop.store.verify_state import check_numbers
from tests.domain.lawful import MERGE, NOTE, STRIKE, two_incidents
from tests.domain.world import (
    CENTRE,
    World,
    assigned,
    close,
    fleet,
    insert,
    named,
    open_incident,
    refer,
    reference,
    stage,
    take,
)
from tests.store.backends import author_of, make_staffed_file
from tests.store.conftest import copied
from tests.store.loops import apart
from tests.store.server import Server, connect

PERSONAL = ("081234567890", "Ni Luh Sari", "Asap tebal", "Ramai sekali", "Anak 5 tahun")


@dataclass
class Tampered:
    """A centre that can be read and, past its rules, written."""

    kind: str
    path: Path
    server: Server | None
    database: str

    async def verify(self) -> Report:
        """Look it over."""
        if self.server is not None:
            return await verify_server(self.server.url(self.database))
        store = open_file(self.path)
        try:
            return await store.read(verify)
        finally:
            await store.close()

    async def tamper(self, *statements: str) -> None:
        """Write what no act wrote."""
        if self.server is None:
            with sqlite3.connect(self.path) as file:
                for statement in statements:
                    file.execute(statement)
            file.close()
            return
        connection = await connect(self.server, self.database)
        try:
            await connection.execute("set session_replication_role = replica; set search_path = kulkul")
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def texts(self, *tables: str) -> str:
        """Everything that lies in these tables, as text."""
        if self.server is None:
            with closing(sqlite3.connect(self.path)) as file:
                return "".join(str(row) for name in tables for row in file.execute(f"select * from {name}"))
        connection = await connect(self.server, self.database)
        try:
            rows = [await connection.fetch(f"select t::text from kulkul.{name} t") for name in tables]
        finally:
            await connection.close()
        return "".join(one[0] for found in rows for one in found)


def evening() -> World:
    """A bit of everything."""
    world = World()
    world.must("installer", reference())
    world.must("dewa", fleet())
    two_incidents(world)
    refer(world)
    NOTE(world)
    world.must("ani", STRIKE(world))
    kind = "incident.described"
    described = (
        world.update(kind, "incident", "i1", address="Jl. Éa 1", latitude=-8.65, facts={"floors": 3}),
        world.update(kind, "incident_private", "i1", patient="Anak 5 tahun"),
    )
    world.must("ani", world.act(kind, *described, note="Ramai sekali"))
    world.must("budi", MERGE(world))
    for unit_kind in ("unit.under_way", "unit.on_scene"):
        stage(world, unit_kind)
    take(world, "c9")
    kind = "call.ended"
    ended = (
        world.update(kind, "call", "c9", call_type="prank"),
        world.update(kind, "call_private", "c9", name="Ni Luh Sari", narrative="Asap tebal"),
    )
    world.must("ani", world.act(kind, *ended))
    world.must("ani", world.act("number.blocked", insert("block", "b9", call=named("c9"))))
    open_incident(world, "i3", "c3")
    world.must("budi", assigned(world, "E2", "i3", "a3"))
    close(world, "i3", "dijaga warga")
    kind = "personal.erased"
    erased = (world.update(kind, "incident_private", "i3"),)
    world.must("citra", world.act(kind, *erased, note="atas permintaan"))
    kind = "reference.loaded"
    world.must("dewa", world.act(kind, world.update(kind, "area", "51.71.02.1003", name="Pemecutan Kaja")))
    return world


async def _spend_evening(open_store: Callable[[str], Awaitable[Store]]) -> None:
    stores: dict[str, Store] = {}
    for act, login in evening().done[1:]:
        if login not in stores:
            stores[login] = await open_store(login)
        assert isinstance(await stores[login].submit(act, author_of(login)), Result)
    for store in stores.values():
        await store.close()


@pytest.fixture(scope="module")
def spent_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a centre after an evening."""
    path = tmp_path_factory.mktemp("evening") / "centre.sqlite"
    make_staffed_file(path)

    async def open_store(_login: str) -> Store:
        return open_file(path)

    apart(_spend_evening(open_store))
    return path.read_bytes()


@pytest.fixture(scope="module")
def spent_database(server: Server) -> Iterator[str]:
    """The database of a centre after an evening."""
    with copied(server) as name:

        async def open_store(login: str) -> Store:
            return await open_postgres(server.url(name, login))

        apart(_spend_evening(open_store))
        yield name


@pytest.fixture(params=["sqlite", "postgresql"])
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Tampered]:
    """A centre after an evening, which was spent once."""
    path = tmp_path / "centre.sqlite"
    if request.param == "sqlite":
        path.write_bytes(request.getfixturevalue("spent_file"))
        yield Tampered(request.param, path, None, "")
        return
    server: Server = request.getfixturevalue("server")
    with copied(server, request.getfixturevalue("spent_database")) as database:
        yield Tampered(request.param, path, server, database)


async def test_an_evening_is_clean(centre: Tampered) -> None:
    report = await centre.verify()
    assert report.problems == []
    assert report.clean
    world = evening()
    assert report.acts == len(world.done)
    expected = {name: len(rows) for name, rows in world.rows.tables.items() if rows}
    texts = expected["incident"] + expected["call"]
    assert dict(report.rows) == {**expected, "search_row": texts}
    emptied = {name: count for name, count in report.erased.items() if count}
    assert emptied == {"act": 3, "incident_private": 1}
    assert len(COVERS) == len(set(COVERS))


async def test_the_open_half_of_the_journal_names_nobody(centre: Tampered) -> None:
    open_tables = [name for name, table in TABLES.items() if not table.personal]
    told = await centre.texts(*open_tables, "act", "act_subject", "serial", "centre")
    hidden = await centre.texts("act_private", "call_private", "incident_private")
    for value in PERSONAL:
        assert value not in told
        assert value in hidden


_I1 = named("i1")
TAMPERINGS: dict[str, tuple[str, tuple[str, str, str | None, tuple[str, ...]]]] = {
    "a value": (
        "update unit set status = 'off_duty' where id = 'E3'",
        ("differs", "unit", "E3", ("status",)),
    ),
    "a personal value": (
        f"update call_private set name = 'Anon' where id = '{named('c9')}'",
        ("differs", "call_private", named("c9"), ("name",)),
    ),
    "a group's act": (
        f"update incident set place_act = last_act where id = '{_I1}'",
        ("differs", "incident", _I1, ("place_act",)),
    ),
    "a row's last act": (
        f"update incident set last_act = place_act where id = '{_I1}'",
        ("differs", "incident", _I1, ("last_act",)),
    ),
    "a row taken away": ("delete from block", ("missing", "block", named("b9"), ())),
    "a row put in": (
        "insert into hospital (id, name, short_name, address, rank, last_act)"
        f" values ('x', '', '', '', 0, '{_I1}')",
        ("unexpected", "hospital", "x", ()),
    ),
    "the values before": (
        "update act set before = '[]' where kind = 'incident.merged'",
        ("before", "act", None, ()),
    ),
    "what an act is about": (
        "delete from act_subject where table_name = 'unit' and row_id = 'A1'",
        ("subjects", "act", named("fleet"), ()),
    ),
    "a kind that nobody knows": (
        "update act set kind = 'unit.sold' where kind = 'number.blocked'",
        ("refused", "act", None, ()),
    ),
    "an act that cannot be read": (
        "update act set source = 'hearsay' where kind = 'number.blocked'",
        ("unreadable", "act", None, ()),
    ),
    "a serial": ("update serial set last = last - 1", ("serial", "serial", None, ("last",))),
    "a text of the look-up": (
        f"update search_row set body = 'x' where row_id = '{_I1}'",
        ("search", "incident", _I1, ("body",)),
    ),
    "no text of the look-up": (
        f"delete from search_row where row_id = '{named('c9')}'",
        ("search", "call", named("c9"), ()),
    ),
    "a lost reference": (
        "delete from station where id = 'juanda'",
        ("reference", "unit", "A1", ("home_station",)),
    ),
    "an act without its private half": (
        f"delete from act_private where note = '{PERSONAL[3]}'",
        ("differs", "incident_private", _I1, ("patient", "patient_act")),
    ),
}


@pytest.mark.parametrize(("statement", "expected"), TAMPERINGS.values(), ids=TAMPERINGS)
async def test_what_no_act_wrote_is_found(
    statement: str, expected: tuple[str, str, str | None, tuple[str, ...]], centre: Tampered
) -> None:
    await centre.tamper(statement)
    report = await centre.verify()
    assert not report.clean
    code, table, row, columns = expected
    fitting = [one for one in report.problems if (one.code, one.table) == (code, table)]
    assert any(row in (None, one.row) and set(columns) <= set(one.columns) for one in fitting), (
        report.problems
    )
    assert not any(value in repr(report) for value in PERSONAL)


def test_a_number_that_leads_to_two_incidents_is_found() -> None:
    world = evening()
    assert list(check_numbers(world.rows, CENTRE)) == []
    official = CENTRE.number(*(world.row("incident", "i1")[name] for name in ("day", "serial")))  # type: ignore[arg-type]  # - as columns are
    world.rows.put("incident_alias", "x", {"number": official.full, "incident": named("i2")})
    rows = {
        row
        for code, table, row, _ in check_numbers(world.rows, CENTRE)
        if (code, table) == ("number", "incident")
    }
    assert rows == {named("i1"), named("i2")}
