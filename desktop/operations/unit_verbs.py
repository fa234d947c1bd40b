"""What can be said of a unit, by which letters and words, and what may follow its status.

The letters come from the Indonesian words and are the same in both languages; English words are understood
beside the Indonesian ones.
"""

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.units import FREE, MOVES, TO_HOSPITAL, Assignment, Unit, UnitStatus
from desktop.operations.typed_verbs import Verbs


class UnitVerb(StrEnum):
    """What an operator says of a unit."""

    UNDER_WAY = "under_way"
    ON_SCENE = "on_scene"
    TRANSPORTING = "transporting"
    AT_HOSPITAL = "at_hospital"
    RETURNING = "returning"
    AVAILABLE = "available"
    CANCEL = "cancel"
    OUT_OF_SERVICE = "out_of_service"
    OFF_DUTY = "off_duty"
    OCCUPY = "occupy"
    DESTINATION = "destination"
    TOLD = "hospital_told"
    CONFIRMED = "hospital_confirmed"
    FULL = "hospital_full"
    PATIENTS = "patients"
    HAND_OVER = "hand_over"
    MOVE = "move"
    WELL = "well"


_V, _S = UnitVerb, UnitStatus

STATUS_OF: Mapping[UnitVerb, UnitStatus] = {
    _V.UNDER_WAY: _S.UNDER_WAY,
    _V.ON_SCENE: _S.ON_SCENE,
    _V.TRANSPORTING: _S.TRANSPORTING,
    _V.AT_HOSPITAL: _S.AT_HOSPITAL,
    _V.RETURNING: _S.RETURNING,
    _V.AVAILABLE: _S.AVAILABLE,
    _V.OUT_OF_SERVICE: _S.OUT_OF_SERVICE,
    _V.OFF_DUTY: _S.OFF_DUTY,
}
"""The status to which a verb leads, where it leads to one."""

WITH_PATIENTS = frozenset({_V.TOLD, _V.CONFIRMED, _V.FULL, _V.PATIENTS, _V.HAND_OVER})
"""What is said of a unit that has patients on board, or is about to take them."""

VERBS = Verbs(
    letters={
        "m": _V.UNDER_WAY,
        "l": _V.ON_SCENE,
        "t": _V.TRANSPORTING,
        "r": _V.AT_HOSPITAL,
        "k": _V.RETURNING,
        "s": _V.AVAILABLE,
        "b": _V.CANCEL,
        "x": _V.OUT_OF_SERVICE,
        "o": _V.OFF_DUTY,
        "i": _V.OCCUPY,
        "h": _V.DESTINATION,
        "p": _V.MOVE,
        "w": _V.WELL,
        "d": _V.TOLD,
        "y": _V.CONFIRMED,
        "f": _V.FULL,
        "j": _V.PATIENTS,
        "e": _V.HAND_OVER,
        "u": _V.UNDER_WAY,
        "a": _V.AVAILABLE,
        "c": _V.CANCEL,
    },
    phrases={
        _V.UNDER_WAY: ("menuju", "berangkat", "meluncur", "under way", "on the way", "en route"),
        _V.ON_SCENE: (
            "di lokasi",
            "lokasi",
            "tiba",
            "sampai",
            "tkp",
            "di tkp",
            "on scene",
            "scene",
            "arrived",
        ),
        _V.TRANSPORTING: (
            *("ke rs", "bawa ke rs", "bawa", "ke rumah sakit", "bawa ke rumah sakit"),
            *("transport", "to hospital", "transporting"),
        ),
        _V.AT_HOSPITAL: ("di rs", "rs", "di rumah sakit", "at hospital"),
        _V.RETURNING: ("kembali", "pulang", "balik", "returning", "back"),
        _V.AVAILABLE: ("siap", "selesai", "available", "free"),
        _V.CANCEL: ("batal", "batalkan", "cancel"),
        _V.OUT_OF_SERVICE: ("rusak", "keluar dinas", "perbaikan", "out of service", "broken"),
        _V.OFF_DUTY: ("lepas dinas", "lepas", "off duty", "off"),
        _V.OCCUPY: ("sibuk", "isi", "busy"),
        _V.DESTINATION: ("tujuan", "destination", "hospital"),
        _V.TOLD: ("kabari rs", "kabari", "rs tahu", "tell hospital", "hospital told"),
        _V.CONFIRMED: ("rs sanggup", "sanggup", "hospital agrees", "agrees"),
        _V.FULL: ("rs penuh", "hospital full"),
        _V.PATIENTS: ("pasien", "jumlah pasien", "patients"),
        _V.HAND_OVER: ("serah", "serahkan", "serah terima", "hand over", "handed over"),
        _V.MOVE: ("pindah pos", "pindah", "pos", "move", "post"),
        _V.WELL: ("aman", "awak aman", "well", "safe"),
    },
)
"""`isi` also as a unit fills its tank: busy, and for no incident."""

_MAY_SAY: Mapping[UnitVerb, frozenset[UnitStatus]] = {
    _V.TOLD: frozenset({_S.ON_SCENE, *TO_HOSPITAL}),
    _V.CONFIRMED: frozenset({_S.ON_SCENE, *TO_HOSPITAL}),
    _V.FULL: frozenset({_S.ON_SCENE, *TO_HOSPITAL}),
    _V.PATIENTS: frozenset({_S.ON_SCENE, *TO_HOSPITAL}),
    _V.HAND_OVER: TO_HOSPITAL,
}

_LIKELY: Mapping[UnitStatus, UnitVerb] = {
    _S.ASSIGNED: _V.UNDER_WAY,
    _S.UNDER_WAY: _V.ON_SCENE,
    _S.ON_SCENE: _V.RETURNING,
    _S.TRANSPORTING: _V.AT_HOSPITAL,
    _S.AT_HOSPITAL: _V.HAND_OVER,
    _S.RETURNING: _V.AVAILABLE,
    _S.OUT_OF_SERVICE: _V.AVAILABLE,
    _S.OFF_DUTY: _V.AVAILABLE,
}


def legal(unit: Unit, running: Assignment | None) -> tuple[UnitVerb, ...]:
    """What may be said of a unit now, in the order in which it is offered."""
    return tuple(verb for verb in UnitVerb if _is_legal(verb, unit, running))


def _is_legal(verb: UnitVerb, unit: Unit, running: Assignment | None) -> bool:
    if verb in STATUS_OF:
        return STATUS_OF[verb] in MOVES[unit.status]
    if verb is UnitVerb.OCCUPY:
        return unit.status in FREE
    if verb is UnitVerb.WELL:
        return unit.status is UnitStatus.ON_SCENE and running is not None and running.incident is not None
    if verb in WITH_PATIENTS:
        return running is not None and running.incident is not None and unit.status in _MAY_SAY[verb]
    return verb is UnitVerb.MOVE or running is not None


def likely(unit: Unit, running: Assignment | None) -> UnitVerb | None:
    """The most likely next thing to be heard of a unit; None for one that is available.

    What is busy with no incident is next free again.
    """
    if running is not None and running.incident is None:
        return UnitVerb.AVAILABLE
    return _LIKELY.get(unit.status)


def meant(verb: UnitVerb, unit: Unit) -> UnitVerb:
    """Who is on the road to a hospital already, and told to go to one, goes to another one."""
    on_the_road = unit.status is UnitStatus.TRANSPORTING and verb is UnitVerb.TRANSPORTING
    return UnitVerb.DESTINATION if on_the_road else verb


def ends_unseen(verb: UnitVerb, unit: Unit, running: Assignment | None) -> bool:
    """Whether that would finish the work for an incident at which the unit never was."""
    finishes = verb in (UnitVerb.RETURNING, UnitVerb.AVAILABLE)
    return finishes and running is not None and running.incident is not None and running.on_scene_at is None
