"""A real centre: operators sign in at two desks on one file, see each other's work, and want one unit.

Then the same two tell its crew, hear it in distress, and hand over.
"""

from pathlib import Path

import pytest

from desktop.domain.reference import Role
from desktop.runtime.centres import NewOperator, make_centre
from tests.journeys.centres import locked
from tests.journeys.conftest import StartDesk
from tests.journeys.display import Display
from tests.journeys.player import Player
from tests.journeys.screen import Window
from tests.journeys.steps import assign, hang_up, hear, open_incident, take_call, wait_line, wait_row

LIST = "Kejadian"
MEMOS = "Pengingat dan pesan"
BESIDE = "Pelapor, armada, instansi"
PASSWORD = "kunci gerbang 7"
OPERATORS = {"made": "Made Sudiana", "wayan": "Wayan Putra"}


@pytest.fixture
def centre(tmp_path: Path) -> str:
    """A real centre of Denpasar with two operators; the URL of its database."""
    roles = frozenset({Role.CALL_TAKER, Role.DISPATCHER})
    operators = [NewOperator(login, name, roles, PASSWORD) for login, name in OPERATORS.items()]
    file = tmp_path / "centre.sqlite"
    make_centre(file, "denpasar", training=False, operators=operators)
    return f"sqlite:///{file}"


def test_two_desks_of_a_real_centre_share_the_board_and_one_gets_the_unit(
    display: Display, start_desk: StartDesk, tmp_path: Path, centre: str
) -> None:
    made = start_desk("--database", centre, data=tmp_path / "made")
    _sign_in(made, "made", "salah")
    picture = made.wait_for("Nama dan kata sandi tidak cocok.")
    assert not any(node.role == "table" for node in picture.nodes), "nothing is to be seen yet"
    made.type(PASSWORD)  # over the wrong one, which stands selected
    made.keys("Enter")
    made.wait_for("F2 terima panggilan", "Made Sudiana · penerima panggilan, pengendali")
    assert not made.look().shows("LATIHAN")
    player = Player(tmp_path / "bin")
    with player.before(display):
        wayan = start_desk("--database", centre, data=tmp_path / "wayan")
    _sign_in(wayan, "wayan", PASSWORD)
    wayan.wait_for("F2 terima panggilan")
    _share_the_board(made, wayan)
    _want_one_unit(made, wayan, tmp_path / "centre.sqlite")
    _tell_each_other(made, wayan)
    _tell_the_crew(made, wayan)
    _hear_of_a_distress(made, wayan, player)
    _hand_over(made, wayan)


def _share_the_board(made: Window, wayan: Window) -> None:
    take_call(wayan, "pohon tumbang di jalan", category="pohon tumb")
    made.wait_for("Wayan Putra berbicara")
    open_incident(wayan, "001")
    hang_up(wayan)

    made.focus()
    take_call(made, "rumah terbakar", category="kebakaran", address="Jl. Nangka 3")
    wayan.wait_for("Made Sudiana berbicara")
    made.keys("Ctrl+Enter")
    wayan.wait_rows(LIST, _shows_new_p1, "the P1 lit as new at a desk that nobody touched", seconds=60)
    made.wait_for("-002 · ")
    made.keys("Ctrl+t")
    held = "dipegang Made Sudiana"
    wait_row(made, LIST, "Kebakaran rumah/bangunan", held)
    wait_row(wayan, LIST, "Kebakaran rumah/bangunan", f"{held} · Made Sudiana mengubah")


def _shows_new_p1(rows: list[list[str]]) -> bool:
    return any(row[0].startswith("P1 ") and row[0].endswith("-002, baru") for row in rows)


def _want_one_unit(made: Window, wayan: Window, file: Path) -> None:
    with locked(file):  # what both press waits, and comes at the same moment
        assign(made, "dam4")
        wayan.focus()
        made.wait_focus(lambda now: now is None, "Qt believes after 0.4 s that the focus is gone")
        assign(wayan, "dam4")
    for desk in (made, wayan):
        desk.wait_rows(LIST, lambda now: len(_sent(now)) == 1, "one of them has it")
    incidents = [_sent(desk.table(LIST))[0][1] for desk in (made, wayan)]
    assert len(set(incidents)) == 1
    winner, loser = (made, wayan) if incidents[0].startswith("Kebakaran") else (wayan, made)
    name = OPERATORS["made" if winner is made else "wayan"]
    loser.wait_for("Damkar 4 baru saja ditugaskan")
    told = [node.words for node in loser.look().nodes if node.shown and "Damkar 4 baru saja" in node.words]
    assert len(told) == 1
    assert told[0].startswith(f"Damkar 4 baru saja ditugaskan oleh {name} pukul ")
    assert not winner.look().shows("baru saja ditugaskan")
    assert _unit(made, "Damkar 4")[:2] == _unit(wayan, "Damkar 4")[:2]


def _tell_each_other(made: Window, wayan: Window) -> None:
    made.focus()
    made.keys("Alt+s")
    made.type("wayan; lewat Jl. Sutomo")
    made.wait_for("ke Wayan Putra: “lewat Jl. Sutomo”")
    assert not made.look().shows("tidak di meja")
    made.keys("Enter")
    wayan.wait_for("pesan 1", "Pesan dari Made Sudiana: lewat Jl. Sutomo")
    wayan.focus()
    wayan.keys("Alt+p")
    wait_row(wayan, MEMOS, "Pesan, baru", "lewat Jl. Sutomo")
    wayan.keys("Enter")
    wait_row(wayan, MEMOS, "lewat Jl. Sutomo", "Wayan Putra")
    wayan.wait_until(lambda now: not now.shows("pesan 1"), "nothing waits to be read")


def _tell_the_crew(made: Window, wayan: Window) -> None:
    """Of the fire, by message at one desk; when its place changes, the other reads it out again."""
    wayan.keys("Escape")
    made.focus()
    hear(made, "dam4 b salah")
    assign(made, "dam1")
    made.keys("Ctrl+l")  # if Wayan got Damkar 4, the cursor is back in the call: its card hides the incident
    wait_line(made, BESIDE, "Damkar 1 ditugaskan", "belum diberi tahu")
    made.keys("Ctrl+Shift+c")
    wait_line(made, "Siapa yang diberi tahu", "Damkar 1 — belum diberi tahu")
    made.keys("Enter")
    made.wait_said("Damkar 1 diberi tahu; teks disalin: tempelkan.")
    made.keys("Ctrl+n", "Ctrl+v")
    made.wait_until(lambda now: "Lokasi: Jl. Nangka 3" in now.field("Catatan"), "what was copied is pasted")
    made.keys("Ctrl+a", "BackSpace", "Escape")

    made.keys("Ctrl+d", "Tab", "Tab", "Tab", "Ctrl+a")
    made.type("Jl. Nangka 30")
    made.keys("Enter")
    wayan.wait_said("-002: beri tahu lagi Damkar 1 (Ctrl+Shift+C)")
    wayan.focus()
    wayan.keys("Ctrl+l", "Home", "Ctrl+Shift+c")
    wait_line(wayan, "Siapa yang diberi tahu", "Damkar 1 — beri tahu lagi: tempat")
    wayan.keys("r")
    wayan.wait_for("Bacakan kepada Damkar 1 lewat radio", "Lokasi: Jl. Nangka 30.")
    wayan.keys("Enter")
    wait_line(made, BESIDE, "Damkar 1", "tahu: ", "radio")
    wait_line(made, "Kronologi", "Damkar 1 · radio")


def _hear_of_a_distress(made: Window, wayan: Window, player: Player) -> None:
    """Raised at one desk; heard at the other over and over until it is taken there."""
    made.focus()
    hear(made, "dam1 l")
    wait_line(made, BESIDE, "Damkar 1 di lokasi")
    made.keys("Pause", "Enter")
    wayan.until(lambda: player.played.count("distress.wav") > 1, "heard again and again", 30)
    head = "REGU DALAM BAHAYA: Damkar 1"
    made.wait_for(head)
    wayan.wait_for(head, "BELUM ADA YANG MENANGANI", "Terdekat", "Polisi 110 belum diberi tahu")
    wayan.focus()
    wayan.keys("Shift+Pause")
    made.wait_for("ditangani Wayan Putra sejak")
    heard = len(player.played)
    wayan.keys("Alt+Pause")
    wayan.wait_for("Rujuk ", "-002", "pendukung: Polisi")
    wayan.keys("Enter")
    wait_line(made, "Kronologi", "Ditugaskan Damkar 2 · Damkar 4 · A1 — sesuai saran")
    wait_line(made, BESIDE, "Polisi diberi tahu")
    wayan.keys("Alt+Shift+Pause")
    wayan.type("aman")
    wayan.keys("Enter")
    wayan.type("komandan Damkar 1")
    wayan.keys("Enter")
    for desk in (made, wayan):
        desk.wait_gone(head)
    assert len(player.played) == heard, "nothing is heard of what somebody has in hand"


def _hand_over(made: Window, wayan: Window) -> None:
    """Signed at one desk, read and signed at the other, and kept with both names."""
    pages = "Serah terima"
    made.focus()
    made.keys("Ctrl+Shift+v")
    made.wait_for("Kebakaran rumah/bangunan · Jl. Nangka 30", "Damkar 1 · di lokasi")
    made.keys("Enter")
    made.type("Pak Rai menelepon lagi")
    made.keys("Enter")
    made.wait_for("Ditandatangani: yang berikutnya menandatangani di sini (Ctrl+Shift+L) atau di meja lain.")
    wayan.focus()
    wayan.keys("Ctrl+Shift+v")
    wait_row(wayan, pages, "Made Sudiana", "menunggu")
    wayan.keys("Down")
    wayan.wait_for("Pak Rai menelepon lagi", "Kebakaran rumah/bangunan · Jl. Nangka 30")
    wayan.keys("Enter")
    wayan.wait_for("menerima dari Made Sudiana — Anda pegang: ")
    wayan.keys("Enter")
    made.wait_rows(pages, lambda rows: rows[1][4] == "Wayan Putra", "signed by both")
    wayan.wait_for("Diserahkan oleh Made Sudiana", "Diterima oleh Wayan Putra")
    wayan.keys("Escape")
    wait_row(wayan, LIST, "Kebakaran rumah/bangunan", "dipegang Wayan Putra")


def _sent(rows: list[list[str]]) -> list[list[str]]:
    return [row for row in rows if row[5] == "Damkar 4"]


def _unit(desk: Window, call_sign: str) -> list[str]:
    return next(row for row in desk.table("Armada per pos") if row[0].startswith(f"{call_sign}:"))


def _sign_in(desk: Window, login: str, password: str) -> None:
    desk.wait_for("Kata sandi")
    desk.type(login)
    desk.keys("Enter")
    desk.type(password)
    desk.keys("Enter")
