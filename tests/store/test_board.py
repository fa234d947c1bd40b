"""The board by the server's own functions is the board by the queries that both databases answer."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection

from desktop.domain.acts import Result
from desktop.domain.board import ENDING_NONE, News, Reference, case_of
from desktop.store.kept.known import Picture, known_from
from desktop.store.postgres.board import mark_of, statement_for
from desktop.store.postgres.making import open_postgres
from desktop.store.postgres.store import PostgresStore
from desktop.store.queries_board import read_marks
from desktop.store.queries_live import NewsOf, OtherMarks, RowsNamed, WholeBoard
from tests.domain.alarm_acts import CREW, is_well
from tests.domain.calling_back_acts import calling_back, ended, lost
from tests.domain.card_acts import APPROVES
from tests.domain.contact_acts import kept, tried
from tests.domain.hospital_acts import BRINGING
from tests.domain.lawful import simple
from tests.domain.memo_acts import memos, reminded
from tests.domain.told_acts import telling
from tests.domain.warning_acts import reading, warned
from tests.domain.world import (
    CENTRE,
    close,
    insert,
    named,
    open_incident,
    send,
    stage,
    stopped_clock,
    take,
)
from tests.store.backends import author_of
from tests.store.conftest import copied
from tests.store.desks import Desks
from tests.store.loops import apart
from tests.store.server import Server
from tests.store.test_restricted import restricted

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
SOON = datetime(2100, 1, 1, tzinfo=UTC)
LOGINS = ("ani", "budi", "dewa", "fitri")
Opens = Callable[[str], Awaitable[PostgresStore]]


@pytest.fixture(scope="module")
def busy_database(server: Server) -> Iterator[str]:
    """A centre in which much happened; nobody is in it."""

    async def spend() -> None:
        async with _opening(server, name) as open_as:
            for act, login in busy().done[1:]:
                assert isinstance(await (await open_as(login)).submit(act, author_of(login)), Result)

    with copied(server) as name:
        apart(spend())
        yield name


@pytest.fixture(scope="module")
def read_database(server: Server, busy_database: str) -> Iterator[str]:
    """A copy of it in which nobody writes."""
    with copied(server, busy_database) as name:
        yield name


@asynccontextmanager
async def _opening(server: Server, database: str) -> AsyncIterator[Opens]:
    stores: dict[str, PostgresStore] = {}

    async def open_as(login: str) -> PostgresStore:
        if login not in stores:
            stores[login] = await open_postgres(server.url(database, login))
        return stores[login]

    try:
        yield open_as
    finally:
        for store in stores.values():
            await store.close()


@pytest.fixture
async def opens(server: Server, read_database: str) -> AsyncIterator[Opens]:
    """Opens the centre as a login, to read."""
    async with _opening(server, read_database) as open_as:
        yield open_as


@pytest.fixture
async def opens_own(server: Server, busy_database: str) -> AsyncIterator[Opens]:
    """Opens a copy of the test's own as a login."""
    with copied(server, busy_database) as name:
        async with _opening(server, name) as open_as:
            yield open_as


def busy() -> Any:
    """A restricted incident, one under way, a closed one, calls that run and a clock."""
    world = restricted()
    open_incident(world, "i2", "c2")
    send(world, "E2", "i2", "a2")
    stage(world, "unit.under_way", "E2", "a2")
    open_incident(world, "i3", "c3")
    take(world, "c5", None)
    for kind in ("call.held", "call.resumed", "call.hung_up"):
        world.must("ani", simple(kind, "call", "c5")(world))
    told = world.update("call.described", "call", "c5", channel="cctv")
    world.must("ani", world.act("call.described", told))
    open_incident(world, "i4", "c4")
    close(world, "i4")
    warned(address="Jl. Sudirman 1")(world)
    world.must("budi", reading(world))
    memos(world)
    kept(world)
    world.must("budi", tried("pln-piket", "busy")(world))
    world.must("budi", tried("pln", "told", "i2", "t2")(world))
    world.must("budi", telling("assignment a2", incident="i2")(world))
    world.must("budi", is_well(world))
    for call in ("lost", "c1 again"):
        lost("dropped", call)(world)
    lost("silent", "reached")(world)
    world.must("ani", calling_back(world, "tried", "lost"))
    world.must("ani", ended("dropped", "tried")(world))
    world.must("ani", calling_back(world, "spoken", "reached"))
    world.must("ani", ended("information", "spoken")(world))
    world.must("budi", calling_back(world, "calling", "c1 again"))
    for login, make in BRINGING:
        world.must(login, make(world))
    return world


async def by_both(store: PostgresStore, query: Callable[[Connection], Any]) -> tuple[Any, Any]:
    """The answer of the server's function, and the other."""
    assert statement_for(query) is not None
    return await store.read(query), await store.read(partial(query))


def rows_of(news: News) -> str:
    """The rows with the types of their values, which equality does not look at."""
    return repr((news.cases, news.units, news.calls, news.occupied, news.warnings, news.memos, news.answers))


@pytest.mark.parametrize("login", LOGINS)
async def test_the_whole_board_is_the_same(opens: Opens, login: str) -> None:
    store = await opens(login)
    for since, cases in ((LONG_AGO, 4), (SOON, 3)):
        short, long = await by_both(store, WholeBoard(since))
        assert short == long
        assert len(short.snapshot.cases) == cases
        assert [one.id for one in short.snapshot.cases] == [one.id for one in long.snapshot.cases]
        assert repr(short) == repr(long)


async def test_reminders_and_messages_are_on_the_board(opens: Opens) -> None:
    ani, dewa = await opens("ani"), await opens("dewa")
    board = (await ani.read(WholeBoard(LONG_AGO))).snapshot
    told = {one.id: one.text for one in board.memos}
    assert told == {named("m1"): "Telepon balik", named("m3"): "Jalan banjir"}, "what is done is gone"
    assert {one.id: [read.operator for read in one.reads] for one in board.memos}[named("m3")] == ["ani"]
    later = (await ani.read(WholeBoard(SOON))).snapshot
    assert [one.id for one in later.memos] == [named("m1")], "messages are shown for hours"
    assert {one.text for one in (await dewa.read(WholeBoard(LONG_AGO))).snapshot.memos} == {""}


async def test_what_was_answered_to_an_alarm_is_on_the_board_for_a_day(opens: Opens) -> None:
    fitri = await opens("fitri")
    board = (await fitri.read(WholeBoard(LONG_AGO))).snapshot
    assert [(one.id, one.unit, one.taken_by) for one in board.answers] == [(CREW, "E1", None)]
    assert (await fitri.read(WholeBoard(SOON + timedelta(days=2)))).snapshot.answers == ()


async def test_who_was_lost_and_what_is_warned_of_is_on_the_board(opens: Opens) -> None:
    ani, fitri = await opens("ani"), await opens("fitri")
    board = (await ani.read(WholeBoard(LONG_AGO))).snapshot
    lost_ones = {one.id: one for one in board.calls if one.call.ended_at is not None}
    assert set(lost_ones) == {named("lost"), named("c1 again")}, "whoever was reached is gone"
    assert [one.by_call for one in lost_ones[named("lost")].call_backs] == [named("tried")]
    assert lost_ones[named("lost")].private.number == "081234567890"
    assert [one.private.text for one in board.warnings] == ["Tabung gas di dapur"]
    reads = {case.id: case.reads for case in board.cases}
    assert [one.operator for one in reads[named("i1")]] == ["budi"]
    told = {case.id: case.told for case in board.cases}
    assert [(one.told_by, one.means, one.with_number) for one in told[named("i2")]] == [
        ("budi", "radio", True)
    ]
    later = (await ani.read(WholeBoard(SOON))).snapshot
    assert all(one.call.ended_at is None for one in later.calls), "yesterday's are over"
    assert [one.private.text for one in (await fitri.read(WholeBoard(LONG_AGO))).snapshot.warnings] == [None]


async def test_the_phone_book_is_there_and_its_persons_by_role(opens: Opens) -> None:
    told = {
        login: await (await opens(login)).read(WholeBoard(LONG_AGO)) for login in ("budi", "dewa", "fitri")
    }
    persons = {login: one.reference.contacts["pln-piket"].private for login, one in told.items()}
    assert {login: (one.person, one.numbers) for login, one in persons.items()} == {
        "budi": ("Made Sari", "0812-3400-0001"),
        "dewa": ("Made Sari", "0812-3400-0001"),
        "fitri": (None, None),
    }
    tries = {case.id: [one.contact for one in case.tries] for case in told["budi"].snapshot.cases}
    assert (tries[named("i1")], tries[named("i2")]) == (["pln-piket"], ["pln"])
    hidden = {case.id: [one.contact for one in case.tries] for case in told["fitri"].snapshot.cases}
    assert hidden[named("i1")] == [""], "of a restricted incident nobody is told who was telephoned"


@pytest.mark.parametrize("login", LOGINS)
async def test_news_are_the_same(opens: Opens, login: str) -> None:
    store, done = await opens(login), busy().done
    assert {act.kind for act, _ in done} >= ENDING_NONE, "both know after which none is counted anew"
    acts = tuple(act.id for act, _ in done)
    alone = [((act,), LONG_AGO) for act in acts]
    nothing = [(("0" * 8 + "-0000-4000-8000-" + "0" * 12,), LONG_AGO), ((), LONG_AGO)]
    for ids, since in [*alone, *nothing, (acts, LONG_AGO), (acts, SOON)]:
        short, long = await by_both(store, NewsOf(ids, since))
        assert short == long
        assert rows_of(short) == rows_of(long)


async def test_values_of_every_kind_are_the_same(opens_own: Opens) -> None:
    budi = await opens_own("budi")
    world = busy()
    kind = "incident.described"
    told = world.update(
        kind,
        "incident",
        "i2",
        latitude=-8.65,
        longitude=115.0,
        people_hurt=2,
        address='Gg. "Ä\\" \n{x,y}',
        facts={"a": None, "b": [1, 1.5, "x"]},
    )
    act = world.act(kind, told)
    assert isinstance(await budi.submit(act, author_of("budi")), Result)
    short, long = await by_both(budi, NewsOf((act.id,), LONG_AGO))
    assert rows_of(short) == rows_of(long)
    assert short.cases[0].incident.facts == {"a": None, "b": [1, 1.5, "x"]}
    assert isinstance(short.cases[0].incident.longitude, float)


async def test_marks_tell_what_is_otherwise(opens: Opens) -> None:
    budi = await opens("budi")
    have = await budi.read(lambda connection: read_marks(connection, LONG_AGO))
    assert await by_both(budi, OtherMarks(have, LONG_AGO)) == ({}, {})
    assert mark_of(have) != mark_of({})
    i2, c9 = ("incident", named("i2")), ("call", named("c9"))
    other = {**have, i2: named("x"), c9: named("x")}
    del other["unit", "E1"]
    short, long = await by_both(budi, OtherMarks(other, LONG_AGO))
    assert short == long
    assert set(short) == {i2, c9, ("unit", "E1")}
    assert short[c9] is None
    assert len((await by_both(budi, OtherMarks({}, LONG_AGO)))[0]) == len(have)
    short, long = await by_both(budi, RowsNamed(frozenset(other), LONG_AGO))
    assert short == long
    some = frozenset({i2, c9})
    short, long = await by_both(budi, RowsNamed(some, LONG_AGO))
    assert short == long


async def test_reference_data_that_was_loaded_comes_with_the_news(opens_own: Opens) -> None:
    dewa = await opens_own("dewa")
    unit = insert("unit", "E-9", call_sign='E "9"', home_station="induk", station="induk")
    plan = insert("response_plan", "fire-1", category="fire", level=1, needs="engine:2/3", minutes=20)
    act = busy().act("reference.loaded", unit, plan)
    assert isinstance(await dewa.submit(act, author_of("dewa")), Result)
    short, long = await by_both(dewa, NewsOf((act.id,), datetime.now(UTC) - timedelta(days=1)))
    assert short == long
    assert [one.needs for one in short.reference.plans] == ["engine:2/3"]


async def test_desks_of_before_are_told_of_no_clock_that_they_could_not_read(opens_own: Opens) -> None:
    dewa = await opens_own("dewa")
    rows = (insert("target", one, clock=one, warn=60, alarm=90) for one in ("welfare", "done"))
    act = busy().act("reference.loaded", *rows)
    assert isinstance(await dewa.submit(act, author_of("dewa")), Result)
    short, long = await by_both(dewa, NewsOf((act.id,), datetime.now(UTC) - timedelta(days=1)))
    assert short.reference.targets == long.reference.targets
    assert {one.clock for one in short.reference.targets} >= {"welfare", "done"}
    told = await dewa.read(lambda c: c.exec_driver_sql("select kulkul.board_reference()").scalar_one())
    assert {one["clock"] for one in told["targets"]} <= {"answer", "first_unit", "on_scene", "done"}


async def test_what_was_decided_of_a_card_comes_with_the_news(opens_own: Opens) -> None:
    citra = await opens_own("citra")
    act = APPROVES(busy())
    assert isinstance(await citra.submit(act, author_of("citra")), Result)
    short, long = await by_both(citra, NewsOf((act.id,), datetime.now(UTC) - timedelta(days=1)))
    assert repr(short.reference.approvals) == repr(long.reference.approvals)
    assert short == long
    assert short.reference.approvals[act.changes[0].row].decided_by == "citra"


async def test_who_is_brought_where_and_who_is_in_distress_is_on_the_board(opens: Opens) -> None:
    whole = await (await opens("ani")).read(WholeBoard(LONG_AGO))
    case = next(one for one in whole.snapshot.cases if one.id == named("i2"))
    transport = case.transport(named("a2"))
    assert transport is not None
    assert transport.told_time("sanglah") == transport.told_at is not None
    assert whole.reference.hospital_states["sanglah"].said_by == "ani"
    assert [(one.unit, one.waits, one.raised_by) for one in whole.snapshot.distress] == [("E2", True, "ani")]


async def test_the_exercises_clock_comes_with_the_board(opens_own: Opens) -> None:
    citra = await opens_own("citra")
    assert isinstance(await citra.submit(stopped_clock(), author_of("citra")), Result)
    short, long = await by_both(citra, NewsOf((stopped_clock().id,), LONG_AGO))
    assert short == long
    assert short.clock_changed
    short, long = await by_both(citra, WholeBoard(LONG_AGO))
    assert short == long
    assert short.clock is not None
    assert short.clock.rate == 0.0


async def test_what_was_begun_for_a_merged_incident_goes_on_with_the_other(desks: Desks) -> None:
    world, since = desks.world, len(desks.world.done)
    kept(world)
    for name in ("i1", "i2", "i3"):
        open_incident(world, name, f"call of {name}")
    world.must("budi", tried("pln-piket", "busy")(world))
    reminded(world)
    world.must("ani", world.act("distress.raised", insert("distress", "d1", unit="E1", incident=named("i1"))))
    kind = "incident.merged"
    for one, other, calls in (("i1", "i3", ["i1"]), ("i3", "i2", ["i1", "i3"])):
        moved = (world.update(kind, "call", f"call of {call}", incident=named(other)) for call in calls)
        gone = world.update(kind, "incident", one, merged_into=named(other))
        world.must("budi", world.act(kind, gone, *moved))
    await desks.catch_up(since)
    store = await desks.store("budi")
    board = (await store.read(WholeBoard(LONG_AGO))).snapshot
    cases = {case.id: case for case in board.cases}
    i2 = cases[named("i2")]
    assert (set(i2.merged), [one.contact for one in i2.tries]) == (
        {named("i1"), named("i3")},
        ["pln-piket"],
    )
    (memo,) = board.memos
    assert case_of(cases, memo.memo.incident) is i2
    assert case_of(cases, board.distress[0].incident) is i2
    picture = Picture(Reference(), board, clock=None, taken_at=LONG_AGO, recent=())
    known = known_from(picture, CENTRE.zone).rows
    left = [known[name] for name in ("memo", "distress", "contact_try")]
    assert {row["incident"] for rows in left for row in rows.values()} == {i2.id}
