"""Warnings of a place: what a crew must know of it before it goes there, and who read that."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.distance import metres_between
from desktop.domain.records import Record, Row, col, record
from desktop.domain.reference import LATITUDE, LONGITUDE


class WarningKind(StrEnum):
    """What a warning is about."""

    ANIMAL = "animal"
    GAS = "gas"
    ARMED = "armed"
    PATIENT = "patient"
    NARROW = "narrow"
    OTHER = "other"


class WarningState(StrEnum):
    """Whether a warning holds; one that has expired holds no more either."""

    ACTIVE = "active"
    WITHDRAWN = "withdrawn"


RADIUS = 50
"""Metres around its point for which a warning holds unless it says otherwise (our choice: a house and those
beside it)."""

RADIUS_LIMIT = 5000
"""Metres: the largest radius of a warning (our bound)."""


@record("place_warning")
@dataclass(frozen=True, kw_only=True)
class PlaceWarning(Record):
    """A warning of a place. What it says may tell of a person and is in its personal row.

    `radius` in metres, around the point. Times are aware, in UTC.
    """

    kind: WarningKind = col("warning", default=WarningKind.OTHER, choices=WarningKind)
    critical: bool = col("warning", default=False)
    """Whether it must be read before a unit is assigned."""
    address: str | None = col("warning")
    area: str | None = col("warning", ref="area")
    latitude: float | None = col("warning", between=LATITUDE)
    longitude: float | None = col("warning", between=LONGITUDE)
    radius: int = col("warning", default=RADIUS, between=(1, RADIUS_LIMIT))
    expires_at: datetime | None = col("warning")
    made_at: datetime | None = col()
    made_by: str | None = col()
    state: WarningState = col("state", default=WarningState.ACTIVE, choices=WarningState)
    withdrawn_at: datetime | None = col("state")
    withdrawn_by: str | None = col("state")

    def holds_at(self, now: datetime) -> bool:
        """Whether the warning holds at `now` (aware)."""
        return self.state is WarningState.ACTIVE and (self.expires_at is None or now < self.expires_at)


@record("place_warning_private", personal=True)
@dataclass(frozen=True, kw_only=True)
class PlaceWarningPrivate(Record):
    """What a warning says, and who said so: shares the warning's id."""

    text: str | None = col("text", limit=500)
    source: str | None = col("text", limit=200)
    erased_at: datetime | None = col("erasure")


@record("warning_read")
@dataclass(frozen=True, kw_only=True)
class WarningRead(Record):
    """That an operator read a warning for an incident. `read_act`: the act that wrote the warning last."""

    warning: str = col(default="", ref="place_warning", uuid=True)
    incident: str = col(default="", ref="incident", subject=True, uuid=True)
    read_act: str = col(default="", uuid=True)
    operator: str | None = col()
    read_at: datetime | None = col()


@dataclass(frozen=True, slots=True)
class WarningEntry:
    """A warning with what it says."""

    warning: PlaceWarning
    private: PlaceWarningPrivate

    @property
    def id(self) -> str:
        """The warning's id."""
        return self.warning.id


PLACE_WORDS: Mapping[str, str] = {
    "jalan": "jl",
    "jln": "jl",
    "gang": "gg",
    "lorong": "lr",
    "lrg": "lr",
    "lrn": "lr",
    "nomor": "",
    "no": "",
}
"""Words of an address that are written in several ways (DOMAIN: addresses), and the one that is compared."""

_OTHER_THAN_WORDS = re.compile("[^0-9a-z]+")
_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}


def place_key(said: str | None) -> str:
    """An address as it is compared: small letters and digits, words with one blank between."""
    words = _OTHER_THAN_WORDS.split((said or "").translate(_SMALL))
    return " ".join(filter(None, (PLACE_WORDS.get(one, one) for one in words)))


def warns_of(warning: Row, place: Row) -> bool:
    """Whether a warning is about a place: rows with `latitude`, `longitude`, `address`, `area`.

    Two points decide by their distance. Else an address that holds the warning's, word for word, unless the
    areas differ. A warning of an area alone is about all of it.
    """
    points = [row.get(name) for row in (warning, place) for name in ("latitude", "longitude")]
    if all(isinstance(one, int | float) for one in points):
        return metres_between(*points) <= float(str(warning["radius"]))  # type: ignore[arg-type]  # - all are numbers
    areas = warning.get("area"), place.get("area")
    if warning.get("address") is not None:
        key = place_key(str(warning["address"]))
        here = place_key(str(place.get("address") or ""))
        return bool(key) and f" {key} " in f" {here} " and (None in areas or areas[0] == areas[1])
    return warning.get("latitude") is None and None not in areas and areas[0] == areas[1]


def place_of(record_: Record) -> Row:
    """The place of a warning or an incident, as `warns_of` takes it."""
    names = ("latitude", "longitude", "address", "area", "radius")
    return {name: getattr(record_, name, None) for name in names}


def warnings_for(entries: Iterable[WarningEntry], place: Row, now: datetime) -> tuple[WarningEntry, ...]:
    """The warnings that hold at `now` (aware) and are about a place: critical ones first, then the oldest."""
    found = (one for one in entries if one.warning.holds_at(now) and warns_of(place_of(one.warning), place))
    return tuple(sorted(found, key=lambda one: (not one.warning.critical, one.id)))


def unread(entries: Iterable[WarningEntry], reads: Iterable[WarningRead]) -> tuple[WarningEntry, ...]:
    """Those critical warnings that nobody read as they are now. `reads`: those for the incident."""
    known = {(one.warning, one.read_act) for one in reads}
    return tuple(
        one for one in entries if one.warning.critical and (one.id, one.warning.last_act) not in known
    )
