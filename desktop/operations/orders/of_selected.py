"""What is said without naming a unit: of those at the selected incident of which it comes next."""

from collections.abc import Mapping

from desktop.domain.reference import UnitType
from desktop.domain.units import Assignment, Unit
from desktop.operations.orders.grammar import Slot
from desktop.operations.orders.order import Order, Piece
from desktop.operations.typed_names import parts
from desktop.operations.unit_verbs import UnitVerb, legal, likely

OF_ALL = frozenset(
    {
        UnitVerb.UNDER_WAY,
        UnitVerb.ON_SCENE,
        UnitVerb.TRANSPORTING,
        UnitVerb.AT_HOSPITAL,
        UnitVerb.RETURNING,
        UnitVerb.AVAILABLE,
        UnitVerb.CANCEL,
        UnitVerb.WELL,
        UnitVerb.DESTINATION,
        UnitVerb.TOLD,
        UnitVerb.CONFIRMED,
        UnitVerb.HAND_OVER,
    }
)
"""What may be said of all units at an incident together."""

_WITH_PATIENTS = OF_ALL & {
    UnitVerb.TRANSPORTING,
    UnitVerb.AT_HOSPITAL,
    UnitVerb.DESTINATION,
    UnitVerb.TOLD,
    UnitVerb.CONFIRMED,
    UnitVerb.HAND_OVER,
}
_CARRIERS = frozenset({UnitType.AMBULANCE, UnitType.HEARSE, UnitType.HOME_CARE})
"""Kinds of unit that bring somebody to a hospital."""


def names_nobody(order: Order) -> bool:
    """Whether no unit is named; what stands there instead is the hospital."""
    verb = order.row.verb
    if verb not in OF_ALL or order.picture.selected is None:
        return False
    if order.subject.text and order.row.target is Slot.HOSPITAL and order.target is None:
        fleet = order.picture.call_signs()
        if not any(part.ids for part in parts(order.subject.text, fleet)):
            order.target, order.subject = order.subject, Piece("", order.subject.start)
    return not order.subject.text


def units_meant(order: Order, verb: UnitVerb) -> list[tuple[Unit, Piece]]:
    """The units at the selected incident of which a verb comes next, else of which it may be said at all."""
    case, picture = order.picture.selected, order.picture
    sent = {one.unit: one for one in case.running} if case is not None else {}
    units = [picture.units[one] for one in sent if one in picture.units]
    able = [one for one in units if verb in legal(one, sent[one.id]) and _may_bring(verb, one)]
    found = _next(verb, able, sent) or able
    if not found:
        order.missing(Slot.UNITS)
    return [(one, Piece("", order.end)) for one in found]


def _next(verb: UnitVerb, units: list[Unit], sent: Mapping[str, Assignment]) -> list[Unit]:
    return [one for one in units if likely(one, sent[one.id]) is verb]


def _may_bring(verb: UnitVerb, unit: Unit) -> bool:
    return verb not in _WITH_PATIENTS or unit.unit_type in _CARRIERS
