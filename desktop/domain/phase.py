"""The phase of an incident: derived from its assignments and referrals, never stored."""

from collections.abc import Iterable
from enum import StrEnum

from desktop.domain.incidents import Incident
from desktop.domain.reference import AgencyPart
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.units import Assignment, AssignmentState


class Phase(StrEnum):
    """How far an incident came, from nothing to its end."""

    WAITING = "waiting"
    TOLD = "told"
    ACCEPTED = "accepted"
    DEPARTED = "departed"
    ARRIVED = "arrived"
    ASSIGNED = "assigned"
    UNDER_WAY = "under_way"
    ON_SCENE = "on_scene"
    TRANSPORTING = "transporting"
    AT_HOSPITAL = "at_hospital"
    HANDLED = "handled"
    CLOSED = "closed"
    MERGED = "merged"


_ASSIGNMENT_STAGES = (
    ("assigned_at", Phase.ASSIGNED),
    ("under_way_at", Phase.UNDER_WAY),
    ("on_scene_at", Phase.ON_SCENE),
    ("transporting_at", Phase.TRANSPORTING),
    ("at_hospital_at", Phase.AT_HOSPITAL),
)
_REFERRAL_STAGES = {
    ReferralState.TOLD: Phase.TOLD,
    ReferralState.ACCEPTED: Phase.ACCEPTED,
    ReferralState.DEPARTED: Phase.DEPARTED,
    ReferralState.ARRIVED: Phase.ARRIVED,
}
_RANK = {phase: rank for rank, phase in enumerate(Phase)}


def phase_of(incident: Incident, assignments: Iterable[Assignment], referrals: Iterable[Referral]) -> Phase:
    """The phase of an incident, given all its assignments and referrals.

    The furthest running assignment decides; without one, the furthest running referral of the lead agency.
    A supporting agency that was told never ends the waiting. With nothing running, work that was finished
    makes the incident handled; ended otherwise (cancelled, diverted, refused, withdrawn), it waits again. So
    it does when it is opened again: what was finished before counts no more.
    """
    if incident.merged_into is not None:
        return Phase.MERGED
    if incident.closed_at is not None:
        return Phase.CLOSED
    assignments = tuple(assignments)
    leads = tuple(referral for referral in referrals if referral.part is AgencyPart.LEAD)
    running = [stage_of(one) for one in assignments if one.state is AssignmentState.RUNNING]
    if not running:
        running = [_REFERRAL_STAGES[one.state] for one in leads if one.state in _REFERRAL_STAGES]
    if running:
        return max(running, key=_RANK.__getitem__)
    again = incident.reopened_at
    finished = any(one.finished_since(again) for one in assignments) or any(
        one.finished_since(again) for one in leads
    )
    return Phase.HANDLED if finished else Phase.WAITING


def stage_of(assignment: Assignment) -> Phase:
    """How far one assignment came, by its latest stamp; of two at one moment the further one.

    The latest and not the furthest: a unit back on scene from the road to hospital is on scene.
    """
    stamped = [
        (moment, rank, phase)
        for rank, (column, phase) in enumerate(_ASSIGNMENT_STAGES)
        if (moment := getattr(assignment, column)) is not None
    ]
    return max(stamped, default=(None, 0, Phase.ASSIGNED))[2]
