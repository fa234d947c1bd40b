"""Sounds: made by our own program, played by whatever is there, and silence is noticed."""

import struct
import sys
import wave
from io import BytesIO
from pathlib import Path

import pytest

from tests.ui.driver import Driver
from tools.sounds import RATE, SOUND_TONES, wav
from ui.incidents.sound import Sound, Speaker, sound_file

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="players are programs of Linux and macOS")


def _samples(data: bytes) -> tuple[int, ...]:
    with wave.open(BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        count = file.getnframes()
        return struct.unpack(f"<{count}h", file.readframes(count))


@pytest.mark.parametrize("sound", Sound)
def test_the_files_are_what_the_program_makes(sound: Sound) -> None:
    """Sines differ by a bit from machine to machine."""
    kept, made = _samples(sound_file(sound).read_bytes()), _samples(wav(SOUND_TONES[sound.value]))
    assert len(kept) == len(made)
    assert max(abs(one - other) for one, other in zip(kept, made, strict=True)) <= 1


def test_sounds_are_short_and_heard() -> None:
    for sound in (Sound.NEW_P1, Sound.P1_WAITS):
        samples = _samples(sound_file(sound).read_bytes())
        assert len(samples) / RATE < 1.0
        assert max(samples) > 10_000
    assert set(_samples(sound_file(Sound.SILENCE).read_bytes())) == {0}


def _player(folder: Path, name: str, code: int) -> tuple[str]:
    script = folder / name
    script.write_text(f'#!/bin/sh\necho "{name} ${{1##*/}}" >> {folder}/log\nexit {code}\n')
    script.chmod(0o755)
    return (str(script),)


@posix_only
def test_the_first_player_that_works_plays(driver: Driver, tmp_path: Path) -> None:
    players = [_player(tmp_path, "broken", 1), _player(tmp_path, "works", 0), _player(tmp_path, "spare", 0)]
    speaker = Speaker(None, [("no-such-player",), *players])
    speaker.play(Sound.NEW_P1)
    driver.until(lambda: speaker.heard is True)
    assert (tmp_path / "log").read_text().splitlines() == ["broken new_p1.wav", "works new_p1.wav"]


@posix_only
def test_a_desk_without_sound_knows_it_and_tries_again(driver: Driver, tmp_path: Path) -> None:
    player = _player(tmp_path, "player", 1)
    speaker = Speaker(None, [player])
    speaker.check()
    driver.until(lambda: speaker.heard is False)
    _player(tmp_path, "player", 0)
    speaker.play(Sound.P1_WAITS)
    driver.until(lambda: speaker.heard is True)


def test_without_any_player_there_is_no_sound(driver: Driver) -> None:
    speaker = Speaker(None, [])
    speaker.check()
    driver.until(lambda: speaker.heard is False)


@posix_only
def test_a_player_that_still_plays_is_ended_with_its_owner(driver: Driver, tmp_path: Path) -> None:
    script = tmp_path / "slow"
    script.write_text(f"#!/bin/sh\necho began >> {tmp_path}/log\nexec sleep 60\n")
    script.chmod(0o755)
    log = tmp_path / "log"
    log.touch()
    speaker = Speaker(None, [(str(script),)])
    speaker.play(Sound.NEW_P1)
    driver.until(lambda: log.read_text() == "began\n")
    speaker.play(Sound.NEW_P1)
    speaker.stop()
    assert log.read_text() == "began\n"
    assert speaker.heard is None
