"""Kinds of act about hospitals and who is brought to them."""

from desktop.domain.hospitals import Triage
from desktop.domain.kinds import ActKind, Allowed, NoteRule, insert, update
from desktop.domain.kinds_calls import SENDERS, TAKERS
from desktop.domain.kinds_units import ended, free_unit

FULL, TAKES_AGAIN = "hospital.full", "hospital.takes_again"
"""A hospital takes nobody for a while, or until it says otherwise; it takes patients again."""

_SAID: dict[str, object] = {"stamps": ("said_at",), "authored": ("said_by",)}
_NAMES = ("assignment!", "unit!", "incident!")


def _transport(*fields: str, stamps: tuple[str, ...] = ()) -> tuple[Allowed, Allowed]:
    """A transport as it is first told of, or told more of; `incident`: the one that it is for now."""
    return (
        insert("transport", *_NAMES, *fields, stamps=stamps),
        update("transport", "incident!", *fields, stamps=stamps),
    )


HOSPITAL_KINDS = (
    ActKind(
        FULL,
        TAKERS,
        (
            insert("hospital_state", "hospital!", "full_until", "open_end", **_SAID),
            update("hospital_state", "full_until", "open_end", **_SAID),
        ),
        guards=("state_of_hospital", "full_ahead"),
    ),
    ActKind(
        TAKES_AGAIN,
        TAKERS,
        (update("hospital_state", "open_end", fixed={"full_until": None}, at_least=1, **_SAID),),
        guards=("room_again",),
    ),
    ActKind(
        "hospital.told",
        SENDERS,
        _transport("told!", stamps=("told_at",)),
        guards=("transport_fits",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "hospital.confirmed",
        SENDERS,
        _transport("confirmed!", stamps=("confirmed_at",)),
        guards=("transport_fits",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "patients.counted",
        SENDERS,
        _transport(*Triage),
        guards=("transport_fits",),
        note=NoteRule.OPTIONAL,
    ),
    ActKind(
        "unit.handed_over",
        SENDERS,
        (*_transport(stamps=("handed_over_at", "handed_over_first")), ended(), free_unit()),
        guards=("unit_moves", "unit_with_assignment", "was_at_hospital", "transport_fits"),
        note=NoteRule.OPTIONAL,
    ),
)
