"""Kinds of act about units, about stamps, and about the centre's reference data and clock."""

from desktop.domain.kinds import MANY, REFERENCE_SIZE, ActKind, Allowed, NoteRule, insert, update
from desktop.domain.kinds_calls import SENDERS, TAKERS
from desktop.domain.reference import Role
from desktop.domain.referrals import ReferralState
from desktop.domain.schema import TABLES
from desktop.domain.units import STAMP_ORDER, STAMPS, AssignmentEnd, AssignmentState, UnitStatus

UNITS_AT_ONCE = 30
"""Units that one act may send (our bound; 16 is the most in San Francisco's records of April 2020)."""

RESTORE_DECIDED = "restore.decided"
"""An act of this kind says what happens to acts that desks still have from before a restore."""
PUT_AWAY = "kept.put_away"
"""An act of this kind says that one which was kept during an outage, and refused, is not delivered."""

GONE_BACK = "unit.gone_back"
"""An act of this kind takes a status back: unit and assignment are as before the act that wrote it."""

_GUARDS = ("unit_moves", "unit_with_assignment")
_SENT = ("assigned_at", "assigned_first")
_ENDED = ("ended_at", "ended_first")
_RECOMMENDED = insert("recommendation", "incident!", "picks!")
"""What was recommended when these were sent."""

QUEUED = "unit.queued"
"""An act of this kind says to which incident a unit goes next."""
UNQUEUED = "unit.unqueued"
"""An act of this kind says that it does not."""


def _unit(status: UnitStatus, at_most: int = 1) -> Allowed:
    fixed = {"status": status, "out_reason": None, "back_at": None}
    return update("unit", fixed=fixed, stamps=("status_at",), at_least=1, at_most=at_most)


def _ending(how: AssignmentEnd, at_least: int = 0, at_most: int = 1) -> Allowed:
    fixed = {"state": AssignmentState.ENDED, "ended_as": how}
    return update("assignment", fixed=fixed, stamps=_ENDED, at_least=at_least, at_most=at_most)


def ended() -> Allowed:
    """An assignment that is finished."""
    return _ending(AssignmentEnd.FINISHED, at_least=1)


def free_unit() -> Allowed:
    """A unit on its way home, which may be sent again."""
    return _unit(UnitStatus.RETURNING)


def _stage(status: UnitStatus, *fields: str) -> ActKind:
    stamp = STAMPS[status]
    assignment = update("assignment", *fields, stamps=(f"{stamp}_at", f"{stamp}_first"), at_least=1)
    return ActKind(f"unit.{stamp}", SENDERS, (assignment, _unit(status)), _GUARDS, NoteRule.OPTIONAL)


UNIT_KINDS = (
    ActKind(
        "unit.assigned",
        SENDERS,
        (
            insert("assignment", "incident!", "unit!", stamps=_SENT, at_most=UNITS_AT_ONCE),
            update(
                "assignment",
                fixed={"state": AssignmentState.RUNNING},
                stamps=_SENT,
                at_most=UNITS_AT_ONCE,
            ),
            _unit(UnitStatus.ASSIGNED, UNITS_AT_ONCE),
            _RECOMMENDED,
        ),
        guards=("incident_open", *_GUARDS, "warnings_read"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        QUEUED,
        SENDERS,
        (
            insert(
                "assignment",
                "incident!",
                "unit!",
                fixed={"state": AssignmentState.QUEUED},
                at_least=1,
                at_most=UNITS_AT_ONCE,
            ),
        ),
        guards=("incident_open", "one_queued", "warnings_read"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        UNQUEUED,
        SENDERS,
        (_ending(AssignmentEnd.CANCELLED, at_least=1, at_most=UNITS_AT_ONCE),),
        guards=("was_queued",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "unit.diverted",
        SENDERS,
        (
            insert("assignment", "incident!", "unit!", stamps=_SENT, at_least=1),
            _ending(AssignmentEnd.DIVERTED, at_least=1),
            _unit(UnitStatus.ASSIGNED),
            _RECOMMENDED,
        ),
        guards=("target_open", *_GUARDS, "warnings_read"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "unit.occupied",
        SENDERS,
        (
            insert("assignment", "purpose!", "unit!", stamps=_SENT, at_least=1),
            _unit(UnitStatus.ASSIGNED),
        ),
        guards=_GUARDS,
    ),
    _stage(UnitStatus.UNDER_WAY),
    _stage(UnitStatus.ON_SCENE),
    _stage(UnitStatus.TRANSPORTING, "destination"),
    _stage(UnitStatus.AT_HOSPITAL, "destination"),
    ActKind(
        "unit.returning",
        SENDERS,
        (_ending(AssignmentEnd.FINISHED), _unit(UnitStatus.RETURNING)),
        guards=_GUARDS,
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "unit.available",
        SENDERS,
        (_ending(AssignmentEnd.FINISHED), _unit(UnitStatus.AVAILABLE)),
        guards=_GUARDS,
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "unit.cancelled",
        SENDERS,
        (
            _ending(AssignmentEnd.CANCELLED, at_least=1),
            update(
                "unit",
                "status!",
                fixed={"out_reason": None, "back_at": None},
                stamps=("status_at",),
                at_least=1,
            ),
        ),
        guards=("free_again", *_GUARDS),
        note=NoteRule.REQUIRED,
    ),
    ActKind(
        "unit.out_of_service",
        SENDERS,
        (
            _ending(AssignmentEnd.CANCELLED),
            update(
                "unit",
                "out_reason!",
                "back_at",
                fixed={"status": UnitStatus.OUT_OF_SERVICE},
                stamps=("status_at",),
                at_least=1,
            ),
        ),
        guards=_GUARDS,
        note=NoteRule.OPTIONAL,
    ),
    ActKind("unit.off_duty", SENDERS, (_unit(UnitStatus.OFF_DUTY),), _GUARDS, NoteRule.OPTIONAL),
    ActKind(
        "unit.moved",
        SENDERS,
        (update("unit", "station!", at_least=1),),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "destination.set",
        SENDERS,
        (update("assignment", "destination!", at_least=1),),
        guards=("assignment_running",),
        note=NoteRule.OPTIONAL,
    ),
)

_ASSIGNMENT_STAMPS = tuple(f"{stamp}_at" for stamp in STAMP_ORDER)
_OF_STATE = (
    *("state", "ended_as", "destination"),
    *_ASSIGNMENT_STAMPS,
    *(f"{stamp}_first" for stamp in STAMP_ORDER),
)
_REFERRAL_STAMPS = tuple(f"{state.value}_at" for state in ReferralState)

STAMP_KINDS = (
    ActKind(
        GONE_BACK,
        SENDERS,
        (
            update("assignment", *_OF_STATE, at_most=2),
            update("unit", "status!", "status_at", "out_reason", "back_at", at_least=1),
        ),
        guards=("incident_open", "status_goes_back"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "stamp.corrected",
        SENDERS,
        (
            update("assignment", *_ASSIGNMENT_STAMPS),
            update("referral", *_REFERRAL_STAMPS),
            update("unit", "status_at"),
            update("transport", "handed_over_at"),
        ),
        guards=("stamps_in_order", "handed_over_there"),
        note=NoteRule.REQUIRED,
    ),
)

_REFERENCE = (
    "area",
    "agency",
    "category",
    "station",
    "hospital",
    "hospital_place",
    "outcome",
    "target",
    "city_rule",
    "response_plan",
    "contact",
    "shift",
)
_OF_PERSON = ("person", "numbers")
_OF_UNIT = ("call_sign", "unit_type", "home_station", "rank", "crew", "head_count")


def _all_columns(table: str) -> tuple[str, ...]:
    return tuple(TABLES[table].by_name)


CENTRE_KINDS = (
    ActKind(
        "reference.loaded",
        frozenset({Role.ADMINISTRATOR}),
        (
            *(insert(table, *_all_columns(table), at_most=MANY) for table in _REFERENCE),
            *(update(table, *_all_columns(table), at_most=MANY) for table in _REFERENCE),
            insert(
                "unit",
                *_OF_UNIT,
                "station",
                fixed={"status": UnitStatus.AVAILABLE},
                stamps=("status_at",),
                at_most=MANY,
            ),
            update("unit", *_OF_UNIT, at_most=MANY),
            insert("contact_private", *_OF_PERSON, at_most=MANY),
            update("contact_private", *_OF_PERSON, at_most=MANY),
        ),
        guards=("side_rows",),
        size=REFERENCE_SIZE,
    ),
    ActKind(
        "clock.set",
        frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
        (
            insert("clock", "anchor_real!", "anchor_training!", "rate!"),
            update("clock", "anchor_real!", "anchor_training!", "rate!"),
        ),
        guards=("training_only",),
    ),
    ActKind(
        RESTORE_DECIDED,
        frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
        (
            insert(
                "restore_decision",
                "epoch!",
                "deliver!",
                stamps=("decided_at",),
                authored=("decided_by",),
                at_least=1,
            ),
        ),
        guards=("restore_undecided",),
        note=NoteRule.REQUIRED,
    ),
    ActKind(
        PUT_AWAY,
        TAKERS | {Role.ADMINISTRATOR},
        (
            insert(
                "put_away",
                "kind!",
                "author!",
                "refusal",
                "incident",
                stamps=("decided_at",),
                authored=("decided_by",),
                at_least=1,
            ),
        ),
        note=NoteRule.REQUIRED,
    ),
)
