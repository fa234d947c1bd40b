"""Referring incidents to agencies and following what they do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.board import Case
from desktop.domain.incidents import Incident
from desktop.domain.kinds_incidents import CONFIRMED, UNCONFIRMED
from desktop.domain.reference import Agency, AgencyPart, Category
from desktop.domain.referrals import Means, Referral, ReferralState
from desktop.operations.desk import Desk, Outcome, change, new_row


@dataclass(frozen=True, slots=True)
class Telling:
    """An agency to be told, and the part that it plays."""

    agency: str
    part: AgencyPart


def proposed(category: Category | None, case: Case, agencies: Mapping[str, Agency]) -> tuple[Telling, ...]:
    """The agencies that a category brings and that are not at work on the case yet: the lead first.

    The centre's own agency is not among them: its units are sent.
    """
    if category is None:
        return ()
    at_work = {one.agency for one in case.running_referrals}
    has_lead = any(one.part is AgencyPart.LEAD for one in case.running_referrals)
    found = [Telling(category.lead, AgencyPart.LEAD)] if category.lead and not has_lead else []
    found += [Telling(code, AgencyPart.SUPPORT) for code in category.support.split()]
    own = {code for code, agency in agencies.items() if agency.own}
    return tuple(one for one in found if one.agency not in at_work | own)


async def refer(
    desk: Desk,
    incident: Incident,
    tellings: Sequence[Telling],
    means: Means = Means.TELEPHONE,
    told_to: str | None = None,
    note: str | None = None,
) -> Outcome:
    """Write down that agencies were told of an incident: how, and who took it."""
    changes = [
        new_row(
            "referral",
            desk.new_id(),
            incident=incident.id,
            agency=one.agency,
            part=one.part,
            means=means,
            told_to=told_to,
        )
        for one in tellings
    ]
    return await desk.act("referral.made", changes, note)


async def answer_referral(
    desk: Desk, seen: Referral, state: ReferralState, note: str | None = None
) -> Outcome:
    """Write down how far an agency came; withdrawing needs a note. For telling anew see `tell_again`."""
    kind = f"referral.{state.value}"
    return await desk.act(kind, [change(kind, seen)], note)


async def tell_again(
    desk: Desk, seen: Referral, means: Means, told_to: str | None = None, note: str | None = None
) -> Outcome:
    """Tell an agency once more."""
    kind = "referral.told_again"
    return await desk.act(kind, [change(kind, seen, means=means, told_to=told_to)], note)


async def confirm_safe(desk: Desk, seen: Referral, note: str | None = None) -> Outcome:
    """Write down that an agency called the place safe: that the power is cut."""
    return await desk.act(CONFIRMED, [change(CONFIRMED, seen)], note)


async def take_confirmation(desk: Desk, seen: Referral, reason: str) -> Outcome:
    """Write down that it is not safe, though that was written."""
    return await desk.act(UNCONFIRMED, [change(UNCONFIRMED, seen)], reason)


async def let_lead(desk: Desk, seen: Referral, leading: Referral | None) -> Outcome:
    """Make another agency the lead; the present one supports from then on."""
    kind = "referral.leads"
    changes = [change(kind, leading, part=AgencyPart.SUPPORT)] if leading is not None else []
    return await desk.act(kind, [*changes, change(kind, seen, part=AgencyPart.LEAD)])
