"""Nothing is cut at the design width, in either language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.domain.calls import CallType
from desktop.runtime import i18n
from desktop.runtime.settings import Language
from tests.ui.driver import Driver, OpenDesk
from tests.ui.intake.scene import Intake
from ui.theme import Face

NARROW = 336
"""Pixels of the panel in a window of 1366."""
MANY = dict.fromkeys(CallType, 9999)


@pytest.fixture(params=Language)
def spoken(request: pytest.FixtureRequest) -> Iterator[Language]:
    """The screen speaks one language, and English afterwards."""
    app = QApplication.instance()
    assert app is not None
    i18n.install(app, request.param)
    yield request.param
    i18n.install(app, Language.ENGLISH)


def test_no_word_is_cut(driver: Driver, spoken: Language, desk: OpenDesk, intake: Intake) -> None:
    intake.window.resize(NARROW, 707)
    for _ in range(3):
        intake.answer("api")
    intake.driver.press("Ctrl+E")
    intake.driver.press("Ctrl+Return")
    intake.until(lambda: intake.opened)
    driver.settle(0.1)
    for label in intake.panel.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()
    intake.panel.ends.show_counts(MANY)
    for button in (*intake.panel.ends._buttons.values(), intake.panel.ends._undo):
        assert button.width_needed(Face.SMALL) <= button.width(), button.text()
    for tab in intake.panel.tabs._buttons.values():
        assert tab.text()
    if spoken is Language.INDONESIAN:
        assert "ditahan" in next(iter(intake.panel.tabs._buttons.values())).text()


def test_hints_take_the_room_of_the_rarer_ends_before_anything_is_cut(driver: Driver, intake: Intake) -> None:
    intake.window.resize(NARROW, 707)
    intake.answer("api")
    ends, strips = intake.panel.ends, intake.panel.strips
    driver.settle(0.05)
    assert all(button.isVisible() for button in ends._all)
    least = intake.panel.body.heightForWidth(intake.panel.width())
    strips.setMinimumHeight(ends.y() - strips.y() + ends.height() // 3)
    driver.settle(0.05)
    shown = [button.isVisible() for button in ends._all]
    assert shown[:4] == [True] * 4
    assert not shown[-1]
    assert least <= intake.panel.height() == intake.window.height()
    assert intake.panel.next.geometry().bottom() < intake.panel.height()
