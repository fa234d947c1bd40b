"""Signing in at a desk on a server: what is written down, the own password, an old program, a wrong clock."""

from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.presence import Pulse
from desktop.live.follow import Follower
from desktop.store.accounts import account, add_operator, sign_in
from desktop.store.making import open_file
from desktop.store.postgres.accounts import scram_verifier
from desktop.store.postgres.entering import open_as
from desktop.store.postgres.store import PostgresStore
from desktop.store.problems import StoreError
from desktop.store.store import Store
from tests.store.backends import author_of, make_staffed_file
from tests.store.server import Server, administer, connect

WORKSTATION = "0193c0de-0000-4000-8000-000000000001"
Enter = Callable[[str], Awaitable[PostgresStore]]


@pytest.fixture
async def enter(server: Server, database: str) -> AsyncIterator[Enter]:
    """Signs in at a desk, as its door does."""
    opened: list[PostgresStore] = []

    async def signed_in(login: str) -> PostgresStore:
        url = server.url(database).set(username=None).render_as_string()
        opened.append(await open_as(url, login, None, workstation=WORKSTATION, version="0.1.0"))
        return opened[-1]

    yield signed_in
    for store in opened:
        await store.close()


@pytest.fixture
async def owner(server: Server, database: str) -> AsyncIterator[Any]:
    """The superuser's own connection."""
    connection = await connect(server, database)
    yield connection
    await connection.close()


async def pulse_of(store: Store) -> Pulse:
    """The first answer to a heartbeat."""
    await store.wait_for_news()
    assert store.pulse is not None
    return store.pulse


async def test_who_signs_in_at_which_desk_is_written_down_and_a_flood_is_not(
    enter: Enter, owner: Any, server: Server, database: str
) -> None:
    await pulse_of(await enter("budi"))
    lines = await owner.fetch("select operator, what, subject from kulkul.access_log")
    assert [tuple(one) for one in lines] == [("budi", "sign_in", f"{WORKSTATION} 0.1.0")]
    budi = await connect(server, database, "budi")
    for _ in range(30):
        await budi.execute("select kulkul.log_sign_in($1, 'x')", WORKSTATION)
    await budi.close()
    assert await owner.fetchval("select count(*) from kulkul.access_log") == 20


async def test_a_server_that_takes_nothing_lets_operators_in(
    enter: Enter, server: Server, database: str
) -> None:
    await administer(server, "postgres", f"alter database {database} set default_transaction_read_only = on")
    budi = await enter("budi")
    assert (await budi.read(lambda connection: account(connection, "budi"))).login == "budi"


async def test_an_own_password_is_the_one_for_the_next_connection(enter: Enter, owner: Any) -> None:
    budi = await enter("budi")
    await budi.change_password(author_of("budi"), "sandi baru 7")
    kept = await owner.fetchval("select rolpassword from pg_authid where rolname = 'budi'")
    assert kept == scram_verifier("sandi baru 7", salt_of(kept))
    assert budi._way._address.password == "sandi baru 7"
    with pytest.raises(StoreError, match="sign_in"):
        await budi.change_password(author_of("citra"), "x")
    with pytest.raises(StoreError, match="bad_password"):
        await budi.change_password(author_of("budi"), "")


def salt_of(verifier: str) -> bytes:
    """The salt in a verifier."""
    return b64decode(verifier.split("$")[1].split(":")[1])


async def test_an_own_password_in_a_file(tmp_path: Path) -> None:
    make_staffed_file(tmp_path / "centre.sqlite")
    store = open_file(tmp_path / "centre.sqlite")
    try:
        await store.write(
            lambda connection: add_operator(connection, "hasan", "Hasan", frozenset(), "sandi lama")
        )
        hasan = await store.read(lambda connection: sign_in(connection, "hasan", "sandi lama"))
        await store.change_password(hasan, "sandi baru")
        await store.read(lambda connection: sign_in(connection, "hasan", "sandi baru"))
        with pytest.raises(StoreError, match="sign_in"):
            await store.read(lambda connection: sign_in(connection, "hasan", "sandi lama"))
        with pytest.raises(StoreError, match="bad_password"):
            await store.change_password(hasan, "")
    finally:
        await store.close()


async def test_a_desk_learns_that_the_database_was_upgraded_under_it(enter: Enter, owner: Any) -> None:
    follower = Follower(await enter("budi"))
    await pulse_of(follower._store)
    assert not follower.outdated
    await owner.execute("update kulkul.alembic_version set version_num = '9999'")
    await follower._store.wait_for_news()
    assert follower.outdated


async def test_how_wrong_the_workstations_clock_is(enter: Enter) -> None:
    pulse = await pulse_of(await enter("budi"))
    assert abs(pulse.clock_ahead) < timedelta(seconds=5)
    fast = replace(pulse, answered_at=pulse.answered_at + timedelta(minutes=10))
    assert timedelta(minutes=9) < fast.clock_ahead < timedelta(minutes=11)
