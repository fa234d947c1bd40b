"""The list of alarms of a desk, kept in step with its board and clock."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.alarm_clocks import Shown
from desktop.domain.alarm_dues import Due
from desktop.domain.alarms import Alarm, alarms, by_danger, dues_of_board, dues_of_case, holds_until
from desktop.domain.reference import Target
from desktop.domain.targets import Targets
from desktop.live.board import Board, BoardChange

T = TypeVar("T")


def shown_of(board: Board, targets: Targets | None = None) -> Shown:
    """What of a board alarms are derived from."""
    known = Targets(board.reference.targets) if targets is None else targets
    return Shown(board.cases, board.units, board.answers, board.reference, known, board.memos, board.distress)


BESIDE = ""
"""Stands among the incidents for what lies beside them."""


class Alarms:
    """Works out only what changed: an incident's clocks when it changes, its alarms when a stage begins."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._of_target: tuple[Target, ...] = ()
        self._targets = Targets(())
        self._dues: dict[str, tuple[Due, ...]] = {}
        """By incident, and those beside the incidents."""
        self._standing: dict[str, tuple[Alarm, ...]] = {}
        self._next: dict[str, datetime] = {}
        """When what stands of an incident becomes another by time alone."""
        self._changed: set[str] = set()
        self._looked_at: datetime | None = None
        self._list: tuple[Alarm, ...] = ()
        self._use_targets()
        self._work_out(board.cases)

    def take(self, change: BoardChange) -> None:
        """Take what changed on the board."""
        if self._use_targets():
            self._work_out(self._board.cases)
        else:
            answers = [self._board.answers[one] for one in change.answers if one in self._board.answers]
            self._work_out(change.cases.union(*map(self._cases_of, answers)))

    def at(self, now: datetime) -> tuple[Alarm, ...]:
        """The list at `now` (aware): the same object as long as it is the same list."""
        if self._looked_at is not None and now < self._looked_at:  # an exercise's clock was set back
            self._changed.update(self._dues)
        self._looked_at = now
        due = self._changed | {one for one, moment in self._next.items() if moment <= now}
        self._changed.clear()
        before = {one: self._standing.get(one, ()) for one in due}
        for one in due:
            self._look_at(one, now)
        if any(self._standing.get(one, ()) != alarms for one, alarms in before.items()):
            self._list = tuple(
                sorted((one for found in self._standing.values() for one in found), key=by_danger)
            )
        return self._list

    def _look_at(self, one: str, now: datetime) -> None:
        dues = self._dues.get(one, ())
        found = alarms(dues, self._board.answers, now)
        ends = holds_until(dues, found, now)
        _keep(self._standing, one, found or None)
        _keep(self._next, one, ends)

    def _use_targets(self) -> bool:
        """Take the city's targets; whether they are others."""
        if self._of_target is self._board.reference.targets:
            return False
        self._of_target = self._board.reference.targets
        self._targets = Targets(self._of_target)
        self._changed.update(self._dues)
        self._dues.clear()
        return True

    def _work_out(self, cases: Iterable[str]) -> None:
        shown = shown_of(self._board, self._targets)
        for one in cases:
            case = shown.cases.get(one)
            _keep(self._dues, one, () if case is None else dues_of_case(case, shown))
            self._changed.add(one)
        _keep(self._dues, BESIDE, dues_of_board(shown))
        self._changed.add(BESIDE)

    def _cases_of(self, answer: AlarmAnswer) -> set[str]:
        """The incidents that it is about now: one that was merged took its units along."""
        return {
            one
            for one, dues in self._dues.items()
            if one == answer.incident or any(due.about == answer.about for due in dues)
        }


def _keep(where: dict[str, T], one: str, found: T | None) -> None:
    if found:
        where[one] = found
    else:
        where.pop(one, None)
