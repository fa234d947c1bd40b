"""Orders about agencies: told of an incident, and what they answer."""

from collections.abc import Callable, Mapping

from desktop.domain.board import Case
from desktop.domain.referrals import RUNNING, Means, Referral
from desktop.domain.situations import not_called_safe
from desktop.domain.to_tell import critical_at
from desktop.operations.orders.grammar import Slot
from desktop.operations.orders.naming import incident_of
from desktop.operations.orders.order import Order, Piece
from desktop.operations.orders.plan import Code, Deed, Intended
from desktop.operations.referral_verbs import (
    STATE_OF,
    ReferralVerb,
    answering,
    by_agency,
    leading,
    legal,
    tellings_for,
)
from desktop.operations.referrals import proposed
from desktop.operations.typed_names import Part, parts

Fits = Callable[[Case, Referral], bool]


def refer(order: Order) -> None:
    """Tell agencies, all in one act; without a name those that the category brings."""
    case = incident_of(order, order.target)
    if case is None:
        return
    known = order.picture.reference
    category = known.categories.get(case.incident.category or "")
    if not order.subject.text:
        tellings = proposed(category, case, known.agencies)
    else:
        chosen = [part for part, where in _named(order) if _can_be_told(order, part, where, case)]
        tellings = tellings_for(chosen, case, category)
    if not tellings and not order.troubles:
        order.missing(Slot.AGENCIES)
    if tellings:
        order.intended.append(
            Intended(
                Deed.REFER,
                case,
                tellings=tuple(tellings),
                means=order.means or Means.TELEPHONE,
                critical=_critical(order, case),
                note=order.note.text,
                at=order.at,
            )
        )


def answer(order: Order) -> None:
    """What an agency answers, of the incident named, or of the one for which it is at work."""
    verb = order.row.verb
    assert isinstance(verb, ReferralVerb)
    named = _named(order)
    if not named and not order.troubles:
        order.missing(Slot.AGENCY)
    for part, where in named:
        if not part.id:
            _unclear(order, part, where)
            continue
        found = referral_of(order, part.id, where, fits=_fitting(order, verb))
        if found is None:
            continue
        case, referral = found
        if verb not in legal(referral):
            order.trouble(Code.CANNOT_FOLLOW, where, referral, None, verb)
            continue
        order.intended.append(_intended(order, case, referral, verb))


def _intended(order: Order, case: Case, referral: Referral, verb: ReferralVerb) -> Intended:
    note, at = order.note.text, order.at
    if verb is ReferralVerb.LEADS:
        return Intended(Deed.LEAD, case, referral=referral, leading=leading(case), at=at)
    if verb is ReferralVerb.CONFIRMED:
        return Intended(Deed.CONFIRM, case, referral=referral, note=note, at=at)
    if verb is ReferralVerb.UNCONFIRMED:
        return Intended(Deed.UNCONFIRM, case, referral=referral, note=note, at=at)
    if verb is ReferralVerb.TOLD_AGAIN:
        means, critical = order.means or referral.means or Means.TELEPHONE, _critical(order, case)
        again = Deed.TELL_AGAIN
        return Intended(again, case, referral=referral, means=means, critical=critical, note=note, at=at)
    return Intended(Deed.ANSWER, case, referral=referral, state=STATE_OF[verb], note=note, at=at)


def _critical(order: Order, case: Case) -> Mapping[str, str]:
    return critical_at(order.picture.warnings.values(), case.incident, order.picture.now)


def _named(order: Order) -> list[tuple[Part, Piece]]:
    named = by_agency(order.picture.reference.agencies)
    subject = order.subject
    return [(part, subject.cut(part.start, part.end)) for part in parts(subject.text, named)]


def _can_be_told(order: Order, part: Part, where: Piece, case: Case) -> bool:
    agency = order.picture.reference.agencies.get(part.id)
    if agency is None:
        _unclear(order, part, where)
    elif agency.own:
        order.trouble(Code.OWN_AGENCY, where, agency)
    elif any(one.agency == agency.id for one in case.running_referrals):
        order.trouble(Code.TOLD_ALREADY, where, agency, case)
    else:
        return True
    return False


def _fitting(order: Order, verb: ReferralVerb) -> Fits | None:
    """Whether an answer is waited for at an incident; None for those that say nothing of that."""
    if verb is ReferralVerb.CONFIRMED:
        return lambda case, one: one.agency in not_called_safe(case, order.picture.reference)
    if verb is ReferralVerb.UNCONFIRMED:
        return lambda _case, one: one.confirmed_at is not None
    return None


def referral_of(
    order: Order, agency: str, where: Piece, *, at_work: bool = False, fits: Fits | None = None
) -> tuple[Case, Referral] | None:
    """The referral of which something can be said; the selected incident before others.

    `at_work`: of those from which something is still expected. `fits`: those first, at work or not.
    """
    picture = order.picture
    if order.target is not None:
        case = incident_of(order, order.target)
        cases = [case] if case is not None else []
    else:
        cases = [case for case in picture.cases.values() if case.incident.is_open]
    told = [(case, one) for case in cases for one in answering(case) if one.agency == agency]
    running = [pair for pair in told if pair[1].state in RUNNING]
    waited_for = [pair for pair in told if fits is not None and fits(*pair)]
    found = waited_for or running or ([] if at_work else told)
    if len(found) > 1 and picture.selected is not None:
        found = [pair for pair in found if pair[0].id == picture.selected.id] or found
    if len(found) == 1:
        return found[0]
    known = picture.reference.agencies[agency]
    if found:
        order.trouble(Code.WHICH_INCIDENT, where, known, *(case for case, _ in found))
    elif cases or order.target is None:
        order.trouble(Code.NOT_TOLD, where, known)
    return None


def _unclear(order: Order, part: Part, where: Piece) -> None:
    agencies = order.picture.reference.agencies
    several = [agencies[one] for one in part.ids]
    order.trouble(Code.SEVERAL if several else Code.UNKNOWN, where, Slot.AGENCY, *several)
