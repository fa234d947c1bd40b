"""Memory of a desk with 500 open incidents and 200 units, after some minutes' worth of work.

.venv/bin/python -m benchmarks.memory

PSS counts a page that several processes share only in part. Where other Qt programs run beside, it is too
low: the resident set, in which all of such pages are counted, is told too. Floor: a bare window with a field.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.figures import Figure, Measured, Target, tell
from benchmarks.screen import Screen, watched
from benchmarks.seed import make_centre
from benchmarks.typing import focus

OPEN = 500
UNITS = 200
PAST = 5000
TEXT = "kebakaran di dapur rumah warga"
WORK_S = 20
CHANGES_A_SECOND = 20
TARGET = Target(250)


def measure() -> Iterator[Measured]:
    """PSS and resident set, with their floors."""
    with tempfile.TemporaryDirectory(prefix="kulkul-memory-") as name, Screen() as screen:
        folder = Path(name)
        file = folder / "centre.sqlite"
        make_centre(file, past=PAST, opened=OPEN, units=UNITS)
        bare = _memory(folder, screen, ("bare",), file)
        desk = ("desk", "--data-dir", str(folder), "--database", f"sqlite:///{file}")
        worked = _memory(folder, screen, desk, file)
        told = f"desk with {OPEN} open incidents, {UNITS} units"
        for kind, target in (("Pss", TARGET), ("Rss", None)):
            floor = Figure("bare window", "MB", [bare[kind] / 1024])
            yield Measured(Figure(f"{kind.upper()}, {told}", "MB", [worked[kind] / 1024]), floor, target)


def _memory(folder: Path, screen: Screen, arguments: tuple[str, ...], file: Path) -> dict[str, int]:
    """Kilobytes after the window has been worked in, with changes of others coming in."""
    with ExitStack() as stack:
        process = stack.enter_context(watched(folder, screen.environment, *arguments))
        focus(screen, process)
        if arguments[0] == "desk":
            rate = str(CHANGES_A_SECOND)
            stack.enter_context(watched(folder, {}, str(file), rate, module="benchmarks.changes"))
            screen.xdotool("key", "F2")
            time.sleep(0.5)
            screen.xdotool("type", "--delay", "20", TEXT)
            screen.xdotool("key", "--delay", "200", "ctrl+Return", "F4", "ctrl+l", *["Down"] * 40)
            time.sleep(WORK_S)
        else:
            screen.xdotool("type", "--delay", "20", TEXT)
            time.sleep(1)
        return process.memory()


if __name__ == "__main__":
    tell(measure())
