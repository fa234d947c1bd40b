"""Reports from paper, the next typed while the one before is still being written."""

import pytest

from desktop.domain.acts import Refusal
from tests.ui.orders.seat import Seat
from tests.ui.slow.gate import Gate
from ui.paper.page import PaperPage


@pytest.fixture
def page(seat: Seat, gate: Gate) -> PaperPage:
    """A prank call is being entered."""
    driver, made = seat.driver, seat.view.pages.paper
    driver.press("Ctrl+Shift+E")
    driver.type("-20m")
    made.fields.go_to("call_type")
    driver.type("prank")
    gate.shut()
    driver.press("Ctrl+Return")
    driver.until(lambda: gate.begun)
    return made


def test_the_next_is_entered_at_once(seat: Seat, gate: Gate, page: PaperPage) -> None:
    driver = seat.driver
    driver.until(lambda: "comes into the next row" in page.problem.text(), "it is said")
    driver.press("Ctrl+Return")
    driver.type("-10m")
    driver.press("Return")
    driver.press("Return")
    driver.type("silent")
    driver.press("Ctrl+Return")
    gate.open()
    driver.until(lambda: page.done.count() == 2, page.problem.text())
    assert [page.done.item(at).text().split(" · ")[1] for at in range(2)] == ["Silent", "Prank"]
    assert not page.problem.text()


def test_what_was_typed_of_the_next_stays_where_the_first_is_refused(
    seat: Seat, gate: Gate, page: PaperPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_given: object, **_more: object) -> Refusal:
        return Refusal("changed")

    driver = seat.driver
    driver.type("-10m")
    with monkeypatch.context() as patch:
        patch.setattr("desktop.operations.paper.end_call", refuse)
        gate.open()
        driver.until(lambda: "What was typed since then" in page.problem.text(), page.problem.text())
    assert page.fields.texts()["took_at"] == "-20m"
    driver.press("Ctrl+Return")
    driver.until(lambda: page.done.count() == 1)
    assert page.fields.texts()["took_at"] == "-10m"


def test_what_was_typed_of_the_next_stands_there_when_the_page_was_left(
    seat: Seat, gate: Gate, page: PaperPage
) -> None:
    driver = seat.driver
    driver.type("-10m")
    driver.press("Escape")
    gate.open()
    driver.until(lambda: page.done.count() == 1)
    driver.press("Ctrl+Shift+E")
    assert page.fields.texts()["took_at"] == "-10m"
