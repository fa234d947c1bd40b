"""From an empty window to a working desk, when the workstation has its troubles."""

import asyncio
import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from desktop.domain.drafts import Draft
from desktop.runtime import drafts
from desktop.runtime.draft_files import write_draft
from desktop.runtime.settings import SQLITE, Settings
from tests.ui.driver import Driver
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.theme import NIGHT, Look


class Disk:
    """The disk of drafts: folders below these take nothing while they are `full`."""

    def __init__(self) -> None:
        self.full: tuple[Path, ...] = ()
        self._write = write_draft

    def write(self, folder: Path, draft: Draft) -> None:
        """As `write_draft`."""
        if any(folder.is_relative_to(one) for one in self.full):
            raise OSError(errno.ENOSPC, "no space left", str(folder))
        self._write(folder, draft)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A disk that can be filled."""
    made = Disk()
    monkeypatch.setattr(drafts, "write_draft", made.write)
    monkeypatch.setattr(drafts, "RETRY_S", 0.05)
    return made


@pytest.fixture
def opens(
    driver: Driver, centre_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: Disk
) -> Iterator[Opening]:
    """The training centre's desk, which begins to open."""
    monkeypatch.setattr("ui.seat.spare_drafts", lambda _centre: tmp_path / "spare")
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings = Settings(data_dir=tmp_path / "data", database=f"{SQLITE}{centre_file}")
    window = MainWindow(state)
    made = Opening(window, settings, Look(NIGHT), state)
    driver.show(window, 1366, 768)
    made.start()
    yield made
    disk.full = ()
    if window.isEnabled():
        driver.run(made.close())
    window.finish()
    driver.settle()


@pytest.fixture
def opening(driver: Driver, opens: Opening) -> Opening:
    """It, open."""
    driver.until(lambda: opens.view is not None)
    return opens


def test_keys_pressed_before_the_desk_stands_mean_what_they_mean_there(
    driver: Driver, opens: Opening
) -> None:
    handle = opens._window.windowHandle()
    for key in (Qt.Key.Key_X, Qt.Key.Key_F2, Qt.Key.Key_A, Qt.Key.Key_P, Qt.Key.Key_I):
        QTest.keyClick(handle, key)
    assert opens.seat is None, "the keys came before"
    driver.until(lambda: opens.view is not None and opens.view.intake.calls.works)
    assert opens.view is not None
    (work,) = opens.view.intake.calls.works
    assert work.call.texts["narrative"] == "api"
    QTest.keyClick(handle, Qt.Key.Key_S)
    driver.until(lambda: work.call.texts["narrative"] == "apis", "the keys are the desk's again")


def test_where_drafts_go_is_told_when_their_folder_takes_none(
    driver: Driver, opening: Opening, disk: Disk, tmp_path: Path
) -> None:
    assert opening.view is not None
    told = opening.view.unkept
    driver.press("F2", opening.view.intake)
    driver.until(lambda: opening.view is not None and opening.view.intake.calls.works)
    assert told.isHidden()
    disk.full = (tmp_path / "data",)
    driver.type("api")
    driver.until(lambda: str(tmp_path / "spare") in told.text.text(), "where they are now")
    disk.full = (tmp_path,)
    driver.type(" besar")
    driver.until(lambda: "memory" in told.text.text(), "that nothing takes them")
    disk.full = ()
    driver.until(told.isHidden, "that all is well again")


@pytest.mark.qt_log_ignore("Keyboard event not accepted by receiving widget")
def test_no_key_begins_anything_once_the_desk_closes(driver: Driver, opening: Opening) -> None:
    assert opening.view is not None
    view, services = opening.view, opening.view.session.services
    driver.press("F2", view.intake)
    driver.until(lambda: len(view.intake.calls.works) == 1)
    written = asyncio.Event()

    async def slow() -> None:
        await written.wait()

    services.writes.start(slow(), "what is still written")
    closing = driver.loop.create_task(opening.close())
    driver.until(lambda: not view.isEnabled())
    driver.press("F2", view.window())
    driver.settle()
    assert len(view.intake.calls.works) == 1
    written.set()
    driver.until(closing.done)
