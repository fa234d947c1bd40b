"""Two windows on one embedded file: each sees what the other has open."""

from tests.ui.driver import OpenDesk
from tests.ui.pane.conftest import OpenPane
from tests.ui.pane.scene import Scene


def test_who_edits_the_place_in_another_window_is_seen(
    opened: OpenPane, scene: Scene, other_desk: OpenDesk
) -> None:
    incident = scene.open(category="fire_building", urgency="emergency", priority="P1")
    opened.show(incident)
    assert not opened.pane.others.isVisible()
    other_desk.session.look_at(incident, "place")
    opened.driver.until(lambda: opened.pane.others.text() == "Wayan P. edits the place")
    assert scene.desk.session.editors() == {incident: "Wayan P."}
    other_desk.session.look_at(None)
    opened.driver.until(opened.pane.others.isHidden)
    opened.driver.press("Ctrl+D")
    opened.driver.until(lambda: other_desk.session.lookers(incident) != [])
    assert [name for name, _ in other_desk.session.lookers(incident)] == ["Made S."]
