"""From a key in the command line to its preview on the screen, with 500 open incidents and 200 units.

.venv/bin/python -m benchmarks.orders [--open=500] [--units=200]

Keys are pressed by the X server, 15 a second, and carry its stamp, which is a whole millisecond: each figure
may be up to one too large. The end is when the window has painted and handed it to X. Beside it what reading
the order, its completions and its words cost without a screen. Floors: a bare
field in a window of its own, and a walk over the incidents.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, Measured, Target, numbers_asked, tell
from benchmarks.screen import Screen, Watched, watched
from benchmarks.seed import make_centre, signed_in
from benchmarks.typing import PAUSE_MS, focus
from desktop.operations.orders.completing import completions
from desktop.operations.orders.picture import BoardNames, Picture
from desktop.operations.orders.reading import read
from desktop.runtime.order_words import preview_lines

TEXTS = (
    "kirim dam1, a1, dam5 ke 012; hati-hati kabel listrik putus di depan rumah",
    "kirim damkar 2, damkar 8 ke hayam wuruk 499; lewat belakang pasar",
    "catat gunung agung 2; pelapor menelepon lagi, air sudah masuk rumah",
)
TARGET = Target(16, part=0.95)


def measure(opened: int, units: int) -> Iterator[Measured]:
    """The figures and their floor."""
    with tempfile.TemporaryDirectory(prefix="kulkul-orders-") as name, Screen() as screen:
        folder = Path(name)
        file = folder / "centre.sqlite"
        make_centre(file, opened=opened, units=units)
        desk = ("desk", "--data-dir", str(folder), "--database", f"sqlite:///{file}")
        floor = Figure("bare field", "ms", _typed(folder, screen, ("bare",)))
        shown = _typed(folder, screen, desk)
        about = f"{opened} open incidents, {units} units"
        yield Measured(Figure(f"key to preview painted, {about}", "ms", shown), floor, TARGET)
        read_ms, bare_ms = asyncio.run(_read(file))
        yield Measured(
            Figure(f"processor time of reading, completing, wording, {about}", "ms", read_ms),
            Figure(f"{opened} numbers compared", "ms", bare_ms),
            TARGET,
        )


def _typed(folder: Path, screen: Screen, arguments: tuple[str, ...]) -> list[float]:
    """Milliseconds of every key."""
    with ExitStack() as stack:
        process: Watched = stack.enter_context(watched(folder, screen.environment, *arguments))
        focus(screen, process)
        found = []
        for text in TEXTS:
            if arguments[0] == "desk":
                screen.xdotool("key", "ctrl+k")
                time.sleep(1)
            screen.xdotool("type", "--delay", str(PAUSE_MS), text)
            found += process.stamps("typed", len(text))
        assert {one["into"] for one in found} <= {"OrderField", "QPlainTextEdit"}, found
        return [one["at"] - one["key"] for one in found]


async def _read(file: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of the processor for every key without a screen, and for a walk over the board."""
    async with signed_in(file) as (services, desk):
        board, centre = services.follower.board, services.store.centre
        picture = Picture(
            centre=centre,
            reference=board.reference,
            cases=board.cases,
            units=board.units,
            running=board.running_assignment,
            now=services.follower.clock.now(),
            roles=desk.author.roles,
            names=BoardNames(centre),
            warnings=board.warnings,
            selected=next(iter(board.cases.values())),
        )

        def key(text: str) -> None:
            reading = read(text, picture)
            completions(text, len(text), picture, indonesian=True)
            preview_lines(reading.intended, picture)

        typed = [text[:size] for text in TEXTS for size in range(1, len(text) + 1)]
        floor = [_spent(lambda: [case.incident.serial == 12 for case in board.cases.values()]) for _ in typed]
        return [_spent(partial(key, text)) for text in typed], floor


def _spent(work: Callable[[], object]) -> float:
    """Milliseconds of the processor's time: what else runs on the machine does not count."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    asked = numbers_asked(__doc__, {"open": 500, "units": 200})
    tell(measure(asked["open"], asked["units"]))
