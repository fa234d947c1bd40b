"""What an answer builds on: a row as it was seen, and after a refusal as it is by then."""

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from desktop.operations.desk import Outcome, Refusal

R = TypeVar("R")


class Basis(Generic[R]):
    """A row that a question is about.

    A refusal says who changed it meanwhile: Enter once more is meant upon that, with what was typed. An
    outage says nothing of it.
    """

    def __init__(self, row: R, now: Callable[[], R | None]) -> None:
        """`now` gives the row as the board has it, or None."""
        self._row = row
        self._now = now
        self._was_refused = False

    async def upon(self, act: Callable[[R], Awaitable[Outcome]]) -> Outcome:
        """Act on the row as it is known to who answers."""
        if self._was_refused:
            self._row = self._now() or self._row
        outcome = await act(self._row)
        self._was_refused = isinstance(outcome, Refusal)
        return outcome
