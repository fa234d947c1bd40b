"""Accounts on a server: kept by administrators through functions, and by nobody else in any way."""

import asyncio
from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from typing import Any

import asyncpg
import pytest
from sqlalchemy.engine import URL

from desktop.domain.reference import Role
from desktop.store.postgres import accounts
from desktop.store.postgres.accounts import NewOperator, saslprep, scram_verifier
from desktop.store.postgres.making import make_postgres, open_postgres
from desktop.store.postgres.store import PostgresStore
from desktop.store.problems import StoreError
from tests.domain.world import CENTRE, reference
from tests.store.server import Server, connect

Login = Callable[[str], Awaitable[Any]]
Desk = Callable[[str], Awaitable[PostgresStore]]

VERIFIER = scram_verifier("a long password")
_logins = count()


def fresh() -> str:
    """A login that no other test has: logins belong to the whole server."""
    return f"operator.{next(_logins)}"


@pytest.fixture
async def login(server: Server, database: str) -> AsyncIterator[Login]:
    """Opens a connection as a login."""
    opened: list[Any] = []

    async def open_as(name: str) -> Any:
        opened.append(await connect(server, database, name))
        return opened[-1]

    yield open_as
    for one in opened:
        await one.close()


@pytest.fixture
async def desk(server: Server, database: str) -> AsyncIterator[Desk]:
    """Opens the centre as a login, as a desk does."""
    stores: list[PostgresStore] = []

    async def open_as(name: str) -> PostgresStore:
        stores.append(await open_postgres(server.url(database, name)))
        return stores[-1]

    yield open_as
    for store in stores:
        await store.close()


async def refused(connection: Any, statement: str, *given: object) -> tuple[str, str]:
    """The code and the message with which the server refuses a statement."""
    with pytest.raises(asyncpg.PostgresError) as caught:
        await connection.execute(statement, *given)
    return str(caught.value.sqlstate), str(caught.value.args[0])


ADD = "select kulkul.add_operator($1, $2, $3, $4)"
CHANGES = {
    ADD: ("x", "X", ["call_taker"], VERIFIER),
    "select kulkul.set_roles($1, $2)": ("ani", ["supervisor"]),
    "select kulkul.rename_operator($1, $2)": ("budi", "Someone"),
    "select kulkul.remove_operator($1)": ("budi",),
    "select kulkul.reset_password($1, $2)": ("budi", VERIFIER),
    "select kulkul.end_sessions($1)": ("budi",),
}


@pytest.mark.parametrize("name", ["ani", "budi", "citra", "eka", "fitri", "gede"])
async def test_only_an_administrator_keeps_accounts(login: Login, name: str) -> None:
    connection = await login(name)
    for statement, given in CHANGES.items():
        assert (await refused(connection, statement, *given))[0] == "42501", statement
    owner = await login("postgres")
    assert await owner.fetchval("select count(*) from kulkul.account_log") == 0


async def test_what_lies_under_it_is_shut_to_administrators_too(login: Login) -> None:
    connection = await login("dewa")
    for statement in (
        "select kulkul.login_make('x', null)",
        "select kulkul.login_groups('dewa', '{supervisor}')",
        "select kulkul.login_password('postgres', 'x')",
        "select kulkul.login_shut('postgres')",
        "select kulkul.login_end('postgres')",
        "select kulkul.log_account('added', 'x')",
        "insert into kulkul.account_log (at, by, what, login, detail) values (now(), 'x', 'x', 'x', '{}')",
        "delete from kulkul.account_log",
        "select * from kulkul.account_log",
        "set role kulkul_accounts",
        "set role kulkul_owner",
        "grant kulkul_accounts to dewa",
        "grant kulkul_supervisor to dewa",
        "create role x",
        "alter role budi password 'x'",
        "alter role dewa createrole",
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres' and pid <> 0",
    ):
        assert (await refused(connection, statement))[0] == "42501", statement


async def test_an_operator_is_added_and_can_work(desk: Desk, login: Login) -> None:
    dewa, new = await desk("dewa"), fresh()
    await dewa.write(
        lambda c: accounts.add_operator(c, new, "Kadek", {Role.DISPATCHER, Role.CALL_TAKER}, "a password")
    )
    connection = await login(new)
    assert await connection.fetchval("show search_path") == "kulkul_desk, kulkul"
    owner = await login("postgres")
    found = await owner.fetchrow(
        "select name, roles, password_hash from kulkul.operator where login = $1", new
    )
    assert tuple(found) == ("Kadek", '["call_taker", "dispatcher"]', None)
    groups = await owner.fetch(
        "select roleid::regrole::text as name from pg_auth_members where member = to_regrole($1)", f'"{new}"'
    )
    assert {one["name"] for one in groups} == {"kulkul_call_taker", "kulkul_dispatcher"}


async def test_an_administrator_makes_nothing_but_operators(login: Login) -> None:
    dewa, new = await login("dewa"), fresh()
    taken = ("exists", "ani", "postgres", "nyoman")
    for name in taken[1:]:
        assert await refused(dewa, ADD, name, "X", ["wall"], VERIFIER) == ("KU010", taken[0])
    for name in (
        "pg_x",
        "kulkul_owner2",
        "Ani",
        'a"b',
        "",
        "a b",
        "x" * 41,
        "1a",
        "public",
        "none",
        "a'; drop role ani",
    ):
        assert await refused(dewa, ADD, name, "X", ["wall"], VERIFIER) == ("KU010", "bad_login"), name
    for roles in ([], ["owner"], ["wall", None], ["kulkul_owner"], None):
        assert await refused(dewa, ADD, new, "X", roles, VERIFIER) == ("KU010", "bad_roles"), roles
    for called in ("", "  ", None, "x" * 201):
        assert await refused(dewa, ADD, new, called, ["wall"], VERIFIER) == ("KU010", "bad_name"), called
    weak = VERIFIER.replace("$4096:", "$1024:")
    for verifier in ("plain", "", None, "md5" + "0" * 32, weak, VERIFIER + "\n", VERIFIER + "' superuser"):
        assert await refused(dewa, ADD, new, "X", ["wall"], verifier) == ("KU010", "bad_verifier"), verifier


@pytest.mark.parametrize("name", ["postgres", "nyoman", "kulkul_owner", "kulkul_accounts", "nobody"])
async def test_logins_that_are_no_operators_are_left_alone(login: Login, name: str) -> None:
    dewa = await login("dewa")
    for statement, given in (
        ("select kulkul.set_roles($1, '{wall}')", (name,)),
        ("select kulkul.remove_operator($1)", (name,)),
        ("select kulkul.reset_password($1, $2)", (name, VERIFIER)),
        ("select kulkul.end_sessions($1)", (name,)),
    ):
        assert await refused(dewa, statement, *given) == ("KU010", "not_found")


async def test_a_superuser_among_the_operators_is_left_alone(login: Login) -> None:
    owner, dewa = await login("postgres"), await login("dewa")
    await owner.execute(
        "insert into kulkul.operator (login, name, roles, made_at)"
        " values ('postgres', 'X', '[\"wall\"]', now())"
    )
    for statement in (
        "select kulkul.set_roles('postgres', '{wall}')",
        "select kulkul.remove_operator('postgres')",
        "select kulkul.end_sessions('postgres')",
    ):
        assert await refused(dewa, statement) == ("KU010", "bad_login")


async def test_nobody_raises_the_own_role(login: Login) -> None:
    dewa = await login("dewa")
    await dewa.execute(ADD, fresh(), "Other", ["administrator"], VERIFIER)
    for statement in (
        "select kulkul.set_roles('dewa', '{administrator,supervisor}')",
        "select kulkul.remove_operator('dewa')",
    ):
        assert await refused(dewa, statement) == ("KU010", "own_account")


async def test_the_last_administrator_stays(login: Login) -> None:
    owner, new = await login("postgres"), fresh()
    await owner.execute("update kulkul.operator set removed_at = now() where roles ? 'administrator'")
    await owner.execute(ADD, new, "Only", ["administrator"], VERIFIER)
    for statement in (
        "select kulkul.set_roles($1, '{wall}')",
        "select kulkul.remove_operator($1)",
    ):
        assert await refused(owner, statement, new) == ("KU010", "last_administrator")
    await owner.execute("select kulkul.set_roles($1, '{administrator,wall}')", new)


async def test_two_administrators_cannot_take_each_others_role_at_once(login: Login) -> None:
    owner, one, other = await login("postgres"), fresh(), fresh()
    await owner.execute("update kulkul.operator set removed_at = now() where roles ? 'administrator'")
    for name in (one, other):
        await owner.execute(ADD, name, "X", ["administrator"], VERIFIER)
    first, second = await login(one), await login(other)
    outcomes = await asyncio.gather(
        first.execute("select kulkul.set_roles($1, '{wall}')", other),
        second.execute("select kulkul.set_roles($1, '{wall}')", one),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, asyncpg.PostgresError) for outcome in outcomes) == 1
    left = await owner.fetchval(
        "select count(*) from kulkul.operator where removed_at is null and roles ? 'administrator'"
    )
    assert left == 1


async def test_changed_roles_hold_at_once(login: Login, desk: Desk) -> None:
    dewa, new = await desk("dewa"), fresh()
    await dewa.write(lambda c: accounts.add_operator(c, new, "K", {Role.CALL_TAKER}, "a password"))
    connection = await login(new)
    await dewa.write(lambda c: accounts.set_roles(c, new, {Role.SUPERVISOR, Role.AUDITOR}))
    assert await connection.fetch("select * from kulkul.read_account_log(0, 1)") != []
    assert await connection.fetchval("select pg_has_role('kulkul_supervisor', 'member')") is True
    assert await connection.fetchval("select pg_has_role('kulkul_call_taker', 'member')") is False


async def test_who_is_removed_is_out_at_once(login: Login, desk: Desk, server: Server, database: str) -> None:
    dewa, new = await desk("dewa"), fresh()
    await dewa.write(lambda c: accounts.add_operator(c, new, "K", {Role.CALL_TAKER}, "a password"))
    ended = asyncio.Event()
    (await login(new)).add_termination_listener(lambda _connection: ended.set())
    await dewa.write(lambda c: accounts.remove_operator(c, new))
    await dewa.write(lambda c: accounts.end_sessions(c, new))
    await asyncio.wait_for(ended.wait(), 2)
    with pytest.raises(asyncpg.InvalidAuthorizationSpecificationError):
        await connect(server, database, new)
    with pytest.raises(StoreError, match="not_found"):
        await dewa.write(lambda c: accounts.remove_operator(c, new))
    with pytest.raises(StoreError, match="exists"):
        await dewa.write(lambda c: accounts.add_operator(c, new, "K", {Role.WALL}, "a password"))


async def test_a_session_that_outlives_its_operator_can_do_nothing(login: Login) -> None:
    gede = await login("gede")
    answer = await gede.fetchval("select kulkul.submit('{}')")
    assert '"form"' in answer or '"format"' in answer
    assert (await refused(gede, "select kulkul.change_password($1)", VERIFIER)) == ("KU010", "not_found")


async def test_every_change_is_written_down(login: Login, desk: Desk) -> None:
    dewa, new = await desk("dewa"), fresh()
    await dewa.write(lambda c: accounts.add_operator(c, new, "Kadek", {Role.CALL_TAKER}, "a password"))
    own = await desk(new)
    await own.write(lambda c: accounts.change_password(c, "another password"))
    await dewa.write(lambda c: accounts.set_roles(c, new, {Role.DISPATCHER}))
    await dewa.write(lambda c: accounts.rename_operator(c, new, "Made"))
    await dewa.write(lambda c: accounts.reset_password(c, new, "a third password"))
    await dewa.write(lambda c: accounts.remove_operator(c, new))
    found: tuple[accounts.AccountChange, ...] = ()
    for reader in ("dewa", "citra", "eka"):
        found = await (await desk(reader)).read(accounts.read_account_log)
        assert [(one.by, one.what, one.login) for one in found] == [
            ("dewa", "added", new),
            (new, "password_changed", new),
            ("dewa", "roles", new),
            ("dewa", "renamed", new),
            ("dewa", "password_reset", new),
            ("dewa", "removed", new),
        ]
    assert found[2].detail == {"before": ["call_taker"], "roles": ["dispatcher"]}
    assert found[3].detail == {"before": "Kadek", "name": "Made"}
    assert await (await desk("ani")).read(accounts.read_account_log) == ()
    latest = await dewa.read(lambda c: accounts.read_account_log(c, found[4].number))
    assert latest == found[5:]


async def test_problems_come_in_the_stores_words(desk: Desk) -> None:
    dewa, ani = await desk("dewa"), await desk("ani")
    with pytest.raises(StoreError, match="not_allowed"):
        await ani.write(lambda c: accounts.remove_operator(c, "budi"))
    with pytest.raises(StoreError) as caught:
        await dewa.write(lambda c: accounts.add_operator(c, "ani", "X", {Role.WALL}, "a password"))
    assert (caught.value.code, caught.value.detail) == ("exists", "ani")
    with pytest.raises(StoreError, match="bad_password"):
        await dewa.write(lambda c: accounts.reset_password(c, "ani", ""))


async def test_a_centre_is_made_with_its_first_administrator(
    empty_database: URL, other_database: URL, server: Server
) -> None:
    first = NewOperator(fresh(), "Putu", "a long password")
    await make_postgres(empty_database, CENTRE, reference(), first)
    store = await open_postgres(empty_database.set(username=first.login))
    assert [one.login for one in await store.read(accounts.read_account_log)] == [first.login]
    await store.close()
    with pytest.raises(StoreError, match="exists"):
        await make_postgres(other_database, CENTRE, reference(), first)
    with pytest.raises(StoreError, match="not_a_centre"):
        await open_postgres(other_database)
    await make_postgres(other_database, CENTRE, reference(), NewOperator(fresh(), "Putu", "a long password"))


@pytest.mark.parametrize(
    "password",
    ["plain", "p ä ß", "I\u00adX", "\u2168", "a\u00a0b\u2003c", "\u0627\u0031", "\u0627", "\x07", "🔥"],
)
async def test_the_verifier_is_the_servers_own(login: Login, password: str) -> None:
    owner, new = await login("postgres"), fresh()
    quoted = await owner.fetchval("select quote_literal($1)", password)
    trying = owner.transaction()
    await trying.start()
    await owner.execute(f'create role "{new}" password {quoted}')
    kept = await owner.fetchval("select rolpassword from pg_authid where rolname = $1", new)
    await trying.rollback()
    assert scram_verifier(password, b64decode(kept.split("$")[1].split(":")[1])) == kept


def test_passwords_are_prepared_as_the_rfc_has_it() -> None:
    """RFC 4013, section 3."""
    assert [saslprep(one) for one in ("I\u00adX", "user", "USER", "\u00aa", "\u2168")] == [
        "IX",
        "user",
        "USER",
        "a",
        "IX",
    ]
