"""Taking an incident in hand is seen by all."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from desktop.operations.calls import take_call
from desktop.operations.desk import Done
from desktop.operations.incidents import open_incident
from tests.ui.driver import Driver, OpenDesk
from tests.ui.incidents.boards import picture
from ui.actions import Actions
from ui.incidents.panel import IncidentListPanel

Lists = tuple[IncidentListPanel, IncidentListPanel]


@pytest.fixture
def lists(driver: Driver, desk: OpenDesk, other_desk: OpenDesk) -> Iterator[Lists]:
    """Made's list and Wayan's, with one incident on both."""
    windows = [QWidget(), QWidget()]
    made, wayan = (
        IncidentListPanel(one.session, Actions(window), window)
        for one, window in zip((desk, other_desk), windows, strict=True)
    )
    taken = driver.run(take_call(desk.session.desk))
    assert isinstance(taken, Done)
    driver.until(lambda: taken.row in desk.session.board.calls)
    values = {"address": "Gg. Mawar 5", "category": "fire_building", "priority": "P1"}
    opened = driver.run(open_incident(desk.session.desk, desk.session.board.calls[taken.row], values))
    assert isinstance(opened, Done)
    driver.until(lambda: made.select(opened.row) and wayan.select(opened.row))
    yield made, wayan
    for window in windows:
        window.deleteLater()
    driver.settle()


def _shows_everywhere(driver: Driver, lists: Lists, words: str) -> None:
    driver.until(lambda: all(picture(one.model)[0].endswith(words) for one in lists), words)


def test_taken_taken_over_and_let_go(driver: Driver, desk: OpenDesk, lists: Lists) -> None:
    made, wayan = lists
    said: list[str] = []
    desk.session.said.connect(lambda text, _level: said.append(text))
    assert picture(made.model)[0].endswith("| waiting | — | ")
    made.take()
    _shows_everywhere(driver, lists, "| Made S.")
    wayan.take()
    _shows_everywhere(driver, lists, "| Wayan P.")
    made.take()
    _shows_everywhere(driver, lists, "| Made S.")
    made.take()
    _shows_everywhere(driver, lists, "| — | ")
    number = picture(made.model)[0][3:9]
    assert said == [
        f"You have {number} in hand",
        f"You have {number} in hand, taken over from Wayan P.",
        f"{number} is in nobody's hands now",
    ]
