"""An order taken apart: verb, subject, target, time and note, each with its place in the text."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.acts import BLANKS
from desktop.domain.hospitals import Triage
from desktop.domain.kinds import NoteRule
from desktop.domain.referrals import Means
from desktop.operations.orders.grammar import AT, CONNECTORS, FREE, UNTIL, Row, Slot
from desktop.operations.orders.means import BY, MEANS
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Code, Intended, Trouble
from desktop.operations.typed_times import ahead, past

_WORD = re.compile(r"\S+")
_COUNTED = re.compile(r"[-+]\d\S*")
_UNIT = re.compile(r"[a-z]+", re.IGNORECASE)
DIVERT = "!"
"""Anywhere in an order that sends units it diverts the busy ones, as in the units' line."""

ReadTime = Callable[[str], datetime | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the text, without blanks around it, and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    def cut(self, begin: int, end: int | None = None) -> "Piece":
        """A part of it, by places in its own text."""
        return piece(self.text[begin:end], self.start + begin)


def piece(text: str, start: int) -> Piece:
    """A piece out of a text that may have blanks around it."""
    bare = text.lstrip()
    return Piece(bare.rstrip(), start + len(text) - len(bare))


@dataclass(slots=True)
class Order:
    """One verb with what was typed for it; what it comes to is gathered here while it is read."""

    picture: Picture
    row: Row
    subject: Piece
    target: Piece | None
    note: Piece
    at: datetime | None = None
    until: datetime | None = None
    means: Means | None = None
    divert: bool = False
    patients: Mapping[Triage, int] | None = None
    intended: list[Intended] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the order ends, without its note: the place of what is missing."""
        return max(self.subject.end, self.target.end if self.target is not None else 0)

    def trouble(self, code: Code, where: Piece, *about: object) -> None:
        """Say what is wrong with a piece."""
        self.troubles.append(Trouble(code, where.start, where.end, where.text, about))

    def missing(self, slot: Slot) -> None:
        """Say that something has to be typed at the end."""
        self.troubles.append(Trouble(Code.MISSING, self.end, self.end, "", (slot,)))


def take_apart(row: Row, body: Piece, note: Piece | None, picture: Picture) -> Order:
    """Take what follows a verb apart. Troubles of time and note are among the order's."""
    if row.subject in FREE:
        return Order(picture, row, body, None, piece("", body.end))
    times, left = _times(body, picture, until=row.until)
    divert = DIVERT in left.text
    left = Piece(left.text.replace(DIVERT, " "), left.start)
    means, by_what, left = _means(left) if row.means else (None, None, left)
    subject, target = _halves(left, row)
    order = Order(picture, row, subject, target, note or piece("", body.end), means=means, divert=divert)
    if by_what is not None and means is None:
        order.trouble(Code.BAD_MEANS, by_what)
    for moment, where, is_ahead in times:
        _take_time(order, moment, where, is_ahead=is_ahead)
    if row.target is None and target is not None:
        order.trouble(Code.UNKNOWN, target, Slot.TEXT)
    _check_note(order, given=note is not None)
    return order


def _times(
    body: Piece, picture: Picture, *, until: bool
) -> tuple[list[tuple[datetime | None, Piece, bool]], Piece]:
    """The times in a text, read or not, and the text with blanks where they stood."""

    def read_past(text: str) -> datetime | None:
        return past(text, picture.now, picture.zone, picture.spans)

    def read_ahead(text: str) -> datetime | None:
        return ahead(text, picture.now, picture.zone, picture.spans)

    words = list(_WORD.finditer(body.text))
    found: list[tuple[datetime | None, Piece, bool]] = []
    left, at = body.text, 0
    while at < len(words):
        word = words[at][0].casefold()
        is_ahead = (word in UNTIL or word.startswith("+")) and until
        begins = at + 1 if word in AT or (word in UNTIL and until) else at
        counted = _COUNTED.fullmatch(word) is not None and (word[0] == "-" or until)
        if begins == at and not counted:
            at += 1
            continue
        moment, size = _longest(words[begins:], read_ahead if is_ahead else read_past, body.text)
        end = words[min(begins + size, len(words)) - 1].end()
        found.append((moment, body.cut(words[at].start(), end), is_ahead))
        left = left[: words[at].start()] + " " * (end - words[at].start()) + left[end:]
        at = begins + size
    return found, piece(left, body.start)


def _longest(words: Sequence[re.Match[str]], read: ReadTime, text: str) -> tuple[datetime | None, int]:
    """A time of two words (`25-11 08:00`, `-5 menit`), else of one; and how many words belong to it."""
    for size in (2, 1):
        if len(words) >= size:
            moment = read(text[words[0].start() : words[size - 1].end()])
            if moment is not None:
                return moment, size
    return None, min(1, len(words))


def _means(left: Piece) -> tuple[Means | None, Piece | None, Piece]:
    """How somebody was told, where that is said; the words that say it; and the text with blanks there."""
    words = list(_WORD.finditer(left.text))
    at = next((at for at, word in enumerate(words) if word[0].casefold() in BY), None)
    if at is None:
        return None, None, left
    end = words[min(at + 1, len(words) - 1)].end()
    typed = left.text[words[at].end() : end].strip().casefold()
    means = next((one for one, known in MEANS.items() if typed in known), None)
    begin = words[at].start()
    blank = Piece(left.text[:begin] + " " * (end - begin) + left.text[end:], left.start)
    return means, left.cut(begin, end), blank


def _halves(left: Piece, row: Row) -> tuple[Piece, Piece | None]:
    """What stands before the first connecting word, and what behind it."""
    for word in _WORD.finditer(left.text):
        if word[0].casefold() in CONNECTORS:
            if row.target is None and not word.start():
                return left.cut(word.end()), None
            return left.cut(0, word.start()), left.cut(word.end())
    return left, None


def _take_time(order: Order, moment: datetime | None, where: Piece, *, is_ahead: bool) -> None:
    if moment is None:
        order.trouble(Code.BAD_TIME, where, is_ahead)
    elif is_ahead:
        order.until = moment
    elif not order.row.moment:
        order.trouble(Code.NO_TIME_HERE, where)
    else:
        order.at = moment


def _check_note(order: Order, *, given: bool) -> None:
    said = order.note.text.strip(BLANKS)
    if order.row.note is NoteRule.NONE and said:
        order.trouble(Code.NO_NOTE_HERE, order.note)
    elif order.row.note is NoteRule.REQUIRED and not said:
        place = order.note.start if given else order.end
        order.troubles.append(Trouble(Code.NO_REASON, place, place))
