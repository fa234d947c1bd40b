"""What is recommended stands below the units, is sent by one key, and can be swapped."""

from collections.abc import Callable
from threading import Event

import pytest

from desktop.domain.board import Case
from desktop.domain.recommendation import Recommendation
from desktop.domain.recommending import Situation
from desktop.domain.situations import Setting
from desktop.domain.units import UnitStatus
from desktop.operations.reading import read_case
from desktop.operations.warnings import make_warning
from desktop.roads.building import build
from desktop.roads.graph import pack
from desktop.roads.ways import RoadWay
from tests.ui.driver import OpenDesk
from tests.ui.units.scene import Scene, Window

Open = Callable[[Scene, Case | None], Window]


def _fire(scene: Scene) -> Case:
    return scene.open(
        1, category="fire_building", priority="P1", address="Jl. Tukad Badung 12", area="51.71.01.1004"
    )


def _select(window: Window) -> None:
    """Select the incident and wait until it is known who should go."""
    window.panel.selection_changed()
    window.scene.driver.until(window.panel.recommended.isVisible)


def _lines(window: Window) -> list[str]:
    picks = window.panel.recommended.picks
    return [picks.item(row).text() for row in range(picks.count())]


def test_one_key_sends_all_and_the_act_keeps_what_was_recommended(scene: Scene, open_window: Open) -> None:
    fire = _fire(scene)
    window = open_window(scene, fire)
    _select(window)
    lines = _lines(window)
    assert [line.partition(" · ")[0] for line in lines] == ["Damkar 3", "Damkar 9", "A2"]
    assert lines[0].endswith("Pos Juanda · nearest, crew of 3")
    driver = scene.driver
    driver.press("Shift+F5")
    driver.press("Right")
    assert _lines(window)[0].startswith("Damkar 1 ")
    assert "your choice" in _lines(window)[0]
    driver.press("Down")
    driver.press("Down")
    driver.press("Delete")
    scene.say("A1", UnitStatus.OFF_DUTY)
    scene.driver.settle()
    assert window.panel.recommended.picks.currentRow() == 2, "renewed, the cursor stays"
    assert _lines(window)[2] == "nobody (Del takes back)"
    driver.press("F5")
    window.until_status("Damkar 1", UnitStatus.ASSIGNED)
    assert {one.unit for one in scene.case(fire.id).running} == {"damkar-1", "damkar-9"}
    (act,) = _journal(scene, fire)
    assert [one["unit"] for one in act["picks"]] == ["damkar-3", "damkar-9", "a2"]
    scene.driver.until(lambda: _lines(window)[0].startswith("A2 "), "what is still missing")


def test_without_a_place_it_says_what_is_to_be_filled_in(scene: Scene, open_window: Open) -> None:
    window = open_window(scene, scene.open(1, category="sick", priority="P1", address="entah"))
    _select(window)
    assert _lines(window) == []
    assert "With a kelurahan or a point units are recommended." in window.panel.recommended.said
    scene.driver.press("F5")
    assert window.said[-1][0] == "Nobody is recommended here: Alt+U sends units by their call signs."


def test_a_higher_alarm_adds_only_what_is_new(scene: Scene, open_window: Open) -> None:
    fire = scene.open(
        1, category="fire_vehicle", priority="P1", address="Jl. Tukad Badung 12", area="51.71.01.1004"
    )
    window = open_window(scene, fire)
    _select(window)
    scene.driver.press("F5")
    window.until_status("Damkar 3", UnitStatus.ASSIGNED)
    scene.driver.until(lambda: _lines(window) == [])
    scene.driver.press("Ctrl+F5")
    scene.driver.press("Ctrl+F5")  # before the first is written; nothing is planned above it
    scene.driver.until(lambda: len(_lines(window)) == 2)
    assert "alarm 2" in window.panel.recommended.said
    assert [line.partition(" · ")[0] for line in _lines(window)] == ["Damkar 9", "A2"]
    scene.driver.until(lambda: window.said[-1][0] == "Nothing is planned for this incident above alarm 2.")
    scene.driver.press("Ctrl+Shift+F5")
    scene.driver.until(lambda: _lines(window) == [])


def test_reading_the_warnings_sends_nobody_once_another_incident_was_selected(
    scene: Scene, open_window: Open
) -> None:
    fire, sick = _fire(scene), scene.open(1, category="sick", priority="P1", area="51.71.01.1004")
    place = {"address": "Jl. Tukad Badung 12", "area": "51.71.01.1004"}
    warned = make_warning(scene.session.desk, {**place, "critical": True, "text": "gas"})
    scene.done(scene.driver.run(warned))
    window = open_window(scene, fire)
    _select(window)
    scene.driver.press("F5")
    assert "Alt+A" in window.said[-1][0]
    window.incident = sick.id
    window.panel.selection_changed()
    scene.driver.until(lambda: window.panel.recommended_for(sick.id) is not None)
    window.incident = fire.id
    _select(window)
    scene.driver.until(lambda: window.panel.recommended_for(fire.id) is not None)
    window.panel._reading.read()
    scene.driver.until(lambda: window.said[-1][0].startswith("Read: "))
    scene.driver.run(scene.session.services.writes.wait_all())
    scene.driver.settle()
    assert scene.case(fire.id).running == ()
    scene.driver.press("F5")
    window.until_status("Damkar 3", UnitStatus.ASSIGNED)


def test_what_is_typed_instead_is_kept_beside_what_was_recommended(scene: Scene, open_window: Open) -> None:
    fire = _fire(scene)
    window = open_window(scene, fire)
    _select(window)
    scene.driver.press("Alt+U")
    scene.driver.type("dam6")
    scene.driver.press("Return")
    window.until_status("Damkar 6", UnitStatus.ASSIGNED)
    (act,) = _journal(scene, fire)
    assert [one["unit"] for one in act["picks"]] == ["damkar-3", "damkar-9", "a2"]


def _journal(scene: Scene, case: Case) -> list[dict[str, list[dict[str, str]]]]:
    desk: OpenDesk = scene.desk
    detail = desk.driver.run(read_case(scene.session.desk, case.id))
    assert detail is not None
    return [
        dict(change.values["picks"])  # type: ignore[arg-type]  # - JSON of this kind
        for entry in detail.timeline
        for change in entry.changes
        if change.table == "recommendation"
    ]


def test_by_road_the_key_waits_for_the_answer_of_the_incident_that_is_selected(
    scene: Scene, open_window: Open
) -> None:
    fire = _fire(scene)
    sick = scene.open(1, category="sick", priority="P1", address="Jl. Imam Bonjol 9", area="51.71.03.2002")
    window = open_window(scene, fire)
    _select(window)
    area = scene.session.reference.areas["51.71.01.1004"]
    fire_place, imam_bonjol = (area.latitude or 0.0, area.longitude or 0.0), (-8.6768, 115.2008)
    body = pack(build([RoadWay((1, 2), (fire_place, imam_bonjol), 36)]).graph)
    scene.driver.run(scene.session.roads.use(body))
    scene.session.roads_read.emit()
    scene.driver.until(lambda: "straight line" not in window.panel.recommended.said)
    window.incident = sick.id
    window.panel.selection_changed()
    assert window.panel.recommended.isHidden(), "nothing of another incident may be sent"
    held = Event()
    scene.session.roads._thread.submit(held.wait, 60)
    scene.driver.press("F5")
    window.incident = fire.id
    window.panel.selection_changed()
    held.set()
    scene.driver.until(window.panel.recommended.isVisible)
    scene.driver.run(scene.session.services.writes.wait_all())
    scene.driver.settle()
    assert scene.case(fire.id).running == (), "the key was pressed for another incident"
    window.incident = sick.id
    window.panel.selection_changed()
    assert window.panel.recommended.isHidden()
    scene.driver.press("F5")
    window.until_status("A1", UnitStatus.ASSIGNED)
    assert {one.unit for one in scene.case(sick.id).running} == {"a1"}
    assert scene.case(fire.id).running == ()


def test_who_is_asked_for_the_moment_an_answer_came_gets_his_too(scene: Scene, open_window: Open) -> None:
    fire, other = _fire(scene), _fire(scene)
    window = open_window(scene, fire)
    _select(window)
    recommending = window.panel._recommending

    def turn_to_the_other() -> None:
        if window.incident == fire.id:
            window.incident = other.id
            recommending.renew()

    recommending.answered.connect(turn_to_the_other)
    recommending.renew()
    scene.driver.until(lambda: window.incident == other.id)
    scene.driver.until(lambda: recommending.of(other.id) is not None and not recommending.asking, seconds=3)


def test_one_key_sends_also_while_it_is_asked_anew_all_the_time(
    scene: Scene, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(scene, _fire(scene))
    _select(window)
    recommending, roads = window.panel._recommending, scene.session.roads
    decide, surge = roads.decide, [True]

    async def decided_too_late(setting: Setting) -> tuple[Situation, Recommendation]:
        answer = await decide(setting)
        if surge:
            recommending.renew()
        return answer

    monkeypatch.setattr(roads, "decide", decided_too_late)
    recommending.renew()
    scene.driver.press("F5")
    window.until_status("Damkar 3", UnitStatus.ASSIGNED)
    surge.clear()
    scene.driver.until(lambda: not recommending.asking)
