"""Alarms: derived from the board and the clock, on every desk alike; only what is answered to one is stored.

`KINDS` is the one table of kinds of alarm, the most dangerous first among equals. To add a kind is to add a
line there, and its words and sound in `ui/alarms/words.py`. A line has a function that finds its **dues**:
`of_case` finds those of one incident and is asked only when that incident changes; `of_board` finds those
that lie beside the incidents (a reminder, a crew in distress) and is asked with every change of the board:
what it reads is added to `Shown` and filled in `desktop/live/alarms.py`. A `Due` tells when each stage
begins: a clock that runs costs nothing.

Dues are taken by the act `alarm.taken`, which needs an incident or a unit to be about. A kind whose own row
says who took it (a crew in distress that is answered by an act of its own) gives that as `Due.taken`.
`danger` is for each stage: 0 before all else (a crew in distress), 1 before all that is counted by priority,
2 by priority. Kinds below 2 are heard at every desk, whatever its role.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain import alarm_clocks as clocks
from desktop.domain.alarm_answers import AlarmAnswer, answer_id
from desktop.domain.alarm_clocks import Shown
from desktop.domain.alarm_dues import Due, Stage, Taken, taken_of
from desktop.domain.alarm_reminders import REMINDER, reminders
from desktop.domain.board import Case
from desktop.domain.distress import DISTRESS
from desktop.domain.distress import dues as distress_dues
from desktop.domain.reference import Priority

BY_PRIORITY = 2
"""The danger of what is ordered by its priority."""
QUIET: Mapping[Priority, timedelta] = {
    Priority.P1: timedelta(minutes=5),
    Priority.P2: timedelta(minutes=15),
    Priority.P3: timedelta(hours=1),
    Priority.P4: timedelta(hours=12),
}
"""How long an alarm that was taken is quiet, unless its next stage begins before (ours)."""
QUIET_CREW = timedelta(minutes=5)
"""The same for a crew that was not heard of (ours: time to ask by radio and by telephone)."""


QUIET_DISTRESS = timedelta(days=1)
"""The same for a crew in distress: it stands above everything until it is ended (ours)."""


def _nothing(_case: Case, _shown: Shown) -> Iterator[Due]:
    return iter(())


def _nowhere(_shown: Shown) -> Iterator[Due]:
    return iter(())


@dataclass(frozen=True, slots=True)
class AlarmKind:
    """One kind of alarm. `danger`: at each stage, less is worse. `quiet`: where not `QUIET` holds."""

    id: str
    of_case: Callable[[Case, Shown], Iterable[Due]] = _nothing
    of_board: Callable[[Shown], Iterable[Due]] = _nowhere
    danger: tuple[int, int, int] = (BY_PRIORITY, BY_PRIORITY, BY_PRIORITY)
    quiet: timedelta | None = None
    behind: bool = False
    """Whether at one priority it stands behind where help is awaited, however late it is."""


_ALL = (
    AlarmKind(
        DISTRESS,
        of_board=lambda shown: distress_dues(shown.distress.values()),
        danger=(0, 0, 0),
        quiet=QUIET_DISTRESS,
    ),
    AlarmKind(clocks.WELFARE, clocks.welfare, danger=(BY_PRIORITY, BY_PRIORITY, 1), quiet=QUIET_CREW),
    AlarmKind(clocks.WAITING, clocks.waits),
    AlarmKind(clocks.NOT_ON_SCENE, clocks.not_on_scene),
    AlarmKind(clocks.NOT_UNDER_WAY, clocks.not_under_way),
    AlarmKind(clocks.NOT_ANSWERED, clocks.not_answered, behind=True),
    AlarmKind(REMINDER, of_board=reminders, behind=True),
    AlarmKind(clocks.WORK, clocks.work, behind=True),
)

KINDS: Mapping[str, AlarmKind] = {kind.id: kind for kind in _ALL}
_PLACE = {kind: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Alarm:
    """A due that stands. `begun_at`: when its stage began (aware). `taken`: who took it last, of what stands
    now. `quiet_until`: None where nobody did, or that is over.
    """

    due: Due
    stage: Stage
    begun_at: datetime
    taken: Taken | None = None
    quiet_until: datetime | None = None

    @property
    def id(self) -> str:
        """Tells one alarm from another, at every desk."""
        return answer_id(self.due.kind, self.due.about)

    @property
    def quiet(self) -> bool:
        """Whether somebody has it in hand."""
        return self.quiet_until is not None

    @property
    def danger(self) -> int:
        """How dangerous its kind is at its stage: less is worse."""
        return KINDS[self.due.kind].danger[self.stage - 1]

    @property
    def everywhere(self) -> bool:
        """Whether it is told to every desk, whatever its role."""
        return self.danger < BY_PRIORITY


def dues_of_case(case: Case, shown: Shown) -> tuple[Due, ...]:
    """All that is or will be an alarm about one incident."""
    return tuple(due for kind in _ALL for due in kind.of_case(case, shown))


def dues_of_board(shown: Shown) -> tuple[Due, ...]:
    """All that is or will be an alarm beside the incidents."""
    return tuple(due for kind in _ALL for due in kind.of_board(shown))


def standing(due: Due, answers: Mapping[str, AlarmAnswer], now: datetime) -> Alarm | None:
    """The alarm that a due is at `now` (aware); None before its first stage."""
    found = None
    for begin, stage in due.begins:
        if begin <= now:
            found = begin, stage
    if found is None:
        return None
    begun_at, stage = found
    taken = _last_taken(due, answers)
    if taken is None:
        return Alarm(due, stage, begun_at)
    ends = taken.at + (KINDS[due.kind].quiet or QUIET[due.priority])
    quiet = taken.stage >= stage and now < ends
    return Alarm(due, stage, begun_at, taken, ends if quiet else None)


def _last_taken(due: Due, answers: Mapping[str, AlarmAnswer]) -> Taken | None:
    """Who took it last since its clock began."""
    own = taken_of(answers.get(answer_id(due.kind, due.about)))
    both = [one for one in (own, due.taken) if one is not None and one.at >= due.since]
    return max(both, key=lambda one: one.at, default=None)


def by_danger(alarm: Alarm) -> tuple[bool, int, str, bool, int, int, datetime, str]:
    """Orders alarms: those in nobody's hands first, the most dangerous before the rest, the oldest first."""
    due = alarm.due
    return (
        alarm.quiet,
        alarm.danger,
        due.priority.value,
        KINDS[due.kind].behind,
        -alarm.stage,
        _PLACE[due.kind],
        due.since,
        due.about,
    )


def alarms(dues: Iterable[Due], answers: Mapping[str, AlarmAnswer], now: datetime) -> tuple[Alarm, ...]:
    """The list of alarms at `now` (aware)."""
    found = (standing(due, answers, now) for due in dues)
    return tuple(sorted((one for one in found if one is not None), key=by_danger))


def holds_until(dues: Iterable[Due], standing_now: Iterable[Alarm], now: datetime) -> datetime | None:
    """When the list becomes another by time alone: a stage begins, or who took one was quiet long enough."""
    begins = (begin for due in dues for begin, _ in due.begins if begin > now)
    ends = (one.quiet_until for one in standing_now if one.quiet_until is not None)
    return min((*begins, *ends), default=None)


def alarms_of(shown: Shown, now: datetime) -> tuple[Alarm, ...]:
    """The whole list, from the board alone."""
    dues = [due for case in shown.cases.values() for due in dues_of_case(case, shown)]
    return alarms((*dues, *dues_of_board(shown)), shown.answers, now)
