"""All words of all names, and which of them a word as typed may mean."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop.gazetteer.words import spelled

_BEGUN, _BEGUN_MORE = 0.72, 0.23
"""What a beginning fits: the more of the word is typed, the more."""
_ONE_SLIP, _ONE_SLIP_SHORT, _TWO_SLIPS, _BEGUN_WITH_SLIP = 0.84, 0.74, 0.64, 0.55
_SLIP_FROM, _LONG_FROM, _TWO_SLIPS_FROM, _BEGUN_SLIP_FROM = 4, 6, 7, 5
"""Letters from which on a slip, a slip that counts less, two slips, and a slip in a beginning are heard."""
_SURE = 0.8
_BEGUN_FROM, _MOST_BEGUN = 3, 200
_CACHED = 4000
_FEW = 100


class Lexicon:
    """Words by number, in the form that their spellings share. What no name has any more stays."""

    def __init__(self) -> None:
        self._terms: list[str] = []
        self._numbers: dict[str, int] = {}
        self._sorted: list[str] = []
        self._unsorted: list[str] = []
        self._by_ends: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._cache: dict[tuple[str, bool], Mapping[int, float]] = {}

    def __len__(self) -> int:
        return len(self._terms)

    def add(self, word: str) -> int:
        """The number of a word."""
        term = spelled(word)
        number = self._numbers.get(term)
        if number is None:
            number = self._numbers[term] = len(self._terms)
            self._terms.append(term)
            self._unsorted.append(term)
            if term.isalpha():
                self._by_ends[term[0], len(term)].append(term)
                if term[-1] != term[0]:
                    self._by_ends["-" + term[-1], len(term)].append(term)
            if self._cache:
                self._cache.clear()
        return number

    def settle(self) -> None:
        """Put words that were added where beginnings are looked up."""
        if len(self._unsorted) > _FEW:
            self._sorted = sorted(self._terms)
        else:
            for one in self._unsorted:
                insort(self._sorted, one)
        self._unsorted = []

    def number(self, word: str) -> int | None:
        """The number of a word that some name has, or None."""
        return self._numbers.get(spelled(word))

    def near(self, word: str, *, typing: bool) -> Mapping[int, float]:
        """The words that one may be, each with how well it fits: 1 when they are the same.

        `typing`: whether more of it may follow.
        """
        key = (word, typing)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) > _CACHED:
                self._cache.clear()
            found = self._cache[key] = self._near(spelled(word), typing)
        return found

    def _near(self, term: str, typing: bool) -> dict[int, float]:
        found: dict[int, float] = {}
        same = self._numbers.get(term)
        if same is not None:
            found[same] = 1.0
        if not term.isalpha():
            return found
        for begun in self._begun(term):
            fit = (_BEGUN + _BEGUN_MORE * len(term) / len(begun)) * (1.0 if typing else 0.9)
            found.setdefault(self._numbers[begun], fit)
        for other, slips in self._slipped(term):
            one = _ONE_SLIP if len(term) >= _LONG_FROM else _ONE_SLIP_SHORT
            fit = one if slips == 1 else _TWO_SLIPS
            number = self._numbers[other]
            found[number] = max(fit, found.get(number, 0.0))
        if typing and len(term) >= _BEGUN_SLIP_FROM and max(found.values(), default=0.0) < _SURE:
            for other in self._begun_with_slip(term):
                found.setdefault(self._numbers[other], _BEGUN_WITH_SLIP)
        return found

    def _begun(self, term: str) -> Sequence[str]:
        if len(term) < _BEGUN_FROM:
            return ()
        self.settle()
        low = bisect_left(self._sorted, term)
        high = bisect_left(self._sorted, term + "\U0010ffff")
        found = self._sorted[low : min(high, low + _MOST_BEGUN)]
        return found[1:] if found[:1] == [term] else found

    def _slipped(self, term: str) -> Iterator[tuple[str, int]]:
        size = len(term)
        if size < _SLIP_FROM:
            return
        most = 2 if size >= _TWO_SLIPS_FROM else 1
        for end in (term[0], "-" + term[-1]):
            for length in range(size - most, size + most + 1):
                words = self._by_ends.get((end, length))
                if words:
                    for other, slips, _ in process.extract(
                        term, words, scorer=OSA.distance, score_cutoff=most, limit=None
                    ):
                        if slips:
                            yield other, slips

    def _begun_with_slip(self, term: str) -> Iterator[str]:
        size = len(term)
        for (end, length), words in self._by_ends.items():
            if end == term[0] and length > size + 1:
                begun = [word[:size] for word in words]
                for _, _, at in process.extract(term, begun, scorer=OSA.distance, score_cutoff=1, limit=20):
                    yield words[at]
