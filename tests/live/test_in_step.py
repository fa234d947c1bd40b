"""Desks at one centre show the same board, whatever is lost on the way between them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from desktop.domain.presence import LooksAt
from desktop.domain.reference import Role
from desktop.live import follow
from desktop.live.board import BoardChange
from desktop.live.follow import Freshness
from desktop.store.postgres.line import Line
from desktop.store.postgres.making import open_postgres
from desktop.store.postgres.store import PostgresStore
from tests.domain.world import named
from tests.live.followed import following, take_call, until
from tests.store.desks import Desks
from tests.store.server import Server, connect

_MANY = "select pg_notify('kulkul_act', gen_random_uuid()::text)"
_REMOVED = "update kulkul.operator set removed_at = now()"
OpenServer = Callable[[str], Awaitable[PostgresStore]]


async def administer(server: Server, database: str, *statements: str) -> None:
    """Do something as the superuser."""
    connection = await connect(server, database)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture
async def at_server(server: Server, database: str) -> AsyncIterator[OpenServer]:
    """Opens the centre on a server as a login; closes all in the end."""
    stores: list[PostgresStore] = []

    async def open_store(login: str) -> PostgresStore:
        stores.append(await open_postgres(server.url(database, login)))
        return stores[-1]

    yield open_store
    for one in stores:
        await one.close()


async def test_what_one_desk_does_the_other_shows(desks: Desks) -> None:
    ani, budi = await desks.store("ani"), await desks.store("budi")
    async with following(ani) as here, following(budi) as there:
        heard: list[BoardChange] = []
        there.board.listen(heard.append)
        call = await take_call(ani, "c1", "ani")
        await until(lambda: call in there.board.calls and call in here.board.calls, 1.0)
        assert [one.acts[0][1:] for one in heard if one.acts] == [("call.taken", "ani")]
        assert there.freshness is Freshness.LIVE
        assert there.board.shows(heard[-1].acts[0][0], 1_000)


async def test_many_acts_are_all_shown(desks: Desks) -> None:
    ani, budi = await desks.store("ani"), await desks.store("budi")
    async with following(budi) as there:
        calls = await asyncio.gather(*(take_call(ani, f"c{place}", "ani") for place in range(30)))
        await until(lambda: set(calls) <= there.board.calls.keys(), 3.0)


async def test_a_notification_that_was_lost_is_made_up_for(
    at_server: OpenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Line, "_heard", lambda *_: None)
    monkeypatch.setattr(follow, "COMPARE_SECONDS", 0.3)
    monkeypatch.setattr(follow, "RETRY_SECONDS", 0.1)
    ani, budi = await at_server("ani"), await at_server("budi")
    async with following(budi) as there:
        call = await take_call(ani, "c1", "ani")
        await until(lambda: call in there.board.calls, 2.0)
        assert not await there.compare()


async def test_forged_notifications_do_no_harm(at_server: OpenServer, server: Server, database: str) -> None:
    ani, budi = await at_server("ani"), await at_server("budi")
    async with following(budi) as there:
        forger = await connect(server, database, "nyoman")
        await forger.execute("select pg_notify('kulkul_act', $1)", "x'; drop table act; --")
        await forger.execute(f"{_MANY} from generate_series(1, 2000)")
        await forger.close()
        call = await take_call(ani, "c1", "ani")
        await until(lambda: call in there.board.calls, 2.0)
        assert there.freshness is Freshness.LIVE


async def test_a_renamed_operator_is_called_by_the_new_name(
    at_server: OpenServer, server: Server, database: str
) -> None:
    async with following(await at_server("budi")) as there:
        await administer(server, database, "update kulkul.operator set name = 'Ni Ani' where login = 'ani'")
        await until(lambda: there.board.reference.operator_name("ani") == "Ni Ani", 2.0)


async def test_own_roles_come_with_the_pulse(at_server: OpenServer, server: Server, database: str) -> None:
    async with following(await at_server("budi")) as there:
        told: list[frozenset[Role]] = []

        def hear() -> None:
            assert there.pulse is not None
            told.append(there.pulse.roles)

        there.on_pulse(hear)
        await administer(
            server, database, "update kulkul.operator set roles = '[\"supervisor\"]' where login = 'budi'"
        )
        await until(lambda: told, 2.0)
        assert told[-1] == {Role.SUPERVISOR}
        assert not there.signed_out


async def test_a_removed_operator_is_signed_out_within_seconds(
    at_server: OpenServer, server: Server, database: str
) -> None:
    async with following(await at_server("budi")) as there:
        await administer(server, database, f"{_REMOVED} where login = 'budi'")
        await until(lambda: there.signed_out, 2.0)


async def test_a_login_that_was_shut_is_signed_out_and_not_only_cut_off(
    at_server: OpenServer, server: Server, database: str
) -> None:
    async with following(await at_server("budi")) as there:
        told: list[bool] = []
        there.on_pulse(lambda: told.append(there.signed_out))
        try:
            await administer(
                server,
                database,
                "alter role budi nologin",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'budi'",
            )
            await until(lambda: told == [True], 3.0)
            assert there.freshness is Freshness.CUT_OFF
        finally:
            await administer(server, database, "alter role budi login")


async def test_an_old_primary_that_comes_back_is_refused(
    at_server: OpenServer, server: Server, database: str
) -> None:
    store = await at_server("budi")
    async with following(store) as there:
        await administer(server, database, "update kulkul.centre set epoch = 3")
        await until(lambda: store.highest_epoch == 3, 2.0)
        await administer(server, database, "update kulkul.centre set epoch = 2")
        await until(lambda: there.problem is not None and there.problem.code == "old_primary", 3.0)
        assert there.freshness is Freshness.CUT_OFF
        await administer(server, database, "update kulkul.centre set epoch = 4")
        await until(lambda: there.freshness is Freshness.LIVE, 3.0)


async def test_who_has_an_incident_open_is_seen_by_the_others(at_server: OpenServer) -> None:
    ani, budi = await at_server("ani"), await at_server("budi")
    incident = named("i1")
    async with following(budi) as there, following(ani):
        ani.look_at(LooksAt(incident, "place"))

        def seen() -> list[tuple[str, str | None]]:
            lookers = there.pulse.lookers(incident) if there.pulse is not None else ()
            return [(one.login, one.looks_at.field) for one in lookers if one.looks_at is not None]

        await until(lambda: seen() == [("ani", "place")], 2.0)
        ani.look_at(None)
        await until(lambda: not seen(), 2.0)


async def test_undelivered_acts_are_seen_by_the_others(at_server: OpenServer) -> None:
    ani, citra = await at_server("ani"), await at_server("citra")
    async with following(citra) as there, following(ani) as here:
        ani.tell_kept(3, here.clock.now())
        await until(lambda: there.pulse is not None and [one.kept for one in there.pulse.desks] == [3], 2.0)
        assert there.pulse is not None
        assert here.pulse is not None
        assert there.pulse.desks[0].number == here.pulse.number


async def test_a_workstation_keeps_its_number(server: Server, database: str) -> None:
    numbers = []
    for login, workstation in (("ani", named("w1")), ("budi", named("w2")), ("citra", named("w1"))):
        store = await open_postgres(server.url(database, login), workstation=workstation, version="1.2")
        async with following(store) as one:
            assert one.pulse is not None
            numbers.append(one.pulse.number)
        await store.close()
    assert numbers[0] == numbers[2] != numbers[1]


@pytest.mark.parametrize(
    "statements",
    [
        ("begin", "select 1"),
        ("begin", "listen kulkul_act"),
    ],
)
async def test_who_holds_a_transaction_open_is_ended(
    at_server: OpenServer, server: Server, database: str, statements: tuple[str, ...]
) -> None:
    idler = await connect(server, database, "ani")
    for statement in statements:
        await idler.execute(statement)
    async with following(await at_server("budi")):
        await until(idler.is_closed, 9.0)
