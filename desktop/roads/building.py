"""Making a road graph from ways: cut where they meet, kept in one piece."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from desktop.domain.distance import metres_between
from desktop.gazetteer.files.features import FileError
from desktop.roads.graph import RoadGraph
from desktop.roads.ways import RoadWay, Spot

LONGEST = 250.0
"""Metres after which a bend becomes a node too, so that no place is far from one (ours)."""


@dataclass(frozen=True, slots=True)
class Built:
    """A graph, and what came of the file: ways, kilometres, and the nodes that are cut off from the rest."""

    graph: RoadGraph
    ways: int
    kilometres: float
    cut_off: int


@dataclass(frozen=True, slots=True)
class _Piece:
    start: Hashable
    end: Hashable
    metres: float
    kmh: float
    direction: int


def build(ways: Iterable[RoadWay]) -> Built:
    """The graph of these ways. FileError `empty` when nothing is driven."""
    found = list(ways)
    uses: Counter[Hashable] = Counter()
    spots: dict[Hashable, Spot] = {}
    for way in found:
        uses.update(way.keys)
        uses.update((way.keys[0], way.keys[-1]))  # an end is a node, whoever else comes there
        spots.update(zip(way.keys, way.spots, strict=True))
    pieces = [piece for way in found for piece in _cut(way, uses)]
    if not pieces:
        raise FileError("empty")
    names = list(dict.fromkeys(one for piece in pieces for one in (piece.start, piece.end)))
    number = {name: at for at, name in enumerate(names)}
    whole = _graph([spots[name] for name in names], list(_directed(pieces, number)))
    kept = _largest(whole)
    return Built(kept, len(found), sum(one.metres for one in pieces) / 1000, whole.nodes - kept.nodes)


def _cut(way: RoadWay, uses: Counter[Hashable]) -> Iterator[_Piece]:
    """The way from node to node."""
    if way.metres is not None:
        yield _Piece(way.keys[0], way.keys[-1], way.metres, way.kmh, way.direction)
        return
    begun, metres = way.keys[0], 0.0
    for at in range(1, len(way.keys)):
        metres += metres_between(*way.spots[at - 1], *way.spots[at])
        if uses[way.keys[at]] > 1 or metres > LONGEST:
            yield _Piece(begun, way.keys[at], metres, way.kmh, way.direction)
            begun, metres = way.keys[at], 0.0


def _directed(pieces: Iterable[_Piece], number: dict[Hashable, int]) -> Iterator[tuple[int, int, float]]:
    for piece in pieces:
        start, end = number[piece.start], number[piece.end]
        seconds = max(0.1, piece.metres * 3.6 / piece.kmh)  # 0 would be no edge at all
        if piece.direction >= 0:
            yield start, end, seconds
        if piece.direction <= 0:
            yield end, start, seconds


def _graph(spots: list[Spot], edges: list[tuple[int, int, float]]) -> RoadGraph:
    latitude, longitude = np.array(spots, dtype=np.float64).reshape(-1, 2).T
    columns = np.array(edges, dtype=np.float64).reshape(-1, 3).T
    return _fastest(
        RoadGraph(
            latitude,
            longitude,
            columns[0].astype(np.int32),
            columns[1].astype(np.int32),
            columns[2].astype(np.float32),
        )
    )


def _fastest(graph: RoadGraph) -> RoadGraph:
    """Of several edges between two nodes only the fastest: a matrix would add them up."""
    order = np.lexsort((graph.seconds, graph.end, graph.start))
    start, end, seconds = graph.start[order], graph.end[order], graph.seconds[order]
    first = np.ones(len(start), dtype=bool)
    first[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
    first &= start != end
    return RoadGraph(graph.latitude, graph.longitude, start[first], end[first], seconds[first])


def _largest(graph: RoadGraph) -> RoadGraph:
    """The largest part in which every node can be reached from every other: from an island nobody comes."""
    shape = (graph.nodes, graph.nodes)
    matrix = csr_matrix((graph.seconds, (graph.start, graph.end)), shape=shape)
    _, label = connected_components(matrix, directed=True, connection="strong")
    inside = label == np.argmax(np.bincount(label))
    number = np.cumsum(inside, dtype=np.int32) - 1
    both = inside[graph.start] & inside[graph.end]
    return RoadGraph(
        graph.latitude[inside],
        graph.longitude[inside],
        number[graph.start[both]].astype(np.int32),
        number[graph.end[both]].astype(np.int32),
        graph.seconds[both],
    )
