"""From a key to what it typed on the screen, in the call panel, while another desk writes 50 acts a second.

.venv/bin/python -m benchmarks.typing

Keys are pressed by the X server, 15 a second, and carry its stamp, which is a whole millisecond: each figure
may be up to one too large. The end is when the window has painted and handed it to X. Floor: a bare field for
text in a window of its own, with the same keys and the same writer beside it.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.figures import Figure, Measured, Target, tell
from benchmarks.screen import Screen, Watched, watched
from benchmarks.seed import make_centre

OPEN = 100
RATE = 50
TEXT = "kebakaran di dapur rumah warga api sudah merambat ke atap dan asap tebal terlihat dari jalan "
TIMES = 3
PAUSE_MS = 66
TARGET = Target(16, part=0.95)


def measure() -> Iterator[Measured]:
    """The figure and its floor."""
    with tempfile.TemporaryDirectory(prefix="kulkul-typing-") as name, Screen() as screen:
        folder = Path(name)
        file = folder / "centre.sqlite"
        make_centre(file, opened=OPEN)
        desk = ("desk", "--data-dir", str(folder), "--database", f"sqlite:///{file}")
        quiet = _typed(folder, screen, desk, file, writes=False)
        busy = _typed(folder, screen, desk, file)
        floor = Figure("bare field", "ms", _typed(folder, screen, ("bare",), file))
        yield Measured(Figure(f"key to paint in the call panel, {RATE} acts/s", "ms", busy), floor, TARGET)
        yield Measured(Figure("the same, nothing else going on", "ms", quiet), floor, TARGET)


def _typed(
    folder: Path, screen: Screen, arguments: tuple[str, ...], file: Path, *, writes: bool = True
) -> list[float]:
    """Milliseconds of every key."""
    with ExitStack() as stack:
        process = stack.enter_context(watched(folder, screen.environment, *arguments))
        focus(screen, process)
        if arguments[0] == "desk":
            screen.xdotool("key", "F2")
            time.sleep(1)
        writer = None
        if writes:
            rate = str(RATE)
            writer = stack.enter_context(watched(folder, {}, str(file), rate, module="benchmarks.changes"))
            writer.stamps("changed")
        found = []
        for _ in range(TIMES):
            screen.xdotool("type", "--delay", str(PAUSE_MS), TEXT)
            found += process.stamps("typed", len(TEXT))
        assert {one["into"] for one in found} <= {"NarrativeField", "QPlainTextEdit"}, found
        if writer is not None:
            assert writer.stamps("changed")[0]["late"] < 500, "the writer could not keep its rate"
            if arguments[0] == "desk":
                process.stamps("followed", seconds=5)
        return [one["at"] - one["key"] for one in found]


def focus(screen: Screen, process: Watched) -> None:
    """Let keys come to a window, once it can be used."""
    window = process.stamps("ready")[0]["window"]
    screen.xdotool("windowfocus", "--sync", str(window))
    time.sleep(0.2)


if __name__ == "__main__":
    tell(measure())
