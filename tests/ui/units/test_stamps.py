"""Correcting times: the first value is kept and shown."""

from collections.abc import Callable
from datetime import timedelta

from desktop.domain.board import Case
from desktop.domain.reference import AgencyPart
from desktop.domain.units import UnitStatus
from desktop.operations.referrals import Telling, refer
from tests.ui.units.scene import Scene, Window
from ui.times import clock_text

Open = Callable[[Scene, Case | None], Window]


def _typed(scene: Scene, window: Window, *fields: str) -> None:
    for text in fields:
        scene.driver.type(text)
        scene.driver.press("Return")


def test_the_stamp_of_a_unit_in_question_is_corrected(scene: Scene, open_window: Open) -> None:
    case = scene.open(30, category="sick", priority="P1")
    scene.assign(case, "A3", minutes=20)
    scene.say("A3", UnitStatus.UNDER_WAY, 10)
    window = open_window(scene, None)
    before = scene.running("A3")
    assert before.under_way_at is not None
    wanted = before.under_way_at - timedelta(minutes=5)
    scene.driver.press("Ctrl+U")
    scene.driver.type("a3")
    scene.driver.press("Ctrl+Shift+U")
    assert window.panel.prompt.asking
    text = clock_text(wanted, scene.session.clock.zone)
    _typed(scene, window, "", text, "baru dilaporkan lewat HT")
    scene.driver.until(lambda: scene.running("A3").under_way_at != before.under_way_at)
    after = scene.running("A3")
    assert after.under_way_at is not None
    assert abs(after.under_way_at - wanted) < timedelta(seconds=1)
    assert after.under_way_first == before.under_way_first
    assert scene.unit("A3").status_at == after.under_way_at, "its time in status moves along"
    scene.driver.until(lambda: not (window.panel.prompt.asking or scene.session.turns.writing))
    scene.driver.press("Ctrl+Y")
    while window.panel.table.current_unit != "a3":
        scene.driver.press("Down")
    first = clock_text(before.under_way_at, scene.session.clock.zone)
    assert f"under way {text} (first {first})" in window.panel.notes.note.preview


def test_any_stamp_of_the_incident_can_be_chosen_also_an_agency_s(scene: Scene, open_window: Open) -> None:
    case = scene.open(30, category="fire_building", priority="P1")
    scene.assign(case, "Damkar 1", "Damkar 2", minutes=20)
    desk = scene.at(timedelta(minutes=15))
    told = refer(desk, case.incident, [Telling("PLN", AgencyPart.SUPPORT)])
    scene.done(scene.driver.run(told))
    referral = scene.case(case.id).referrals[0]
    assert referral.told_at is not None
    window = open_window(scene, case)
    scene.driver.press("Ctrl+Shift+U")
    _typed(scene, window, "pln", "-12m", "salah ketik")
    scene.driver.until(lambda: scene.case(case.id).referrals[0].told_at != referral.told_at)
    after = scene.case(case.id).referrals[0]
    assert after.told_at is not None
    assert abs(scene.now - timedelta(minutes=12) - after.told_at) < timedelta(seconds=20)
    assert after.told_first == referral.told_first
    scene.driver.press("Ctrl+Shift+U")
    _typed(scene, window, "damkar 2 assigned")
    assert window.panel.prompt.value("stamp").endswith(":assigned")


def test_a_time_that_fits_no_other_is_refused_beside_the_field(scene: Scene, open_window: Open) -> None:
    case = scene.open(30, category="sick", priority="P1")
    scene.assign(case, "A3", minutes=20)
    scene.say("A3", UnitStatus.UNDER_WAY, 10)
    window = open_window(scene, case)
    before = scene.running("A3")
    scene.driver.press("Ctrl+Shift+U")
    _typed(scene, window, "", "-25m", "coba")
    scene.driver.settle(0.2)
    assert window.panel.prompt.asking
    assert window.panel.prompt.value("reason") == "coba"
    assert scene.running("A3") == before
    scene.driver.press("Esc")
    scene.driver.press("Ctrl+Shift+U")
    _typed(scene, window, "", "+5m", "coba")
    assert window.panel.prompt.asking, "no time ahead"
    assert scene.running("A3") == before


def test_where_no_time_is_there_is_none_to_correct(scene: Scene, open_window: Open) -> None:
    window = open_window(scene, None)
    scene.driver.press("Ctrl+Shift+U")
    assert window.said[-1][0] == "There is no time to correct."
    assert not window.panel.prompt.asking
