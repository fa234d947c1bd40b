"""Questions on pages while the answer before is still being written, and answers that are refused."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from desktop.domain.acts import Result
from desktop.operations.calls import Values
from desktop.operations.desk import StoreError
from desktop.operations.shifts import sign_on
from desktop.operations.warnings import change_warning, make_warning
from tests.ui.driver import OpenDesk
from tests.ui.orders.seat import Seat
from tests.ui.slow.gate import Gate
from ui.shift.crews import CrewsPage


@pytest.fixture
def crews(seat: Seat) -> CrewsPage:
    """It is asked who signs on to the first unit."""
    seat.driver.press("Ctrl+Shift+N")
    seat.driver.press("Return")
    return seat.view.pages.crews


def _line(page: CrewsPage) -> QLineEdit:
    found = page.window().focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def _let_another_sign_on(seat: Seat, unit: str, other_desk: OpenDesk) -> None:
    other = other_desk.session
    seat.scene.done(seat.driver.run(sign_on(other.desk, other.board.units[unit], None, 4, "")))


def test_one_crew_after_the_other_signs_on(seat: Seat, gate: Gate, crews: CrewsPage) -> None:
    driver, board = seat.driver, seat.view.session.board
    first, second = (crews.model.key_at(at) or "" for at in range(2))
    gate.shut()
    driver.type("3")
    for key in ("Return", "Return", "Down", "Return"):
        driver.press(key)
    driver.type("2")
    driver.press("Return")
    gate.open()
    driver.until(lambda: board.units[second].duty_since is not None, "the second too")
    assert (board.units[first].head_count, board.units[second].head_count) == (3, 2)


def test_a_page_is_left_at_once_also_while_an_answer_waits(seat: Seat, gate: Gate, crews: CrewsPage) -> None:
    driver, board = seat.driver, seat.view.session.board
    second = crews.model.key_at(1) or ""
    gate.shut()
    driver.type("3")
    for key in ("Return", "Down", "Return", "2", "Return", "Escape"):
        driver.press(key)
    assert not crews.isVisible()
    gate.open()
    driver.until(lambda: board.units[second].head_count == 2, "it is written nevertheless")


def test_enter_once_more_is_meant_upon_what_another_changed(
    seat: Seat, crews: CrewsPage, other_desk: OpenDesk
) -> None:
    driver, unit, said = seat.driver, crews.table.current or "", len(seat.said)
    driver.type("3 made, wayan, ketut")
    _let_another_sign_on(seat, unit, other_desk)
    driver.press("Return")
    driver.until(lambda: any("Wayan" in one.text() for one in crews.prompt.findChildren(QLabel)), "told")
    assert _line(crews).text() == "3 made, wayan, ketut"
    driver.press("Return")
    driver.until(lambda: seat.view.session.board.units[unit].head_count == 3, "on what is there now")
    assert len(seat.said) == said + 1


def test_what_another_changed_is_told_also_after_an_outage(
    seat: Seat, crews: CrewsPage, other_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_given: object) -> Result:
        raise StoreError("busy")

    driver, unit, board = seat.driver, crews.table.current or "", seat.view.session.board
    driver.type("3")
    with monkeypatch.context() as patch:
        patch.setattr(seat.view.session.services.store, "submit", fails)
        driver.press("Return")
        driver.until(lambda: any("busy" in one.text() for one in crews.prompt.findChildren(QLabel)), "told")
    _let_another_sign_on(seat, unit, other_desk)
    driver.until(lambda: board.units[unit].head_count == 4)
    driver.press("Return")
    driver.until(lambda: any("Wayan" in one.text() for one in crews.prompt.findChildren(QLabel)), "told")
    driver.press("Return")
    driver.until(lambda: board.units[unit].head_count == 3, "on what was told")


def test_what_was_left_before_it_was_refused_comes_back(
    seat: Seat, gate: Gate, crews: CrewsPage, other_desk: OpenDesk
) -> None:
    driver, said = seat.driver, len(seat.said)
    _let_another_sign_on(seat, crews.table.current or "", other_desk)
    gate.shut()
    driver.type("3 made, wayan")
    driver.press("Return")
    driver.settle()
    driver.press("Escape")
    gate.open()
    driver.until(lambda: any("Wayan" in one for one in seat.said[said:]), "told")
    if not crews.isVisible():
        driver.press("Ctrl+Shift+N")
    if not crews.prompt.asking:
        driver.press("Return")
    assert crews.prompt.findChildren(QLineEdit)[-1].text() == "3 made, wayan"


def test_who_types_elsewhere_by_now_is_not_led_back_by_a_refusal(
    seat: Seat, gate: Gate, crews: CrewsPage, other_desk: OpenDesk
) -> None:
    driver, said = seat.driver, len(seat.said)
    narrative = seat.view.intake.form.fields["narrative"]
    assert isinstance(narrative, QPlainTextEdit)
    _let_another_sign_on(seat, crews.table.current or "", other_desk)
    gate.shut()
    driver.type("3")
    driver.press("Return")
    driver.settle()
    driver.press("F2")
    driver.type("air ")
    gate.open()
    driver.until(lambda: any("Wayan" in one for one in seat.said[said:]), "told beside no field")
    driver.type("masuk")
    assert narrative.toPlainText() == "air masuk"


def test_a_warning_is_changed_upon_what_another_wrote_and_withdrawn(seat: Seat, other_desk: OpenDesk) -> None:
    driver, board, other = seat.driver, seat.view.session.board, other_desk.session
    prompt = seat.view.pages.place_warnings.prompt
    values: Values = {"address": "Gg. Mawar 5", "critical": True, "text": "gas", "source": "Made"}
    made = seat.scene.done(driver.run(make_warning(other.desk, values))).row
    driver.until(lambda: made in board.warnings and made in other.board.warnings)
    for key in ("Ctrl+Shift+H", "Return", "Return", "Return", "End"):
        driver.press(key)
    driver.type(" bocor")
    seat.scene.done(driver.run(change_warning(other.desk, other.board.warnings[made], {"text": "solar"})))
    for _ in range(7):
        driver.press("Return")
    driver.until(lambda: any("Wayan" in one.text() for one in prompt.findChildren(QLabel)), "told")
    driver.press("Return")
    driver.until(lambda: board.warnings[made].private.text == "gas bocor", "on what is there now")
    for key in ("Delete", "Return"):
        driver.press(key)
    driver.until(lambda: made not in board.warnings)
