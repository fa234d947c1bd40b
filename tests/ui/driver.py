"""Driving widgets with real key events, inside a real event loop."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import Connection

from desktop.domain.reference import Role
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.ids import new_id
from desktop.runtime.services import Services, open_services
from desktop.store.accounts import add_operator
from desktop.store.making import make_file
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction
from ui.session import Session
from ui.theme import DAY, NIGHT, Look

T = TypeVar("T")

OPERATORS = {"latihan": "Latihan", "made": "Made S.", "wayan": "Wayan P.", "ketut": "Ketut A."}
"""Logins and names of the operators of a centre in tests; all roles, no password.

The first is the one that a training centre signs in by itself.
"""


class Driver:
    """A Qt event loop that tests step themselves: coroutines run, keys are pressed, conditions awaited."""

    def __init__(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.app = app
        self.loop = qasync.QEventLoop(app, already_running=True)
        self.loop.set_default_executor(ThreadPoolExecutor())  # its own would start ten threads for each test
        asyncio.set_event_loop(self.loop)
        self.failures: list[str] = []
        self._alarm = QTimer(interval=10)
        self.loop.set_exception_handler(self._failed)

    def _failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.failures.append(f"{context.get('message')}: {context.get('exception')!r}")

    def run(self, work: Coroutine[Any, Any, T], seconds: float = 20.0) -> T:
        """Run a coroutine to its end."""
        task = self.loop.create_task(work)
        self._step(task.done, seconds)
        if not task.done():
            task.cancel()
            raise AssertionError(f"not done within {seconds} s: {work}")
        return task.result()

    def until(self, condition: Callable[[], object], what: str = "", seconds: float = 30.0) -> None:
        """Let the desk run until a condition holds. AssertionError when it does not in time."""
        held = self._step(condition, seconds)
        assert not self.failures, self.failures
        assert held, f"never: {what or condition}"

    def settle(self, seconds: float = 0.05) -> None:
        """Let the desk run for a while."""
        end = time.monotonic() + seconds
        self._step(lambda: time.monotonic() >= end, seconds + 1)
        assert not self.failures, self.failures

    def _step(self, condition: Callable[[], object], seconds: float) -> bool:
        end = time.monotonic() + seconds
        flags = QEventLoop.ProcessEventsFlag
        inner = self._alarm.isActive()  # a step within a step must not leave the outer one without
        self._alarm.start()  # conditions that no event makes true are looked at nevertheless
        try:
            while not condition():
                if time.monotonic() > end or self.failures:
                    return False
                self.app.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
            return True
        finally:
            if not inner:
                self._alarm.stop()

    def type(self, text: str, widget: QWidget | None = None) -> None:
        """Type text into the widget that has the focus."""
        for letter in text:
            QTest.keyClicks(widget or self._target(), letter)
        self.settle(0.0)

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press keys as `Ctrl+Return`, `F2`, `Tab`."""
        combination = QKeySequence.fromString(keys)
        QTest.keySequence(widget or self._target(), combination)
        self.settle(0.0)

    def show(self, widget: QWidget, width: int, height: int) -> None:
        """Show a widget at a size and give it the focus."""
        widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.qWaitForWindowExposed(widget)
        self.settle()

    def _target(self) -> QWidget:
        found = self.app.focusWidget() or self.app.activeWindow()
        assert found is not None, "nothing has the focus"
        return found

    def close(self) -> None:
        """End the loop. AssertionError when a task failed."""
        self.settle(0.0)
        left = [task for task in asyncio.all_tasks(self.loop) if not task.done()]
        for task in left:
            task.cancel()
        self._step(lambda: all(task.done() for task in left), 5)
        asyncio.events._set_running_loop(None)
        self.loop.stop()
        self.loop.close()
        asyncio.set_event_loop(None)
        self._delete_what_was_shown()
        self._let_loops_run_again()
        assert not self.failures, self.failures

    def _delete_what_was_shown(self) -> None:
        """A window that is only hidden is dressed again with every later look: a thousand take minutes."""
        for window in self.app.topLevelWidgets():
            window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _let_loops_run_again(self) -> None:
        """Stopping the loop told Qt to leave all loops; until one has been left, others end as they begin."""
        QTimer.singleShot(0, lambda: self.app.exit(0))
        self.app.exec()


@dataclass
class OpenDesk:
    """A session on a file, with what closes it."""

    session: Session
    services: Services
    driver: Driver
    closed: bool = False

    def close(self) -> None:
        """Close the session and its services, once."""
        if self.closed:
            return
        self.closed = True
        self.session.close()
        self.driver.run(self.services.close())
        self.session.deleteLater()  # what its signals call would keep it, and be kept by it, for ever


def make_centre(path: Path, city: str = "denpasar") -> None:
    """Make a training centre with a city's reference data and the operators of tests.

    All centres of a city are copies of one, which was made when the first was asked for.
    """
    path.write_bytes(_centre(city))


@cache
def _centre(city: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "centre.sqlite"
        _make_centre(path, city)
        return path.read_bytes()


def _make_centre(path: Path, city: str) -> None:
    pack = read_pack(pack_folder(city))
    centre = pack_centre(pack, centre_id=new_id(), training=True, made_at=datetime.now(UTC))
    make_file(path, centre, pack_act(pack, new_id()))
    engine = engine_for(path, writes=True)

    def add_all(connection: Connection) -> None:
        for login, name in OPERATORS.items():
            add_operator(connection, login, name, frozenset(Role), None)

    in_transaction(engine, add_all)
    engine.dispose()


def open_desk(driver: Driver, path: Path, login: str = "made", *, night: bool = True) -> OpenDesk:
    """Sign an operator in at a centre's file."""
    services = driver.run(open_services(path))
    desk = driver.run(services.sign_in(login, None))
    return OpenDesk(Session(services, desk, Look(NIGHT if night else DAY)), services, driver)
