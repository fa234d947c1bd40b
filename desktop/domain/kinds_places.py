"""Kinds of act about places that operators keep for all desks."""

from desktop.domain.kinds import ActKind, NoteRule, insert, update
from desktop.domain.kinds_calls import SENDERS, TAKERS

PLACE = ("name", "place_kind", "aliases", "area", "latitude", "longitude", "street")
KEPT, CORRECTED, CHANGED, WITHDRAWN = "place.kept", "place.corrected", "place.changed", "place.withdrawn"
PLACE_ACTS = frozenset({KEPT, CORRECTED, CHANGED, WITHDRAWN})

_MADE = {"stamps": ("kept_at",), "authored": ("kept_by",), "at_least": 1}
_OTHERS = PLACE[2:]

PLACE_KINDS = (
    # A new name takes nothing away from anybody; what changes a place that all know is for who sends units.
    ActKind(
        KEPT,
        TAKERS,
        (insert("kept_place", "name!", "place_kind!", *_OTHERS, **_MADE),),
        guards=("kept_place_named",),
    ),
    ActKind(
        CORRECTED,
        SENDERS,
        (insert("kept_place", "name!", "place_kind!", "instead_of!", *_OTHERS, **_MADE),),
        guards=("kept_place_named", "place_corrected_once"),
    ),
    ActKind(
        CHANGED,
        SENDERS,
        (update("kept_place", *PLACE, at_least=1),),
        guards=("kept_place_named", "kept_place_stands"),
    ),
    ActKind(
        WITHDRAWN,
        SENDERS,
        (update("kept_place", stamps=("withdrawn_at",), at_least=1),),
        guards=("kept_place_stands",),
        note=NoteRule.OPTIONAL,
    ),
)
