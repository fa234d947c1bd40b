"""What an answer builds on: a row as it was seen, and after a refusal as it is by then."""

from collections.abc import Callable
from typing import Generic, TypeVar

R = TypeVar("R")


class Seen(Generic[R]):
    """A row that a question is about.

    A refusal says who changed it meanwhile: Enter once more is meant upon that, with what was typed.
    """

    def __init__(self, row: R, now: Callable[[], R | None]) -> None:
        """`now` gives the row as the board has it, or None."""
        self._row = row
        self._now = now
        self._was_taken = False

    def take(self) -> R:
        """What this answer builds on."""
        if self._was_taken:
            self._row = self._now() or self._row
        self._was_taken = True
        return self._row
