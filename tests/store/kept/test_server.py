"""The same with a real server: cut off by the way to it, delivered by a colleague, and after a promotion."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.acts import Act, Refusal, Result, decode, encode
from desktop.store.kept.items import State
from desktop.store.kept.status import Reach
from desktop.store.postgres.making import open_postgres, verify_server
from desktop.store.queries_board import read_detail
from desktop.store.queries_search import search
from desktop.store.store import Store
from tests.domain.world import CENTRE, World, furnished, insert, named, open_incident, send
from tests.live.followed import until
from tests.store.backends import author_of
from tests.store.conftest import copied
from tests.store.kept.test_kept_store import must, new_acts
from tests.store.kept.wire import KeptDesk
from tests.store.proxy import Proxy, proxied
from tests.store.server import Server, administer, connect

WORKSTATION = "00000000-0000-4000-8000-00000000000a"


@pytest.fixture
async def world(server: Server, database: str) -> World:
    """What the centre is given at first."""
    return await furnish(server, database)


@pytest.fixture
def other_centre(server: Server) -> Iterator[str]:
    """Another database with the same centre in it."""
    with copied(server) as name:
        yield name


async def furnish(server: Server, database: str) -> World:
    """Give a centre its units and a clock that stands still."""
    made = furnished()
    store = await open_postgres(server.url(database, "hana"))
    for act, _ in made.done[1:]:
        assert isinstance(await store.submit(act, author_of("hana")), Result)
    await store.close()
    return made


def others(acts: list[Act]) -> list[Act]:
    """The same acts with ids of their own: those of a world follow from their number."""
    text = json.dumps([encode(act) for act in acts])
    for act in acts:
        text = text.replace(act.id, named(f"other {act.id}"))
    return [decode(one) for one in json.loads(text)]


@asynccontextmanager
async def at_desk(store: Store, folder: Path, login: str = "hana") -> AsyncIterator[KeptDesk]:
    """A desk at the end of a way that is none of Python's."""
    desk = KeptDesk(store, folder, login)
    await desk.start()
    try:
        yield desk
    finally:
        await desk.close()


@asynccontextmanager
async def far_desk(server: Server, database: str, folder: Path) -> AsyncIterator[tuple[KeptDesk, Proxy]]:
    """A desk whose way to the server can be broken."""
    async with proxied(server) as way:
        store = await open_postgres(way.url(database, "hana"), workstation=WORKSTATION)
        async with at_desk(store, folder) as desk:
            yield desk, way


async def journal(server: Server, database: str) -> list[tuple[str, str, str, str | None]]:
    """The acts in the database, in order: id, kind, author, claimed author."""
    connection = await connect(server, database)
    try:
        found = await connection.fetch(
            "select id::text, kind, author, claimed_by from kulkul.act order by sequence"
        )
    finally:
        await connection.close()
    return [(one["id"], one["kind"], one["author"], one["claimed_by"]) for one in found]


async def ids(server: Server, database: str) -> list[str]:
    """The acts that people meant, in order."""
    return [one[0] for one in await journal(server, database) if one[1] != "incident.numbered"]


@pytest.mark.parametrize("how", ["cut", "stall"])
async def test_a_desk_goes_on_and_delivers(
    how: str, server: Server, database: str, world: World, tmp_path: Path
) -> None:
    async with far_desk(server, database, tmp_path) as (desk, way):
        other = await open_postgres(server.url(database, "citra"))
        await other.wait_for_news()
        await must(desk, new_acts(world, open_incident))
        await until(lambda: named("i1") in desk.follower.board.cases)
        if how == "cut":
            await way.cut()
        else:
            way.stall()
        await until(lambda: desk.store.status.reach is Reach.CUT_OFF, 30)
        await must(desk, new_acts(world, open_incident, "i2", "c2") + new_acts(world, send, "E1", "i1"))
        await until(lambda: named("i2") in desk.follower.board.cases)
        incident = desk.follower.board.cases[named("i2")].incident
        assert incident.day is not None
        number = CENTRE.number(incident.day, incident.serial)
        pulse = desk.store.pulse
        assert pulse is not None
        assert number.full == f"DP 261124-S{pulse.number}-01"
        if how == "cut":
            await way.listen()
        else:
            way.flow()
        await until(lambda: desk.store.status.reach is Reach.ONLINE, 30)
        assert await ids(server, database) == [act.id for act, _ in world.done]
        hits = await desk.store.read(lambda connection: search(connection, number.short, CENTRE))
        assert [one.incident for one in hits] == [named("i2")]
        await until(lambda: desk.follower.board.cases[named("i2")].incident.serial == 2)
        assert desk.follower.board.units["E1"].status == "assigned"
        await other.close()
    assert (await verify_server(server.url(database))).clean


async def test_others_see_how_much_waits(server: Server, database: str, world: World, tmp_path: Path) -> None:
    kind = "incident.described"
    async with far_desk(server, database, tmp_path) as (desk, way):
        other = await open_postgres(server.url(database, "citra"))
        try:
            await must(desk, new_acts(world, open_incident))
            await until(lambda: named("i1") in desk.follower.board.cases)
            await way.cut()
            await desk.reaches(Reach.CUT_OFF)
            mine = world.act(kind, world.update(kind, "incident", "i1", address="Gg. Mawar 7"), name="mine")
            await must(desk, [mine])
            theirs = world.act(kind, mine.changes[0], name="theirs")
            assert isinstance(await other.submit(theirs, author_of("citra")), Result)
            await way.listen()
            await until(lambda: desk.store.status.reach is Reach.ONLINE, 30)
            (waiting,) = desk.store.waiting
            assert waiting.refusal is not None
            assert (waiting.refusal.code, waiting.refusal.act) == ("changed", theirs.id)

            def told() -> list[int]:
                return [] if other.pulse is None else [one.kept for one in other.pulse.desks]

            while told() != [1]:
                await other.wait_for_news()
            assert await desk.store.try_again(mine.id) is None
            while told() != [0]:
                await other.wait_for_news()
        finally:
            await other.close()
    assert (await verify_server(server.url(database))).clean


async def test_what_was_erased_meanwhile_stays_erased(
    server: Server, database: str, world: World, tmp_path: Path
) -> None:
    async with far_desk(server, database, tmp_path) as (desk, way):
        await must(desk, new_acts(world, open_incident))
        finish = world.act("call.finished", world.update("call.finished", "call", "c1"))
        close = world.act(
            "incident.closed", world.update("incident.closed", "incident", "i1", outcome="handled")
        )
        await until(lambda: named("i1") in desk.follower.board.cases)
        await desk.store.read(lambda connection: read_detail(connection, named("i1")))
        kind = "incident.described"
        late = world.act(kind, world.update(kind, "incident_private", "i1", patient="Ibu Sari"), name="late")
        await way.cut()
        await desk.reaches(Reach.CUT_OFF)
        await must(desk, [late])
        other = await open_postgres(server.url(database, "hana"))
        world.must("hana", finish)
        erasing = [finish, world.must("hana", close)]
        kind = "personal.erased"
        rows = (world.update(kind, "call_private", "c1"), world.update(kind, "incident_private", "i1"))
        erasing.append(world.must("hana", world.act(kind, *rows, note="Diminta penelepon")))
        for act in erasing:
            assert isinstance(await other.submit(act, author_of("hana")), Result)
        await other.close()
        await way.listen()
        await until(lambda: desk.store.status.reach is Reach.ONLINE, 30)
        (waiting,) = desk.store.waiting
        assert waiting.act.id == late.id
        refusal = await desk.store.try_again(late.id)
        assert refusal is not None
        assert refusal.code == "changed"
    connection = await connect(server, database)
    assert await connection.fetchval("select count(patient) from kulkul.incident_private") == 0
    await connection.close()


async def test_a_colleague_delivers(server: Server, database: str, world: World, tmp_path: Path) -> None:
    async with proxied(server) as way:
        store = await open_postgres(way.url(database, "ani"), workstation=WORKSTATION)
        async with at_desk(store, tmp_path, "ani") as desk:
            await way.cut()
            await desk.reaches(Reach.CUT_OFF)
            await must(desk, new_acts(world, open_incident))
    store = await open_postgres(server.url(database, "budi"), workstation=WORKSTATION)
    async with at_desk(store, tmp_path, "budi") as desk:
        assert desk.store.status.kept == 3
        desk.store.start()
        await until(lambda: desk.store.status.kept == 0)
    told = await journal(server, database)
    assert [one[2:] for one in told[-3:]] == [("budi", "ani")] * 3
    assert (await verify_server(server.url(database))).clean


@pytest.mark.parametrize("deliver", [True, False])
async def test_what_is_from_before_a_restore_waits_for_a_decision(
    deliver: bool, server: Server, database: str, other_centre: str, world: World, tmp_path: Path
) -> None:
    """The other centre is the first as it was before the incident: as a backup brings it back."""
    there = await furnish(server, other_centre)
    async with at_desk(await open_postgres(server.url(database, "hana")), tmp_path) as desk:
        desk.store.start()
        await until(lambda: desk.outbox.epoch == 1)
        await must(desk, new_acts(world, open_incident))
    await administer(server, other_centre, "set search_path = kulkul, pg_temp; select raise_epoch(true)")
    store = await open_postgres(server.url(other_centre, "hana"), workstation=WORKSTATION)
    async with at_desk(store, tmp_path) as desk:
        desk.store.start()
        await until(lambda: desk.store.status.held == 2)
        assert [one.refusal for one in desk.store.waiting] == [None] * 2
        assert len(await ids(server, other_centre)) == len(there.done)
        assert store.pulse is not None
        assert store.pulse.restored is not None
        assert store.pulse.restored.state_of is not None
        row = insert("restore_decision", "d1", epoch=store.pulse.restored.epoch, deliver=deliver)
        decided = world.act("restore.decided", row, note="cadangan kemarin")
        refused = await desk.store.submit(replace(decided, note=None), author_of("hana"))
        assert refused == Refusal("note")
        await must(desk, [decided])
        await until(lambda: desk.store.status.kept == 0)
        given = [act.id for act, _ in world.done[3:]] if deliver else []
        assert await ids(server, other_centre) == [*(act.id for act, _ in there.done), decided.id, *given]
        if not deliver:
            put_away = desk.outbox.items(State.PUT_AWAY)
            assert {(one.decided_by, one.reason) for one in put_away} == {("hana", decided.id)}
    assert (await verify_server(server.url(other_centre))).clean


@pytest.mark.parametrize("taken", [False, True])
async def test_what_a_promoted_server_misses_is_delivered_again(
    taken: bool, server: Server, database: str, other_centre: str, world: World, tmp_path: Path
) -> None:
    there = await furnish(server, other_centre)
    store = await open_postgres(server.url(database, "hana"), workstation=WORKSTATION)
    async with at_desk(store, tmp_path) as desk:
        desk.store.start()
        await until(lambda: desk.outbox.epoch == 1)
        await must(desk, new_acts(world, open_incident) + new_acts(world, send, "E1", "i1"))
    promoted = await connect(server, other_centre)
    await promoted.execute("update kulkul.centre set epoch = 2")
    await promoted.close()
    if taken:
        other = await open_postgres(server.url(other_centre, "citra"))
        for act in others(new_acts(there, open_incident, "i9", "c9")):
            assert isinstance(await other.submit(act, author_of("citra")), Result)
        await other.close()
    store = await open_postgres(server.url(other_centre, "hana"), workstation=WORKSTATION)
    async with at_desk(store, tmp_path) as desk:
        desk.store.start()
        await until(lambda: desk.outbox.epoch == 2)
        assert not desk.store.waiting
        found = await ids(server, other_centre)
        assert found[len(there.done) :] == [act.id for act, _ in world.done[3:]]
        hits = await desk.store.read(lambda connection: search(connection, "DP 261124-001", CENTRE))
        assert {one.incident for one in hits} == {named("i1")} | ({named("i9")} if taken else set())
