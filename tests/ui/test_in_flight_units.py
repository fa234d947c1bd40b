"""Keys that speak of units while what was entered before is still being written."""

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.domain.board import Case
from desktop.domain.recommendation import Recommendation
from desktop.domain.units import UnitStatus
from desktop.operations.incidents import describe_incident
from tests.ui.slow_desk import SlowDesk


def _recommend(one: SlowDesk, *cases: Case) -> None:
    """Say in which kelurahan incidents are, so that units are recommended for each."""
    for case in cases:
        seen = one.scene.case(case.id).incident
        act = describe_incident(one.view.session.desk, seen, {"area": "51.71.01.1004"})
        one.scene.done(one.driver.run(act))
    _until_recommended(one, cases[0])


def _until_recommended(one: SlowDesk, case: Case) -> Recommendation:
    units = one.view.units
    one.driver.until(lambda: (found := units.recommended_for(case.id)) and found.picks, "somebody")
    found = units.recommended_for(case.id)
    assert found is not None
    return found


def test_letters_on_rows_count_in_their_order_each_for_its_unit(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.scene.assign(one.fire, "Damkar 1", "Damkar 2")
    one.keys("Ctrl+Y", "Home")
    one.hold()
    one.keys("m", "l", "Down", "m")
    one.let_go()
    one.until_kinds("unit.under_way", "unit.on_scene", "unit.under_way")
    assert one.scene.unit("Damkar 1").status is UnitStatus.ON_SCENE
    assert one.scene.unit("Damkar 2").status is UnitStatus.UNDER_WAY


def test_what_a_letter_asks_for_is_typed_at_once(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.scene.assign(one.fire, "Damkar 1", "Damkar 2")
    one.keys("Ctrl+Y", "Home")
    one.hold()
    one.keys("m", "b", "salah alamat", "Return", "Down", "m")
    one.let_go()
    one.until_kinds("unit.under_way", "unit.cancelled", "unit.under_way")
    assert one.begun[1].note == "salah alamat"
    assert one.scene.unit("Damkar 2").status is UnitStatus.UNDER_WAY


def test_enter_twice_on_a_row_does_not_say_what_comes_next(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.scene.assign(one.fire, "Damkar 1", "Damkar 2")
    one.keys("Ctrl+Y", "Home")
    one.hold()
    one.keys("Return", "Return", "Down", "Return")
    one.let_go()
    one.until_kinds("unit.under_way", "unit.under_way")
    assert one.scene.unit("Damkar 1").status is UnitStatus.UNDER_WAY
    assert one.scene.unit("Damkar 2").status is UnitStatus.UNDER_WAY


@pytest.mark.parametrize(
    ("keys", "kinds"),
    [
        (("Alt+U", "dam1", "Return", "Ctrl+Y", "Home", "m"), ("unit.assigned", "unit.under_way")),
        (("Alt+U", "dam1", "Return", "Ctrl+K", "m", "Return"), ("unit.assigned", "unit.under_way")),
        (
            ("Ctrl+K", "send dam1", "Return", "Ctrl+U", "dam1 m", "Return"),
            ("unit.assigned", "unit.under_way"),
        ),
    ],
)
def test_what_a_unit_says_may_be_entered_anywhere_at_once(
    slow_desk: SlowDesk, keys: tuple[str, ...], kinds: tuple[str, ...]
) -> None:
    slow_desk.hold()
    slow_desk.keys(*keys)
    slow_desk.let_go()
    slow_desk.until_kinds(*kinds)
    assert slow_desk.scene.unit("Damkar 1").status is UnitStatus.UNDER_WAY


def test_a_line_waits_for_a_row_and_for_what_was_asked(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.scene.assign(one.fire, "Damkar 1")
    one.keys("Ctrl+Y", "Home")
    one.hold()
    one.keys("m", "Ctrl+U", "dam1 l", "Return")
    one.let_go()
    one.until_kinds("unit.under_way", "unit.on_scene")
    one.hold()
    one.keys("Ctrl+U", "dam5 x", "Return", "pompa", "Return", "Return")
    one.keys("Ctrl+U", "dam1 k", "Return", "Ctrl+U", "dam1 s", "Return")
    one.let_go()
    one.until_kinds("unit.out_of_service", "unit.returning", "unit.available")


@pytest.mark.parametrize(
    "keys",
    [
        ("Alt+U", "dam1", "Return", "Alt+U", "dam2", "Return"),
        ("Ctrl+K", "send dam1", "Return", "Ctrl+K", "send dam2", "Return"),
    ],
)
def test_a_line_in_which_keys_wait_is_left_at_once(slow_desk: SlowDesk, keys: tuple[str, ...]) -> None:
    one = slow_desk
    one.keys("Ctrl+L")
    one.hold()
    one.keys(*keys, keys[0], "dam5", "Escape", "Down")
    selected = one.view.selected()
    assert selected is not None
    assert selected.id == one.tree.id
    one.let_go()
    one.until_kinds("unit.assigned", "unit.assigned")
    assert one.sent(one.fire) == ["Damkar 1", "Damkar 2"]
    one.keys(keys[0])
    line = one.driver.app.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "dam5"


@pytest.mark.parametrize(
    "keys",
    [
        ("Alt+U", "dam1", "Return", "Alt+U", "dam2", "Return"),
        ("Ctrl+K", "send dam1", "Shift+Return", "send dam2", "Return"),
    ],
)
def test_an_enter_that_waits_is_meant_for_the_incident_of_then(
    slow_desk: SlowDesk, keys: tuple[str, ...]
) -> None:
    one = slow_desk
    one.hold()
    one.keys(*keys)
    one.select(one.tree)
    one.let_go()
    one.until_kinds("unit.assigned", "unit.assigned")
    assert (one.sent(one.fire), one.sent(one.tree)) == (["Damkar 1", "Damkar 2"], [])


def test_an_enter_that_waits_enters_what_stood_there_when_earlier_orders_are_walked_through(
    slow_desk: SlowDesk,
) -> None:
    one = slow_desk
    one.keys("Ctrl+K", "send dam1", "Return")
    one.until_status("Damkar 1", UnitStatus.ASSIGNED)
    one.driver.settle()
    one.hold()
    one.keys("Ctrl+K", "send dam2", "Return", "Ctrl+K", "send dam5", "Return", "Up")
    one.let_go()
    one.until_kinds("unit.assigned", "unit.assigned")
    assert one.sent(one.fire) == ["Damkar 1", "Damkar 2", "Damkar 5"]


def test_a_reminder_is_begun_behind_an_order_that_waits(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+K", "send dam2", "Return", "Ctrl+K", "send dam5", "Return", "Alt+I", "30m ; isi")
    one.let_go()
    one.until_kinds("unit.assigned", "unit.assigned")
    assert one.sent(one.fire) == ["Damkar 2", "Damkar 5"]
    assert one.view.pages.orders.bar.line.text() == "remind 30m ; isi"


def test_what_was_refused_and_typed_over_is_told_and_comes_back(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.refused = frozenset({"unit.assigned", "note.added"})
    one.hold()
    one.keys("Alt+U", "dam1 a1", "Return", "Alt+U", "dam2")
    one.let_go()
    one.driver.until(lambda: one.said)
    assert one.said[0].startswith("“dam1 a1”: ")
    assert one.view.units.assign_line.text() == "dam2"
    one.hold()
    one.keys("Ctrl+K", "note 001; pintu utara", "Shift+Return", "send dam1")
    one.let_go()
    one.driver.until(lambda: len(one.said) == 2)
    assert one.said[1].startswith("“note 001; pintu utara”: ")
    line = one.view.pages.orders.bar.line
    assert line.text() == "send dam1"
    one.keys("Up")
    assert line.text() == "note 001; pintu utara"


def test_a_refusal_of_a_row_is_read_by_who_is_elsewhere(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.scene.assign(one.fire, "Damkar 1")
    one.refused = frozenset({"unit.under_way"})
    one.keys("Ctrl+Y", "Home")
    one.hold()
    one.keys("m", "Ctrl+L")
    one.let_go()
    one.driver.until(lambda: one.said, "it is told")


def test_steps_of_the_alarm_stay_with_their_incident(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.hold()
    one.keys("Ctrl+F5", "Ctrl+F5")
    one.select(one.tree)
    one.let_go()
    one.driver.until(lambda: len(one.said) == 2)
    assert one.scene.case(one.fire.id).incident.alarm_level == 3
    assert one.kinds() == ["incident.alarm_set"] * 2


def test_who_is_recommended_is_sent_after_what_was_entered_before(slow_desk: SlowDesk) -> None:
    one = slow_desk
    _recommend(one, one.fire)
    found = _until_recommended(one, one.fire)
    one.hold()
    one.keys("Ctrl+F5", "F5", "Ctrl+U", f"{one.call_sign(found.picks[0].unit)} m", "Return")
    one.let_go()
    one.until_kinds("incident.alarm_set", "unit.assigned", "unit.under_way")
    assert len(one.sent(one.fire)) > len(found.picks)


def test_the_key_is_for_each_incident_once(slow_desk: SlowDesk) -> None:
    one = slow_desk
    _recommend(one, one.fire, one.tree)
    one.hold()
    one.keys("F5", "F5")
    one.select(one.tree)
    _until_recommended(one, one.tree)
    one.keys("F5", "F5")
    one.let_go()
    one.until_kinds("unit.assigned", "unit.assigned")
    assert one.sent(one.tree)
    assert not set(one.sent(one.tree)) & set(one.sent(one.fire))


def test_who_swaps_for_another_incident_stays_there(slow_desk: SlowDesk) -> None:
    one = slow_desk
    _recommend(one, one.fire, one.tree)
    one.hold()
    one.keys("F5")
    one.select(one.tree)
    _until_recommended(one, one.tree)
    one.keys("Shift+F5")
    one.let_go()
    one.driver.until(lambda: one.said)
    assert one.view.units.recommended.picks.hasFocus()


def test_a_hospital_is_not_asked_of_who_types_elsewhere(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.scene.assign(one.fire, "A1")
    for status in (UnitStatus.UNDER_WAY, UnitStatus.ON_SCENE):
        one.scene.say("A1", status)
    one.scene.say("A1", UnitStatus.TRANSPORTING, hospital="wangaya")
    one.hold()
    one.keys("Ctrl+U", "a1 f +1h", "Return", "Ctrl+N", "satu ")
    one.let_go()
    one.driver.until(lambda: len(one.said) == 2)
    one.keys("dua")
    assert one.view.pane.note.field.text() == "satu dua"
    assert one.said[1] == "RS Wangaya is full: say where A1 goes (Ctrl+U, A1 h)."


def test_taking_back_is_in_turn_too(slow_desk: SlowDesk) -> None:
    one = slow_desk
    one.scene.assign(one.fire, "Damkar 1")
    one.keys("Ctrl+U", "dam1 m", "Return")
    one.until_status("Damkar 1", UnitStatus.UNDER_WAY)
    one.driver.settle()
    one.hold()
    one.keys("Ctrl+U", "dam1 l", "Return", "Alt+Z", "Ctrl+U", "dam1 l", "Return")
    one.let_go()
    one.until_kinds("unit.on_scene", "unit.gone_back", "unit.on_scene")
    assert one.scene.unit("Damkar 1").status is UnitStatus.ON_SCENE
