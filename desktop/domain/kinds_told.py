"""The kind of act that says who was told a dispatch text, and the rows of that in other kinds."""

from desktop.domain.kinds import ActKind, Allowed, insert
from desktop.domain.kinds_calls import SENDERS
from desktop.domain.told import STATE

TOLD_AT_ONCE = 30
"""Units and agencies that one act may say were told (our bound, that of units sent at once)."""
TEXT_TOLD = "text.told"
"""An act of this kind says who was told a dispatch text."""


def told(at_least: int = 0, at_most: int = TOLD_AT_ONCE) -> Allowed:
    """That somebody was told, as a part of a kind."""
    return insert(
        "told",
        *("incident!", "assignment", "referral", "means!", *STATE, "with_number"),
        stamps=("told_at",),
        authored=("told_by",),
        at_least=at_least,
        at_most=at_most,
    )


TOLD_KINDS = (ActKind(TEXT_TOLD, SENDERS, (told(at_least=1),), guards=("told_whom",)),)
