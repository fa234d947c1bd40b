"""A new P1 is heard at the desk: by a player that the machine has, here one that only writes down."""

import os
from pathlib import Path

import pytest

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.screen import Display
from tests.journeys.steps import hang_up, open_incident, take_call

PLAYER = "pw-play"
"""The one that the desk tries first."""


def test_a_new_p1_plays_its_sound_and_calmer_work_none(
    display: Display, start_desk: StartDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = _stand_in(tmp_path / "bin")
    path = f"{tmp_path / 'bin'}{os.pathsep}{display.environment['PATH']}"
    monkeypatch.setitem(display.environment, "PATH", path)
    desk = start_desk("--database", quiet_centre(tmp_path), anew=True)
    desk.wait_for("F2 terima panggilan")
    desk.until(lambda: _played(log) == ["silence.wav"], "whether there is sound was tried", 15)
    assert not desk.look().shows("tanpa suara")

    take_call(desk, "pohon tumbang", category="pohon tumb")
    open_incident(desk, "001")
    hang_up(desk)
    assert _played(log) == ["silence.wav"]

    take_call(desk, "api di dapur", category="kebakaran rumah")
    open_incident(desk, "002")
    desk.until(lambda: _played(log)[1:2] == ["new_p1.wav"], "the sound of a new P1", 5)


def _stand_in(folder: Path) -> Path:
    folder.mkdir()
    log = folder / "played"
    log.touch()
    player = folder / PLAYER
    player.write_text(f'#!/bin/sh\necho "${{1##*/}}" >> "{log}"\n')
    player.chmod(0o755)
    return log


def _played(log: Path) -> list[str]:
    return log.read_text().split()
