"""The panels of who signed in come in steps: no key works before, and who gives up leaves nothing open."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop.runtime.crash import CrashHandler
from desktop.runtime.doors import FileDoor
from desktop.runtime.settings import SQLITE, Settings
from tests.ui.driver import Driver
from ui.desk_view import DeskView
from ui.main_window import MainWindow
from ui.seat import Seat
from ui.theme import NIGHT, Look


class Coming:
    """A seat whose panels are coming."""

    def __init__(self, driver: Driver, file: Path, folder: Path) -> None:
        self._driver = driver
        self._state = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._settings = Settings(data_dir=folder / "data", database=f"{SQLITE}{file}")
        self.window = MainWindow(self._state)
        driver.show(self.window, 1366, 768)
        entered = driver.run(FileDoor(file).enter("made", None))
        self.services = entered.services
        self.seat = Seat(entered, None, self.window, Look(NIGHT))

    def begin(self) -> asyncio.Task[DeskView]:
        """Let the first of them come."""
        crashes = CrashHandler(self._settings.places.crashes)
        work = self.seat.furnish_in_steps(self._settings, self._state, crashes)
        task = self._driver.loop.create_task(work)
        self._driver.until(lambda: not self.window.updatesEnabled())
        return task


@pytest.fixture
def coming(
    driver: Driver, centre_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Coming]:
    """Made's seat at the training centre."""
    monkeypatch.setattr("ui.seat.spare_drafts", lambda _centre: tmp_path / "spare")
    made = Coming(driver, centre_file, tmp_path)
    yield made
    made.window.finish()


def test_no_command_works_before_all_panels_stand(driver: Driver, coming: Coming) -> None:
    task = coming.begin()
    driver.press("F2", coming.window)
    driver.until(task.done)
    assert coming.window.updatesEnabled()
    view = task.result()
    assert not view.session.board.calls
    assert view.actions_table.unbound == set()
    driver.press("F2", view.intake)
    driver.until(lambda: len(view.session.board.calls) == 1)
    driver.run(coming.seat.leave())


def test_who_gives_up_while_the_panels_come_leaves_nothing_open(driver: Driver, coming: Coming) -> None:
    task = coming.begin()
    task.cancel()
    driver.until(task.done)
    driver.run(coming.seat.leave())
    assert task.cancelled()
    assert coming.window.updatesEnabled()
    assert not coming.window.actions(), "no command of a desk that is not there"
    assert coming.services.tasks.closed
