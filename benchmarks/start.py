"""From the start of the process to the first paint, and to a desk in which can be typed.

.venv/bin/python -m benchmarks.start [PAST]

With PAST incidents (100,000) in the file, 30 open ones and bytecode in place, as at any start but the first.
The first paint is seen from outside, in the X server's memory; "ready" is told by the desk when its view has
been painted and the call panel holds the focus. Floor: a bare window with a field for text.
"""

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, Measured, Target, tell
from benchmarks.screen import Screen, Watched, watched
from benchmarks.seed import make_centre

PAST = 100_000
OPEN = 30
TIMES = 9
FIRST_PAINT = Target(300)
READY = Target(800)


class Eye(threading.Thread):
    """Notes when a display that was black begins to show something."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(daemon=True)
        self._screen = screen
        self._black = screen.look()
        self.seen = 0.0
        self.start()

    def run(self) -> None:
        """See the class."""
        while self._screen.look() == self._black:
            time.sleep(0.001)
        self.seen = time.monotonic() * 1000


def measure(past: int = PAST) -> Iterator[Measured]:
    """All figures of a start."""
    with tempfile.TemporaryDirectory(prefix="kulkul-start-") as name:
        folder = Path(name)
        file = folder / "centre.sqlite"
        make_centre(file, past=past, opened=OPEN)
        desk = ("desk", "--data-dir", str(folder / "data"), "--database", f"sqlite:///{file}")
        told = f"{past:,} past incidents"
        shown, bare_shown = list[float](), list[float]()
        ready, bare_ready = list[float](), list[float]()
        for at in range(TIMES + 1):
            with Screen() as screen:
                one = _start(folder, screen, desk)
            with Screen() as screen:
                other = _start(folder, screen, ("bare",))
            if at:  # the first wrote the bytecode
                for series, value in zip((shown, ready, bare_shown, bare_ready), (*one, *other), strict=True):
                    series.append(value)
        floor = Figure("bare window", "ms", bare_shown)
        yield Measured(Figure(f"first paint seen on the screen, {told}", "ms", shown), floor, FIRST_PAINT)
        floor = Figure("bare window", "ms", bare_ready)
        yield Measured(Figure(f"ready to type, {told}", "ms", ready), floor, READY)
        yield from _offscreen(folder, desk)


def _offscreen(folder: Path, desk: tuple[str, ...]) -> Iterator[Measured]:
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    for what, name, target in (
        ("first paint", "first paint, offscreen", FIRST_PAINT),
        ("ready", "ready to type, offscreen", READY),
    ):
        figures, floors = list[float](), list[float]()
        for _ in range(TIMES):
            for arguments, series in ((desk, figures), (("bare",), floors)):
                with watched(folder, environment, *arguments) as process:
                    series.append(process.stamps(what)[0]["at"] - process.began)
        yield Measured(Figure(name, "ms", figures), Figure("bare window", "ms", floors), target)


def _start(folder: Path, screen: Screen, arguments: tuple[str, ...]) -> tuple[float, float]:
    """Milliseconds to the first paint and to ready."""
    eye = Eye(screen)
    with watched(folder, screen.environment, *arguments) as process:
        ready = process.stamps("ready")[0]["at"] - process.began
        eye.join(timeout=5)
        return _since(process, eye.seen), ready


def _since(process: Watched, moment: float) -> float:
    assert moment, "nothing was painted"
    return moment - process.began


if __name__ == "__main__":
    tell(measure(int(sys.argv[1]) if sys.argv[1:2] and sys.argv[1].isdigit() else PAST))
