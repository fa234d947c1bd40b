"""Who goes, by keys: recommended with reasons, swapped, sent by one key, and kept in the timeline.

Then who is telephoned for it until somebody answers, and to which hospital its patient comes.
"""

from pathlib import Path

from tests.journeys.centres import place_hospitals, quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.screen import Window
from tests.journeys.steps import hang_up, hear, open_incident, see_incident, take_call, wait_line

PICKS, BESIDE, TIMELINE = "Disarankan", "Pelapor, armada, instansi", "Kronologi"
HOSPITALS = {"bali-mandara": (-8.6935, 115.2625), "ngoerah": (-8.6763, 115.2118)}
"""Where two of them lie, the nearer to Renon first."""


def test_what_is_recommended_is_swapped_and_sent_by_one_key(start_desk: StartDesk, tmp_path: Path) -> None:
    centre = quiet_centre(tmp_path)
    place_hospitals(tmp_path / "denpasar.sqlite", HOSPITALS)
    desk = start_desk("--database", centre)
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
        TIMELINE,
        "Damkar 3 · Damkar 1 · A2",
        "disarankan: Damkar 3 dalam 5 mnt, Damkar 9 dalam 5 mnt, A2",
    )
    desk.keys("F5")
    desk.wait_for("Rujuk 24-001")
    desk.keys("Enter")
    wait_line(desk, TIMELINE, "PLN — telepon")
    desk.keys("Ctrl+p")
    hang_up(desk)
    _telephone(desk)

    take_call(desk, "ayah pingsan", category="pingsan", address="Jl. Tukad Badung 20", area="Renon")
    open_incident(desk, "002")
    see_incident(desk)
    wait_line(desk, PICKS, "A1", "Pos Induk", "satu-satunya")
    desk.keys("F5")
    wait_line(desk, TIMELINE, "A1 — sesuai saran (A1")

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
    _to_hospital(desk)


def _telephone(desk: Window) -> None:
    """PLN does not answer: who comes next in its order is offered, and is told."""
    desk.keys("Alt+k")
    desk.wait_for("Untuk 24-001")
    desk.answer("pln")
    desk.keys("Insert")
    desk.answer("Piket PLN", "piket", "pln", "", "", "", "", "2", "Made Sari", "0812-3400-0001")
    desk.wait_for("Piket PLN · Made Sari")
    desk.keys("Home")
    desk.wait_for("Telepon: PLN  123")
    desk.keys("t")
    desk.wait_for("PLN: tidak diangkat", "Berikutnya: Piket PLN  0812-3400-0001")
    desk.keys("d")
    desk.answer("Made, listrik dipadamkan")
    desk.wait_for("Telepon: Piket PLN  0812-3400-0001")
    desk.keys("Escape")
    wait_line(desk, TIMELINE, "Ditelepon PLN: tidak diangkat")
    wait_line(desk, TIMELINE, "Ditelepon Piket PLN: diberi tahu — Made, listrik dipadamkan")
    wait_line(desk, BESIDE, "PLN diberi tahu", "ditelepon Piket PLN: diberi tahu")


def _to_hospital(desk: Window) -> None:
    """The nearest is told and full: the next is proposed, agrees, and gets the patient."""
    desk.enter("Ctrl+k", "pilih 002")
    hear(desk, "a1 l")
    hear(desk, "a1 t")
    desk.wait_until(lambda now: "Bali Mandara" in now.field("Rumah sakit (kosong: belum tahu)"), "nearest")
    desk.keys("Enter")
    wait_line(desk, BESIDE, "A1 ke RS", "→ RS Bali Mandara")  # before: which hospital would be asked
    hear(desk, "a1 d")
    wait_line(desk, BESIDE, "A1 ke RS", "→ RS Bali Mandara", "RS diberi tahu")
    hear(desk, "a1 f +2j")
    desk.wait_until(lambda now: "Ngoerah" in now.field("Rumah sakit"), "the next once it is full")
    desk.keys("Enter")
    wait_line(desk, BESIDE, "A1 ke RS", "→ RS Ngoerah")
    for line in ("a1 d", "a1 y", "a1 j 1 merah", "a1 r", "a1 e"):
        hear(desk, line)
    wait_line(desk, BESIDE, "A1 selesai", "→ RS Ngoerah", "1 merah", "bersedia", "diserahkan")
    wait_line(desk, TIMELINE, "RS diberi tahu A1 → RS Bali Mandara")
    wait_line(desk, TIMELINE, "RS bersedia A1 → RS Ngoerah")
    wait_line(desk, TIMELINE, "Pasien diserahkan A1")
