"""Hospitals as destinations: where they lie, which is full, what was told to them, and who is brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.records import Record, col, record
from desktop.domain.reference import LATITUDE, LONGITUDE

FULL_AT_MOST = timedelta(hours=48)
"""For so long a hospital may be said to be full (our bound): whoever still is says so again."""

PATIENTS_LIMIT = 99
"""Patients of one colour in one vehicle (our bound: a bus)."""


class Triage(StrEnum):
    """How urgent a patient is, by the colours of a triage tag: merah, kuning, hijau, hitam."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLACK = "black"


@record("hospital_place", uuid=False)
@dataclass(frozen=True, kw_only=True)
class HospitalPlace(Record):
    """Where a hospital lies, as a list of hospitals tells. Its id is the hospital's.

    `registry`: its code in that list, by which it is known when the list is imported again.
    """

    hospital: str = col("reference", default="", ref="hospital")
    registry: str | None = col("reference", limit=64)
    latitude: float | None = col("reference", between=LATITUDE)
    longitude: float | None = col("reference", between=LONGITUDE)
    beds: int | None = col("reference", between=(0, 10_000))

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None where the list told none that can be right."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


@dataclass(frozen=True, slots=True)
class Full:
    """A hospital that takes nobody: since when that is said, and until when; None: nobody knows."""

    since: datetime | None
    until: datetime | None


@record("hospital_state", uuid=False)
@dataclass(frozen=True, kw_only=True)
class HospitalState(Record):
    """Until when a hospital takes nobody. Its id is the hospital's; times are aware, in UTC.

    `open_end`: nobody knows until when; a time that is known counts more.
    """

    hospital: str = col(default="", ref="hospital")
    full_until: datetime | None = col("full")
    open_end: bool | None = col("full")
    said_at: datetime | None = col("full")
    said_by: str | None = col("full")

    def full_at(self, now: datetime) -> Full | None:
        """How it is full, as seen at `now` (aware); None for one that takes patients."""
        lasts = bool(self.open_end) if self.full_until is None else now < self.full_until
        return Full(self.said_at, self.full_until) if lasts else None


HANDED_OVER = "handed_over"
"""The stamp of a transport; its columns are named as those of an assignment's stamps."""


@record("transport")
@dataclass(frozen=True, kw_only=True)
class Transport(Record):
    """Who is brought to a hospital by one assignment, and what the hospital knows. Its id: the assignment's.

    `told`, `confirmed`: the hospital that was told, and the one that agreed; what was said of another than
    the destination of now counts no more. Times are aware, in UTC.
    """

    assignment: str = col(default="", ref="assignment", uuid=True)
    unit: str = col(default="", ref="unit", subject=True)
    incident: str = col("incident", default="", ref="incident", subject=True, uuid=True)
    red: int | None = col("patients", between=(0, PATIENTS_LIMIT))
    yellow: int | None = col("patients", between=(0, PATIENTS_LIMIT))
    green: int | None = col("patients", between=(0, PATIENTS_LIMIT))
    black: int | None = col("patients", between=(0, PATIENTS_LIMIT))
    told: str | None = col("told", ref="hospital")
    told_at: datetime | None = col("told")
    confirmed: str | None = col("confirmed", ref="hospital")
    confirmed_at: datetime | None = col("confirmed")
    handed_over_at: datetime | None = col("handed")
    handed_over_first: datetime | None = col("handed")

    @property
    def patients(self) -> Mapping[Triage, int]:
        """How many patients of each colour, of those colours that there are; the most urgent first."""
        counts = {one: getattr(self, one.value) or 0 for one in Triage}
        return {one: count for one, count in counts.items() if count}

    def told_time(self, hospital: str | None) -> datetime | None:
        """When that hospital was told; None where it was not."""
        return self.told_at if hospital is not None and self.told == hospital else None

    def confirmed_time(self, hospital: str | None) -> datetime | None:
        """When that hospital agreed; None where it did not."""
        return self.confirmed_at if hospital is not None and self.confirmed == hospital else None
