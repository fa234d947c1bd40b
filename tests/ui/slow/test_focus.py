"""What is written or read late takes the cursor from nobody who went elsewhere meanwhile."""

import asyncio

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from desktop.operations.look_up import look_up
from tests.ui.orders.seat import Seat
from tests.ui.slow.gate import Gate, held_back
from ui.telling.page import TellingPage


def _narrative(seat: Seat) -> QPlainTextEdit:
    found = seat.view.intake.form.fields["narrative"]
    assert isinstance(found, QPlainTextEdit)
    return found


def _into_a_call(seat: Seat) -> None:
    seat.driver.press("F2")
    seat.driver.until(_narrative(seat).hasFocus)
    seat.driver.type("air ")


def test_a_report_from_paper(seat: Seat, gate: Gate) -> None:
    driver, page = seat.driver, seat.view.pages.paper
    driver.press("Ctrl+Shift+E")
    driver.type("-20m")
    page.fields.go_to("call_type")
    driver.type("prank")
    gate.shut()
    driver.press("Ctrl+Return")
    driver.until(lambda: gate.begun)
    driver.press("Escape")
    seat.view.intake.form.go_to("narrative")
    gate.open()
    driver.until(lambda: page.done.count() == 1, page.problem.text())
    assert _narrative(seat).hasFocus()


def test_what_was_told(seat: Seat, gate: Gate, telling: TellingPage) -> None:
    driver = seat.driver
    gate.shut()
    driver.press("Return")
    driver.until(lambda: gate.begun)
    driver.press("Escape")
    seat.view.intake.form.go_to("narrative")
    gate.open()
    driver.until(lambda: any(" told" in one for one in seat.said))
    assert _narrative(seat).hasFocus()


def test_what_was_looked_up(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, go_on = seat.driver, asyncio.Event()
    monkeypatch.setattr("ui.look_up.panel.look_up", held_back(look_up, go_on))
    seat.view.list.go()
    driver.press("Ctrl+F")
    driver.type("mawar")
    driver.press("Return")
    _into_a_call(seat)
    go_on.set()
    driver.until(seat.view.pages.look_up.model.rowCount)
    driver.type("masuk")
    assert _narrative(seat).toPlainText() == "air masuk"
