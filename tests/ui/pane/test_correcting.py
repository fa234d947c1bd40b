"""Correcting long after the call, in the fields of intake, and what happens when another was quicker."""

from desktop.domain.places import Place, PlaceKind
from desktop.domain.reference import Priority
from tests.ui.pane.conftest import OpenPane
from tests.ui.pane.scene import Scene


def _problems(opened: OpenPane) -> dict[str, str]:
    shown = opened.pane.form_area.form.problems
    return {name: one.text() for name, one in shown.items() if one.isVisible()}


def _fire(scene: Scene) -> str:
    return scene.open(
        category="fire_building",
        urgency="emergency",
        priority="P1",
        address="Gg. Mawar 5",
        landmark="dekat pura",
        number="081238112204",
        name="Putu",
        narrative="api besar",
    )


def _correct(opened: OpenPane, incident: str) -> None:
    opened.show(incident)
    opened.driver.press("Ctrl+D")
    assert opened.pane.form_area.isVisible()
    assert opened.field("category").hasFocus()


def test_all_that_was_changed_is_one_act(opened: OpenPane, scene: Scene) -> None:
    incident = _fire(scene)
    _correct(opened, incident)
    acts = len(scene.detail(incident).timeline)
    opened.retype("address", "Gg. Melati 2")
    opened.retype("area", "sumerta kelod")
    opened.driver.press("Tab")
    opened.retype("rt_rw", "3/5")
    opened.retype("point", "-8.65678, 115.2365")
    opened.retype("people_hurt", "2")
    opened.retype("number", "0361 223344")
    opened.retype("name", "Ketut")
    opened.retype("channel", "whats")
    opened.driver.press("Tab")
    opened.pane.form_area.form.narrative.setFocus()
    opened.pane.form_area.form.narrative.selectAll()
    opened.driver.type("api kecil")
    opened.driver.press("Return")
    opened.driver.until(lambda: not opened.pane.form_area.isVisible())
    detail = scene.detail(incident)
    place = detail.case.incident
    assert len(detail.timeline) == acts + 1
    assert (place.address, place.area, place.rt, place.rw) == (
        "Gg. Melati 2",
        scene.area("Sumerta Kelod"),
        "3",
        "5",
    )
    assert (place.latitude, place.longitude, place.people_hurt) == (-8.65678, 115.2365, 2)
    private = detail.calls[0].private
    assert (private.number, private.name, private.narrative) == ("0361223344", "Ketut", "api kecil")
    assert detail.calls[0].call.channel == "whatsapp"
    opened.driver.until(
        lambda: opened.timeline[-1].startswith("Corrected Address: Gg. Mawar 5 → Gg. Melati 2 · ")
    )


def test_a_category_brings_its_priority(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open(address="Gg. Mawar 5")
    _correct(opened, incident)
    opened.retype("category", "kebak rumah")
    opened.driver.press("Return")
    opened.driver.until(lambda: scene.case(incident).incident.category == "fire_building")
    assert scene.case(incident).incident.priority is Priority.P1
    assert scene.case(incident).incident.urgency == "emergency"


def test_what_is_typed_at_once_takes_the_place_of_the_category(opened: OpenPane, scene: Scene) -> None:
    incident = _fire(scene)
    _correct(opened, incident)
    opened.driver.type("pohon tumb")
    opened.driver.press("Return")
    opened.driver.until(lambda: scene.case(incident).incident.category == "fallen_tree")


def test_a_priority_set_by_hand_stays_and_is_told_as_such(opened: OpenPane, scene: Scene) -> None:
    incident = _fire(scene)
    _correct(opened, incident)
    opened.field("priority").setFocus()
    opened.driver.type("3")
    opened.driver.press("Return")
    opened.driver.until(lambda: scene.case(incident).incident.priority is Priority.P3)
    opened.driver.until(
        lambda: opened.timeline[-1] == "Corrected Priority: P1 → P3 (the category brings P1)  Made S."
    )
    _correct(opened, incident)
    opened.retype("category", "pohon tumbang")
    opened.driver.press("Tab")
    assert opened.field("priority").text() == "P3"


def test_nothing_changed_is_no_act(opened: OpenPane, scene: Scene) -> None:
    incident = _fire(scene)
    _correct(opened, incident)
    acts = len(scene.detail(incident).timeline)
    opened.driver.press("Return")
    opened.driver.until(lambda: not opened.pane.form_area.isVisible())
    assert len(scene.detail(incident).timeline) == acts


def test_what_cannot_be_read_is_said_beside_its_field(opened: OpenPane, scene: Scene) -> None:
    _correct(opened, _fire(scene))
    opened.retype("people_hurt", "dua")
    opened.retype("point", "dekat pasar")
    opened.driver.press("Return")
    assert set(_problems(opened)) == {"people_hurt", "point"}
    assert opened.field("people_hurt").hasFocus()
    assert opened.field("people_hurt").text() == "dua"


def test_who_wrote_what_when_stands_beside_the_field_and_the_typed_stays(
    opened: OpenPane, scene: Scene, other_scene: Scene
) -> None:
    incident = _fire(scene)
    other_scene.desk.driver.until(lambda: incident in other_scene.desk.session.board.cases)
    _correct(opened, incident)
    opened.retype("address", "Gg. Melati 2")
    opened.retype("people_hurt", "2")
    other_scene.describe(incident, address="Gg. Kamboja 9", landmark="sebelah SD")
    opened.driver.press("Return")
    opened.driver.until(lambda: _problems(opened))
    problem = _problems(opened)
    assert set(problem) == {"address"}
    assert problem["address"].startswith("Wayan P. wrote “Gg. Kamboja 9” at ")
    assert opened.field("address").text() == "Gg. Melati 2"
    assert opened.field("landmark").text() == "sebelah SD"
    opened.driver.press("Return")
    opened.driver.until(lambda: scene.case(incident).incident.address == "Gg. Melati 2")
    assert scene.case(incident).incident.landmark == "sebelah SD"
    assert scene.case(incident).incident.people_hurt == 2


def test_another_field_of_the_same_group_is_said_by_its_name(
    opened: OpenPane, scene: Scene, other_scene: Scene
) -> None:
    incident = _fire(scene)
    other_scene.desk.driver.until(lambda: incident in other_scene.desk.session.board.cases)
    _correct(opened, incident)
    opened.retype("address", "Gg. Melati 2")
    other_scene.describe(incident, landmark="sebelah SD")
    opened.driver.press("Return")
    opened.driver.until(lambda: _problems(opened))
    assert "Landmark: “sebelah SD”" in _problems(opened)["address"]


def test_every_group_that_was_overtaken_is_said_before_anything_is_written_over(
    opened: OpenPane, scene: Scene, other_scene: Scene
) -> None:
    incident = _fire(scene)
    other_scene.desk.driver.until(lambda: incident in other_scene.desk.session.board.cases)
    _correct(opened, incident)
    opened.retype("people_hurt", "2")
    opened.retype("name", "Ketut")
    other_scene.describe(incident, people_hurt=5)
    other_scene.describe(incident, other_scene.detail(incident).calls[0], name="Nyoman")
    opened.driver.press("Return")
    opened.driver.until(lambda: _problems(opened))
    assert set(_problems(opened)) == {"people_hurt", "name"}


def test_other_groups_do_not_disturb(opened: OpenPane, scene: Scene, other_scene: Scene) -> None:
    incident = _fire(scene)
    other_scene.desk.driver.until(lambda: incident in other_scene.desk.session.board.cases)
    _correct(opened, incident)
    opened.retype("people_hurt", "2")
    other_scene.describe(incident, address="Gg. Kamboja 9")
    opened.driver.press("Return")
    opened.driver.until(lambda: scene.case(incident).incident.people_hurt == 2)
    assert scene.case(incident).incident.address == "Gg. Kamboja 9"


def test_news_does_not_touch_what_is_being_typed(opened: OpenPane, scene: Scene, other_scene: Scene) -> None:
    incident = _fire(scene)
    other_scene.desk.driver.until(lambda: incident in other_scene.desk.session.board.cases)
    _correct(opened, incident)
    opened.retype("address", "Gg. Mel")
    other_scene.note(incident, "kabar lain")
    opened.driver.until(lambda: "Note kabar lain  Wayan P." in opened.timeline)
    assert opened.field("address").text() == "Gg. Mel"
    assert opened.field("address").hasFocus()


def test_of_several_callers_one_is_chosen(opened: OpenPane, scene: Scene) -> None:
    incident = _fire(scene)
    second = scene.join(incident, name="Wayan", narrative="asap tebal")
    _correct(opened, incident)
    assert opened.field("name").text() == "Putu"
    opened.retype("caller", "wayan")
    opened.driver.press("Return")
    assert opened.field("name").text() == "Wayan"
    assert opened.pane.form_area.form.narrative.toPlainText() == "asap tebal"
    opened.retype("name", "Wayan Sudra")
    opened.retype("caller", "putu")
    opened.driver.press("Return")
    assert _problems(opened) == {"caller": "Save this caller first: Enter."}
    assert opened.field("name").text() == "Wayan Sudra"
    opened.field("name").setFocus()
    opened.driver.press("Return")
    opened.driver.until(lambda: not opened.pane.form_area.isVisible())
    found = next(one for one in scene.detail(incident).calls if one.id == second.id)
    assert found.private.name == "Wayan Sudra"


def test_escape_throws_typed_text_away_only_when_pressed_twice(opened: OpenPane, scene: Scene) -> None:
    incident = _fire(scene)
    opened.show(incident)
    opened.driver.press("Ctrl+G")
    opened.driver.press("Ctrl+D")
    opened.retype("address", "x")
    opened.driver.press("Esc")
    assert opened.pane.form_area.isVisible()
    assert "once more" in opened.pane.form_area.form.trouble.text()
    opened.driver.press("Esc")
    assert not opened.pane.form_area.isVisible()
    assert opened.pane.timeline.hasFocus()
    assert scene.case(incident).incident.address == "Gg. Mawar 5"


def test_a_correction_waits_while_another_incident_is_looked_at(opened: OpenPane, scene: Scene) -> None:
    first, second = _fire(scene), scene.open()
    _correct(opened, first)
    opened.retype("address", "Gg. Mel")
    opened.show(second)
    assert not opened.pane.form_area.isVisible()
    opened.show(first)
    assert opened.pane.form_area.isVisible()
    assert opened.field("address").text() == "Gg. Mel"


def test_ctrl_enter_saves_too_and_opens_nothing(opened: OpenPane, scene: Scene) -> None:
    incident = _fire(scene)
    opened.actions.bind("call.open_incident", lambda: opened.said.append("opened"))
    _correct(opened, incident)
    opened.driver.press("Alt+L")
    assert opened.field("address").selectedText() == "Gg. Mawar 5"
    opened.retype("landmark", "sebelah SD")
    opened.driver.press("Ctrl+Return")
    opened.driver.until(lambda: scene.case(incident).incident.landmark == "sebelah SD")
    assert "opened" not in opened.said


def test_a_place_that_is_taken_moves_the_point_and_enter_saves_afterwards(
    opened: OpenPane, scene: Scene
) -> None:
    incident = scene.open(category="fire_building", address="Gg. Mawar 5", latitude=-8.7, longitude=115.2)
    session = scene.desk.session
    place = Place(
        id="k",
        name="Jalan Kartini",
        kind=PlaceKind.STREET,
        area="51.71.02.1010",
        latitude=-8.65,
        longitude=115.21,
    )
    opened.driver.run(session.places.put([place]))
    _correct(opened, incident)
    opened.retype("address", "jl kartini no 4")
    line = opened.pane.form_area.form.address
    opened.driver.until(lambda: line.offers)
    opened.driver.press("Ctrl+1")
    opened.driver.press("Return")
    opened.driver.until(lambda: not opened.pane.form_area.isVisible())
    found = scene.detail(incident).case.incident
    assert (found.address, found.latitude, found.longitude) == ("Jalan Kartini no 4", -8.65, 115.21)
