"""Ten prank calls in a row between two real ones."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.steps import hang_up, open_incident, take_call, wait_row

NARRATIVE = "Uraian — apa yang terjadi"
NUMBER = "0812-3400-0000"


def test_ten_prank_calls_in_a_row_between_two_real_ones(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan", "F6 Iseng 0")
    take_call(desk, "pohon tumbang menutup jalan", category="pohon tumb")
    open_incident(desk, "001")
    hang_up(desk)

    for count in range(1, 9):
        take_call(desk, f"anak tertawa {count}")
        desk.keys("F6")
        desk.wait_for(f"F6 Iseng {count}")
    take_call(desk, "minta dikirim pizza", number=NUMBER)
    desk.keys("F6")
    desk.wait_for("F6 Iseng 9", "F2 terima panggilan")

    desk.keys("Shift+F6")
    picture = desk.wait_for("F6 Iseng 8", "minta dikirim pizza")
    assert picture.field(NARRATIVE) == "minta dikirim pizza"
    assert picture.field("No. telepon") == NUMBER
    desk.wait_until(lambda now: [tab[:2] for tab in now.tabs] == ["① "], "its tab alone")
    desk.keys("F6")
    desk.wait_for("F6 Iseng 9", "F2 terima panggilan")
    desk.keys("Ctrl+b")
    desk.wait_said("Nomor diblokir selama 24 jam.")

    take_call(desk, number="081234000000")
    picture = desk.wait_for("Nomor ini: 1 iseng", "Diblokir Latihan s.d. ", "Ctrl+B cabut")
    assert picture.field(NARRATIVE) == "", "nothing is left of the call before"
    desk.keys("F6")
    desk.wait_for("F6 Iseng 10", "F2 terima panggilan")

    take_call(desk, "asap dari gudang", category="kebakaran")
    open_incident(desk, "002")
    hang_up(desk)
    desk.wait_for("Hari ini: 2 jadi kejadian, 10 tidak", "F6 Iseng 10", "2 terbuka")
    wait_row(desk, "Kejadian", "P3 24-001", "Pohon tumbang")
    assert desk.table("Kejadian")[0][1] == "Kebakaran rumah/bangunan", "the emergency stands first"
