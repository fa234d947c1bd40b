"""A call is parted from the incident that it joined: keys and words do not wait until that is written."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from desktop.domain.acts import Refusal
from desktop.domain.board import Case
from desktop.domain.calls import CallType
from desktop.operations.calls import part_call
from tests.ui.driver import OpenDesk
from tests.ui.intake.scene import Gate, Intake


@pytest.fixture
def case(intake: Intake, case: Case) -> Case:
    """An incident, and a call that joined it."""
    intake.answer("air masuk rumah")
    intake.driver.press("Ctrl+J")
    intake.until(lambda: len(intake.opened) == 2)
    intake.until(lambda: intake.case(case.id).callers == 2)
    intake.idle()
    return case


def test_an_incident_of_its_own_is_opened_at_once(intake: Intake, case: Case, gate: Gate) -> None:
    intake.driver.press("Ctrl+Shift+J")
    intake.driver.press("Ctrl+Return")
    gate.open()
    intake.until(lambda: len(intake.opened) == 3, "the call is opened as another incident")
    other = intake.case(intake.opened[-1])
    assert other.id != case.id
    intake.until(lambda: (intake.case(other.id).callers, intake.case(case.id).callers) == (1, 1))


def test_what_is_typed_at_once_is_this_caller_s(intake: Intake, case: Case, gate: Gate) -> None:
    intake.driver.press("Ctrl+Shift+J")
    intake.fill("address", "Gg. Mawar 5")
    intake.driver.press("Ctrl+Return")
    intake.fill("landmark", "depan balai banjar")
    gate.open()
    intake.until(lambda: len(intake.opened) == 3)
    other = intake.opened[-1]
    intake.until(lambda: intake.case(other).incident.landmark == "depan balai banjar")
    assert intake.case(other).incident.address == intake.text("address") == "Gg. Mawar 5"
    assert intake.case(case.id).incident.address == "Jl. Pura Demak 3"
    assert intake.case(case.id).incident.landmark is None


def test_it_ends_at_once_as_no_incident(intake: Intake, case: Case, gate: Gate) -> None:
    work = intake.current
    intake.driver.press("Ctrl+Shift+J")
    intake.driver.press("F6")
    gate.open()
    intake.until(lambda: not intake.works)
    assert work.call.call is not None
    assert work.call.call.record.call_type is CallType.PRANK
    intake.until(lambda: intake.case(case.id).callers == 1)


def test_a_call_that_is_being_joined_is_parted_at_once(
    intake: Intake, case: Case, request: pytest.FixtureRequest
) -> None:
    work = intake.answer("salah")
    gate: Gate = request.getfixturevalue("gate")
    intake.driver.press("Ctrl+J")
    intake.driver.press("Ctrl+Shift+J")
    gate.open()
    intake.idle()
    assert (work.call.has_incident, intake.count("call.parted")) == (False, 1)
    assert intake.text("narrative") == "salah"


def test_words_typed_before_another_desk_parted_the_call_stay(
    intake: Intake, case: Case, other_desk: OpenDesk
) -> None:
    intake.panel.form.go_to("landmark")
    intake.driver.type("depan balai")
    board, seen = other_desk.session.board, intake.current.call.call
    assert seen is not None
    intake.until(lambda: seen.record.id in board.calls)
    call = board.calls[seen.record.id].call
    intake.do(intake.driver.run(part_call(other_desk.session.desk, call)))
    intake.until(lambda: not intake.current.call.has_incident, "the call is of no incident")
    intake.driver.type(" banjar")
    assert (intake.text("landmark"), intake.text("address")) == ("depan balai banjar", "")


def test_what_was_typed_is_the_incident_s_where_the_call_stays_in_it(
    intake: Intake, case: Case, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(*_given: object) -> Refusal:
        return Refusal("changed")

    monkeypatch.setattr("ui.intake.joining.part_call", refused)
    intake.driver.press("Ctrl+Shift+J")
    intake.fill("landmark", "depan balai banjar")
    gate.open()
    intake.until(lambda: intake.case(case.id).incident.landmark == "depan balai banjar")
    assert intake.current.call.has_incident
    assert intake.current.before_parting is None, "no other incident is told of it later"


def test_words_typed_while_the_call_is_being_joined_are_its_own(
    intake: Intake, case: Case, request: pytest.FixtureRequest
) -> None:
    work = intake.answer("air")
    intake.fill("address", "Jl. Pura Demak 5")
    intake.panel.form.go_to("narrative")
    intake.driver.press("Ctrl+End")
    intake.idle()
    gate: Gate = request.getfixturevalue("gate")
    intake.driver.press("Ctrl+J")
    intake.until(lambda: gate.begun, "it is being written")
    intake.driver.type(" masuk rumah")
    intake.panel.form.go_to("landmark")
    intake.driver.type("depan balai")
    gate.open()
    intake.until(lambda: len(intake.opened) == 3)
    intake.until(lambda: intake.case(case.id).incident.landmark == "depan balai")
    assert intake.text("narrative") == "air masuk rumah\nAddress: Jl. Pura Demak 5"
    intake.idle()
    assert work.call.entry is not None
    assert work.call.entry.private.narrative == "air masuk rumah\nAddress: Jl. Pura Demak 5"
    assert intake.case(case.id).incident.address == intake.text("address") == "Jl. Pura Demak 3"


def test_who_types_on_while_the_call_is_being_joined_stays_in_his_line(
    intake: Intake, case: Case, request: pytest.FixtureRequest
) -> None:
    intake.answer()
    intake.fill("landmark", "depan balai")
    intake.panel.form.go_to("narrative")
    narrative = intake.panel.form.fields["narrative"]
    assert isinstance(narrative, QPlainTextEdit)
    narrative.insertPlainText("🌊 ")  # of two units in Qt's texts, and of one here
    intake.driver.type("air")
    intake.idle()
    gate: Gate = request.getfixturevalue("gate")
    intake.driver.press("Ctrl+J")
    intake.until(lambda: gate.begun)
    intake.driver.type(" masuk")
    gate.open()
    intake.until(lambda: len(intake.opened) == 3)
    intake.driver.type(" rumah")
    assert intake.text("narrative") == "🌊 air masuk rumah\nLandmark: depan balai"
