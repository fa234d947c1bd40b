"""Kinds of act about incidents and referrals."""

from desktop.domain.calls import CallType
from desktop.domain.incidents import PLACE_FIELDS
from desktop.domain.kinds import MANY, ActKind, NoteRule, insert, update
from desktop.domain.kinds_calls import CALLER, LINE, SENDERS, TAKERS
from desktop.domain.kinds_told import told
from desktop.domain.referrals import ReferralState
from desktop.domain.units import AssignmentEnd, AssignmentState

WHAT = ("category", "urgency", "priority", "people_hurt", "facts", "planned_for", "restricted")
CONFIRMED = "referral.confirmed"
"""An act of this kind says that an agency called the place safe."""
UNCONFIRMED = "referral.unconfirmed"
"""An act of this kind says that it did not, or does no more."""
NUMBERED = "incident.numbered"
"""An act of this kind says by which other number an incident was spoken of."""
ALARM_SET = "incident.alarm_set"
"""An act of this kind says how high the alarm is: its response plans add up to that level."""

_CALL = (
    update(
        "call",
        "incident!",
        *LINE,
        fixed={"call_type": CallType.GENUINE, "ended_at": None},
        at_least=1,
    ),
    update("call_private", *CALLER),
)
_TOUCH = update("incident", at_least=1)


def _referral(state: ReferralState, *fields: str, note: NoteRule = NoteRule.OPTIONAL) -> ActKind:
    stamp = state.value
    return ActKind(
        f"referral.{stamp}",
        SENDERS,
        (
            update(
                "referral",
                *fields,
                fixed={"state": state},
                stamps=(f"{stamp}_at", f"{stamp}_first"),
                at_least=1,
            ),
        ),
        guards=("referral_moves",),
        note=note,
    )


INCIDENT_KINDS = (
    ActKind(
        "incident.opened",
        TAKERS,
        (
            insert(
                "incident",
                *WHAT,
                *PLACE_FIELDS,
                stamps=("opened_at",),
                authored=("opened_by",),
                at_least=1,
            ),
            insert("incident_private", "patient", at_least=1),
            *_CALL,
            insert("external_reference", "system!", "external_id!", "call", "incident"),
        ),
        guards=("side_rows", "call_running", "call_without_incident", "opened_by_call", "category_restricts"),
    ),
    ActKind(
        "incident.described",
        TAKERS,
        (
            update("incident", *WHAT, *PLACE_FIELDS),
            update("incident_private", "patient"),
            update("call", *LINE),
            update("call_private", *CALLER),
        ),
        guards=("incident_not_merged", "category_restricts", "restricted_lifted_by_supervisor"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "incident.taken",
        TAKERS,
        (update("incident", authored=("holder",), stamps=("held_since",), at_least=1),),
        guards=("incident_open", "in_nobodys_hand"),
    ),
    ActKind(
        "incident.released",
        TAKERS,
        (update("incident", fixed={"holder": None, "held_since": None}, at_least=1),),
        guards=("incident_open", "let_go_by_holder"),
    ),
    ActKind(
        ALARM_SET,
        SENDERS,
        (update("incident", "alarm_level!", at_least=1),),
        guards=("incident_open",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "incident.closed",
        SENDERS,
        (
            update("incident", "outcome!", stamps=("closed_at",), authored=("closed_by",), at_least=1),
            update(
                "assignment",
                fixed={"state": AssignmentState.ENDED, "ended_as": AssignmentEnd.CANCELLED},
                stamps=("ended_at", "ended_first"),
                at_most=MANY,
            ),
        ),
        guards=("was_open", "was_queued", "nothing_runs_without_reason", "safe_confirmed"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "incident.reopened",
        SENDERS,
        (
            update(
                "incident",
                "reopened_at",
                fixed={"closed_at": None, "closed_by": None, "outcome": None},
                at_least=1,
            ),
            update("referral", fixed={"confirmed_at": None, "confirmed_by": None}, at_most=MANY),
        ),
        guards=("was_closed", "opened_anew_since"),
        note=NoteRule.REQUIRED,
    ),
    ActKind(
        "incident.merged",
        SENDERS,
        (
            update("incident", "merged_into", "restricted", at_least=1, at_most=2),
            update("call", "incident!", at_most=MANY),
            update("assignment", "incident!", at_most=MANY),
            update("referral", "incident!", "part", at_most=MANY),
        ),
        guards=("was_open", "merge_moves_all", "merge_keeps_restriction", "one_lead"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "incident.related",
        TAKERS,
        (insert("incident_relation", "incident!", "other!", at_least=1),),
        guards=("relation_of_two",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind("incident.copied", TAKERS, (_TOUCH,)),
    ActKind(
        NUMBERED,
        TAKERS,
        (insert("incident_alias", "day!", "number!", "incident!", "reason!", at_least=1),),
        guards=("alias_said",),
    ),
    ActKind(
        "incident.glass_broken",
        TAKERS,
        (insert("glass", "incident!", stamps=("broken_at",), authored=("operator",), at_least=1),),
        note=NoteRule.REQUIRED,
    ),
    ActKind("note.added", TAKERS, (_TOUCH,), note=NoteRule.REQUIRED),
    ActKind(
        "note.struck",
        TAKERS,
        (insert("strike", "incident!", at_least=1),),
        guards=("struck_act_has_note",),
        note=NoteRule.OPTIONAL,
    ),
)

REFERRAL_KINDS = (
    ActKind(
        "referral.made",
        SENDERS,
        (
            insert(
                "referral",
                "incident!",
                "agency!",
                "part!",
                "means",
                "told_to",
                "due_at",
                fixed={"state": ReferralState.TOLD},
                stamps=("told_at", "told_first"),
                authored=("told_by",),
                at_least=1,
                at_most=30,
            ),
            told(),
        ),
        guards=("incident_open", "one_lead", "agency_once", "told_whom"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "referral.told_again",
        SENDERS,
        (
            update(
                "referral",
                "means",
                "told_to",
                fixed={"state": ReferralState.TOLD},
                stamps=("told_again_at",),
                authored=("told_by",),
                at_least=1,
            ),
            told(at_most=1),
        ),
        guards=("incident_open", "referral_moves", "one_lead", "agency_once", "told_whom"),
        note=NoteRule.OPTIONAL,
    ),
    _referral(ReferralState.ACCEPTED),
    _referral(ReferralState.REFUSED),
    _referral(ReferralState.DEPARTED),
    _referral(ReferralState.ARRIVED),
    _referral(ReferralState.FINISHED),
    _referral(ReferralState.WITHDRAWN, note=NoteRule.REQUIRED),
    ActKind(
        CONFIRMED,
        SENDERS,
        (
            update(
                "referral",
                stamps=("confirmed_at", "confirmed_first"),
                authored=("confirmed_by",),
                at_least=1,
            ),
        ),
        guards=("not_confirmed",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        UNCONFIRMED,
        SENDERS,
        (update("referral", fixed={"confirmed_at": None, "confirmed_by": None}, at_least=1),),
        guards=("was_confirmed",),
        note=NoteRule.REQUIRED,
    ),
    ActKind(
        "referral.leads",
        SENDERS,
        (update("referral", "part!", at_least=1, at_most=2),),
        guards=("incident_open", "one_lead"),
        note=NoteRule.OPTIONAL,
    ),
)
