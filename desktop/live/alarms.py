"""The list of alarms of a desk, kept in step with its board and clock."""

from collections.abc import Iterable
from datetime import datetime

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.alarm_clocks import Shown
from desktop.domain.alarm_dues import Due
from desktop.domain.alarms import Alarm, alarms, dues_of_board, dues_of_case, holds_until
from desktop.domain.reference import Target
from desktop.domain.targets import Targets
from desktop.live.board import Board, BoardChange


def shown_of(board: Board, targets: Targets | None = None) -> Shown:
    """What of a board alarms are derived from."""
    known = Targets(board.reference.targets) if targets is None else targets
    return Shown(board.cases, board.units, board.answers, board.reference, known, board.memos, board.distress)


class Alarms:
    """Works out only what changed: an incident's clocks when it changes, the list when a stage begins."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._of_target: tuple[Target, ...] = ()
        self._targets = Targets(())
        self._by_case: dict[str, tuple[Due, ...]] = {}
        self._beside: tuple[Due, ...] = ()
        self._list: tuple[Alarm, ...] = ()
        self._looked_at: datetime | None = None
        self._holds_until: datetime | None = None
        self._use_targets()
        self._work_out(board.cases)

    def take(self, change: BoardChange) -> None:
        """Take what changed on the board."""
        if self._use_targets():
            self._work_out(self._board.cases)
        else:
            answered = (self._board.answers.get(one) for one in change.answers)
            self._work_out(change.cases | {case for one in answered if one for case in self._cases_of(one)})

    def at(self, now: datetime) -> tuple[Alarm, ...]:
        """The list at `now` (aware): the same object as long as it is the same list."""
        looked = self._looked_at
        if looked is None or now < looked or (self._holds_until is not None and now >= self._holds_until):
            dues = [due for dues in self._by_case.values() for due in dues]
            dues += self._beside
            found = alarms(dues, self._board.answers, now)
            self._holds_until = holds_until(dues, found, now)
            if found != self._list:
                self._list = found
            self._looked_at = now
        return self._list

    def _use_targets(self) -> bool:
        """Take the city's targets; whether they are others."""
        if self._of_target is self._board.reference.targets:
            return False
        self._of_target = self._board.reference.targets
        self._targets = Targets(self._of_target)
        self._by_case.clear()
        return True

    def _work_out(self, cases: Iterable[str]) -> None:
        shown = shown_of(self._board, self._targets)
        for one in cases:
            case = shown.cases.get(one)
            dues = () if case is None else dues_of_case(case, shown)
            if dues:
                self._by_case[one] = dues
            else:
                self._by_case.pop(one, None)
        self._beside = dues_of_board(shown)
        self._looked_at = None

    def _cases_of(self, answer: AlarmAnswer) -> set[str]:
        """The incidents that it is about now: one that was merged took its units along."""
        return {
            one
            for one, dues in self._by_case.items()
            if one == answer.incident or any(due.about == answer.about for due in dues)
        }
