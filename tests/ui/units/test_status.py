"""Writing down what units say, by call sign and letter."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from desktop.domain.acts import Change, Op
from desktop.domain.board import Case
from desktop.domain.hospitals import Triage
from desktop.domain.units import AssignmentEnd, UnitStatus
from desktop.operations.desk import Done
from desktop.operations.units import set_status
from tests.ui.units.scene import Scene, Window, evening
from ui.session import Level

Open = Callable[[Scene, Case | None], Window]


@pytest.fixture
def window(scene: Scene, open_window: Open) -> Window:
    """The panel, with A3 sent to an incident and another one selected."""
    scene.assign(scene.open(3, category="sick", priority="P1"), "A3")
    return open_window(scene, scene.open(1, category="animal", priority="P3"))


def _say(window: Window, text: str) -> None:
    window.scene.driver.until(
        lambda: not (window.panel.prompt.asking or window.scene.session.turns.writing),
        "what was asked before is answered",
    )
    window.scene.driver.press("Ctrl+U")
    window.scene.driver.type(text)
    window.scene.driver.press("Return")


def test_a_run_to_hospital_by_letters_without_selecting_the_incident(scene: Scene, window: Window) -> None:
    _say(window, "a3 m")
    window.until_status("A3", UnitStatus.UNDER_WAY)
    _say(window, "a3 lokasi")
    window.until_status("A3", UnitStatus.ON_SCENE)
    _say(window, "a3 t wangaya")
    window.until_status("A3", UnitStatus.TRANSPORTING)
    assert scene.running("A3").destination == "wangaya"
    _say(window, "a3 ke rs mandara")
    assert window.panel.prompt.asking, "two hospitals bear that name"
    scene.driver.type("rsud bali")
    scene.driver.press("Return")
    scene.driver.until(lambda: scene.running("A3").destination == "bali-mandara")
    _say(window, "a3r")
    window.until_status("A3", UnitStatus.AT_HOSPITAL)
    _say(window, "a3 k")
    window.until_status("A3", UnitStatus.RETURNING)
    _say(window, "a3 s")
    window.until_status("A3", UnitStatus.AVAILABLE)
    scene.driver.until(lambda: window.panel.status_line.text() == "")
    assert window.said[-1][0] == "A3: available"


def test_enter_behind_a_unit_alone_is_the_likely_next_status(scene: Scene, window: Window) -> None:
    scene.driver.press("Ctrl+U")
    scene.driver.type("a3")
    assert ": Enter: M under way · L on scene" in window.panel.notes.note.preview.replace("\xa0", " ")
    for status in (UnitStatus.UNDER_WAY, UnitStatus.ON_SCENE, UnitStatus.RETURNING, UnitStatus.AVAILABLE):
        _say(window, "a3")
        window.until_status("A3", status)
    _say(window, "a3")
    assert window.panel.notes.note.problem == "A3 is available: type a letter, or assign it with Alt+U."


def test_transport_asks_which_hospital(scene: Scene, window: Window) -> None:
    scene.say("A3", UnitStatus.ON_SCENE)
    _say(window, "a3 t")
    assert window.panel.prompt.asking
    scene.driver.type("sanglah")
    scene.driver.press("Return")
    window.until_status("A3", UnitStatus.TRANSPORTING)
    assert scene.running("A3").destination == "ngoerah"
    scene.driver.until(lambda: not (window.panel.prompt.asking or scene.session.turns.writing))
    assert window.panel.status_line.text() == ""


def test_the_destination_is_set_and_corrected_at_any_time(scene: Scene, window: Window) -> None:
    _say(window, "a3 h wangaya")
    scene.driver.until(lambda: scene.running("A3").destination == "wangaya")
    _say(window, "a3 tujuan")
    scene.driver.type("prima")
    scene.driver.press("Return")
    scene.driver.until(lambda: scene.running("A3").destination == "prima-medika")
    scene.say("A3", UnitStatus.ON_SCENE)
    scene.say("A3", UnitStatus.TRANSPORTING)
    _say(window, "a3 r")
    window.until_status("A3", UnitStatus.AT_HOSPITAL)
    assert scene.running("A3").destination == "prima-medika", "where it goes is known: nothing is asked"


def test_out_of_service_asks_why_and_until_when(scene: Scene, window: Window) -> None:
    _say(window, "dam4 x")
    scene.driver.type("pompa bocor")
    scene.driver.press("Return")
    scene.driver.type("kapan")
    scene.driver.press("Return")
    assert window.panel.prompt.asking, "that is no time"
    for _ in "kapan":
        scene.driver.press("Backspace")
    scene.driver.type("+90m")
    scene.driver.press("Return")
    window.until_status("Damkar 4", UnitStatus.OUT_OF_SERVICE)
    unit = scene.unit("Damkar 4")
    assert unit.out_reason == "pompa bocor"
    assert unit.back_at is not None
    assert abs(unit.back_at - scene.now - timedelta(minutes=90)) < timedelta(seconds=20)


def test_why_and_until_when_can_stand_in_the_line(scene: Scene, window: Window) -> None:
    _say(window, "dam4 x Ban kempes +2j")
    window.until_status("Damkar 4", UnitStatus.OUT_OF_SERVICE)
    assert scene.unit("Damkar 4").out_reason == "Ban kempes"
    _say(window, "dam4 s")
    window.until_status("Damkar 4", UnitStatus.AVAILABLE)


def test_one_of_several_is_called_off_with_a_reason(scene: Scene, window: Window) -> None:
    case = scene.case(scene.running("A3").incident or "")
    scene.assign(case, "A1", "Damkar 1")
    _say(window, "a1 b")
    scene.driver.press("Return")
    assert window.panel.prompt.asking, "a reason is needed"
    scene.driver.type("cukup satu ambulans")
    scene.driver.press("Return")
    window.until_status("A1", UnitStatus.AVAILABLE)
    ended = [one for one in scene.case(case.id).assignments if one.unit == "a1"]
    assert [one.ended_as for one in ended] == [AssignmentEnd.CANCELLED]
    assert {one.unit for one in scene.case(case.id).running} == {"a3", "damkar-1"}


def test_moved_to_another_post_and_busy_with_no_incident(scene: Scene, window: Window) -> None:
    _say(window, "dam4 p ubung")
    scene.driver.until(lambda: scene.unit("Damkar 4").station == "cokroaminoto")
    _say(window, "dam4 pindah pos")
    scene.driver.type("juanda")
    scene.driver.press("Return")
    scene.driver.until(lambda: scene.unit("Damkar 4").station == "juanda")
    _say(window, "dam4 i")
    scene.driver.type("isi air di hidran")
    scene.driver.press("Return")
    window.until_status("Damkar 4", UnitStatus.ASSIGNED)
    assert scene.running("Damkar 4").purpose == "isi air di hidran"
    _say(window, "dam4")
    window.until_status("Damkar 4", UnitStatus.AVAILABLE)


def test_what_cannot_follow_is_told_with_what_can(scene: Scene, window: Window) -> None:
    _say(window, "dam4 m")
    note = window.panel.notes.note.problem.replace("\xa0", " ")
    assert note.startswith("Damkar 4 is available: “under way” cannot follow. Possible: ")
    assert "X out of service · O off duty · I busy · P other post" in note
    assert window.panel.status_line.text() == "dam4 m"
    _say(window, "dam14 m")
    assert window.panel.notes.note.problem == "There is no unit “dam14”."
    _say(window, "a m")
    assert window.panel.notes.note.problem.startswith(
        "“a” fits A1 (available), A2 (available), A3 (assigned):"
    )
    _say(window, "a3 zzz")
    assert window.panel.notes.note.problem == "“zzz” is no status."
    _say(window, "a3 di")
    assert window.panel.notes.note.problem.startswith("Which one: ")
    assert window.status("A3") is UnitStatus.ASSIGNED


def test_who_was_never_there_does_not_silently_finish(scene: Scene, window: Window) -> None:
    scene.driver.press("Ctrl+U")
    scene.driver.type("a3 s")
    assert "makes the incident handled" in window.panel.notes.note.problem


def test_the_same_letters_work_on_the_row(scene: Scene, window: Window) -> None:
    evening(scene)
    table, driver = window.panel.table, scene.driver
    driver.press("Ctrl+Y")
    while table.current_unit != "damkar-5":
        driver.press("Down")
    assert "Regu Mahendradata · 3 people · fire engine" in window.panel.notes.note.preview
    driver.type("m")
    window.until_status("Damkar 5", UnitStatus.UNDER_WAY)
    driver.press("Return")
    window.until_status("Damkar 5", UnitStatus.ON_SCENE)
    driver.type("t")
    driver.settle()
    driver.type("wangaya")
    driver.press("Return")
    window.until_status("Damkar 5", UnitStatus.TRANSPORTING)
    driver.until(table.hasFocus)
    driver.type("q")
    assert window.panel.notes.note.problem == "“q” is no status."
    driver.type("m")
    driver.settle()
    assert "cannot follow" in window.panel.notes.note.problem


def test_arrows_pass_over_the_heads_of_stations(scene: Scene, window: Window) -> None:
    window.scene.driver.press("Ctrl+Y")
    seen = [window.panel.table.current_unit]
    for _ in range(25):
        scene.driver.press("Down")
        seen.append(window.panel.table.current_unit)
    assert [one.id for one in scene.session.units_by_call_sign() if one.id not in seen] == []
    assert all(seen)
    scene.driver.press("Home")
    assert window.panel.table.current_unit == "damkar-1"
    scene.driver.press("Esc")
    assert not window.panel.table.hasFocus()


def test_the_next_line_may_be_typed_while_the_last_is_being_written(scene: Scene, window: Window) -> None:
    scene.assign(scene.open(2, category="sick", priority="P2"), "A2")
    window.panel.table.setFocus()
    for line in ("a3 m", "a3 l", "a2 m"):
        QTest.keySequence(window.window, QKeySequence("Ctrl+U"))
        QTest.keyClicks(window.panel.status_line, line)
        QTest.keyClick(window.panel.status_line, Qt.Key.Key_Return)
    QTest.keySequence(window.window, QKeySequence("Ctrl+U"))
    window.until_status("A3", UnitStatus.ON_SCENE)
    window.until_status("A2", UnitStatus.UNDER_WAY)
    scene.driver.until(lambda: window.panel.status_line.text() == "")
    scene.driver.settle()
    assert window.panel.status_line.hasFocus(), "asked for once more after the last Enter"


def test_who_types_on_is_told_of_a_refusal_and_goes_on(scene: Scene, window: Window) -> None:
    scene.assign(scene.open(2, category="sick", priority="P2"), "A2")
    window.panel.table.setFocus()
    a3 = scene.unit("A3")
    away = set_status(scene.session.desk, a3, UnitStatus.UNDER_WAY, scene.running("A3"))
    first = scene.driver.loop.create_task(away)
    for line in ("a3 m", "a2 m"):
        QTest.keySequence(window.window, QKeySequence("Ctrl+U"))
        QTest.keyClicks(window.panel.status_line, line)
        QTest.keyClick(window.panel.status_line, Qt.Key.Key_Return)
    window.until_status("A2", UnitStatus.UNDER_WAY)
    assert isinstance(first.result(), Done)
    texts = [text for text, level in window.said if level is Level.PROBLEM]
    assert len(texts) == 1
    assert texts[0].startswith("“a3 m”: A3 was changed by Made S. at ")


def test_a_full_hospital_offers_the_next_and_who_is_brought_is_handed_over(
    scene: Scene, window: Window
) -> None:
    places = {"wangaya": -8.66, "bali-royal": -8.7, "mata-bali-mandara": -8.661}
    changes = [
        Change(
            "hospital_place",
            Op.INSERT,
            code,
            {"hospital": code, "latitude": latitude, "longitude": 115.235},
        )
        for code, latitude in places.items()
    ]
    scene.done(scene.driver.run(scene.session.desk.act("reference.loaded", changes)))
    case = scene.open(category="traffic_accident", area="51.71.02.2002")
    scene.assign(case, "A1")
    scene.say("A1", UnitStatus.ON_SCENE)
    _say(window, "a1 t")
    asked = window.panel.prompt.texts()
    assert asked["hospital"] == "RS Wangaya", "by the name that is said, which the narrow field shows whole"
    scene.driver.press("Return")  # the nearest that takes every patient
    window.until_status("A1", UnitStatus.TRANSPORTING)
    assert scene.running("A1").destination == "wangaya"
    _say(window, "a1 j 2 red 1 yellow")
    _say(window, "a1 f")
    scene.driver.until(lambda: window.panel.prompt.asking, "until when is asked")
    scene.driver.press("Return")  # nobody knows
    scene.driver.until(lambda: "wangaya" in scene.session.reference.hospital_states)
    scene.driver.until(lambda: window.panel.prompt.asking, "the next one is offered")
    scene.driver.press("Return")
    scene.driver.until(lambda: scene.running("A1").destination == "bali-royal")
    full = scene.session.reference.hospital_states["wangaya"].full_at(scene.now)
    assert full is not None
    assert full.until is None
    assert window.said[-1][0].startswith("A1: hospital → ")
    _say(window, "a1 h wangaya")
    scene.driver.until(lambda: scene.running("A1").destination == "wangaya")
    _say(window, "a1 h")
    scene.driver.until(lambda: window.panel.prompt.asking)
    scene.driver.press("Return")  # not the one that is full
    scene.driver.until(lambda: scene.running("A1").destination == "bali-royal")
    _say(window, "a1 d")
    _say(window, "a1 y")
    running = scene.running("A1")
    scene.driver.until(lambda: (told := scene.case(case.id).transport(running.id)) and told.confirmed_at)
    transport = scene.case(case.id).transport(running.id)
    assert transport is not None
    assert transport.told_time("bali-royal") is not None
    assert transport.patients == {Triage.RED: 2, Triage.YELLOW: 1}
    _say(window, "a1 e")
    window.until_status("A1", UnitStatus.RETURNING)
    transport = scene.case(case.id).transport(running.id)
    assert transport is not None
    assert transport.handed_over_at is not None
