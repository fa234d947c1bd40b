"""A small centre in memory, made of what a desk knows: the same queries and the same `submit` work on it."""

import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from desktop.domain.acts import encode_change
from desktop.domain.board import JournalEntry
from desktop.domain.centre import Centre
from desktop.domain.kinds import EARLIEST
from desktop.domain.records import Row
from desktop.store import journal
from desktop.store import tables as at
from desktop.store.kept.known import Known
from desktop.store.making import centre_row
from desktop.store.problems import StoreError
from desktop.store.search_index import call_text, incident_text
from desktop.store.sqlite_engine import begins_with, share_statements
from desktop.store.sqlite_schema import make_tables

T = TypeVar("T")

_AHEAD = 3
"""Days ahead of which a number may be asked for: an outage goes over midnight."""


class Replica:
    """A centre in memory. Used by one thread at a time; never by the screen's."""

    def __init__(self, centre: Centre, known: Known, floor: int, given: Mapping[date, int]) -> None:
        """Make it. `floor`: the serial below the first one to give; `given`: the last given, by day."""
        self.centre = centre
        self.known = known
        self._engine = _engine()
        with self._engine.begin() as connection:
            _fill(connection, centre, known)
            self._count_from(connection, floor, given)

    def run(self, task: Callable[[Connection], T]) -> T:
        """Run a task in one transaction; what raises is taken back.

        StoreError `unreachable` for what only a server can do.
        """
        try:
            with self._engine.begin() as connection:
                return task(connection)
        except DBAPIError as error:
            raise StoreError("unreachable", "this needs the server") from error

    def close(self) -> None:
        """Forget everything."""
        self._engine.dispose()

    def _count_from(self, connection: Connection, floor: int, given: Mapping[date, int]) -> None:
        today = self.known.taken_at.astimezone(self.centre.zone).date()
        days = (today + timedelta(days=count) for count in range(-EARLIEST.days, _AHEAD))
        rows = [{"day": day, "last": max(floor, given.get(day, floor))} for day in {*days, *given}]
        connection.execute(at.serial.insert(), rows)


def _engine() -> Engine:
    engine = create_engine(
        "sqlite://",
        poolclass=StaticPool,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )
    share_statements(engine)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        connection.execute("PRAGMA synchronous=OFF")
        begins_with(record, ("BEGIN",))

    return engine


def _fill(connection: Connection, centre: Centre, known: Known) -> None:
    make_tables(connection)
    connection.execute(at.secret.insert().values(name="digest", value=secrets.token_bytes(32)))
    connection.execute(at.centre.insert().values(centre_row(centre)))
    operators = [
        {"login": login, "name": name, "roles": [], "made_at": known.taken_at}
        for login, name in known.operators.items()
    ]
    _insert(connection, at.operator, operators)
    for name, rows in known.rows.items():
        _insert(connection, at.TABLES[name], [{"id": row, **values} for row, values in rows.items()])
    _insert(connection, at.search_row, list(chain(_incident_texts(centre, known), _call_texts(known))))
    _insert_journal(connection, known.journal)


def _insert(connection: Connection, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _incident_texts(centre: Centre, known: Known) -> Iterator[Mapping[str, Any]]:
    areas = known.rows["area"]
    for row, values in known.rows["incident"].items():
        area: Row = areas.get(str(values["area"]), {})
        name = area.get("name")
        body = incident_text(centre.letters, values, None if name is None else str(name))
        yield {"table_name": "incident", "row_id": row, "at": values["opened_at"], "body": body}


def _call_texts(known: Known) -> Iterator[Mapping[str, Any]]:
    for row, private in known.rows["call_private"].items():
        call = known.rows["call"].get(row, {})
        yield {
            "table_name": "call",
            "row_id": row,
            "at": call.get("answered_at"),
            "body": call_text(private),
        }


def _insert_journal(connection: Connection, told: Sequence[tuple[str, JournalEntry]]) -> None:
    acts: dict[str, dict[str, Any]] = {}
    halves: dict[str, dict[str, Any]] = {}
    subjects: dict[tuple[str, str], dict[str, Any]] = {}
    for incident, entry in told:
        subjects[entry.id, incident] = {"act": entry.id, "table_name": "incident", "row_id": incident}
        changes, personal = journal.split([encode_change(change) for change in entry.changes])
        before, personal_before = journal.split(
            [
                {"table": change.table, "values": dict(old)}
                for change, old in zip(entry.changes, entry.before, strict=False)
            ]
        )
        acts[entry.id] = {
            "id": entry.id,
            "sequence": entry.sequence,
            "kind": entry.kind,
            "format": 1,
            "source": entry.source,
            "author": entry.author,
            "claimed_by": entry.claimed_by,
            "occurred_at": entry.occurred_at,
            "recorded_at": entry.recorded_at,
            "changes": changes,
            "before": before,
            "numbers": {},
            "digest": b"",
            "excused": list(entry.excused) or None,
        }
        if entry.note is not None or personal:
            half = {"act": entry.id, "note": entry.note, "changes": personal, "before": personal_before}
            halves[entry.id] = half
    _insert(connection, at.act, list(acts.values()))
    _insert(connection, at.act_private, list(halves.values()))
    _insert(connection, at.act_subject, list(subjects.values()))
