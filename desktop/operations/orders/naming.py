"""What the parts of an order name: units, incidents, agencies, hospitals, stations, outcomes."""

from collections.abc import Callable, Sequence

from desktop.domain.board import Case
from desktop.domain.reference import Hospital, Outcome, Station
from desktop.domain.units import Unit
from desktop.operations.orders.grammar import LAST, Slot
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Code
from desktop.operations.typed_names import Named, find, parts


def units_named(order: Order) -> list[tuple[Unit, Piece]]:
    """The units of the subject with the place of each; what is not clear is told.

    Without a connecting word the target may follow the units: from the first part that is none on.
    """
    subject, found = order.subject, list[tuple[Unit, Piece]]()
    fleet = order.picture.call_signs()
    for part in parts(subject.text, fleet):
        where = subject.cut(part.start, part.end)
        if part.id:
            found.append((order.picture.units[part.id], where))
        elif not part.ids and found and order.target is None and order.row.target in _PLACES:
            order.target = subject.cut(part.start)
            break
        else:
            _unclear(order, where, Slot.UNITS, [order.picture.units[one] for one in part.ids])
    if not found and not order.troubles:
        order.missing(Slot.UNITS)
    return found


def incident_of(order: Order, where: Piece | None, slot: Slot = Slot.INCIDENT) -> Case | None:
    """The incident that a piece names; without one the selected. None when not clear, which is told."""
    picture = order.picture
    if where is None or not where.text:
        if picture.selected is None:
            order.missing(slot)
            return None
        return _fitting(order, picture.selected, where or Piece("", order.end), slot)
    if where.text == LAST:
        last = picture.cases.get(picture.last or "")
        if last is None:
            order.trouble(Code.NO_INCIDENT, where)
            return None
        return _fitting(order, last, where, slot)
    found = [picture.cases[one] for one in find_incidents(picture, where.text)]
    fitting = [case for case in found if fits(case, slot)]
    if len(fitting) == 1:
        return fitting[0]
    if len(found) == 1:
        return _fitting(order, found[0], where, slot)
    _unclear(order, where, slot, fitting or found)
    return None


def find_incidents(picture: Picture, typed: str) -> tuple[str, ...]:
    """The ids of all incidents on the board that fit what was typed."""
    return picture.names.find(typed, picture.cases.values(), picture.reference)


def fits(case: Case, slot: Slot) -> bool:
    """Whether an incident may stand there: an open one, a closed one, or any."""
    match slot:
        case Slot.INCIDENT:
            return case.incident.is_open
        case Slot.CLOSED:
            return case.incident.closed_at is not None and case.incident.merged_into is None
        case _:
            return True


def hospital_of(order: Order) -> Hospital | None:
    """The hospital that the target names; None without one, or when it is not clear, which is told."""
    known = order.picture.reference.hospitals
    code = _code(order, Slot.HOSPITAL, hospitals(order.picture))
    return known.get(code)


def hospital_in(order: Order, where: Piece) -> Hospital | None:
    """The hospital that a piece names; None when it is not clear, which is told."""
    known = order.picture.reference.hospitals
    if not where.text:
        order.missing(Slot.HOSPITAL)
        return None
    ids = find(where.text, hospitals(order.picture))
    if len(ids) == 1:
        return known[ids[0]]
    _unclear(order, where, Slot.HOSPITAL, [known[one] for one in ids])
    return None


def station_of(order: Order) -> Station | None:
    """The station that the target names."""
    return order.picture.reference.stations.get(_code(order, Slot.STATION, stations(order.picture)))


def outcome_of(order: Order) -> Outcome | None:
    """The outcome that the target names, by its letter first."""
    known = order.picture.reference.outcomes
    typed = order.target.text.strip().upper() if order.target is not None else ""
    lettered = next((one for one in known.values() if one.key == typed), None) if typed else None
    if lettered is not None:
        return lettered
    return known.get(_code(order, Slot.OUTCOME, outcomes(order.picture)))


def hospitals(picture: Picture) -> Sequence[Named]:
    """Hospitals as what can be named."""
    known = picture.reference.hospitals.values()
    return [Named(one.id, (one.short_name, one.name, one.id)) for one in known]


def stations(picture: Picture) -> Sequence[Named]:
    """Stations as what can be named."""
    return [Named(one.id, (one.name, one.id)) for one in picture.reference.stations.values()]


def outcomes(picture: Picture) -> Sequence[Named]:
    """Outcomes as what can be named."""
    return [Named(one.id, (one.name_id, one.name_en)) for one in picture.reference.outcomes.values()]


_PLACES = (Slot.HOSPITAL, Slot.STATION)
_KNOWN: dict[Slot, Callable[[Picture], dict[str, object]]] = {
    Slot.HOSPITAL: lambda picture: dict(picture.reference.hospitals),
    Slot.STATION: lambda picture: dict(picture.reference.stations),
    Slot.OUTCOME: lambda picture: dict(picture.reference.outcomes),
}


def _code(order: Order, slot: Slot, named: Sequence[Named]) -> str:
    where = order.target
    if where is None or not where.text:
        if order.row.target_needed:
            order.missing(slot)
        return ""
    ids = find(where.text, named)
    if len(ids) == 1:
        return ids[0]
    known = _KNOWN[slot](order.picture)
    _unclear(order, where, slot, [known[one] for one in ids])
    return ""


def _fitting(order: Order, case: Case, where: Piece, slot: Slot) -> Case | None:
    if fits(case, slot):
        return case
    order.trouble(Code.OPEN if slot is Slot.CLOSED else Code.CLOSED, where, case)
    return None


def _unclear(order: Order, where: Piece, slot: Slot, several: Sequence[object]) -> None:
    order.trouble(Code.SEVERAL if several else Code.UNKNOWN, where, slot, *several)
