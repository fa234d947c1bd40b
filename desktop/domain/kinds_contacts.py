"""Kinds of act about the phone book; its entries are reference data."""

from desktop.domain.kinds import ActKind, NoteRule, insert
from desktop.domain.kinds_calls import TAKERS

TRIED = "contact.tried"
"""An act of this kind says that somebody was telephoned, and with what result."""

CONTACT_KINDS = (
    ActKind(
        TRIED,
        TAKERS,
        (
            insert(
                "contact_try",
                *("contact!", "incident", "number!", "result!"),
                stamps=("tried_at",),
                authored=("operator",),
                at_least=1,
            ),
        ),
        note=NoteRule.OPTIONAL,
    ),
)
