"""A desk with a window on a bad way to its server: 300 ms more for each packet, and a way that was cut.

.venv/bin/python -m benchmarks.slow_way [--delay=0.3] [--cut=60] [--rounds=3] [--stacks]

The server is a private one on this machine, the window is on no screen (Qt's `offscreen`) and in all else as
`ui/desk_app.py` makes it. Measured: signing in until the desk stands; the longest time in which the event
loop did nothing for the screen, by the clock and of the processor, while the panels come and, in each round,
while a call is taken, its incident opened and noted by keys; and how soon a desk that was cut off, and kept a
call meanwhile, shows what others wrote. Floors: a bare connection with one question on the same way, a bare
window from the start of its process, and the longest times of a desk at rest. `--stacks` tells on stderr
where the thread stood when the loop was still for 40 ms.
"""

import argparse
import faulthandler
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from benchmarks.figures import AS_JSON, Figure, Measured, Target, tell
from benchmarks.screen import watched

LOGIN = "made"
STACKS = "--stacks"
STILL = Target(100, 1.0)
"""Milliseconds without a turn of the loop, at most (ours)."""
_TICK_MS = 5
_LETTER_SECONDS = 0.08
_LOOKED_AT = 0.04


def measure(delay: float, cut: float, rounds: int) -> Iterator[Measured]:
    """All figures. `delay`: seconds for each packet in each direction; `cut`: seconds without a way."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui.lean_imports import leave_sources_unread

    leave_sources_unread()
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


@dataclass(frozen=True, slots=True)
class Still:
    """Milliseconds by the clock, and of the processor's time that the screen's thread took."""

    clock: float
    processor: float


class _Run:
    """One window and its way to the server."""

    def __init__(self, server: object, folder: Path) -> None:
        from PySide6.QtCore import QSettings, QTimer
        from PySide6.QtWidgets import QApplication

        from desktop.runtime.settings import Settings
        from tests.store.proxy import Proxy
        from tests.store.server import Server
        from tests.ui.driver import Driver
        from ui.collector import Collector
        from ui.desk_app import SWITCH_SECONDS
        from ui.main_window import MainWindow
        from ui.opening import Opening
        from ui.theme import NIGHT, Look

        assert isinstance(server, Server)
        sys.setswitchinterval(SWITCH_SECONDS)
        self._app = QApplication([])
        look = Look(NIGHT)
        look.apply(self._app)
        self._collector = Collector(self._app)
        self._folder = folder
        self._server = server
        self.driver = Driver()
        self.way = Proxy(server.folder / ".s.PGSQL.5432")
        self.driver.run(self.way.listen())
        url = self.way.url("centre", LOGIN).set(query={"sslmode": "disable"})
        settings = Settings(data_dir=folder, database=url.render_as_string(hide_password=False))
        state = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(state)
        self.opening = Opening(self.window, settings, look, state)
        self.driver.show(self.window, 1366, 768)
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._gaps: list[Still] = []
        self._last = _now()

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
        bare_window = [self._bare_window() for _ in range(rounds + 1)][1:]
        gc.freeze()
        opening.start()
        driver.until(lambda: opening.sign_in is not None)
        self.way.delay = delay
        bare = Figure("bare connection and one question", "ms", [driver.run(self._bare())])
        assert opening.sign_in is not None
        driver.type(LOGIN, opening.sign_in.login)
        driver.press("Return", opening.sign_in.login)
        began = time.monotonic()
        still = self._longest(self._sign_in)
        signed_in = Figure(f"signing in, {delay * 1000:.0f} ms each way", "ms", [_since(began)])
        yield Measured(signed_in, bare)
        yield from _told([still], "panels coming", bare_window, "bare window")
        rest = [self._longest(lambda: driver.settle(3)) for _ in range(rounds)]
        gaps = [self._longest(self._work) for _ in range(rounds)]
        yield from _told(gaps, f"{delay * 1000:.0f} ms each way", rest, "a desk at rest")
        self.way.delay = 0.0
        driver.settle(5)
        yield from self._back(cut, rounds)

    def _sign_in(self) -> None:
        driver, opening = self.driver, self.opening
        assert opening.sign_in is not None
        driver.press("Return", opening.sign_in.password)
        driver.until(lambda: opening.view is not None, "signed in", 60)
        driver.settle(_LETTER_SECONDS)

    def _bare_window(self) -> Still:
        with watched(self._folder, {"QT_QPA_PLATFORM": "offscreen"}, "bare") as process:
            ready = float(process.stamps("ready")[0]["at"]) - process.began
            return Still(ready, process.cpu_seconds() * 1000)

    def _type(self, text: str) -> None:
        """As fingers do: the loop turns between two letters."""
        for letter in text:
            self.driver.type(letter)
            self.driver.settle(_LETTER_SECONDS)

    def _work(self) -> None:
        driver, view = self.driver, self.opening.view
        assert view is not None
        before = len(view.session.board.cases)
        driver.press("F2", view.intake)
        driver.until(lambda: view.intake.calls.works, "a call", 30)
        self._type("asap di dapur")
        driver.press("Ctrl+Return")
        driver.until(lambda: len(view.session.board.cases) > before, "opened", 60)
        driver.press("Ctrl+N", view)
        self._type("warga ramai")
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

    def _longest(self, work: Callable[[], None]) -> Still:
        """The most milliseconds between two turns of the loop while something is done."""
        self._gaps, self._last = [], _now()
        self._timer.start(_TICK_MS)
        work()
        self._timer.stop()
        longest = Still(max(one.clock for one in self._gaps), max(one.processor for one in self._gaps))
        if STACKS in sys.argv:
            faulthandler.cancel_dump_traceback_later()
            print(longest, file=sys.stderr)
        return longest

    def _tick(self) -> None:
        now, last = _now(), self._last
        self._gaps.append(Still(now.clock - last.clock, now.processor - last.processor))
        self._last = now
        if STACKS in sys.argv:
            faulthandler.dump_traceback_later(_LOOKED_AT)

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


def _told(values: Sequence[Still], when: str, floors: Sequence[Still], floor: str) -> Iterator[Measured]:
    """By the clock, for which something is aimed at, and of the processor, which other work moves less."""
    name = f"longest without a turn of the loop, {when}"
    beside = Figure(floor, "ms", [one.clock for one in floors])
    yield Measured(Figure(name, "ms", [one.clock for one in values]), beside, STILL)
    beside = Figure(floor, "ms", [one.processor for one in floors])
    yield Measured(Figure(f"{name}, of the processor", "ms", [one.processor for one in values]), beside)


def _now() -> Still:
    return Still(time.monotonic() * 1000, time.thread_time() * 1000)


def _since(began: float) -> float:
    return (time.monotonic() - began) * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay", type=float, default=0.3)
    parser.add_argument("--cut", type=float, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(STACKS, action="store_true")
    parser.add_argument(AS_JSON, action="store_true", dest="as_json")
    asked = parser.parse_args()
    tell(measure(asked.delay, asked.cut, asked.rounds))
