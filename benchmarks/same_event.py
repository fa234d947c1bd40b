"""How long it takes to find incidents that a call may be about, and how well it does on real records.

.venv/bin/python -m benchmarks.same_event [CALLS MAPPING]

Time: 500 open incidents at points and streets, one search with every letter of an address. Floor: what 500
distances cost. CALLS and MAPPING (as `./run exercise` takes them): each call of the file is compared, when it
came, with the incidents that were open then or had closed in the last hour, by category, address and point.

What counts as a near-duplicate, found by going through all pairs: an incident received at most 10 minutes
before, at most 150 m away, with the same category. In these records every call is an incident of its own: the
pairs are those in which an operator must look, not pairs known to be one event. A batch is several calls at
one address within 60 s. The figures are told apart for the first half of the days, on which the scores were
set, and the second.
"""

import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.figures import AS_JSON, Figure, Measured, Target, tell, timed
from benchmarks.seed import STREETS
from desktop.domain.board import Case, Reference, make_case
from desktop.domain.incidents import Incident
from desktop.matching.events import Report, SameEvent, spot_of
from desktop.matching.spots import apart, make_spot
from desktop.operations.exercise.mapping import Mapping, read_mapping
from desktop.operations.exercise.oddities import Oddities
from desktop.operations.exercise.records import CallRecord, open_text, read_calls
from desktop.operations.packs import pack_folder, read_pack

OPEN = 500
NEAR_M, NEAR = 150.0, timedelta(minutes=10)
BATCH = timedelta(seconds=60)
REMEMBERED = timedelta(hours=1)
TARGET = Target(50, part=0.95)
"""Milliseconds after a key: it must be there before the next."""
TIMES = 4
NOW = datetime(2026, 11, 29, 13, 0, tzinfo=UTC)
_PACK = read_pack(pack_folder("denpasar"))
REFERENCE = Reference(
    areas={one.id: one for one in _PACK.areas}, categories={one.id: one for one in _PACK.categories}
)


def measure() -> Iterator[Measured]:
    """Searches while an address is typed."""
    cases = {case.id: case for case in _open_cases()}
    finder = SameEvent()
    text = "Jl. Tukad Badung XXI no 12 dkt banjar kaja"
    wanted = [
        Report(make_spot(text[:size], None, None, point, REFERENCE), "fire_building", NOW)
        for point in ((None, None), (-8.68, 115.23))
        for size in range(1, len(text) + 1)
    ]
    finder.find(wanted[0], cases, REFERENCE)
    values = [
        found
        for report in wanted
        for found in timed(lambda report=report: finder.find(report, cases, REFERENCE), TIMES)  # type: ignore[misc]
    ]
    spots = [finder.spot(one) for one in cases]
    floor = Figure(f"{OPEN} distances", "ms", timed(lambda: [apart(spots[0], x) for x in spots], 50))
    yield Measured(Figure(f"same event, {OPEN} open incidents", "ms", values), floor, TARGET)


def _open_cases() -> Iterator[Case]:
    areas = [one.id for one in _PACK.areas if one.parent]
    kinds = [one.id for one in _PACK.categories]
    for at in range(OPEN):
        placed = at % 3 > 0
        incident = Incident(
            id=f"incident {at}",
            opened_at=NOW - timedelta(minutes=at % 90),
            category=kinds[at % len(kinds)],
            address=f"{STREETS[at % len(STREETS)]} {at}",
            landmark=f"depan Banjar {_PACK.areas[at % len(_PACK.areas)].name}",
            area=areas[at % len(areas)],
            latitude=-8.65 - at % 25 / 500 if placed else None,
            longitude=115.20 + at // 25 / 500 if placed else None,
        )
        yield make_case(incident, (), (), 1)


@dataclass(slots=True)
class Found:
    """What was counted over all calls."""

    calls: int = 0
    near: int = 0
    batches: int = 0
    offered: int = 0
    offered_near: int = 0
    first_near: int = 0
    strangers: int = 0
    batch_offered: int = 0


def judge(calls: Sequence[CallRecord], mapping: Mapping) -> Found:
    """Go through the calls of a file as they came."""
    found, finder, lately = Found(), SameEvent(), deque[Case]()
    for call in calls:
        incident = _incident(call, mapping)
        at = incident.opened_at
        assert at is not None
        while lately and at - _over(lately[0], at) > REMEMBERED:
            lately.popleft()
        cases = {case.id: case for case in lately}
        spot = spot_of(incident, REFERENCE)
        offered = finder.find(Report(spot, incident.category, at), cases, REFERENCE)
        near = {one.id for one in _near(incident, lately)}
        batch = any(one.incident.address == incident.address and at - _opened(one) <= BATCH for one in lately)
        found.calls += 1
        found.near += bool(near)
        found.batches += batch
        found.offered += bool(offered)
        found.offered_near += bool(near & {one.incident for one in offered})
        found.first_near += bool(offered) and offered[0].incident in near
        found.strangers += bool(offered) and not near
        found.batch_offered += bool(offered) and batch
        lately.append(make_case(incident, (), (), 1))
    return found


def _near(incident: Incident, cases: Iterable[Case]) -> Iterator[Case]:
    spot = spot_of(incident, REFERENCE)
    for case in cases:
        metres = apart(spot, spot_of(case.incident, REFERENCE))
        at = incident.opened_at
        soon = at is not None and at - _opened(case) <= NEAR
        if soon and case.incident.category == incident.category and metres is not None and metres <= NEAR_M:
            yield case


def _incident(call: CallRecord, mapping: Mapping) -> Incident:
    latitude, longitude = call.point or (None, None)
    return Incident(
        id=call.key,
        opened_at=call.received.replace(tzinfo=UTC),
        category=mapping.categories.find(call.kind),
        address=call.address or None,
        latitude=latitude,
        longitude=longitude,
    )


def _opened(case: Case) -> datetime:
    assert case.incident.opened_at is not None
    return case.incident.opened_at


def _over(case: Case, otherwise: datetime) -> datetime:
    return min(_opened(case), otherwise)


def main() -> None:
    """Print the times, then what the real calls gave."""
    tell(measure())
    files = [Path(one) for one in sys.argv[1:] if one != AS_JSON]
    if len(files) != 2:
        return
    mapping = read_mapping(files[1])
    _, text = open_text(files[0], Oddities())
    calls = read_calls(files[0].name, text, mapping, Oddities())
    days = sorted({call.received.date() for call in calls})
    middle = days[len(days) // 2]
    for name, part in (
        ("first half", [call for call in calls if call.received.date() < middle]),
        ("second half", [call for call in calls if call.received.date() >= middle]),
    ):
        _say(name, judge(part, mapping))


def _say(name: str, found: Found) -> None:
    print(f"{name}: {found.calls} calls; {found.near} with a near-duplicate; {found.batches} in batches")
    print(f"  offered at {found.offered}: recall {found.offered_near / found.near:.3f}", end=", ")
    print(f"precision {found.offered_near / found.offered:.3f}, first {found.first_near / found.offered:.3f}")
    print(
        f"  offered although none is near: {found.strangers} ({found.strangers / found.calls:.1%} of calls)"
    )
    print(f"  joined blindly, {found.offered} new incidents were hidden, {found.batch_offered} of batches")


if __name__ == "__main__":
    main()
