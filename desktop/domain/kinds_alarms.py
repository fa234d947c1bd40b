"""Kinds of act about alarms: somebody takes one, a crew says that it is well. The alarms are derived."""

from desktop.domain.kinds import ActKind, NoteRule, insert, update
from desktop.domain.kinds_calls import SENDERS, TAKERS

TAKEN = "alarm.taken"
WELL = "unit.well"
"""An act of this kind says that a unit's crew is well: the clock of its welfare begins anew."""
_NAMED = ("kind!", "about!", "incident", "unit")

ALARM_KINDS = (
    ActKind(
        TAKEN,
        TAKERS,
        (
            insert("alarm_answer", *_NAMED, "stage!", stamps=("taken_at",), authored=("taken_by",)),
            update("alarm_answer", "stage!", stamps=("taken_at",), authored=("taken_by",)),
        ),
        guards=("alarm_named",),
    ),
    ActKind(
        WELL,
        SENDERS,
        (
            insert("alarm_answer", *_NAMED, stamps=("well_at",)),
            update("alarm_answer", stamps=("well_at",)),
        ),
        guards=("alarm_named",),
        note=NoteRule.OPTIONAL,
    ),
)
