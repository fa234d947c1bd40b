"""Places of incidents, made ready for being compared with each other, and how near two of them are."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.domain.board import Reference
from desktop.domain.distance import metres_between
from desktop.gazetteer.spoken import listen, name_words
from desktop.gazetteer.vocabulary import KINDS, WEAK, Mark
from desktop.gazetteer.words import spelled, tokens

_SLIP_FROM, _BEGUN_FROM = 5, 3
_SLIP_FIT, _BEGUN_FIT, _OTHER_FORM_FIT = 0.85, 0.8, 0.95
_WEAK_WEIGHT = 0.2
_LITTLE = frozenset(("block", "st", "belum", "pasti", "jelas", "tidak", "tahu", "a", "b", "c", "d"))
"""Words that stand in places and name none (ours)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is: a point in degrees (WGS 84), words that name it, figures, the area's codes."""

    latitude: float | None = None
    longitude: float | None = None
    words: tuple[tuple[str, ...], ...] = ()
    """For each word the forms that it may stand for, the likeliest first."""
    figures: frozenset[str] = frozenset()
    area: str | None = None
    kecamatan: str | None = None
    heads: frozenset[str] = frozenset()
    """The likeliest form of each word."""
    among_much: bool = False
    """Whether the words are a whole narrative, of which only some may name a place."""
    area_words: frozenset[str] = frozenset()
    """What the area is called."""
    alleys: frozenset[str] = frozenset()
    """Words with which the name of an alley begins."""
    of_alleys: frozenset[str] = frozenset()
    """All words of such names; of a narrative also what was said behind them."""

    @property
    def known(self) -> bool:
        """Whether it says anything about where."""
        return self.latitude is not None or bool(self.words) or self.area is not None


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near two spots are, from 0 to 1, and what that was told by.

    `metres`: between their points; `shared`: words of both; `same_area`: only the kelurahan is the same.
    """

    value: float = 0.0
    metres: float | None = None
    shared: tuple[str, ...] = ()
    same_area: bool = False


def make_spot(
    address: str | None,
    landmark: str | None,
    area: str | None,
    point: tuple[float | None, float | None],
    reference: Reference,
) -> Spot:
    """A spot of what stands in the fields of a place; texts as they were typed."""
    words: list[tuple[str, ...]] = []
    figures: set[str] = set()
    alleys: dict[str, bool] = {}
    for text in (address, landmark):
        if not text:
            continue
        named = [word for word in listen(text).words if not word.is_number]
        words.extend(tuple(spelled(form) for form in word.forms) for word in named)
        for word in named:
            if word.part is Mark.ALLEY:
                alleys.setdefault(spelled(word.forms[0]), word.begin < word.start)
        figures |= {token.word for token in tokens(text) if token.word[:1].isdigit()}
    kecamatan = reference.kecamatan_of(area)
    known = reference.areas.get(area or "")
    called = name_words(known.name) if known is not None else ()
    latitude, longitude = point if None not in point else (None, None)
    unique = tuple(dict.fromkeys(one for one in words if one[0] not in _LITTLE))
    return Spot(
        latitude,
        longitude,
        unique,
        frozenset(figures),
        area,
        None if kecamatan is None else kecamatan.id,
        frozenset(word[0] for word in unique),
        area_words=frozenset(spelled(forms[0]) for forms in called),
        alleys=frozenset(word for word, begins in alleys.items() if begins),
        of_alleys=frozenset(alleys),
    )


def hear_spot(narrative: str | None, reference: Reference) -> Spot:
    """A spot of what a caller told before anything stands in the fields of the place.

    Its figures may count people or years, and are left out.
    """
    spot = make_spot(narrative, None, None, (None, None), reference)
    return replace(spot, figures=frozenset(), among_much=True)


def apart(one: Spot, other: Spot) -> float | None:
    """Metres between two spots; None when one has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return metres_between(one.latitude, one.longitude, other.latitude, other.longitude)


class Vocabulary:
    """The words of many spots: which of them one may be, and how much each says."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._counts = Counter(head for spot in spots for head in spot.heads)
        self._words = tuple(self._counts)
        self._weights: dict[str, float] = {}
        self._fits: dict[tuple[str, ...], Mapping[str, float]] = {}

    def fits(self, word: tuple[str, ...]) -> Mapping[str, float]:
        """The words that one may be, slips and what was only begun included, each with how well it fits."""
        found = self._fits.get(word)
        if found is None:
            found = self._fits[word] = self._compare(word)
        return found

    def weight(self, word: str) -> float:
        """How much it says that two places share a word: a rare one much, a kind of place little."""
        found = self._weights.get(word)
        if found is None:
            rare = 1.0 / (1.0 + math.log(max(1, self._counts[word])) / 2)
            found = self._weights[word] = _WEAK_WEIGHT if word in KINDS or word in WEAK else rare
        return found

    def _compare(self, word: tuple[str, ...]) -> dict[str, float]:
        fits: dict[str, float] = {}
        for rank, form in enumerate(word):
            if form in self._counts:
                fits[form] = max(fits.get(form, 0.0), _OTHER_FORM_FIT if rank else 1.0)
        first = word[0]
        if len(first) >= _BEGUN_FROM:
            for other in self._words:
                if other.startswith(first):
                    fits.setdefault(other, _BEGUN_FIT)
        if len(first) >= _SLIP_FROM:
            from rapidfuzz import process  # as in `desktop.operations.vocabulary`
            from rapidfuzz.distance import OSA

            for other, _, _ in process.extract(
                first, self._words, scorer=OSA.distance, score_cutoff=1, limit=None
            ):
                fits.setdefault(other, _SLIP_FIT)
        return fits


_SURE_M, _NEAR_M, _FAR_M = 40.0, 150.0, 600.0
_AT_NEAR = 0.8
_BOTH_TOLD = 0.3
_NEIGHBOURS, _OTHER_HOUSE = 0.9, 0.75
_OTHER_AREA, _OTHER_KECAMATAN = 0.75, 0.5
_AREA_ONLY, _WIDE_AREA_ONLY = 0.25, 0.6
_LEAST_SHARED = 0.55
_ALLEY_TOLD = 0.7
"""How near an alley of that name is of which a narrative tells alone: others elsewhere have it too (ours)."""
_LEAST_AMONG_MUCH = 2
"""Words that say something which a narrative must share: one alone may be a tree or a person (ours)."""


def nearness(one: Spot, other: Spot, vocabulary: Vocabulary, *, reach: float = 1.0) -> Nearness:
    """How near `one` is to `other`. `reach`: how much farther than a house on fire such an event is seen."""
    metres = apart(one, other)
    by_words = _by_words(one, other, vocabulary)
    if metres is not None:
        value = _by_metres(metres / reach)
        if by_words.value > value and metres <= _FAR_M * reach:
            # A long street, or a point that was guessed: the name says more.
            value += (by_words.value - value) * _BOTH_TOLD
        return Nearness(value, metres, by_words.shared)
    if by_words.value:
        return by_words
    if one.area is not None and one.area == other.area:
        return Nearness(_WIDE_AREA_ONLY if reach > 1.0 else _AREA_ONLY, same_area=True)
    return Nearness()


def _by_metres(metres: float) -> float:
    if metres <= _SURE_M:
        return 1.0
    if metres <= _NEAR_M:
        return 1.0 - (1.0 - _AT_NEAR) * (metres - _SURE_M) / (_NEAR_M - _SURE_M)
    return max(0.0, _AT_NEAR * (1.0 - (metres - _NEAR_M) / (_FAR_M - _NEAR_M)))


def _by_words(one: Spot, other: Spot, vocabulary: Vocabulary) -> Nearness:
    theirs = other.heads
    if not theirs or all(theirs.isdisjoint(vocabulary.fits(word)) for word in one.words):
        return Nearness()
    shared: list[str] = []
    common = own = 0.0
    for word in one.words:
        fits = vocabulary.fits(word)
        if one.among_much:
            # In many words some begin like a name, or are one letter away from one.
            fits = {head: fit for head, fit in fits.items() if fit >= _OTHER_FORM_FIT}
        best = max(theirs & fits.keys(), key=fits.__getitem__, default=None)
        own += vocabulary.weight(word[0] if best is None else best)
        if best is not None:
            common += fits[best] * vocabulary.weight(best)
            shared.append(best)
    if one.among_much and not _is_named(one, other, set(shared), vocabulary):
        return Nearness()
    total = sum(vocabulary.weight(word) for word in theirs)
    # One caller names the alley, another also the street: what the shorter says counts most.
    part = 0.75 * common / min(own, total) + 0.25 * common / max(own, total)
    if one.among_much:
        part = max(common / total, _ALLEY_TOLD if _in_alley(one, other) else 0.0)
    if part < _LEAST_SHARED or all(vocabulary.weight(word) <= _WEAK_WEIGHT for word in shared):
        return Nearness()
    value = min(1.0, part) * _of_houses(one, other) * _of_areas(one, other)
    return Nearness(value, None, tuple(shared))


def _in_alley(told: Spot, other: Spot) -> bool:
    """Whether a narrative tells of an alley by its whole name."""
    return bool(told.alleys & other.alleys) and other.of_alleys <= told.of_alleys


def _is_named(told: Spot, other: Spot, shared: set[str], vocabulary: Vocabulary) -> bool:
    """Whether a narrative names a place: by words enough, its alley, its whole name, or one and its area."""
    if sum(vocabulary.weight(word) > _WEAK_WEIGHT for word in shared) >= _LEAST_AMONG_MUCH:
        return True
    if _in_alley(told, other) or (shared >= other.heads and len(shared) >= _LEAST_AMONG_MUCH):
        return True
    return bool(other.area_words - shared) and other.area_words <= told.heads


def _of_houses(one: Spot, other: Spot) -> float:
    if not one.figures or not other.figures or one.figures & other.figures:
        return 1.0
    # Not isdigit: that also holds for signs that int takes for no number; nor is a long one a house.
    first, second = ([a for a in spot.figures if a.isdecimal() and len(a) < 6] for spot in (one, other))
    pairs = [(a, b) for a in first for b in second]
    near = any(abs(int(a) - int(b)) <= 10 for a, b in pairs)
    return _NEIGHBOURS if near else _OTHER_HOUSE


def _of_areas(one: Spot, other: Spot) -> float:
    if one.kecamatan is None or other.kecamatan is None:
        return 1.0
    if one.kecamatan != other.kecamatan:
        return _OTHER_KECAMATAN
    levels = {one.area, other.area}
    return 1.0 if len(levels) == 1 or levels & {one.kecamatan} else _OTHER_AREA
