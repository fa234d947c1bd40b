"""Incidents: what happened, where, and how it ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desktop.domain.records import Record, col, record
from desktop.domain.reference import LATITUDE, LONGITUDE, Priority, UrgencyClass

UNSETTLED_PRIORITY = Priority.P2
"""Priority of an incident whose category is not known yet (proposed)."""


class AliasReason(StrEnum):
    """Why an incident is also known by another number."""

    OFFICIAL = "official"
    PROVISIONAL = "provisional"
    MERGED = "merged"


@record("incident")
@dataclass(frozen=True, kw_only=True)
class Incident(Record):
    """One event that the centre follows to its end. `day` is the city's day on which it was opened."""

    day: date | None = col()
    serial: int = col(default=0)
    opened_at: datetime | None = col()
    opened_by: str | None = col()
    category: str | None = col("category", ref="category")
    urgency: UrgencyClass | None = col("category", choices=UrgencyClass)
    priority: Priority = col("priority", default=UNSETTLED_PRIORITY, choices=Priority)
    alarm_level: int = col("alarm", default=0, between=(0, 9))
    address: str | None = col("place")
    landmark: str | None = col("place")
    area: str | None = col("place", ref="area")
    rt: str | None = col("place", limit=8)
    rw: str | None = col("place", limit=8)
    latitude: float | None = col("place", between=LATITUDE)
    longitude: float | None = col("place", between=LONGITUDE)
    outside_city: bool = col("place", default=False)
    people_hurt: int | None = col("people", between=(0, 100_000))
    facts: Mapping[str, Any] | None = col("facts")
    planned_for: datetime | None = col("planned")
    restricted: bool = col("restricted", default=False)
    holder: str | None = col("holder")
    held_since: datetime | None = col("holder")
    closed_at: datetime | None = col("closing")
    closed_by: str | None = col("closing")
    outcome: str | None = col("closing", ref="outcome")
    reopened_at: datetime | None = col("closing")
    """Since when it is needed anew what was there before; None also where closing it was taken back."""
    merged_into: str | None = col("closing", ref="incident", subject=True, uuid=True)

    @property
    def needed_since(self) -> datetime | None:
        """From when its clocks count: from its opening, or from when it was opened again."""
        return self.reopened_at or self.opened_at

    @property
    def is_open(self) -> bool:
        """Neither closed nor merged into another."""
        return self.closed_at is None and self.merged_into is None


@record("incident_private", personal=True)
@dataclass(frozen=True, kw_only=True)
class IncidentPrivate(Record):
    """What is personal in an incident beyond its calls: shares the incident's id."""

    patient: str | None = col("patient", limit=2000)
    erased_at: datetime | None = col("erasure")


ALIAS_FORM = "[A-Z]{2} [0-9]{6}-(S[0-9]{1,5}-[0-9]{2,4}|[0-9]{3,6})"
"""What another number of an incident looks like, as a regular expression that both databases read alike."""


@record("incident_alias")
@dataclass(frozen=True, kw_only=True)
class IncidentAlias(Record):
    """Another number by which an incident is found, as it was said on the radio."""

    day: date | None = col()
    number: str = col(default="", limit=20)
    incident: str = col(default="", ref="incident", subject=True, uuid=True)
    reason: AliasReason = col(default=AliasReason.OFFICIAL, choices=AliasReason)


@record("incident_relation")
@dataclass(frozen=True, kw_only=True)
class IncidentRelation(Record):
    """Two incidents that have to do with each other and stay separate."""

    incident: str = col(default="", ref="incident", subject=True, uuid=True)
    other: str = col(default="", ref="incident", subject=True, uuid=True)


@record("strike")
@dataclass(frozen=True, kw_only=True)
class Strike(Record):
    """A note struck through: the id is the id of the act whose note is wrong."""

    incident: str = col(default="", ref="incident", subject=True, uuid=True)


@record("erased_note")
@dataclass(frozen=True, kw_only=True)
class ErasedNote(Record):
    """A note that was erased by itself: the id is the id of its act, which may be about no incident."""

    incident: str | None = col(ref="incident", subject=True, uuid=True)
    erased_at: datetime | None = col()


@record("glass")
@dataclass(frozen=True, kw_only=True)
class Glass(Record):
    """A look into a restricted incident by one whose role may not read it: from then on this operator may.

    Why, is the note of the act that made it.
    """

    incident: str = col(default="", ref="incident", subject=True, uuid=True)
    operator: str | None = col()
    broken_at: datetime | None = col()


@record("external_reference")
@dataclass(frozen=True, kw_only=True)
class ExternalReference(Record):
    """The name of a call or incident in another system."""

    system: str = col(default="", limit=40)
    external_id: str = col(default="", limit=200)
    call: str | None = col(ref="call", subject=True, uuid=True)
    incident: str | None = col(ref="incident", subject=True, uuid=True)


PER_WORKSTATION = 10_000
"""Provisional numbers that one workstation can give on one day."""


def provisional_floor(workstation: int) -> int:
    """The serial below the first provisional one of a workstation: they count up from there, below zero."""
    return -(workstation + 1) * PER_WORKSTATION


@dataclass(frozen=True, slots=True)
class Number:
    """An incident's number: unique for ever, easy to say over a radio.

    A serial below zero is provisional: a workstation counted it while it was cut off from its database.
    """

    city: str
    """Two letters that the city pack gives, as DP."""
    day: date
    serial: int

    @property
    def provisional(self) -> bool:
        """Whether the database has given no number yet."""
        return self.serial < 0

    @property
    def full(self) -> str:
        """As `DP 261124-018`: city, date as YYMMDD, serial of the day. Provisional: `DP 261124-S3-01`."""
        return f"{self.city} {self.day:%y%m%d}-{self._count}"

    @property
    def short(self) -> str:
        """As `24-018`: day of the month and serial, for the list. Provisional: `24-S3-01`."""
        return f"{self.day:%d}-{self._count}"

    @property
    def _count(self) -> str:
        if not self.provisional:
            return f"{self.serial:03d}"
        below, count = divmod(self.serial, PER_WORKSTATION)
        return f"S{-below - 1}-{count:02d}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened, as said, with what could be made of it."""

    address: str | None = None
    landmark: str | None = None
    area: str | None = None
    rt: str | None = None
    rw: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    outside_city: bool = False


PLACE_FIELDS = tuple(Place.__dataclass_fields__)
