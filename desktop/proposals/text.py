"""A narrative as words: in plain letters, abbreviations written out, with what is doubled or denied."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ"))
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[.!?;\n]+")
_THREE = re.compile(r"([a-z])\1{2,}")
_DOUBLED = re.compile(r"([a-z]{2,})2([a-z]*)$")
_STOP = 3
"""Words that the end of a sentence is worth when it is asked how far two words stand apart."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: in plain letters, as it was written, and where it stands when sentences are kept apart."""

    plain: str
    written: str
    at: int
    doubled: bool = False
    denied: bool = False


def plain(text: str) -> str:
    """Small letters without accents and apostrophes; a letter drawn out (apiiii) once."""
    bare = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).lower()
    return _THREE.sub(r"\1", "".join(one for one in bare if not unicodedata.combining(one)))


def read_words(
    text: str, short: Mapping[str, str], deniers: Mapping[str, int], passed: set[str]
) -> list[Word]:
    """The words of a text.

    `short` writes abbreviations out. `deniers` deny so many of the words after them; those in `passed` do
    not count: "tidak bisa keluar" denies "keluar" too.
    """
    found: list[Word] = []
    at, left = 0, 0
    for written in _pieces(text):
        plain_ = plain(written)
        if not plain_[:1].isalnum():
            at, left = at + _STOP, 0
            continue
        for word, doubled in _said(plain_, short):
            if doubled is None and found and found[-1].plain == word and found[-1].at == at - 1:
                found[-1] = Word(word, f"{found[-1].written} {written}", at - 1, True, found[-1].denied)
                continue
            denied = left > 0 and word not in deniers
            found.append(Word(word, written, at, bool(doubled), denied))
            at += 1
            if word in deniers:
                left = max(left, deniers[word])
            elif denied and word not in passed:
                left -= 1
    return found


def _pieces(text: str) -> list[str]:
    # Letters with their accents in one sign: an accent of its own would part the word.
    return _WORD.findall(unicodedata.normalize("NFC", text.translate(_APOSTROPHES)))


def _said(word: str, short: Mapping[str, str]) -> Iterator[tuple[str, bool | None]]:
    """Each word, and whether it is doubled: None for a word that the one before it would double."""
    if word in short:
        for one in short[word].split():
            yield one, None
        return
    doubled = _DOUBLED.fullmatch(word)
    if doubled:
        yield doubled[1] + doubled[2], True
        return
    parts = word.split("-")
    if len(parts) == 2 and (parts[0] == parts[1] or (len(parts[0]) > 2 and parts[1].startswith(parts[0]))):
        yield short.get(parts[1], parts[1]), True
        return
    for part in parts:
        yield from ((one, None) for one in short.get(part, part).split())
