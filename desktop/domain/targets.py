"""Service targets applied: when an incident becomes late, and when that becomes an alarm."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.board import Case
from desktop.domain.phase import Phase
from desktop.domain.reference import Clock, Priority, Target
from desktop.domain.units import is_after


class Lateness(StrEnum):
    """How an incident stands against its targets."""

    IN_TIME = "in_time"
    LATE = "late"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Limits:
    """The first moments (aware, UTC) from which an incident is late and from which that is an alarm."""

    warn_at: datetime | None = None
    alarm_at: datetime | None = None

    def at(self, now: datetime) -> Lateness:
        """How the incident stands at `now` (aware)."""
        if self.alarm_at is not None and now >= self.alarm_at:
            return Lateness.ALARM
        if self.warn_at is not None and now >= self.warn_at:
            return Lateness.LATE
        return Lateness.IN_TIME


def target_for(
    targets: Iterable[Target], clock: Clock, category: str | None, priority: Priority
) -> Target | None:
    """The narrowest target of a clock that holds: for category and priority, category, priority, else all."""
    fitting = [
        one
        for one in targets
        if one.holds
        and one.clock is clock
        and one.category in (None, category)
        and one.priority in (None, priority)
    ]
    return max(
        fitting, key=lambda one: (one.category is not None, one.priority is not None, one.id), default=None
    )


def running_clocks(case: Case) -> tuple[Clock, ...]:
    """The clocks that have not been met yet, all counted from the incident's opening, also the one again.

    An incident that waits again after its unit was called back counts as never sent to. Work that is handled
    or closed runs against no clock.
    """
    if case.phase in (Phase.HANDLED, Phase.CLOSED, Phase.MERGED):
        return ()
    running = [Clock.DONE]
    if not _was_on_scene(case):
        running.append(Clock.ON_SCENE)
    if case.phase is Phase.WAITING:
        running.append(Clock.FIRST_UNIT)
    return tuple(running)


class Targets:
    """A centre's targets; each question about them is answered once and remembered."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._targets = tuple(targets)
        self._found: dict[tuple[Clock, str | None, Priority], Target | None] = {}

    def find(self, clock: Clock, category: str | None, priority: Priority) -> Target | None:
        """See `target_for`."""
        asked = (clock, category, priority)
        if asked not in self._found:
            self._found[asked] = target_for(self._targets, clock, category, priority)
        return self._found[asked]

    def limits(self, case: Case) -> Limits:
        """When the first of an incident's running clocks warns, and when the first alarms."""
        incident = case.incident
        since = incident.needed_since
        if since is None:
            return Limits()
        found = [
            target
            for clock in running_clocks(case)
            if (target := self.find(clock, incident.category, incident.priority)) is not None
        ]
        if not found:
            return Limits()
        return Limits(
            since + timedelta(seconds=min(one.warn for one in found)),
            since + timedelta(seconds=min(one.alarm for one in found)),
        )


def _was_on_scene(case: Case) -> bool:
    again = case.incident.reopened_at
    return any(
        one.on_scene_at is not None and _counts(one.ended_at, again) for one in case.assignments
    ) or any(
        one.arrived_at is not None and _counts(one.finished_at or one.withdrawn_at, again)
        for one in case.referrals
    )


def _counts(ended_at: datetime | None, reopened_at: datetime | None) -> bool:
    """Whether what was there is there still, or went after its incident was opened again."""
    return ended_at is None or is_after(ended_at, reopened_at)
