"""Referring incidents to agencies and following what they do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from desktop.domain.acts import Change
from desktop.domain.board import Case
from desktop.domain.incidents import Incident
from desktop.domain.kinds_incidents import CONFIRMED, UNCONFIRMED
from desktop.domain.reference import Agency, AgencyPart, Category
from desktop.domain.referrals import Means, Referral, ReferralState
from desktop.operations.desk import Desk, Outcome, change, new_row
from desktop.operations.telling import told_row


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
    critical: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Write down that agencies were told of an incident as it is now: how, and who took it.

    `critical`: the critical warnings of its place that they were told, by id the act that wrote each last.
    """
    changes: list[Change] = []
    for one in tellings:
        made = new_row(
            "referral",
            desk.new_id(),
            incident=incident.id,
            agency=one.agency,
            part=one.part,
            means=means,
            told_to=told_to,
        )
        changes += [made, told_row(desk, incident, means, critical, referral=made.row)]
    return await desk.act("referral.made", changes, note)


async def answer_referral(
    desk: Desk, seen: Referral, state: ReferralState, note: str | None = None
) -> Outcome:
    """Write down how far an agency came; withdrawing needs a note. For telling anew see `tell_again`."""
    kind = f"referral.{state.value}"
    return await desk.act(kind, [change(kind, seen)], note)


async def tell_again(
    desk: Desk,
    seen: Referral,
    case: Case,
    means: Means,
    told_to: str | None = None,
    note: str | None = None,
    critical: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Tell an agency once more of its incident, as that is now. `critical` as in `refer`."""
    kind = "referral.told_again"
    told = told_row(desk, case.incident, means, critical, referral=seen.id)
    return await desk.act(kind, [change(kind, seen, means=means, told_to=told_to), told], note)


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
