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
    _type_about_incidents(desk)
    _wait_kept(desk, tmp_path, "jalan ditutup, lewat utara")
    desk.type(" pasar")
    take_call(desk, "gudang terbakar", number="081234001111")
    take_call(desk, "orang tenggelam di pantai")
    desk.wait_for("ditahan")
    _wait_kept(desk, tmp_path, "orang tenggelam di pantai")
    desk.type(" Sanur, ombak besar")
    desk.kill()

    desk = start_desk("--database", url)
    desk.wait_for("Dikembalikan, belum disimpan: ketikan tentang 24-001, 24-002")
    _find_calls_again(desk)
    _find_what_was_typed_again(desk)


def _type_about_incidents(desk: Window) -> None:
    """The close of one and a note on another, neither saved."""
    for place in ("Jl. Gajah Mada", "Pasar Badung"):
        take_call(desk, address=place)
        open_incident(desk, "001" if place == "Jl. Gajah Mada" else "002")
        hang_up(desk)
    desk.keys("Ctrl+l", "Home")
    desk.wait_for("DP 261124-001")
    desk.keys("Ctrl+w")
    desk.answer("d")
    desk.type("pemilik dat")
    desk.keys("Ctrl+l", "End")
    desk.wait_for("DP 261124-002")
    desk.keys("Ctrl+n")
    desk.type("jalan ditutup, lewat utara")


def _find_calls_again(desk: Window) -> None:
    """Both calls, the one spoken and the one on hold, up to some letters."""
    picture = desk.wait_for("Dikembalikan · Draf: belum dibuka jadi kejadian")
    assert len(picture.tabs) == 2
    assert all("dikembalikan" in tab for tab in picture.tabs)
    assert ["ditahan" in tab for tab in picture.tabs] == [True, False]
    typed = picture.field(NARRATIVE)
    assert "orang tenggelam di pantai Sanur, ombak besar".startswith(typed)
    assert typed.startswith("orang tenggelam di pantai")
    focused = desk.focused
    assert focused is not None
    assert focused.name == NARRATIVE
    desk.keys("F3")
    picture = desk.wait_for("gudang terbakar")
    assert picture.field(NUMBER) == "0812 3400 1111"

    open_incident(desk, "003")
    see_incident(desk)
    wait_line(desk, "Pelapor, armada, instansi", "0812 3400 1111", "masih bicara", "gudang terbakar")


def _find_what_was_typed_again(desk: Window) -> None:
    """Each where it was typed."""
    desk.keys("Ctrl+l", "Home", "Down")
    desk.wait_for("DP 261124-002", "Dikembalikan, belum disimpan")
    desk.wait_until(lambda now: now.field("Catatan").startswith("jalan ditutup, lewat utara"), "the note")
    desk.keys("Ctrl+n", "End")
    desk.answer(" ok")
    wait_line(desk, "Kronologi", "jalan ditutup, lewat utara", "ok")
    desk.keys("Ctrl+l", "Home")
    desk.wait_for("DP 261124-001")
    desk.keys("Ctrl+w")
    desk.wait_for("Dikembalikan, belum disimpan", "pemilik dat")


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
