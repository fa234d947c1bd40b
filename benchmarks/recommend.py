"""Who should go, from a selected incident on: 200 units on a city's roads, 1,000 on a large grid.

.venv/bin/python -m benchmarks.recommend [ROADS]

ROADS: a file of roads of Denpasar (default: those beside the checkout when they are there), else a grid of
as many nodes. Every unit stands at a point of its own. Floor: one bare search of scipy from the same place on
the same matrix with the same limit, and the nearest of as many points. Then, as processor time, what the
screen's thread does of it: gathering who is free and where; and all of it without roads. Floor: the straight
lines alone. Last what roads cost in memory.
"""

import mmap
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import numpy as np
from scipy.sparse.csgraph import dijkstra

from benchmarks.figures import AS_JSON, Figure, Measured, Target, tell, timed
from desktop.domain.board import Case, Reference
from desktop.domain.incidents import Incident
from desktop.domain.plans import ResponsePlan
from desktop.domain.recommendation import Way
from desktop.domain.recommending import recommend
from desktop.domain.reference import Station, UnitType
from desktop.domain.situations import by_straight_line, setting_of, situation
from desktop.domain.units import Unit, UnitStatus
from desktop.domain.whereabouts import straight_seconds
from desktop.roads.building import build
from desktop.roads.files import read_ways
from desktop.roads.graph import RoadGraph, pack
from desktop.roads.travel import Travel

BESIDE = Path(__file__).parents[2] / "shared" / "data" / "geo" / "denpasar_graph_rbi25k_edges.csv.gz"
PLACES = 100
CITY, LARGE = Target(50, part=0.95), Target(150, part=0.95)
"""Milliseconds, asked for at p95."""
CITY_NODES, LARGE_NODES = 3_000, 500_000
MINUTES = 20
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FRAME = Target(16, part=0.95)
_USING = """
import sys
import desktop.domain.situations

def pages():
    return open("/proc/self/statm").read().split()[1]

body, before = sys.stdin.buffer.read(), pages()
from desktop.roads.graph import unpack
from desktop.roads.travel import Travel
travel = Travel(unpack(body))
travel.seconds((-8.67, 115.21), [(-8.66, 115.2)], 1200)
print(before, pages())
"""
_TYPES = (UnitType.ENGINE, UnitType.AMBULANCE, UnitType.TANKER, UnitType.RESCUE)


def measure(roads: Path) -> Iterator[Measured]:
    """Both, each beside its floor."""
    if roads.exists():
        city, name = build(read_ways(roads)).graph, "a city's own roads"
    else:
        city, name = grid(CITY_NODES, 150), "a grid"
    yield _measured(city, 200, f"{name}, {city.nodes:,} nodes", CITY)
    yield _measured(grid(LARGE_NODES, 40), 1_000, f"a grid, {LARGE_NODES:,} nodes", LARGE)
    for count in (200, 1_000):
        yield from _without_roads(city, count)
    yield _in_memory(city, name)


def _measured(graph: RoadGraph, count: int, name: str, target: Target) -> Measured:
    chance = random.Random(count)
    travel = Travel(graph)
    reference = _reference(graph, count, chance)
    units = {one.id: one for one in _units(count, chance)}
    places = [_spot(graph, chance) for _ in range(PLACES)]
    took, floor = [], []
    for place in places:
        latitude, longitude = place
        case = Case(Incident(id="i", category="fire", latitude=latitude, longitude=longitude))

        def whole(case: Case = case) -> None:
            setting = setting_of(case, (case,), units, reference, NOW)
            assert setting is not None
            assert setting.point is not None
            times = travel.seconds(setting.point, setting.starts, MINUTES * 60)
            assert times is not None
            recommend(situation(setting, times, Way.ROAD))

        took += timed(whole, 1)
        floor += timed(partial(_bare, travel, place, reference), 1)
    bare = Figure("one bare search of scipy", "ms", floor)
    return Measured(Figure(f"{count:,} units, {name}", "ms", took), bare, target)


def _without_roads(graph: RoadGraph, count: int) -> Iterator[Measured]:
    chance = random.Random(count)
    reference = _reference(graph, count, chance)
    units = {one.id: one for one in _units(count, chance)}
    gathered, took, floor = [], [], []
    for place in [_spot(graph, chance) for _ in range(PLACES)]:
        case = Case(Incident(id="i", category="fire", latitude=place[0], longitude=place[1]))
        begun = time.process_time()
        setting = setting_of(case, (case,), units, reference, NOW)
        assert setting is not None
        known = time.process_time()
        recommend(by_straight_line(setting))
        done = time.process_time()
        for start in setting.starts:
            straight_seconds(start, place)
        gathered.append((known - begun) * 1000)
        took.append((done - begun) * 1000)
        floor.append((time.process_time() - done) * 1000)
    bare = Figure("the straight lines", "ms", floor)
    yield Measured(Figure(f"{count:,} units gathered, on the screen's thread", "ms", gathered), bare, FRAME)
    yield Measured(Figure(f"{count:,} units without roads", "ms", took), bare)


def _in_memory(graph: RoadGraph, name: str) -> Measured:
    """In a process of its own, which has imported as much as a desk without roads."""
    done = subprocess.run([sys.executable, "-c", _USING], input=pack(graph), capture_output=True, check=True)
    before, after = (int(one) * mmap.PAGESIZE / 1e6 for one in done.stdout.split())
    floor = Figure("the process before", "MB", [before])
    return Measured(Figure(f"numpy, scipy and {name} in memory", "MB", [after - before]), floor)


def _bare(travel: Travel, place: tuple[float, float], reference: Reference) -> object:
    points = [(one.latitude or 0.0, one.longitude or 0.0) for one in reference.stations.values()]
    _, nodes = travel.nearest([place, *points])
    return dijkstra(travel.backwards, indices=int(nodes[0]), limit=MINUTES * 60)[nodes[1:]]


def grid(nodes: int, metres: float, corner: tuple[float, float] = (-8.8, 115.1)) -> RoadGraph:
    """A square of streets north and east of a corner (degrees), some of them faster than others."""
    side = round(nodes**0.5)
    at = np.arange(side * side, dtype=np.int32)
    row, column = at // side, at % side
    right, down = at[column < side - 1], at[row < side - 1]
    start = np.concatenate((right, right + 1, down, down + side))
    end = np.concatenate((right + 1, right, down + side, down))
    speed = np.random.default_rng(nodes).choice([20.0, 30.0, 40.0], size=len(start))
    step = metres / 111_195
    return RoadGraph(
        corner[0] + row * step,
        corner[1] + column * step,
        start,
        end,
        (metres * 3.6 / speed).astype(np.float32),
    )


def _spot(graph: RoadGraph, chance: random.Random) -> tuple[float, float]:
    at = chance.randrange(graph.nodes)
    return float(graph.latitude[at]), float(graph.longitude[at])


def _reference(graph: RoadGraph, count: int, chance: random.Random) -> Reference:
    stations = {}
    for at in range(count):
        latitude, longitude = _spot(graph, chance)
        stations[str(at)] = Station(id=str(at), name=str(at), latitude=latitude, longitude=longitude)
    needs = "engine:3/3 ambulance:2 tanker:1 rescue|engine:1"
    plan = ResponsePlan(id="p", category="fire", needs=needs, minutes=MINUTES)
    return Reference(stations=stations, plans=(plan,))


def _units(count: int, chance: random.Random) -> Sequence[Unit]:
    return [
        Unit(
            id=str(at),
            call_sign=str(at),
            unit_type=chance.choice(_TYPES),
            station=str(at),
            home_station=str(at),
            head_count=chance.randint(2, 6),
            status=UnitStatus.AVAILABLE,
            status_at=NOW,
        )
        for at in range(count)
    ]


if __name__ == "__main__":
    given = [one for one in sys.argv[1:] if one != AS_JSON]
    tell(measure(Path(given[0]) if given else BESIDE))
