"""The picture on the disk, and acts that are carried to another desk in a file."""

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from desktop.domain.acts import Result
from desktop.live.picture import picture_of
from desktop.runtime.ids import new_id
from desktop.store.kept.cached import Cached, read_cached, write_cached
from desktop.store.kept.export import export_kept, read_export
from desktop.store.kept.items import State
from desktop.store.kept.keys import PIN_LASTS
from desktop.store.kept.known import known_from
from desktop.store.kept.status import Reach
from desktop.store.kept.store import KeptStore
from desktop.store.making import open_file
from desktop.store.problems import StoreError
from desktop.store.queries_board import read_detail, read_snapshot
from desktop.store.queries_history import log_look
from desktop.store.sealing import make_key
from desktop.store.tables import access_log
from tests.domain.world import CENTRE, NOW, World, named, open_incident, send
from tests.live.followed import until
from tests.store.backends import author_of
from tests.store.kept.conftest import OpenDesk
from tests.store.kept.test_kept_store import is_clean, journal, must, new_acts, there
from tests.store.kept.wire import KeptDesk, Wire, holder_of, open_outbox, readers

SAVED = datetime(2026, 11, 24, 15, tzinfo=UTC)


def cached(desk: KeptDesk) -> Cached:
    """What a desk would put on the disk."""
    picture = picture_of(desk.follower.board, desk.follower.clock)
    return Cached(CENTRE, 3, known_from(picture, CENTRE.zone), SAVED)


async def furnish(desk: KeptDesk, world: World) -> None:
    """An open incident with a unit, and a restricted one whose caller speaks."""
    await must(desk, new_acts(world, open_incident) + new_acts(world, send, "E1", "i1"))
    await must(desk, new_acts(world, open_incident, "i2", "c2"))
    kind = "incident.described"
    hide = world.act(kind, world.update(kind, "incident", "i2", restricted=True, address="Jl. Kamboja 7"))
    await must(desk, new_acts(world, lambda w: w.must("ani", hide)))
    await until(lambda: named("i2") in desk.follower.board.cases)
    await until(lambda: desk.follower.board.cases[named("i2")].incident.restricted)


async def test_the_picture_on_the_disk_holds_no_caller(desk: KeptDesk, world: World, tmp_path: Path) -> None:
    await furnish(desk, world)
    path = tmp_path / "picture"
    write_cached(path, cached(desk), readers("budi"))
    assert b"Mawar" not in path.read_bytes()
    found = read_cached(path, holder_of("budi"), SAVED + PIN_LASTS)
    assert (found.centre, found.workstation, found.saved_at) == (CENTRE, 3, SAVED)
    text = repr(found)
    assert "Mawar" in text
    assert "Kamboja" not in text, "restricted"
    assert "0812" not in text
    assert found.known.hidden


async def test_the_picture_is_for_who_set_a_pin_and_for_twelve_hours(
    desk: KeptDesk, world: World, tmp_path: Path
) -> None:
    await furnish(desk, world)
    path = tmp_path / "picture"
    with pytest.raises(StoreError, match="not_found"):
        read_cached(path, holder_of("budi"), SAVED)
    write_cached(path, cached(desk), readers("budi"))
    with pytest.raises(StoreError, match="sealed_otherwise"):
        read_cached(path, holder_of("citra"), SAVED)
    with pytest.raises(StoreError, match="not_found"):
        read_cached(path, holder_of("budi"), SAVED + PIN_LASTS + timedelta(seconds=1))
    assert not path.exists()


async def test_signing_in_without_the_server(
    desk: KeptDesk, world: World, tmp_path: Path, file: Path
) -> None:
    await furnish(desk, world)
    path = tmp_path / "picture"
    write_cached(path, cached(desk), readers("hana"))
    picture = read_cached(path, holder_of("hana"), SAVED)
    outbox = open_outbox(tmp_path / "alone")
    author = author_of("hana")
    alone = KeptStore(None, picture.centre, outbox, author, lambda: None, new_id, picture.workstation)
    assert alone.pulse is None
    try:
        await alone.begin_cut_off(picture.known, StoreError("unreachable"))
        board = await alone.read(lambda connection: read_snapshot(connection, NOW))
        assert {case.id for case in board.cases} == {named("i1"), named("i2")}
        assert {unit.id: unit.status for unit in board.units}["E1"] == "assigned"
        assert {entry.private.number for entry in board.calls} == {None}
        hidden = await alone.read(lambda connection: read_detail(connection, named("i2")))
        assert hidden is not None
        assert hidden.case.incident.address is None
        for act in new_acts(world, open_incident, "i3", "c3") + new_acts(world, send, "E2", "i3", "a3"):
            answer = await alone.submit(act, author)
            assert isinstance(answer, Result)
        assert alone.status.reach is Reach.CUT_OFF
        assert alone.status.kept == 4
        alone.attach(Wire(open_file(file)), author)
        await until(lambda: alone.status.reach is Reach.ONLINE)
        assert alone.status.kept == 0
        told = [one.id for one in await journal(file) if one.kind != "incident.numbered"]
        assert told == [act.id for act, _ in world.done]
        assert await is_clean(file)
    finally:
        await alone.close()


async def test_a_dead_workstations_acts_are_carried_to_another_desk(
    open_desk: OpenDesk, world: World, file: Path, tmp_path: Path
) -> None:
    public = make_key(tmp_path / "centre.key")
    dead = await open_desk("ani", "dead")
    dead.wire.cut()
    await must(dead, new_acts(world, open_incident))
    await dead.reaches(Reach.CUT_OFF)
    look = partial(log_look, operator="ani", what="look_up", subject="x", call=named("c1"), new_id=new_id())
    await dead.store.write(partial(look, at=NOW))
    target = tmp_path / "carried"
    assert export_kept(dead.outbox, CENTRE.id, public, target) == 3
    with pytest.raises(StoreError, match="exists"):
        export_kept(dead.outbox, CENTRE.id, public, target)
    assert b"Mawar" not in target.read_bytes()
    assert target.stat().st_mode & 0o777 == 0o600
    make_key(tmp_path / "other.key")
    with pytest.raises(StoreError, match="sealed_otherwise"):
        read_export(target, CENTRE.id, tmp_path / "other.key")
    with pytest.raises(StoreError, match="not_a_centre"):
        read_export(target, "another", tmp_path / "centre.key")
    living = await open_desk("hana", "living")
    items = read_export(target, CENTRE.id, tmp_path / "centre.key")
    assert await living.store.take_in(items) == 3
    await until(lambda: living.store.status.kept == 0)
    told = await journal(file)
    assert [(one.author, one.claimed_by) for one in told[-3:]] == [("hana", "ani")] * 3
    assert await living.store.take_in(items) == 0
    await until(lambda: not living.outbox.looks)
    (looked,) = await there(file, *access_log.c)
    assert (looked.operator, looked.claimed_by, looked.subject) == ("hana", "ani", "x")
    dead.wire.mend()
    await dead.reaches(Reach.ONLINE)
    assert not dead.store.waiting, "they are there, as another brought them"
    assert len(await journal(file)) == len(told)
    assert not dead.outbox.items(State.KEPT)
    assert len(await there(file, access_log.c.id)) == 1
    assert await is_clean(file)
