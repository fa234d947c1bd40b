"""Two operators at two desks of a server: each sees what the other edits, and nothing typed is lost."""

from collections.abc import Iterator

import pytest

from desktop.domain.reference import Role
from desktop.operations.desk import Desk
from desktop.runtime.ids import new_id
from desktop.runtime.services import follow_store
from desktop.store.postgres.making import open_postgres
from desktop.store.submit_sqlite import Author
from tests.store.server import Server
from tests.ui.driver import OPERATORS, Driver, OpenDesk
from tests.ui.pane.conftest import OpenPane
from tests.ui.pane.scene import Scene
from ui.session import Session
from ui.theme import NIGHT, Look


def _open(driver: Driver, server: Server, login: str) -> OpenDesk:
    store = driver.run(open_postgres(server.url("centre", login)))
    services = driver.run(follow_store(store))
    author = Author(login, OPERATORS[login], frozenset(Role))
    return OpenDesk(Session(services, Desk(store, author, new_id), Look(NIGHT)), services, driver)


@pytest.fixture
def desk(driver: Driver, server: Server) -> Iterator[OpenDesk]:
    """Made's desk."""
    made = _open(driver, server, "made")
    yield made
    made.close()


@pytest.fixture
def other_desk(driver: Driver, server: Server) -> Iterator[OpenDesk]:
    """Wayan's desk."""
    made = _open(driver, server, "wayan")
    yield made
    made.close()


def _fire(scene: Scene) -> str:
    return scene.open(category="fire_building", urgency="emergency", priority="P1", address="Gg. Mawar 5")


def _correct(opened: OpenPane, incident: str) -> None:
    opened.show(incident)
    opened.driver.press("Ctrl+D")
    opened.driver.until(lambda: opened.field("category").hasFocus())


def test_other_groups_of_one_incident_both_succeed(
    opened: OpenPane, scene: Scene, other_scene: Scene
) -> None:
    incident = _fire(scene)
    opened.driver.until(lambda: incident in other_scene.desk.session.board.cases)
    _correct(opened, incident)
    opened.retype("address", "Gg. Melati 2")
    other_scene.describe(incident, people_hurt=3)
    opened.driver.press("Return")
    opened.driver.until(lambda: not opened.pane.form_area.isVisible())
    found = scene.detail(incident).case.incident
    assert (found.address, found.people_hurt) == ("Gg. Melati 2", 3)


def test_on_the_same_group_the_second_sees_both_and_chooses_with_one_key(
    opened: OpenPane, scene: Scene, other_scene: Scene
) -> None:
    incident = _fire(scene)
    opened.driver.until(lambda: incident in other_scene.desk.session.board.cases)
    _correct(opened, incident)
    opened.retype("address", "Gg. Melati 2")
    other_scene.describe(incident, address="Jl. Kenanga 9")
    opened.driver.press("Return")
    told = opened.pane.form_area.form.problems["address"]
    opened.driver.until(told.isVisible)
    assert "Wayan P." in told.text()
    assert "Jl. Kenanga 9" in told.text()
    assert opened.field("address").text() == "Gg. Melati 2", "what was typed stays"
    opened.driver.press("Return")
    opened.driver.until(lambda: not opened.pane.form_area.isVisible())
    assert scene.detail(incident).case.incident.address == "Gg. Melati 2"
    entries = [one for one in scene.detail(incident).timeline if one.kind == "incident.described"]
    assert [one.author for one in entries] == ["wayan", "made"], "the first value is in the journal"


def test_who_edits_the_place_is_seen_in_words(opened: OpenPane, scene: Scene, other_desk: OpenDesk) -> None:
    incident = _fire(scene)
    opened.show(incident)
    assert not opened.pane.others.isVisible()
    other_desk.session.look_at(incident, "place")
    opened.driver.until(lambda: opened.pane.others.text() == "Wayan P. edits the place")
    other_desk.session.look_at(incident)
    opened.driver.until(lambda: opened.pane.others.text() == "Wayan P. has this open")
    other_desk.session.look_at(None)
    opened.driver.until(opened.pane.others.isHidden)


def test_the_others_are_told_which_field_has_the_cursor(
    opened: OpenPane, scene: Scene, other_desk: OpenDesk
) -> None:
    incident = _fire(scene)
    _correct(opened, incident)
    opened.field("address").setFocus()
    opened.driver.until(lambda: other_desk.session.lookers(incident) == [("Made S.", "place")])
