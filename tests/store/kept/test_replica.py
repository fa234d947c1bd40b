"""What a desk goes on with is made in steps that do not grow with the board."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import CacheStats

from desktop.domain.board import Case, Reference, Snapshot, make_case
from desktop.domain.calls import CallType
from desktop.domain.incidents import Incident
from desktop.domain.records import Record, table_of
from desktop.domain.units import Assignment, Unit
from desktop.store.kept.known import Picture, known_from
from desktop.store.kept.replica import Replica
from desktop.store.queries_board import read_snapshot
from tests.domain.world import CENTRE, NOW


def made(cls: type[Record], row: str, **values: object) -> Record:
    """A record that one act wrote."""
    act = str(uuid4())
    acts: dict[str, str | None] = dict.fromkeys(table_of(cls).groups, act)
    return cls(id=row, last_act=act, acts=acts, **values)


def units(count: int) -> Iterator[Unit]:
    """Units by number."""
    for number in range(count):
        found = made(Unit, f"U{number:03d}", call_sign=f"U{number}", status_at=NOW)
        assert isinstance(found, Unit)
        yield found


def cases(count: int, sent_to: int) -> Iterator[Case]:
    """Incidents, to some of which a unit is sent; each with two callers."""
    for number in range(count):
        row = str(uuid4())
        incident = made(
            Incident, row, day=NOW.date(), serial=number + 1, opened_at=NOW, address="Gg. Mawar 5"
        )
        assert isinstance(incident, Incident)
        sent: tuple[Assignment, ...] = ()
        if number < sent_to:
            unit = f"U{number:03d}"
            one = made(Assignment, str(uuid4()), incident=row, unit=unit, assigned_at=NOW, assigned_first=NOW)
            assert isinstance(one, Assignment)
            sent = (one,)
        yield make_case(incident, sent, (), 2)


def statements_for(count: int) -> int:
    """How many statements make a replica of so many incidents, which then shows them all."""
    ended = {CallType.GENUINE: 1200, CallType.PRANK: 300}
    shown = tuple(sorted(cases(count, count // 2), key=lambda case: case.id))
    snapshot = Snapshot(9, shown, tuple(units(count // 2)), (), (), ended)
    known = known_from(Picture(Reference(), snapshot, None, NOW), CENTRE.zone)
    with counted_statements() as counted:
        replica = Replica(CENTRE, known, -40_000, {})
        made_with = len(counted)
    found = replica.run(lambda connection: read_snapshot(connection, NOW - timedelta(hours=6)))
    replica.close()
    assert found.cases == shown
    assert found.units == snapshot.units
    assert found.ended_today == ended
    return made_with


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    """The statements that any engine executes meanwhile."""
    counted: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        counted.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield counted
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def test_a_full_board_takes_no_more_statements_than_a_small_one() -> None:
    assert statements_for(200) == statements_for(4) > 0


def test_what_was_compiled_for_one_outage_serves_the_next() -> None:
    statements_for(4)
    misses: list[str] = []

    def look(
        _connection: object, _cursor: object, statement: str, _given: object, context: Any, *_: object
    ) -> None:
        if context.cache_hit is CacheStats.CACHE_MISS:
            misses.append(statement)

    event.listen(Engine, "after_cursor_execute", look)
    try:
        statements_for(4)
    finally:
        event.remove(Engine, "after_cursor_execute", look)
    assert misses == []
