"""Calls replayed in a centre in memory: who is sent, how long the way is, and what is missing."""

import heapq
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from benchmarks.centre import MemoryCentre
from benchmarks.laid_calls import LaidCall, Usual, Work
from desktop.domain.board import urgency_key
from desktop.domain.distance import metres_between
from desktop.domain.plans import Need
from desktop.domain.recommendation import Recommendation, Way
from desktop.domain.recommending import may_go, recommend
from desktop.domain.reference import UnitType
from desktop.domain.situations import Setting, by_straight_line, setting_of, situation
from desktop.domain.units import FREE, Unit, UnitStatus
from desktop.domain.whereabouts import Point, straight_seconds
from desktop.operations.packs import CityPack
from desktop.roads.travel import Travel

GIVEN_UP_AFTER = timedelta(minutes=60)
"""So long a call waits for a unit that it lacks; then somebody else is taken to have gone (ours)."""


@dataclass(slots=True)
class Found:
    """What was counted. Times on the way in seconds, one for each unit sent."""

    calls: int = 0
    unplanned: int = 0
    """Calls of which no plan speaks."""
    telling: int = 0
    """Calls for which the plan has agencies told, and nobody sent."""
    covered: int = 0
    """Calls for which everybody that the plan asks for was found at once."""
    partly: int = 0
    gaps: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Units missing at first, by what was asked for and why."""
    late: list[float] = field(default_factory=list)
    """Minutes until everybody was found, of calls that lacked somebody at first."""
    never: int = 0
    nobody: int = 0
    """Calls to which nobody ever came."""
    chosen: list[float] = field(default_factory=list)
    plain: list[float] = field(default_factory=list)
    """Of who would have been the nearest in a straight line, in the same moment for the same need."""
    fastest: list[float] = field(default_factory=list)
    """Of who would really have come first among those whom the plan lets go."""
    told: list[float] = field(default_factory=list)
    """As the recommendation said it."""
    small_crews: int = 0
    beyond: int = 0
    """Units whose way took longer than the plan allows."""
    plain_ruled_out: int = 0
    """Of the plainly nearest, those whom the plan does not let go: too few people, or too far."""
    clock_ms: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    search_ms: list[float] = field(default_factory=list)
    """Of the processor's time, the search for the ways alone."""


@dataclass(slots=True)
class _Waiting:
    """A call with what is missing yet, by the need's place in the plan."""

    call: LaidCall
    incident: str
    since: datetime
    works: dict[UnitType, list[Work]]
    needs: Sequence[Need] = ()
    missing: Counter[int] = field(default_factory=Counter)
    was_missing: bool = False
    sent: int = 0


class Ways:
    """How long ways take: on roads where they are known, else in a straight line times the factor."""

    def __init__(self, travel: Travel | None) -> None:
        self._travel = travel

    def known(self, end: Point, starts: Iterable[Point], limit: float) -> Mapping[Point, float | None] | None:
        """As `Travel.seconds`; None where no roads are known."""
        return None if self._travel is None else self._travel.seconds(end, starts, limit)

    def seconds(self, end: Point, starts: Iterable[Point]) -> Mapping[Point, float]:
        """However far it is."""
        points = list(starts)
        found = self.known(end, points, float("inf")) or {}
        ways = ((point, found.get(point)) for point in points)
        return {point: straight_seconds(point, end) if way is None else way for point, way in ways}


_ANY = Need(tuple(UnitType), 1, 0)


class Replay:
    """One run. `plans_on`: the recommendation is sent as it is; else the nearest in a straight line."""

    def __init__(self, pack: CityPack, ways: Ways, usual: Usual, begun: datetime, *, plans_on: bool) -> None:
        self.centre = MemoryCentre(pack, begun)
        self.found = Found()
        self._ways, self._usual, self._plans_on = ways, usual, plans_on
        self._outcome = pack.outcomes[0].id
        self._events: list[tuple[datetime, int, Callable[[datetime], None]]] = []
        self._number = count()
        self._waiting: dict[str, _Waiting] = {}
        self._left: dict[str, tuple[datetime, Point, float]] = {}
        """By unit when it left its last scene, where that is, and how many seconds it needs home."""

    def run(self, calls: Iterable[LaidCall]) -> Found:
        """Replay calls, as fast as it goes, until the last is over. RefusedError: see `MemoryCentre`."""
        for call in calls:
            self._at(call.at, lambda now, call=call: self._open(now, call))  # type: ignore[misc]  # - its own call
        while self._events:
            now, _, happen = heapq.heappop(self._events)
            happen(now)
        return self.found

    def _at(self, moment: datetime, happen: Callable[[datetime], None]) -> None:
        heapq.heappush(self._events, (moment, next(self._number), happen))

    def _open(self, now: datetime, call: LaidCall) -> None:
        latitude, longitude = call.point
        incident = self.centre.open_incident(
            now,
            category=call.category,
            priority=call.priority,
            area=call.area,
            latitude=latitude,
            longitude=longitude,
        )
        works = {kind: list(done) for kind, done in call.works.items()}
        waiting = _Waiting(call, incident, now, works)
        self.found.calls += 1
        setting = self._setting(now, incident)
        if setting is None or not setting.response.needs:
            self.found.unplanned += setting is None
            self.found.telling += setting is not None
            self.centre.close(now, incident, self._outcome)
            return
        waiting.needs = setting.response.needs
        waiting.missing = Counter({at: need.count for at, need in enumerate(waiting.needs)})
        self._waiting[incident] = waiting
        self._fill(now, waiting, first=True)
        self._at(now + GIVEN_UP_AFTER, lambda later: self._settle(later, incident, given_up=True))

    def _setting(self, now: datetime, incident: str) -> Setting | None:
        board = self.centre.board
        local = now.astimezone(self.centre.zone)
        return setting_of(board.cases[incident], board.cases.values(), board.units, board.reference, local)

    def _recommended(self, now: datetime, incident: str, *, first: bool) -> tuple[Setting, Recommendation]:
        clock, begun = time.perf_counter(), time.thread_time()
        setting = self._setting(now, incident)
        assert setting is not None
        assert setting.point is not None
        known = time.thread_time()
        times = self._ways.known(setting.point, setting.starts, setting.response.minutes * 60)
        searched = time.thread_time()
        found = recommend(by_straight_line(setting) if times is None else situation(setting, times, Way.ROAD))
        if first:
            self.found.clock_ms.append((time.perf_counter() - clock) * 1000)
            self.found.cpu_ms.append((time.thread_time() - begun) * 1000)
            self.found.search_ms.append((searched - known) * 1000)
        return setting, found

    def _fill(self, now: datetime, waiting: _Waiting, *, first: bool = False) -> None:
        """Send who is found for what is missing."""
        setting, found = self._recommended(now, waiting.incident, first=first)
        needs = waiting.needs
        if self._plans_on:
            wanted = Counter(waiting.missing)
            sent = []
            for pick in found.picks:
                if wanted[pick.slot.need] > 0:
                    wanted[pick.slot.need] -= 1
                    sent.append((pick.slot.need, pick.unit))
            said = {pick.unit: float(pick.seconds) for pick in found.picks}
        else:
            sent, said = nearest_in_line(setting, waiting.missing), {}
        self._measure(now, setting, sent, said)
        for at, unit in sent:
            waiting.missing[at] -= 1
            waiting.sent += 1
            self._send(now, waiting, needs[at], unit)
        lacking = +waiting.missing
        if first:
            self._count_first(waiting, lacking, needs, found)
        if not lacking:
            if waiting.was_missing:
                self.found.late.append((now - waiting.since).total_seconds() / 60)
            del self._waiting[waiting.incident]

    def _count_first(
        self, waiting: _Waiting, lacking: Counter[int], needs: Sequence[Need], found: Recommendation
    ) -> None:
        waiting.was_missing = bool(lacking)
        self.found.covered += not lacking
        self.found.partly += bool(lacking) and waiting.sent > 0
        if self._plans_on:
            for gap in found.gaps:
                self.found.gaps[gap.need.code, gap.lack.value] += gap.missing
        else:
            for at, missing in lacking.items():
                self.found.gaps[needs[at].code, "none_free"] += missing

    def _measure(
        self, now: datetime, setting: Setting, sent: Sequence[tuple[int, str]], said: Mapping[str, float]
    ) -> None:
        """How long who is sent needs from where they really are, beside others for the same needs."""
        assert setting.point is not None
        needs, units, found = setting.response.needs, setting.units, self.found
        free = {key: self._where(now, one) for key, one in units.items() if one.status in FREE}
        times = self._ways.seconds(setting.point, dict.fromkeys(free.values()))
        ways = {key: times[point] for key, point in free.items()}
        longest = setting.response.minutes * 60
        for at, unit in sent:
            found.chosen.append(ways[unit])
            found.told += [said[unit]] if unit in said else []
            found.small_crews += units[unit].head_count < needs[at].least_crew
            found.beyond += ways[unit] > longest
        if not self._plans_on:
            return
        asked = Counter(at for at, _ in sent)
        for at, unit in nearest_in_line(setting, asked):
            found.plain.append(ways[unit])
            ruled_out = not may_go(units[unit], needs[at]) or ways[unit] > longest
            found.plain_ruled_out += ruled_out
        taken: set[str] = set()
        for at, _ in sent:
            may = [one for one in free if one not in taken and may_go(units[one], needs[at])]
            first = min(may, key=lambda one: ways[one], default=unit)
            taken.add(first)
            found.fastest.append(ways[first])

    def _where(self, now: datetime, unit: Unit) -> Point:
        """Where a free unit really is: at its station, or on its way there, by the part that is behind it."""
        station = self.centre.board.reference.stations[unit.station]
        home = station.latitude or 0.0, station.longitude or 0.0
        if unit.status is not UnitStatus.RETURNING or unit.id not in self._left:
            return home
        left, scene, needed = self._left[unit.id]
        part = min(1.0, (now - left).total_seconds() / needed) if needed else 1.0
        return scene[0] + (home[0] - scene[0]) * part, scene[1] + (home[1] - scene[1]) * part

    def _send(self, now: datetime, waiting: _Waiting, need: Need, unit: str) -> None:
        seen = self.centre.board.units[unit]
        point = waiting.call.point
        start = self._where(now, seen)
        way = self._ways.seconds(point, [start])[start]
        done = waiting.works.get(seen.unit_type) or waiting.works.get(need.kinds[0])
        work = done.pop(0) if done else self._usual.of(seen.unit_type)
        self.centre.send(now, waiting.incident, unit)
        leaves = now + timedelta(seconds=work.turnout)
        arrives = leaves + timedelta(seconds=way)
        self._at(leaves, lambda at: self.centre.says(at, unit, "unit.under_way"))
        self._at(arrives, lambda at: self.centre.says(at, unit, "unit.on_scene"))
        ends = arrives + timedelta(seconds=work.stay)
        self._at(ends, lambda at: self._return(at, waiting, unit))

    def _return(self, now: datetime, waiting: _Waiting, unit: str) -> None:
        self.centre.says(now, unit, "unit.returning")
        station = self.centre.board.reference.stations[self.centre.board.units[unit].station]
        home, scene = (station.latitude or 0.0, station.longitude or 0.0), waiting.call.point
        needed = self._ways.seconds(home, [scene])[scene]
        self._left[unit] = now, scene, needed
        self._at(now + timedelta(seconds=needed), lambda at: self._home(at, unit, now))
        self._settle(now, waiting.incident)
        self._fill_waiting(now)

    def _home(self, now: datetime, unit: str, left: datetime) -> None:
        seen = self.centre.board.units[unit]
        if seen.status is UnitStatus.RETURNING and seen.status_at == left:
            self.centre.says(now, unit, "unit.available")
            self._fill_waiting(now)

    def _fill_waiting(self, now: datetime) -> None:
        cases = self.centre.board.cases
        for one in sorted(self._waiting, key=lambda one: urgency_key(cases[one])):
            waiting = self._waiting[one]
            free = {unit.unit_type for unit in self.centre.board.units.values() if may_go(unit, _ANY)}
            if any(free & set(waiting.needs[at].kinds) for at in +waiting.missing):
                self._fill(now, waiting)

    def _settle(self, now: datetime, incident: str, *, given_up: bool = False) -> None:
        """Close an incident at which nobody works any more; what it lacked nobody is sent for then."""
        case = self.centre.board.cases.get(incident)
        if case is None or not case.incident.is_open:
            return
        waiting = self._waiting.get(incident)
        if waiting is not None and (given_up or (waiting.sent and not case.running)):
            self.found.never += 1
            self.found.nobody += not waiting.sent
            del self._waiting[incident]
        if incident not in self._waiting and not case.running:
            self.centre.close(now, incident, self._outcome)


def nearest_in_line(setting: Setting, missing: Mapping[int, int]) -> list[tuple[int, str]]:
    """For each need so many of the nearest free units of its kinds, in a straight line.

    From where a desk takes them to be. Of the plan's other rules only one holds: a unit without anybody goes
    where the plan wants it without.
    """
    end, taken, found = setting.point, set[str](), []
    assert end is not None
    for at, need in enumerate(setting.response.needs):
        may = (setting.units[one] for one in setting.where if one not in taken)
        fit = [one for one in may if may_go(one, Need(need.kinds, need.count, min(1, need.least_crew)))]
        fit.sort(key=lambda one: (metres_between(*setting.where[one.id].point, *end), one.rank, one.id))
        for one in fit[: missing.get(at, 0)]:
            taken.add(one.id)
            found.append((at, one.id))
    return found
