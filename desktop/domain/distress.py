"""A crew in distress: the one alarm before which everything else waits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.alarm_dues import Due, Stage, Taken
from desktop.domain.records import Record, col, record
from desktop.domain.reference import Priority

DISTRESS = "distress"
"""The kind of alarm that a crew in distress is."""


class DistressState(StrEnum):
    """Whether a crew is still in distress."""

    OPEN = "open"
    ENDED = "ended"


class DistressEnd(StrEnum):
    """How a distress ended."""

    OVER = "over"
    FALSE_ALARM = "false_alarm"


@record("distress")
@dataclass(frozen=True, kw_only=True)
class Distress(Record):
    """That a unit's crew is in distress. `incident`: what it worked for. Times are aware, in UTC."""

    unit: str = col(default="", ref="unit", subject=True)
    incident: str | None = col(ref="incident", subject=True, uuid=True)
    raised_at: datetime | None = col()
    raised_by: str | None = col()
    taken_at: datetime | None = col("taken")
    taken_by: str | None = col("taken")
    state: DistressState = col("state", default=DistressState.OPEN, choices=DistressState)
    ended_as: DistressEnd | None = col("state", choices=DistressEnd)
    ended_at: datetime | None = col("state")
    ended_by: str | None = col("state")

    @property
    def waits(self) -> bool:
        """Whether nobody has taken it yet."""
        return self.state is DistressState.OPEN and self.taken_at is None


def dues(found: Iterable[Distress]) -> Iterator[Due]:
    """Each is an alarm from its first second, told to every desk, until somebody takes it."""
    for one in found:
        if one.state is not DistressState.OPEN or one.raised_at is None:
            continue
        taken = None
        if one.taken_at is not None:
            taken = Taken(one.taken_by or "", one.taken_at, Stage.CRITICAL)
        begins = ((one.raised_at, Stage.CRITICAL),)
        yield Due(
            DISTRESS,
            one.id,
            one.raised_at,
            begins,
            Priority.P1,
            incident=one.incident,
            unit=one.unit,
            taken=taken,
        )
