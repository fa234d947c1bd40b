"""One operator gives orders in the command line, with real keys; it is read as a screen reader does."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.screen import Window
from tests.journeys.steps import hang_up, open_incident, see_incident, take_call, wait_line


def _order(desk: Window, text: str, *said: str) -> None:
    """Ctrl+K, an order, what is said before Enter, Enter."""
    desk.keys("Ctrl+k")
    desk.type(text)
    desk.wait_for("Enter: ", *said)
    desk.keys("Enter")


def test_a_fire_from_call_to_close_by_orders(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan")
    take_call(desk, "rumah terbakar", category="kebakaran", address="Gg. Mawar 5")
    open_incident(desk, "001")
    hang_up(desk)
    see_incident(desk)

    _order(desk, "kirim dam1, a1 ke 001; hati-hati kabel", "Damkar 1, A1: ditugaskan ke", "“hati-hati kabel”")
    desk.wait_said("Damkar 1, A1: ditugaskan ke")
    wait_line(desk, "Kronologi", "Ditugaskan", "hati-hati kabel")

    desk.keys("Ctrl+k")
    desk.type("menuju dam99")
    desk.wait_for("Tidak ada armada “dam99”.")
    desk.keys("Enter")  # the cursor goes where the mistake is, and the next key replaces it
    desk.type("dam1, a1")
    desk.wait_for("Enter: Damkar 1: ditugaskan → menuju")
    desk.keys("Enter")
    desk.wait_said("A1: ditugaskan → menuju")

    _order(desk, "rujuk pln ke .", "PLN (pendukung) diberi tahu")
    desk.wait_said("PLN")
    _order(desk, "terima pln; teknisi berangkat", "PLN: diberi tahu → diterima")
    _order(desk, "kembali dam1, a1", "belum di lokasi")
    _order(desk, "tutup 001 sebagai tertangani; api padam", "ditutup, Tertangani", "“api padam”")
    desk.wait_said("ditutup, Tertangani")
    desk.keys("Ctrl+k", "Up")
    desk.wait_for("tutup 001 sebagai tertangani; api padam")
    desk.keys("Escape")
