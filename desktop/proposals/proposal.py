"""What is proposed for a narrative."""

from dataclasses import dataclass

MOST = 3
"""Proposals at a time."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A category, how much speaks for it (0 to 1), and the words of the narrative that do, in their order."""

    category: str
    score: float
    words: tuple[str, ...]
