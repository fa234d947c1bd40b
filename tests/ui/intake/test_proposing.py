"""Categories proposed while the narrative is typed: one key takes one, none is taken by itself."""

from collections.abc import Coroutine
from typing import Any

import pytest

from desktop.domain.reference import Priority
from tests.ui.driver import Driver
from tests.ui.intake.scene import Intake

FIRE = "kebakaran rumah, api di atap, ada yg luka bakar"


def test_one_key_takes_a_proposal_and_another_instead(intake: Intake, driver: Driver) -> None:
    intake.answer()
    form = intake.panel.form
    height = form.height()
    driver.type(FIRE)
    intake.until_read("Proposed: Alt+1 Building fire “")
    assert "Alt+2 Wound “luka … bakar”" in intake.read()
    assert (intake.text("category"), intake.text("priority")) == ("", "P2")
    assert form.height() == height
    driver.press("Alt+1")
    assert (intake.text("category"), intake.text("priority")) == ("Building fire", "P1")
    assert intake.text("narrative") == FIRE
    driver.press("Alt+2")
    assert intake.text("category") == "Wound, bleeding"
    case = intake.open()
    assert (case.incident.category, case.incident.priority) == ("bleeding", Priority.P1)


def test_what_was_chosen_by_hand_stays(intake: Intake, driver: Driver) -> None:
    intake.answer(FIRE)
    intake.until_read("Proposed:")
    intake.fill("category", "ular")
    assert intake.text("category") == "Snake, wild animal, wasps"
    assert "Proposed:" not in intake.read()
    driver.press("Alt+1")
    assert intake.text("category") == "Snake, wild animal, wasps"
    assert intake.said[-1].startswith("No such category is proposed")
    intake.panel.form.go_to("category")
    driver.press("Ctrl+A")
    driver.press("Delete")
    intake.until_read("Proposed: Alt+1 Building fire")


def test_each_call_has_its_own_proposals(intake: Intake, driver: Driver) -> None:
    intake.answer(FIRE)
    intake.until_read("Proposed: Alt+1 Building fire")
    driver.press("Alt+1")
    intake.answer("halo halo")
    driver.settle(0.1)
    assert "Proposed:" not in intake.read()
    driver.press("F3")
    assert intake.text("category") == "Building fire"
    driver.settle(0.1)
    assert "Proposed:" not in intake.read()


def _type_and_press(intake: Intake, text: str, *keys: str) -> None:
    """Type and press faster than anything can be read of it."""
    held: list[Coroutine[Any, Any, None]] = []
    session = intake.desk.session
    session.start = lambda work, _name: held.append(work)  # type: ignore[method-assign,assignment,return-value]
    intake.driver.type(text)
    for key in keys:
        intake.driver.press(key)
    del session.start
    for work in held:
        session.start(work, "held back")


def test_a_key_pressed_before_the_proposals_came_takes_one_as_they_come(intake: Intake) -> None:
    intake.answer()
    _type_and_press(intake, FIRE, "Alt+1")
    intake.until(lambda: intake.text("category") == "Building fire", "the category is taken")
    assert not intake.said
    case = intake.open()
    assert case.incident.category == "fire_building"


def test_such_a_key_says_so_where_nothing_comes_and_means_no_other_call(intake: Intake) -> None:
    intake.answer()
    _type_and_press(intake, "halo halo", "Alt+1")
    intake.until(lambda: intake.said, "an answer")
    assert intake.said[-1].startswith("No such category is proposed")
    _type_and_press(intake, FIRE, "Alt+1", "F2")
    intake.driver.type(FIRE)
    intake.until_read("Proposed: Alt+1 Building fire")
    assert intake.text("category") == ""


def test_a_key_that_came_before_a_fault_takes_nothing_by_itself_later(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[object] = []
    intake.driver.loop.set_exception_handler(lambda _loop, context: faults.append(context.get("exception")))

    async def fails(*_given: object) -> None:
        raise RuntimeError("a bug")

    intake.answer()
    with monkeypatch.context() as patch:
        patch.setattr(intake.desk.session.proposals, "find", fails)
        _type_and_press(intake, FIRE, "Alt+1")
        intake.until(lambda: faults, "a report is made")
    intake.driver.type(" di dapur")
    intake.until_read("Proposed: Alt+1 Building fire")
    assert intake.text("category") == ""
