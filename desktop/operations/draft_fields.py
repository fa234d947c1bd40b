"""The fields of a call's form: the columns that each writes, and why one cannot be read.

Fields are named as in `desktop.domain.drafts`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum

from desktop.domain.board import Reference
from desktop.domain.located import Located
from desktop.domain.schema import TABLES
from desktop.operations.cards import Cards
from desktop.operations.points import Point

CALL_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "channel": ("channel",),
    "narrative": ("narrative",),
    "number": ("number",),
    "name": ("name",),
    "rang_at": ("rang_at",),
    "recording": ("recording",),
}
"""Columns of a call and of its personal row that each field writes."""

INCIDENT_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "category": ("category", "urgency"),
    "priority": ("priority",),
    "address": ("address",),
    "landmark": ("landmark",),
    "area": ("area", "outside_city"),
    "rt_rw": ("rt", "rw"),
    "point": ("latitude", "longitude", "outside_city"),
    "people_hurt": ("people_hurt",),
    "answers": ("facts",),
}
"""Columns of an incident that each field writes."""

COLUMNS: Mapping[str, tuple[str, ...]] = {**CALL_COLUMNS, **INCIDENT_COLUMNS}
FIELDS = tuple(COLUMNS)
"""The fields that hold values; the other names of a draft are what was typed to choose one."""

CHOICE_TEXTS: Mapping[str, tuple[str, ...]] = {
    "category": ("category_text",),
    "area": ("area_text", "kecamatan_text"),
}
"""For each choice, the texts that were typed to choose it."""


class Problem(StrEnum):
    """Why a field could not be read."""

    NO_CATEGORY = "no_category"
    NO_AREA = "no_area"
    NO_PRIORITY = "no_priority"
    NO_CHANNEL = "no_channel"
    NO_NUMBER = "no_number"
    NUMBER_INCOMPLETE = "number_incomplete"
    NO_COUNT = "no_count"
    NO_RT_RW = "no_rt_rw"
    NO_TIME = "no_time"
    NO_POINT = "no_point"
    SHORT_LINK = "short_link"
    LINK_WITHOUT_POINT = "link_without_point"
    IMPOSSIBLE_POINT = "impossible_point"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What texts are read against. `now` is the centre's time (aware), `area_code` as 0361."""

    reference: Reference
    area_code: str
    zone: tzinfo
    now: datetime
    locate: Callable[[float, float], Located | None] | None = None
    """Tells where a latitude and longitude lie; None, or without an answer, where no borders are known."""
    cards: Cards = field(default_factory=Cards)

    @property
    def middle(self) -> Point | None:
        """The middle of the city, for coordinates without their minus."""
        known = [
            (area.latitude, area.longitude)
            for area in self.reference.areas.values()
            if area.latitude is not None and area.longitude is not None
        ]
        if not known:
            return None
        return Point(*(sum(values) / len(known) for values in zip(*known, strict=True)))


_TABLE_OF = {
    column: next(table for table in ("call", "call_private", "incident") if column in TABLES[table].by_name)
    for columns in COLUMNS.values()
    for column in columns
}
LIMITS: Mapping[str, int] = {name: TABLES[table].by_name[name].limit for name, table in _TABLE_OF.items()}
"""Characters that each column takes, where it takes text."""


def table_of_column(name: str) -> str:
    """The table in which a column of `COLUMNS` lies."""
    return _TABLE_OF[name]


def fields_of_group(table: str, group: str) -> tuple[str, ...]:
    """The fields that write a field group of a table: those that one foreign act on it may contradict."""
    return tuple(
        name
        for name, columns in COLUMNS.items()
        if any(table_of_column(one) == table and TABLES[table].by_name[one].group == group for one in columns)
    )
