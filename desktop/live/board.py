"""The board: the picture of now that every panel of a desk shows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.board import CallEntry, Case, Marks, News, Reference, Snapshot, next_of
from desktop.domain.calls import CallType
from desktop.domain.distress import Distress
from desktop.domain.memos import MemoEntry
from desktop.domain.units import Assignment, AssignmentState, Unit
from desktop.domain.warnings import WarningEntry


@dataclass(frozen=True, slots=True)
class BoardChange:
    """What changed on the board, by id; `acts` are (id, kind, author) of what made it change.

    `named`: every incident that those acts were about, also those that are not on the board.
    """

    cases: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    warnings: frozenset[str] = frozenset()
    distress: bool = False
    """Whether another crew is in distress, or what is known of one is other."""
    memos: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    counts: bool = False
    reference: bool = False
    acts: tuple[tuple[str, str, str], ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether a whole picture was taken: it names only what differs on the board."""
        return self.counts and not self.acts


T = TypeVar("T")
RECENT = 500
"""Acts of which is remembered that they came."""

Listener = Callable[[BoardChange], None]


class Board:
    """Cases open or closed today, all units, running calls, warnings that hold; each by id.

    `lost`: calls that wait for a call back. `memos`: reminders not done, and messages of the last hours.
    `answers`: what was answered to alarms. Listeners hear what changed.
    """

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.cases: dict[str, Case] = {}
        self.units: dict[str, Unit] = {}
        self.calls: dict[str, CallEntry] = {}
        self.lost: dict[str, CallEntry] = {}
        self.warnings: dict[str, WarningEntry] = {}
        self.memos: dict[str, MemoEntry] = {}
        self.answers: dict[str, AlarmAnswer] = {}
        self.occupied: dict[str, Assignment] = {}
        self.distress: dict[str, Distress] = {}
        """Crews that are in distress, by unit."""
        self.ended_today: Mapping[CallType, int] = {}
        self.sequence = 0
        self._complete_to = 0
        self._recent: dict[str, None] = {}
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener of every change from now on; returns what ends that."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def running_assignment(self, unit: str) -> Assignment | None:
        """What a unit is sent to or busy with now."""
        if unit in self.occupied:
            return self.occupied[unit]
        for case in self.cases.values():
            for one in case.assignments:
                if one.unit == unit and one.state is AssignmentState.RUNNING:
                    return one
        return None

    def queued_assignment(self, unit: str) -> Assignment | None:
        """Where a unit goes next, once it is free."""
        return next_of(unit, self.cases.values())

    def shows(self, act: str, sequence: int) -> bool:
        """Whether an act has come to the board: a server's acts may come in another order than theirs."""
        return act in self._recent or self._complete_to >= sequence

    @property
    def recent(self) -> tuple[str, ...]:
        """The acts that came to the board lately."""
        return tuple(self._recent)

    def marks(self) -> Marks:
        """The act that last wrote each row of the board."""
        return {
            **{("incident", one): case.incident.last_act or "" for one, case in self.cases.items()},
            **{("unit", one): unit.last_act or "" for one, unit in self.units.items()},
            **{("call", one): entry.call.last_act or "" for one, entry in self.calls.items()},
            **{("call", one): entry.call.last_act or "" for one, entry in self.lost.items()},
            **{("place_warning", one): entry.warning.last_act or "" for one, entry in self.warnings.items()},
            **{("memo", one): entry.memo.last_act or "" for one, entry in self.memos.items()},
        }

    def name_operators(self, operators: Mapping[str, str]) -> None:
        """Take the operators' names by login."""
        if operators != self.reference.operators:
            self.reference = replace(self.reference, operators=operators)
            self._tell(BoardChange(reference=True))

    def replace(self, snapshot: Snapshot, reference: Reference | None = None) -> None:
        """Take a whole picture; listeners hear only what differs from the last."""
        new_reference = reference is not None and reference != self.reference
        if reference is not None:
            self.reference = reference
        cases = {case.id: case for case in snapshot.cases}
        units = {unit.id: unit for unit in snapshot.units}
        calls, lost = _split(snapshot.calls)
        warnings = {entry.id: entry for entry in snapshot.warnings}
        memos = {entry.id: entry for entry in snapshot.memos}
        answers = {one.id: one for one in snapshot.answers}
        change = BoardChange(
            cases=_differing(self.cases, cases),
            units=_differing(self.units, units),
            calls=_differing(self.calls, calls),
            lost=_differing(self.lost, lost),
            warnings=_differing(self.warnings, warnings),
            memos=_differing(self.memos, memos),
            answers=_differing(self.answers, answers),
            counts=True,
            reference=new_reference,
            distress=self._take_distress(snapshot.distress),
        )
        self.cases, self.units, self.calls = cases, units, calls
        self.lost, self.warnings, self.memos = lost, warnings, memos
        self.answers = answers
        self.occupied = {one.unit: one for one in snapshot.occupied}
        self.ended_today = snapshot.ended_today
        self.sequence = self._complete_to = snapshot.sequence
        self._tell(change)

    def take(self, news: News, *, by_sequence: bool = False) -> None:
        """Take what acts changed. `by_sequence`: these are all acts after the last that was taken."""
        self.sequence = max(self.sequence, news.sequence)
        if by_sequence:
            self._complete_to = self.sequence
        self._remember(act for act, _, _ in news.acts)
        if news.reference is not None:
            self.reference = news.reference
        if news.unit_ids:
            self.occupied = {one.unit: one for one in news.occupied}
        calls, lost = _split(news.calls)
        warnings = {entry.id: entry for entry in news.warnings}
        memos = {entry.id: entry for entry in news.memos}
        change = BoardChange(
            named=news.case_ids,
            cases=_merge(self.cases, {case.id: case for case in news.cases}, news.case_ids),
            units=_merge(self.units, {unit.id: unit for unit in news.units}, news.unit_ids),
            calls=_merge(self.calls, calls, news.call_ids),
            lost=_merge(self.lost, lost, news.call_ids),
            warnings=_merge(self.warnings, warnings, news.warning_ids),
            memos=_merge(self.memos, memos, news.memo_ids),
            answers=_merge(self.answers, {one.id: one for one in news.answers}, frozenset()),
            counts=news.ended_today is not None,
            reference=news.reference is not None,
            acts=news.acts,
            distress=bool(news.unit_ids) and self._take_distress(news.distress),
        )
        if news.ended_today is not None:
            self.ended_today = news.ended_today
        self._tell(change)

    def _take_distress(self, found: Iterable[Distress]) -> bool:
        """Take all crews that are in distress; whether that is another picture."""
        before, self.distress = self.distress, {one.unit: one for one in found}
        return self.distress != before

    def _remember(self, acts: Iterable[str]) -> None:
        self._recent.update(dict.fromkeys(acts))
        while len(self._recent) > RECENT:
            del self._recent[next(iter(self._recent))]

    def _tell(self, change: BoardChange) -> None:
        """Tell everybody; what one listener raises comes out only when the others have heard."""
        failures = []
        for listener in tuple(self._listeners):
            try:
                listener(change)
            except Exception as error:
                failures.append(error)
        if failures:
            raise failures[0] if len(failures) == 1 else ExceptionGroup("listeners failed", failures)


def _split(entries: Iterable[CallEntry]) -> tuple[dict[str, CallEntry], dict[str, CallEntry]]:
    """Calls that run, and those that were lost, by id."""
    calls = {entry.id: entry for entry in entries}
    return (
        {one: entry for one, entry in calls.items() if entry.call.ended_at is None},
        {one: entry for one, entry in calls.items() if entry.call.ended_at is not None},
    )


def _differing(old: Mapping[str, T], new: Mapping[str, T]) -> frozenset[str]:
    return frozenset(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))


def _merge(current: dict[str, T], rows: Mapping[str, T], named: frozenset[str]) -> frozenset[str]:
    """Put rows into a picture, drop those named that are no more; returns the ids that differ."""
    changed = {key for key, row in rows.items() if current.get(key) != row}
    current.update(rows)
    gone = {key for key in named - rows.keys() if current.pop(key, None) is not None}
    return frozenset(changed | gone)
