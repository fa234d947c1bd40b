"""Two calls open at once, and a call that joins an incident."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.screen import Window
from tests.journeys.steps import hang_up, open_incident, see_incident, take_call, wait_line, wait_row

NARRATIVE, LIST, BESIDE = "Uraian — apa yang terjadi", "Kejadian", "Pelapor, armada, instansi"


def test_two_calls_never_mix_and_another_joins_an_incident(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan")
    _two_at_once(desk)
    _one_more_caller(desk)


def _two_at_once(desk: Window) -> None:
    """Each keeps what is typed into it, on hold or not."""
    take_call(desk, "tabrakan dua motor")
    take_call(desk, "ular di dapur")
    tabs = desk.wait_until(lambda now: ["ditahan" in tab for tab in now.tabs] == [True, False], "held").tabs
    assert [tab[:2] for tab in tabs] == ["① ", "② "]

    for words in (" satu pingsan", " besar sekali", " di Gatsu", " warna hitam"):
        desk.keys("F3")
        desk.type(words)
    desk.wait_for("ular di dapur besar sekali warna hitam")
    focused = desk.focused
    assert focused is not None
    assert focused.name == NARRATIVE
    desk.keys("F3")
    desk.wait_for("tabrakan dua motor satu pingsan di Gatsu")
    picture = desk.wait_until(lambda now: ["ditahan" in tab for tab in now.tabs] == [False, True], "switched")
    for tab in picture.tabs:
        assert tab.split()[2] in ("d", "m"), "each has its clock"

    open_incident(desk, "001")
    desk.type(", pakai helm")
    desk.keys("F3")
    desk.type(", dekat kompor")
    open_incident(desk, "002")
    desk.keys("Shift+F3")
    desk.wait_until(lambda now: all("ditahan" in tab for tab in now.tabs), "both on hold")
    hang_up(desk)
    desk.keys("F4")
    desk.wait_for("Panggilan itu sudah selesai. Shift+F3 melanjutkan panggilan yang kini tampil.")
    desk.keys("Shift+F3")
    desk.wait_until(lambda now: ["ditahan" in tab for tab in now.tabs] == [False], "taken up")
    hang_up(desk)
    for number, narrative in (
        ("001", "tabrakan dua motor satu pingsan di Gatsu, pakai helm"),
        ("002", "ular di dapur besar sekali warna hitam, dekat kompor"),
    ):
        desk.keys("Ctrl+l", "Home" if number == "001" else "End")
        desk.wait_for(f"DP 261124-{number}")
        assert wait_line(desk, BESIDE, " — ").endswith(f" — {narrative}")


def _one_more_caller(desk: Window) -> None:
    """A call joins an incident, and its caller stands beside those before."""
    take_call(desk, "asap dari atap", category="kebakaran", address="Pasar Badung", name="Bu Luh")
    open_incident(desk, "003")
    hang_up(desk)
    take_call(desk, "kucing di pohon", category="hewan")
    open_incident(desk, "004")
    hang_up(desk)

    take_call(desk, "api besar di blok C", name="Pak Wayan")
    desk.keys("Ctrl+l", "Home")
    desk.wait_for("Kebakaran rumah/bangunan — Pasar Badung", "1 laporan")
    desk.keys("Ctrl+j")
    desk.wait_for("2 laporan", "24-003 · ")
    assert wait_line(desk, BESIDE, "PELAPOR") == "PELAPOR · 2"
    wait_line(desk, BESIDE, "Bu Luh", "asap dari atap")
    wait_line(desk, BESIDE, "Pak Wayan", "masih bicara", "api besar di blok C")
    assert len(desk.table(LIST)) == 4, "no incident more"
    wait_row(desk, LIST, "P1 24-003", "Pasar Badung")
    desk.keys("Ctrl+p")
    desk.type(" alias Wayan")
    see_incident(desk)
    wait_line(desk, BESIDE, "Pak Wayan alias Wayan")
    wait_line(desk, BESIDE, "Bu Luh", "asap dari atap")
    hang_up(desk)
    desk.wait_for("F2 terima panggilan", "Hari ini: 5 jadi kejadian, 0 tidak")
