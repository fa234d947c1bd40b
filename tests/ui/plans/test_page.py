"""An administrator changes response plans: tried before they count, then in force, with a version."""

from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.plans import ResponsePlan
from tests.ui.driver import Driver, OpenDesk
from ui.plans.page import PlansPage


def test_a_plan_is_changed_tried_and_put_in_force(driver: Driver, desk: OpenDesk) -> None:
    over = QWidget()
    page = PlansPage(desk.session, over)
    driver.show(over, 1366, 768)
    page.toggle()
    driver.settle()
    page.table.rest_on("fire-building-2")
    title = next(one for one in page.findChildren(QLabel) if one.text() == "Response plans")
    stood = title.y()
    driver.press("Insert")
    assert title.y() == stood, "what is asked takes the room of the table, nothing moves"
    driver.press("Esc")
    for key in (*["Return"] * 6, "Ctrl+A"):
        driver.press(key)
    driver.type("engin:2")
    driver.press("Return")
    said = [one.text() for one in page.prompt.findChildren(QLabel)]
    assert any(one.startswith("“engin:2” says no units. Kinds: fire engine, ") for one in said), said
    driver.press("Ctrl+A")
    driver.type("fire engine:3/2")
    assert "3 fire engine (crew of 2)" in [one.text() for one in page.prompt.findChildren(QLabel)]
    for _ in range(3):
        driver.press("Return")
    assert [one.needs for _, one in page.change.changed] == ["engine:3/2"]
    with_more = PlansPage(desk.session, over)
    assert [one.needs for _, one in with_more.change.changed] == ["engine:3/2"], "left by an earlier run"
    with_more.deleteLater()
    driver.press("P")
    assert page.told.text() == "Try them first (T): they were changed since."
    assert _plan(desk).needs == "engine:2/2"
    driver.press("T")
    driver.until(lambda: page.told.text().startswith("Tried on the last"))
    driver.press("P")
    driver.type("kurang satu")
    driver.press("Return")
    driver.until(lambda: _plan(desk).needs == "engine:3/2")
    assert not page.change
    assert not desk.session.unsaved.texts("plans", "edited")
    driver.press("V")
    driver.until(lambda: "kurang satu" in page.told.text())
    assert "units 3 fire engine (crew of 2)" in page.told.text()
    over.hide()
    over.deleteLater()


def _plan(desk: OpenDesk) -> ResponsePlan:
    return next(one for one in desk.session.reference.plans if one.id == "fire-building-2")
