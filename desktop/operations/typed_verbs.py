"""What is said of someone in one line: who, one letter or word, and what belongs to it.

`dam4 m`, `a3 ke rs wangaya`, `pln terima`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.operations.spelling import plain_words
from desktop.operations.typed_names import Head, Named, Part, heads

V = TypeVar("V")

_LONGEST = 4
"""Words of the longest phrase, as `bawa ke rumah sakit`."""
_BEGINNING = 2
"""Letters from which on the beginning of a word is enough; one letter alone is a key."""


class Verbs(Generic[V]):
    """Verbs by their letters and by their words in both languages."""

    def __init__(self, letters: Mapping[str, V], phrases: Mapping[V, Sequence[str]]) -> None:
        """ValueError when two verbs share a phrase."""
        self.letters = dict(letters)
        self._texts = {verb: tuple(texts) for verb, texts in phrases.items()}
        self._phrases: dict[tuple[str, ...], V] = {}
        for verb, texts in phrases.items():
            for text in texts:
                words = tuple(plain_words(text))
                if self._phrases.setdefault(words, verb) != verb:
                    raise ValueError(text)

    def phrases(self, verb: V) -> tuple[str, ...]:
        """All phrases of a verb, the Indonesian ones first."""
        return self._texts[verb]

    def letter(self, verb: V) -> str:
        """The first letter of a verb: the one that the screen shows."""
        return next(letter for letter, one in self.letters.items() if one == verb)

    def read(self, text: str) -> tuple[tuple[V, ...], str]:
        """The verbs that the beginning of a text may mean, and what follows; none when it is no verb."""
        tokens = text.split()
        if not tokens:
            return (), ""
        if tokens[0].casefold() in self.letters:
            return (self.letters[tokens[0].casefold()],), text.strip()[1:].strip()
        found, rest, _ = self.read_phrase(text)
        return found, rest

    def read_phrase(self, text: str) -> tuple[tuple[V, ...], str, bool]:
        """The same without letters; and whether it is a whole phrase, not the beginning of one."""
        tokens = text.split()
        if not tokens:
            return (), "", False
        for size in range(min(_LONGEST, len(tokens)), 0, -1):
            words = tuple(plain_words(" ".join(tokens[:size])))
            if words in self._phrases and plain_words(tokens[size - 1]):
                return (self._phrases[words],), _after(text, tokens[:size]), True
        first = "".join(plain_words(tokens[0]))
        if len(first) < _BEGINNING:
            return (), text, False
        begun = {verb: None for words, verb in self._phrases.items() if words[0].startswith(first)}
        return (tuple(begun), _after(text, tokens[:1]), False) if begun else ((), text, False)


@dataclass(frozen=True, slots=True)
class Saying(Generic[V]):
    """A line as understood. `verbs`: none was typed, one is meant, or several may be.

    `unread`: what follows the name and is no verb. `rest`: what follows the verb.
    """

    part: Part
    verbs: tuple[V, ...] = ()
    rest: str = ""
    unread: str = ""

    @property
    def verb(self) -> V | None:
        """The verb, when it is clear which one is meant."""
        return self.verbs[0] if len(self.verbs) == 1 else None


def read_line(text: str, named: Sequence[Named], verbs: Verbs[V]) -> Saying[V]:
    """Understand a line. The longest name that leaves a verb, or nothing, behind it is meant."""
    found = [head for head in heads(text, named) if head.part.ids and not _number_left(head)]
    read = [_saying(head, verbs) for head in found]
    clear = (one for one in read if one.part.id and not one.unread and len(one.verbs) < 2)
    best = next(clear, None) or next((one for one in read if not one.unread), None)
    if best is not None:
        return best
    if read:
        return read[-1]
    tokens = text.split()
    size = 2 if len(tokens) > 1 and tokens[1].isdecimal() else 1
    return Saying(Part(" ".join(tokens[:size]), ()))


def _number_left(head: Head) -> bool:
    """Whether a number follows that was meant to belong to the name: `damkar 14` is no Damkar."""
    return head.part.typed[-1:].isalpha() and head.rest[:1].isdecimal()


def _saying(head: Head, verbs: Verbs[V]) -> Saying[V]:
    if not head.rest:
        return Saying(head.part)
    found, rest = verbs.read(head.rest)
    return Saying(head.part, found, rest) if found else Saying(head.part, unread=head.rest)


def _after(text: str, tokens: Sequence[str]) -> str:
    left = text
    for token in tokens:
        left = left.lstrip()[len(token) :]
    return left.strip()
