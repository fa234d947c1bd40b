"""Kinds of act about calls."""

from desktop.domain.calls import CallType, Direction
from desktop.domain.kinds import ActKind, NoteRule, insert, update
from desktop.domain.reference import Role

TAKERS = frozenset({Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR})
SENDERS = frozenset({Role.DISPATCHER, Role.SUPERVISOR})

LINE = ("direction", "line", "channel", "external_id", "rang_at", "recording")
CALLER = ("number", "name", "narrative")
_REFERENCE = insert("external_reference", "system!", "external_id!", "call", "incident", at_most=2)

CALL_KINDS = (
    ActKind(
        "call.taken",
        TAKERS,
        (
            insert("call", *LINE, stamps=("answered_at",), authored=("operator",), at_least=1),
            insert("call_private", *CALLER, at_least=1),
            _REFERENCE,
        ),
        guards=("side_rows",),
    ),
    ActKind(
        "call.described",
        TAKERS,
        (update("call", *LINE), update("call_private", *CALLER)),
    ),
    ActKind(
        "call.held",
        TAKERS,
        (update("call", stamps=("held_at",), at_least=1),),
        guards=("call_running",),
    ),
    ActKind(
        "call.resumed",
        TAKERS,
        (update("call", fixed={"held_at": None}, at_least=1),),
        guards=("call_running",),
    ),
    ActKind(
        "call.hung_up",
        TAKERS,
        (update("call", stamps=("hung_up_at",), at_least=1),),
        guards=("call_running",),
    ),
    ActKind(
        "call.finished",
        TAKERS,
        (update("call", fixed={"call_type": CallType.GENUINE}, stamps=("ended_at",), at_least=1),),
        guards=("call_running", "call_with_incident"),
    ),
    ActKind(
        "call.broken_off",
        TAKERS,
        (update("call", fixed={"call_type": CallType.DROPPED}, stamps=("ended_at",), at_least=1),),
        guards=("call_running", "call_with_incident"),
    ),
    ActKind(
        "call.ended",
        TAKERS,
        (
            update("call", "call_type!", *LINE, stamps=("ended_at",), at_least=1),
            update("call_private", *CALLER),
            insert("silence", "call!", "seconds!"),
        ),
        guards=("call_running", "call_without_incident", "junk_type", "silence_of_silent"),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "call.end_undone",
        TAKERS,
        (update("call", fixed={"call_type": None, "ended_at": None}, at_least=1),),
        guards=("call_ended",),
    ),
    ActKind(
        "call.joined",
        TAKERS,
        (
            update(
                "call",
                "incident!",
                *LINE,
                fixed={"call_type": CallType.GENUINE, "ended_at": None, "partable": True},
                at_least=1,
            ),
            update("call_private", *CALLER),
        ),
        guards=("call_running", "call_without_incident", "incident_open"),
    ),
    ActKind(
        "call.parted",
        TAKERS,
        (
            update(
                "call",
                fixed={"incident": None, "partable": False, "call_type": None, "ended_at": None},
                at_least=1,
            ),
        ),
        guards=("call_partable",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "number.blocked",
        TAKERS,
        (insert("block", "call!", "hours", stamps=("blocked_at",), at_least=1),),
        guards=("call_has_number",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "block.lifted",
        TAKERS,
        (update("block", stamps=("lifted_at",), at_least=1),),
        note=NoteRule.REQUIRED,
    ),
    ActKind(
        "block.overruled",
        TAKERS,
        (
            update("block", stamps=("lifted_at",), at_least=1),
            update("call", at_least=1),
            update("call_private", *CALLER),
        ),
        guards=("call_running", "block_of_number"),
    ),
    ActKind(
        "call_back.begun",
        TAKERS,
        (
            insert(
                "call",
                *("channel", "line"),
                fixed={"direction": Direction.OUT},
                stamps=("answered_at",),
                authored=("operator",),
                at_least=1,
            ),
            insert("call_private", "number!", "name", at_least=1),
            insert(
                "call_back",
                *("call!", "by_call!"),
                stamps=("begun_at",),
                authored=("operator",),
                at_least=1,
            ),
        ),
        guards=("side_rows", "call_back_of_lost"),
    ),
    ActKind(
        "call_back.given_up",
        TAKERS,
        (insert("call_back", "call!", stamps=("begun_at",), authored=("operator",), at_least=1),),
        guards=("call_back_of_lost",),
        note=NoteRule.OPTIONAL,
    ),
)
