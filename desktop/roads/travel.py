"""How long units need to a place: one search from there, against the direction of travel, answers for all."""

from collections.abc import Iterable, Mapping, Sequence
from math import cos, radians

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from desktop.domain.distance import METRES_A_DEGREE
from desktop.domain.whereabouts import DETOUR, METRES_A_SECOND, Point
from desktop.roads.graph import RoadGraph

FARTHEST = 1_500.0
"""Metres from a place to the nearest node beyond which these roads are not its own (ours)."""


class Travel:
    """Travel times over one road graph."""

    def __init__(self, graph: RoadGraph) -> None:
        shape = (graph.nodes, graph.nodes)
        self.backwards = csr_matrix((graph.seconds.astype(np.float64), (graph.end, graph.start)), shape=shape)
        """The edges against their direction: a search from a place tells how long all need to come there."""
        self._graph = graph
        self._forwards: csr_matrix | None = None
        self._north = METRES_A_DEGREE
        self._east = METRES_A_DEGREE * cos(radians(float(np.mean(graph.latitude))))
        plane = np.column_stack((graph.latitude * self._north, graph.longitude * self._east))
        self._nodes = cKDTree(plane)

    def seconds(
        self, end: Point, starts: Iterable[Point], limit: float
    ) -> Mapping[Point, float | None] | None:
        """Seconds from each start; None for one that is farther than `limit` seconds.

        Between a place and the nearest node the straight line counts, times its factor. None where the place
        is not among these roads.
        """
        points = list(starts)
        if not points:
            return {}
        distances, nodes = self.nearest([end, *points])
        if distances[0] > FARTHEST:
            return None
        found = dijkstra(self.backwards, indices=int(nodes[0]), limit=limit)
        beside = distances * (DETOUR / METRES_A_SECOND)
        times = found[nodes[1:]] + beside[1:] + beside[0]
        return {
            point: float(time) if time <= limit else None for point, time in zip(points, times, strict=True)
        }

    def seconds_to(self, start: Point, ends: Iterable[Point]) -> Mapping[Point, float | None] | None:
        """Seconds from a place to each end; None where no way leads there. None as `seconds` has it."""
        points = list(ends)
        if not points:
            return {}
        distances, nodes = self.nearest([start, *points])
        if distances[0] > FARTHEST:
            return None
        if self._forwards is None:
            graph, shape = self._graph, (self._graph.nodes, self._graph.nodes)
            self._forwards = csr_matrix((graph.seconds.astype(np.float64), (graph.start, graph.end)), shape)
        found = dijkstra(self._forwards, indices=int(nodes[0]), limit=np.inf)
        beside = distances * (DETOUR / METRES_A_SECOND)
        times = found[nodes[1:]] + beside[1:] + beside[0]
        return {
            point: float(time) if np.isfinite(time) else None
            for point, time in zip(points, times, strict=True)
        }

    def nearest(self, points: Sequence[Point]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """For each point the metres to the nearest node, and that node's number."""
        return self._nodes.query([self._plane(one) for one in points])

    def _plane(self, point: Point) -> tuple[float, float]:
        return point[0] * self._north, point[1] * self._east
