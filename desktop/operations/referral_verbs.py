"""What agencies answer, by which letters and words, and what may follow.

The letters agree with those of units where both say the same: m on the road, l there, s done, b called off.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from desktop.domain.board import Case
from desktop.domain.reference import Agency, AgencyPart, Category
from desktop.domain.referrals import ELSEWHERE, REFERRAL_MOVES, RUNNING, Referral, ReferralState
from desktop.operations.referrals import Telling
from desktop.operations.typed_names import Named, Part
from desktop.operations.typed_verbs import Verbs


class ReferralVerb(StrEnum):
    """What an operator says of an agency that was told."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    FINISHED = "finished"
    WITHDRAWN = "withdrawn"
    TOLD_AGAIN = "told_again"
    LEADS = "leads"
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


STAR = "*"
"""Behind an agency that shall lead: `polisi*`."""

_V, _R = ReferralVerb, ReferralState

STATE_OF: Mapping[ReferralVerb, ReferralState] = {
    _V.ACCEPTED: _R.ACCEPTED,
    _V.REFUSED: _R.REFUSED,
    _V.DEPARTED: _R.DEPARTED,
    _V.ARRIVED: _R.ARRIVED,
    _V.FINISHED: _R.FINISHED,
    _V.WITHDRAWN: _R.WITHDRAWN,
    _V.TOLD_AGAIN: _R.TOLD,
}
"""The state to which a verb leads, where it leads to one."""

VERBS = Verbs(
    letters={
        "t": _V.ACCEPTED,
        "x": _V.REFUSED,
        "m": _V.DEPARTED,
        "l": _V.ARRIVED,
        "s": _V.FINISHED,
        "b": _V.WITHDRAWN,
        "u": _V.TOLD_AGAIN,
        "p": _V.LEADS,
        "k": _V.CONFIRMED,
        "g": _V.UNCONFIRMED,
        "a": _V.ACCEPTED,
        "d": _V.DEPARTED,
        "f": _V.FINISHED,
        "w": _V.WITHDRAWN,
    },
    phrases={
        _V.ACCEPTED: ("terima", "diterima", "accept", "accepted"),
        _V.REFUSED: ("tolak", "ditolak", "refuse", "refused"),
        _V.DEPARTED: ("berangkat", "menuju", "depart", "departed"),
        _V.ARRIVED: ("tiba", "lokasi", "di lokasi", "sampai", "arrive", "arrived"),
        _V.FINISHED: ("selesai", "finish", "finished", "done"),
        _V.WITHDRAWN: ("batal", "tarik", "dibatalkan", "withdraw", "withdrawn"),
        _V.TOLD_AGAIN: ("ulang", "ulangi", "again", "tell again"),
        _V.LEADS: ("utama", "pimpin", "lead", "leads"),
        _V.CONFIRMED: ("aman", "konfirmasi", "safe", "confirmed"),
        _V.UNCONFIRMED: ("belum aman", "not safe"),
    },
)

_LIKELY: Mapping[ReferralState, ReferralVerb] = {
    _R.TOLD: _V.ACCEPTED,
    _R.ACCEPTED: _V.DEPARTED,
    _R.DEPARTED: _V.ARRIVED,
    _R.ARRIVED: _V.FINISHED,
    _R.REFUSED: _V.TOLD_AGAIN,
}


def legal(referral: Referral) -> tuple[ReferralVerb, ...]:
    """What may be said of a referral now, in the order in which it is offered."""
    return tuple(verb for verb in ReferralVerb if _is_legal(verb, referral))


def _is_legal(verb: ReferralVerb, referral: Referral) -> bool:
    if verb is ReferralVerb.LEADS:
        return referral.state in RUNNING and referral.part is not AgencyPart.LEAD
    if verb is ReferralVerb.CONFIRMED:
        return referral.confirmed_at is None and referral.state not in ELSEWHERE
    if verb is ReferralVerb.UNCONFIRMED:
        return referral.confirmed_at is not None
    return STATE_OF[verb] in REFERRAL_MOVES[referral.state]


def likely(referral: Referral) -> ReferralVerb | None:
    """The most likely next answer; None when the agency is done."""
    return _LIKELY.get(referral.state)


def answering(case: Case) -> tuple[Referral, ...]:
    """The referrals of which something can be said: of each agency the one at work, else the last."""
    latest: dict[str, Referral] = {}
    for one in sorted(case.referrals, key=lambda one: (one.state in RUNNING, one.id)):
        latest[one.agency] = one
    return tuple(sorted(latest.values(), key=lambda one: (one.state not in RUNNING, one.id)))


def by_agency(agencies: Mapping[str, Agency]) -> tuple[Named, ...]:
    """Agencies as what can be named: by code, short name and name."""
    return tuple(Named(one.id, (one.id, one.short_name, one.name)) for one in agencies.values())


def leading(case: Case) -> Referral | None:
    """The referral of the agency that leads now."""
    return next((one for one in case.running_referrals if one.part is AgencyPart.LEAD), None)


def tellings_for(chosen: Sequence[Part], case: Case, category: Category | None) -> tuple[Telling, ...]:
    """The part that each chosen agency plays, in the order chosen.

    Nobody takes the lead from an agency that has it. Else who is marked with a star leads, else the lead of
    the category, and where that has none, who is named first. An agency that only supports does not end the
    waiting: none leads by chance.
    """
    lead = None
    if leading(case) is None and chosen:
        starred = (one.id for one in chosen if STAR in one.typed)
        of_category = category.lead if category is not None and category.lead else chosen[0].id
        lead = next(starred, of_category)
    return tuple(Telling(one.id, AgencyPart.LEAD if one.id == lead else AgencyPart.SUPPORT) for one in chosen)
