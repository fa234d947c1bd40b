"""The same acts for both databases: what each says of an act, and what lies in it afterwards."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import asyncpg
from sqlalchemy import Connection, select

from desktop.domain.acts import Act, Refusal, Result, encode
from desktop.domain.form import unfit
from desktop.domain.records import Row
from desktop.domain.reference import Role
from desktop.domain.schema import TABLES
from desktop.store import tables
from desktop.store.accounts import add_operator
from desktop.store.making import INSTALLER, make_file
from desktop.store.postgres.store import read_answer
from desktop.store.sqlite_engine import engine_for
from desktop.store.submit_sqlite import Author, submit
from tests.domain.world import CENTRE, LOGINS, named, reference
from tests.store.loops import Loop

State = Mapping[str, Mapping[str, Row]]


def author_of(login: str) -> Author:
    """The author behind one of the tests' logins."""
    return INSTALLER if login == INSTALLER.login else Author(login, login.title(), LOGINS[login])


def make_staffed_file(path: Path) -> None:
    """A centre in a new file, with the tests' operators: a copy of one made when the first was asked for."""
    path.write_bytes(_staffed())


@cache
def _staffed() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "centre.sqlite"
        make_file(path, CENTRE, reference())
        engine = engine_for(path, writes=True)
        with engine.begin() as connection:
            for login, roles in LOGINS.items():
                add_operator(connection, login, login.title(), roles, None)
        engine.dispose()
        return path.read_bytes()


class Backend(Protocol):
    """A database under test. Everything since `marked` began is taken back when it ends."""

    def submit(self, act: Act, login: str) -> Result | Refusal:
        """Write an act."""

    def marked(self) -> Any:
        """A context: its acts leave nothing behind."""

    def state(self) -> State:
        """All rows of the domain's tables."""

    def journal(self) -> dict[str, list[dict[str, Any]]]:
        """The rows of the journal's own tables, as JSON; without sequence and digest, which differ."""


class SqliteBackend:
    """One connection to a new file, in one transaction."""

    def __init__(self, path: Path) -> None:
        make_file(path, CENTRE, reference())
        self._engine = engine_for(path, writes=True)
        self._connection: Connection = self._engine.connect()
        self._connection.begin()

    def submit(self, act: Act, login: str) -> Result | Refusal:
        """See `Backend`."""
        point = self._connection.begin_nested()
        outcome = submit(self._connection, act, author_of(login), CENTRE)
        if isinstance(outcome, Refusal):
            point.rollback()
        else:
            self._connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            point.commit()
        return outcome

    @contextmanager
    def marked(self) -> Iterator[None]:
        """See `Backend`."""
        point = self._connection.begin_nested()
        try:
            yield
        finally:
            point.rollback()

    def state(self) -> State:
        """See `Backend`."""
        found: dict[str, dict[str, Row]] = {}
        for name, table in tables.TABLES.items():
            rows = self._connection.execute(select(table)).mappings()
            found[name] = {one["id"]: {key: one[key] for key in one if key != "id"} for one in rows}
        return found

    def journal(self) -> dict[str, list[dict[str, Any]]]:
        """See `Backend`."""
        found: dict[str, list[dict[str, Any]]] = {}
        for table in (tables.act, tables.act_private, tables.act_subject, tables.serial, tables.search_row):
            rows = [dict(one) for one in self._connection.execute(select(table)).mappings()]
            found[table.name] = _plain(rows)
        return found

    def close(self) -> None:
        """Let go of the file."""
        self._connection.rollback()
        self._connection.close()
        self._engine.dispose()


class PostgresBackend:
    """One superuser's connection, in one transaction; authors are named, as the installer's is."""

    def __init__(self, loop: Loop, connection: "asyncpg.Connection[Any]") -> None:
        self._loop = loop
        self._connection = connection
        self._run("begin")
        self._run("set local search_path = kulkul; set local timezone = 'UTC'")

    def _run(self, statement: str) -> None:
        self._loop.run(self._connection.execute(statement))

    def submit(self, act: Act, login: str) -> Result | Refusal:
        """See `Backend`. What cannot be written down is found before it is sent, as by the store."""
        problem = unfit(act)
        if problem is not None:
            return problem
        return read_answer(self.submit_json(encode(act), author_of(login).roles, login))

    def submit_json(self, act: object, roles: frozenset[Role], login: str) -> dict[str, Any]:
        """Give the server any JSON as an act."""
        call = "select submit_as($1, $2, $3::jsonb)"
        text = self._loop.run(self._connection.fetchval(call, login, sorted(roles), json.dumps(act)))
        answer: dict[str, Any] = json.loads(text)
        return answer

    @contextmanager
    def marked(self) -> Iterator[None]:
        """See `Backend`."""
        self._run("savepoint here")
        try:
            yield
        finally:
            self._run("rollback to savepoint here; release savepoint here")

    def _rows(self, table: str) -> list[dict[str, Any]]:
        found = self._loop.run(self._connection.fetch(f"select to_jsonb(t) from {table} t"))
        return [json.loads(one[0]) for one in found]

    def state(self) -> State:
        """See `Backend`."""
        found: dict[str, dict[str, Row]] = {}
        for name, table in TABLES.items():
            found[name] = {}
            for row in self._rows(name):
                key = row.pop("id")
                for column in table.columns:
                    row[column.name] = _typed(column.kind.value, row[column.name])
                found[name][key] = row
        return found

    def journal(self) -> dict[str, list[dict[str, Any]]]:
        """See `Backend`."""
        names = ("act", "act_private", "act_subject", "serial", "search_row")
        return {name: _plain(self._rows(name)) for name in names}

    def close(self) -> None:
        """Take everything back."""
        self._run("rollback")


def _typed(kind: str, value: Any) -> Any:
    if value is None:
        return None
    if kind == "time":
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if kind == "date" else value


_TIMES = ("occurred_at", "recorded_at", "at", "day", "erased_at")
_BEFORE_THE_CLOCK_STOPPED = (named("reference"), named("clock"))


def _plain(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows as both databases can be compared: typed, in one order, without what each counts for itself."""
    plain = []
    for row in rows:
        kept = {key: value for key, value in row.items() if key not in ("sequence", "digest")}
        if "body" in kept:
            del kept["id"]
        if kept.get("id") in _BEFORE_THE_CLOCK_STOPPED:
            del kept["recorded_at"]
        for key in _TIMES:
            if isinstance(kept.get(key), str):
                kept[key] = _typed("date" if key == "day" else "time", kept[key])
        plain.append(kept)
    return sorted(plain, key=lambda row: json.dumps(row, sort_keys=True, default=str))
