"""Two incidents that turn out to be one: callers, units and referrals move, the old number still finds it."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.steps import (
    answer,
    assign,
    hang_up,
    hear,
    open_incident,
    refer,
    take_call,
    wait_line,
    wait_row,
)

LIST, TIMELINE, BESIDE = "Kejadian", "Kronologi", "Pelapor, armada, instansi"


def test_a_merge_moves_everything_and_the_old_number_finds_it(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan")
    take_call(desk, "asap dari atap pasar", category="kebakaran", address="Pasar Badung", name="Bu Luh")
    open_incident(desk, "001")
    assign(desk, "dam1")
    wait_row(desk, LIST, "Pasar Badung", "Damkar 1")
    hang_up(desk)
    take_call(desk, "api besar", category="kebakaran", address="Jl. Gajah Mada", name="Pak Oka")
    open_incident(desk, "002")
    assign(desk, "dam2")
    desk.wait_said("Damkar 2 ditugaskan")
    refer(desk, "pln")
    wait_row(desk, LIST, "Jl. Gajah Mada", "Damkar 2 · PLN")
    hang_up(desk)
    desk.wait_for("F2 terima panggilan", "2 terbuka")

    desk.keys("Ctrl+m")
    desk.wait_for("Satukan DP 261124-002 ke kejadian lain")
    desk.type("pasar")
    desk.wait_for("24-001 Kebakaran rumah/bangunan — Pasar Badung")
    desk.keys("Enter")
    desk.wait_for("DP 261124-001", "2 laporan", "1 terbuka")
    assert wait_row(desk, LIST, "Pasar Badung", "Damkar 1 · Damkar 2 · PLN")[0].startswith("P1 24-001")
    wait_line(desk, BESIDE, "Bu Luh", "asap dari atap pasar")
    wait_line(desk, BESIDE, "Pak Oka", "api besar")
    for unit in ("Damkar 1 ditugaskan", "Damkar 2 ditugaskan", "PLN diberi tahu"):
        wait_line(desk, BESIDE, unit)
    wait_line(desk, BESIDE, "24-002 Kebakaran rumah/bangunan — Jl. Gajah Mada", "disatukan ke sini")
    wait_line(desk, TIMELINE, "Disatukan 24-002 ke sini")
    wait_line(desk, TIMELINE, "Dibuka Pak Oka: api besar")

    hear(desk, "dam2 m")  # what was sent to the old one is heard for the new one
    desk.wait_said("Damkar 2: menuju · 24-001")
    answer(desk, "pln t")
    wait_line(desk, BESIDE, "PLN diterima")

    take_call(desk, "nomor 002 bagaimana kabarnya")
    desk.keys("Ctrl+f")
    desk.type("24-002")
    found = desk.wait_items("Ditemukan", lambda now: "dahulu DP 261124-002" in now[0], "found by it")
    assert found[0].startswith("DP 261124-001 · 24-11-2026")
    desk.keys("Enter")
    desk.wait_gone("dahulu DP 261124-002")
    desk.wait_for("DP 261124-001", "Kebakaran rumah/bangunan — Pasar Badung")
    desk.wait_focus(
        lambda now: now is not None and now.text == "nomor 002 bagaimana kabarnya",
        "the cursor is back in the call",
    )
