"""The look-up: incidents and calls by number, telephone, place or words, over all years."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, extract, or_, select

from desktop.domain.centre import Centre
from desktop.domain.lookup import Hit
from desktop.store.hits import Found, make_hits
from desktop.store.search_query import SHORTEST_TERM, NumberAsked, Query, parse_query
from desktop.store.search_texts import find_texts
from desktop.store.tables import TABLES, serial


def search(connection: Connection, query: str, centre: Centre, limit: int = 50) -> tuple[Hit, ...]:
    """Find incidents and calls: one hit for each incident, one for each call without, newest first.

    A number stands before what has it in its text; it finds its incident also where that was merged into
    another since. Fewer than three letters find by the beginning of a number only. Of words, every one must
    be in the text of an incident or call, or in those of an incident and its calls together.
    """
    asked = parse_query(query, centre.letters)
    found = _by_number(connection, asked, limit)
    if len(asked.text) < SHORTEST_TERM:
        found += _by_beginning(connection, asked.text, centre, limit)
    elif not (found and asked.number is not None and asked.number.says_day):
        found += find_texts(connection, asked, limit)
    first: dict[str, Found] = {}
    for one in found:
        first.setdefault(one.key, one)
    return make_hits(connection, tuple(first.values())[:limit], asked.words, centre)


def _by_number(connection: Connection, asked: Query, limit: int) -> list[Found]:
    found = _numbered(connection, asked.number, limit) if asked.number else []
    alias = TABLES["incident_alias"]
    is_it: ColumnElement[bool] = alias.c.number.in_([asked.text, asked.text.upper()])
    if asked.provisional is not None:
        # No index finds an end, but only outages give such numbers.
        is_it = or_(is_it, alias.c.number.endswith(asked.provisional))
    named = connection.execute(
        select(alias.c.incident, alias.c.number).where(is_it).order_by(alias.c.number.desc()).limit(limit)
    )
    return found + [Found("incident", one.incident, one.incident, alias=one.number) for one in named]


def _numbered(connection: Connection, asked: NumberAsked, limit: int) -> list[Found]:
    """Incidents with that serial on that day, or on the newest days that fit and had so many."""
    if asked.day is not None:
        return _of_days(connection, [asked.day], asked.serial, limit)
    days = select(serial.c.day).where(serial.c.last >= asked.serial)
    if asked.day_of_month is not None:
        days = days.where(extract("day", serial.c.day) == asked.day_of_month)
    newest = days.order_by(serial.c.day.desc()).limit(limit)
    return _of_days(connection, connection.execute(newest).scalars().all(), asked.serial, limit)


def _by_beginning(connection: Connection, begun: str, centre: Centre, limit: int) -> list[Found]:
    """The newest incidents whose number begins so, as DP or, in the short form, 24."""
    days = select(serial.c.day).order_by(serial.c.day.desc())
    if begun.isascii() and begun.isdigit():
        width = 10 ** (2 - len(begun))
        low = int(begun) * width
        days = days.where(extract("day", serial.c.day).between(low, low + width - 1)).limit(1)
    elif begun and centre.letters.lower().startswith(begun):
        days = days.limit(2)
    else:
        return []
    return _of_days(connection, connection.execute(days).scalars().all(), None, limit)


def _of_days(connection: Connection, days: Sequence[date], number: int | None, limit: int) -> list[Found]:
    incident = TABLES["incident"]
    statement = select(incident.c.id).where(incident.c.day.in_(days))
    if number is not None:
        statement = statement.where(incident.c.serial == number)
    ordered = statement.order_by(incident.c.day.desc(), incident.c.serial.desc()).limit(limit)
    return [Found("incident", row, row) for row in connection.execute(ordered).scalars()]
