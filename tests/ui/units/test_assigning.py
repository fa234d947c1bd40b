"""Sending units by typing parts of their call signs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from desktop.domain.board import Case
from desktop.domain.units import AssignmentEnd, UnitStatus
from desktop.operations.desk import Done
from desktop.operations.units import assign_units
from tests.ui.driver import Driver, OpenDesk
from tests.ui.units.scene import Scene, Window, evening
from ui.session import Level

Open = Callable[[Scene, Case | None], Window]


def _fire(scene: Scene) -> Case:
    return scene.open(1, category="fire_building", priority="P1", address="Gg. Mawar 5")


def test_several_units_are_sent_in_one_act(scene: Scene, open_window: Open) -> None:
    fire = _fire(scene)
    window = open_window(scene, fire)
    driver = scene.driver
    driver.press("Alt+U")
    driver.type("dam4 a3")
    assert window.panel.notes.note.preview.endswith("Building fire: Damkar 4, A3")
    assert window.panel.notes.note.problem == ""
    before = scene.session.board.sequence
    driver.press("Return")
    window.until_status("Damkar 4", UnitStatus.ASSIGNED)
    assert window.status("A3") is UnitStatus.ASSIGNED
    assert scene.session.board.sequence == before + 1
    assert {one.unit for one in scene.case(fire.id).running} == {"damkar-4", "a3"}
    driver.until(lambda: window.panel.assign_line.text() == "")
    assert window.said[-1][0].endswith("Damkar 4, A3 assigned")


def test_what_a_unit_says_at_once_follows_its_assignment(scene: Scene, open_window: Open) -> None:
    window = open_window(scene, _fire(scene))
    for keys, line, text in (
        ("Alt+U", window.panel.assign_line, "a3"),
        ("Ctrl+U", window.panel.status_line, "a3 m"),
        ("Ctrl+U", window.panel.status_line, "a3 l"),
        ("Alt+U", window.panel.assign_line, "a2"),
    ):
        QTest.keySequence(window.window, QKeySequence(keys))
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    window.until_status("A3", UnitStatus.ON_SCENE)
    window.until_status("A2", UnitStatus.ASSIGNED)
    scene.driver.until(lambda: window.panel.status_line.text() == window.panel.assign_line.text() == "")
    assert not [text for text, level in window.said if level is Level.PROBLEM]


def test_what_is_not_clear_or_not_there_is_named_and_nothing_is_sent(scene: Scene, open_window: Open) -> None:
    evening(scene)
    window = open_window(scene, _fire(scene))
    scene.driver.press("Alt+U")
    scene.driver.type("dam4 a dam14")
    before = scene.session.board.sequence
    scene.driver.press("Return")
    scene.driver.settle()
    problem = window.panel.notes.note.problem
    assert "“a” fits A1 (available), A3 (available), A2 (to hospital)" in problem
    assert "There is no unit “dam14”." in problem
    assert scene.session.board.sequence == before
    assert window.panel.assign_line.text() == "dam4 a dam14"


def test_enter_on_nothing_says_what_is_to_be_typed(scene: Scene, open_window: Open) -> None:
    evening(scene)
    window = open_window(scene, _fire(scene))
    scene.driver.press("Alt+U")
    assert window.panel.notes.note.problem == ""
    scene.driver.press("Return")
    assert window.panel.notes.note.problem == "Type call signs first, as: dam4 a3"
    scene.driver.type("dam4")
    assert window.panel.notes.note.problem == ""


def test_a_busy_unit_is_diverted_only_when_told_twice(scene: Scene, open_window: Open) -> None:
    cases = evening(scene)
    window = open_window(scene, cases["fire"])
    driver = scene.driver
    driver.press("Alt+U")
    driver.type("dam3 dam4")
    number = scene.session.number(cases["crash"])
    asks = f"Damkar 3 is on scene, {number}. Shift+Enter diverts it; + lets it come next."
    assert window.panel.notes.note.problem.startswith(asks)
    driver.press("Return")
    driver.settle()
    assert window.status("Damkar 4") is UnitStatus.AVAILABLE
    driver.press("Shift+Return")
    window.until_status("Damkar 3", UnitStatus.ASSIGNED)
    assert {one.unit for one in scene.case(cases["fire"].id).running} == {"damkar-3", "damkar-4"}
    left = [one for one in scene.case(cases["crash"].id).assignments if one.unit == "damkar-3"]
    assert [one.ended_as for one in left] == [AssignmentEnd.DIVERTED]


def test_a_busy_unit_comes_next_and_one_key_sends_it_once_it_is_free(scene: Scene, open_window: Open) -> None:
    first, second = _fire(scene), _fire(scene)
    scene.assign(first, "Damkar 4", minutes=5)
    window = open_window(scene, second)
    driver, number = scene.driver, scene.session.number(second)
    driver.press("Alt+U")
    driver.type("dam4+")
    left = f"Left behind if diverted: {scene.session.number(first)}"
    assert left in window.panel.notes.note.problem
    driver.press("Return")
    driver.until(lambda: [one.unit for one in scene.case(second.id).queued] == ["damkar-4"])
    assert scene.running("Damkar 4").incident == first.id
    driver.press("Alt+Y")
    assert "No free unit is waited for." in window.said[-1][0]
    scene.say("Damkar 4", UnitStatus.RETURNING)
    driver.until(lambda: window.panel.hint.text() == f"Alt+Y: Damkar 4 → {number}")
    driver.press("Alt+Y")
    window.until_status("Damkar 4", UnitStatus.ASSIGNED)
    assert scene.running("Damkar 4").incident == second.id
    assert scene.case(second.id).queued == ()


def test_an_exclamation_mark_diverts_too(scene: Scene, open_window: Open) -> None:
    cases = evening(scene)
    window = open_window(scene, cases["fire"])
    scene.driver.press("Alt+U")
    scene.driver.type("dam5!")
    scene.driver.press("Return")
    scene.driver.until(lambda: scene.running("Damkar 5").incident == cases["fire"].id)
    scene.driver.until(lambda: window.panel.assign_line.text() == "")


def test_who_cannot_be_sent_is_told_with_the_cure(scene: Scene, open_window: Open) -> None:
    cases = evening(scene)
    window = open_window(scene, cases["fire"])
    scene.driver.press("Alt+U")
    scene.driver.type("dam7 a2 per4")
    problem = window.panel.notes.note.problem
    assert (
        "Damkar 7 is out of service, pompa bocor: it must be available first (Ctrl+U, Damkar 7 s)." in problem
    )
    assert "end that first (Ctrl+U, A2 k)." in problem
    assert "Perahu 4 is off duty: it must be available first" in problem
    scene.driver.press("Shift+Return")
    scene.driver.settle()
    assert window.panel.assign_line.text() == "dam7 a2 per4"


def test_who_works_there_already_is_left_alone(scene: Scene, open_window: Open) -> None:
    fire = _fire(scene)
    scene.assign(fire, "A1")
    window = open_window(scene, fire)
    scene.driver.press("Alt+U")
    scene.driver.type("a1")
    assert window.panel.notes.note.problem == "A1 is there already."
    scene.driver.type(" a3")
    scene.driver.press("Return")
    window.until_status("A3", UnitStatus.ASSIGNED)
    assert len(scene.case(fire.id).assignments) == 2


def test_without_an_incident_the_line_says_so(scene: Scene, open_window: Open) -> None:
    window = open_window(scene, None)
    scene.driver.press("Alt+U")
    scene.driver.type("a1")
    scene.driver.press("Return")
    assert window.panel.notes.note.problem == "Select an incident first (Ctrl+L)."
    assert window.status("A1") is UnitStatus.AVAILABLE


def test_the_focus_goes_back_to_where_it_was(scene: Scene, open_window: Open) -> None:
    window = open_window(scene, _fire(scene))
    driver = scene.driver
    driver.press("Ctrl+U")
    driver.type("a1")
    driver.press("Alt+U")
    driver.type("a3")
    driver.press("Return")
    window.until_status("A3", UnitStatus.ASSIGNED)
    driver.until(window.panel.status_line.hasFocus)
    driver.press("Alt+U")
    driver.press("Esc")
    assert window.panel.status_line.hasFocus()
    assert window.panel.status_line.text() == "a1"


def test_two_desks_at_the_same_moment_give_one_assignment_and_one_sentence(
    driver: Driver, desk: OpenDesk, other_desk: OpenDesk, open_window: Open
) -> None:
    made, wayan = Scene(driver, desk), Scene(driver, other_desk)
    fire = _fire(made)
    crash = made.open(2, category="traffic_accident", priority="P1")
    driver.until(lambda: crash.id in wayan.session.board.cases)
    one, other = open_window(made, fire), open_window(wayan, crash)
    for window in (one, other):
        window.panel.assign_line.setText("dam4")
    one.panel.assign_line.entered.emit(False)
    other.panel.assign_line.entered.emit(False)
    driver.until(lambda: made.unit("Damkar 4").status is UnitStatus.ASSIGNED)
    driver.until(lambda: wayan.unit("Damkar 4").status is UnitStatus.ASSIGNED)
    driver.settle()
    running = [case for case in made.session.board.cases.values() if case.running]
    assert len(running) == 1
    loser = other if running[0].id == fire.id else one
    winner = "Made S." if loser is other else "Wayan P."
    assert loser.panel.assign_line.text() == "dam4"
    loser.panel.assign_line.go()
    driver.until(lambda: "by" in loser.panel.notes.note.problem)
    problem = loser.panel.notes.note.problem
    assert problem.startswith(f"Damkar 4 has just been assigned by {winner} at ")
    assert problem.count(".") == winner.count(".") + 1


def test_a_refusal_is_told_to_who_has_gone_on_already(scene: Scene, open_window: Open) -> None:
    fire, crash = _fire(scene), scene.open(2, category="traffic_accident", priority="P1")
    window = open_window(scene, fire)
    seen = scene.unit("Damkar 4")
    window.panel.assign_line.setText("dam4")
    window.panel.table.setFocus()
    first = scene.driver.loop.create_task(assign_units(scene.session.desk, crash.incident, [seen]))
    window.panel.assign_line.entered.emit(False)
    scene.driver.until(lambda: window.said)
    assert isinstance(first.result(), Done)
    text, level = window.said[-1]
    assert text.startswith("Damkar 4 has just been assigned by Made S. at ")
    assert level is Level.PROBLEM
