"""A desk for tests of the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from desktop.operations.cards import Cards, read_cards
from desktop.runtime.drafts import DraftStore
from tests.passwords import cheap_passwords
from tests.store.server import Server
from tests.ui.driver import Driver, OpenDesk, make_centre, open_desk
from tests.ui.servers import clear, furnish
from tests.ui.slow_desk import SlowDesk
from ui.desk_view import DeskView

__all__ = ["cheap_passwords"]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Fonts are asked of an application: without one the process is aborted."""
    return qapp


@pytest.fixture
def driver(qtbot: QtBot) -> Iterator[Driver]:
    """An event loop in which widgets can be driven; at the end no task may have failed.

    A look that was given to the application goes with the test.
    """
    made = Driver()
    font, palette = QFont(made.app.font()), QPalette(made.app.palette())
    yield made
    made.close()
    if made.app.styleSheet():
        made.app.setStyleSheet("")
        made.app.setPalette(palette)
        made.app.setFont(font)


@pytest.fixture(scope="module")
def server(server: Server) -> Iterator[Server]:
    """The session's server, with a centre of the module's own in the database `centre`."""
    furnish(server)
    yield server
    clear(server)


@pytest.fixture
def centre_file(tmp_path: Path) -> Path:
    """Denpasar's training centre on a file of its own."""
    path = tmp_path / "denpasar.sqlite"
    make_centre(path)
    return path


@pytest.fixture
def desk(driver: Driver, centre_file: Path) -> Iterator[OpenDesk]:
    """Made's desk at that centre."""
    made = open_desk(driver, centre_file)
    yield made
    made.close()


@pytest.fixture
def other_desk(driver: Driver, centre_file: Path) -> Iterator[OpenDesk]:
    """Wayan's desk at the same centre."""
    made = open_desk(driver, centre_file, "wayan")
    yield made
    made.close()


@pytest.fixture(scope="session")
def cards() -> Cards:
    """The question cards that come with the desk; nothing changes them, and to read them takes a while."""
    return read_cards()


@pytest.fixture
def state(tmp_path: Path) -> QSettings:
    """Where the window remembers its panels."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def view(driver: Driver, desk: OpenDesk, state: QSettings, tmp_path: Path) -> Iterator[DeskView]:
    """Made's desk, shown at the size for which it is designed."""
    window = QMainWindow()
    drafts = DraftStore(tmp_path / "drafts", tmp_path / "spare")
    made = DeskView(window, desk.session, drafts, state)
    window.setCentralWidget(made)
    driver.show(window, 1366, 768)
    yield made
    made.end()
    drafts.close()
    window.hide()
    driver.settle()


@pytest.fixture
def slow_desk(
    driver: Driver, view: DeskView, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SlowDesk]:
    """Made's desk at a database that answers only when it is let."""
    made = SlowDesk(driver, view, desk, monkeypatch)
    yield made
    made.let_go()
