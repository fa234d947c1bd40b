"""The names of a city's places in memory, searched with every key."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.domain.places import Place
from desktop.gazetteer.lexicon import Lexicon
from desktop.gazetteer.spoken import Spoken, Word, name_words
from desktop.gazetteer.vocabulary import KINDS, WEAK

_TOUCHED = 6_000
"""Names that one text may touch; of a word that brings more, only those count that another word has found."""
_MOST_OF_A_WORD = 20_000
_LOOKED_AT = 100
"""Names that are compared in full."""
_PAIR_FIT = 0.96
_NUMBER, _WEAK, _KIND = 0.45, 0.12, 0.15


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a place: its words, each with the terms that it is found under."""

    place: str
    words: tuple[tuple[int, ...], ...]
    fixed: tuple[float, ...]
    """For each word its weight, or 0 where that depends on how rare the word is."""
    pairs: tuple[int, ...]
    """The terms of its words run together, two by two."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a text, or two run together: from the word `first` to before `last`, and what it may mean."""

    first: int
    last: int
    fits: Mapping[int, float]
    joined: Mapping[int, float]
    """What a single word may mean of two words of a name run together."""


class Index:
    """Places by the words of their names."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.names: list[Name | None] = []
        self.lexicon = Lexicon()
        self.pairs = Lexicon()
        self._of_place: dict[str, list[int]] = {}
        self._postings: dict[int, list[int]] = defaultdict(list)
        self._pair_postings: dict[int, list[int]] = defaultdict(list)
        self._unordered: set[int] = set()
        self._thinned: set[int] = set()
        self._weights: dict[int, float] = {}

    def put(self, place: Place) -> None:
        """Add a place, or take what changed of one."""
        self.drop(place.id)
        self.places[place.id] = place
        numbers = self._of_place[place.id] = []
        for text in dict.fromkeys((place.name, *place.aliases)):
            name = self._name(place.id, text)
            if name.words:
                numbers.append(len(self.names))
                for term in {term for word in name.words for term in word}:
                    self._postings[term].append(len(self.names))
                    self._unordered.add(term)
                for term in set(name.pairs):
                    self._pair_postings[term].append(len(self.names))
                self.names.append(name)

    def drop(self, place: str) -> None:
        """Forget a place; nothing when it is not known."""
        self.places.pop(place, None)
        for number in self._of_place.pop(place, ()):
            name, self.names[number] = self.names[number], None
            if name is not None:
                self._unordered.update(term for word in name.words for term in word)
                self._thinned.update(name.pairs)

    def weight(self, term: int) -> float:
        """How much a word says: near 1 for a rare one, little for one that many names have."""
        found = self._weights.get(term)
        if found is None:
            count = len(self._postings.get(term, ()))
            many = max(len(self.names), 50)
            found = max(0.2, min(1.0, math.log(many / max(count, 1)) / math.log(many) + 0.15))
            self._weights[term] = found
        return found

    def units(self, spoken: Spoken) -> list[Unit]:
        """The words of a text with what each may mean; also two that may be one word."""
        self.settle()
        found = []
        words = spoken.words
        for at, word in enumerate(words):
            typing = at == len(words) - 1 and word.end == len(spoken.text)
            fits = self._fits(word.forms, typing)
            joined = self.pairs.near(word.forms[0], typing=typing and not fits)
            found.append(Unit(at, at + 1, fits, joined))
            following = words[at + 1] if at + 1 < len(words) else None
            if following is not None and following.part is word.part:
                both = self._run_together(word, following, typing=at == len(words) - 2)
                if both:
                    found.append(Unit(at, at + 2, both, {}))
        return found

    def _run_together(self, word: Word, following: Word, *, typing: bool) -> Mapping[int, float]:
        fits = self.lexicon.near(word.forms[0] + following.forms[0], typing=typing)
        exact = word.is_number or following.is_number
        return {term: fit * _PAIR_FIT for term, fit in fits.items() if fit == 1 or not exact}

    def candidates(
        self, units: Sequence[Unit], weights: Sequence[float], in_area: Mapping[str, float]
    ) -> list[int]:
        """The numbers of the names that most words of a text fit, the likeliest first.

        `weights`: of each word; `in_area`: what an area that was named adds to the places in it.
        """
        found: dict[int, float] = {}
        touched = 0
        for hits in sorted(self._hits(units, weights), key=len):
            touched += len(hits)
            common = touched > _TOUCHED and bool(found)
            for number in hits.keys() & found.keys() if common else hits:
                found[number] = found.get(number, 0.0) + hits[number]
        if in_area:
            for number in found:
                name = self.names[number]
                if name is not None:
                    found[number] += in_area.get(self.places[name.place].area or "", 0.0)
        return sorted(found, key=found.__getitem__, reverse=True)[:_LOOKED_AT]

    def settle(self) -> None:
        """Make ready for being searched what was added: short names first, for equals are taken in order.

        What was dropped goes: in front of the others it would take the places of those that are compared.
        """
        for term in self._unordered:
            self._postings[term] = sorted(self._living(self._postings[term]), key=self._size)
        for term in self._thinned:
            self._pair_postings[term] = list(self._living(self._pair_postings[term]))
        self._unordered.clear()
        self._thinned.clear()
        self._weights.clear()
        self.lexicon.settle()
        self.pairs.settle()

    def _living(self, numbers: Iterable[int]) -> Iterator[int]:
        return (number for number in numbers if self.names[number] is not None)

    def _size(self, number: int) -> int:
        name = self.names[number]
        return 0 if name is None else len(name.words)

    def _hits(self, units: Sequence[Unit], weights: Sequence[float]) -> Iterator[dict[int, float]]:
        """For each word of a text, alone or with the next, the names that have it and what that adds."""
        for unit in units:
            value = sum(weights[unit.first : unit.last])
            hits: dict[int, float] = {}
            for term, fit in sorted(unit.fits.items(), key=lambda one: one[1]):
                numbers = self._postings.get(term, ())
                hits.update(dict.fromkeys(numbers[:_MOST_OF_A_WORD], fit * value))
            for term, fit in unit.joined.items():
                hits.update(dict.fromkeys(self._pair_postings.get(term, ()), fit * value))
            if hits:
                yield hits

    def _fits(self, forms: Sequence[str], typing: bool) -> Mapping[int, float]:
        if len(forms) == 1:
            return self.lexicon.near(forms[0], typing=typing)
        found: dict[int, float] = {}
        for rank, form in enumerate(forms):
            less = 0.6 if rank and form.removeprefix("gg")[:1].isdigit() else 0.98
            for term, fit in self.lexicon.near(form, typing=typing).items():
                value = fit * (less if rank else 1.0)
                found[term] = max(value, found.get(term, 0.0))
        return found

    def _name(self, place: str, text: str) -> Name:
        words = name_words(text)
        terms = tuple(tuple(self.lexicon.add(form) for form in forms) for forms in words)
        pairs = tuple(
            self.pairs.add(before[0] + after[0])
            for before, after in pairwise(words)
            if before[0].isalpha() and after[0].isalpha()
        )
        return Name(place, terms, tuple(_fixed_weight(forms) for forms in words), pairs)


def _fixed_weight(forms: Sequence[str]) -> float:
    if forms[0].removeprefix("gg")[:1].isdigit():
        return _NUMBER
    if forms[0] in KINDS:
        return _KIND
    return _WEAK if WEAK.intersection(forms) else 0.0
