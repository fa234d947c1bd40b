"""Choosing by typing any part of a name, in any order and spelling: categories, areas, units, hospitals."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.operations.spelling import as_spelled, plain_words
from desktop.operations.vocabulary import Vocabulary

EXACT = 100.0
"""The score of a name typed in full."""
_CODE = 99.0
_EXACT_SPELLED = 97.0
_STARTS = 91.0
_OTHER_NAME = 88.0
_STARTS_SPELLED = 86.0
_WORDS = 82.0
"""All words typed are words of the name; less where they are only beginnings, parts or other spellings."""
_OTHER_NAME_STARTS = 80.0
_INITIALS = 60.0
_CHILD = 0.4
"""What is inside a place that was typed comes after it."""

AREA_FILLERS = frozenset({"kel", "kelurahan", "ds", "desa", "kec", "kecamatan"})
"""Words that stand before the names of areas and say nothing about which."""

_WEIGHT_LABEL, _WEIGHT_WORDS, _WEIGHT_PARENT = 1.0, 0.85, 0.5
_CONTRACTION = 0.65
_SURE = 90.0


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose. `words`: other words or phrases for it; `parent`: the code of its group."""

    code: str
    label: str
    words: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A choice that fits what was typed, with a score from 0 to 100; 0 when nothing was typed."""

    choice: Choice
    score: float


@dataclass(frozen=True, slots=True)
class _Form:
    """A choice in the forms that are compared."""

    words: tuple[str, ...]
    joined: str
    spelled: str
    initials: str
    others: tuple[str, ...]


class Chooser:
    """Choices made ready for being typed at; their order decides among equals.

    `fillers`: plain words that are passed over when other words are typed with them.
    """

    def __init__(self, choices: Sequence[Choice], fillers: Collection[str] = ()) -> None:
        self._choices = tuple(choices)
        self._fillers = frozenset(fillers)
        self._forms = tuple(_form(choice) for choice in choices)
        self._children: dict[str, list[int]] = defaultdict(list)
        self._pairs: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        labels = {choice.code: form.words for choice, form in zip(choices, self._forms, strict=True)}
        weights: dict[str, dict[int, float]] = defaultdict(dict)
        for index, (choice, form) in enumerate(zip(choices, self._forms, strict=True)):
            if choice.parent is not None:
                self._children[choice.parent].append(index)
            for first, second in zip(form.words, form.words[1:], strict=False):
                self._pairs[first[:2]].append((index, first, second))
            for word in labels.get(choice.parent or "", ()):
                weights[word][index] = _WEIGHT_PARENT
            for word in (word for other in choice.words for word in plain_words(other)):
                weights[word][index] = _WEIGHT_WORDS
            for word in form.words:
                weights[word][index] = _WEIGHT_LABEL
        self._postings = [tuple(found.items()) for found in weights.values()]
        self._vocabulary = Vocabulary(tuple(weights))

    def find(self, text: str, within: str | None = None, limit: int = 20) -> tuple[Match, ...]:
        """The best matches first. `within`: only choices of that parent. Without text all, in their order."""
        allowed = self._allowed(within)
        typed = plain_words(text)
        words = [word for word in typed if word not in self._fillers] or typed
        if not words:
            return tuple(Match(self._choices[index], 0.0) for index in allowed[:limit])
        scores = self._by_words(words)
        for index in allowed:
            whole = self._by_name(self._choices[index], self._forms[index], words, text.strip())
            if whole > scores.get(index, 0.0):
                scores[index] = whole
        if within is None:
            self._add_children(scores)
        inside = set(allowed)
        ranked = sorted((-score, index) for index, score in scores.items() if index in inside)
        return tuple(Match(self._choices[index], round(-score, 1)) for score, index in ranked[:limit])

    def _allowed(self, within: str | None) -> Sequence[int]:
        return range(len(self._choices)) if within is None else self._children.get(within, [])

    def _by_words(self, words: Sequence[str]) -> dict[int, float]:
        """Scores of the choices in which every word typed is found, in whatever order.

        Where none has them all, a word that others have may be a typo after all: Sudiang Raja for Raya.
        """
        return self._with_all(words, all_typos=False) or self._with_all(words, all_typos=True)

    def _with_all(self, words: Sequence[str], *, all_typos: bool) -> dict[int, float]:
        found = [self._by_word(word, all_typos=all_typos) for word in words]
        scores: dict[int, float] = {}
        for index in set(found[0]).intersection(*found[1:]):
            parts = [one[index] for one in found]
            if any(own for _, own in parts):
                scores[index] = _WORDS * sum(value for value, _ in parts) / len(parts)
        return scores

    def _by_word(self, word: str, *, all_typos: bool) -> Mapping[int, tuple[float, bool]]:
        """For each choice with that word: how well it fits, and whether by a word of its own."""
        best: dict[int, tuple[float, bool]] = {}
        for place, value in self._vocabulary.fits(word, all_typos=all_typos).items():
            for index, weight in self._postings[place]:
                one = (value * weight, weight > _WEIGHT_PARENT)
                if one > best.get(index, (0.0, False)):
                    best[index] = one
        for index in self._contracted(word):
            best[index] = max(best.get(index, (0.0, False)), (_CONTRACTION, True))
        return best

    def _contracted(self, word: str) -> Iterator[int]:
        """Choices whose words are run together in it: Dangri for Dangin Puri, Dentim for Denpasar Timur."""
        for index, first, second in self._pairs.get(word[:2], ()):
            for cut in range(2, len(word) - 1):
                rest = word[cut:]
                if first.startswith(word[:cut]) and (second.startswith(rest) or second.endswith(rest)):
                    yield index
                    break

    def _by_name(self, choice: Choice, form: _Form, words: Sequence[str], text: str) -> float:
        """The score of a name typed as a whole, from its beginning, or by its initials; 0 when it is not."""
        joined = "".join(words)
        if form.joined == joined:
            return EXACT
        if choice.code == text:
            return _CODE
        spelled = as_spelled(joined)
        if form.spelled == spelled:
            return _EXACT_SPELLED
        if form.joined.startswith(joined):
            return _STARTS
        if joined in form.others:
            return _OTHER_NAME
        if len(spelled) > 1 and form.spelled.startswith(spelled):
            return _STARTS_SPELLED
        if len(joined) > 1 and any(other.startswith(joined) for other in form.others):
            return _OTHER_NAME_STARTS
        if len(joined) > 1 and form.initials.startswith(joined):
            return _INITIALS
        return 0.0

    def _add_children(self, scores: dict[int, float]) -> None:
        """Let a kecamatan that was typed bring its kelurahan after it."""
        best = max(scores.values(), default=0.0)
        for index, score in tuple(scores.items()):
            if score < min(best, _SURE):
                continue
            for child in self._children.get(self._choices[index].code, ()):
                scores[child] = max(scores.get(child, 0.0), score * _CHILD)


def chooser_of(choices: Iterable[Choice], fillers: frozenset[str] = frozenset()) -> Chooser:
    """The chooser that all fields with these choices share; to make one ready costs milliseconds."""
    return _shared(tuple(choices), fillers)


@lru_cache(maxsize=32)
def _shared(choices: tuple[Choice, ...], fillers: frozenset[str]) -> Chooser:
    return Chooser(choices, fillers)


def _form(choice: Choice) -> _Form:
    words = tuple(plain_words(choice.label))
    joined = "".join(words)
    return _Form(
        words=words,
        joined=joined,
        spelled=as_spelled(joined),
        initials="".join(word[0] for word in words),
        others=tuple("".join(plain_words(other)) for other in choice.words),
    )
