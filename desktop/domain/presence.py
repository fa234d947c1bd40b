"""Who is at work where, and how the database is: what a desk's heartbeat tells and brings back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.reference import Role
from desktop.domain.restores import Restored

AT_WORK = timedelta(seconds=12)
"""A desk that was not heard for so long is not at work: each tells at least every 5 seconds that it is."""

SLOW_SECONDS = 0.3
"""A heartbeat that was answered only after so long came by a slow way: what is typed waits as long."""


@dataclass(frozen=True, slots=True)
class LooksAt:
    """What an operator has open: an incident, and the name of the field in which is typed, if any."""

    incident: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class DeskSeen:
    """A desk as the database saw it last. Times are of the database's wall clock, in UTC.

    `number`: the workstation's. `kept`: how many acts it could not deliver yet, since `kept_since`.
    """

    workstation: str
    login: str
    number: int
    version: str
    seen_at: datetime
    kept: int = 0
    kept_since: datetime | None = None
    looks_at: LooksAt | None = None


@dataclass(frozen=True, slots=True)
class Pulse:
    """The answer to a heartbeat.

    `answered_at`: when it came, by the workstation's clock (UTC). `now`: the database's wall clock (UTC).
    `accounts` is another with every change of an account. `roles`: the own ones; `removed`: whether the own
    account was. `number`: this workstation's, None where the database gives none. `desks`: the others.
    `schema`: the database's version, empty where it was not told. `restored`: the last time that it was
    brought back to an earlier time, None when it never was.
    """

    answered_at: datetime
    now: datetime
    epoch: int
    accounts: int
    roles: frozenset[Role]
    removed: bool
    number: int | None
    desks: tuple[DeskSeen, ...] = ()
    schema: str = ""
    restored: Restored | None = None
    took: float = 0.0
    """Seconds from the heartbeat to its answer."""

    @property
    def slow(self) -> bool:
        """Whether the way to the database is slow."""
        return self.took >= SLOW_SECONDS

    @property
    def said(self) -> tuple[object, ...]:
        """What others are told of: that time went on, and a desk is still there, is no news."""
        desks = ((one.workstation, one.login, one.kept, one.kept_since, one.looks_at) for one in self.desks)
        told = (self.epoch, self.accounts, self.roles, self.removed, self.number, self.schema, self.slow)
        return (*told, self.restored, tuple(desks))

    @property
    def clock_ahead(self) -> timedelta:
        """By how much the workstation's clock was ahead of the database's; negative: behind."""
        return self.answered_at - self.now

    def at_work(self) -> tuple[DeskSeen, ...]:
        """The other desks that are there: not those that only left undelivered acts behind."""
        return tuple(one for one in self.desks if self.now - one.seen_at < AT_WORK)

    def lookers(self, incident: str) -> tuple[DeskSeen, ...]:
        """The desks at work that have an incident open."""
        return tuple(one for one in self.at_work() if one.looks_at and one.looks_at.incident == incident)
