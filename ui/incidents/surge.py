"""Whether so many calls come that the list is better read in groups."""

from collections import deque
from collections.abc import Callable

WINDOW_S = 60.0
MANY = 12
"""Calls taken in a minute at all desks (ours: of a city's 1,500 calls a day one comes in a minute)."""


class Surge:
    """Counts the calls of the last minute."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._taken: deque[float] = deque()

    def count(self, calls: int) -> None:
        """So many calls were taken just now."""
        self._taken.extend([self._monotonic()] * calls)

    @property
    def on(self) -> bool:
        """Whether many came within the last minute."""
        while self._taken and self._monotonic() - self._taken[0] > WINDOW_S:
            self._taken.popleft()
        return len(self._taken) >= MANY
