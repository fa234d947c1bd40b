"""Whether so many calls come that the list is better read in groups."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from desktop.domain.board import CallEntry
from desktop.domain.calls import Direction

WINDOW = timedelta(minutes=1)
MANY = 12
"""Calls taken in a minute at all desks (ours: of a city's 1,500 calls a day one comes in a minute)."""


class Surge:
    """Counts the calls that were answered in the last minute, by the centre's clock `now`.

    Acts may come long after what they tell of, from a desk that was cut off or from paper: when a call came
    to the board says nothing.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._answered: dict[str, datetime] = {}

    def see(self, calls: Iterable[CallEntry]) -> None:
        """These calls are new on the board or changed; each counts once."""
        since = self._now() - WINDOW
        for one in calls:
            at = one.call.answered_at
            if at is not None and at > since and one.call.direction is Direction.IN:
                self._answered[one.id] = at

    @property
    def on(self) -> bool:
        """Whether many came within the last minute."""
        since = self._now() - WINDOW
        self._answered = {call: at for call, at in self._answered.items() if at > since}
        return len(self._answered) >= MANY
