"""What each word of a narrative may be: by its stem, by everyday speech, by a slip of the keyboard."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from desktop.proposals.patterns import Heard, Keys, Pattern
from desktop.proposals.stems import Stems, is_indonesian
from desktop.proposals.text import Word, read_words

_SLIP_FROM, _TWO_SLIPS_FROM = 5, 8
"""Letters from which on one slip of the keyboard is heard, and two."""
_ONE_SLIP, _TWO_SLIPS, _SPOKEN = 0.75, 0.6, 0.95
_CACHED = 5000


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is read before any pattern: abbreviations, denials, words passed over, words of no meaning."""

    short: Mapping[str, str]
    deniers: Mapping[str, int]
    passed: frozenset[str]
    addresses: frozenset[str]
    """Words that name who is spoken to: passed over when it is asked what stands first or last."""
    masked: tuple[Pattern, ...]
    """Phrases whose words mean nothing here, each right after the other: figures of speech, streets."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """Words, what each may be, and after them what several words together may be; which words those are."""

    words: tuple[Word, ...]
    heard: tuple[Heard, ...]
    parts: tuple[tuple[int, ...], ...]


class Hearing:
    """Knows the words of a lexicon.

    `written`: all of them as they stand there. `keys`: what its patterns go by. `compounds`: stems of words
    that mean something together. `unsaying`: words that are no slip of the keyboard for another.
    """

    def __init__(
        self,
        spoken: Spoken,
        stems: Stems,
        written: Iterable[str],
        keys: Keys,
        compounds: Iterable[tuple[str, ...]],
        unsaying: Collection[str] = (),
    ) -> None:
        self._spoken = spoken
        self._stems = stems
        self._passed = set(spoken.passed)
        self._compounds: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for one in compounds:
            self._compounds[one[0]].append(one)
        self._masked: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in spoken.masked:
            for key in pattern.elements[0].keys:
                self._masked[key].append(pattern)
        self._keys = keys | {stem for many in self._compounds.values() for one in many for stem in one}
        self._slips = sorted({word for word in (*written, *spoken.short) if len(word) >= _SLIP_FROM - 1})
        self._known = {*written, *spoken.short, *spoken.deniers, *spoken.passed, *unsaying}
        self._cache: dict[tuple[str, bool], Mapping[str, float]] = {}

    def hear(self, text: str) -> Narrative:
        """What the words of a text may be."""
        spoken = self._spoken
        words = read_words(text, spoken.short, spoken.deniers, self._passed)
        heard = [Heard(self._keys_of(word), word.at, word.denied) for word in words]
        together = list(self._together(heard))
        together += self._at_the_ends(words)
        parts = [*((at,) for at in range(len(words))), *(places for _, places in together)]
        alone = self._without_masked(heard)
        return Narrative(tuple(words), (*alone, *(one for one, _ in together)), tuple(parts))

    def _at_the_ends(self, words: Sequence[Word]) -> Iterator[tuple[Heard, tuple[int, ...]]]:
        said = [at for at, word in enumerate(words) if word.plain not in self._spoken.addresses]
        ends = [(at, f"^{words[at].plain}") for at in said[:1]] + [
            (at, f"{words[at].plain}$") for at in said[-1:]
        ]
        for at, key in ends:
            if key in self._keys:  # not denied, whatever stands before it: "bagus nggak ya" asks too
                yield Heard({key: 1.0}, words[at].at, False), (at,)

    def _together(self, heard: Sequence[Heard]) -> Iterator[tuple[Heard, tuple[int, ...]]]:
        for at, first in enumerate(heard):
            for stems in (one for key in first.keys for one in self._compounds.get(key, ())):
                places = tuple(range(at, min(at + len(stems), len(heard))))
                fit = min(
                    heard[place].keys.get(stem, 0.0) for place, stem in zip(places, stems, strict=False)
                )
                if len(places) == len(stems) and fit:
                    yield Heard({"_".join(stems): fit}, first.at, first.denied), places

    def _without_masked(self, heard: Sequence[Heard]) -> list[Heard]:
        left = list(heard)
        for at, first in enumerate(heard):
            for pattern in {id(one): one for key in first.keys for one in self._masked.get(key, ())}.values():
                words = heard[at : at + len(pattern.elements)]
                if len(words) == len(pattern.elements) and all(
                    element.keys & word.keys.keys()
                    for element, word in zip(pattern.elements, words, strict=True)
                ):
                    for i, word in enumerate(words, at):
                        left[i] = Heard({}, word.at, word.denied)
        return left

    def _keys_of(self, word: Word) -> Mapping[str, float]:
        name = (word.plain, word.doubled)
        keys = self._cache.get(name)
        if keys is None:
            if len(self._cache) > _CACHED:
                self._cache.clear()
            keys = self._cache[name] = self._likely(*name)
        return keys

    def _likely(self, word: str, doubled: bool) -> Mapping[str, float]:
        sure = {self._stems.stem(word), *(f"={one}" for one in self._stems.without_endings(word))}
        if doubled:
            sure |= {
                f"{word}+",
                f"{self._stems.stem(word)}+",
                *(f"{one}+" for one in self._stems.spoken(word)),
            }
        found = dict.fromkeys(sure & self._keys, 1.0)
        if found or word in self._known:
            return found
        for other in self._stems.spoken(word):
            meant = {other, f"={other}"} & self._keys
            if meant:
                return dict.fromkeys(meant, _SPOKEN)
        for other in self._stems.without_endings(word):
            if other in self._spoken.short:
                return self._meant(other, _SPOKEN)
        return self._slipped(word)

    def _slipped(self, word: str) -> Mapping[str, float]:
        size = len(word)
        if size < _SLIP_FROM or not word.isalpha() or is_indonesian(word):
            return {}
        most = 2 if size >= _TWO_SLIPS_FROM else 1
        best = process.extractOne(word, self._slips, scorer=OSA.distance, score_cutoff=most)
        if best is None:
            return {}
        meant, slips, _ = best
        return self._meant(meant, _ONE_SLIP if slips == 1 else _TWO_SLIPS)

    def _meant(self, word: str, fit: float) -> Mapping[str, float]:
        meanings = self._spoken.short.get(word, word).split()
        keys = {key for one in meanings for key in (f"={one}", self._stems.stem(one))}
        return dict.fromkeys(keys & self._keys, fit)
