"""Who goes, by keys: recommended with reasons, swapped, sent by one key, and kept in the timeline."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.steps import hang_up, hear, open_incident, see_incident, take_call, wait_line

PICKS = "Disarankan"


def test_what_is_recommended_is_swapped_and_sent_by_one_key(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan")
    take_call(desk, "dapur terbakar", category="kebakaran rumah", address="Jl. Tukad Badung 12", area="Renon")
    open_incident(desk, "001")
    see_incident(desk)
    wait_line(desk, PICKS, "Damkar 3", "Pos Juanda", "terdekat", "regu 3")
    desk.wait_for("Disarankan untuk 24-001", "F5 lalu memberi tahu PLN", "Denpasar Timur tanpa ambulans lagi")
    desk.keys("Shift+F5", "Down", "Right")
    wait_line(desk, PICKS, "Damkar 1", "pilihan Anda")
    desk.keys("F5")
    desk.wait_said("24-001: Damkar 3, Damkar 1, A2 ditugaskan")
    wait_line(
        desk,
        "Kronologi",
        "Damkar 3 · Damkar 1 · A2",
        "disarankan: Damkar 3 dalam 5 mnt, Damkar 9 dalam 5 mnt, A2",
    )
    desk.keys("F5")
    desk.wait_for("Rujuk 24-001")
    desk.keys("Enter")
    wait_line(desk, "Kronologi", "PLN — telepon")
    desk.keys("Ctrl+p")
    hang_up(desk)

    take_call(desk, "ayah pingsan", category="pingsan", address="Jl. Tukad Badung 20", area="Renon")
    open_incident(desk, "002")
    see_incident(desk)
    wait_line(desk, PICKS, "A1", "Pos Induk", "satu-satunya")
    desk.keys("F5")
    wait_line(desk, "Kronologi", "A1 — sesuai saran (A1")

    take_call(desk, "anak pingsan", category="pingsan", address="Jl. Tukad Badung 22", area="Renon")
    open_incident(desk, "003")
    see_incident(desk)
    desk.wait_for("Kurang: 1 ambulans — semua di luar 20 mnt")
    for line in ("a2 m", "a2 l"):
        hear(desk, line)
    desk.keys("Ctrl+k")
    desk.type("antre a2 ke 003")
    desk.wait_for("Enter: A2: berikutnya ke 24-003")
    desk.keys("Enter", "Escape")
    hear(desk, "a2 k")
    desk.wait_for("Alt+Y: A2 → 24-003")
    see_incident(desk)
    wait_line(desk, PICKS, "A2", "lokasi terakhir 24-001", "sedang kembali")
    desk.keys("Alt+y")
    desk.wait_said("24-003: A2 ditugaskan")
