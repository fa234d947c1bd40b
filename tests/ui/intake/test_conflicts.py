"""Two desks write into the same incident."""

import pytest

from desktop.domain.board import Case
from desktop.domain.records import Value
from desktop.operations.incidents import describe_incident
from tests.ui.driver import OpenDesk
from tests.ui.intake.scene import Intake
from ui.intake import saving


@pytest.fixture(autouse=True)
def only_leaving_saves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no pause save: it would race with the other desk."""
    monkeypatch.setattr(saving, "SAVE_MS", 3_600_000)


def _write(intake: Intake, desk: OpenDesk, case: Case, **values: Value) -> None:
    """Let another desk write, on top of what it sees now."""
    board = desk.session.board
    intake.until(lambda: case.id in board.cases)
    seen = board.cases[case.id].incident
    intake.do(intake.driver.run(describe_incident(desk.session.desk, seen, values)))


def _contradict(intake: Intake, desk: OpenDesk, case: Case, **values: Value) -> None:
    """Type an address while another desk writes there too, leave the field, and come back."""
    intake.panel.form.go_to("address")
    intake.driver.type("Gg. Mawar 5")
    _write(intake, desk, case, **values)
    intake.driver.press("Tab")
    intake.driver.press("Backtab")
    intake.until_read("Wayan P. wrote")
    assert intake.panel.form.focused() == "address"


def test_what_another_writes_elsewhere_comes_into_the_form(intake: Intake, other_desk: OpenDesk) -> None:
    intake.answer("api")
    case = intake.open()
    intake.driver.type(" besar")
    _write(intake, other_desk, case, address="Jl. Gajah Mada 1", category="fire_building", urgency=None)
    intake.until(lambda: intake.text("address") == "Jl. Gajah Mada 1")
    assert intake.text("category") == "Building fire"
    assert intake.text("narrative") == "api besar"


def test_a_field_that_is_being_typed_into_is_never_overwritten(intake: Intake, other_desk: OpenDesk) -> None:
    intake.answer()
    case = intake.open()
    _contradict(intake, other_desk, case, address="Jl. Gajah Mada 1", landmark="dekat bank")
    intake.until_read("Wayan P. wrote “Jl. Gajah Mada 1” at ")
    assert intake.text("address") == "Gg. Mawar 5"
    assert intake.case(case.id).incident.address == "Jl. Gajah Mada 1"
    assert "Ctrl+S" in intake.panel.next.text()


def test_one_key_writes_over_what_another_wrote(intake: Intake, other_desk: OpenDesk) -> None:
    intake.answer()
    case = intake.open()
    _contradict(intake, other_desk, case, address="Jl. Gajah Mada 1", landmark="dekat bank")
    intake.until_read("Wayan P. wrote")
    intake.driver.press("Ctrl+S")
    intake.until(lambda: intake.case(case.id).incident.address == "Gg. Mawar 5")
    assert intake.case(case.id).incident.landmark == "dekat bank"
    intake.until(lambda: intake.text("landmark") == "dekat bank")
    intake.until(lambda: "Wayan P. wrote" not in intake.read())
    intake.driver.press("End")
    intake.driver.type(" B")
    intake.driver.press("Tab")
    intake.until(lambda: intake.case(case.id).incident.address == "Gg. Mawar 5 B")


def test_another_key_takes_what_the_other_wrote(intake: Intake, other_desk: OpenDesk) -> None:
    intake.answer()
    case = intake.open()
    _contradict(intake, other_desk, case, address="Jl. Gajah Mada 1")
    intake.until_read("Wayan P. wrote")
    intake.driver.press("Escape")
    intake.until(lambda: intake.text("address") == "Jl. Gajah Mada 1")
    intake.until(lambda: "Wayan P. wrote" not in intake.read())
    assert intake.current.call.dirty == set()
    intake.driver.press("End")
    intake.driver.type(" A")
    intake.driver.press("Tab")
    intake.until(lambda: intake.case(case.id).incident.address == "Jl. Gajah Mada 1 A")


def test_a_conflict_in_one_field_lets_the_others_be_saved(intake: Intake, other_desk: OpenDesk) -> None:
    intake.answer()
    case = intake.open()
    _contradict(intake, other_desk, case, address="Jl. Gajah Mada 1")
    intake.fill("people_hurt", "4")
    intake.until(lambda: intake.case(case.id).incident.people_hurt == 4)
    intake.until_read("Wayan P. wrote")
    assert intake.text("address") == "Gg. Mawar 5"


def test_a_caller_who_hung_up_leaves_a_conflict_to_be_settled(intake: Intake, other_desk: OpenDesk) -> None:
    work = intake.answer()
    case = intake.open()
    intake.panel.form.go_to("address")
    intake.driver.type("Gg. Mawar 5")
    _write(intake, other_desk, case, address="Jl. Gajah Mada 1")
    intake.driver.press("F4")
    intake.until(lambda: work.call.done)
    intake.until_read("Not saved: Address")
    intake.driver.press("Ctrl+S")
    intake.until(lambda: not intake.works, "saved, so the tab goes")
    intake.until(lambda: intake.case(case.id).incident.address == "Gg. Mawar 5")
