"""The command line on a whole desk: what is said before Enter is what Enter does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.domain.units import UnitStatus
from desktop.runtime.drafts import DraftStore
from tests.ui.driver import Driver, OpenDesk
from tests.ui.units.scene import Scene
from ui.desk_view import DeskView
from ui.orders.desk import OrderDesk


class Seat:
    """A whole desk with the incident 001, a fire, and 002."""

    def __init__(self, driver: Driver, view: DeskView, scene: Scene) -> None:
        self.driver, self.view, self.scene = driver, view, scene
        self.said: list[str] = []
        view.session.said.connect(lambda text, _level: self.said.append(text))
        self.fire = scene.open(5, category="fire_building", priority="P1", address="Gg. Mawar 5")
        self.tree = scene.open(4, category="fallen_tree", priority="P3", address="Jl. Sudirman")
        view.list.select(self.fire.id)

    @property
    def orders(self) -> OrderDesk:
        """The command line."""
        return self.view.pages.orders

    def type(self, text: str) -> None:
        """Ctrl+K, and a text."""
        self.driver.press("Ctrl+K")
        self.driver.type(text)

    @property
    def shown(self) -> tuple[str, str]:
        """What will happen, and what is wrong."""
        bar = self.orders.bar
        return bar.preview.text(), bar.problem.text()


@pytest.fixture
def seat(driver: Driver, desk: OpenDesk, tmp_path: Path) -> Iterator[Seat]:
    """It, shown at the size for which it is designed."""
    window = QMainWindow()
    drafts = DraftStore(tmp_path / "drafts", tmp_path / "spare")
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    view = DeskView(window, desk.session, drafts, state)
    window.setCentralWidget(view)
    driver.show(window, 1366, 768)
    yield Seat(driver, view, Scene(driver, desk))
    view.end()
    drafts.close()
    window.hide()
    driver.settle()


def test_several_units_go_and_report_by_one_line_each(seat: Seat) -> None:
    number = seat.view.session.number(seat.tree)
    seat.type("send dam1, a1 to 002; mind the cable")
    preview, problem = seat.shown
    what = f"Damkar 1, A1: assigned to {number} Fallen tree, Jl. Sudirman · “mind the cable”"
    assert (preview, problem) == (f"Enter: {what}", "")
    before = seat.view.session.board.sequence
    seat.driver.press("Return")
    seat.driver.until(lambda: not seat.orders.bar.isVisible(), "the line left")
    assert seat.view.session.board.sequence == before + 1
    assert {one.unit for one in seat.scene.case(seat.tree.id).running} == {"damkar-1", "a1"}
    assert seat.said == [what]

    seat.type("under way dam1, a1 -1m")
    assert seat.shown[1].startswith("Damkar 1 is assigned since")
    assert seat.orders.bar.line._wrong == (10, 14)
    seat.driver.press("Ctrl+K")
    seat.driver.type("under way dam1, a1")
    seat.driver.press("Return")
    seat.driver.until(lambda: seat.scene.unit("A1").status is UnitStatus.UNDER_WAY)
    seat.driver.until(lambda: not seat.orders.bar.isVisible(), "the line left")
    assert seat.scene.unit("Damkar 1").status is UnitStatus.UNDER_WAY

    seat.type("note .; tree is off the road")
    assert seat.shown[0].startswith(f"Enter: {number} ")
    seat.driver.press("Escape")
    assert not seat.orders.bar.isVisible()


def test_a_mistake_is_pointed_at_completed_and_brought_back(seat: Seat) -> None:
    seat.type("send dam99 to 001")
    seat.driver.press("Return")
    line = seat.orders.bar.line
    assert line.selectedText() == "dam99"
    assert seat.shown[1] == "There is no unit “dam99”."
    seat.driver.type("perahu")
    seat.driver.settle()
    assert "perahu" in line.text()
    seat.driver.press("Ctrl+K")
    seat.driver.type("sel")
    assert seat.orders.bar.offered.text().startswith("Tab: select")
    seat.driver.press("Tab")
    assert line.text() == "select "
    seat.driver.type("sudir")
    seat.driver.press("Return")
    seat.driver.until(lambda: seat.view.list.selected() is not None)
    selected = seat.view.list.selected()
    assert selected is not None
    assert selected.id == seat.tree.id
    seat.driver.press("Ctrl+K")
    seat.driver.press("Up")
    assert line.text() == "select sudir"


def test_orders_of_the_screen_lead_where_they_say(seat: Seat) -> None:
    seat.type("filter mawar")
    seat.driver.press("Return")
    assert seat.view.list.filter.text() == "mawar"
    assert not seat.orders.bar.isVisible()
    seat.type("call kitchen on fire")
    seat.driver.press("Return")
    seat.driver.until(lambda: len(seat.view.intake.calls.works) == 1)
    assert seat.view.intake.form.texts()["narrative"] == "kitchen on fire"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert seat.view.intake.isAncestorOf(focus)
    seat.driver.settle(0.2)
