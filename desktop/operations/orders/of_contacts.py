"""The order to log that somebody was telephoned."""

from desktop.domain.board import Case
from desktop.domain.contacts import ContactEntry, Dial, TryResult
from desktop.domain.kinds_calls import SENDERS
from desktop.operations.contacts import RESULTS, due_of, meant_by, yet_to_refer
from desktop.operations.orders.grammar import Slot
from desktop.operations.orders.naming import incident_of
from desktop.operations.orders.order import Order, piece
from desktop.operations.orders.plan import Code, Deed, Intended, Tried


def phone(order: Order) -> None:
    """Who was telephoned with what result; told of an incident, its agency counts as told of it."""
    order.troubles = [one for one in order.troubles if one.code is not Code.NO_REASON]
    case = _case(order)
    found = _dialled(order, case)
    if found is None:
        return
    entry, dial = found
    results, note = RESULTS.read(order.note.text)
    if len(results) != 1:
        where = order.note if order.note.text else piece("", order.end)
        order.trouble(Code.NO_RESULT, where, entry, dial)
        return
    tried = Tried(entry, dial, results[0])
    order.intended.append(Intended(Deed.PHONE, case, tried=tried, note=note, at=order.at))
    _refer(order, entry, results[0], case)


def _refer(order: Order, entry: ContactEntry, result: TryResult, case: Case | None) -> None:
    tellings = yet_to_refer(entry, result, case, order.picture.reference)
    if tellings and order.picture.roles & SENDERS:
        order.intended.append(Intended(Deed.REFER, case, tellings=tellings, at=order.at))


def _case(order: Order) -> Case | None:
    """The incident named, else the selected one; a call may also be about none."""
    if order.target is not None and order.target.text:
        return incident_of(order, order.target, Slot.ANY_INCIDENT)
    return order.picture.selected


def _dialled(order: Order, case: Case | None) -> tuple[ContactEntry, Dial] | None:
    subject = order.subject
    if not subject.text:
        order.missing(Slot.CONTACT)
        return None
    chains = meant_by(subject.text, order.picture.reference)
    if len(chains) != 1:
        several = [chain[0] for chain in chains]
        order.trouble(Code.SEVERAL if several else Code.UNKNOWN, subject, Slot.CONTACT, *several)
        return None
    found = due_of(chains[0], case.tries if case is not None else ())
    if found is None:
        order.trouble(Code.NO_NUMBER, subject, chains[0][0])
    return found
