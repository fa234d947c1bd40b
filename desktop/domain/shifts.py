"""Shifts: which crew is on duty since when, and how one operator hands over to the next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from desktop.domain.records import Record, col, record
from desktop.domain.units import Unit, UnitStatus

SIGNED_BEFORE = timedelta(minutes=60)
"""Who signs on so long before a shift begins signs on for that one (ours)."""

LONGEST_DUTY = timedelta(hours=12)
"""Longer is no crew on duty that signed on without a shift (ours: the longest shift of both cities)."""

HANDOVER_LASTS = timedelta(hours=4)
"""How long after it was signed a hand-over can be taken (ours: less than until its giver is back on duty)."""

NAMES_LIMIT = 500
WATCH_LIMIT = 8000
"""Characters of a crew's names, and of what the next operator is to watch (ours)."""

_DAY = 24 * 60


@record("shift", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Shift(Record):
    """A shift by the city's clock, from `begins` to `ends` (HH:MM); one that ends before it begins ends the
    next day. `people`: how many a post has in it, 0 where nobody says.
    """

    name: str = col("reference", default="", limit=40)
    begins: str = col("reference", default="00:00", limit=5)
    ends: str = col("reference", default="00:00", limit=5)
    people: int = col("reference", default=0, between=(0, 1000))
    source: str = col("reference", default="")
    rank: int = col("reference", default=0)

    @property
    def holds(self) -> bool:
        """Whether it was not withdrawn: one that was has no times."""
        return bool(self.begins)


@record("crew_sign")
@dataclass(frozen=True, kw_only=True)
class CrewSign(Record):
    """A crew signed on to a unit, or off it. The last one of a unit holds; none is ever changed.

    `head_count`: people of a crew that signed on.
    """

    unit: str = col(default="", ref="unit", subject=True)
    on_duty: bool = col(default=False)
    shift: str | None = col(ref="shift")
    head_count: int = col(default=0, between=(0, 100))
    signed_at: datetime | None = col()
    signed_by: str | None = col()


@record("crew_sign_private", personal=True)
@dataclass(frozen=True, kw_only=True)
class CrewSignPrivate(Record):
    """The names of a crew: shares the id of its signing."""

    names: str | None = col("names", limit=NAMES_LIMIT)
    erased_at: datetime | None = col("erasure")


@record("handover")
@dataclass(frozen=True, kw_only=True)
class Handover(Record):
    """A hand-over from one operator to the next: signed by who goes, then by who comes."""

    shift: str | None = col(ref="shift")
    given_at: datetime | None = col()
    given_by: str | None = col()
    taken_at: datetime | None = col("taking")
    taken_by: str | None = col("taking")


@record("handover_private", personal=True)
@dataclass(frozen=True, kw_only=True)
class HandoverPrivate(Record):
    """What a hand-over says: the page as it was when it was signed, and what to watch.

    `desktop.domain.handover` says what is in `page`.
    """

    page: Mapping[str, Any] | None = col("page")
    watch: str | None = col("page", limit=WATCH_LIMIT)
    erased_at: datetime | None = col("erasure")


@dataclass(frozen=True, slots=True)
class Crew:
    """The crew that is on duty on a unit."""

    sign: CrewSign
    private: CrewSignPrivate


@dataclass(frozen=True, slots=True)
class HandoverEntry:
    """A hand-over with what it says."""

    handover: Handover
    private: HandoverPrivate | None = None
    """None where it was not read with the hand-over."""
    given_for: str | None = None
    """Who signed it, as claimed by who delivered it after an outage; `taken_for` alike."""
    taken_for: str | None = None

    @property
    def giver(self) -> str | None:
        """Who handed over: who signed it, whoever delivered that."""
        return self.given_for or self.handover.given_by

    @property
    def id(self) -> str:
        """The hand-over's id."""
        return self.handover.id

    @property
    def waits(self) -> bool:
        """Whether nobody has taken it over yet."""
        return self.handover.taken_at is None

    def has_lapsed(self, now: datetime) -> bool:
        """Whether it waits at `now` (aware) for longer than anybody may take it over."""
        given = self.handover.given_at
        return self.waits and given is not None and now - given > HANDOVER_LASTS


def duty_time(unit: Unit, now: datetime) -> timedelta | None:
    """How long a unit's crew has been on duty; None where none signed on."""
    if unit.status is UnitStatus.OFF_DUTY or unit.duty_since is None:
        return None
    return max(now - unit.duty_since, timedelta())


def overdue_duty(unit: Unit, shifts: Mapping[str, Shift], now: datetime) -> timedelta | None:
    """How long a crew has been on duty that should have been relieved: longer than its shift lasts.

    It may have signed on `SIGNED_BEFORE` its shift began. None for every other crew.
    """
    time, shift = duty_time(unit, now), shifts.get(unit.shift or "")
    most = LONGEST_DUTY
    if shift is not None and shift.holds:
        most = timedelta(minutes=_length(shift)) + SIGNED_BEFORE
    return time if time is not None and time > most else None


def shift_now(shifts: Iterable[Shift], now: datetime, zone: tzinfo) -> Shift | None:
    """The shift that runs at `now` (aware), by the clock of `zone`; None where none does."""
    at = _minute_of(now, zone)
    running = [one for one in shifts if one.holds and _since(one, at) < _length(one)]
    return min(running, key=lambda one: (_since(one, at), one.rank, one.id), default=None)


def shift_to_sign(shifts: Iterable[Shift], now: datetime, zone: tzinfo) -> Shift | None:
    """The shift for which a crew signs on at `now` (aware): the next one, shortly before that begins."""
    known = [one for one in shifts if one.holds]
    at = _minute_of(now, zone)
    ahead = [one for one in known if _ahead(one, at) <= SIGNED_BEFORE.total_seconds() / 60]
    found = min(ahead, key=lambda one: (_ahead(one, at), one.rank, one.id), default=None)
    return found or shift_now(known, now, zone)


def minute_of_day(text: str) -> int | None:
    """`08:30` as minutes since midnight; None for what is no such time."""
    hours, colon, minutes = text.partition(":")
    if not (colon and len(hours) == len(minutes) == 2 and (hours + minutes).isascii()):
        return None
    if not (hours + minutes).isdigit() or int(hours) > 23 or int(minutes) > 59:
        return None
    return int(hours) * 60 + int(minutes)


def _minute_of(now: datetime, zone: tzinfo) -> int:
    local = now.astimezone(zone)
    return local.hour * 60 + local.minute


def _since(shift: Shift, at: int) -> int:
    return (at - (minute_of_day(shift.begins) or 0)) % _DAY


def _ahead(shift: Shift, at: int) -> int:
    return ((minute_of_day(shift.begins) or 0) - at) % _DAY


def _length(shift: Shift) -> int:
    begins, ends = minute_of_day(shift.begins) or 0, minute_of_day(shift.ends) or 0
    return (ends - begins) % _DAY or _DAY
