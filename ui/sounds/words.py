"""What each sound of the desk says."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ui.incidents.sound import Sound
from ui.marking import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP

SOUND_WORDS: Mapping[str, str] = {
    "distress": _N("Sounds", "A crew is in distress"),
    "crew_silent": _N("Sounds", "A crew does not answer"),
    "new_p1": _N("Sounds", "A new P1"),
    "p1_waits": _N("Sounds", "A P1 waits"),
    "late": _N("Sounds", "Something is late"),
    "crew_due": _N("Sounds", "A crew is to be asked"),
    "agency": _N("Sounds", "An agency does not answer"),
    "reminder": _N("Sounds", "A reminder is due"),
    "work": _N("Sounds", "Work is past its days"),
    "held": _N("Sounds", "A caller is on hold"),
    "held_long": _N("Sounds", "A caller is on hold for long"),
    "compression": _N("Sounds", "Rhythm for chest compressions"),
}
"""By the sound's name, the most urgent first: so they stand on the page."""


def sound_words(sound: Sound) -> str:
    """What a sound says, in the operator's language."""
    return QCoreApplication.translate("Sounds", SOUND_WORDS.get(sound.value, sound.value))


def sounds_to_try() -> list[Sound]:
    """All sounds that are heard, the most urgent first."""
    places = {name: place for place, name in enumerate(SOUND_WORDS)}
    heard = (one for one in Sound if one is not Sound.SILENCE)
    return sorted(heard, key=lambda one: places.get(one.value, len(places)))
