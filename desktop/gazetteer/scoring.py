"""How well a name fits what was said: what of the name was said, and what of the text the name explains."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.index import Index, Name, Unit
from desktop.gazetteer.spoken import Spoken
from desktop.gazetteer.vocabulary import KINDS, MARKS, WEAK, Mark

_UNKNOWN, _UNKNOWN_SHORT, _NUMBER, _WEAK, _KIND = 0.3, 0.1, 0.25, 0.12, 0.2
"""Weights of words of a text that are in no name, or say little."""
_CONTEXT = 0.75
"""What of a word counts when not the name explains it, but the street or area in which the place lies."""
_SAID = 0.3
"""The part of the score that a name has which explains next to nothing of the text."""
_ROADS = (PlaceKind.STREET, PlaceKind.ALLEY)
_OTHER_PART = 0.5
_OTHER_STREET = 0.6
"""What is left of an alley's score where another street was said than those at which it is known to lie."""
_OF_CROSSING = 0.9
"""The same of one street's, where its crossing with another was said."""
_WAY_IN = 0.7
"""The same of a street from which one comes to the place that was said."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A name that fits, and which words of the text it explains."""

    place: Place
    score: float
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A text, made ready for being compared with many names."""

    spoken: Spoken
    units: Sequence[Unit]
    weights: Sequence[float]


def hear(index: Index, spoken: Spoken) -> Heard:
    """Look up the words of a text, and weigh them."""
    units = index.units(spoken)
    weights = []
    for at, word in enumerate(spoken.words):
        form = word.forms[0]
        if word.is_number:
            weights.append(0.45 if word.part is Mark.ALLEY and form.startswith("gg") else _NUMBER)
        elif form in KINDS:
            weights.append(_KIND)
        elif WEAK.intersection(word.forms):
            weights.append(_WEAK)
        else:
            fits = next(unit.fits for unit in units if unit.first == at and unit.last == at + 1)
            best = max(fits, key=lambda term: fits[term], default=None)
            if best is not None:
                weights.append(index.weight(best))
            else:
                weights.append(_UNKNOWN if len(form) > 2 else _UNKNOWN_SHORT)
    return Heard(spoken, units, weights)


def score(
    index: Index, heard: Heard, name: Name, context: Sequence[Mapping[int, float]], *, placed: bool = False
) -> Scored:
    """Compare one name. `context`: for each word, how well the surroundings of the place explain it.

    `placed`: whether it is known which streets are among them.
    """
    place = index.places[name.place]
    weights = [fixed or index.weight(terms[0]) for fixed, terms in zip(name.fixed, name.words, strict=True)]
    said = 0.0
    explained = [0.0] * len(heard.weights)
    for value, words, parts in _pairs(heard, name, place.kind):
        said += sum(weights[at] for at in parts) * value
        for at in words:
            explained[at] = value
    own = tuple(at for at, value in enumerate(explained) if value)
    for values in context:
        for at, value in values.items():
            explained[at] = max(explained[at], value * _CONTEXT)
    whole = sum(
        weight
        for weight, value, word in zip(heard.weights, explained, heard.spoken.words, strict=True)
        if value or word.part is not Mark.ENTER  # how to come there need not be known
    )
    covered = (
        sum(w * value for w, value in zip(heard.weights, explained, strict=True)) / whole if whole else 0
    )
    coverage = said / sum(weights)
    result = coverage**0.8 * (_SAID + (1 - _SAID) * covered) * _kind_factor(heard.spoken, place)
    if (
        place.kind in _ROADS
        and (placed or place.kind is PlaceKind.STREET)
        and _elsewhere(heard, own, context)
    ):
        result *= _OTHER_STREET
    if _is_way_in(heard.spoken, own):
        result *= _WAY_IN
    return Scored(place, result, own)


def _elsewhere(heard: Heard, own: Sequence[int], context: Sequence[Mapping[int, float]]) -> bool:
    """Whether a street was said and an alley of it, and this is one of that name that is not there."""
    words = heard.spoken.words
    if any(words[at].part is not Mark.ALLEY for at in own):
        return False
    street = [at for at, word in enumerate(words) if word.part in (Mark.STREET, Mark.ENTER)]
    return bool(street) and not any(values.get(at) for values in context for at in street)


def _is_way_in(spoken: Spoken, own: Sequence[int]) -> bool:
    of_way = [word.part is Mark.ENTER for word in spoken.words]
    return not all(of_way) and all(of_way[at] for at in own)


def _pairs(heard: Heard, name: Name, kind: PlaceKind) -> Iterator[tuple[float, Sequence[int], Sequence[int]]]:
    """Which words of the text are which of the name, each once, the best fits first."""
    found: list[tuple[float, int, int, int, int]] = []
    for unit in heard.units:
        factor = _part_factor(heard.spoken.words[unit.first].part, kind)
        for at, terms in enumerate(name.words):
            fit = max((unit.fits.get(term, 0.0) for term in terms), default=0.0)
            if fit:
                found.append((fit * factor, unit.first, unit.last, at, at + 1))
        if unit.joined:
            for at, term in enumerate(name.pairs):
                fit = unit.joined.get(term, 0.0)
                if fit:
                    found.append((fit * factor, unit.first, unit.last, at, at + 2))
    # Of equals what takes more words together, then in the order of the text.
    found.sort(key=lambda one: (-one[0] - 0.1 * (one[2] - one[1] + one[4] - one[3] - 2), one[1], one[3]))
    said: set[int] = set()
    named: set[int] = set()
    for fit, first, last, at, behind in found:
        words, parts = range(first, last), range(at, behind)
        if said.isdisjoint(words) and named.isdisjoint(parts):
            said.update(words)
            named.update(parts)
            yield fit, words, parts


def _part_factor(part: Mark | None, kind: PlaceKind) -> float:
    """Whether a word stands where such a place is named: behind Kel. no street is."""
    if part in (Mark.AREA, Mark.DISTRICT):
        return 1.0 if kind is PlaceKind.AREA else _OTHER_PART
    if part is Mark.STREET and kind is PlaceKind.AREA:
        return _OTHER_PART
    return 1.0


@lru_cache(maxsize=100_000)
def _is_called_junction(name: str) -> bool:
    return MARKS.get(name.split(" ", 1)[0].casefold()) is Mark.JUNCTION


def _kind_factor(spoken: Spoken, place: Place) -> float:
    kind, marks = place.kind, spoken.marks
    factor = 1.04 if place.kept_by is not None else 1.0
    if place.area is None and kind not in (PlaceKind.AREA, PlaceKind.STREET):
        factor *= 0.93
    is_junction = kind is PlaceKind.JUNCTION or _is_called_junction(place.name)
    if spoken.junction:
        return factor if is_junction else factor * 0.6
    if spoken.crossing and (is_junction or kind in _ROADS):
        return factor if is_junction else factor * _OF_CROSSING
    if kind is PlaceKind.JUNCTION:
        return factor * 0.6
    if kind is PlaceKind.AREA:
        return factor * (0.97 if {Mark.AREA, Mark.DISTRICT} & marks else 0.9)
    if kind in _ROADS:
        if kind is PlaceKind.ALLEY:
            factor *= 1.0 if Mark.ALLEY in marks else 0.88
        elif Mark.ALLEY in marks:
            factor *= 0.92
        return factor * (0.9 if Mark.BESIDE in marks or spoken.kinds else 1.0)
    if spoken.kinds:
        return factor * (1.0 if kind in spoken.kinds else 0.85)
    return factor * (0.8 if Mark.STREET in marks and Mark.BESIDE not in marks else 0.95)
