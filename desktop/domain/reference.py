"""Reference data of a centre: what a city pack brings and an administrator keeps."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.records import Record, col, record


class Role(StrEnum):
    """What an operator may do; one operator may hold several."""

    CALL_TAKER = "call_taker"
    DISPATCHER = "dispatcher"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    WALL = "wall"


class Priority(StrEnum):
    """P1 life now, P2 urgent, P3 same day, P4 civic work in days."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


class UrgencyClass(StrEnum):
    """Classes of a category: gawat darurat, mendesak, gawat tidak darurat, layanan warga."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    NOT_URGENT = "not_urgent"
    CIVIC = "civic"


class AreaLevel(StrEnum):
    """Levels of area inside a city."""

    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    DESA = "desa"


class AgencyPart(StrEnum):
    """The part that an agency plays in an incident: one leads, others support."""

    LEAD = "lead"
    SUPPORT = "support"


class UnitType(StrEnum):
    """Kinds of vehicle that a centre sends itself."""

    ENGINE = "engine"
    TANKER = "tanker"
    AMBULANCE = "ambulance"
    HEARSE = "hearse"
    BOAT = "boat"
    RESCUE = "rescue"
    HOME_CARE = "home_care"
    QUICK_REACTION = "quick_reaction"


class Clock(StrEnum):
    """The intervals that a target is set for, each in seconds.

    Of an incident, from its opening: `FIRST_UNIT`, `ON_SCENE` (the first), `DONE`. Of one unit: `UNDER_WAY`
    from when it was assigned, `TRAVEL` from when it set out, `WELFARE` from when it was on scene or last said
    that its crew is well. `REFERRAL`: from when an agency was told until it answers.
    """

    ANSWER = "answer"
    FIRST_UNIT = "first_unit"
    UNDER_WAY = "under_way"
    TRAVEL = "travel"
    ON_SCENE = "on_scene"
    REFERRAL = "referral"
    WELFARE = "welfare"
    DONE = "done"


LATITUDE = (-90.0, 90.0)
LONGITUDE = (-180.0, 180.0)


@record("area", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Area(Record):
    """A kecamatan, or a kelurahan or desa inside one; the id is the ministry's code, as 51.71.02.1003."""

    name: str = col("reference", default="")
    level: AreaLevel = col("reference", default=AreaLevel.KELURAHAN, choices=AreaLevel)
    parent: str | None = col("reference", ref="area")
    latitude: float | None = col("reference", between=LATITUDE)
    longitude: float | None = col("reference", between=LONGITUDE)


@record("agency", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Agency(Record):
    """An agency (instansi) that incidents are referred to; `telephone`: a public short number or none."""

    name: str = col("reference", default="")
    short_name: str = col("reference", default="")
    telephone: str | None = col("reference")
    own: bool = col("reference", default=False)
    """Whether the centre itself is this agency's desk: it sends its units and is not told of anything."""


@record("category", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Category(Record):
    """What kind of incident; brings its priority and its agencies. `rank` orders the list."""

    group_name: str = col("reference", default="")
    name_id: str = col("reference", default="")
    name_en: str = col("reference", default="")
    urgency: UrgencyClass = col("reference", default=UrgencyClass.EMERGENCY, choices=UrgencyClass)
    priority: Priority = col("reference", default=Priority.P2, choices=Priority)
    lead: str | None = col("reference", ref="agency")
    support: str = col("reference", default="")
    """Codes of supporting agencies, separated by one space."""
    words: str = col("reference", default="", limit=2000)
    """Other words by which operators look for it, separated by commas."""
    restricted: bool = col("reference", default=False)
    """Whether its incidents are read only by those who work on them: violence at home, children."""
    rank: int = col("reference", default=0)


@record("station", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Station(Record):
    """A post (pos) where units stand."""

    name: str = col("reference", default="")
    address: str = col("reference", default="")
    area: str | None = col("reference", ref="area")
    latitude: float | None = col("reference", between=LATITUDE)
    longitude: float | None = col("reference", between=LONGITUDE)
    rank: int = col("reference", default=0)


@record("hospital", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Hospital(Record):
    """A destination for patients."""

    name: str = col("reference", default="")
    short_name: str = col("reference", default="")
    address: str = col("reference", default="")
    rank: int = col("reference", default=0)


@record("outcome", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Outcome(Record):
    """How an incident ended, as coded in this city."""

    name_id: str = col("reference", default="")
    name_en: str = col("reference", default="")
    key: str = col("reference", default="", limit=1)
    """The letter or digit that chooses it when closing."""
    rank: int = col("reference", default=0)


PRANKS_BEFORE_BLOCK = "pranks_before_block"
"""The rule after how many pranks of a number its block is proposed; 0: never."""

LOOK_BACK_DAYS = "look_back_days"
"""The rule how many days back an incident is told at its place; `look_back_rule`: for one category."""

RULES: Mapping[str, int] = {PRANKS_BEFORE_BLOCK: 5, LOOK_BACK_DAYS: 365}
"""The city's rules by id, with what holds where it says nothing (five pranks: Probolinggo; a year: ours)."""


def look_back_rule(category: str) -> str:
    """The id of the rule how many days back incidents of one category are told at their place."""
    return f"{LOOK_BACK_DAYS}.{category}"


_COUNTED, _DAYS = (0, 1000), (1, 3650)
"""Bounds (ours) of what is counted, and of days: a place's history looks back one day to ten years."""


def rule_bounds(name: str) -> tuple[int, int]:
    """The least and the most that a rule of that id may be."""
    return _DAYS if name.partition(".")[0] == LOOK_BACK_DAYS else _COUNTED


@record("city_rule", uuid=False)
@dataclass(frozen=True, kw_only=True)
class CityRule(Record):
    """A number by which a city rules how its desks work; `RULES` and `look_back_rule` have the ids."""

    number: int = col("reference", default=0, between=(0, 1_000_000))


NEVER = 100_000_000
"""Seconds of a clock that was withdrawn: more than three years."""


@record("target", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Target(Record):
    """A service target: from `warn` seconds on a clock is late, from `alarm` seconds on it is an alarm.

    A target may hold for one category, for one priority or, with both empty, for all.
    """

    clock: Clock = col("reference", default=Clock.ANSWER, choices=Clock)
    category: str | None = col("reference", ref="category")
    priority: Priority | None = col("reference", choices=Priority)
    warn: int = col("reference", default=0, between=(0, NEVER))
    alarm: int = col("reference", default=0, between=(0, NEVER))
    source: str = col("reference", default="")

    @property
    def holds(self) -> bool:
        """Whether it was not withdrawn."""
        return self.warn < NEVER
