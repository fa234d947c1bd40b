"""What a desk goes on with is a database that could be, also where its board was between two news."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.board import Reference, Snapshot, make_case
from desktop.domain.incidents import Incident
from desktop.domain.told import Told
from desktop.domain.units import Assignment, Unit, UnitStatus
from desktop.store.kept.known import Picture, known_from
from desktop.store.kept.replica import Replica
from tests.domain.world import CENTRE, named

NOW = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize("newer_first", [True, False])
def test_a_unit_that_two_incidents_show_is_at_the_one_that_its_status_tells_of(newer_first: bool) -> None:
    cases = []
    for place, name in enumerate(("old", "new")):
        incident = Incident(
            id=named(name), acts={}, last_act=named(f"act {name}"), day=NOW.date(), serial=place + 1
        )
        assignment = Assignment(
            id=named(f"a {name}"),
            unit="E1",
            incident=incident.id,
            assigned_at=NOW - timedelta(minutes=1 if name == "new" else 0),  # the clock was put back
            acts={"state": named(f"act {name}")},
            last_act=named(f"act {name}"),
        )
        of_merged = Told(
            id=named(f"t {name}"), incident=named("merged"), assignment=assignment.id, last_act=named("t")
        )
        cases.append(make_case(incident, (assignment,), (), 0, told=(of_merged,)))
    unit = Unit(
        id="E1", status=UnitStatus.ASSIGNED, acts={"status": named("act new")}, last_act=named("act new")
    )
    shown = tuple(reversed(cases)) if newer_first else tuple(cases)
    snapshot = Snapshot(sequence=1, cases=shown, units=(unit,), calls=(), occupied=(), ended_today={})
    known = known_from(Picture(Reference(), snapshot, clock=None, taken_at=NOW, recent=()), CENTRE.zone)
    assert known.rows["assignment"].keys() == {named("a new")}
    told = {row: one["incident"] for row, one in known.rows["told"].items()}
    assert told == {named("t new"): named("new")}, "what was told goes with the unit"
    Replica(CENTRE, known, 0, {}).close()
