"""Orders about reminders and messages: what follows their verbs is free text, read here."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from desktop.domain.acts import BLANKS
from desktop.domain.board import Case, case_of
from desktop.domain.memos import Memo, MemoEntry, MemoPrivate, reminders_of, unread_of
from desktop.domain.records import table_of
from desktop.operations.orders.grammar import AT, OrderVerb, Slot
from desktop.operations.orders.memo_rows import ALL, NO_INCIDENT, OWN
from desktop.operations.orders.naming import incident_of
from desktop.operations.orders.order import Order, Piece, piece
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Code, Deed, Intended
from desktop.operations.spelling import plain_words
from desktop.operations.typed_names import Named, find
from desktop.operations.typed_times import ahead

LONGEST_TEXT = table_of(MemoPrivate).by_name["text"].limit
"""Characters that a reminder or message may have."""
LONGEST_LOGIN = table_of(Memo).by_name["recipient"].limit

_WORD = re.compile(r"[^\s;]+")
_SPANS = "d|detik|s|sec|m|min|mnt|menit|minutes?|j|jam|h|hours?|hari|days?"
_SPAN = re.compile(rf"\+?(?:\d{{1,4}}(?:{_SPANS}))+(?:\d{{1,2}})?|\+\d{{1,4}}", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?")
_NUMBER = re.compile(r"\+?\d{1,4}")
_UNIT = re.compile(rf"{_SPANS}", re.IGNORECASE)


def remind(order: Order) -> None:
    """`[saya] [INCIDENT] TIME [;] TEXT`; what is said may stand before the time too."""
    body, picture = order.subject, order.picture
    found = _first_time(body, picture)
    if found is None:
        order.missing(Slot.TIME) if not _looks_timed(body) else order.trouble(Code.BAD_TIME, body, True)
        return
    due_at, where = found
    before = body.cut(0, where.start - body.start)
    said = _behind(body.cut(where.end - body.start))
    own, about_none, before = _words_before(before)
    if not said.text and before.text and not _names_case(before, order):
        said, before = before, piece("", before.start)  # ingatkan telepon balik 10m
    case = None if about_none else _case(order, before)
    if not _is_said(order, said):
        return
    recipient = picture.login if own else None
    order.intended.append(
        Intended(Deed.REMIND, case, text=said.text, until=due_at, recipient=recipient or None)
    )


def put_off(order: Order) -> None:
    """`WORDS OF A REMINDER TIME`."""
    body, picture = order.subject, order.picture
    times = list(_times(body, picture))
    if not times:
        order.missing(Slot.TIME)
        return
    until, where = times[-1]
    rest = body.text[: where.start - body.start] + body.text[where.end - body.start :]
    memo = _reminder(order, piece(rest, body.start))
    if memo is not None:
        case = case_of(picture.cases, memo.memo.incident)
        order.intended.append(Intended(Deed.PUT_OFF, case, memo=memo, until=until))


def done(order: Order) -> None:
    """`WORDS OF A REMINDER [; NOTE]`."""
    named, semicolon, more = order.subject.text.partition(";")
    where = piece(named, order.subject.start)
    memo = _reminder(order, where)
    if memo is not None:
        note = more.strip() if semicolon else ""
        case = case_of(order.picture.cases, memo.memo.incident)
        order.intended.append(Intended(Deed.DONE, case, memo=memo, note=note))


def message(order: Order) -> None:
    """`OPERATORS; TEXT`, or one operator and the text."""
    body = order.subject
    names, semicolon, more = body.text.partition(";")
    to = piece(names, body.start)
    said = piece(more, body.start + len(names) + 1)
    if not semicolon:
        first = _WORD.search(body.text)
        to = body.cut(0, first.end()) if first is not None else body
        said = body.cut(first.end()) if first is not None else piece("", body.end)
    if not to.text:
        order.missing(Slot.OPERATORS)
        return
    recipients = list(_recipients(order, to))
    if order.troubles or not _is_said(order, said):
        return
    for login in recipients:
        order.intended.append(Intended(Deed.MESSAGE, text=said.text, recipient=login))


def read_messages(order: Order) -> None:
    """All messages that wait to be read."""
    waiting = unread_of(order.picture.memos.values(), order.picture.login)
    if order.subject.text:
        order.trouble(Code.UNKNOWN, order.subject, Slot.TEXT)
    elif not waiting:
        order.trouble(Code.NOTHING_NEW, order.subject)
    for one in waiting:
        order.intended.append(Intended(Deed.READ_MESSAGE, memo=one))


def operators(picture: Picture) -> Sequence[Named]:
    """The other operators as whom a message can name, those at a desk first."""
    known = picture.reference.operators
    others = sorted(
        (one for one in known if one != picture.login and len(one) <= LONGEST_LOGIN),
        key=lambda one: (one not in picture.at_desks, known[one]),
    )
    return [Named(one, (known[one], one)) for one in others]


def open_reminders(picture: Picture) -> tuple[MemoEntry, ...]:
    """The reminders that this operator may settle."""
    return reminders_of(picture.memos.values(), picture.login, picture.now)


def _recipients(order: Order, to: Piece) -> Iterator[str | None]:
    """The logins that are named, None for all; what is not clear is told."""
    picture = order.picture
    for match in re.finditer(r"[^,]+", to.text):
        one = to.cut(*match.span())
        if not one.text:
            continue
        if one.text.casefold() in ALL:
            yield None
            continue
        ids = find(one.text, operators(picture))
        if len(ids) == 1:
            yield ids[0]
        elif not ids and _is_oneself(one.text, picture):
            order.trouble(Code.ONESELF, one)
        else:
            names = [Named(each, (picture.reference.operator_name(each),)) for each in ids]
            order.trouble(Code.SEVERAL if ids else Code.UNKNOWN, one, Slot.OPERATORS, *names)


def _is_oneself(typed: str, picture: Picture) -> bool:
    own = Named(picture.login, (picture.reference.operator_name(picture.login), picture.login))
    return bool(find(typed, [own]))


def _reminder(order: Order, where: Piece) -> MemoEntry | None:
    """The open reminder that words of its text, or its incident's number, name; the only one without any."""
    known = open_reminders(order.picture)
    words = plain_words(where.text)
    fitting = [one for one in known if _fits(one, words, where.text, order.picture)] if words else list(known)
    if len(fitting) == 1:
        return fitting[0]
    if not where.text:
        order.missing(Slot.REMINDER)
        return None
    order.trouble(Code.SEVERAL if fitting else Code.UNKNOWN, where, Slot.REMINDER, *fitting)
    return None


def _fits(entry: MemoEntry, words: Sequence[str], typed: str, picture: Picture) -> bool:
    said = plain_words(entry.text)
    if all(any(one.startswith(word) for one in said) for word in words):
        return True
    incident = entry.memo.incident
    return incident is not None and incident in picture.names.find(
        typed, picture.cases.values(), picture.reference
    )


def _first_time(body: Piece, picture: Picture) -> tuple[datetime, Piece] | None:
    return next(_times(body, picture), None)


def _times(body: Piece, picture: Picture) -> Iterator[tuple[datetime, Piece]]:
    """The moments ahead that stand before a semicolon, each with its place."""
    text = body.text.partition(";")[0]
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        size, typed = _time_at([one[0] for one in words[at : at + 2]])
        moment = ahead(typed, picture.now, picture.zone, picture.spans) if size else None
        if moment is not None:
            yield moment, body.cut(words[at].start(), words[at + size - 1].end())
        at += max(1, size if moment is not None else 1)


def _time_at(words: Sequence[str]) -> tuple[int, str]:
    """How many of the words are a time, 0 for none, and that time as `typed_times` reads it."""
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first.casefold() in AT and second:
        return 2, second
    if _NUMBER.fullmatch(first) and _UNIT.fullmatch(second):
        return 2, f"+{first.lstrip('+')}{second}"
    if _SPAN.fullmatch(first):
        return 1, f"+{first.lstrip('+')}"
    if _CLOCK.fullmatch(first):
        return 1, first
    return 0, ""


def _looks_timed(body: Piece) -> bool:
    return any(one[0].casefold() in AT for one in _WORD.finditer(body.text))


def _behind(rest: Piece) -> Piece:
    """What is said, without the semicolon before it."""
    return rest.cut(1) if rest.text.startswith(";") else rest


def _words_before(before: Piece) -> tuple[bool, bool, Piece]:
    """Whether it is the operator's own, whether about no incident, and what else stands before the time."""
    own = about_none = False
    while before.text:
        word = _WORD.match(before.text)
        said = word[0].casefold() if word is not None else ""
        if said in OWN:
            own = True
        elif said in NO_INCIDENT:
            about_none = True
        else:
            break
        before = before.cut(len(said))
    return own, about_none, before


def _names_case(where: Piece, order: Order) -> bool:
    picture = order.picture
    return where.text == "." or bool(
        picture.names.find(where.text, picture.cases.values(), picture.reference)
    )


def _case(order: Order, where: Piece) -> Case | None:
    """The incident named, else the one selected; none where none is."""
    if not where.text:
        return order.picture.selected
    return incident_of(order, where, Slot.ANY_INCIDENT)


def _is_said(order: Order, said: Piece) -> bool:
    """Whether there is a text, and not too long a one; what is wrong is told."""
    if not said.text.strip(BLANKS):
        order.trouble(Code.NO_TEXT, piece("", max(order.end, said.end)))
    elif len(said.text) > LONGEST_TEXT:
        order.trouble(Code.TOO_MANY_WORDS, said.cut(LONGEST_TEXT), LONGEST_TEXT)
    else:
        return True
    return False


READERS: Mapping[OrderVerb, Callable[[Order], None]] = {
    OrderVerb.REMIND: remind,
    OrderVerb.PUT_OFF: put_off,
    OrderVerb.DONE: done,
    OrderVerb.MESSAGE: message,
    OrderVerb.READ_MESSAGES: read_messages,
}
