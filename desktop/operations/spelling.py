"""Forms under which names are compared: without case and marks, and without what people spell differently."""

import re
import unicodedata

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


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters, without marks and apostrophes; hyphens and signs part words."""
    bare = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text.casefold()))
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare)


def as_spelled(word: str) -> str:
    """The form that all spellings of a plain word share; compared, never shown."""
    for pattern, common in _VARIANTS:
        word = pattern.sub(common, word)
    return word
