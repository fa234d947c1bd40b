"""Kinds of act about a crew in distress."""

from desktop.domain.distress import DistressEnd, DistressState
from desktop.domain.kinds import ActKind, NoteRule, insert, update
from desktop.domain.kinds_calls import TAKERS
from desktop.domain.reference import Role

RAISED = "distress.raised"


def _ended(kind: str, how: DistressEnd) -> ActKind:
    """The note tells who said so: nobody ends another's distress by a key."""
    change = update(
        "distress",
        fixed={"state": DistressState.ENDED, "ended_as": how},
        stamps=("ended_at",),
        authored=("ended_by",),
        at_least=1,
    )
    return ActKind(kind, TAKERS, (change,), ("distress_open",), NoteRule.REQUIRED)


DISTRESS_KINDS = (
    ActKind(
        RAISED,
        TAKERS | {Role.ADMINISTRATOR},
        (
            insert(
                "distress",
                "unit!",
                "incident",
                fixed={"state": DistressState.OPEN},
                stamps=("raised_at",),
                authored=("raised_by",),
                at_least=1,
            ),
        ),
        guards=("one_distress",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "distress.taken",
        TAKERS,
        (update("distress", stamps=("taken_at",), authored=("taken_by",), at_least=1),),
        guards=("distress_open",),
    ),
    _ended("distress.over", DistressEnd.OVER),
    _ended("distress.false_alarm", DistressEnd.FALSE_ALARM),
)
