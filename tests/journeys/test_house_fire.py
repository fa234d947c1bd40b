"""A house fire in Denpasar, from the ring to the close, with two engines and PLN; then again in English."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.screen import Window
from tests.journeys.steps import (
    answer,
    assign,
    hear,
    note,
    open_incident,
    refer,
    see_incident,
    take_call,
    wait_line,
)

WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "list": "Kejadian",
        "units": "Armada per pos",
        "timeline": "Kronologi",
        "beside": "Pelapor, armada, instansi",
        "category": "Kebakaran rumah/bangunan",
        "waiting": "menunggu",
        "assigned": "ditugaskan",
        "under_way": "menuju",
        "on_scene": "di lokasi",
        "returning": "kembali",
        "available": "siap",
        "handled": "tertangani",
        "told": "diberi tahu",
        "accepted": "diterima",
        "finished": "selesai",
        "nobody": "belum dipegang",
        "one_waits": "menunggu 1",
        "all_free": "siap 21 / 21",
        "two_less": "siap 19 / 21",
        "no_call": "F2 terima panggilan",
        "at_work": "Alasan: PLN masih bertugas",
        "give_reason": "Armada atau instansi masih bertugas: isi alasannya.",
        "none_open": "0 terbuka",
        "one_open": "1 terbuka",
        "closed": "ditutup",
        "outcome": "oleh Latihan: Tertangani",
        "again": "Dibuka kembali",
    },
    "en": {
        "list": "Incidents",
        "units": "Units by station",
        "timeline": "Timeline",
        "beside": "Callers, units, agencies",
        "category": "Building fire",
        "waiting": "waiting",
        "assigned": "assigned",
        "under_way": "under way",
        "on_scene": "on scene",
        "returning": "returning",
        "available": "available",
        "handled": "handled",
        "told": "told",
        "accepted": "accepted",
        "finished": "finished",
        "nobody": "held by nobody",
        "one_waits": "waiting 1",
        "all_free": "available 21 of 21",
        "two_less": "available 19 of 21",
        "no_call": "F2 takes a call",
        "at_work": "Reason: PLN still at work",
        "give_reason": "Units or agencies are still at work: give a reason.",
        "none_open": "0 open",
        "one_open": "1 open",
        "closed": "closed",
        "outcome": "by Latihan: Handled",
        "again": "Opened again",
    },
}
NARRATIVE = "kebakaran dapur di rumah, api sudah ke atap, ada nenek di dalam"
STREET = "Gg. Mawar 5, Jl. Hayam Wuruk"
SAID = "api padam, listrik dipadamkan PLN"
REASON = "PLN memasang meteran besok"
AGAIN = "api menyala lagi"
NUMBER, PHASE, WORK, HOLDER = 0, 4, 5, 6
"""Columns of the incident list."""


class HouseFire:
    """The journey in stages, in one language."""

    def __init__(self, desk: Window, words: Mapping[str, str]) -> None:
        self.desk = desk
        self.words = words

    def wait_row(self, column: int, text: str) -> list[str]:
        """Wait until the only row of the list says something in a column; the row."""
        rows = self.desk.wait_rows(
            self.words["list"], lambda now: now[0][column] == text, f"row says {text!r}"
        )
        return rows[0]

    def take_the_call(self) -> None:
        """From the ring to the incident, waiting."""
        desk, words = self.desk, self.words
        take_call(desk, NARRATIVE, category="kebak", address=STREET, area="sumerta klod")
        desk.keys("Tab")
        desk.wait_until(lambda now: now.field("Kecamatan") == "Denpasar Timur", "kecamatan filled in")
        open_incident(desk, "001")
        see_incident(desk)
        row = self.wait_row(PHASE, words["waiting"])
        assert row[NUMBER].startswith("P1 ")
        assert row[1:3] == [words["category"], f"{STREET} · Sumerta Kelod"]
        assert row[HOLDER] == words["nobody"]
        assert desk.look().shows(words["one_waits"], words["one_open"])

    def send(self) -> None:
        """Two engines, and PLN for the electricity."""
        assign(self.desk, "dam1 dam2")
        self.wait_row(WORK, "Damkar 1 · Damkar 2")
        assert self.wait_row(PHASE, self.words["assigned"])
        self.desk.wait_for(self.words["two_less"])
        refer(self.desk, "pln")
        self.wait_row(WORK, "Damkar 1 · Damkar 2 · PLN")
        wait_line(self.desk, self.words["beside"], f"PLN {self.words['told']}")

    def follow(self) -> None:
        """What units and PLN say, until all are back."""
        desk, words = self.desk, self.words
        for letter, phase in (("m", "under_way"), ("l", "on_scene")):
            for unit in ("dam1", "dam2"):
                hear(desk, f"{unit} {letter}")
            self.wait_row(PHASE, words[phase])
        wait_line(self.desk, self.words["beside"], f"Damkar 2 {words['on_scene']}", words["under_way"])
        answer(desk, "pln t")
        wait_line(self.desk, self.words["beside"], f"PLN {words['accepted']}")
        note(desk, SAID)
        desk.keys("F4")
        desk.wait_for(words["no_call"])
        for unit in ("dam1", "dam2"):
            hear(desk, f"{unit} k")
        self.wait_row(PHASE, words["handled"])
        for unit in ("dam1", "dam2"):
            hear(desk, f"{unit} s")
        desk.wait_for(words["all_free"])  # also while one returns
        units = desk.wait_rows(
            words["units"], lambda now: now[1][1].startswith(words["available"]), "Damkar 1 available"
        )
        assert units[1][0].startswith("Damkar 1")

    def close(self) -> None:
        """While PLN is at work only with a reason; then it leaves the open list."""
        desk, words = self.desk, self.words
        desk.keys("Ctrl+w")
        desk.wait_for(words["at_work"])
        desk.type("t")
        desk.keys("Enter", "Enter")
        desk.wait_for(words["give_reason"])
        desk.type(REASON)
        desk.keys("Enter")
        self.wait_row(PHASE, words["closed"])
        desk.wait_for(words["none_open"])
        desk.keys("Ctrl+Shift+5", "Ctrl+l")
        self.wait_row(PHASE, words["closed"])
        desk.wait_for(words["outcome"])
        happened = desk.items(words["timeline"])
        for told in (NARRATIVE, "Damkar 1 · Damkar 2", SAID, REASON):
            assert [told in one for one in happened].count(True) == 1, (told, happened)

    def reopen(self) -> None:
        """It burns again: the incident stands in the open list once more, and waits for who comes."""
        desk, words = self.desk, self.words
        desk.keys("Ctrl+Shift+w")
        desk.type(AGAIN)
        desk.keys("Enter")
        self.wait_row(PHASE, words["waiting"])
        happened = desk.wait_items(words["timeline"], lambda now: words["again"] in now[-1], "told")
        assert AGAIN in happened[-1]
        desk.keys("Ctrl+Shift+1")
        desk.wait_for(words["one_open"])


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_house_fire_from_ring_to_close(start_desk: StartDesk, tmp_path: Path, language: str) -> None:
    words = WORDS[language]
    desk = start_desk("--database", quiet_centre(tmp_path), "--language", language)
    desk.wait_for(words["no_call"], words["all_free"])
    fire = HouseFire(desk, words)
    fire.take_the_call()
    fire.send()
    fire.follow()
    fire.close()
    fire.reopen()
