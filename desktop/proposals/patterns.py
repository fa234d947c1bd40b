"""What speaks for a category: words that stand near each other, in any order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

Keys = frozenset[str]
"""What a word may be known by: its stem, or with `=` before it the word exactly."""

_ROOM, _ROOM_MORE = 6, 2
"""Words that may stand between two, and between more."""
_NEAR, _A_WORD = 2, 0.05
"""Words between that cost nothing, and what each further one costs."""
_MOST_PLACES = 4


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a pattern, or one of a group. `denied`: only where it is said not to be."""

    keys: Keys
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words, and how much they speak for something; against it, when negative."""

    text: str
    elements: tuple[Element, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Heard:
    """A word of the narrative: what it may be, with how well each fits; 1: just so."""

    keys: Mapping[str, float]
    at: int
    denied: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at some words of a narrative, and what it is worth there."""

    pattern: Pattern
    places: tuple[int, ...]
    worth: float


def match(pattern: Pattern, heard: Sequence[Heard], places: Mapping[str, Sequence[int]]) -> Match | None:
    """The best place of a pattern among the words. `places`: by key, the words that may be it."""
    choices = []
    for element in pattern.elements:
        said = element.keys if len(element.keys) < len(places) else places  # a group may have 80 words
        found = {at for key in said if key in places and key in element.keys for at in places[key]}
        fits = sorted(at for at in found if heard[at].denied is element.denied)[:_MOST_PLACES]
        if not fits:
            return None
        choices.append(fits)
    best: Match | None = None
    for chosen in product(*choices):
        if len(set(chosen)) == len(chosen):
            worth = _worth(pattern, chosen, heard)
            if worth and (best is None or abs(worth) > abs(best.worth)):
                best = Match(pattern, tuple(sorted(chosen)), worth)
    return best


def _worth(pattern: Pattern, chosen: tuple[int, ...], heard: Sequence[Heard]) -> float:
    size = len(chosen)
    between = max(heard[at].at for at in chosen) - min(heard[at].at for at in chosen) - (size - 1)
    if between > _ROOM + _ROOM_MORE * (size - 2):
        return 0.0
    worth = pattern.weight * (1 - _A_WORD * max(0, between - _NEAR))
    for at, element in zip(chosen, pattern.elements, strict=True):
        worth *= max((heard[at].keys[key] for key in element.keys if key in heard[at].keys), default=0.0)
    return worth
