"""A primary dies and its standby is promoted: no number is given twice, nobody goes back to the old."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.domain.acts import Result
from desktop.store.postgres.epochs import Epochs
from desktop.store.postgres.making import make_postgres, open_postgres, verify_server
from desktop.store.postgres.store import PostgresStore
from desktop.store.problems import StoreError
from tests.domain.world import CENTRE, World, insert, named, opened, reference
from tests.store.backends import author_of
from tests.store.loops import apart
from tests.store.server import Server, administer, connect, needed, staff
from tests.store.standby import kill, lose_sight, pair, promote, wait_until_in_step

GAP = 50


@pytest.fixture
def servers() -> Iterator[tuple[Server, Server]]:
    """A primary with a centre, and its standby."""
    with pair(needed()) as made:
        apart(_make(made[0]))
        yield made


async def _make(primary: Server) -> None:
    await administer(primary, "postgres", "create database centre")
    await make_postgres(primary.url("centre"), CENTRE, reference())
    await staff(primary, "centre")


def either(servers: tuple[Server, Server], login: str) -> str:
    """The address of both servers, for a login."""
    return f"postgresql://{login}@/centre?host={servers[0].folder},{servers[1].folder}"


async def open_incident(
    store: PostgresStore, name: str, login: str = "ani", said: tuple[date, int] | None = None
) -> int:
    """Take a call and open an incident from it, of which a number was `said`; the serial that it got."""
    world, call = World(), f"call of {name}"
    world.must("installer", reference())
    rows = (insert("call", call), insert("call_private", call))
    taken = world.must("ani", world.act("call.taken", *rows, name=f"take {name}"))
    made = replace(opened(world, name, call), id=named(f"open {name}"))
    first = await store.submit(taken, author_of(login))
    numbers = {} if said is None else {named(name): said}
    second = await store.resubmit(made, author_of(login), numbers)
    assert isinstance(first, Result), first
    assert isinstance(second, Result), second
    return second.numbers[named(name)][1]


async def epoch_of(server: Server) -> int:
    """The epoch as it is written on a server."""
    connection = await connect(server, "centre")
    try:
        epoch: int = await connection.fetchval("select epoch from kulkul.centre")
        return epoch
    finally:
        await connection.close()


async def test_a_number_lost_with_the_primary_is_not_given_again(servers: tuple[Server, Server]) -> None:
    primary, standby = servers
    store = await open_postgres(primary.url("centre", "ani"))
    assert await open_incident(store, "i1") == 1
    wait_until_in_step(standby, primary)
    lose_sight(standby)
    lost = [await open_incident(store, f"i{place}") for place in range(2, 7)]
    await store.close()
    kill(primary)
    promote(standby)
    # The first to come raises the epoch, the others find it done.
    stores = [await open_postgres(standby.url("centre", "ani")) for _ in range(6)]
    given = await asyncio.gather(*(open_incident(one, f"n{place}") for place, one in enumerate(stores)))
    assert sorted(given) == list(range(1 + GAP + 1, 1 + GAP + 7))
    assert not set(given) & set(lost)
    epoch = await epoch_of(standby)
    assert epoch > CENTRE.epoch
    today = datetime.now(CENTRE.zone).date()
    again = [
        await open_incident(stores[0], f"i{place}", said=(today, number))
        for place, number in enumerate(lost, 2)
    ]
    assert again == lost
    assert await epoch_of(standby) == epoch
    for one in stores:
        await one.close()
    assert (await verify_server(standby.url("centre"))).clean


async def test_the_act_itself_raises_the_epoch_and_leaves_room_on_other_days(
    server: Server, database: str
) -> None:
    """Also for who writes without a desk, and on days for which nothing has been given here."""
    await administer(server, database, "update kulkul.lineage set timeline = 0")
    connection = await connect(server, database, "ani")
    refused = await connection.fetchval("select kulkul.submit('{}')::text")
    assert "refused" in refused
    await connection.close()
    store = await open_postgres(server.url(database, "ani"))
    assert await open_incident(store, "i1") == GAP + 1
    await administer(server, database, "update kulkul.lineage set server = 'another'")
    assert await open_incident(store, "i2") == GAP + 1 + GAP + 1
    highest = store.highest_epoch
    await store.close()
    connection = await connect(server, database)
    assert await connection.fetchval("select epoch from kulkul.centre") > highest
    assert await connection.fetchval("select count(*) from kulkul.serial where last < 50") == 0
    assert await connection.fetchval("select count(*) from kulkul.serial") > 40
    await connection.close()


async def test_a_restart_raises_nothing(servers: tuple[Server, Server]) -> None:
    primary, standby = servers
    store = await open_postgres(primary.url("centre", "ani"))
    assert await open_incident(store, "i1") == 1
    kill(primary)
    primary.start()
    with pytest.raises(StoreError):
        await open_incident(store, "i1")
    assert await open_incident(store, "i2") == 2
    await store.close()
    assert await epoch_of(primary) == CENTRE.epoch
    wait_until_in_step(standby, primary)
    connection = await connect(standby, "centre", "ani")
    assert '"standby": true' in await connection.fetchval("select kulkul.standing()::text")
    await connection.close()


async def open_in_the_end(store: PostgresStore, name: str) -> int:
    """`open_incident`, where the first try may meet the broken connection, or find it replaced already."""
    with suppress(StoreError):
        return await open_incident(store, name)
    return await open_incident(store, name)


async def test_the_old_primary_is_refused_by_who_has_seen_the_new(
    servers: tuple[Server, Server], tmp_path: Path
) -> None:
    primary, standby = servers
    file = tmp_path / "servers" / "epochs.json"
    store = await open_postgres(either(servers, "ani"), epochs=Epochs(file))
    assert await open_incident(store, "i1") == 1
    wait_until_in_step(standby, primary)
    kill(primary)
    promote(standby)
    assert await open_in_the_end(store, "i2") > GAP
    primary.start()
    # Everything is broken off while both take changes: what comes after goes to the new one.
    await administer(
        standby, "centre", "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ani'"
    )
    assert await open_in_the_end(store, "i3") > GAP
    await store.close()
    # The desk is started again, and only the old one answers.
    kill(standby)
    for address in (either(servers, "ani"), primary.url("centre", "ani")):
        with pytest.raises(StoreError) as caught:
            await open_postgres(address, epochs=Epochs(file))
        assert caught.value.code == "old_primary"
    standby.start()
    store = await open_postgres(either(servers, "ani"), epochs=Epochs(file))
    assert await open_incident(store, "i4") > GAP
    await store.close()


def test_epochs_are_remembered_by_centre(tmp_path: Path) -> None:
    file = tmp_path / "epochs.json"
    one, other = Epochs(file), Epochs(file)
    one.judge("a", 5)
    other.judge("b", 7)
    found = Epochs(file)
    assert (found.highest("a"), found.highest("b"), found.highest("c")) == (5, 7, 0)
    with pytest.raises(StoreError) as caught:
        found.judge("a", 4)
    assert caught.value.code == "old_primary"
    found.judge("c", 1)
    file.write_text("{")
    assert Epochs(file).highest("a") == 0
    unwritable = Epochs(file / "below a file")
    unwritable.judge("a", 3)
    assert unwritable.highest("a") == 3
