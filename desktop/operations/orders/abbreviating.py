"""An operator's own abbreviations: `singkat k1 = kirim dam1, a1 ke` lets `k1 003` stand for the whole."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.operations.orders.grammar import OrderVerb, Slot, read_verb
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Code, Deed, Intended, Reading, Trouble
from desktop.operations.typed_names import find

LONGEST_WORD = 12
"""Letters and digits of an abbreviation (our bound)."""
MOST = 50
"""Abbreviations of an operator (our bound: more are not remembered)."""

_FIRST = re.compile(r"\s*([^\s;,=]+)")
_WORD = re.compile(r"[^\W\d_]\w*")


@dataclass(frozen=True, slots=True)
class Expanded:
    """An order with its abbreviation written out. `start`, `end`: where that stands in what was typed."""

    text: str
    word: str
    meaning: str
    start: int
    end: int

    def place(self, at: int, *, is_end: bool) -> int:
        """The place in what was typed of one in the whole text."""
        if at <= self.start:
            return at
        longer = len(self.meaning) - (self.end - self.start)
        if at >= self.start + len(self.meaning):
            return at - longer
        return self.end if is_end else self.start

    def whole_place(self, at: int) -> int | None:
        """The place in the whole text of one behind the abbreviation; None for one before its end."""
        return at + len(self.meaning) - (self.end - self.start) if at > self.end else None


def expand(text: str, known: Mapping[str, str]) -> Expanded | None:
    """The text with the abbreviation at its beginning written out; None where there is none."""
    first = _FIRST.match(text)
    meaning = known.get(first[1].casefold()) if first is not None else None
    if first is None or meaning is None:
        return None
    start, end = first.span(1)
    return Expanded(text[:start] + meaning + text[end:], first[1], meaning, start, end)


def put_back(reading: Reading, expanded: Expanded, typed: str) -> Reading:
    """A reading of the whole text as one of what was typed: its troubles stand there."""

    def moved(one: Trouble) -> Trouble:
        start = min(expanded.place(one.start, is_end=False), len(typed))
        end = min(max(start, expanded.place(one.end, is_end=True)), len(typed))
        return replace(one, start=start, end=end)

    return replace(reading, text=typed, troubles=tuple(map(moved, reading.troubles)), expanded=expanded.text)


def abbreviate(order: Order) -> None:
    """`WORD = WHAT IT STANDS FOR`; with nothing behind it is forgotten."""
    body, picture = order.subject, order.picture
    name, equals, meaning = body.text.partition("=")
    word = body.cut(0, len(name))
    stands_for = body.cut(len(name) + 1) if equals else Piece("", body.end)
    known = picture.abbreviations
    if not word.text or (not equals and word.text.casefold() not in known):
        order.missing(Slot.ABBREVIATION)
        return
    if not equals:  # singkat k1: what it stands for is shown
        order.trouble(Code.ABBREVIATED, word, known[word.text.casefold()])
        return
    if _is_taken(word.text, picture):
        order.trouble(Code.TAKEN, word)
    elif not _WORD.fullmatch(word.text) or len(word.text) > LONGEST_WORD:
        order.trouble(Code.NO_WORD, word, LONGEST_WORD)
    elif not stands_for.text and word.text.casefold() not in known:
        order.missing(Slot.ABBREVIATION)
    elif len(known) >= MOST and word.text.casefold() not in known:
        order.trouble(Code.TOO_MANY, word, MOST)
    elif stands_for.text and not _begins_an_order(stands_for.text, picture):
        first = stands_for.cut(0, len(stands_for.text.split(maxsplit=1)[0]))
        order.trouble(Code.NO_VERB, first)
    else:
        order.intended.append(
            Intended(Deed.ABBREVIATE, code=word.text.casefold(), text=meaning.strip() if equals else "")
        )


def _is_taken(word: str, picture: Picture) -> bool:
    """Whether the word means something by itself: a whole verb, or a unit."""
    begun = read_verb(word)
    whole = any(word.casefold() in row.phrases for row in begun.rows)
    return whole or bool(find(word, picture.call_signs()))


def _begins_an_order(text: str, picture: Picture) -> bool:
    first = text.split(maxsplit=1)[0]
    begun = read_verb(text)
    if begun.rows and begun.rows[0].verb is OrderVerb.ABBREVIATE:
        return False
    return bool(begun.rows) or bool(find(first, picture.call_signs()))
