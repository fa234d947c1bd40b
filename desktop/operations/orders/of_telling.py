"""Orders to tell units and agencies of their incident."""

from collections.abc import Iterator

from desktop.domain.board import Case
from desktop.domain.disclosure import may_pass_on_numbers
from desktop.domain.referrals import Means
from desktop.domain.to_tell import Stand, critical_at, recipients
from desktop.domain.units import Assignment
from desktop.domain.warnings import place_of, warnings_for
from desktop.operations.dispatch_text import Around
from desktop.operations.orders.grammar import Slot
from desktop.operations.orders.naming import incident_of
from desktop.operations.orders.of_agencies import referral_of
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Code, Deed, Intended
from desktop.operations.orders.unread import warn_of_unread
from desktop.operations.referral_verbs import by_agency
from desktop.operations.telling import AtWork
from desktop.operations.typed_names import Named, parts


def tell(order: Order) -> None:
    """Tell whom is named; without a name all at work who do not know it yet.

    Units of one incident are told in one act, its agencies in another: they hear other words.
    """
    texts = order.picture.texts
    if texts is None:
        order.trouble(Code.NO_TEXTS, Piece("", order.end))
        return
    together: dict[tuple[str, bool], list[AtWork]] = {}
    for case, one in _whom(order):
        together.setdefault((case.id, isinstance(one, Assignment)), []).append(one)
    for (incident, _), whom in together.items():
        case = order.picture.cases[incident]
        warn_of_unread(order, case)
        around = around_of(order.picture, case)
        means = order.means or Means.MESSAGE
        order.intended.append(
            Intended(Deed.TELL, case, whom=tuple(whom), means=means, around=around, at=order.at)
        )


def around_of(picture: Picture, case: Case) -> Around | None:
    """What the words for an incident are made of; None without templates."""
    if picture.texts is None:
        return None
    return Around(
        picture.texts,
        picture.reference,
        picture.centre,
        picture.units,
        warnings_for(picture.warnings.values(), place_of(case.incident), picture.now),
        may_pass_on_numbers(picture.roles),
    )


def nameable(picture: Picture) -> tuple[Named, ...]:
    """Whom an order may tell, by name: units, then agencies."""
    agencies = (one for one in picture.reference.agencies.values() if not one.own)
    return (*picture.call_signs(), *by_agency({one.id: one for one in agencies}))


def _whom(order: Order) -> Iterator[tuple[Case, AtWork]]:
    named = parts(order.subject.text, nameable(order.picture)) if order.subject.text else ()
    of_one = order.target is not None or not named
    case = incident_of(order, order.target) if of_one else None
    if not named and case is not None:
        critical = critical_at(order.picture.warnings.values(), case.incident, order.picture.now)
        waiting = [one for one in recipients(case, critical) if one.stand in (Stand.UNTOLD, Stand.AGAIN)]
        if not waiting:
            order.trouble(Code.ALL_TOLD, order.target or Piece("", order.end), case)
        yield from ((case, one.at_work) for one in waiting)
    for part in named:
        where = order.subject.cut(part.start, part.end)
        if not part.id:
            _unclear(order, part.ids, where)
            continue
        found = _at_work(order, part.id, where)
        if found is not None and (case is None or found[0].id == case.id):
            yield found
        elif found is not None:
            order.trouble(Code.ELSEWHERE, where, found[0])


def _at_work(order: Order, named: str, where: Piece) -> tuple[Case, AtWork] | None:
    """The assignment of a unit or the referral of an agency, with its incident; what is amiss is told."""
    picture = order.picture
    unit = picture.units.get(named)
    if unit is None:
        return referral_of(order, named, where, at_work=True)
    running = picture.running(unit.id)
    case = picture.cases.get(running.incident or "") if running is not None else None
    if running is None or case is None:
        order.trouble(Code.NOT_SENT, where, unit)
        return None
    return case, running


def _unclear(order: Order, ids: tuple[str, ...], where: Piece) -> None:
    picture = order.picture
    several = [picture.units.get(one) or picture.reference.agencies[one] for one in ids]
    order.trouble(Code.SEVERAL if several else Code.UNKNOWN, where, Slot.WHOM, *several)
