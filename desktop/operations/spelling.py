"""Forms under which names are compared: without case and marks, and without what people spell differently."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile(r"['’‘`´ʼʹ]")
_VARIANTS = (
    (re.compile(r"kl(?=od?\b)"), "kel"),
    (re.compile(r"kl(?=er?\b)"), "kal"),
    (re.compile(r"oe"), "u"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"tj"), "c"),
    (re.compile(r"uw(?=[aio])"), "u"),
    (re.compile(r"iy(?=[auo])"), "i"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)
"""Spellings that vary: Balinese directions said short, the orthography of before 1972, glides between vowels,
doubled letters (Rappocini, Rapocini)."""


_REMEMBERED = 20_000
"""Texts and words of which the forms are remembered: the same names are made ready with every form that is
opened, and to compare them anew takes a tenth of a second."""


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without marks and apostrophes; hyphens and signs part words."""
    return list(_plain_words(text))


@lru_cache(_REMEMBERED)
def _plain_words(text: str) -> tuple[str, ...]:
    bare = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.casefold()))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W_]+", bare))


@lru_cache(_REMEMBERED)
def as_spelled(word: str) -> str:
    """The form that all spellings of a plain word share; compared, never shown."""
    for pattern, common in _VARIANTS:
        word = pattern.sub(common, word)
    return word
