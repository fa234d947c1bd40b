"""Kinds of act about warnings of places."""

from desktop.domain.kinds import ActKind, NoteRule, insert, update
from desktop.domain.kinds_calls import SENDERS, TAKERS
from desktop.domain.warnings import WarningState

READ_AT_ONCE = 30
"""Warnings that one act says were read (our bound)."""

OF_WARNING = (
    *("kind", "critical", "address", "area", "latitude", "longitude", "radius"),
    "expires_at",
)
SAID = ("text", "source")
"""What is personal in a warning."""

WARNING_KINDS = (
    ActKind(
        "warning.made",
        TAKERS,
        (
            insert("place_warning", *OF_WARNING, stamps=("made_at",), authored=("made_by",), at_least=1),
            insert("place_warning_private", *SAID, at_least=1),
        ),
        guards=("side_rows", "warning_has_place"),
    ),
    ActKind(
        "warning.changed",
        SENDERS,
        (update("place_warning", *OF_WARNING), update("place_warning_private", *SAID)),
        guards=("warning_active", "warning_has_place"),
    ),
    ActKind(
        "warning.withdrawn",
        SENDERS,
        (
            update(
                "place_warning",
                fixed={"state": WarningState.WITHDRAWN},
                stamps=("withdrawn_at",),
                authored=("withdrawn_by",),
                at_least=1,
            ),
        ),
        guards=("warning_active",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "warning.read",
        SENDERS,
        (
            insert(
                "warning_read",
                *("warning!", "incident!", "read_act!"),
                stamps=("read_at",),
                authored=("operator",),
                at_least=1,
                at_most=READ_AT_ONCE,
            ),
        ),
        guards=("incident_open", "warning_as_read"),
    ),
)
