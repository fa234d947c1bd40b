"""Categories proposed while the narrative is typed: one key takes one, none is taken by itself."""

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
