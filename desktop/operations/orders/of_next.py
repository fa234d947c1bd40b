"""Orders about what a unit does next, once it is free: waited for, begun, not waited for any more."""

from collections.abc import Iterable

from desktop.domain.board import Case
from desktop.domain.units import FREE, Assignment, Unit
from desktop.operations.orders.naming import incident_of, units_named
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.plan import Code, Deed, Intended
from desktop.operations.orders.unread import warn_of_unread


def queue(order: Order) -> None:
    """Busy units come to an incident next, all in one act; one that waits for another incident changes."""
    named = units_named(order)
    case = incident_of(order, order.target)
    if case is None:
        return
    warn_of_unread(order, case)
    units: list[Unit] = []
    there: list[tuple[Unit, Piece]] = []
    left: list[Assignment] = []
    for unit, where in named:
        running, queued = order.picture.running(unit.id), order.picture.queued(unit.id)
        if running is not None and running.incident == case.id:
            there.append((unit, where))
        elif unit.status in FREE:
            order.trouble(Code.IS_FREE, where, unit)
        elif queued is not None and queued.incident == case.id:
            order.trouble(Code.WAITED_FOR, where, unit)
        else:
            units.append(unit)
            left += [] if queued is None else [queued]
    if not units:
        for unit, where in there:
            order.trouble(Code.THERE_ALREADY, where, unit, case)
        return
    order.intended += unqueued(order, left)
    order.intended.append(Intended(Deed.QUEUE, case, units=tuple(units), note=order.note.text, at=order.at))


def begin(order: Order) -> None:
    """Free units go to what waits for them, an act for each incident."""
    found: dict[str, tuple[Case, list[Unit], list[Assignment]]] = {}
    for unit, where in units_named(order):
        queued = order.picture.queued(unit.id)
        case = order.picture.cases.get(queued.incident or "") if queued is not None else None
        if queued is None or case is None:
            order.trouble(Code.NOTHING_WAITS, where, unit)
        elif unit.status not in FREE:
            order.trouble(Code.FIRST_FREE, where, unit, order.picture.running(unit.id) is not None)
        else:
            _, units, waiting = found.setdefault(case.id, (case, [], []))
            units.append(unit)
            waiting.append(queued)
    for case, units, waiting in found.values():
        warn_of_unread(order, case)
        order.intended.append(
            Intended(
                Deed.ASSIGN,
                case,
                units=tuple(units),
                queued=tuple(waiting),
                note=order.note.text,
                at=order.at,
            )
        )


def unqueue(order: Order) -> None:
    """What waits for units does so no more."""
    waiting: list[Assignment] = []
    for unit, where in units_named(order):
        queued = order.picture.queued(unit.id)
        if queued is None:
            order.trouble(Code.NOTHING_WAITS, where, unit)
        else:
            waiting.append(queued)
    order.intended += unqueued(order, waiting)


def unqueued(order: Order, waiting: Iterable[Assignment]) -> list[Intended]:
    """The acts after which units are not waited for any more, one for each incident."""
    by_case: dict[str, list[Assignment]] = {}
    for one in waiting:
        by_case.setdefault(one.incident or "", []).append(one)
    return [
        Intended(
            Deed.UNQUEUE,
            order.picture.cases.get(incident),
            units=tuple(order.picture.units[one.unit] for one in ones),
            queued=tuple(ones),
            at=order.at,
        )
        for incident, ones in by_case.items()
    ]
