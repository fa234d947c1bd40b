"""Orders by which crews sign on, and by which incidents pass from hand to hand."""

import re
from collections.abc import Sequence

from desktop.domain.shifts import NAMES_LIMIT, shift_to_sign
from desktop.domain.units import Unit
from desktop.operations.orders.grammar import Slot
from desktop.operations.orders.naming import incident_of
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.plan import Code, Deed, Intended
from desktop.operations.typed_names import Part, heads

MOST = 100
"""People of one crew, at most: as the table has it."""
_BETWEEN = re.compile(r"[,;+&]|\s(?:dan|and)\s", re.IGNORECASE)
_COUNT = re.compile(r"(\d{1,4})(?:\s|,|$)")


def read_crew(text: str) -> tuple[int, tuple[str, ...]] | None:
    """How many people, and who, of a text as `3`, `made, wayan` or `3 made, wayan`; None for what is no crew.

    Who is not named may be counted, but nobody who is named is left out of the count.
    """
    bare = text.strip()
    counted = _COUNT.match(bare)
    rest = bare[counted.end() :] if counted is not None else bare
    names = tuple(name for part in _BETWEEN.split(rest) if (name := " ".join(part.split())))
    count = int(counted[1]) if counted is not None else len(names)
    fits = max(1, len(names)) <= count <= MOST and len(", ".join(names)) <= NAMES_LIMIT
    return (count, names) if fits else None


def sign_on(order: Order) -> None:
    """A unit, and behind it how many people or their names."""
    subject = order.subject
    if not subject.text:
        order.missing(Slot.CREW)
        return
    part, rest = _unit_and_rest(order)
    where = subject.cut(part.start, part.end)
    if not part.id:
        known = order.picture.units
        told: Sequence[object] = [known[one] for one in part.ids]
        order.trouble(Code.SEVERAL if told else Code.UNKNOWN, where, Slot.UNITS, *told)
        return
    unit = order.picture.units[part.id]
    if not rest.text:
        order.missing(Slot.CREW)
        return
    crew = read_crew(rest.text)
    if crew is None:
        order.trouble(Code.NO_CREW, rest, MOST)
        return
    order.intended.append(_signing(order, unit, *crew))


def _signing(order: Order, unit: Unit, count: int, names: Sequence[str]) -> Intended:
    picture = order.picture
    shift = shift_to_sign(picture.reference.shifts.values(), order.at or picture.now, picture.zone)
    return Intended(
        Deed.SIGN_ON,
        units=(unit,),
        people=count,
        shift=shift,
        text=", ".join(names),
        note=order.note.text,
        at=order.at,
    )


def _unit_and_rest(order: Order) -> tuple[Part, Piece]:
    """The longest name of a unit with which the subject begins, and what follows it."""
    subject = order.subject
    for head in heads(subject.text, order.picture.call_signs()):
        behind = subject.text[head.part.end : head.part.end + 1]
        if head.part.ids and (not behind or not behind.isalnum()):
            return head.part, subject.cut(head.part.end)
    first = subject.text.split(maxsplit=1)[0]
    return Part(first, (), 0, len(first)), subject.cut(len(first))


def take_over(order: Order) -> None:
    """Take an incident out of another's hand."""
    case = incident_of(order, order.subject)
    if case is None:
        return
    if case.incident.holder in (None, order.picture.login):
        order.trouble(Code.NOT_ANOTHERS, order.subject, case)
    else:
        order.intended.append(Intended(Deed.TAKE_OVER, case, note=order.note.text, at=order.at))


def take(order: Order) -> None:
    """Take an incident in hand that is in nobody else's."""
    case = incident_of(order, order.subject)
    if case is None:
        return
    picture = order.picture
    if picture.login and case.incident.holder not in (None, picture.login):
        order.trouble(Code.IN_ANOTHERS_HAND, order.subject, case, case.incident.holder)
    else:
        order.intended.append(Intended(Deed.TAKE, case, at=order.at))
