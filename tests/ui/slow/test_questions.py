"""Questions on pages whose answers are refused."""

from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.operations.shifts import sign_on
from tests.ui.driver import OpenDesk
from tests.ui.orders.seat import Seat


def test_enter_once_more_is_meant_upon_what_another_changed(seat: Seat, other_desk: OpenDesk) -> None:
    driver, page = seat.driver, seat.view.pages.crews
    session, other = seat.view.session, other_desk.session
    driver.press("Ctrl+Shift+N")
    unit = page.table.current or ""
    driver.press("Return")
    driver.type("3 made, wayan, ketut")
    seat.scene.done(driver.run(sign_on(other.desk, other.board.units[unit], None, 4, "")))
    said = len(seat.said)
    driver.press("Return")
    driver.until(lambda: any("Wayan" in one.text() for one in page.prompt.findChildren(QLabel)), "told")
    line = page.window().focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "3 made, wayan, ketut"
    driver.press("Return")
    driver.until(lambda: session.board.units[unit].head_count == 3, "on what is there now")
    assert len(seat.said) == said + 1
