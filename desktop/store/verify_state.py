"""Comparing every row with what the journal makes of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, ForeignKeyConstraint, Table, select, text

from desktop.domain.centre import Centre
from desktop.domain.records import Row
from desktop.domain.rows import MemoryRows
from desktop.store.search_index import call_text, incident_text
from desktop.store.tables import TABLES, metadata, search_row, serial

PAGE = 1000
"""Rows read at once."""

MOST_KEYS = 100
"""Broken references that are named for each reference from table to table."""

_NOTHING_PERSONAL: Row = {"number": None, "name": None, "narrative": None}

Found = tuple[str, str, str, tuple[str, ...]]
"""Code, table, row, columns: as in `desktop.store.verify.Problem`."""


def check_state(
    connection: Connection, rows: MemoryRows, centre: Centre, compared: Counter[str]
) -> Iterator[Found]:
    """Everything that is not as the rows made from the journal say; counts the rows compared by table."""
    filled = set(connection.execute(text(_filled())).scalars())
    for name in TABLES:
        if name in filled:
            yield from _compare_table(connection, name, rows.tables[name], compared)
        else:
            yield from (("missing", name, row, ()) for row in sorted(rows.tables[name]))
    yield from _check_keys(connection)
    yield from check_numbers(rows, centre)
    yield from _check_serials(connection, rows)
    yield from _check_texts(connection, rows, centre, compared)
    if connection.dialect.name == "sqlite":
        wrong = connection.execute(text("PRAGMA integrity_check(10)")).scalars()
        yield from (("damaged", "", "", ()) for one in wrong if one != "ok")


def _compare_table(
    connection: Connection, name: str, expected: Mapping[str, Row], compared: Counter[str]
) -> Iterator[Found]:
    seen = 0
    for found in _all_rows(connection, name):
        compared[name] += 1
        row = found["id"]
        wanted = expected.get(row)
        if wanted is None:
            yield "unexpected", name, row, ()
            continue
        seen += 1
        columns = tuple(one for one in found if one != "id" and found[one] != wanted.get(one))
        if columns:
            yield "differs", name, row, columns
    if seen < len(expected):
        present = {found["id"] for found in _all_rows(connection, name)}
        yield from (("missing", name, row, ()) for row in sorted(set(expected) - present))


def _all_rows(connection: Connection, name: str) -> Iterator[Mapping[str, Any]]:
    table = TABLES[name]
    last: str | None = None
    while True:
        statement = select(table).order_by(table.c.id).limit(PAGE)
        if last is not None:
            statement = statement.where(table.c.id > last)
        page = connection.execute(statement).mappings().all()
        for one in page:
            yield {str(key): value for key, value in one.items()}
        if len(page) < PAGE:
            return
        last = page[-1]["id"]


@cache
def _filled() -> str:
    """Asks which tables have rows: to read one takes longer, and most are empty in most centres."""
    return " union all ".join(f"select '{name}' where exists (select 1 from {name})" for name in TABLES)


def _check_keys(connection: Connection) -> Iterator[Found]:
    """References to rows that are not there."""
    for place in connection.execute(text(_lost_keys())).scalars():
        table, child, other = _keys()[place]
        parent = other.table.alias("parent")
        lost = (
            select(*table.primary_key.columns)
            .outerjoin(parent, parent.c[other.name] == child)
            .where(child.is_not(None), parent.c[other.name].is_(None))
            .limit(MOST_KEYS)
        )
        for one in connection.execute(lost):
            yield "reference", table.name, " ".join(map(str, one)), (child.name,)


@cache
def _keys() -> list[tuple[Table, "Column[Any]", "Column[Any]"]]:
    """Every reference: its table, its column and the column to which it refers."""
    return [
        (table, element.parent, element.column)
        for table in metadata.sorted_tables
        for constraint in table.constraints
        if isinstance(constraint, ForeignKeyConstraint)
        for element in constraint.elements
    ]


@cache
def _lost_keys() -> str:
    """Asks which references lead nowhere, by their places: one statement, since hardly any ever does."""
    return " union all ".join(
        f"select {place} where exists (select 1 from {table} child where child.{key.name} is not null"
        f" and not exists (select 1 from {other.table} parent where parent.{other.name} = child.{key.name}))"
        for place, (table, key, other) in enumerate(_keys())
    )


def check_numbers(rows: MemoryRows, centre: Centre) -> Iterator[Found]:
    """Numbers, said on the radio or official, that lead to two incidents."""
    owners: dict[str, set[str]] = defaultdict(set)
    for row, incident in rows.tables["incident"].items():
        day, serial_of_day = incident["day"], incident["serial"]
        if isinstance(day, date) and isinstance(serial_of_day, int):
            owners[centre.number(day, serial_of_day).full].add(row)
    for alias in rows.tables["incident_alias"].values():
        owners[str(alias["number"])].add(str(alias["incident"]))
    for incidents in owners.values():
        if len(incidents) > 1:
            yield from (("number", "incident", row, ("day", "serial")) for row in sorted(incidents))


def _check_serials(connection: Connection, rows: MemoryRows) -> Iterator[Found]:
    """Days whose next number would be one that was given."""
    highest: dict[date, int] = defaultdict(int)
    for incident in rows.tables["incident"].values():
        day, given = incident["day"], incident["serial"]
        if isinstance(day, date) and isinstance(given, int):
            highest[day] = max(highest[day], given)
    last: dict[date, int] = {one.day: one.last for one in connection.execute(select(serial))}
    for day, given in sorted(highest.items()):
        if last.get(day, 0) < given:
            yield "serial", "serial", day.isoformat(), ("last",)


def _check_texts(
    connection: Connection, rows: MemoryRows, centre: Centre, compared: Counter[str]
) -> Iterator[Found]:
    """Texts of the look-up that are not those of their rows, but for what a server calls a small letter."""
    wanted = {"incident": set(rows.tables["incident"]), "call": set(rows.tables["call"])}
    for found in _all_texts(connection):
        compared["search_row"] += 1
        table, row = found["table_name"], found["row_id"]
        if row not in wanted.get(table, ()):
            yield "search", table, row, ()
            continue
        wanted[table].discard(row)
        moment, body = _text_of(rows, centre, table, row)
        if (found["at"], found["body"].lower()) != (moment, body):
            yield "search", table, row, ("body",)
    for table, missing in wanted.items():
        yield from (("search", table, row, ()) for row in sorted(missing))


def _text_of(rows: MemoryRows, centre: Centre, table: str, row: str) -> tuple[Any, str]:
    own = rows.tables[table][row]
    if table == "call":
        return own["answered_at"], call_text(rows.tables["call_private"].get(row, _NOTHING_PERSONAL))
    area = rows.tables["area"].get(str(own["area"]))
    name = None if area is None else str(area["name"])
    return own["opened_at"], incident_text(centre.letters, own, name)


def _all_texts(connection: Connection) -> Iterator[Mapping[Any, Any]]:
    last = 0
    while True:
        statement = select(search_row).where(search_row.c.id > last).order_by(search_row.c.id).limit(PAGE)
        page = connection.execute(statement).mappings().all()
        yield from page
        if len(page) < PAGE:
            return
        last = page[-1]["id"]
