"""Telling units while it is still being written that others were told."""

from desktop.domain.units import UnitStatus
from tests.ui.orders.seat import Seat
from tests.ui.slow.gate import Gate
from ui.telling.page import TellingPage


def _rows(page: TellingPage) -> list[str]:
    return [page.list.item(at).text() for at in range(page.list.count())]


def _told(seat: Seat) -> list[str]:
    return [one for one in seat.said if " told" in one]


def test_what_is_read_out_stays_until_it_was_told(seat: Seat, gate: Gate, telling: TellingPage) -> None:
    driver = seat.driver
    driver.press("Down")
    gate.shut()
    driver.press("Return")
    driver.press("Down")
    driver.press("R")
    read = telling.text.toPlainText()
    assert read.startswith("A1, dari 112")
    gate.open()
    driver.until(lambda: len(_told(seat)) == 1)
    driver.settle(0.2)
    assert telling.text.toPlainText() == read
    driver.press("Return")
    driver.until(lambda: len(_told(seat)) == 2)
    assert "A1 told by radio" in _told(seat)[1]


def test_two_are_told_one_after_the_other(seat: Seat, gate: Gate, telling: TellingPage) -> None:
    driver = seat.driver
    driver.press("Down")
    gate.shut()
    for key in ("Return", "Return", "Down", "Return"):
        driver.press(key)
    gate.open()
    driver.until(lambda: not telling.isVisible(), "nobody is left")
    assert len(_told(seat)) == 2


def test_nobody_is_told_by_a_key_for_who_was_called_off(seat: Seat, telling: TellingPage) -> None:
    driver = seat.driver
    for _ in range(2):
        driver.press("Down")
    seat.scene.say("A1", UnitStatus.AVAILABLE)
    driver.until(lambda: not any("A1" in one for one in _rows(telling)))
    driver.press("Return")
    driver.settle(0.2)
    assert not _told(seat)
    driver.press("Down")
    driver.press("Return")
    driver.until(lambda: _told(seat))


def test_a_copy_for_somebody_else_is_logged_at_each_incident(
    seat: Seat, gate: Gate, telling: TellingPage
) -> None:
    driver = seat.driver
    seat.scene.assign(seat.tree, "Damkar 4")
    gate.shut()
    for key in ("End", "Return", "Escape"):
        driver.press(key)
    seat.view.list.select(seat.tree.id)
    seat.view.list.go()
    driver.until(lambda: seat.view.pane.detail is not None and seat.view.pane.detail.case.id == seat.tree.id)
    for key in ("Ctrl+Shift+C", "End", "Return"):
        driver.press(key)
    gate.open()
    driver.until(lambda: sum("is copied" in one for one in seat.said) == 2, str(seat.said))
