"""Telling units and agencies, as an operator does it: whom, the words, and who has to be told again."""

from PySide6.QtGui import QGuiApplication

from desktop.domain.reference import AgencyPart
from tests.ui.driver import OpenDesk
from tests.ui.pane.conftest import OpenPane
from tests.ui.pane.scene import Scene
from ui.telling.page import TellingPage
from ui.telling.watch import ToldWatch


def _page(opened: OpenPane, desk: OpenDesk) -> TellingPage:
    """The page over the pane's window."""
    page = TellingPage(desk.session, opened.pane)
    opened.pane.asks_to_tell.connect(page.open)
    return page


def test_who_was_told_the_old_place_is_told_again(
    opened: OpenPane, scene: Scene, other_scene: Scene, desk: OpenDesk
) -> None:
    driver, page = opened.driver, _page(opened, desk)
    watch = ToldWatch(desk.session, page)
    withdrawn = list[str]()
    desk.session.unsaid.connect(withdrawn.append)
    incident = scene.open(category="fire_building", address="Gg. Mawar 5", number="081238112204")
    scene.assign(incident, "Damkar 1", "A2")
    scene.refer(incident, "PLN", AgencyPart.SUPPORT)
    opened.show(incident)
    assert [text for text in opened.particulars if "not told yet" in text] == opened.particulars[3:5]
    opened.actions.trigger("incident.tell")
    rows = [page.list.item(at).text() for at in range(page.list.count())]
    assert rows[:3] == ["Damkar 1, A2 — together", "Damkar 1 — not told yet", "A2 — not told yet"]
    assert rows[3].startswith("PLN — knows it: ")
    assert rows[4] == "somebody else — copy only"

    driver.press("R", page.list)
    assert page.text.toPlainText().startswith("Damkar 1, A2, dari 112 Denpasar.\n")
    assert page.text.accessibleName() == "Read out to Damkar 1, A2 by radio"
    driver.press("Escape", page.text)
    assert not any(text.startswith("Text told") for text in opened.timeline), "left without telling"
    driver.press("R", page.list)
    driver.press("Return", page.text)
    driver.until(lambda: not page.isVisible())
    driver.until(lambda: any(text.startswith("Text told Damkar 1, A2 · radio") for text in opened.timeline))

    other_scene.desk.driver.until(lambda: incident in other_scene.desk.session.board.cases)
    other_scene.describe(incident, address="Gg. Mawar 55")
    driver.until(lambda: "tell again: 3" in opened.pane.facts.text)
    driver.until(lambda: opened.said[-1].endswith(": tell again Damkar 1, A2, PLN (Ctrl+Shift+C)"))
    assert watch.parent() is page
    assert sum("to be told again: place" in text for text in opened.particulars) == 3
    opened.actions.trigger("incident.tell")
    driver.press("Return", page.list)
    driver.until(lambda: "tell again: 1" in opened.pane.facts.text)
    assert "Lokasi: Gg. Mawar 55" in QGuiApplication.clipboard().text()
    assert "0812 3811 2204" in QGuiApplication.clipboard().text()
    assert page.list.item(0).text() == "PLN — to be told again: place"
    driver.press("Return", page.list)
    driver.until(lambda: not page.isVisible())
    driver.until(lambda: "tell again" not in opened.pane.facts.text)
    assert [text.endswith(": tell again Damkar 1, A2, PLN (Ctrl+Shift+C)") for text in withdrawn] == [True]


def test_what_changes_while_it_is_read_out_is_said(opened: OpenPane, scene: Scene, desk: OpenDesk) -> None:
    driver, page = opened.driver, _page(opened, desk)
    incident = scene.open(address="Gg. Mawar 5")
    scene.assign(incident, "Damkar 1")
    opened.show(incident)
    opened.actions.trigger("incident.tell")
    driver.press("T", page.list)
    scene.describe(incident, address="Gg. Melati 7")
    driver.until(page.trouble.isVisible)
    assert page.trouble.text() == "It changed meanwhile: read it out as it is now."
    assert "Gg. Melati 7" in page.text.toPlainText()
