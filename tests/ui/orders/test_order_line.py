"""The command line on a whole desk: what is said before Enter is what Enter does."""

from PySide6.QtWidgets import QApplication

from desktop.domain.units import UnitStatus
from tests.ui.orders.seat import Seat


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
