"""Kinds of act about question cards."""

from desktop.domain.cards import ApprovalState
from desktop.domain.kinds import ActKind, NoteRule, insert, update
from desktop.domain.kinds_erasure import ERASED
from desktop.domain.reference import Role

APPROVED, WITHDRAWN = "card.approved", "card.withdrawn"
OF_REFERENCE = frozenset(
    {
        "reference.loaded",
        APPROVED,
        WITHDRAWN,
        ERASED,
        "hospital.full",
        "hospital.takes_again",
        "plans.put_in_force",
    }
)
"""Kinds that change the reference data which every desk has: an erasure, the phone book."""
DECIDERS = frozenset({Role.SUPERVISOR})
"""Who writes down what the city's medical officer decided."""


def _decided(state: ApprovalState) -> dict[str, object]:
    return {"fixed": {"state": state}, "stamps": ("decided_at",), "authored": ("decided_by",)}


CARD_KINDS = (
    ActKind(
        APPROVED,
        DECIDERS,
        (
            insert("card_approval", "card!", "version!", **_decided(ApprovalState.APPROVED)),
            update("card_approval", **_decided(ApprovalState.APPROVED)),
        ),
        guards=("approval_named", "approval_changes"),
        note=NoteRule.REQUIRED,
    ),
    ActKind(
        WITHDRAWN,
        DECIDERS,
        (update("card_approval", **_decided(ApprovalState.WITHDRAWN), at_least=1),),
        guards=("approval_changes",),
        note=NoteRule.REQUIRED,
    ),
)
