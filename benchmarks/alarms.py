"""What the clocks of 500 open incidents cost: processor time in each second of a desk.

.venv/bin/python -m benchmarks.alarms [--incidents=500] [--seconds=1200]

Each incident has two units and an agency, at all stages of work, so that hundreds of alarms stand and stages
begin all the time; a board of a surge that nobody works off. First with nothing else going on, then with a
change to an incident in each second. A desk's second is one look at the list of alarms. Floor: one comparison
for each incident, in the same seconds.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from benchmarks.figures import Figure, Measured, Target, numbers_asked, tell
from desktop.domain.board import Case, News, Reference, Snapshot, make_case
from desktop.domain.incidents import Incident
from desktop.domain.reference import AgencyPart, Priority
from desktop.domain.referrals import Referral
from desktop.domain.units import Assignment, Unit, UnitStatus
from desktop.live.alarms import Alarms
from desktop.live.board import Board
from desktop.operations.packs import pack_folder, read_pack

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
CORE = Target(1.0)
"""Per cent of a core, at the median."""
LOT = 60
"""Seconds that are measured together."""


def measure(incidents: int, seconds: int) -> Iterator[Measured]:
    """The figures and their floor."""
    board = full_board(incidents)
    opened = [case.incident.opened_at or NOW for case in board.cases.values()]
    floor = Figure(
        "a comparison each", "% of a core", _shares(seconds, lambda now: sum(one <= now for one in opened))
    )
    alarms = Alarms(board)
    board.listen(alarms.take)
    standing = len(alarms.at(NOW))
    quiet = _shares(seconds, alarms.at)
    name = f"clocks of {incidents} incidents, {standing} alarms"
    yield Measured(Figure(name, "% of a core", quiet), floor, CORE)
    ids = list(board.cases)

    def changing(now: datetime) -> None:
        one = board.cases[ids[now.second * 7 % len(ids)]]
        changed = replace(one, incident=replace(one.incident, address=f"Jl. Nangka {now:%H%M%S}"))
        board.take(News(1, (), frozenset({one.id}), cases=(changed,)))
        alarms.at(now)

    name = f"the same, a change each second, {len(alarms.at(NOW))} alarms"
    yield Measured(Figure(name, "% of a core", _shares(seconds, changing)), floor, CORE)


def _shares(seconds: int, look: Callable[[datetime], object]) -> list[float]:
    """Per cent of a core that a look in each second takes, a lot of seconds at a time."""
    found = []
    for begin in range(0, seconds, LOT):
        began = time.process_time()
        for second in range(begin, begin + LOT):
            look(NOW + timedelta(seconds=second))
        found.append(100 * (time.process_time() - began) / LOT)
    return found


def full_board(incidents: int) -> Board:
    """A board with so many open incidents, at all stages of work."""
    pack = read_pack(pack_folder("denpasar"))
    reference = Reference(
        categories={one.id: one for one in pack.categories},
        agencies={one.id: one for one in pack.agencies},
        targets=pack.targets,
    )
    board = Board(reference)
    cases = tuple(_case(at, [one.id for one in pack.categories]) for at in range(incidents))
    units = tuple(
        Unit(id=one.unit, call_sign=one.unit, status=UnitStatus.ON_SCENE)
        for case in cases
        for one in case.assignments
    )
    board.replace(Snapshot(1, cases, units, (), (), {}), reference)
    return board


def _case(at: int, categories: list[str]) -> Case:
    """Opened some minutes ago: one in five waits, the others have units on the way or on scene."""
    opened = NOW - timedelta(seconds=37 * at % 7200)
    incident = Incident(
        id=f"i{at}",
        day=NOW.date(),
        serial=at + 1,
        opened_at=opened,
        category=categories[at % len(categories)],
        priority=list(Priority)[at % 4],
        address=f"Gg. Mawar {at}",
    )
    if at % 5 == 0:
        return make_case(incident, (), (), 1)
    stamps = ("assigned_at", "under_way_at", "on_scene_at")[: at % 3 + 1]
    moments = {name: opened + timedelta(minutes=2 + 3 * place) for place, name in enumerate(stamps)}
    units = tuple(
        Assignment(id=f"a{at}-{one}", unit=f"u{at}-{one}", incident=incident.id, **moments)  # type: ignore[arg-type]  # - columns of stamps
        for one in range(2)
    )
    told = Referral(id=f"r{at}", incident=incident.id, agency="PLN", part=AgencyPart.SUPPORT, told_at=opened)
    return make_case(incident, units, (told,), 1)


if __name__ == "__main__":
    asked = numbers_asked(__doc__, {"incidents": 500, "seconds": 1200})
    tell(measure(asked["incidents"], asked["seconds"]))
