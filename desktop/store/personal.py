"""Reading what is personal: from its tables in an embedded file, by the server's functions on PostgreSQL.

A server lets nobody SELECT these tables. Its functions look at the role and write down who looked at what
is over. Who may not read them by role, or of a restricted incident, gets none.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    ARRAY,
    UUID,
    BigInteger,
    ColumnElement,
    Connection,
    Function,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    column,
    func,
    select,
    text,
)

from desktop.domain.records import Record, table_of
from desktop.store.tables import TABLES, act_private, search_row

R = TypeVar("R", bound=Record)


_READERS = {
    "call_private": "personal_calls",
    "incident_private": "personal_incidents",
    "place_warning_private": "personal_warnings",
    "memo_private": "personal_memos",
    "contact_private": "personal_contacts",
    "crew_sign_private": "personal_crews",
    "handover_private": "personal_handovers",
}
"""The server's functions that give the rows of a personal table."""


def read_personal(connection: Connection, cls: type[R], ids: Collection[str]) -> dict[str, R]:
    """The personal rows of a side table with these ids, by id; empty ones for what may not be read."""
    if not ids:
        return {}
    statement = _personal(table_of(cls).name, connection.dialect.name == "postgresql")
    found = connection.execute(statement, {"named": list(ids)}).mappings()
    read = {one["id"]: cls.from_row(one["id"], {str(key): one[key] for key in one}) for one in found}
    return {one: read[one] if one in read else cls(id=one) for one in ids}


def read_private_acts(connection: Connection, ids: Collection[str]) -> dict[str, Mapping[str, Any]]:
    """The personal halves of acts, by the act: its note, changes and values before."""
    statement = _private_acts(connection.dialect.name == "postgresql")
    found = connection.execute(statement, {"named": list(ids)}).mappings()
    return {one["act"]: {str(key): one[key] for key in one} for one in found}


@cache
def _personal(name: str, on_server: bool) -> Select[*tuple[Any, ...]]:
    table = TABLES[name]
    if not on_server:
        return select(table).where(table.c.id.in_(bindparam("named", expanding=True)))
    return _rows_of(getattr(func, _READERS[name])(_named(table.c.id)), table)


@cache
def _private_acts(on_server: bool) -> Select[*tuple[Any, ...]]:
    if not on_server:
        return select(act_private).where(act_private.c.act.in_(bindparam("named", expanding=True)))
    return _rows_of(func.personal_acts(_named(act_private.c.act)), act_private)


def _named(column: ColumnElement[Any]) -> ColumnElement[Any]:
    kind = ARRAY(column.type)
    return cast(bindparam("named", type_=kind), kind)


def texts_with(terms: Sequence[str], before: int | None, most: int) -> Select[*tuple[Any, ...]]:
    """The newest texts of the look-up that have all terms, on a server: it gives nobody the table itself."""
    given = cast(list(terms), ARRAY(Text)), cast(before, BigInteger), most
    return _rows_of(func.search_page(*given), search_row)


def texts_around(term: str, most: int) -> Select[*tuple[Any, ...]]:
    """All texts of the incidents to which the newest with a term belong, on a server."""
    return _rows_of(func.search_around(term, most), search_row)


def read_narratives(connection: Connection, calls: Collection[str]) -> dict[str, str]:
    """What was said in these calls, by call, where something was that may be read."""
    if not calls:
        return {}
    private = TABLES["call_private"]
    statement = select(private.c.id, private.c.narrative).where(private.c.id.in_(calls))
    if connection.dialect.name == "postgresql":
        rows = func.search_narratives(_uuids(calls)).table_valued(
            column("id", private.c.id.type), column("narrative", Text())
        )
        statement = select(rows.c.id, rows.c.narrative)
    return {call: told for call, told in connection.execute(statement) if told}


def calls_of_number(connection: Connection, number: str, asked_in: str | None) -> Select[tuple[str]]:
    """A query for the ids of a number's calls, without those about restricted incidents that may not be read.

    `asked_in`: the call in which somebody looks.
    """
    private = TABLES["call_private"]
    if connection.dialect.name == "postgresql":
        rows = func.calls_of_number(number, cast(asked_in, UUID(as_uuid=False)))
        return select(rows.table_valued(column("id", private.c.id.type)).c.id)
    return select(private.c.id).where(private.c.number == number)


def calls_hidden(connection: Connection, number: str, asked_in: str | None) -> int:
    """How many calls of a number `calls_of_number` leaves out."""
    if connection.dialect.name == "postgresql":
        counted = select(func.calls_hidden_of_number(number, cast(asked_in, UUID(as_uuid=False))))
        return int(connection.execute(counted).scalar_one())
    every = text("SELECT count(*) FROM main.call_private WHERE number = :number")
    shown = select(func.count()).select_from(calls_of_number(connection, number, asked_in).subquery())
    return int(connection.execute(every, {"number": number}).scalar_one()) - int(
        connection.execute(shown).scalar_one()
    )


def _rows_of(function: Function[Any], table: Table) -> Select[*tuple[Any, ...]]:
    """What a function gives that returns rows of a table."""
    rows = function.table_valued(*(column(one.name, one.type) for one in table.columns), name="personal")
    return select(*rows.c)


def _uuids(ids: Collection[str]) -> ColumnElement[Any]:
    return cast(list(ids), ARRAY(UUID(as_uuid=False)))
