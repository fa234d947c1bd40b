"""Referrals (disposisi): incidents that an agency was told of, and how far it came."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.records import Record, col, record
from desktop.domain.reference import AgencyPart
from desktop.domain.units import is_after


class Means(StrEnum):
    """How an agency was told."""

    TELEPHONE = "telephone"
    RADIO = "radio"
    MESSAGE = "message"


class ReferralState(StrEnum):
    """How far a referral came."""

    TOLD = "told"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    FINISHED = "finished"
    WITHDRAWN = "withdrawn"


_R = ReferralState

RUNNING = frozenset({_R.TOLD, _R.ACCEPTED, _R.DEPARTED, _R.ARRIVED})
"""States in which the agency is still expected to do something."""

ELSEWHERE = frozenset({_R.REFUSED, _R.WITHDRAWN})
"""States in which an agency confirms nothing: it is not there."""

REFERRAL_MOVES: Mapping[ReferralState, frozenset[ReferralState]] = {
    _R.TOLD: frozenset(
        {_R.TOLD, _R.ACCEPTED, _R.REFUSED, _R.DEPARTED, _R.ARRIVED, _R.FINISHED, _R.WITHDRAWN}
    ),
    _R.ACCEPTED: frozenset({_R.TOLD, _R.DEPARTED, _R.ARRIVED, _R.FINISHED, _R.REFUSED, _R.WITHDRAWN}),
    _R.REFUSED: frozenset({_R.TOLD, _R.ACCEPTED, _R.WITHDRAWN}),
    _R.DEPARTED: frozenset({_R.TOLD, _R.ARRIVED, _R.FINISHED, _R.WITHDRAWN}),
    _R.ARRIVED: frozenset({_R.TOLD, _R.FINISHED, _R.WITHDRAWN}),
    _R.FINISHED: frozenset({_R.TOLD}),
    _R.WITHDRAWN: frozenset({_R.TOLD}),
}
"""Legal moves. Told again starts anew, from any state."""


@record("referral")
@dataclass(frozen=True, kw_only=True)
class Referral(Record):
    """One agency told of one incident; each stamp as now believed and as first written."""

    incident: str = col("incident", default="", ref="incident", subject=True, uuid=True)
    agency: str = col(default="", ref="agency")
    part: AgencyPart = col("part", default=AgencyPart.SUPPORT, choices=AgencyPart)
    state: ReferralState = col("state", default=ReferralState.TOLD, choices=ReferralState)
    means: Means | None = col("state", choices=Means)
    told_to: str | None = col("state", limit=200)
    told_by: str | None = col("state")
    due_at: datetime | None = col("due")
    told_at: datetime | None = col("state")
    told_first: datetime | None = col("state")
    told_again_at: datetime | None = col("state")
    accepted_at: datetime | None = col("state")
    accepted_first: datetime | None = col("state")
    refused_at: datetime | None = col("state")
    refused_first: datetime | None = col("state")
    departed_at: datetime | None = col("state")
    departed_first: datetime | None = col("state")
    arrived_at: datetime | None = col("state")
    arrived_first: datetime | None = col("state")
    finished_at: datetime | None = col("state")
    finished_first: datetime | None = col("state")
    withdrawn_at: datetime | None = col("state")
    withdrawn_first: datetime | None = col("state")
    confirmed_at: datetime | None = col("confirmation")
    """When the agency said that the place is safe: the power is cut."""
    confirmed_first: datetime | None = col("confirmation")
    confirmed_by: str | None = col("confirmation")
    """Who wrote that down."""

    def finished_since(self, reopened_at: datetime | None) -> bool:
        """Whether it was finished, and where its incident was opened again (aware), after that."""
        return self.state is ReferralState.FINISHED and is_after(self.finished_at, reopened_at)
