"""Calls: who spoke to the centre, how, and what became of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.records import Record, col, record


class Direction(StrEnum):
    """Who called whom."""

    IN = "in"
    OUT = "out"


class Channel(StrEnum):
    """The way by which a report reached the centre."""

    TRUNK_112 = "112"
    LOCAL_NUMBER = "local_number"
    WHATSAPP = "whatsapp"
    RADIO = "radio"
    WALK_IN = "walk_in"
    APP = "app"
    CCTV = "cctv"


class CallType(StrEnum):
    """What a call turned out to be."""

    GENUINE = "genuine"
    PRANK = "prank"
    SILENT = "silent"
    DROPPED = "dropped"
    INFORMATION = "information"
    WRONG_NUMBER = "wrong_number"
    OUTSIDE_AREA = "outside_area"
    MISTAKE = "mistake"


JUNK_TYPES = tuple(kind for kind in CallType if kind is not CallType.GENUINE)
"""Types that end a call without an incident, in the order of their keys."""

UNCOUNTED_TYPES = (CallType.MISTAKE,)
"""Opened by mistake or as a test: in no statistic."""

BLOCK_HOURS = 24
"""Hours for which a prank number is blocked (usual rule 1x24 hours: Bontang, Probolinggo)."""
LONGEST_BLOCK = timedelta(days=30)
"""So long at most a number is blocked (our bound)."""


@record("call")
@dataclass(frozen=True, kw_only=True)
class Call(Record):
    """One conversation or message. All times are aware, in UTC."""

    direction: Direction = col("line", default=Direction.IN, choices=Direction)
    line: str | None = col("line")
    channel: Channel = col("line", default=Channel.TRUNK_112, choices=Channel)
    external_id: str | None = col("line")
    rang_at: datetime | None = col("line")
    recording: str | None = col("line")
    answered_at: datetime | None = col()
    operator: str | None = col()
    held_at: datetime | None = col("hold")
    hung_up_at: datetime | None = col("hold")
    ended_at: datetime | None = col("end")
    call_type: CallType | None = col("end", choices=CallType)
    attempts: int = col("attempts", default=0, between=(0, 1000))
    incident: str | None = col("incident", ref="incident", subject=True, uuid=True)
    partable: bool = col("incident", default=False)


@record("call_private", personal=True)
@dataclass(frozen=True, kw_only=True)
class CallPrivate(Record):
    """What is personal in a call: shares the call's id. The number is in its normal form."""

    number: str | None = col("caller", limit=40)
    name: str | None = col("caller", limit=200)
    narrative: str | None = col("narrative", limit=8000)
    erased_at: datetime | None = col("erasure")


@record("block")
@dataclass(frozen=True, kw_only=True)
class Block(Record):
    """A block on the number of one call, for `hours` from `blocked_at`, unless lifted."""

    call: str = col(default="", ref="call", subject=True, uuid=True)
    blocked_at: datetime | None = col()
    hours: int = col(default=BLOCK_HOURS, between=(1, 24 * 30))
    lifted_at: datetime | None = col("lift")

    @property
    def ends_at(self) -> datetime | None:
        """When the block ends by itself (UTC)."""
        return None if self.blocked_at is None else self.blocked_at + timedelta(hours=self.hours)

    def runs_at(self, now: datetime) -> bool:
        """Whether the number is blocked at `now` (aware)."""
        ends_at = self.ends_at
        return self.lifted_at is None and ends_at is not None and now < ends_at
