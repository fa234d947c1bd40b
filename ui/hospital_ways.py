"""How far it is from scenes to hospitals: by road where roads are known, asked for before it is needed."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from desktop.domain.board import Case, Reference
from desktop.domain.hospital_choice import Ways, points_of, straight_ways
from desktop.domain.hospitals import HospitalPlace
from desktop.domain.units import UnitStatus
from desktop.domain.whereabouts import Point, point_of
from desktop.live.board import Board, BoardChange
from desktop.roads.desk import RoadSearch

REMEMBERED = 200
"""Scenes of which the ways are remembered (ours)."""
_AT_SCENE = frozenset({UnitStatus.UNDER_WAY, UnitStatus.ON_SCENE, UnitStatus.TRANSPORTING})

Start = Callable[[Coroutine[Any, Any, None], str], object]


class HospitalWays:
    """Answers at once: by road once that was reckoned, until then by straight line."""

    def __init__(self, board: Board, roads: RoadSearch, start: Start) -> None:
        self._board = board
        self._roads = roads
        self._start = start
        self._known: dict[Point, Ways | None] = {}
        self._places: Mapping[str, HospitalPlace] | None = None

    def __call__(self, case: Case) -> Ways:
        """The ways from a case to all hospitals whose place is known."""
        reference = self._reference()
        start = point_of(case.incident, reference)
        if start is None:
            return straight_ways(case, reference)
        if start not in self._known:
            self._ask(start)
        return self._known.get(start) or straight_ways(case, reference)

    def look(self, change: BoardChange) -> None:
        """Ask for the ways from where units arrive: who has patients there will soon need them."""
        board, reference = self._board, self._reference()
        for case in (board.cases[one] for one in change.cases if one in board.cases):
            units = (board.units.get(one.unit) for one in case.running)
            start = point_of(case.incident, reference)
            if start is None or start in self._known:
                continue
            if any(one is not None and one.status in _AT_SCENE for one in units):
                self._ask(start)

    def forget(self) -> None:
        """There are other roads: reckon anew."""
        self._known.clear()

    def _reference(self) -> Reference:
        reference = self._board.reference
        if self._places is not reference.hospital_places:
            if self._places != reference.hospital_places:
                self._known.clear()
            self._places = reference.hospital_places
        return reference

    def _ask(self, start: Point) -> None:
        ends = points_of(self._board.reference)
        if not ends or not self._roads.has_roads:
            return
        self._known[start] = None
        while len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]
        self._start(self._reckon(start, ends), "ways to hospitals")

    async def _reckon(self, start: Point, ends: tuple[Point, ...]) -> None:
        found = await self._roads.ways_to(start, ends)
        if start in self._known:
            self._known[start] = found
