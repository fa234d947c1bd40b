"""Texts and names as words in the one form in which they are compared, each with its place in the text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.gazetteer.figures import FIGURES
from desktop.gazetteer.vocabulary import PHRASES
from desktop.operations.spelling import as_spelled

_APOSTROPHES = "'’‘`´ʼʹ"
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:[{_APOSTROPHES}][^\W_]+)*|(?P<sign>[-–—/,;()+&])", re.UNICODE
)
_ROMAN = re.compile(r"(?P<tens>x{0,3})(?P<ones>ix|iv|v?i{0,3})(?P<suffix>[a-d]?)")
_ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_MAY_BE_ROMAN = frozenset("ivxabcd")
_GLUED = re.compile(
    r"(gg|gang|lr|lrg|lrn|no|km|rt|rw|jl|jln|blok|pulau|stp|smp|sma|sd)([0-9]+(?:[a-z](?![a-z]))?)"
)
_VARIANTS = (
    (re.compile(r"(?<=[bdgjkt])h"), ""),
    (re.compile(r"(?<=[^aeiou])y(?=[aeou])"), "i"),
    (re.compile(r"(?<=[a-z])'(?=[a-z])"), ""),
    (re.compile(r"v"), "f"),
)
"""Spellings of names that vary, beyond those of every word: Thamrin, Kertha, Husadha; Sanghyang."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign (`sign`) of a text in plain small letters, from `start` to before `end` in the text."""

    word: str
    start: int
    end: int
    sign: bool = False


@lru_cache(maxsize=100_000)
def spelled(word: str) -> str:
    """The form that all spellings of a plain word share; compared, never shown."""
    for pattern, common in _VARIANTS:
        word = pattern.sub(common, word)
    return as_spelled(word)


def tokens(text: str) -> list[Token]:
    """The words and signs of a text; Roman figures as numbers, words said together as one."""
    found = list(_raw(text))
    found = [_with_number(found, at) for at in range(len(found))]
    return list(_joined_phrases(found))


def _raw(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        if match["sign"]:
            yield Token(match[0], match.start(), match.end(), sign=True)
            continue
        word = match[0].casefold()
        if not (word.isascii() and word.isalnum()):
            plain = unicodedata.normalize("NFKD", word)
            word = "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c))
        glued = list(_GLUED.finditer(word))
        if glued and "".join(one[0] for one in glued) == word and len(word) == len(match[0]):
            for one in glued:
                start = match.start() + one.start()
                yield Token(one[1], start, start + len(one[1]))
                yield Token(one[2].lstrip("0") or "0", start + len(one[1]), match.start() + one.end())
        elif word:
            yield Token(word.lstrip("0") or "0" if word.isdigit() else word, match.start(), match.end())


def _with_number(found: Sequence[Token], at: int) -> Token:
    token = found[at]
    if token.sign or not _MAY_BE_ROMAN.issuperset(token.word):
        return token
    before = found[at - 1] if at else None
    # "Ib Oka", "I Gusti": at the beginning or before a name these are titles.
    starts = before is None or before.sign or before.word in ("jl", "jln", "jalan")
    if starts and token.word in ("i", "ib", "id", "v", "x"):
        return token
    number = arabic(token.word)
    return token if number is None else replace(token, word=number)


def arabic(word: str) -> str | None:
    """A Roman figure up to 39, also with a letter behind (IIB), as a number; None for other words."""
    match = _ROMAN.fullmatch(word)
    if match is None or not (match["tens"] or match["ones"]):
        return None
    return f"{10 * len(match['tens']) + _ONES[match['ones']]}{match['suffix']}"


def _joined_phrases(found: Sequence[Token]) -> Iterator[Token]:
    at = 0
    while at < len(found):
        for size in (3, 2):
            part = found[at : at + size]
            said = tuple(one.word for one in part)
            words = PHRASES.get(said) or FIGURES.get(said)
            if words is not None:
                for word in words:
                    yield Token(word, part[0].start, part[-1].end)
                at += size
                break
        else:
            yield found[at]
            at += 1
