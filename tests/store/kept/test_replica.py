"""What a desk goes on with is made at once, however full the board is."""

from collections.abc import Iterator
from datetime import timedelta
from time import perf_counter
from uuid import uuid4

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


def units() -> Iterator[Unit]:
    """200 units."""
    for number in range(200):
        found = made(Unit, f"U{number:03d}", call_sign=f"U{number}", status_at=NOW)
        assert isinstance(found, Unit)
        yield found


def cases() -> Iterator[Case]:
    """500 incidents, to 200 of which a unit is sent; each with two callers."""
    for number in range(500):
        row = str(uuid4())
        incident = made(
            Incident, row, day=NOW.date(), serial=number + 1, opened_at=NOW, address="Gg. Mawar 5"
        )
        assert isinstance(incident, Incident)
        sent: tuple[Assignment, ...] = ()
        if number < 200:
            unit = f"U{number:03d}"
            one = made(Assignment, str(uuid4()), incident=row, unit=unit, assigned_at=NOW, assigned_first=NOW)
            assert isinstance(one, Assignment)
            sent = (one,)
        yield make_case(incident, sent, (), 2)


def test_a_full_board_is_there_in_a_moment() -> None:
    ended = {CallType.GENUINE: 1200, CallType.PRANK: 300}
    shown = tuple(sorted(cases(), key=lambda case: case.id))
    snapshot = Snapshot(9, shown, tuple(units()), (), (), ended)
    picture = Picture(Reference(), snapshot, None, NOW)
    took = []
    for _ in range(3):
        began = perf_counter()
        replica = Replica(CENTRE, known_from(picture, CENTRE.zone), -40_000, {})
        took.append(perf_counter() - began)
        found = replica.run(lambda connection: read_snapshot(connection, NOW - timedelta(hours=6)))
        replica.close()
        assert found.cases == shown
        assert found.units == snapshot.units
        assert found.ended_today == ended
    assert min(took) < 1.0
