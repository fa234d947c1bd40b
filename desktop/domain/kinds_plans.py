"""The kind of act by which response plans come into force."""

from desktop.domain.kinds import MANY, REFERENCE_SIZE, ActKind, NoteRule, insert, update
from desktop.domain.plans import ResponsePlan
from desktop.domain.records import table_of
from desktop.domain.reference import Role

IN_FORCE = "plans.put_in_force"
"""An act of this kind lets plans hold from then on, each with a version that says who, when and why."""

_COLUMNS = tuple(table_of(ResponsePlan).by_name)
_OTHER = tuple(name for name in _COLUMNS if name != "category")

PLAN_KINDS = (
    ActKind(
        IN_FORCE,
        frozenset({Role.ADMINISTRATOR}),
        (
            insert("response_plan", "category!", *_OTHER, at_most=MANY),
            update("response_plan", *_COLUMNS, at_most=MANY),
            insert(
                "plan_version",
                "plan!",
                "plan_values!",
                "why",
                stamps=("made_at",),
                authored=("made_by",),
                at_least=1,
                at_most=MANY,
            ),
        ),
        guards=("plans_versioned",),
        note=NoteRule.OPTIONAL,
        size=REFERENCE_SIZE,
    ),
)
