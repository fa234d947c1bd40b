"""Which P1 is new, and which wait in nobody's hands."""

from collections.abc import Iterable, Mapping

from desktop.domain.board import Case
from desktop.domain.phase import Phase
from desktop.domain.reference import Priority


class P1Watch:
    """Decides; others make the sound."""

    def __init__(self) -> None:
        self._open: set[str] = set()
        self._calling: set[str] = set()

    @property
    def calling(self) -> frozenset[str]:
        """The P1 that wait and that nobody has taken."""
        return frozenset(self._calling)

    def begin(self, cases: Mapping[str, Case]) -> None:
        """Take the board as it is found: nothing on it is new."""
        self.look(cases, cases)

    def look(self, changed: Iterable[str], cases: Mapping[str, Case]) -> tuple[str, ...]:
        """Take what changed on the board; the ids that are new P1.

        What was raised to P1 or opened again is new as well.
        """
        new = []
        for one in changed:
            case = cases.get(one)
            is_open = case is not None and case.incident.is_open and case.incident.priority is Priority.P1
            if is_open and one not in self._open:
                new.append(one)
            _hold(self._open, one, is_open)
            _hold(self._calling, one, is_open and case is not None and _calls(case))
        return tuple(new)


def _calls(case: Case) -> bool:
    return case.phase is Phase.WAITING and case.incident.holder is None


def _hold(ids: set[str], one: str, wanted: bool) -> None:
    if wanted:
        ids.add(one)
    else:
        ids.discard(one)
