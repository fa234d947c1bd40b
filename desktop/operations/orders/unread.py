"""Warnings of a place that stand before whoever would send a unit there."""

from desktop.domain.board import Case
from desktop.domain.warnings import place_of, unread, warnings_for
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.plan import Code


def warn_of_unread(order: Order, case: Case) -> None:
    """Say which critical warnings of the incident's place nobody read."""
    known = warnings_for(order.picture.warnings.values(), place_of(case.incident), order.picture.now)
    waiting = unread(known, case.reads)
    if waiting:
        where = order.target if order.target is not None else Piece("", order.end)
        order.trouble(Code.UNREAD, where, case, *waiting)
