"""Make the sounds of the desk: python tools/sounds.py

They are ours, made of sine tones with the standard library; the same program always makes the same bytes.
"""

import array
import math
import sys
import wave
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

SOUNDS = Path(__file__).parents[1] / "resources" / "sounds"
RATE = 22_050
_FADE = 0.012
"""Seconds in which a tone swells and dies away, so that it does not click."""


@dataclass(frozen=True)
class Tone:
    """A tone, or a pause with the frequency 0. Volume from 0 to 1."""

    hertz: float
    seconds: float
    volume: float = 0.6


_PAUSE = Tone(0, 0.07)
_RISING = (Tone(659.3, 0.11), Tone(880.0, 0.11), Tone(1174.7, 0.2))

SOUND_TONES: Mapping[str, tuple[Tone, ...]] = {
    "new_p1": (*_RISING, _PAUSE, *_RISING),
    "p1_waits": (Tone(880.0, 0.16, 0.45), _PAUSE, Tone(659.3, 0.26, 0.45)),
    "late": (Tone(587.3, 0.1, 0.4), _PAUSE, Tone(587.3, 0.1, 0.4), _PAUSE, Tone(784.0, 0.18, 0.45)),
    "agency": (Tone(440.0, 0.05, 0.35), Tone(554.4, 0.05, 0.35)) * 4,
    "work": (Tone(392.0, 0.22, 0.25),),
    "reminder": (Tone(698.5, 0.08, 0.4), _PAUSE, Tone(880.0, 0.22, 0.4)),
    "crew_due": (Tone(784.0, 0.14, 0.55), Tone(587.3, 0.14, 0.55), Tone(784.0, 0.2, 0.55)),
    "crew_silent": (Tone(987.8, 0.13, 0.85), Tone(1318.5, 0.13, 0.85)) * 4,
    "held": (Tone(523.3, 0.09, 0.3), _PAUSE, Tone(523.3, 0.09, 0.3)),
    "held_long": (*(Tone(523.3, 0.12, 0.75), _PAUSE) * 3, Tone(698.5, 0.3, 0.75)),
    "compression": (Tone(1046.5, 0.07, 0.5),),
    "distress": (*(Tone(1568.0, 0.12, 1.0), Tone(988.0, 0.12, 1.0)) * 6, Tone(1975.5, 0.5, 1.0)),
    "silence": (Tone(0, 0.05),),
}
"""By the name of the file: three tones that rise, twice, for a new P1; two that fall while it waits; a step
up for what is late, a trill for an agency that does not answer, one low tone for work of days, two that rise
softly for a reminder; a crew that is
to be asked swings once, and one that does not answer is a siren; a knock for a caller on hold, which grows;
one short tone for each compression of a chest; for a crew in distress two high tones by turns."""


def samples(tones: Iterable[Tone]) -> list[int]:
    """The tones one after the other, as 16-bit samples; two harmonics make them carry in a loud room."""
    made = []
    for tone in tones:
        count = round(tone.seconds * RATE)
        for at in range(count):
            angle = 2 * math.pi * tone.hertz * at / RATE
            wave_form = (math.sin(angle) + 0.4 * math.sin(2 * angle) + 0.2 * math.sin(3 * angle)) / 1.6
            edge = min(1.0, at / (_FADE * RATE), (count - at) / (_FADE * RATE))
            made.append(round(32_000 * tone.volume * edge * wave_form))
    return made


def wav(tones: Iterable[Tone]) -> bytes:
    """The tones as a WAV file with one channel."""
    data = array.array("h", samples(tones))
    if sys.byteorder == "big":
        data.byteswap()
    file = BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(data.tobytes())
    return file.getvalue()


def main() -> None:
    """Write the files."""
    SOUNDS.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUND_TONES.items():
        (SOUNDS / f"{name}.wav").write_bytes(wav(tones))


if __name__ == "__main__":
    main()
