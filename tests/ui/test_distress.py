"""A crew in distress: shown above everything at every desk, with who could come; taken, helped and ended."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop.domain.board import Case
from desktop.domain.distress import DISTRESS
from desktop.domain.units import UnitStatus
from desktop.operations.distress import raise_distress
from tests.ui.driver import Driver, OpenDesk
from tests.ui.units.scene import Scene
from ui.actions import Actions
from ui.alarms.sounds import sound_of
from ui.desk_view import DeskView
from ui.distress.desk import DistressDesk
from ui.incidents.sound import Sound
from ui.prompt import Prompt


@dataclass
class Seat:
    """A window with the keys of a distress and what they show. `unit`: on which the cursor rests."""

    window: QMainWindow
    actions: Actions
    desk: DistressDesk
    prompt: Prompt
    asked: list[tuple[str, tuple[str, ...]]]
    unit: str = ""


@pytest.fixture
def seats(driver: Driver, desk: OpenDesk, other_desk: OpenDesk) -> Iterator[tuple[Seat, Seat]]:
    """Made's and Wayan's."""
    made = [_seat(one) for one in (desk, other_desk)]
    yield made[0], made[1]
    for one in made:
        one.window.deleteLater()


def _seat(opened: OpenDesk) -> Seat:
    window, session = QMainWindow(), opened.session
    actions = Actions(window)
    prompt = Prompt(session.look)
    seat: list[Seat] = []
    desk = DistressDesk(session, actions, prompt, lambda: seat[0].unit, lambda: None, window)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(desk.strip)
    column.addWidget(prompt)
    window.setCentralWidget(page)
    window.show()
    seat.append(Seat(window, actions, desk, prompt, []))
    desk.asks_to_tell.connect(lambda incident, codes: seat[0].asked.append((incident, codes)))
    return seat[0]


def _fire(driver: Driver, desk: OpenDesk) -> tuple[Scene, Case]:
    scene = Scene(driver, desk)
    case = scene.open(category="fire_building", priority="P1", area="51.71.03.2002")
    scene.assign(case, "Damkar 4")
    scene.say("Damkar 4", UnitStatus.ON_SCENE)
    return scene, case


def test_one_raises_it_another_takes_it_and_sends_help(
    driver: Driver, desk: OpenDesk, seats: tuple[Seat, Seat]
) -> None:
    scene, case = _fire(driver, desk)
    made, wayan = seats
    made.unit = scene.unit("Damkar 4").id
    made.actions.trigger("crew.distress")
    driver.until(lambda: not wayan.desk.strip.isHidden())
    strip = wayan.desk.strip
    assert "Damkar 4" in strip.head.text()
    assert desk.session.number(case) in strip.head.text()
    assert "NOBODY" in strip.state.text()
    assert not strip.card.isHidden()
    driver.until(lambda: desk.session.board.distress)
    alarm = desk.session.alarms[0]
    assert alarm.due.kind == DISTRESS, "before all else"
    assert alarm.everywhere
    assert sound_of(alarm) is Sound.DISTRESS
    made.actions.trigger("crew.distress")  # once more raises no second one
    wayan.actions.trigger("crew.distress_taken")
    driver.until(lambda: "Wayan" in made.desk.strip.state.text())
    assert desk.session.alarms[0].quiet, "it is in somebody's hand"
    driver.until(strip.card.isHidden, "one line once it is in somebody's hand")
    assert strip.head.isHidden()
    assert "CREW IN DISTRESS: Damkar 4" in made.desk.strip.state.text()
    wayan.actions.trigger("crew.distress_taken")
    assert not strip.card.isHidden(), "the same key shows what to do"
    assert "CREW" not in strip.state.text(), "the head says so"
    driver.until(lambda: "min" in strip.help.text())
    assert "Polisi 110 to be told" in strip.help.text()
    wayan.actions.trigger("crew.distress_help")
    driver.until(lambda: wayan.asked == [(case.id, ("POLRI",))])

    def sent() -> set[str]:
        running = desk.session.board.cases[case.id].running
        return {one.unit for one in running if one.unit != made.unit}

    driver.until(lambda: len(sent()) == 3)
    driver.until(lambda: "Help sent" in strip.help.text(), "who comes, not that nobody is free")
    assert all(desk.session.board.units[one].call_sign in strip.help.text() for one in sent())
    assert "ambulance" in {desk.session.board.units[one].unit_type for one in sent()}


def test_it_ends_by_the_word_of_somebody(driver: Driver, desk: OpenDesk, seats: tuple[Seat, Seat]) -> None:
    scene, _ = _fire(driver, desk)
    made, wayan = seats
    driver.show(made.window, 700, 500)
    made.actions.trigger("crew.distress")
    driver.type("dam4")
    driver.press("Return")
    driver.until(lambda: not wayan.desk.strip.isHidden())
    driver.show(wayan.window, 700, 500)
    wayan.actions.trigger("crew.distress_end")
    driver.type("false")
    driver.press("Return")
    driver.press("Return")
    assert wayan.prompt.asking, "nobody said so yet"
    driver.type("the officer")
    driver.press("Return")
    driver.until(made.desk.strip.isHidden)
    driver.until(lambda: not scene.session.board.distress)


def test_a_page_does_not_lie_over_a_crew_in_distress(driver: Driver, desk: OpenDesk, view: DeskView) -> None:
    scene = Scene(driver, desk)
    driver.press("Alt+P")
    page, strip = view.pages.memos, view.distress.strip
    assert page.isVisible()
    driver.run(raise_distress(desk.session.desk, scene.unit("Damkar 4"), None))
    driver.until(strip.isVisible)
    driver.until(lambda: page.geometry().top() > strip.geometry().bottom())
    assert page.geometry().bottom() < view.height()
    driver.press("Escape")
    assert not page.isVisible()
