"""Finding words in the texts of incidents and calls, newest first.

Work is bounded by what is asked for, not by what is stored: a page at a time by key, never by offset.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Integer, Row, column, or_, select, table, text

from desktop.store.hits import Found
from desktop.store.personal import texts_around, texts_with
from desktop.store.search_query import SHORTEST_TERM, Query
from desktop.store.tables import TABLES, search_row
from desktop.store.word_starts import as_globs, as_match, as_term, quoted

PAGE = 100
"""Texts read at once."""
MOST_PAGES = 20
"""Pages read for one query, when many texts have the words but belong to few incidents."""
RARE = 100
"""A word that fewer texts have is rare: all of them are looked at, together with what belongs to them."""
ENOUGH = 10
"""With fewer found by one text alone, the newest are also looked at with all their texts together."""
_MOST_CALLS = 2000
_LONG_NUMBER = 9
"""Digits from which on a number's first three are not asked of the index, as in sql/91_search.sql."""
_MOST_STARTS = 2
"""Short words of which the index is asked: a house number, and one more."""

_Text = Row[*tuple[Any, ...]]
_full_text = table("search", column("rowid", Integer))


def find_texts(connection: Connection, asked: Query, limit: int) -> list[Found]:
    """Incidents and calls whose text has the telephone asked for or all of the words, newest first."""
    found = find_telephone(connection, asked.telephone, limit) if asked.telephone else []
    if not found and asked.terms:
        found = _find_words(connection, asked, limit)
    return sorted(found, key=lambda one: one.order, reverse=True)


def find_telephone(connection: Connection, digits: str, limit: int) -> list[Found]:
    """Calls whose number, and texts that, have these digits."""
    return _in_one_text(connection, _pages(connection, [digits], ()), [digits], (), limit)


def _find_words(connection: Connection, asked: Query, limit: int) -> list[Found]:
    if len(asked.words) == 1:
        return _in_one_text(connection, _pages(connection, asked.terms, ()), asked.terms, (), limit)
    pages = _pages(connection, asked.terms, asked.short)
    first = next(pages)
    found: list[Found] = []
    if len(first) == PAGE:  # none of the words is rare
        found = _in_one_text(connection, chain([first], pages), asked.terms, asked.short, limit)
        if len(found) >= ENOUGH:
            return found
    newest = [_newest_ids(connection, term) for term in asked.terms]
    # With equally many texts, the rarer word reaches further back.
    rarest = min(newest, key=lambda ids: (len(ids), ids[-1] if ids else 0))
    if len(first) < PAGE and len(rarest) >= RARE:
        found = _in_one_text(connection, [first], asked.terms, asked.short, limit)
    if len(found) >= ENOUGH:
        return found
    return found + _in_all_texts(connection, asked, asked.terms[newest.index(rarest)], rarest)


def _in_one_text(
    connection: Connection,
    pages: Iterable[Sequence[_Text]],
    terms: Sequence[str],
    short: Sequence[str],
    limit: int,
) -> list[Found]:
    """Texts of these pages that have all the words, the newest of each incident."""
    found: dict[str, Found] = {}
    for page in pages:
        fitting = [one for one in page if _has(one.body, terms, short)]
        incidents = _incidents_of(connection, fitting)
        for one in fitting:
            hit = Found(one.table_name, one.row_id, incidents.get(one.row_id), order=_order(one))
            found.setdefault(hit.key, hit)
        if len(found) >= limit:
            break
    return list(found.values())


def _pages(connection: Connection, terms: Sequence[str], short: Sequence[str]) -> Iterator[Sequence[_Text]]:
    """Pages of texts that may have all the words, the newest first; at least one."""
    before: int | None = None
    for _ in range(MOST_PAGES):
        page = _page(connection, terms, short, before)
        yield page
        if len(page) < PAGE:
            return
        before = page[-1].id


def _page(
    connection: Connection, terms: Sequence[str], short: Sequence[str], before: int | None
) -> Sequence[_Text]:
    """The newest texts that may have all the terms and short words, before a row of the index."""
    starts = short[:_MOST_STARTS]
    if connection.dialect.name == "postgresql":
        return connection.execute(texts_with([*terms, *map(as_term, starts)], before, PAGE)).all()
    key = _full_text.c.rowid
    statement = select(search_row).join(_full_text, key == search_row.c.id).where(_matches(terms, starts))
    if before is not None:
        statement = statement.where(key < before)
    statement = statement.order_by(key.desc())
    letters = [one for one in starts if as_match(one) is None]
    if letters:
        near = statement.limit(PAGE * MOST_PAGES).subquery()
        begun = (or_(*(near.c.body.op("GLOB")(glob) for glob in as_globs(one))) for one in letters)
        statement = select(near).where(*begun).order_by(near.c.id.desc())
    return connection.execute(statement.limit(PAGE)).all()


def _newest_ids(connection: Connection, term: str) -> Sequence[int]:
    """The newest rows of the index that have one term."""
    if connection.dialect.name == "postgresql":
        return [one.id for one in connection.execute(texts_with([term], None, RARE))]
    key = _full_text.c.rowid
    statement = select(key).where(_matches([term]))
    return connection.execute(statement.order_by(key.desc()).limit(RARE)).scalars().all()


def _matches(terms: Sequence[str], starts: Sequence[str] = ()) -> Any:
    """The condition of SQLite's full-text index; `starts`: beginnings of words.

    Of several terms, and of long numbers, only every third trigram is asked for: the texts that have these,
    but not the words, are so few that reading them costs less than comparing where each trigram stands. The
    first of a long number is left out: numbers begin alike, and what all have costs most.
    """
    parts = list(terms)
    if len(terms) > 1 or _is_long_number(terms[0]):
        shown = (term[SHORTEST_TERM:] if _is_long_number(term) else term for term in terms)
        parts = [part for term in shown for part in _trigrams(term)]
    asked = [quoted(part) for part in parts] + [one for one in map(as_match, starts) if one]
    return text("search MATCH :parts").bindparams(parts=" AND ".join(asked))


def _is_long_number(term: str) -> bool:
    return len(term) >= _LONG_NUMBER and term.isascii() and term.isdigit()


def _trigrams(term: str) -> list[str]:
    last = len(term) - SHORTEST_TERM
    starts = {*range(0, last + 1, SHORTEST_TERM), last}
    return [term[start : start + SHORTEST_TERM] for start in sorted(starts)]


def _has(body: str, terms: Iterable[str], short: Iterable[str]) -> bool:
    """Whether a text has every term anywhere, and every short word as the beginning of a word."""
    return all(term in body for term in terms) and all(
        re.search(rf"(?<!\w){re.escape(word)}", body) for word in short
    )


def _in_all_texts(connection: Connection, asked: Query, term: str, ids: Sequence[int]) -> list[Found]:
    """Of the incidents and calls of these texts, those that have all the words in their texts together.

    `ids`: the newest texts that have the term.
    """
    if connection.dialect.name == "postgresql":
        texts = connection.execute(texts_with([term], None, RARE)).all()
    else:
        texts = connection.execute(select(search_row).where(search_row.c.id.in_(ids))).all()
    incidents = _incidents_of(connection, texts)
    together: dict[str, dict[int, _Text]] = defaultdict(dict)
    for one in texts:
        together[incidents.get(one.row_id, one.row_id)][one.id] = one
    for incident, one in _texts_of(connection, term, set(incidents.values())):
        together[incident][one.id] = one
    found = []
    for key, parts in together.items():
        whole = [one for one in parts.values() if _has(one.body, asked.terms, asked.short)]
        if whole or _has("\n".join(one.body for one in parts.values()), asked.terms, asked.short):
            shown = max(whole or parts.values(), key=lambda one: (one.table_name, one.id))
            of_incident = key if key in incidents.values() else None
            order = max(_order(one) for one in parts.values())
            found.append(Found(shown.table_name, shown.row_id, of_incident, order=order))
    return found


def _incidents_of(connection: Connection, texts: Collection[_Text]) -> dict[str, str]:
    """The incident of each text's row, where it is one or has one."""
    call = TABLES["call"]
    own = {one.row_id: one.row_id for one in texts if one.table_name == "incident"}
    calls = [one.row_id for one in texts if one.table_name == "call"]
    if not calls:
        return own
    pairs = connection.execute(
        select(call.c.id, call.c.incident).where(call.c.id.in_(calls), call.c.incident.is_not(None))
    )
    return own | {one.id: one.incident for one in pairs}


def _texts_of(connection: Connection, term: str, incidents: Collection[str]) -> list[tuple[str, _Text]]:
    """The texts of these incidents and of their calls, each with its incident.

    They are those to which the newest texts with the term belong.
    """
    if connection.dialect.name == "postgresql":
        around = connection.execute(texts_around(term, RARE)).all()
        of = _incidents_of(connection, around)
        return [(of.get(one.row_id, one.row_id), one) for one in around]
    call = TABLES["call"]
    calls = connection.execute(
        select(call.c.id, call.c.incident).where(call.c.incident.in_(incidents)).limit(_MOST_CALLS)
    )
    incident_of = {one.id: one.incident for one in calls}
    mine, theirs = search_row.c.table_name == "incident", search_row.c.table_name == "call"
    found = connection.execute(
        select(search_row).where(
            or_(mine & search_row.c.row_id.in_(incidents), theirs & search_row.c.row_id.in_(incident_of))
        )
    )
    return [(incident_of.get(one.row_id, one.row_id), one) for one in found]


def _order(one: _Text) -> tuple[float, int]:
    return (one.at.timestamp() if one.at else 0.0, one.id)
