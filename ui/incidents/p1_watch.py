"""Which P1 is to be heard: each once when it is new, and again while it waits in nobody's hands."""

from collections.abc import Iterable, Mapping

from desktop.domain.board import Case
from desktop.domain.phase import Phase
from desktop.domain.reference import Priority

AGAIN_SECONDS = 15.0
"""How often a P1 that nobody has taken is heard again (ours)."""


class P1Watch:
    """Decides; others make the sound. `now` is in seconds of the workstation's clock that never goes back."""

    def __init__(self) -> None:
        self._open: set[str] = set()
        self._calling: set[str] = set()
        self._heard_at: float | None = None

    @property
    def calling(self) -> frozenset[str]:
        """The P1 that wait and that nobody has taken."""
        return frozenset(self._calling)

    def begin(self, cases: Mapping[str, Case]) -> None:
        """Take the board as it is found: nothing on it is new, but what calls is due at once."""
        self.look(cases, cases, 0.0)
        self._heard_at = None

    def look(self, changed: Iterable[str], cases: Mapping[str, Case], now: float) -> tuple[str, ...]:
        """Take what changed on the board; the ids that are new P1, so that one sound is due.

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
        if new:
            self._heard_at = now
        return tuple(new)

    def due_again(self, now: float) -> bool:
        """Whether it is time to be heard again; then the next time is reckoned from now."""
        if not self._calling:
            return False
        if self._heard_at is not None and now - self._heard_at < AGAIN_SECONDS:
            return False
        self._heard_at = now
        return True


def _calls(case: Case) -> bool:
    return case.phase is Phase.WAITING and case.incident.holder is None


def _hold(ids: set[str], one: str, wanted: bool) -> None:
    if wanted:
        ids.add(one)
    else:
        ids.discard(one)
