"""Crews on duty and hand-overs in both databases: who reads names and pages, and what an erasure leaves."""

import pytest

from desktop.domain.acts import Refusal, Result
from desktop.domain.shifts import Shift
from desktop.operations.desk import Desk, Done
from desktop.operations.erasure import Erasure, erase, rows_with
from desktop.operations.shift_table import bring_shifts, shifts_changed
from desktop.operations.shifts import crews_on_duty, handovers, one_handover
from desktop.runtime.ids import new_id
from desktop.store.accounts import remove_operator
from desktop.store.queries import read_reference
from desktop.store.sqlite_store import SqliteStore
from tests.domain.lawful import simple
from tests.domain.shift_acts import CREW, HELD, NAMED, PAGE, WATCH, whole
from tests.domain.world import named
from tests.store.backends import author_of
from tests.store.desks import Desks
from tests.store.server import Server, connect

READERS = ("ani", "budi", "citra", "eka")
OTHERS = ("dewa", "fitri")


async def _desk(desks: Desks, login: str) -> Desk:
    store = await desks.store(login)
    if isinstance(store, SqliteStore):
        await store.read_as(author_of(login))
    return Desk(store, author_of(login), new_id)


async def test_names_and_pages_are_read_by_role_and_are_gone_once_erased(desks: Desks) -> None:
    world = desks.world
    since = len(world.done)
    whole(world)
    await desks.catch_up(since)
    for login in READERS:
        desk = await _desk(desks, login)
        crews = await crews_on_duty(desk)
        assert [(unit, one.sign.head_count, one.private.names) for unit, one in crews.items()] == [
            ("E1", 3, CREW)
        ]
        (entry,) = await handovers(desk)
        assert entry.private is not None
        assert (entry.waits, entry.private.page, entry.private.watch) == (True, PAGE, WATCH)
    for login in OTHERS:
        desk = await _desk(desks, login)
        assert [one.private.names for one in (await crews_on_duty(desk)).values()] == [None]
        found = await one_handover(desk, named("h1"))
        assert found is not None
        assert found.private is not None
        assert (found.private.page, found.private.watch) == (None, None)

    eraser = await _desk(desks, "citra")
    assert set(await rows_with(eraser, "wayan")) == {named("s1")}
    assert set(await rows_with(eraser, "pak rai")) == {named("h1")}
    assert await erase(eraser, NAMED, "atas permintaan") == Erasure(0, 0, 0, others=2)
    assert await rows_with(eraser, "wayan") == await rows_with(eraser, "pak rai") == ()
    reader = await _desk(desks, "eka")
    assert [one.private.names for one in (await crews_on_duty(reader)).values()] == [None]
    (entry,) = await handovers(reader)
    assert entry.private is not None
    assert entry.private.watch is None

    since = len(world.done)
    world.must("budi", simple("unit.off_duty", "unit", "E1")(world))
    await desks.catch_up(since)
    assert await crews_on_duty(reader) == {}, "as a desk of before says it, which knows no crews"


async def test_other_shifts_hold_and_one_withdrawn_keeps_its_name(desks: Desks) -> None:
    desk = await _desk(desks, "dewa")
    day, night = (
        Shift(id=one, name=one, begins="08:00", ends="20:00", source="kami") for one in ("day", "night")
    )
    for wanted in ((day,), (night,)):
        present = tuple((await desk.store.read(read_reference)).shifts.values())
        assert isinstance(await bring_shifts(desk, shifts_changed(present, wanted)), Done)
    shifts = (await desk.store.read(read_reference)).shifts
    assert {one.id: (one.name, one.holds) for one in shifts.values()} == {
        "day": ("day", False),
        "night": ("night", True),
    }


async def test_whose_account_was_shut_holds_nothing(desks: Desks, request: pytest.FixtureRequest) -> None:
    since = len(desks.world.done)
    for step in HELD:
        step(desks.world)
    await desks.catch_up(since)
    let_go = simple("incident.released", "incident", "i1")(desks.world)
    refused = await desks.submit(let_go, "budi")
    assert isinstance(refused, Refusal)
    assert refused.code == "let_go_by_holder"
    store = await desks.store("citra")
    if isinstance(store, SqliteStore):
        await store.write(lambda connection: remove_operator(connection, "ani"))
    else:
        server: Server = request.getfixturevalue("server")
        owner = await connect(server, request.getfixturevalue("database"), "postgres")
        await owner.execute("update kulkul.operator set removed_at = now() where login = 'ani'")
        await owner.close()
    assert isinstance(await desks.submit(let_go, "budi"), Result)
