"""From a text to what it means: pure, and asked again with every key."""

from collections.abc import Callable, Mapping

from desktop.domain.registry import KINDS
from desktop.operations.orders import (
    of_agencies,
    of_contacts,
    of_crews,
    of_distress,
    of_hospitals,
    of_incidents,
    of_memos,
    of_next,
    of_telling,
    of_units,
)
from desktop.operations.orders.abbreviating import abbreviate, expand, put_back
from desktop.operations.orders.grammar import BY_VERB, FREE, LONGEST, OrderVerb, Row, Slot, read_verb
from desktop.operations.orders.of_selected import OF_ALL
from desktop.operations.orders.order import Order, Piece, piece, take_apart
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import ON_SCREEN, Code, Intended, Reading, Trouble
from desktop.operations.typed_verbs import read_line
from desktop.operations.unit_verbs import VERBS as UNIT_VERBS
from desktop.operations.unit_verbs import UnitVerb

_READERS: Mapping[OrderVerb, Callable[[Order], None]] = {
    OrderVerb.SEND: of_units.send,
    OrderVerb.DIVERT: of_units.send,
    OrderVerb.QUEUE: of_next.queue,
    OrderVerb.NEXT: of_next.begin,
    OrderVerb.UNQUEUE: of_next.unqueue,
    OrderVerb.CORRECT: of_units.correct,
    OrderVerb.REFER: of_agencies.refer,
    OrderVerb.PHONE: of_contacts.phone,
    OrderVerb.TELL: of_telling.tell,
    OrderVerb.SIGN_ON: of_crews.sign_on,
    OrderVerb.TAKE_OVER: of_crews.take_over,
    OrderVerb.TAKE: of_crews.take,
    **of_incidents.READERS,
    **of_memos.READERS,
    OrderVerb.ABBREVIATE: abbreviate,
    **of_hospitals.READERS,
    **of_distress.READERS,
}


def read(text: str, picture: Picture) -> Reading:
    """Understand an order as the board is now. Nothing typed raises."""
    expanded = expand(text, picture.abbreviations)
    if expanded is not None:
        return put_back(_read(expanded.text, picture), expanded, text)
    return _read(text, picture)


def _read(text: str, picture: Picture) -> Reading:
    if len(text) > LONGEST:
        return Reading(text, None, (), (Trouble(Code.TOO_LONG, LONGEST, len(text), "", (LONGEST,)),))
    said, semicolon, more = text.partition(";")
    body, note = piece(said, 0), piece(more, len(said) + 1) if semicolon else None
    if not body.text:
        nothing = Trouble(Code.NO_VERB, 0, len(text), text.strip())
        return Reading(text, None, (), (nothing,) if semicolon else ())
    begun = read_verb(body.text)
    if not begun.rows:
        row = lettered(body, picture)
        if row is not None:
            return _of_row(text, row, body.cut(1), note, picture)
        return _by_name(text, body, note, picture)
    behind = body.cut(len(body.text) - len(begun.rest))
    if not begun.shared:
        first = body.cut(0, len(body.text.split(maxsplit=1)[0]))
        trouble = Trouble(Code.SEVERAL_VERBS, first.start, first.end, first.text, begun.rows)
        return Reading(text, None, (), (trouble,))
    readings = [_of_row(text, row, behind, note, picture) for row in begun.rows]
    return min(readings, key=lambda one: (not one.ready, -_first_trouble(one)))


def lettered(body: Piece, picture: Picture) -> Row | None:
    """The verb of a letter that stands where a unit could: said of the units behind it, else of those at
    the selected incident.
    """
    first, _, rest = body.text.partition(" ")
    verb = UNIT_VERBS.letters.get(first.casefold())
    if verb is None:
        return None
    if rest:
        named = read_line(body.text, picture.call_signs(), UNIT_VERBS)
        if named.part.id and named.verb is not None:
            return None
        if read_line(rest, picture.call_signs(), UNIT_VERBS).part.id:
            return BY_VERB[verb]
        if named.part.ids:
            return None  # with more behind it, a letter that begins a call sign is one
    return BY_VERB[verb] if verb in OF_ALL and picture.selected is not None else None


def _of_row(text: str, row: Row, behind: Piece, note: Piece | None, picture: Picture) -> Reading:
    if row.subject in FREE and note is not None:  # a semicolon is a part of such a text
        behind, note = Piece(text[behind.start :].rstrip(), behind.start), None
    order = take_apart(row, behind, note, picture)
    if isinstance(row.verb, OrderVerb):
        _READERS[row.verb](order)
    elif isinstance(row.verb, UnitVerb):
        of_units.status(order)
    else:
        of_agencies.answer(order)
    return _judged(text, order)


def _judged(text: str, order: Order) -> Reading:
    """The order as read, with what the operator's role or the want of a screen forbids."""
    picture = order.picture
    verb = Piece(text[: order.subject.start].rstrip(), 0)
    if any(one.kind and not KINDS[one.kind].roles & picture.roles for one in order.intended):
        order.trouble(Code.ROLE, verb)
    if not picture.on_screen and any(one.deed in ON_SCREEN for one in order.intended):
        order.trouble(Code.NO_SCREEN, verb)
    troubles = sorted(order.troubles, key=lambda one: (one.start, one.end))
    told = tuple(one for at, one in enumerate(troubles) if one not in troubles[:at])
    return Reading(text, order.row, tuple(order.intended), told)


def _by_name(text: str, body: Piece, note: Piece | None, picture: Picture) -> Reading:
    """An order that begins with a unit, as in the units' line: `dam4 m`, `a3 ke rs wangaya`."""
    saying = read_line(body.text, picture.call_signs(), UNIT_VERBS)
    part = saying.part
    named = body.cut(part.start, part.end) if part.end else body
    if not part.ids:
        first = body.cut(0, len(body.text.split(maxsplit=1)[0]))
        return Reading(text, None, (), (Trouble(Code.NO_VERB, first.start, first.end, first.text),))
    if not part.id:
        units = tuple(picture.units[one] for one in part.ids)
        trouble = Trouble(Code.SEVERAL, named.start, named.end, named.text, (Slot.UNITS, *units))
        return Reading(text, None, (), (trouble,))
    if saying.verb is None:
        return _unsaid(text, body, named, saying.verbs, picture.units[part.id], picture)
    row = BY_VERB[saying.verb]
    behind = body.cut(len(body.text) - len(saying.rest))
    order = take_apart(row, behind, note, picture)
    of_hospitals.take_patients(order)
    if order.subject.text:  # what follows is a hospital, a station or what is noted; the unit came first
        _follows(order)
    order.subject = named
    of_units.status(order)
    return _judged(text, order)


def _follows(order: Order) -> None:
    rest = order.subject
    if order.row.target is not None:
        order.target = order.target or rest
    elif not order.note.text:
        order.note = rest
        order.troubles = [one for one in order.troubles if one.code is not Code.NO_REASON]
    else:
        order.trouble(Code.UNKNOWN, rest, Slot.TEXT)


def _unsaid(
    text: str,
    body: Piece,
    named: Piece,
    verbs: tuple[UnitVerb, ...],
    unit: object,
    picture: Picture,
) -> Reading:
    rest = body.cut(named.end - body.start)
    if verbs:
        rows = tuple(BY_VERB[one] for one in verbs)
        return Reading(text, None, (), (Trouble(Code.SEVERAL_VERBS, rest.start, rest.end, rest.text, rows),))
    return Reading(text, None, (), (Trouble(Code.NO_VERB, rest.start, rest.end, rest.text, (unit,)),))


def _first_trouble(reading: Reading) -> int:
    return reading.troubles[0].start if reading.troubles else len(reading.text)


def acts_of(reading: Reading) -> tuple[Intended, ...]:
    """What of an order writes acts."""
    return tuple(one for one in reading.intended if one.deed not in ON_SCREEN)
