"""The schema's versions: an upgraded database is a fresh one; an old file keeps all that it holds."""

import re
import sqlite3
import textwrap
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.engine import URL

from desktop.domain.acts import Result
from desktop.store import migrations
from desktop.store.making import make_file, make_schema, open_file
from desktop.store.migrations.upgrade import upgrade, upgrade_file
from desktop.store.postgres.engine import engine_for as server_engine
from desktop.store.postgres.making import make_postgres, upgrade_server
from desktop.store.problems import StoreError
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction
from desktop.store.verify import verify
from tests.domain.world import CENTRE, fleet, reference
from tests.store.backends import author_of, make_staffed_file

NEXT = """
from alembic import op
from sqlalchemy import Column, String

revision = "9998"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("centre", Column("motto", String(40)))
"""


def test_the_program_knows_its_revisions() -> None:
    script = ScriptDirectory(
        str(Path(migrations.__file__).parent), version_locations=list(map(str, migrations.LOCATIONS))
    )
    oldest_first = [one.revision for one in script.walk_revisions()][::-1]
    assert tuple(oldest_first) == migrations.KNOWN
    assert script.get_heads() == [migrations.HEAD]


_COLUMNS = re.compile(r"\n|,\s+(?=\w+ [A-Z])")
"""Between two columns of a table; those that were added to it stand in one line."""


def _sqlite_schema(path: Path) -> set[tuple[str, ...]]:
    """Every part of every statement that made it: a column that was added stands in the line of another."""
    with closing(sqlite3.connect(path)) as file:
        found = file.execute("select type, name, sql from sqlite_master where sql is not null").fetchall()
    return {
        (kind, name, " ".join(line.strip(" ,\t").split()))
        for kind, name, sql in found
        for line in _COLUMNS.split(sql)
        if line.strip()
    }


def test_an_upgraded_file_is_a_fresh_one(tmp_path: Path) -> None:
    fresh, upgraded = tmp_path / "fresh", tmp_path / "upgraded"
    for path, make in ((fresh, make_schema), (upgraded, upgrade)):
        engine = engine_for(path, writes=True)
        in_transaction(engine, make)
        engine.dispose()
    assert _sqlite_schema(upgraded) == _sqlite_schema(fresh)
    assert (
        "table",
        "unit",
        "FOREIGN KEY(station) REFERENCES station (id) DEFERRABLE INITIALLY DEFERRED",
    ) in {
        (kind, name, line.removeprefix("CONSTRAINT fk_unit_station "))
        for kind, name, line in _sqlite_schema(fresh)
    }


_DESCRIBE = (
    "select table_name, column_name, data_type, character_maximum_length, is_nullable, is_identity"
    " from information_schema.columns where table_schema = 'kulkul'",
    "select conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
    " from pg_constraint where connamespace = 'kulkul'::regnamespace",
    "select tablename, indexname, indexdef from pg_indexes where schemaname = 'kulkul'",
    "select relname, relkind::text, relowner::regrole::text, relacl::text"
    " from pg_class where relnamespace = 'kulkul'::regnamespace and relkind in ('r', 'S', 'v')",
    "select oid::regprocedure::text, prosrc, prosecdef, proconfig::text, proowner::regrole::text,"
    " proacl::text from pg_proc where pronamespace = 'kulkul'::regnamespace",
    "select version_num from kulkul.alembic_version",
)


async def _server_schema(url: URL) -> list[set[Any]]:
    engine = server_engine(url)
    try:
        async with engine.connect() as connection:
            return [{tuple(row) for row in await connection.execute(text(one))} for one in _DESCRIBE]
    finally:
        await engine.dispose()


async def test_an_upgraded_server_is_a_fresh_one(empty_database: URL, other_database: URL) -> None:
    await make_postgres(empty_database, CENTRE, reference())
    await upgrade_server(other_database)
    fresh, upgraded = await _server_schema(empty_database), await _server_schema(other_database)
    for one, other in zip(fresh, upgraded, strict=True):
        assert one == other
        assert one
    await upgrade_server(empty_database)  # a second time changes nothing
    assert await _server_schema(empty_database) == fresh


@pytest.fixture
def second_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of the next version."""
    folder = tmp_path / "next"
    folder.mkdir()
    written = textwrap.dedent(NEXT).format(head=migrations.HEAD)
    (folder / "9998_next.py").write_text(written, encoding="utf-8")
    monkeypatch.setattr(migrations, "KNOWN", (*migrations.KNOWN, "9998"))
    monkeypatch.setattr(migrations, "HEAD", "9998")
    monkeypatch.setattr(migrations, "LOCATIONS", (*migrations.LOCATIONS, folder))


async def test_an_older_file_is_upgraded_with_all_that_it_holds(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path, head = tmp_path / "centre.sqlite", migrations.HEAD
    make_staffed_file(path)
    request.getfixturevalue("second_revision")
    with pytest.raises(StoreError) as caught:
        open_file(path)
    assert (caught.value.code, caught.value.detail) == ("older", head)
    copy = upgrade_file(path)
    assert copy is not None
    assert copy.name == f"centre.sqlite.before-{head}"
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("select motto, name from centre").fetchall() == [(None, CENTRE.name)]
    with closing(sqlite3.connect(copy)) as file:
        assert file.execute("select version_num from alembic_version").fetchall() == [(head,)]
        assert file.execute("select count(*) from act").fetchall() == [(1,)]
    assert upgrade_file(path) is None
    store = open_file(path)
    assert isinstance(await store.submit(fleet(), author_of("dewa")), Result)
    assert (await store.read(verify)).clean
    await store.close()


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "centre.sqlite"
    make_file(path, CENTRE, reference())
    with closing(sqlite3.connect(path)) as file:
        file.execute("update alembic_version set version_num = '9999'")
        file.commit()
    before = path.read_bytes()
    for opening in (open_file, upgrade_file):
        with pytest.raises(StoreError) as caught:
            opening(path)
        assert (caught.value.code, caught.value.detail) == ("newer", "9999")
    assert path.read_bytes() == before


def test_no_file_to_upgrade(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        upgrade_file(tmp_path / "none.sqlite")
    assert caught.value.code == "not_found"
