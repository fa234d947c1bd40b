"""The look-up on a server: what it tells whom, what it writes down, and that it is fast."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from desktop.domain.lookup import Hit, NumberHistory
from desktop.store.postgres.making import open_postgres
from desktop.store.queries_history import log_look, number_history
from desktop.store.queries_search import search
from desktop.store.store import Store
from tests.domain.world import CENTRE
from tests.store.server import Server, connect
from tests.store.two_years import NOW, furnish, key, put_call

Opens = Callable[[str], Awaitable[Store]]

SCANS = (
    "select t.seq_scan as read_whole, i.idx_scan as by_index"
    " from pg_stat_user_tables t join pg_stat_user_indexes i using (relid)"
    " where t.relid = 'kulkul.search_row'::regclass and i.indexrelname = 'ix_search_row_body'"
)
"""How often the texts were read one after the other, and how often their index was."""
QUERIES = ("asap", "081238112204", "asap pedagang", "kamboja", "pasar badung", "0812 3811")


def finding(query: str) -> Callable[[Connection], tuple[Hit, ...]]:
    """A look-up."""
    return lambda connection: search(connection, query, CENTRE)


def history_in(call: str | None) -> Callable[[Connection], NumberHistory]:
    """A look at a number's history in a call."""
    return lambda connection: number_history(connection, "0811", CENTRE, NOW, besides=call)


def a_look_in(call: str | None) -> Callable[[Connection], None]:
    """A look to be written down, as another's and of another time."""
    long_ago = NOW - timedelta(days=1)
    return lambda c: log_look(c, "budi", "number_history", "0811", call, key("x"), long_ago)


def _furnish(connection: Connection) -> None:
    connection.exec_driver_sql("set local search_path = kulkul")
    furnish(connection)
    put_call(connection, "secret call", "secret", "081700000001", "Suaminya memukul, Kamboja", NOW)


@pytest.fixture
async def opens(server: Server, database: str) -> AsyncIterator[Opens]:
    """Opens the centre, in which something happened, as a login."""
    stores: list[Store] = []

    async def open_as(login: str) -> Store:
        stores.append(await open_postgres(server.url(database, login)))
        return stores[-1]

    await (await open_as("postgres")).write(_furnish)
    yield open_as
    for store in stores:
        await store.close()


async def looks(server: Server, database: str) -> list[tuple[str, ...]]:
    """What the access log has."""
    owner = await connect(server, database)
    found = await owner.fetch("select operator, what, subject from kulkul.access_log order by at")
    await owner.close()
    return [tuple(one) for one in found]


@pytest.mark.parametrize("login", ["dewa", "fitri"])
async def test_who_may_not_read_callers_finds_none_of_their_words(opens: Opens, login: str) -> None:
    store = await opens(login)
    for query in QUERIES:
        assert await store.read(finding(query)) == (), query
    (hit,) = await store.read(lambda c: search(c, "24-020", CENTRE))
    assert (hit.place, hit.category, hit.snippet) == ("", None, "")
    history = await store.read(lambda c: number_history(c, "081238112204", CENTRE, NOW))
    assert (history.calls, history.counts, history.block) == ((), {}, None)


async def test_restricted_texts_are_found_by_those_who_may_read_them(opens: Opens) -> None:
    for login, found in (("ani", False), ("budi", True), ("citra", True), ("eka", True)):
        store = await opens(login)
        for query in ("kamboja", "suaminya", "0817 0000", "suaminya memukul", "kamboja 7 suaminya"):
            hits = await store.read(finding(query))
            assert bool(hits) is found, (login, query)
        (hit,) = await store.read(lambda c: search(c, "24-020", CENTRE))
        assert ("Kamboja" in hit.place, "memukul" in hit.snippet) == (found, found)
        history = await store.read(lambda c: number_history(c, "081700000001", CENTRE, NOW))
        assert [one.call for one in history.calls] == [key("secret call")] * found
        assert (history.total, history.hidden) == ((1, 0) if found else (0, 1))


async def test_what_is_looked_for_is_written_down(opens: Opens, server: Server, database: str) -> None:
    ani = await opens("ani")
    for _ in range(2):
        await ani.read(lambda c: search(c, "pedagang", CENTRE))
    written = [one for one in await looks(server, database) if one[1] == "search"]
    assert written == [("ani", "search", "pedagang")]
    for call in (key("prank"), key("prank"), None):
        await ani.read(history_in(call))
        await ani.write(a_look_in(call))
    written = [one for one in await looks(server, database) if one[1] == "number_history"]
    assert written == [("ani", "number_history", "0811")] * 2


async def test_past_the_desk_no_more_is_told_and_all_is_written_down(
    opens: Opens, server: Server, database: str
) -> None:
    await opens("ani")
    asked: dict[str, tuple[Any, ...]] = {
        "select * from kulkul.search_page($1, null, 1000000)": (["memukul"],),
        "select * from kulkul.search_page($1, null, 1000)": (["%' or true --"],),
        "select * from kulkul.search_page($1, null, 999)": (["\\\\' or true or '"],),
        "select * from kulkul.search_page($1, null, 100)": ([],),
        "select * from kulkul.search_page($1, null, 99)": (["a"],),
        "select * from kulkul.search_page($1, null, 98)": (["%%%"],),
        "select * from kulkul.search_around($1, 100)": ("memukul",),
        "select * from kulkul.search_narratives($1)": ([key("secret call")],),
    }
    connection = await connect(server, database, "ani")
    for statement, given in asked.items():
        assert await connection.fetch(statement, *given) == [], statement
    told = await connection.fetch("select * from kulkul.search_page($1, null, 10)", ["asap"])
    assert len(told) == 2
    assert await connection.fetch("select * from kulkul.read_looks('infinity', 100)") == []
    await connection.close()
    written = {one[1:] for one in await looks(server, database)}
    assert {("search", "memukul"), ("search", "asap"), ("search_narratives", "1")} <= written
    auditor = await connect(server, database, "eka")
    assert len(await auditor.fetch("select * from kulkul.read_looks('infinity', 100)")) >= 3
    await auditor.close()


async def test_nobody_writes_a_look_in_anothers_name(opens: Opens, server: Server, database: str) -> None:
    await opens("ani")
    connection = await connect(server, database, "ani")
    await connection.execute("set role kulkul_operator")
    await connection.execute("select kulkul.log_own_look('look_up', 'x', null)")
    await connection.close()
    assert await looks(server, database) == [("ani", "look_up", "x")]


async def test_a_rare_word_is_found_by_the_index(opens: Opens, server: Server, database: str) -> None:
    """Among 60,000 texts reading one after the other takes ten times as long as the index."""
    await opens("ani")
    owner = await connect(server, database)
    await owner.execute(
        "insert into kulkul.search_row (table_name, row_id, at, body)"
        " select 'call', gen_random_uuid()::text, now(), 'asap di pasar nomor ' || n"
        " from generate_series(1, 60000) n"
    )
    await owner.execute("analyze kulkul.search_row")
    for query in ("41957", "nomor 41957"):
        before = await owner.fetchrow(SCANS)
        store = await open_postgres(server.url(database, "ani"))
        assert len(await store.read(finding(query))) == 1
        await store.close()  # a connection says what it scanned at its end
        after = await owner.fetchrow(SCANS)
        for _ in range(500):
            if after != before:
                break
            await asyncio.sleep(0.01)
            after = await owner.fetchrow(SCANS)
        assert before is not None
        assert after is not None
        assert after["read_whole"] == before["read_whole"], query
        assert after["by_index"] > before["by_index"], query
    await owner.close()
