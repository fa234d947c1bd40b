"""What will become an alarm, and when: worked out once from rows, so that a running clock costs nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.reference import Priority


class Stage(IntEnum):
    """How far an alarm came: first it warns, then it alarms; what is critical is told to every desk."""

    WARNING = 1
    ALARM = 2
    CRITICAL = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """Who took an alarm, when (aware) and at which stage."""

    by: str
    at: datetime
    stage: Stage


Begins = tuple[tuple[datetime, Stage], ...]
"""When each stage begins (aware), in order."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is, or will be, an alarm. `kind`: a key of `alarms.KINDS`; `about`: the row it is of.

    `since`: what its clock counts from (aware). `priority`: of its incident, else how urgent it is itself.
    `incident`, `unit`, `agency`: ids of what it is about, for the words and for who goes there. `text`: what
    it says, where that is no fixed word. `taken`: only of a kind whose own row says who took it.
    """

    kind: str
    about: str
    since: datetime
    begins: Begins
    priority: Priority = Priority.P2
    incident: str | None = None
    unit: str | None = None
    agency: str | None = None
    text: str = ""
    taken: Taken | None = None

    def stage_at(self, moment: datetime) -> Stage | None:
        """The stage at a moment (aware); None before the first."""
        found = None
        for begin, stage in self.begins:
            if begin <= moment:
                found = stage
        return found


def stages(since: datetime, warn: int, last: int, then: Stage = Stage.ALARM) -> Begins:
    """A warning after `warn` seconds, and `then` after `last`."""
    return (
        (since + timedelta(seconds=warn), Stage.WARNING),
        (since + timedelta(seconds=last), then),
    )


def taken_of(answer: AlarmAnswer | None) -> Taken | None:
    """Who took an alarm, from what was answered to it."""
    if answer is None or answer.taken_by is None or answer.taken_at is None:
        return None
    return Taken(answer.taken_by, answer.taken_at, Stage(answer.stage))
