"""Units, what they do, and which status may follow which."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from desktop.domain.records import Record, col, record
from desktop.domain.reference import UnitType


class UnitStatus(StrEnum):
    """The nine statuses of a unit."""

    AVAILABLE = "available"
    ASSIGNED = "assigned"
    UNDER_WAY = "under_way"
    ON_SCENE = "on_scene"
    TRANSPORTING = "transporting"
    AT_HOSPITAL = "at_hospital"
    RETURNING = "returning"
    OUT_OF_SERVICE = "out_of_service"
    OFF_DUTY = "off_duty"


_S = UnitStatus

BUSY = frozenset({_S.ASSIGNED, _S.UNDER_WAY, _S.ON_SCENE, _S.TRANSPORTING, _S.AT_HOSPITAL})
"""Statuses in which a unit has exactly one running assignment; in all others it has none."""

TO_HOSPITAL = frozenset({_S.TRANSPORTING, _S.AT_HOSPITAL})
"""Statuses in which a unit has patients on board for a hospital."""

FREE = frozenset({_S.AVAILABLE, _S.RETURNING})
"""Statuses in which a unit may be assigned."""

MOVES: Mapping[UnitStatus, frozenset[UnitStatus]] = {
    _S.AVAILABLE: frozenset({_S.ASSIGNED, _S.OUT_OF_SERVICE, _S.OFF_DUTY}),
    _S.ASSIGNED: frozenset(
        {_S.ASSIGNED, _S.UNDER_WAY, _S.ON_SCENE, _S.AVAILABLE, _S.RETURNING, _S.OUT_OF_SERVICE}
    ),
    _S.UNDER_WAY: frozenset({_S.ASSIGNED, _S.ON_SCENE, _S.AVAILABLE, _S.RETURNING, _S.OUT_OF_SERVICE}),
    _S.ON_SCENE: frozenset(
        {_S.ASSIGNED, _S.TRANSPORTING, _S.AT_HOSPITAL, _S.AVAILABLE, _S.RETURNING, _S.OUT_OF_SERVICE}
    ),
    _S.TRANSPORTING: frozenset({_S.AT_HOSPITAL, _S.ON_SCENE, _S.AVAILABLE, _S.RETURNING, _S.OUT_OF_SERVICE}),
    _S.AT_HOSPITAL: frozenset({_S.TRANSPORTING, _S.AVAILABLE, _S.RETURNING, _S.OUT_OF_SERVICE}),
    _S.RETURNING: frozenset({_S.AVAILABLE, _S.ASSIGNED, _S.OUT_OF_SERVICE, _S.OFF_DUTY}),
    _S.OUT_OF_SERVICE: frozenset({_S.AVAILABLE, _S.OFF_DUTY}),
    _S.OFF_DUTY: frozenset({_S.AVAILABLE, _S.OUT_OF_SERVICE}),
}
"""Legal moves. Assigned again from a busy status is a diversion to another incident."""


@record("unit", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Unit(Record):
    """A vehicle with its crew. The id is a code that the city pack gives and never changes."""

    call_sign: str = col("reference", default="", limit=40)
    unit_type: UnitType = col("reference", default=UnitType.ENGINE, choices=UnitType)
    home_station: str = col("reference", default="", ref="station")
    rank: int = col("reference", default=0)
    crew: str | None = col("crew")
    head_count: int = col("crew", default=0, between=(0, 100))
    shift: str | None = col("crew", limit=64)
    """The shift for which its crew signed on."""
    duty_since: datetime | None = col("crew")
    """When its crew signed on; `shifts.duty_time` says for how long it has been on duty."""
    station: str = col("station", default="", ref="station")
    status: UnitStatus = col("status", default=UnitStatus.OFF_DUTY, choices=UnitStatus)
    status_at: datetime | None = col("status")
    out_reason: str | None = col("status")
    back_at: datetime | None = col("status")


class AssignmentState(StrEnum):
    """Whether a unit will go, goes, or has gone."""

    QUEUED = "queued"
    RUNNING = "running"
    ENDED = "ended"


class AssignmentEnd(StrEnum):
    """How an assignment ended."""

    FINISHED = "finished"
    CANCELLED = "cancelled"
    DIVERTED = "diverted"


STAMPS: Mapping[UnitStatus, str] = {
    _S.ASSIGNED: "assigned",
    _S.UNDER_WAY: "under_way",
    _S.ON_SCENE: "on_scene",
    _S.TRANSPORTING: "transporting",
    _S.AT_HOSPITAL: "at_hospital",
}
"""The stamp of an assignment that a unit's status sets; the columns are `<stamp>_at` and `<stamp>_first`."""

STAMP_ORDER = (*STAMPS.values(), "ended")


def is_after(moment: datetime | None, reopened_at: datetime | None) -> bool:
    """Whether something was so after its incident was opened again (aware), where that was done."""
    return reopened_at is None or (moment is not None and moment > reopened_at)


@record("assignment")
@dataclass(frozen=True, kw_only=True)
class Assignment(Record):
    """A unit sent to an incident, or busy with something that is none (then `purpose` says with what).

    Each stamp is kept twice: as now believed, and as first written.
    """

    unit: str = col(default="", ref="unit", subject=True)
    incident: str | None = col("incident", ref="incident", subject=True, uuid=True)
    purpose: str | None = col()
    state: AssignmentState = col("state", default=AssignmentState.RUNNING, choices=AssignmentState)
    ended_as: AssignmentEnd | None = col("state", choices=AssignmentEnd)
    destination: str | None = col("destination", ref="hospital")
    assigned_at: datetime | None = col("state")
    assigned_first: datetime | None = col("state")
    under_way_at: datetime | None = col("state")
    under_way_first: datetime | None = col("state")
    on_scene_at: datetime | None = col("state")
    on_scene_first: datetime | None = col("state")
    transporting_at: datetime | None = col("state")
    transporting_first: datetime | None = col("state")
    at_hospital_at: datetime | None = col("state")
    at_hospital_first: datetime | None = col("state")
    ended_at: datetime | None = col("state")
    ended_first: datetime | None = col("state")

    @property
    def came(self) -> bool:
        """Whether the unit was at its scene, as far as its stamps tell."""
        stamps = (self.on_scene_at, self.transporting_at, self.at_hospital_at)
        return any(one is not None for one in stamps)

    @property
    def left_scene(self) -> bool:
        """Whether the unit went from its scene to a hospital, and did not come back."""
        on_scene = self.on_scene_at
        went = (one for one in (self.transporting_at, self.at_hospital_at) if one is not None)
        return any(on_scene is None or one >= on_scene for one in went)

    def finished_since(self, reopened_at: datetime | None) -> bool:
        """Whether it was finished, and where its incident was opened again (aware), after that."""
        return self.ended_as is AssignmentEnd.FINISHED and is_after(self.ended_at, reopened_at)


@record("recommendation")
@dataclass(frozen=True, kw_only=True)
class Recommended(Record):
    """What was recommended when units were sent; the assignments of the same act are what was done.

    `recommendation.told` says what is in `picks`.
    """

    incident: str = col(default="", ref="incident", subject=True, uuid=True)
    picks: Mapping[str, Any] | None = col()
