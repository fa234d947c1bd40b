"""A desk with a window on a bad way to its server: 300 ms more for each packet, and a way that was cut.

.venv/bin/python -m benchmarks.slow_way [--delay=0.3] [--cut=60] [--rounds=3]

The server is a private one on this machine, the window is on no screen (Qt's `offscreen`). Measured: signing
in until the desk stands; the longest time of each round in which the event loop did nothing for the screen,
while a call is taken, its incident opened and noted by keys; and how soon a desk that was cut off, and kept a
call meanwhile, shows what others wrote. Floors: a bare connection with one question on the same way, and the
longest times of a desk at rest.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg

from benchmarks.figures import AS_JSON, Figure, Measured, Target, tell

LOGIN = "made"
_TICK_MS = 5


def measure(delay: float, cut: float, rounds: int) -> Iterator[Measured]:
    """All figures. `delay`: seconds for each packet in each direction; `cut`: seconds without a way."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tests.store.server import binaries, running
    from tests.ui.servers import furnish

    found = binaries()
    if found is None:
        return
    with running(found, durable=True) as server, tempfile.TemporaryDirectory() as folder:
        furnish(server)
        run = _Run(server, Path(folder))
        try:
            yield from run.all(delay, cut, rounds)
        finally:
            run.end()


class _Run:
    """One window and its way to the server."""

    def __init__(self, server: object, folder: Path) -> None:
        from PySide6.QtCore import QSettings, QTimer
        from PySide6.QtWidgets import QApplication

        from desktop.runtime.settings import Settings
        from tests.store.proxy import Proxy
        from tests.store.server import Server
        from tests.ui.driver import Driver
        from ui.main_window import MainWindow
        from ui.opening import Opening
        from ui.theme import NIGHT, Look

        assert isinstance(server, Server)
        self._app = QApplication.instance() or QApplication([])
        self._server = server
        self.driver = Driver()
        self.way = Proxy(server.folder / ".s.PGSQL.5432")
        self.driver.run(self.way.listen())
        url = self.way.url("centre", LOGIN).set(query={"sslmode": "disable"})
        settings = Settings(data_dir=folder, database=url.render_as_string(hide_password=False))
        state = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(state)
        self.opening = Opening(self.window, settings, Look(NIGHT), state)
        self.driver.show(self.window, 1366, 768)
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._gaps: list[float] = []
        self._last = 0.0

    def end(self) -> None:
        """Close the desk."""
        self._timer.stop()
        self.way.delay = 0.0
        self.driver.run(self.opening.close())
        self.driver.run(self.way.close())
        self.window.finish()
        self.driver.close()

    def all(self, delay: float, cut: float, rounds: int) -> Iterator[Measured]:
        """See the module."""
        driver, opening = self.driver, self.opening
        opening.start()
        driver.until(lambda: opening.sign_in is not None)
        self.way.delay = delay
        bare = Figure("bare connection and one question", "ms", [driver.run(self._bare())])
        began = time.monotonic()
        assert opening.sign_in is not None
        driver.type(LOGIN, opening.sign_in.login)
        driver.press("Return", opening.sign_in.login)
        driver.press("Return", opening.sign_in.password)
        driver.until(lambda: opening.view is not None, "signed in", 60)
        signed_in = Figure(f"signing in, {delay * 1000:.0f} ms each way", "ms", [_since(began)])
        yield Measured(signed_in, bare)
        rest = Figure(
            "a desk at rest", "ms", [self._longest(lambda: driver.settle(3)) for _ in range(rounds)]
        )
        gaps = [self._longest(self._work) for _ in range(rounds)]
        longest = Figure(f"longest without a turn of the loop, {delay * 1000:.0f} ms each way", "ms", gaps)
        yield Measured(longest, rest, Target(100, 1.0))
        self.way.delay = 0.0
        driver.settle(5)
        yield from self._back(cut, rounds)

    def _work(self) -> None:
        driver, view = self.driver, self.opening.view
        assert view is not None
        before = len(view.session.board.cases)
        driver.press("F2", view.intake)
        driver.until(lambda: view.intake.calls.works, "a call", 30)
        driver.type("asap di dapur")
        driver.press("Ctrl+Return")
        driver.until(lambda: len(view.session.board.cases) > before, "opened", 60)
        driver.press("Ctrl+N", view)
        driver.type("warga ramai")
        driver.press("Return")
        driver.until(lambda: not view.pane.note.field.text(), "noted", 30)

    def _back(self, cut: float, rounds: int) -> Iterator[Measured]:
        driver, view = self.driver, self.opening.view
        assert view is not None
        there = Figure("bare connection and one question", "ms", [driver.run(self._bare())])
        shown = []
        for at in range(rounds):
            driver.run(self.way.cut())
            driver.until(view.outage.isVisible, "cut off", 5)
            driver.settle(cut if at == 0 else min(cut, 5))
            driver.press("F2", view.intake)
            driver.until(lambda: view.session.outage is not None and view.session.outage.kept > 0, "kept")
            missed = driver.run(self._written(f"di luar {at}"))
            began = time.monotonic()
            driver.run(self.way.listen())
            driver.until(lambda one=missed: one in view.session.board.cases, "shown", 30)  # type: ignore[misc]
            shown.append(_since(began))
            driver.until(lambda: not view.outage.isVisible(), "delivered", 30)
        name = f"cut for {cut:g} s and then shorter: way back → board in step"
        yield Measured(Figure(name, "ms", shown), there, Target(500))

    def _longest(self, work: Callable[[], None]) -> float:
        """The most milliseconds between two turns of the loop while something is done."""
        self._gaps, self._last = [], time.monotonic()
        self._timer.start(_TICK_MS)
        work()
        self._timer.stop()
        return max(self._gaps)

    def _tick(self) -> None:
        now = time.monotonic()
        self._gaps.append((now - self._last) * 1000)
        self._last = now

    async def _bare(self) -> float:
        began = time.monotonic()
        connection = await asyncpg.connect(
            host="127.0.0.1", port=self.way.port, user=LOGIN, database="centre", ssl=False
        )
        await connection.fetchval("select 1")
        took = _since(began)
        connection.terminate()
        return took

    async def _written(self, address: str) -> str:
        """What another desk writes meanwhile: the id of an incident."""
        from benchmarks.seed import open_one
        from desktop.domain.reference import Role
        from desktop.operations.desk import Desk
        from desktop.runtime.ids import new_id
        from desktop.store.postgres.making import open_postgres
        from desktop.store.submit_sqlite import Author

        store = await open_postgres(self._server.url("centre", "wayan"))
        made = await open_one(Desk(store, Author("wayan", "Wayan", frozenset(Role)), new_id), address=address)
        await store.close()
        return made.id


def _since(began: float) -> float:
    return (time.monotonic() - began) * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay", type=float, default=0.3)
    parser.add_argument("--cut", type=float, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(AS_JSON, action="store_true", dest="as_json")
    asked = parser.parse_args()
    tell(measure(asked.delay, asked.cut, asked.rounds))
