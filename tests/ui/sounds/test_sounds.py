"""The page of sounds: each can be tried, the device is chosen, and a desk without sound says so."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from tests.ui.driver import Driver, OpenDesk
from ui.incidents.sound import Sound, Speaker
from ui.sounds.devices import Device, Devices, pcms, sinks
from ui.sounds.page import DEVICE, SoundsPage
from ui.sounds.words import SOUND_WORDS

SINKS = "0\talsa_output.usb\tmodule\ts16le 2ch\tRUNNING\n1\tbluez.head\tmodule\ts16le\tIDLE\n"
PCMS = "null\n    Discard all\ndefault\n    Default\nhw:CARD=PCH,DEV=0\n    HDA Intel PCH\n\nsysdefault\n"

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="players are programs of Linux and macOS")


def test_devices_are_read_from_what_the_systems_programs_say() -> None:
    assert [one.id for one in sinks(SINKS)] == ["pulse:alsa_output.usb", "pulse:bluez.head"]
    assert list(pcms(PCMS)) == [
        Device("alsa:hw:CARD=PCH,DEV=0", "HDA Intel PCH (hw:CARD=PCH,DEV=0)"),
        Device("alsa:sysdefault", "sysdefault"),
    ]


def test_every_sound_has_its_words() -> None:
    assert {one.value for one in Sound} - {"silence"} <= set(SOUND_WORDS)


@posix_only
def test_a_sound_is_tried_and_the_device_is_remembered(
    driver: Driver, desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def program(name: str, does: str) -> str:
        script = tmp_path / name
        script.write_text(f"#!/bin/sh\n{does}\n")
        script.chmod(0o755)
        return str(script)

    log = tmp_path / "log"
    log.touch()
    program("paplay", f'echo "$1 ${{2##*/}}" >> {log}; test "$1" = --device=bluez.head')
    spare = program("spare", f'echo "${{1##*/}}" >> {log}')
    listing = program("pactl", f"printf '{SINKS.encode('unicode_escape').decode()}'")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    over, state = QWidget(), QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat)
    speaker = Speaker(over, [(spare,)])
    page = SoundsPage(desk.session, [speaker], state, over, Devices(over, ((listing,),)))
    driver.show(over, 1366, 768)
    page.toggle()
    driver.until(lambda: page.model.row_of("device:pulse:bluez.head") is not None, "devices are listed")

    def enter(key: str, until: Callable[[], bool]) -> None:
        page.table.rest_on(key)
        driver.press("Return")
        driver.until(until)

    enter("sound:new_p1", lambda: "new_p1.wav\n" in log.read_text())
    enter("device:pulse:bluez.head", lambda: speaker.device == "pulse:bluez.head")
    enter("sound:held", lambda: "--device=bluez.head held.wav" in log.read_text())
    assert state.value(DEVICE) == "pulse:bluez.head"
    enter("device:pulse:alsa_output.usb", lambda: speaker.fell_back)
    assert page.summary.text() == "The chosen device does not play: the system's own choice is used."
    over.hide()
    over.deleteLater()
