"""Answering an alarm that stands for days: the answer of before is on no board any more."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import update

from desktop.domain.acts import Refusal
from desktop.domain.units import Assignment
from desktop.operations.alarms import say_well
from desktop.operations.desk import Desk, Done
from desktop.runtime.ids import new_id
from desktop.store.making import open_file
from desktop.store.tables import TABLES
from tests.domain.world import World, fleet, named, open_incident, reference, send
from tests.store.backends import author_of, make_staffed_file


async def test_an_alarm_is_answered_again_after_days_and_never_by_two_at_once(tmp_path: Path) -> None:
    make_staffed_file(tmp_path / "centre")
    world = World()
    world.must("installer", reference())
    world.must("dewa", fleet())
    open_incident(world)
    send(world)
    store = open_file(tmp_path / "centre")
    for act, login in world.done[1:]:
        await store.submit(act, author_of(login))
    desk = Desk(store, author_of("budi"), new_id)
    running = Assignment(id=named("a1"), unit="E1", incident=named("i1"))
    assert isinstance(await say_well(desk, running, None), Done)
    at_once = await say_well(desk, running, None)
    assert isinstance(at_once, Refusal)
    assert at_once.code == "row_exists"
    answers = TABLES["alarm_answer"]
    before = update(answers).values(well_at=world.now() - timedelta(days=2))
    await store.write(lambda connection: connection.execute(before))
    again = await say_well(desk, running, None)
    await store.close()
    assert isinstance(again, Done)
