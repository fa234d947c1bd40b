"""Orders about a crew in distress."""

from collections.abc import Callable, Mapping

from desktop.domain.board import case_of
from desktop.domain.distress import Distress
from desktop.domain.units import Unit
from desktop.operations.orders.grammar import OrderVerb
from desktop.operations.orders.naming import units_named
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.plan import Code, Deed, Intended


def raise_distress(order: Order) -> None:
    """A crew is in distress, or several."""
    for unit, where in units_named(order):
        running = order.picture.running(unit.id)
        if unit.id in order.picture.distress:
            order.trouble(Code.IN_DISTRESS, where, unit)
            continue
        case = order.picture.cases.get(running.incident or "") if running is not None else None
        order.intended.append(
            Intended(Deed.DISTRESS, case, units=(unit,), running=running, note=order.note.text, at=order.at)
        )


def _of_one(deed: Deed) -> Callable[[Order], None]:
    def read(order: Order) -> None:
        for unit, found in _found(order):
            case = case_of(order.picture.cases, found.incident)
            order.intended.append(
                Intended(deed, case, units=(unit,), seen=found, note=order.note.text, at=order.at)
            )

    return read


def _found(order: Order) -> list[tuple[Unit, Distress]]:
    """Those named; without a name the only one that there is."""
    known = order.picture.distress
    if not order.subject.text and len(known) == 1:
        found = next(iter(known.values()))
        return [(order.picture.units[found.unit], found)]
    named: list[tuple[Unit, Piece]] = units_named(order)
    for unit, where in named:
        if unit.id not in known:
            order.trouble(Code.NOT_IN_DISTRESS, where, unit)
    return [(unit, known[unit.id]) for unit, _ in named if unit.id in known]


READERS: Mapping[OrderVerb, Callable[[Order], None]] = {
    OrderVerb.DISTRESS: raise_distress,
    OrderVerb.TAKE_DISTRESS: _of_one(Deed.TAKE_DISTRESS),
    OrderVerb.CREW_SAFE: _of_one(Deed.CREW_SAFE),
    OrderVerb.FALSE_ALARM: _of_one(Deed.FALSE_ALARM),
}
