"""What was at a place before: on both databases, as far back as it is told, and while cut off."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.domain.board import Reference
from desktop.operations.calls import hang_up, take_call
from desktop.operations.desk import Desk, Done, advanced
from desktop.operations.history import PLACE_LOOK, place_history
from desktop.operations.incidents import open_incident
from desktop.runtime.ids import new_id
from desktop.store.kept.status import Reach
from desktop.store.making import open_file
from desktop.store.queries import read_call
from desktop.store.store import Store
from desktop.store.tables import TABLES, access_log
from tests.store.backends import author_of, make_staffed_file
from tests.store.desks import Open
from tests.store.kept.conftest import OpenDesk, file, open_desk, world
from tests.store.kept.wire import KeptDesk

__all__ = ["file", "open_desk", "world"]

PLACE = "Jl. Gunung Agung 12"
RULED = Reference(rules={"look_back_days": 60, "look_back_days.fire": 365})


def _desk(store: Store, login: str = "ani") -> Desk:
    return Desk(store, author_of(login), new_id)


async def _opened(desk: Desk, **values: str | None) -> tuple[str, str, datetime]:
    """A call and its incident, and when it was opened."""
    taken = await take_call(desk)
    assert isinstance(taken, Done), taken
    entry = await desk.store.read(lambda connection: read_call(connection, taken.row))
    assert entry is not None
    opened = await open_incident(desk, entry, values)
    assert isinstance(opened, Done), opened
    ended = await hang_up(desk, advanced(entry.call, opened))
    assert isinstance(ended, Done), ended
    incident = TABLES["incident"]
    when = select(incident.c.opened_at).where(incident.c.id == opened.row)
    at = await desk.store.read(lambda connection: connection.execute(when).scalar_one())
    assert isinstance(at, datetime)
    return taken.row, opened.row, at


async def test_incidents_of_the_place_come_newest_first_but_for_those_seen_anyway(opening: Open) -> None:
    desk = _desk(await opening("ani"))
    _, first, _ = await _opened(desk, address=PLACE)
    call, second, at = await _opened(desk, address=f"{PLACE} belakang")
    await _opened(desk, address="Jl. Pulau Kawe 3")
    found = await place_history(desk, PLACE, call, at, RULED)
    assert [one.incident for one in found] == [second, first]
    assert [one.incident for one in await place_history(desk, PLACE, call, at, RULED, {second})] == [first]


@pytest.mark.parametrize(
    ("category", "days", "told"),
    [("fire", 364, True), ("fire", 366, False), (None, 59, True), (None, 61, False)],
)
async def test_an_incident_is_told_as_long_as_its_category_is_looked_back(
    opening: Open, category: str | None, days: int, told: bool
) -> None:
    desk = _desk(await opening("ani"))
    call, incident, at = await _opened(desk, address=PLACE, category=category)
    found = await place_history(desk, PLACE, call, at + timedelta(days=days), RULED)
    assert [one.incident for one in found] == ([incident] if told else [])


async def test_who_looked_at_a_place_is_logged_once_a_call(tmp_path: Path) -> None:
    make_staffed_file(tmp_path / "centre.sqlite")
    store = open_file(tmp_path / "centre.sqlite")
    desk = _desk(store)
    call, _, at = await _opened(desk, address=PLACE)
    for _ in range(2):
        await place_history(desk, PLACE, call, at, RULED)
    looks = await store.read(lambda connection: connection.execute(select(access_log)).all())
    await store.close()
    assert [(one.operator, one.what, one.subject) for one in looks] == [("ani", PLACE_LOOK, PLACE)]


async def test_cut_off_a_desk_tells_what_it_had_of_the_place(open_desk: OpenDesk) -> None:
    kept: KeptDesk = await open_desk("ani")
    desk = _desk(kept.store)
    call, known, at = await _opened(desk, address=PLACE)
    kept.wire.cut()
    await kept.reaches(Reach.CUT_OFF)
    _, own, _ = await _opened(desk, address=PLACE)
    found = {one.incident for one in await place_history(desk, PLACE, call, at + timedelta(hours=1), RULED)}
    assert own in found
    assert found <= {own, known}
