"""The desk is killed in the middle of typing, and started again."""

from pathlib import Path

from tests.journeys.centres import locked, quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.screen import Window
from tests.journeys.steps import hang_up, open_incident, see_incident, take_call, wait_line

NARRATIVE, NUMBER = "Uraian — apa yang terjadi", "No. telepon"


def _wait_kept(desk: Window, folder: Path, typed: str) -> None:
    """Wait until a draft on the disk holds this. The desk replaces them meanwhile, so one may vanish."""

    def kept() -> bool:
        try:
            return any(typed in file.read_text() for file in folder.glob("drafts/**/*.json"))
        except FileNotFoundError:
            return False

    desk.until(kept, f"{typed!r} on the disk", seconds=15)


def test_all_that_reached_the_disk_comes_back_marked(start_desk: StartDesk, tmp_path: Path) -> None:
    url = quiet_centre(tmp_path)
    desk = start_desk("--database", url)
    desk.wait_for("F2 terima panggilan")
    take_call(desk, "gudang terbakar", number="081234001111")
    take_call(desk, "orang tenggelam di pantai")
    desk.wait_for("ditahan")
    _wait_kept(desk, tmp_path, "orang tenggelam di pantai")
    desk.type(" Sanur, ombak besar")
    desk.kill()

    desk = start_desk("--database", url)
    picture = desk.wait_for("Dikembalikan · Draf: belum dibuka jadi kejadian")
    assert len(picture.tabs) == 2
    assert all("dikembalikan" in tab for tab in picture.tabs)
    assert ["ditahan" in tab for tab in picture.tabs] == [True, False]
    typed = picture.field(NARRATIVE)
    assert "orang tenggelam di pantai Sanur, ombak besar".startswith(typed)
    assert typed.startswith("orang tenggelam di pantai")
    assert picture.focused is not None
    assert picture.focused.name == NARRATIVE
    desk.keys("F3")
    picture = desk.wait_for("gudang terbakar")
    assert picture.field(NUMBER) == "0812 3400 1111"

    open_incident(desk, "001")
    see_incident(desk)
    wait_line(desk, "Pelapor, armada, instansi", "0812 3400 1111", "masih bicara", "gudang terbakar")


def test_a_call_that_the_database_never_heard_of_comes_back(start_desk: StartDesk, tmp_path: Path) -> None:
    url = quiet_centre(tmp_path)
    desk = start_desk("--database", url)
    desk.wait_for("F2 terima panggilan")
    with locked(tmp_path / "denpasar.sqlite"):
        take_call(desk, "gempa, rumah retak")
        answered = desk.wait_for("Panggilan sedang dicatat").tabs
        _wait_kept(desk, tmp_path, "gempa, rumah retak")
        desk.kill()
    assert len(answered) == 1

    desk = start_desk("--database", url)
    picture = desk.wait_for("Dikembalikan · Draf: belum dibuka jadi kejadian", "gempa, rumah retak")
    assert "dikembalikan" in picture.tabs[0]
    open_incident(desk, "001")
    see_incident(desk)
    wait_line(desk, "Pelapor, armada, instansi", "masih bicara", "gempa, rumah retak")
    desk.keys("F4")
    desk.wait_for("F2 terima panggilan", "Hari ini: 1 jadi kejadian, 0 tidak")


def test_what_is_typed_about_an_incident_comes_back_marked(start_desk: StartDesk, tmp_path: Path) -> None:
    url = quiet_centre(tmp_path)
    desk = start_desk("--database", url)
    desk.wait_for("F2 terima panggilan")
    for place in ("Jl. Gajah Mada", "Pasar Badung"):
        take_call(desk, address=place)
        open_incident(desk, "001" if place == "Jl. Gajah Mada" else "002")
        hang_up(desk)
    desk.keys("Ctrl+l", "Home")
    desk.wait_for("DP 261124-001")
    desk.keys("Ctrl+w")
    desk.type("d")
    desk.keys("Enter")
    desk.type("pemilik dat")
    desk.keys("Ctrl+l", "End")
    desk.wait_for("DP 261124-002")
    desk.keys("Ctrl+n")
    desk.type("jalan ditutup, lewat utara")
    _wait_kept(desk, tmp_path, "jalan ditutup, lewat utara")
    desk.type(" pasar")
    desk.kill()

    desk = start_desk("--database", url)
    desk.wait_for("Dikembalikan, belum disimpan: ketikan tentang 24-001, 24-002")
    desk.keys("Ctrl+l", "End")
    desk.wait_for("DP 261124-002", "Dikembalikan, belum disimpan")
    desk.wait_until(lambda now: now.field("Catatan").startswith("jalan ditutup, lewat utara"), "the note")
    desk.keys("Ctrl+n", "End")
    desk.type(" ok")
    desk.keys("Enter")
    wait_line(desk, "Kronologi", "jalan ditutup, lewat utara", "ok")
    desk.keys("Ctrl+l", "Home")
    desk.wait_for("DP 261124-001")
    desk.keys("Ctrl+w")
    desk.wait_for("Dikembalikan, belum disimpan", "pemilik dat")
