"""Two desks on one server: what one types the other shows, the server says who may what, and who is out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.reference import Role
from tests.journeys.conftest import StartDesk
from tests.journeys.screen import Window
from tests.journeys.steps import assign, hang_up, hear, note, open_incident, take_call, wait_row
from tests.ui.server_centre import PASSWORD, ServerCentre, server_centre

LIST = "Kejadian"
MADE, WAYAN, KETUT = "Made Sudiana", "Wayan Putra", "Ketut Ariani"


@pytest.fixture
def centre() -> Iterator[ServerCentre]:
    """A centre with a call taker, a dispatcher who takes calls, and a supervisor."""
    with server_centre() as made:
        made.hire("made", MADE, {Role.CALL_TAKER})
        made.hire("wayan", WAYAN, {Role.CALL_TAKER, Role.DISPATCHER})
        made.hire("ketut", KETUT, {Role.SUPERVISOR})
        yield made


def test_one_desk_types_the_other_shows_and_the_server_says_who_may_what(
    start_desk: StartDesk, tmp_path: Path, centre: ServerCentre
) -> None:
    wayan = _desk(start_desk, tmp_path, centre, "wayan")
    take_call(wayan, "istri dipukul suami", category="kdrt", address="Jl. Nangka 5")
    open_incident(wayan, "001")
    hang_up(wayan)
    made = _desk(start_desk, tmp_path, centre, "made", wrong="salah")
    ketut = _desk(start_desk, tmp_path, centre, "ketut")
    _open_what_is_restricted(made, ketut)
    ketut.close()
    _share_an_incident(made, wayan)
    _see_each_other_edit(made, wayan)
    _take_over_the_seat(wayan)
    made.focus()
    _is_put_out(made, centre)


def _open_what_is_restricted(made: Window, ketut: Window) -> None:
    """For a reason, of which the supervisor hears at her desk."""
    made.focus()
    made.keys("Ctrl+l", "Down")
    made.wait_for("-001")
    assert not made.look().shows("Nangka")
    made.keys("Ctrl+Shift+g")
    made.wait_for("alasan")
    made.answer("pelapor menelepon lagi")
    made.wait_for("Jl. Nangka 5")
    ketut.wait_until(lambda now: now.shows(MADE, "-001") and now.shows("terbatas"), "the banner")
    ketut.focus()
    ketut.keys("Ctrl+Shift+o")
    for name in (KETUT, MADE, WAYAN):
        wait_row(ketut, "Meja yang masuk", name, "0.1.0", "sekarang", "0")
    made.focus()
    made.keys("Ctrl+Shift+o")
    made.wait_said("Hanya supervisor")


def _share_an_incident(made: Window, wayan: Window) -> None:
    made.focus()
    take_call(made, "asap dari atap", category="kebakaran", address="Jl. Kamboja 12")
    wayan.wait_for(f"{MADE} berbicara")
    open_incident(made, "002")
    row = wait_row(wayan, LIST, "Jl. Kamboja 12")
    assert row[0].startswith("P1 ")
    hang_up(made)
    wayan.focus()
    wayan.keys("Ctrl+l", "End")
    wayan.wait_for("Kebakaran rumah/bangunan — Jl. Kamboja 12")
    assign(wayan, "dam1")
    wait_row(made, LIST, "Jl. Kamboja 12", "Damkar 1")
    hear(wayan, "dam1 m")
    made.wait_rows("Armada per pos", lambda now: "menuju" in _unit(now), "its status at both")
    note(wayan, "api di lantai dua")


def _unit(rows: list[list[str]]) -> str:
    return " ".join(next(row for row in rows if row[0].startswith("Damkar 1:")))


def _see_each_other_edit(made: Window, wayan: Window) -> None:
    made.focus()
    made.keys("Ctrl+l", "End")
    made.wait_for("api di lantai dua")
    wayan.focus()
    wayan.keys("Ctrl+d")
    wayan.wait_focus(lambda now: now is not None and now.editable, "the form")
    for _ in range(4):  # the place stands after category and priority
        wayan.keys("Tab")
    made.wait_for(f"{WAYAN} mengubah tempat")
    wayan.keys("Escape")
    made.wait_gone("mengubah tempat")


def _take_over_the_seat(wayan: Window) -> None:
    wayan.focus()
    wayan.keys("Ctrl+Shift+l")
    wayan.wait_for("Terkunci", WAYAN)
    wayan.keys("Shift+Tab", "Ctrl+a")
    _sign_in(wayan, "ketut", PASSWORD)
    wayan.wait_for("F2 terima panggilan", KETUT)


def _is_put_out(made: Window, centre: ServerCentre) -> None:
    made.keys("F2")
    made.wait_tabs(1)
    made.type("orang pingsan")
    centre.dismiss("made")
    made.wait_for(f"Akun {MADE} ditutup", "tetap tersimpan")
    _sign_in(made, "made", PASSWORD)
    made.wait_for("Nama dan kata sandi tidak cocok.")


def _desk(
    start_desk: StartDesk, folder: Path, centre: ServerCentre, login: str, *, wrong: str = ""
) -> Window:
    desk = start_desk("--database", centre.url, data=folder / login)
    desk.wait_for("Kata sandi")
    if wrong:
        _sign_in(desk, login, wrong)
        desk.wait_for("Nama dan kata sandi tidak cocok.")
        desk.type(PASSWORD)  # over the wrong one, which stands selected
        desk.keys("Enter")
    else:
        _sign_in(desk, login, PASSWORD)
    desk.wait_for("F2 terima panggilan")
    return desk


def _sign_in(desk: Window, login: str, password: str) -> None:
    desk.type(login)
    desk.keys("Enter")
    desk.type(password)
    desk.keys("Enter")
