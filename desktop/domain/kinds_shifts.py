"""Kinds of act about crews on duty and about handing over."""

from desktop.domain.kinds import ActKind, Allowed, NoteRule, insert, update
from desktop.domain.kinds_calls import SENDERS, TAKERS
from desktop.domain.reference import Role
from desktop.domain.units import UnitStatus

SIGNED_ON, RELIEVED, SIGNED_OFF = "crew.signed_on", "crew.relieved", "crew.signed_off"
GIVEN, TAKEN = "handover.given", "handover.taken"
TAKEN_OVER = "incident.taken_over"
OF_HANDOVERS = frozenset({GIVEN, TAKEN})
"""Kinds after which the list of hand-overs is another."""
OF_CREWS = frozenset({SIGNED_ON, RELIEVED, SIGNED_OFF})
"""Kinds after which other crews are on duty."""

HANDOVER_SIZE = 512 * 1024
"""Bytes of an act that hands over: a page with a thousand incidents takes 250 KiB."""
PASSED_ON = 500
"""Incidents that pass from hand to hand with one hand-over (our bound)."""


def _sign(*fields: str, on_duty: bool) -> tuple[Allowed, Allowed]:
    row = insert(
        "crew_sign",
        "unit!",
        *fields,
        fixed={"on_duty": on_duty},
        stamps=("signed_at",),
        authored=("signed_by",),
        at_least=1,
    )
    return row, insert("crew_sign_private", *(("names",) if on_duty else ()), at_least=1)


_OF_CREW = ("head_count!", "shift")
_NOBODY = {"duty_since": None, "shift": None}


def _status(status: UnitStatus) -> dict[str, object]:
    return {"status": status, "out_reason": None, "back_at": None}


SHIFT_KINDS = (
    ActKind(
        SIGNED_ON,
        SENDERS,
        (
            *_sign(*_OF_CREW, on_duty=True),
            update(
                "unit",
                *_OF_CREW,
                fixed=_status(UnitStatus.AVAILABLE),
                stamps=("status_at", "duty_since"),
                at_least=1,
            ),
        ),
        guards=("side_rows", "unit_moves", "unit_with_assignment", "crew_as_signed"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        RELIEVED,
        SENDERS,
        (
            *_sign(*_OF_CREW, on_duty=True),
            update("unit", *_OF_CREW, stamps=("duty_since",), at_least=1),
        ),
        guards=("side_rows", "crew_as_signed"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        SIGNED_OFF,
        SENDERS,
        (
            *_sign(on_duty=False),
            update("unit", fixed=_status(UnitStatus.OFF_DUTY) | _NOBODY, stamps=("status_at",), at_least=1),
        ),
        guards=("side_rows", "unit_moves", "unit_with_assignment", "crew_as_signed"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        GIVEN,
        TAKERS,
        (
            insert("handover", "shift", stamps=("given_at",), authored=("given_by",), at_least=1),
            insert("handover_private", "page!", "watch", at_least=1),
        ),
        guards=("side_rows",),
        size=HANDOVER_SIZE,
    ),
    ActKind(
        TAKEN,
        TAKERS,
        (
            update("handover", stamps=("taken_at",), authored=("taken_by",), at_least=1),
            update("incident", authored=("holder",), stamps=("held_since",), at_most=PASSED_ON),
        ),
        guards=("handover_by_another", "incident_open", "passed_on_by_giver", "signed_by_giver"),
        note=NoteRule.OPTIONAL,
        size=HANDOVER_SIZE,
    ),
    ActKind(
        TAKEN_OVER,
        frozenset({Role.SUPERVISOR}),
        (update("incident", authored=("holder",), stamps=("held_since",), at_least=1),),
        guards=("incident_open", "in_anothers_hand"),
        note=NoteRule.REQUIRED,
    ),
)
