"""Flooding in Makassar, referred to two agencies and followed to the end; a neighbour tells of it, too."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.steps import answer, hang_up, open_incident, see_incident, take_call, wait_line, wait_row

LIST, BESIDE, TIMELINE = "Kejadian", "Pelapor, armada, instansi", "Kronologi"
NARRATIVE = "air setinggi pinggang, anak-anak di atap"
FOLLOWED = (
    ("bpbd t", "BPBD diterima", "diterima"),
    ("damkar t", "Damkar diterima", "diterima"),
    ("damkar m", "Damkar berangkat", "diterima"),
    ("bpbd m", "BPBD berangkat", "berangkat"),
    ("bpbd l", "BPBD tiba", "tiba"),
    ("damkar l", "Damkar tiba", "tiba"),
    ("damkar s", "Damkar selesai", "tiba"),
    ("bpbd s", "BPBD selesai", "tertangani"),
)
"""What is typed, what stands beside the timeline then, and the phase: the lead agency's alone decides."""

TOLD = (
    "Dirujuk BPBD (utama), Damkar — telepon, Pak Andi",
    "Instansi tiba Damkar",
    "Instansi selesai BPBD",
)


def test_a_flooding_referred_to_two_agencies_and_followed_to_the_end(
    start_desk: StartDesk, tmp_path: Path
) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path, "makassar"))
    desk.wait_for("Makassar", "F2 terima panggilan")
    take_call(desk, NARRATIVE, category="genang", address="Jl. Pelita Raya 8", area="rapocini")
    open_incident(desk, "001")
    see_incident(desk)
    desk.wait_for("MK ", "Banjir / genangan — Jl. Pelita Raya 8, Rappocini, Rappocini")
    wait_row(desk, LIST, "menunggu", "tidak ada yang bertugas")

    desk.keys("Ctrl+r")
    desk.wait_for("utama: BPBD · pendukung: PU, Damkar, PMI")  # those of the category, told by Enter alone
    desk.type("bpbd damkar")
    desk.wait_for("utama: BPBD · pendukung: Damkar")
    desk.keys("Tab", "Tab")
    desk.type("Pak Andi")
    desk.keys("Enter")
    wait_row(desk, LIST, "dirujuk", "BPBD · Damkar")
    for line, beside, phase in FOLLOWED:
        answer(desk, line)
        wait_line(desk, BESIDE, beside)
        assert desk.table(LIST)[0][4] == phase, line
    agencies = desk.items(BESIDE)[-2:]
    assert agencies[0].startswith("BPBD selesai · utama · tel. 112 · telepon, Pak Andi · diberi tahu ")
    assert agencies[1].startswith("Damkar selesai · pendukung · telepon, Pak Andi · diberi tahu ")
    for words in ("diterima ", "berangkat ", "tiba ", "selesai "):
        assert all(words in agency for agency in agencies)

    hang_up(desk)
    take_call(desk, "rumah kami juga", address="jln pelita raya")
    desk.wait_for("Mungkin sama: ", "sama: pelita raya")
    desk.keys("Alt+g")
    wait_row(desk, LIST, "Banjir / genangan, 2 pelapor")
    desk.keys("Ctrl+Shift+j")
    wait_row(desk, LIST, "Banjir / genangan")
    wait_line(desk, TIMELINE, "Panggilan dipisahkan")
    desk.keys("Ctrl+j")
    wait_row(desk, LIST, "Banjir / genangan, 2 pelapor")

    desk.keys("F4", "Ctrl+w")
    desk.wait_for("Keterangan")  # nobody is at work: no reason is asked for
    desk.type("i")
    desk.keys("Enter", "Enter")
    desk.wait_for("0 terbuka")
    desk.keys("Ctrl+Shift+5", "Ctrl+l")
    wait_row(desk, LIST, "ditutup", "tidak ada yang bertugas")
    desk.wait_for("oleh Latihan: Selesai oleh instansi")
    for told in TOLD:
        wait_line(desk, TIMELINE, told)
