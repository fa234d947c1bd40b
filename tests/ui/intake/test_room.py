"""Nothing is cut at the design width, in either language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

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


@pytest.mark.usefixtures("dressed")
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


@pytest.mark.usefixtures("dressed")
def test_the_keys_that_end_a_call_stay_in_sight_however_much_is_told_of_it(
    driver: Driver, intake: Intake
) -> None:
    intake.window.resize(NARROW, 707)
    intake.answer("api")
    panel = intake.panel
    area = panel.findChild(QScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    panel.form.setMinimumHeight(panel.height())
    driver.until(lambda: bar.maximum() > 0, "what is told scrolls")
    for one in (*panel.ends._all, panel.next):
        assert one.isVisible()
        assert panel.rect().contains(QRect(one.mapTo(panel, QPoint()), one.size())), one.text()
    panel.form.setMinimumHeight(0)
    driver.until(lambda: bar.maximum() == 0, "all is in sight again")
