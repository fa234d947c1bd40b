"""The kind of act that erases what is personal."""

from desktop.domain.kinds import MANY, ActKind, NoteRule, insert, update
from desktop.domain.reference import Role

ERASED = "personal.erased"
"""An act of this kind also empties the personal halves of the acts about its calls and incidents."""

NOTE = "erased_note"
"""Its rows name, by their ids, acts of which an erasure empties the note alone."""

TOMBSTONE = "erased_at"
"""The one column of a personal row that an erasure fills; it is nothing personal."""

ERASURE_KINDS = (
    ActKind(
        ERASED,
        frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
        (
            update(
                "call_private",
                fixed={"number": None, "name": None, "narrative": None},
                stamps=(TOMBSTONE,),
                at_most=MANY,
            ),
            update("incident_private", fixed={"patient": None}, stamps=(TOMBSTONE,), at_most=MANY),
            update(
                "place_warning_private",
                fixed={"text": None, "source": None},
                stamps=(TOMBSTONE,),
                at_most=MANY,
            ),
            update("memo_private", fixed={"text": None}, stamps=(TOMBSTONE,), at_most=MANY),
            update(
                "contact_private",
                fixed={"person": None, "numbers": None},
                stamps=(TOMBSTONE,),
                at_most=MANY,
            ),
            update("crew_sign_private", fixed={"names": None}, stamps=(TOMBSTONE,), at_most=MANY),
            update(
                "handover_private", fixed={"page": None, "watch": None}, stamps=(TOMBSTONE,), at_most=MANY
            ),
            insert(NOTE, "incident", stamps=(TOMBSTONE,), at_most=MANY),
        ),
        guards=("erased_is_over", "note_erasable"),
        note=NoteRule.REQUIRED,
    ),
)
