"""The list of lost calls: who can be called, who can only be settled, and what it may have been about."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain.board import CallEntry
from desktop.domain.calls import CallType
from desktop.operations.calls import end_call, take_call
from desktop.operations.desk import Done
from desktop.operations.incidents import open_incident
from desktop.operations.reading import read_one_call
from tests.ui.driver import Driver, OpenDesk
from ui.calling_back.page import CallBackPage


@pytest.fixture
def page(driver: Driver, desk: OpenDesk) -> Iterator[CallBackPage]:
    """The list over an empty desk."""
    over = QWidget()
    made = CallBackPage(desk.session, over)
    driver.show(over, 1366, 768)
    yield made
    over.hide()
    over.deleteLater()


def _taken(driver: Driver, desk: OpenDesk, number: str | None = None) -> CallEntry:
    outcome = driver.run(take_call(desk.session.desk, number=number))
    assert isinstance(outcome, Done)
    entry = driver.run(read_one_call(desk.session.desk, outcome.row))
    assert entry is not None
    return entry


def _dropped(driver: Driver, desk: OpenDesk, number: str | None, narrative: str) -> CallEntry:
    entry = _taken(driver, desk, number)
    ending = end_call(desk.session.desk, entry, CallType.DROPPED, {"narrative": narrative or None})
    assert isinstance(driver.run(ending), Done)
    driver.until(lambda: entry.id in desk.session.board.lost, "the call is lost")
    return entry


def _rows(page: CallBackPage) -> list[str]:
    model = page.model
    columns = range(model.columnCount())
    return [
        " | ".join(str(model.data(model.index(row, one))) for one in columns)
        for row in range(model.rowCount())
    ]


def test_a_dropped_call_without_a_number_is_listed_and_settled_with_an_outcome(
    driver: Driver, desk: OpenDesk, page: CallBackPage
) -> None:
    opened = driver.run(open_incident(desk.session.desk, _taken(driver, desk), {"category": "fire_building"}))
    assert isinstance(opened, Done)
    board = desk.session.board
    driver.until(lambda: opened.row in board.cases, "the incident is on the board")
    _dropped(driver, desk, "081234567890", "")
    told = _dropped(driver, desk, None, "ada api di")
    page.toggle()
    driver.settle()
    first, second = _rows(page)
    assert "ada api di" in first
    assert "no number" in first
    assert desk.session.number(board.cases[opened.row]) in first
    assert "0812" in second

    called: list[CallEntry] = []
    page.asks_call.connect(called.append)
    driver.press("Return")
    assert page.prompt.isVisible()
    driver.press("Return")
    assert page.prompt.isVisible(), "an outcome is needed"
    driver.type("api yang sama, unit sudah di sana")
    driver.press("Return")
    driver.until(lambda: told.id not in board.lost, "it is settled")
    assert not called
