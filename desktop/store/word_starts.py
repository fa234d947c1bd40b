"""Where words begin in the texts of the look-up: by that an index of trigrams finds a house number.

A word of two letters is no trigram; with what stands before it, and belongs to no word, it is one.
"""

from collections.abc import Iterator
from string import ascii_lowercase, digits

BEFORE = " \n\t!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~\u00a0"
"""What may stand before a word: the signs on a keyboard.

The server has the same, see sql/91_search.sql: with signs of other alphabets among them PostgreSQL takes no
index, and a hundred times as long for a text.
"""
SHORTEST_START = 2
"""Letters of the shortest word of which the beginning is asked for."""
_AFTER = digits + ascii_lowercase + " \n.,-/"
"""What may stand behind it at the beginning of a text, where nothing stands before."""


def as_match(word: str) -> str | None:
    """The part of a question to SQLite's full-text index: texts with a word that may begin so.

    None for one letter, of which no trigram is made: it is so frequent that texts are gone through.
    """
    if len(word) < SHORTEST_START:
        return None
    start = word[:SHORTEST_START]
    return f"({' OR '.join(_trigrams(start))})"


def as_globs(word: str) -> tuple[str, str]:
    """Patterns of SQLite's GLOB, one of which a text fits that has a word that may begin so."""
    start = "".join(f"[{one}]" for one in word)
    return f"{start}*", f"*[^0-9a-z_]{start}*"


def as_term(word: str) -> str:
    """The same among the terms for a server: a term with a space before it.

    One that is older takes the space for what stands there, and no term of less than three letters.
    """
    return f" {word}"


def _trigrams(start: str) -> Iterator[str]:
    for before in BEFORE:
        yield quoted(before + start)
    for after in _AFTER:
        yield "^" + quoted(start + after)


def quoted(part: str) -> str:
    """A part of a text, as a question to SQLite's full-text index names it."""
    return '"' + part.replace('"', '""') + '"'
