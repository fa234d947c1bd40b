"""Words brought to their stems: written Indonesian by Sastrawi, and what is spoken around it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Stemmer import Stemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

_ENDINGS = ("nya", "nye", "kan", "lah", "kah", "in", "an", "ku", "mu", "i", "e")
"""Endings of everyday speech: apinya, matiin, rumahku."""
_BEGINNINGS = (
    ("nge", ""),
    ("ng", ""),
    ("ng", "k"),
    ("ny", "s"),
    ("ny", "c"),
    ("n", "t"),
    ("n", ""),
    ("m", "p"),
    ("m", ""),
    ("ke", ""),
    ("ke", "t"),
    ("di", ""),
    ("te", ""),
    ("ta", ""),
    ("ka", ""),
    ("ba", ""),
    ("ma", ""),
    ("na", ""),
    ("nga", ""),
)
"""Beginnings of everyday speech, with the letter they swallowed: nyetrum, setrum; nabrak, tabrak."""
_SPOKEN_VOWEL = re.compile(r"e([bdgklmnprst]|ng)$")
"""The last vowel as it is spoken in Jakarta and on Java: asep for asap, kenceng for kencang."""
_SHORTEST = 3
_REMEMBERED = 20_000


class Stems:
    """Stems, with the city's own endings beside those of everyday Indonesian."""

    def __init__(self, endings: Iterable[str] = ()) -> None:
        self._endings = tuple(sorted({*_ENDINGS, *endings}, key=len, reverse=True))
        self._found: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """The stem of a word of written Indonesian; of any other, the word."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _REMEMBERED:  # each beginning of each word that is typed comes by here
                self._found.clear()
            found = self._found[word] = _stemmer().stem_word(word) if word.isalpha() else word
        return found

    def spoken(self, word: str) -> Iterator[str]:
        """What a word may be once everyday beginnings and endings are taken off, the likeliest first."""
        heard = [*self.without_endings(word)]
        heard += [_SPOKEN_VOWEL.sub(r"a\1", one) for one in heard if _SPOKEN_VOWEL.search(one)]
        for ended in heard:
            if ended != word:
                yield ended
                yield self.stem(ended)
            for beginning, letter in _BEGINNINGS:
                rest = letter + ended.removeprefix(beginning)
                if ended.startswith(beginning) and len(rest) >= _SHORTEST:
                    yield rest
                    yield self.stem(rest)

    def without_endings(self, word: str) -> Iterator[str]:
        """The word, and the word without one or two of the endings of everyday speech."""
        yield word
        for one in self._endings:
            if word.endswith(one) and len(word) - len(one) >= _SHORTEST:
                once = word.removesuffix(one)
                yield once
                for other in self._endings:
                    if once.endswith(other) and len(once) - len(other) >= _SHORTEST:
                        yield once.removesuffix(other)


def is_indonesian(word: str) -> bool:
    """Whether a word or its stem stands in the dictionary: then it is no slip of the keyboard."""
    return _dictionary().contains(word) or _dictionary().contains(_stemmer().stem_word(word))


@cache
def _dictionary() -> ArrayDictionary:
    return ArrayDictionary(StemmerFactory().get_words())


@cache
def _stemmer() -> Stemmer:
    return Stemmer(_dictionary())
