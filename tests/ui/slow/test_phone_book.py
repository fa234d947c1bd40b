"""Telephoning while it is still being written what came of the call before."""

import pytest

from tests.ui.orders.seat import Seat
from tests.ui.slow.gate import Gate
from ui.phone_book.page import PhoneBookPage


@pytest.fixture
def page(seat: Seat) -> PhoneBookPage:
    """The phone book for the fire, with the cursor on PLN."""
    seat.driver.press("Alt+K")
    made = seat.view.pages.phone_book
    assert made.isVisible()
    seat.driver.press("Return")
    made.table.rest_on("pln")
    return made


def _tries(seat: Seat) -> list[tuple[str, str]]:
    return [(one.contact, one.result) for one in seat.scene.case(seat.fire.id).tries]


def test_whoever_looks_for_somebody_else_types_on(seat: Seat, gate: Gate, page: PhoneBookPage) -> None:
    driver = seat.driver
    gate.shut()
    driver.press("t")
    driver.press("Alt+K")
    driver.type("wanga")
    gate.open()
    driver.until(lambda: _tries(seat))
    driver.settle(0.1)
    driver.type("ya")
    assert page.field.text() == "wangaya"
    assert page.table.current == "rs-wangaya"
    assert len(_tries(seat)) == 1


def test_who_was_told_is_written_while_somebody_else_is_looked_for(
    seat: Seat, gate: Gate, page: PhoneBookPage
) -> None:
    driver = seat.driver
    gate.shut()
    driver.press("d")
    driver.type("Made")
    driver.press("Return")
    driver.press("Alt+K")
    driver.type("wanga")
    gate.open()
    driver.until(lambda: _tries(seat))
    driver.settle(0.2)
    driver.type("sm")
    assert page.field.text() == "wangasm"
    assert len(_tries(seat)) == 1


def test_a_letter_is_about_who_stood_there(seat: Seat, gate: Gate, page: PhoneBookPage) -> None:
    driver = seat.driver
    gate.shut()
    driver.press("t")
    page.table.rest_on("polri")
    gate.open()
    driver.until(lambda: _tries(seat))
    driver.settle(0.1)
    driver.press("s")
    driver.until(lambda: len(_tries(seat)) == 2)
    assert set(_tries(seat)) == {("pln", "no_answer"), ("polri", "busy")}


def test_a_letter_pressed_twice_is_one_try(seat: Seat, gate: Gate, page: PhoneBookPage) -> None:
    driver = seat.driver
    gate.shut()
    driver.press("t")
    driver.press("t")
    gate.open()
    driver.until(lambda: _tries(seat))
    driver.settle(0.2)
    assert _tries(seat) == [("pln", "no_answer")]
    assert "PLN: what came of it is still being written." in seat.said


def test_the_incident_for_which_it_was_telephoned_is_referred(
    seat: Seat, gate: Gate, page: PhoneBookPage
) -> None:
    driver = seat.driver
    gate.shut()
    driver.press("d")
    driver.type("Made")
    driver.press("Return")
    driver.press("Escape")
    driver.press("Escape")
    driver.press("Escape")
    assert not page.isVisible()
    seat.view.show_incident(seat.tree.id)
    driver.press("Alt+K")
    gate.open()
    driver.until(lambda: _tries(seat))
    driver.settle(0.3)
    assert [one.agency for one in seat.scene.case(seat.fire.id).referrals] == ["PLN"]
    assert not seat.scene.case(seat.tree.id).referrals
