"""What was kept about an incident that is restricted by now comes there all the same, and restricts it."""

from pathlib import Path

import pytest

from desktop.domain.acts import Act, Result
from desktop.domain.incidents import Incident
from desktop.store.kept.status import Reach
from desktop.store.making import open_file
from desktop.store.postgres.making import open_postgres
from desktop.store.queries import read_records
from desktop.store.queries_board import read_detail
from desktop.store.store import Store
from desktop.store.tables import TABLES
from tests.domain.world import World, insert, named, open_incident, opened, take
from tests.live.followed import until
from tests.store.backends import author_of
from tests.store.kept.conftest import OpenDesk
from tests.store.kept.test_kept_store import is_clean, must, new_acts
from tests.store.kept.test_server import WORKSTATION, at_desk, furnish
from tests.store.kept.wire import KeptDesk
from tests.store.proxy import proxied
from tests.store.server import Server


async def meanwhile(file: Path, *acts: Act) -> None:
    """What others did at the centre."""
    store = open_file(file)
    for act in acts:
        assert isinstance(await store.submit(act, author_of("hana")), Result)
    await store.close()


async def incident(file: Path, name: str) -> Incident:
    """An incident as the database has it."""
    store = open_file(file)
    table = TABLES["incident"]
    (found,) = await store.read(lambda c: read_records(c, Incident, table.c.id == named(name)))
    await store.close()
    return found


def restrict(world: World, category: str = "fire") -> Act:
    """The act after which incidents of a category are restricted."""
    return world.act(
        "reference.loaded", world.update("reference.loaded", "category", category, restricted=True)
    )


async def test_an_incident_whose_category_restricts_by_now_is_opened_restricted(
    open_desk: OpenDesk, world: World, file: Path
) -> None:
    desk = await open_desk("ani")
    await must(desk, new_acts(world, take))
    await until(lambda: named("c1") in desk.follower.board.calls)
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    await must(desk, [opened(world)])
    await meanwhile(file, restrict(world))
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    assert not desk.store.waiting
    found = await incident(file, "i1")
    assert (found.category, found.restricted, found.opened_by) == ("fire", True, "ani")
    assert await is_clean(file)


@pytest.mark.parametrize("by", ["ani", "budi"])
async def test_so_is_one_that_gets_such_a_category(
    by: str, open_desk: OpenDesk, world: World, file: Path
) -> None:
    """Here also where a colleague delivers."""
    plain = insert("category", "plain", name_id="Pohon tumbang", priority="P2")
    await meanwhile(file, world.must("dewa", world.act("reference.loaded", plain)))
    desk = await open_desk("ani")
    await must(desk, new_acts(world, open_incident))
    await until(lambda: named("i1") in desk.follower.board.cases)
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    kind = "incident.described"
    await must(desk, [world.act(kind, world.update(kind, "incident", "i1", category="plain"))])
    await meanwhile(file, restrict(world, "plain"))
    if by == "ani":
        desk.wire.mend()
        await desk.reaches(Reach.ONLINE)
    else:
        await desk.close()
        desk = await open_desk(by)
        desk.store.start()
        await until(lambda: desk.store.status.kept == 0)
    assert not desk.store.waiting
    found = await incident(file, "i1")
    assert (found.category, found.restricted) == ("plain", True)
    assert await is_clean(file)


async def test_a_merge_with_one_that_was_restricted_restricts_the_target(
    desk: KeptDesk, world: World, file: Path
) -> None:
    await must(desk, new_acts(world, open_incident) + new_acts(world, open_incident, "i2", "c2"))
    await until(lambda: named("i2") in desk.follower.board.cases)
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    kind = "incident.merged"
    moves = world.update(kind, "call", "c2", incident=named("i1"))
    merge = world.act(kind, world.update(kind, "incident", "i2", merged_into=named("i1")), moves)
    await must(desk, [merge])
    kind = "incident.described"
    await meanwhile(file, world.act(kind, world.update(kind, "incident", "i2", restricted=True)))
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    assert not desk.store.waiting
    found = await incident(file, "i1")
    assert found.restricted
    assert await is_clean(file)


async def write(store: Store, login: str, act: Act) -> None:
    """Write an act."""
    assert isinstance(await store.submit(act, author_of(login)), Result)


async def test_what_its_author_no_longer_reads_waits_and_says_what_to_do(
    server: Server, database: str, tmp_path: Path
) -> None:
    world = await furnish(server, database)
    citra = await open_postgres(server.url(database, "citra"))
    for act in new_acts(world, open_incident):
        await write(citra, "citra", act)
    kind = "incident.described"
    async with proxied(server) as way:
        store = await open_postgres(way.url(database, "ani"), workstation=WORKSTATION)
        async with at_desk(store, tmp_path, "ani") as desk:
            await until(lambda: named("i1") in desk.follower.board.cases)
            await desk.store.read(lambda connection: read_detail(connection, named("i1")))
            await way.cut()
            await desk.reaches(Reach.CUT_OFF)
            mine = world.act(kind, world.update(kind, "incident_private", "i1", patient="Anak"), name="mine")
            await must(desk, [mine])
            theirs = world.update(kind, "incident_private", "i1", patient="Anak, 6 tahun")
            restricts = world.update(kind, "incident", "i1", restricted=True)
            await write(citra, "citra", world.act(kind, restricts, theirs, name="theirs"))
            await way.listen()
            await desk.reaches(Reach.ONLINE)
            (waiting,) = desk.store.waiting
            assert waiting.act.id == mine.id
            refusal = await desk.store.try_again(mine.id)
            assert refusal is not None
            assert (refusal.code, refusal.row) == ("restricted_meanwhile", named("i1"))
            glass = insert("glass", "g1", incident=named("i1"))
            await must(desk, [world.act("incident.glass_broken", glass, note="pelapor menelepon lagi")])
            assert await desk.store.try_again(mine.id) is None
            assert not desk.store.waiting
    await citra.close()
