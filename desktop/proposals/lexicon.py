"""The lexicon of a city: what a narrative speaks for, with the words that spoke."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.proposals.hearing import Hearing, Narrative
from desktop.proposals.patterns import Match, Pattern, match
from desktop.proposals.proposal import MOST, Proposal

NOTHING = "nothing"
"""What speaks for none of the categories, written like one."""
_ENOUGH, _ENOUGH_BESIDE, _PART_OF_BEST = 5.0, 2.0, 0.2
"""What must speak for the best, and for others beside it: so much, and so much of what the best has."""
_AGAIN = 0.15
"""What is left of a pattern all of whose words have spoken already."""
_SCALE = 6.0
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Weighed:
    weight: float
    places: tuple[int, ...]
    """Words, those that weigh most first."""


class Lexicon:
    """Patterns by category."""

    def __init__(self, hearing: Hearing, patterns: Mapping[str, Sequence[Pattern]]) -> None:
        self.categories = tuple(code for code in patterns if code != NOTHING)
        self._hearing = hearing
        self._by_key: dict[str, list[tuple[str, Pattern]]] = defaultdict(list)
        for code, many in patterns.items():
            for pattern in many:
                for key in min((one.keys for one in pattern.elements), key=len):  # the rarest
                    self._by_key[key].append((code, pattern))

    def propose(self, text: str, among: Collection[str] | None = None) -> tuple[Proposal, ...]:
        """Up to three categories, the likeliest first; none when too little speaks for any.

        `among`: the categories that the centre has; None: all of the lexicon.
        """
        narrative = self._hearing.hear(text)
        weighed = self._weigh(narrative)
        nothing = max(0.0, weighed.pop(NOTHING, _Weighed(0.0, ())).weight)
        ranked = sorted(
            (code for code in weighed if among is None or code in among),
            key=lambda code: (-weighed[code].weight, code),
        )
        if not ranked or weighed[ranked[0]].weight < _ENOUGH + nothing:
            return ()
        least = max(_ENOUGH_BESIDE + nothing, weighed[ranked[0]].weight * _PART_OF_BEST)
        return tuple(
            Proposal(code, _score(weighed[code].weight), _words(narrative, weighed[code].places))
            for code in ranked[:MOST]
            if weighed[code].weight >= least
        )

    def _weigh(self, narrative: Narrative) -> dict[str, _Weighed]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(narrative.heard):
            for key in one.keys:
                places[key].append(at)
        found: dict[str, dict[int, Match]] = defaultdict(dict)
        for key in places:
            for code, pattern in self._by_key.get(key, ()):
                if id(pattern) not in found[code]:
                    best = match(pattern, narrative.heard, places)
                    if best is not None:
                        found[code][id(pattern)] = best
        return {code: _sum(matches.values(), narrative) for code, matches in found.items() if matches}


def _sum(matches: Iterable[Match], narrative: Narrative) -> _Weighed:
    """The worth of all matches; words that have spoken already count little when they speak again."""
    total, spoken = 0.0, dict[int, None]()
    # Of equal ones the first in the text speaks first: in what order matches come is another at every start.
    for one in sorted(matches, key=lambda one: (-one.worth, one.places)):
        words = [word for place in one.places for word in narrative.parts[place]]
        if one.worth < 0:
            total += one.worth
            continue
        new = sum(word not in spoken for word in words) / len(words)
        total += one.worth * max(_AGAIN, new)
        spoken.update(dict.fromkeys(words))
    return _Weighed(total, tuple(spoken))


def _score(weight: float) -> float:
    return round(1 - math.exp(-weight / _SCALE), 2)


def _words(narrative: Narrative, places: Sequence[int]) -> tuple[str, ...]:
    chosen = sorted(places[:_MOST_WORDS])
    return tuple(dict.fromkeys(narrative.words[at].written for at in chosen))
