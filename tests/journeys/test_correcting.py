"""A place and a time corrected an hour after; what was written first stays and can be read."""

import re
from datetime import timedelta
from pathlib import Path

from tests.journeys.centres import EVENING, put_clock, quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.steps import assign, hear, open_incident, see_incident, take_call, wait_line, wait_row

LIST, TIMELINE, BESIDE = "Kejadian", "Kronologi", "Pelapor, armada, instansi"


def test_a_place_and_a_stamp_are_corrected_an_hour_after(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan")
    take_call(desk, "tabrakan dua motor", category="laka", address="Jl. Gatsu 12", area="ubung")
    open_incident(desk, "001")
    assign(desk, "a3")
    desk.wait_said("A3 ditugaskan")
    hear(desk, "a3 m")
    hear(desk, "a3 l")
    see_incident(desk)
    there = re.search(r"di lokasi (20:0\d:\d\d)", wait_line(desk, BESIDE, "A3 di lokasi", "di lokasi 20:0"))
    assert there is not None
    stamp = there[1]
    desk.keys("F4")
    desk.wait_for("F2 terima panggilan")

    put_clock(tmp_path / "denpasar.sqlite", EVENING + timedelta(hours=1, minutes=1))
    desk.wait_for("21:0", "1 j 0")
    desk.keys("Ctrl+d")
    desk.wait_focus(lambda now: now is not None and now.name == "Kategori", "the form")
    desk.keys("Tab", "Tab", "Tab")
    focused = desk.focused
    assert focused is not None
    assert (focused.name, focused.text) == ("Alamat", "Jl. Gatsu 12")
    desk.keys("Ctrl+a")
    desk.answer("Jl. Gatot Subroto Barat 120")
    line = wait_line(desk, TIMELINE, "Dikoreksi Alamat: Jl. Gatsu 12 → Jl. Gatot Subroto Barat 120")
    assert line.startswith("21:0")
    wait_row(desk, LIST, "Jl. Gatot Subroto Barat 120 · Ubung")
    desk.wait_for("Kecelakaan lalu lintas — Jl. Gatot Subroto Barat 120, Ubung, Denpasar Utara")
    wait_line(desk, TIMELINE, "Dibuka tabrakan dua motor", "Jl. Gatsu 12")

    desk.keys("Ctrl+Shift+u")
    desk.wait_for(f"A3 di lokasi {stamp}")
    desk.keys("Enter")
    desk.type("20.07")
    desk.wait_for("→ 20:07:00")
    desk.keys("Enter", "Enter")
    desk.wait_for("Alasan wajib diisi.")
    desk.type("radio terlambat dicatat")
    desk.keys("Enter")
    wait_line(desk, BESIDE, f"di lokasi 20:07:00 (semula {stamp}")
    corrected = f"Waktu dikoreksi A3 di lokasi: {stamp}"
    wait_line(desk, TIMELINE, corrected, "→ 20:07:00 — radio terlambat dicatat")
    wait_line(desk, TIMELINE, "Di lokasi A3")
    fleet = desk.table("Armada per pos")
    age = next(row[2] for row in fleet if row[0].startswith("A3"))
    assert re.match(r"5\d m", age), f"the time in the status follows: {age}"
