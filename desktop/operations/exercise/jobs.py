"""Calls and units of dispatch records, made whole before they are played: stamps in order, sent to free."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.operations.exercise.mapping import STAGES
from desktop.operations.exercise.oddities import Oddities
from desktop.operations.exercise.records import CallRecord, UnitRecord

OPEN_FOR = timedelta(hours=1)
"""How long a call without any end stays open after its last stamp (our choice)."""


@dataclass(slots=True)
class Job:
    """A unit at a call, as the plan follows it: stamps still to come, and the last stage reached."""

    call: "Case"
    record: UnitRecord
    stages: list[tuple[datetime, str]]
    unit: str = ""
    reached: str = ""


@dataclass(slots=True)
class Case:
    """A call as the plan follows it."""

    record: CallRecord
    last: datetime
    """Its last stamp of all."""
    open_jobs: int = 0


def settled(call: CallRecord, odd: Oddities) -> Case:
    """A call whose receipt is no later than all else in it."""
    stamps = [moment for unit in call.units for moment in unit.stamps.values()]
    known = [moment for moment in (call.opened, call.closed, *stamps) if moment is not None]
    first = min([call.received, *known])
    if first < call.received:
        odd.note("received_late")
        call.received = first
    if not call.neighbourhood:
        odd.note("no_neighbourhood")
    if call.point is None:
        odd.note("no_point")
    return Case(call, max([call.received, *known]))


def make_job(case: Case, unit: UnitRecord, odd: Oddities) -> Job:
    """A unit's stamps in the order of the stages, each no earlier than the one before, from sent to free."""
    stamps = dict(unit.stamps)
    if "assigned" not in stamps:
        odd.note("no_assigned")
        stamps["assigned"] = min(stamps.values(), default=case.last)
    for stage in ("under_way", "on_scene"):
        if stage not in stamps:
            odd.note(f"no_{stage}")
    away = stamps.get("transporting", stamps.get("at_hospital"))
    if away is not None and "on_scene" not in stamps:
        odd.note("scene_skipped")
        stamps["on_scene"] = away
    if "available" not in stamps:
        odd.note("no_available")
        stamps["available"] = case.last
    stages: list[tuple[datetime, str]] = []
    before = case.record.received
    for stage in STAGES:
        if stage in stamps:
            if stamps[stage] < before:
                odd.note("backwards")
            before = max(before, stamps[stage])
            stages.append((before, stage))
    return Job(case, unit, stages)


def end_of(case: Case, opened: datetime, odd: Oddities) -> datetime:
    """When a call to which nobody was sent ends."""
    if case.record.closed is None:
        odd.note("no_end")
        return max(case.last, opened) + OPEN_FOR
    return max(case.record.closed, opened)
