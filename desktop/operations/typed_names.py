"""Naming one of a few by typing a part of its name: units by call sign, agencies.

A number is typed whole ("4" is 4, never 14); of a word its beginning is enough. Which of several is meant is
never guessed: what fits more than one is told with all that it fits.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

from desktop.operations.spelling import plain_words

_CHUNK = re.compile(r"[0-9]+|[^0-9]+")
_TOKEN = re.compile(r"[^\s,;+!]+|[,;+]")
_RUN_TOGETHER = re.compile(r"(.*[0-9])([^\W\d_]+)$")
_SEPARATORS = frozenset(",;+")
_LONGEST = 3
"""Words of a name that may be typed apart, as `satpol pp kota`."""

_REMEMBERED = 2_000
"""Typed parts of which is remembered what they fit."""

Chunks = tuple[str, ...]


class Fit(IntEnum):
    """How a typed part fits a name, the best first."""

    EXACT = 0
    """The whole name."""
    WHOLE = 1
    """The beginning of each of its words, numbers whole: `dam4`, `d4`, `hc bat`."""
    BEGUN = 2
    """Its first words: `dam`, `hc`."""
    INSIDE = 3
    """Words further in: `4`, `batua`."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something with one or more names."""

    id: str
    names: tuple[str, ...]


class Remembering(tuple[Named, ...]):
    """Things to name that remember what fits: with each letter most of a line is asked again."""

    def __new__(cls, named: Iterable[Named]) -> "Remembering":
        """Of these, in this order."""
        made = super().__new__(cls, tuple(named))
        made.known = {}
        return made

    known: dict[Chunks, tuple["Fit | None", tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part as typed, and what it fits: nothing, one, or several equally well (in the order given).

    `start` and `end`: where it stands in the text.
    """

    typed: str
    ids: tuple[str, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def id(self) -> str:
        """What is meant, or empty when that is not clear."""
        return self.ids[0] if len(self.ids) == 1 else ""


@dataclass(frozen=True, slots=True)
class Head:
    """A part at the beginning of a text, and what follows it."""

    part: Part
    rest: str


def find(typed: str, named: Sequence[Named]) -> tuple[str, ...]:
    """The ids of all that a typed part fits best."""
    return _find(_chunks(typed), named)[1]


def parts(text: str, named: Sequence[Named]) -> tuple[Part, ...]:
    """The parts of a list as `dam4 a3` or `hc batua, psc 1`, each thing once."""
    found: list[Part] = []
    for spans in _lists(text):
        tokens = [text[start:end] for start, end in spans]
        at = 0
        while at < len(tokens):
            end = at + _size(tokens[at:], named)
            typed = " ".join(tokens[at:end])
            part = Part(typed, find(typed, named), spans[at][0], spans[end - 1][1])
            if not part.id or all(one.id != part.id for one in found):
                found.append(part)
            at = end
    return tuple(found)


def heads(text: str, named: Sequence[Named]) -> Iterator[Head]:
    """All ways to read a part at the beginning of a text, the longest first; also `a3l` as `a3` and `l`."""
    spans = [match.span() for match in _TOKEN.finditer(text) if match[0] not in _SEPARATORS]
    for start, end in reversed(spans[:_LONGEST]):
        typed = text[spans[0][0] : end]
        yield Head(Part(typed, find(typed, named), spans[0][0], end), text[end:].strip())
        together = _RUN_TOGETHER.fullmatch(text[start:end])
        if together is not None:
            typed = text[spans[0][0] : start] + together[1]
            part = Part(typed, find(typed, named), spans[0][0], start + len(together[1]))
            yield Head(part, together[2] + text[end:])


def _lists(text: str) -> Iterator[list[tuple[int, int]]]:
    spans: list[tuple[int, int]] = []
    for token in _TOKEN.finditer(text):
        if token[0] in _SEPARATORS:
            yield spans
            spans = []
        else:
            spans.append(token.span())
    yield spans


def _size(tokens: Sequence[str], named: Sequence[Named]) -> int:
    """How many tokens are one part: as many as name something together; a number goes with its word."""
    for size in range(min(_LONGEST, len(tokens)), 1, -1):
        if find(" ".join(tokens[:size]), named):
            return size
    word_and_number = len(tokens) > 1 and tokens[0].isalpha() and tokens[1].isdigit()
    return 2 if word_and_number and len(find(tokens[0], named)) != 1 else 1


def _find(typed: Chunks, named: Sequence[Named]) -> tuple[Fit | None, tuple[str, ...]]:
    if not isinstance(named, Remembering):
        return _found(typed, named)
    if len(named.known) > _REMEMBERED:
        named.known.clear()
    if typed not in named.known:
        named.known[typed] = _found(typed, named)
    return named.known[typed]


def _found(typed: Chunks, named: Sequence[Named]) -> tuple[Fit | None, tuple[str, ...]]:
    fits = {one.id: fit for one in named if (fit := _best(typed, one)) is not None}
    best = min(fits.values(), default=None)
    return best, tuple(one for one, fit in fits.items() if fit is best)


def _best(typed: Chunks, named: Named) -> Fit | None:
    """Most names are told apart by a letter: none of their words begins as what was typed."""
    begins = typed[0][0] if typed else ""
    likely = (name for name in named.names if begins in _initials(name))
    fits = [fit for name in likely if (fit := _fit(typed, _chunks(name))) is not None]
    return min(fits, default=None)


@lru_cache(5_000)
def _initials(name: str) -> frozenset[str]:
    return frozenset(chunk[0] for chunk in _chunks(name))


def _fit(typed: Chunks, name: Chunks) -> Fit | None:
    if not typed:
        return None
    if "".join(typed) == "".join(name):
        return Fit.EXACT
    left = _left(typed, name)
    if left is not None:
        return Fit.BEGUN if left else Fit.WHOLE
    if any(_left(typed, name[skipped:]) is not None for skipped in range(1, len(name))):
        return Fit.INSIDE
    return None


def _left(typed: Chunks, name: Chunks) -> int | None:
    """How many words of the name are left when all that was typed is used up; None when it does not fit."""
    if not typed:
        return len(name)
    if not name:
        return None
    first, rest = typed[0], typed[1:]
    if first.isdigit():
        return _left(rest, name[1:]) if first == name[0] else None
    if name[0].startswith(first):
        return _left(rest, name[1:])
    if first.startswith(name[0]):
        return _left((first[len(name[0]) :], *rest), name[1:])
    return None


@lru_cache(5_000)
def _chunks(text: str) -> Chunks:
    """Words and numbers of a text in plain small letters, numbers without leading zeros."""
    chunks = (chunk for word in plain_words(text) for chunk in _CHUNK.findall(word))
    # Not by int(): it refuses more than 4,300 digits, and anything can be pasted.
    return tuple(chunk.lstrip("0") or "0" if chunk.isdigit() else chunk for chunk in chunks)
