"""From dispatch records to events that a desk can play: in order, each lawful when its turn comes.

The records are run through once, moment by moment, with every unit's whereabouts in view. What they have that
no desk would take (a unit sent anew before it is free, stamps out of order, stages left out) is treated here
and in `jobs`, by the rules that `oddities` names, so that playing needs no exceptions.
"""

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from desktop.domain.reference import Category, Outcome, Priority
from desktop.domain.units import UnitStatus
from desktop.operations.exercise.events import (
    CallFinished,
    CallTaken,
    Event,
    ExtraUnit,
    IncidentChanged,
    IncidentClosed,
    IncidentOpened,
    UnitDiverted,
    UnitsAssigned,
    UnitSpoke,
)
from desktop.operations.exercise.fleet import Fleet
from desktop.operations.exercise.jobs import Case, Job, end_of, make_job, settled
from desktop.operations.exercise.mapping import Mapping
from desktop.operations.exercise.oddities import Oddities
from desktop.operations.exercise.places import Layout
from desktop.operations.exercise.records import CallRecord

AT_ONCE = 30
"""Units sent in one act at most: the domain's bound."""

CROWD = 10
"""Stamps in one second from which on they are counted as odd."""

_DONE = ("on_scene", "transporting", "at_hospital")
_OTHER = "other"


@dataclass(frozen=True, slots=True)
class Plan:
    """Events in order, with the units that they need and the day on which the first lies."""

    events: tuple[Event, ...]
    units: tuple[ExtraUnit, ...]
    midnight: datetime


class Planner:
    """Makes the plan of one file. `categories`, `outcomes`: those of the city."""

    def __init__(
        self,
        mapping: Mapping,
        layout: Layout,
        fleet: Fleet,
        categories: Iterable[Category],
        outcomes: Iterable[Outcome],
        oddities: Oddities,
    ) -> None:
        self._mapping = mapping
        self._layout = layout
        self._fleet = fleet
        self._categories = {one.id for one in categories}
        self._outcomes = {one.id for one in outcomes}
        self._odd = oddities
        self._events: list[Event] = []
        self._heap: list[tuple[datetime, int, int, object]] = []
        self._count = 0
        self._now: dict[str, Job] = {}
        self._midnight = datetime.min  # noqa: DTZ901 - local times without a zone, as the records have them

    def plan(self, calls: list[CallRecord]) -> Plan:
        """Run through the calls, which are in the order of their receipt."""
        cases = [settled(call, self._odd) for call in calls]
        self._midnight = datetime.combine(min(case.record.received for case in cases).date(), time())
        for case in cases:
            self._begin(case)
        while self._heap:
            at, _, _, item = heapq.heappop(self._heap)
            if isinstance(item, Job):
                self._step(at, item)
            elif isinstance(item, Case):
                self._close(at, item)
            elif isinstance(item, Event):
                self._events.append(item)
        self._count_crowds()
        return Plan(tuple(self._events), tuple(self._fleet.made.values()), self._midnight)

    def _push(self, at: datetime, rank: int, item: object) -> None:
        self._count += 1
        heapq.heappush(self._heap, (at, rank, self._count, item))

    def _after(self, at: datetime) -> timedelta:
        return at - self._midnight

    def _begin(self, case: Case) -> None:
        call = case.record
        jobs = [make_job(case, unit, self._odd) for unit in call.units]
        sent = min((job.stages[0][0] for job in jobs), default=None)
        opened = call.opened or sent or call.received
        if sent is not None and opened > sent:
            self._odd.note("opened_late")
            opened = sent
        opened = max(opened, call.received)
        external = (self._mapping.name, call.key[:200])
        taken = CallTaken(after=self._after(call.received), call=call.key, external=external)
        self._push(call.received, 1, taken)
        first, *later = self._priorities(call)
        self._push(opened, 2, self._opened(call, opened, first))
        spoken = max(opened, sent or opened)
        changed = next((one for one in later if one != first and one is not None), None)
        if changed is not None:
            self._odd.note("priority_changed")
            change = IncidentChanged(after=self._after(spoken), incident=call.key, priority=changed)
            self._push(spoken, 3, change)
        self._push(spoken, 4, CallFinished(after=self._after(spoken), call=call.key))
        case.open_jobs = len(jobs)
        if not jobs:
            self._odd.note("no_units")
            self._push(end_of(case, opened, self._odd), 9, case)
        for job in jobs:
            self._push(job.stages[0][0], 5, job)

    def _priorities(self, call: CallRecord) -> list[Priority | None]:
        found: list[Priority | None] = []
        for word in call.priorities:
            known = self._mapping.priorities.find(word)
            if known is None and word:
                self._odd.note("unknown_priority", word)
            found.append(None if known is None else Priority(known))
        return found or [None]

    def _opened(self, call: CallRecord, at: datetime, priority: Priority | None) -> IncidentOpened:
        category = self._mapping.categories.find(call.kind)
        if category not in self._categories:
            self._odd.note("unknown_kind", call.kind)
            category = None
        return IncidentOpened(
            after=self._after(at),
            call=call.key,
            incident=call.key,
            category=category,
            priority=priority,
            place=self._layout.place(call),
            narrative=". ".join(one for one in (call.kind, call.address) if one) or None,
            external=(self._mapping.name, call.key[:200]),
        )

    def _step(self, at: datetime, job: Job) -> None:
        _, stage = job.stages.pop(0)
        if stage == "assigned":
            self._send(at, job)
        elif self._now.get(job.unit) is not job:
            return  # It was sent elsewhere: what is left of this call was dropped then.
        else:
            self._speak(at, job, stage)
        job.reached = stage
        if stage == "available":
            del self._now[job.unit]
            self._end_job(at, job)
        elif job.stages:
            following, name = job.stages[0]
            self._push(following, 0 if name == "available" else 6, job)

    def _send(self, at: datetime, job: Job) -> None:
        name = job.record.name or self._free_name()
        job.unit = self._fleet.code(name, job.record.unit_type)
        incident = job.call.record.key
        before = self._now.get(job.unit)
        if before is not None and before.reached not in _DONE and before.call is not job.call:
            self._odd.note("sent_anew_diverted")
            self._events.append(UnitDiverted(after=self._after(at), incident=incident, unit=job.unit))
            self._leave(at, before)
        else:
            if before is not None:
                self._odd.note("sent_anew_same" if before.call is job.call else "sent_anew_done")
                self._speak(at, before, "available")
                self._leave(at, before)
            self._assign(self._after(at), incident, job.unit)
        self._now[job.unit] = job

    def _assign(self, after: timedelta, incident: str, unit: str) -> None:
        last = self._events[-1] if self._events else None
        if (
            isinstance(last, UnitsAssigned)
            and (last.after, last.incident) == (after, incident)
            and len(last.units) < AT_ONCE
            and unit not in last.units
        ):
            self._events[-1] = UnitsAssigned(after=after, incident=incident, units=(*last.units, unit))
        else:
            self._events.append(UnitsAssigned(after=after, incident=incident, units=(unit,)))

    def _leave(self, at: datetime, job: Job) -> None:
        """A unit left a call before its stamps were over."""
        self._odd.note("stamps_dropped", times=sum(stage != "available" for _, stage in job.stages))
        self._end_job(at, job)

    def _speak(self, at: datetime, job: Job, stage: str) -> None:
        status, incident = UnitStatus(stage), job.call.record.key
        self._events.append(UnitSpoke(after=self._after(at), unit=job.unit, status=status, incident=incident))

    def _end_job(self, at: datetime, job: Job) -> None:
        job.call.open_jobs -= 1
        if job.call.open_jobs == 0:
            self._push(max(at, job.call.record.closed or at), 9, job.call)

    def _close(self, at: datetime, case: Case) -> None:
        word = case.record.outcome
        known = self._mapping.outcomes.find(word)
        if known not in self._outcomes:
            self._odd.note("unknown_outcome", word)
            known = _OTHER
        self._events.append(
            IncidentClosed(
                after=self._after(at), incident=case.record.key, outcome=known or _OTHER, note=word or None
            )
        )

    def _free_name(self) -> str:
        """The first free one of the unnamed pool."""
        number = 1
        while (made := self._fleet.made.get(f"U{number}")) is not None and made.unit in self._now:
            number += 1
        return f"U{number}"

    def _count_crowds(self) -> None:
        seconds = Counter(event.after for event in self._events)
        self._odd.note("same_second", times=sum(count for count in seconds.values() if count > CROWD))
