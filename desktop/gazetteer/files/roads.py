"""Streets, alleys and junctions out of pieces of road."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from desktop.domain.distance import METRES_A_DEGREE, metres_between
from desktop.domain.places import JOINT, PlaceKind
from desktop.gazetteer.files.features import Line, Point
from desktop.gazetteer.files.kinds import road_kind

APART = 400.0
"""Metres from which two roads of one name are two roads: every quarter has its Gang Mawar (our choice)."""
SAME_JUNCTION = 120.0
"""Metres within which two meetings of the same roads are one junction: of two carriageways (our choice)."""


@dataclass(frozen=True, slots=True)
class Road:
    """All pieces of a road with one name that lie together."""

    name: str
    points: tuple[Point, ...]

    @property
    def kind(self) -> PlaceKind:
        """Street or alley."""
        return road_kind(self.name)

    @property
    def middle(self) -> Point:
        """The point of it that is nearest to the middle of all."""
        mean = (
            sum(one[0] for one in self.points) / len(self.points),
            sum(one[1] for one in self.points) / len(self.points),
        )
        return min(self.points, key=lambda one: metres(one, mean))


@dataclass(frozen=True, slots=True)
class Junction:
    """Where two roads meet."""

    roads: tuple[str, str]
    point: Point

    @property
    def name(self) -> str:
        """Both names."""
        return JOINT.join(self.roads)


def metres(one: Point, other: Point) -> float:
    """The distance of two points in metres."""
    return metres_between(one[1], one[0], other[1], other[0])


def roads_of(pieces: Iterable[tuple[str, Line]]) -> list[Road]:
    """Roads from their pieces; pieces of one name that lie apart are roads of their own."""
    named: dict[str, list[Line]] = defaultdict(list)
    for name, line in pieces:
        named[name].append(line)
    return [
        Road(name, tuple(point for line in together for point in line))
        for name, lines in sorted(named.items())
        for together in _together(lines)
    ]


def junctions_of(pieces: Iterable[tuple[str, Line]]) -> list[Junction]:
    """Where pieces of different names share a point, as they do in map data where one can turn."""
    at: dict[Point, set[str]] = defaultdict(set)
    for name, line in pieces:
        for point in line:
            at[(round(point[0], 6), round(point[1], 6))].add(name)
    meetings: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for point, names in at.items():
        for one, other in combinations(sorted(names), 2):
            meetings[one, other].append(point)
    return [
        Junction(pair, point)
        for pair, points in sorted(meetings.items())
        for point in _thinned(sorted(points))
    ]


def leaves(junctions: Iterable[Junction]) -> Mapping[str, Sequence[Junction]]:
    """For each alley, its meetings with streets."""
    found: dict[str, list[Junction]] = defaultdict(list)
    for one in junctions:
        kinds = [road_kind(name) for name in one.roads]
        for at in (0, 1):
            if kinds[at] is PlaceKind.ALLEY and kinds[1 - at] is PlaceKind.STREET:
                found[one.roads[at]].append(one)
    return found


def street_left(road: Road, meetings: Sequence[Junction]) -> str:
    """The street that an alley leaves: of those it meets the nearest; "" when it meets none."""
    near = [(metres(one.point, road.middle), one) for one in meetings]
    near = [one for one in near if one[0] <= 4 * APART]
    if not near:
        return ""
    _, junction = min(near, key=lambda one: one[0])
    return junction.roads[0] if junction.roads[1] == road.name else junction.roads[1]


def _thinned(points: Sequence[Point]) -> Iterator[Point]:
    kept: list[Point] = []
    for point in points:
        if all(metres(point, one) > SAME_JUNCTION for one in kept):
            kept.append(point)
            yield point


def _together(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Group lines that come near each other, by cells of a grid as wide as roads may be apart."""
    size = APART / METRES_A_DEGREE
    group_of: dict[tuple[int, int], int] = {}
    parent = list(range(len(lines)))

    def top(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for number, line in enumerate(lines):
        for point in line:
            x, y = (math.floor(one / size) for one in point)
            for cell in ((x + east, y + north) for east in (-1, 0, 1) for north in (-1, 0, 1)):
                if cell in group_of:
                    parent[top(number)] = top(group_of[cell])
        for point in line:
            group_of.setdefault((math.floor(point[0] / size), math.floor(point[1] / size)), number)
    groups: dict[int, list[Line]] = defaultdict(list)
    for number, line in enumerate(lines):
        groups[top(number)].append(line)
    yield from (groups[one] for one in sorted(groups))
