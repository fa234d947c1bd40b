"""A question card by keys: a mother who cannot breathe, an answer corrected, the rhythm, another language."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.steps import hang_up, open_incident, see_incident, take_call, wait_line

AWAKE, COMPLAINT = "Apakah ia sadar dan bisa menjawab?", "Apa keluhan utamanya?"


def test_a_card_is_answered_by_keys_while_the_caller_speaks(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan")
    take_call(desk, "ibu saya sesak napas")
    desk.wait_for("Usul: Alt+1 Orang sakit")
    desk.keys("Alt+1")
    desk.wait_for(AWAKE)
    desk.keys("Alt+q")
    desk.wait_for(COMPLAINT)
    desk.keys("Alt+t")
    desk.wait_for("Prioritas P2 (dari P1): keluhan: lainnya")
    open_incident(desk, "001")

    desk.keys("Alt+Left")
    desk.wait_for(COMPLAINT)
    desk.keys("Alt+q")
    desk.wait_gone("Prioritas P2")
    desk.keys("Alt+Left", "Alt+Left", "Alt+Left")
    desk.wait_for(AWAKE)
    desk.keys("Alt+w")
    desk.wait_for("Tumit tangan di tengah dada")
    desk.keys("Ctrl+o")
    desk.wait_for("TEKAN — 110 per menit")
    desk.keys("Ctrl+i")
    desk.wait_for("Where are you?")
    desk.type(", tidak sadar lagi")
    picture = desk.wait_for("ibu saya sesak napas, tidak sadar lagi")
    assert picture.shows("TEKAN — 110 per menit"), "the rhythm goes on while the caller is written down"
    hang_up(desk)
    desk.wait_gone("TEKAN — 110 per menit")

    see_incident(desk)
    wait_line(desk, "Kronologi", "Prioritas: P2 → P1")
    wait_line(desk, "Kronologi", "keluhan: lainnya", "keluhan: sesak")
    desk.wait_for("sadar: tidak, napas: tidak biasa, keluhan: sesak napas")
