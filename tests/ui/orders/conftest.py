"""A seat for tests of orders."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow

from desktop.runtime.drafts import DraftStore
from tests.ui.driver import Driver, OpenDesk
from tests.ui.orders.seat import Seat
from tests.ui.units.scene import Scene
from ui.desk_view import DeskView


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
