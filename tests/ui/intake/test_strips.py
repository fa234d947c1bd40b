"""Hints below the form: what is more pressing keeps its room, what is less gives way."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.driver import Driver
from ui.intake.strips import Strip, Strips
from ui.theme import Look

SPARE = 60


def test_the_last_strip_gives_way_first_and_no_line_is_cut(driver: Driver) -> None:
    look = Look()
    made = [Strip(look, [QLabel("Gas tanks")], _Spare()), Strip(look, [QLabel("Never called")], _Spare())]
    strips = Strips(look, made)
    assert strips.maximumHeight() == 0
    window = QWidget()
    strips.setParent(window)
    driver.show(window, 300, 400)
    strips.resize(300, 400)
    strips.show()
    for one in made:
        one.show()
    driver.settle(0.05)
    whole = strips.maximumHeight()
    for less, kept in (
        (0, (SPARE, SPARE)),
        (SPARE // 2, (SPARE, SPARE // 2)),
        (SPARE, (SPARE, 0)),
        (2 * SPARE, (0, 0)),
    ):
        strips.resize(300, whole - less)
        driver.settle(0.02)
        assert tuple(one.height() - one.minimumHeight() for one in made) == kept
    assert strips.minimumSizeHint().height() == strips.sizeHint().height() == whole - 2 * SPARE
    made[1].pressing = True
    made[1].bound()
    made[1].updateGeometry()
    driver.until(lambda: made[1].y() == 0 < made[0].y(), "the pressing one above")
    made[1].pressing = False
    made[0].hide()
    driver.settle(0.02)
    assert made[1].y() == 0


class _Spare(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(1, SPARE)
