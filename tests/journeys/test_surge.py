"""A flood by keys: the short form, the next caller in one key, one who breaks off, groups, and paper."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.picture import Picture
from tests.journeys.steps import hang_up, open_incident, see_incident, wait_line, wait_row

LIST, TIMELINE = "Kejadian", "Kronologi"
LEFT_OUT, KEPT = {"Kategori", "Patokan", "Kelurahan"}, {"Alamat", "Korban", "No. telepon"}


def _is_short(picture: Picture) -> bool:
    shown = {node.name for node in picture.nodes if node.role == "text" and node.shown}
    return shown >= KEPT and not shown & LEFT_OUT


def test_many_call_about_one_flood(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path, "makassar"))
    desk.wait_for("F2 terima panggilan")
    desk.keys("Ctrl+Shift+f", "F2")
    desk.wait_until(_is_short, "the short form")
    desk.type("air masuk rumah")
    desk.wait_for("Usul: Alt+1 Banjir")
    desk.keys("Alt+1", "Tab")
    desk.type("jl pelita raya 8")
    open_incident(desk, "001")
    hang_up(desk)

    desk.keys("Ctrl+F2")
    wait_row(desk, LIST, "Banjir / genangan, 2 pelapor")
    desk.type("tolong kami di atap, air su")
    desk.wait_for("tolong kami di atap, air su")
    desk.keys("F8")
    desk.keys("Shift+F2")
    desk.wait_for("tolong kami di atap, air su", "24-001")
    desk.keys("Escape", "Ctrl+Shift+6")
    desk.wait_for("per kelompok")

    desk.keys("Ctrl+Shift+e")
    desk.wait_for("Laporan di kertas")
    desk.type("-3j")  # jam; h would be hari
    desk.keys("Enter", "Enter", "Enter")
    desk.type("pohon tumbang menimpa mobil")
    desk.keys("Ctrl+Enter")
    desk.wait_for("24-002")
    desk.keys("Escape")
    see_incident(desk)
    desk.keys("Home")
    wait_line(desk, TIMELINE, "Pelapor terputus", "pelapor 2")
    desk.keys("Down")
    wait_line(desk, TIMELINE, "17:0", "pohon tumbang menimpa mobil")
    wait_row(desk, LIST, "Banjir / genangan, 2 pelapor", "menunggu")
