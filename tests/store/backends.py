"""The same acts for both databases: what each says of an act, and what lies in it afterwards."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
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
Written = tuple[Act, str]
"""An act and the login that writes it."""


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

    def submit_each(self, acts: Sequence[Written]) -> list[Result | Refusal]:
        """Write acts one after another."""

    def marked(self) -> Any:
        """A context: its acts leave nothing behind."""

    def state(self) -> State:
        """All rows of the domain's tables."""

    def journal(self) -> dict[str, list[dict[str, Any]]]:
        """The rows of the journal's own tables, as JSON; without sequence and digest, which differ."""


_JOURNAL_TABLES = (tables.act, tables.act_private, tables.act_subject, tables.serial, tables.search_row)
_ROWS = {name: select(table) for name, table in tables.TABLES.items()}
_EMPTY = " union all ".join(
    f"select '{name}' where not exists (select 1 from {name})" for name in tables.TABLES
)
_JOURNAL = {table.name: select(table) for table in _JOURNAL_TABLES}


class SqliteBackend:
    """One connection to a new file, in one transaction."""

    def __init__(self, path: Path) -> None:
        make_file(path, CENTRE, reference())
        self._engine = engine_for(path, writes=True)
        self._connection: Connection = self._engine.connect()
        self._connection.begin()
        raw = self._connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        self._bare = raw.execute

    def submit(self, act: Act, login: str) -> Result | Refusal:
        """See `Backend`."""
        self._bare("savepoint act")
        outcome = submit(self._connection, act, author_of(login), CENTRE)
        if isinstance(outcome, Refusal):
            self._bare("rollback to act")
        self._bare("release act")
        return outcome

    def submit_each(self, acts: Sequence[Written]) -> list[Result | Refusal]:
        """See `Backend`."""
        return [self.submit(act, login) for act, login in acts]

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
        assert not self._bare("pragma foreign_key_check").fetchall()
        found: dict[str, dict[str, Row]] = {name: {} for (name,) in self._bare(_EMPTY)}
        for name in _ROWS.keys() - found.keys():
            result = self._connection.execute(_ROWS[name])
            columns = list(result.keys())
            rows = [dict(zip(columns, row, strict=True)) for row in result]
            found[name] = {row.pop("id"): row for row in rows}
        return found

    def journal(self) -> dict[str, list[dict[str, Any]]]:
        """See `Backend`."""
        found: dict[str, list[dict[str, Any]]] = {}
        for name, statement in _JOURNAL.items():
            found[name] = _plain([dict(one) for one in self._connection.execute(statement).mappings()])
        return found

    def close(self) -> None:
        """Let go of the file."""
        self._connection.rollback()
        self._connection.close()
        self._engine.dispose()


_SUBMIT_EACH = """
create function pg_temp.submit_each(acts text[], logins text[], roles text[]) returns jsonb
language plpgsql as
$$
declare
    answers jsonb := '[]';
    answer jsonb;
    held text[];
begin
    for n in 1..cardinality(acts) loop
        held := array(select jsonb_array_elements_text(roles[n]::jsonb));
        begin
            answer := submit_as(logins[n], held, acts[n]::jsonb);
        exception when data_exception then
            answer := null;
        end;
        answers := answers || jsonb_build_array(answer);
    end loop;
    return answers;
end
$$
"""
"""Many acts in one call: on the way to and fro a test would spend most of its time."""


@cache
def _all_of(*names: str) -> str:
    rows = (f"select '{name}' as name, coalesce(jsonb_agg(t), '[]') as rows from {name} t" for name in names)
    return f"select jsonb_object_agg(name, rows) from ({' union all '.join(rows)}) one"


_RULES = """
select jsonb_build_object(
    'allowed',
    (select jsonb_agg(jsonb_build_array(kind, table_name, op, fields, needed)) from meta_allowed),
    'columns', (select jsonb_agg(jsonb_build_array(table_name, name, kind)) from meta_column)
)
"""


class PostgresBackend:
    """One superuser's connection, in one transaction; authors are named, as the installer's is."""

    def __init__(self, loop: Loop, connection: "asyncpg.Connection[Any]") -> None:
        self._loop = loop
        self._connection = connection
        self._run("begin")
        self._run("set local search_path = kulkul; set local timezone = 'UTC'")
        self._run(_SUBMIT_EACH)

    def _run(self, statement: str) -> None:
        self._loop.run(self._connection.execute(statement))

    def submit(self, act: Act, login: str) -> Result | Refusal:
        """See `Backend`."""
        return self.submit_each([(act, login)])[0]

    def submit_each(self, acts: Sequence[Written]) -> list[Result | Refusal]:
        """See `Backend`. What cannot be written down is found before it is sent, as by the store."""
        problems = [unfit(act) for act, _ in acts]
        sent = [(encode(act), login) for (act, login), bad in zip(acts, problems, strict=True) if bad is None]
        answers = iter(self.submit_json(sent))
        return [problem or read_answer(_given(next(answers))) for problem in problems]

    def submit_json(self, sent: Sequence[tuple[object, str]]) -> list[dict[str, Any] | None]:
        """Give the server any JSON as acts, one after another; None: it is none that the server reads."""
        if not sent:
            return []
        acts = [json.dumps(act) for act, _ in sent]
        logins = [login for _, login in sent]
        roles = [json.dumps(sorted(author_of(login).roles)) for login in logins]
        call = self._connection.fetchval("select pg_temp.submit_each($1, $2, $3)", acts, logins, roles)
        answers: list[dict[str, Any] | None] = json.loads(self._loop.run(call))
        return answers

    @contextmanager
    def marked(self) -> Iterator[None]:
        """See `Backend`."""
        self._run("savepoint here")
        try:
            yield
        finally:
            self._run("rollback to savepoint here; release savepoint here")

    def _rows(self, query: str) -> dict[str, list[dict[str, Any]]]:
        found: dict[str, list[dict[str, Any]]] = json.loads(self._loop.run(self._connection.fetchval(query)))
        return found

    def state(self) -> State:
        """See `Backend`."""
        found: dict[str, dict[str, Row]] = {}
        for name, rows in self._rows(_all_of(*TABLES)).items():
            found[name] = {}
            for row in rows:
                key = row.pop("id")
                for column in TABLES[name].columns:
                    row[column.name] = _typed(column.kind.value, row[column.name])
                found[name][key] = row
        return found

    def journal(self) -> dict[str, list[dict[str, Any]]]:
        """See `Backend`."""
        return {name: _plain(rows) for name, rows in self._rows(_all_of(*_JOURNAL)).items()}

    def ask(self, statement: str, *values: object) -> Any:
        """The one value that a statement gives."""
        return self._loop.run(self._connection.fetchval(statement, *values))

    def rules(self) -> dict[str, list[Any]]:
        """What the server knows: (kind, table, op, fields, needed) and (table, column, kind)."""
        return self._rows(_RULES)

    def close(self) -> None:
        """Take everything back."""
        self._run("rollback")


def _given(answer: dict[str, Any] | None) -> dict[str, Any]:
    assert answer is not None
    return answer


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
