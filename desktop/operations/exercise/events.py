"""What happens in an exercise, moment by moment, whatever file it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.domain.calls import CallType, Channel
from desktop.domain.incidents import Place
from desktop.domain.reference import Priority, UnitType
from desktop.domain.referrals import Means, ReferralState
from desktop.domain.units import UnitStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens `after` the midnight with which the exercise's first day begins (city time)."""

    after: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTaken(Event):
    """A call is answered; `call` is its name inside the exercise."""

    call: str
    channel: Channel = Channel.TRUNK_112
    number: str | None = None
    ring: timedelta | None = None
    """How long it rang before, where that is known."""
    external: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnded(Event):
    """A call ends without an incident."""

    call: str
    call_type: CallType
    narrative: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberBlocked(Event):
    """The number of a call is blocked for the usual time."""

    call: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFinished(Event):
    """The caller of an incident hangs up."""

    call: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentOpened(Event):
    """An incident is opened from a call. No category: unclear. No priority: that of the category."""

    call: str
    incident: str
    category: str | None = None
    priority: Priority | None = None
    place: Place = field(default_factory=Place)
    people_hurt: int | None = None
    name: str | None = None
    narrative: str | None = None
    external: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallJoined(Event):
    """A call is one more about an incident."""

    call: str
    incident: str
    name: str | None = None
    narrative: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentChanged(Event):
    """What is known of an incident changes."""

    incident: str
    priority: Priority | None = None
    people_hurt: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentTaken(Event):
    """The operator takes an incident in hand."""

    incident: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAdded(Event):
    """A note is written."""

    incident: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentClosed(Event):
    """An incident ends with a coded outcome."""

    incident: str
    outcome: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsAssigned(Event):
    """Free units are sent to an incident."""

    incident: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDiverted(Event):
    """A busy unit is sent to another incident."""

    incident: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCancelled(Event):
    """A unit is called back."""

    unit: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSpoke(Event):
    """A unit says its status. `back_after` (out of service only) counts from the same midnight as `after`."""

    unit: str
    status: UnitStatus
    incident: str | None = None
    """The incident at which it works: when it was sent elsewhere meanwhile, it does not speak any more."""
    hospital: str | None = None
    note: str | None = None
    back_after: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Referred(Event):
    """Agencies are told of an incident: at most one leads."""

    incident: str
    lead: str | None
    support: tuple[str, ...] = ()
    means: Means = Means.TELEPHONE
    told_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralMoved(Event):
    """An agency says how far it came."""

    incident: str
    agency: str
    state: ReferralState
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ExtraUnit:
    """A unit that the exercise brings along; `home` counts the city's posts, round and round."""

    unit: str
    call_sign: str
    unit_type: UnitType
    home: int


@dataclass(frozen=True, slots=True)
class Exercise:
    """A file, ready to be played.

    `first_day`: the day that the file itself names, if it names one; `start`: when the playing begins, all
    before has happened already; `opening`: when the centre's reference data are said to be loaded.
    """

    name: str
    digest: bytes
    """Tells this file from others: the same file gives the same ids."""
    events: tuple[Event, ...]
    start: timedelta
    opening: timedelta
    first_day: date | None = None
    extra_units: tuple[ExtraUnit, ...] = ()
    oddities: Mapping[str, int] = field(default_factory=dict)
    """What was odd in the file, by name (see `oddities`), and how often."""
    unknown: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Words that the mapping did not know: (oddity, word) and how often."""

    @property
    def end(self) -> timedelta:
        """When the last event happens."""
        return self.events[-1].after if self.events else self.start
