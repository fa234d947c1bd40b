"""What each operator has to do at one moment: calls spoken and on hold, incidents in hand and waiting."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from desktop.domain.board import CallEntry, Case
from desktop.domain.phase import Phase


@dataclass(frozen=True, slots=True)
class Load:
    """One operator's. `at_desk`: whether he is at a desk now."""

    login: str
    at_desk: bool
    spoken: int = 0
    on_hold: int = 0
    in_hand: int = 0
    waiting: int = 0

    @property
    def weight(self) -> tuple[bool, int, int, int]:
        """Orders loads, the heaviest last: what waits in the hand of who is not there before all else."""
        left_behind = not self.at_desk and self.in_hand > 0
        return left_behind, self.waiting, self.spoken + self.on_hold, self.in_hand


def loads(cases: Iterable[Case], calls: Iterable[CallEntry], at_desks: Collection[str]) -> tuple[Load, ...]:
    """The loads of those at desks, and of others who have something in hand; the heaviest first."""
    held = [case for case in cases if case.incident.is_open and case.incident.holder is not None]
    running = [
        entry.call for entry in calls if entry.call.ended_at is None and entry.call.operator is not None
    ]
    logins = {
        *at_desks,
        *(str(case.incident.holder) for case in held),
        *(str(one.operator) for one in running),
    }
    found = []
    for login in logins:
        mine = [case for case in held if case.incident.holder == login]
        lines = [one for one in running if one.operator == login]
        on_hold = sum(one.held_at is not None for one in lines)
        waiting = sum(case.phase is Phase.WAITING for case in mine)
        found.append(Load(login, login in at_desks, len(lines) - on_hold, on_hold, len(mine), waiting))
    found.sort(key=lambda one: one.login)
    return tuple(sorted(found, key=lambda one: one.weight, reverse=True))
