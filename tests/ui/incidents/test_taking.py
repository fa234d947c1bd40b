"""Taking an incident in hand is seen by all."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from desktop.domain.reference import Role
from desktop.operations.calls import take_call
from desktop.operations.desk import Done
from desktop.operations.incidents import open_incident
from tests.ui.driver import Driver, OpenDesk
from tests.ui.incidents.boards import picture
from ui.actions import Actions
from ui.banner import Banner
from ui.incidents.panel import IncidentListPanel
from ui.prompt import Prompt
from ui.shift.taking_over import TakenOverWatch, ask_take_over

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


def test_taken_taken_over_and_let_go(
    driver: Driver, desk: OpenDesk, other_desk: OpenDesk, lists: Lists
) -> None:
    """Who takes it over says why, and the desk that had it is told; only a supervisor may."""
    made, wayan = lists
    said: list[str] = []
    for one in (desk, other_desk):
        one.session.said.connect(lambda text, _level: said.append(text))
    banner, prompt = Banner(), Prompt(other_desk.session.look)
    watch = TakenOverWatch(desk.session, banner)
    wayan.asks_take_over.connect(lambda case: ask_take_over(other_desk.session, prompt, case))
    driver.show(prompt, 600, 200)
    assert picture(made.model)[0].endswith("| waiting | — | ")
    made.take()
    _shows_everywhere(driver, lists, "| Made S.")
    driver.until(lambda: len(said) == 1, "who took it is told")
    author = other_desk.session.desk.author
    sender = replace(author, roles=author.roles - {Role.SUPERVISOR})
    other_desk.session.desk = replace(other_desk.session.desk, author=sender)
    wayan.take()
    driver.until(lambda: len(said) == 2, "who may not take it over is told")
    other_desk.session.desk = replace(other_desk.session.desk, author=author)
    wayan.take()
    driver.press("Return")
    assert prompt.asking, "a reason is needed"
    driver.type("operator sakit")
    driver.press("Return")
    _shows_everywhere(driver, lists, "| Wayan P.")
    number = picture(made.model)[0][3:9]
    driver.until(lambda: not banner.isHidden(), "the desk that had it is told")
    assert watch is not None
    assert banner.text.text().startswith(f"Wayan P. took {number} over from you: “operator sakit”")
    wayan.take()
    _shows_everywhere(driver, lists, "| — | ")
    assert said.pop(1).startswith("Made S. has had it in hand since ")
    assert said == [
        f"You have {number} in hand",
        f"You have {number} in hand, taken over from Made S.",
        f"{number} is in nobody's hands now",
    ]
    banner.deleteLater()
    prompt.deleteLater()
