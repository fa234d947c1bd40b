"""All words of a list of choices, and how well a word typed fits each of them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from desktop.operations.spelling import as_spelled

_EQUAL, _BEGINS, _PART = 1.0, 0.95, 0.75
_SPELLED = 0.85
"""Times the above for another spelling."""
_ONE_TYPO, _TWO_TYPOS, _BEGINS_WITH_TYPO = 0.55, 0.45, 0.5
_PART_FROM, _TYPO_FROM, _BEGIN_TYPO_FROM, _ANY_FIRST_FROM, _TWO_TYPOS_FROM = 2, 4, 5, 6, 8
"""Letters from which count: a part of a word, a typo, one in a beginning or the first letter, two typos."""


class Vocabulary:
    """Plain words, made ready for being looked up by whole, beginning, part, spelling and typo."""

    def __init__(self, words: Sequence[str]) -> None:
        self._plain = list(words)
        self._spelled = [as_spelled(word) for word in words]
        self._plain_text = _Text(words)
        self._spelled_text = _Text(self._spelled)
        self._beginnings: dict[int, list[str]] = {}

    def fits(self, word: str, *, all_typos: bool = False) -> Mapping[int, float]:
        """For each word that fits, by its place in the list, how well: 1 when equal.

        Unless `all_typos`, what begins a word of the list is no typo of another: with lampu nobody means
        lumpur.
        """
        spelled = as_spelled(word)
        found: dict[int, float] = {}
        for place, value in self._spelled_text.fits(spelled):
            found[place] = max(value * _SPELLED, found.get(place, 0.0))
        for place, value in self._plain_text.fits(word):
            found[place] = max(value, found.get(place, 0.0))
        if all_typos or max(found.values(), default=0.0) < _BEGINS * _SPELLED:
            typos = (*self._typos(spelled, self._spelled), *self._typos(word, self._plain))
            for place, value in (*typos, *self._typos_in_beginnings(spelled)):
                found[place] = max(value, found.get(place, 0.0))
        return found

    def _typos(self, word: str, words: Sequence[str]) -> Iterator[tuple[int, float]]:
        if len(word) < _TYPO_FROM or not word.isalpha():
            return
        most = 2 if len(word) >= _TWO_TYPOS_FROM else 1
        for near, distance, place in self._near(word, words, most):
            if len(word) >= _ANY_FIRST_FROM or near[:1] == word[0]:
                yield place, _TWO_TYPOS if distance > 1 else _ONE_TYPO

    def _typos_in_beginnings(self, word: str) -> Iterator[tuple[int, float]]:
        if len(word) < _BEGIN_TYPO_FROM or not word.isalpha():
            return
        for length in (len(word), len(word) + 1):
            for near, _, place in self._near(word, self._begun(length), 1):
                if near[:1] == word[0]:
                    yield place, _BEGINS_WITH_TYPO

    def _begun(self, length: int) -> list[str]:
        if length not in self._beginnings:
            self._beginnings[length] = [word[:length] for word in self._spelled]
        return self._beginnings[length]

    @staticmethod
    def _near(word: str, words: Sequence[str], most: int) -> Sequence[tuple[str, float, int]]:
        from rapidfuzz import process  # no typo is looked for while a desk opens: some 15 ms of a start
        from rapidfuzz.distance import OSA

        return process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None)


class _Text:
    """Words as one text: a search through it is one call, not one for each word."""

    def __init__(self, words: Sequence[str]) -> None:
        self._text = "\n" + "\n".join(words) + "\n"
        self._starts = [match.end() for match in re.finditer("\n", self._text)][:-1] if words else []

    def fits(self, part: str) -> Iterator[tuple[int, float]]:
        """(place, value) of the words that have the part; several times when they have it more than once."""
        if not part:
            return
        begins_only = len(part) < _PART_FROM or part.isdigit()
        at = self._text.find(part)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            begins = self._text[at - 1] == "\n"
            if begins and self._text[at + len(part)] == "\n":
                yield place, _EQUAL
            elif begins or not begins_only:
                yield place, _BEGINS if begins else _PART
            at = self._text.find(part, at + 1)
