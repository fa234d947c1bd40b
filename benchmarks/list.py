"""1,000 changes a second to a list of 1,000 rows: how much of a processor core the whole desk takes.

.venv/bin/python -m benchmarks.list

The changes come to the board as the feed brings them, in lots of 20 every 20 ms, without a database behind
them: what is measured is the screen's side, all panels of it, in a window of 1920×1080. Nine in ten change
what a row says; the tenth changes its priority, and so its place. Floor: the same desk with nothing to do.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, Measured, Target, tell
from benchmarks.screen import Screen, Watched, watched
from benchmarks.seed import make_centre
from benchmarks.stamps import say

ROWS = 1000
EVERY_MS = 20
LOT = 20
WINDOW_S = 2.0
WINDOWS = 7
LOTS = 50 * 20
"""Enough for 20 s."""
TARGET = Target(10)


def measure() -> Iterator[Measured]:
    """The figure and its floor."""
    with tempfile.TemporaryDirectory(prefix="kulkul-list-") as name, Screen(1920, 1080) as screen:
        folder = Path(name)
        file = folder / "centre.sqlite"
        make_centre(file, opened=100)
        desk = ("--data-dir", str(folder), "--database", f"sqlite:///{file}")
        idle = _shares(folder, screen, "idle", *desk)
        busy = _shares(folder, screen, "busy", *desk)
        floor = Figure("the same desk idle", "% of a core", idle)
        rate = 1000 * LOT // EVERY_MS
        yield Measured(Figure(f"{rate:,} changes/s to {ROWS:,} rows", "% of a core", busy), floor, TARGET)


def _shares(folder: Path, screen: Screen, *arguments: str) -> list[float]:
    """Per cent of a core that a desk took, in windows of two seconds."""
    with ExitStack() as stack:
        desk = stack.enter_context(watched(folder, screen.environment, *arguments, module="benchmarks.list"))
        desk.stamps("ready")
        time.sleep(2)
        found = [_share(desk) for _ in range(WINDOWS)]
        if arguments[0] == "busy":
            desk.stamps("changed", seconds=5)
        return found


def _share(desk: Watched) -> float:
    before, began = desk.cpu_seconds(), time.monotonic()
    time.sleep(WINDOW_S)
    return 100 * (desk.cpu_seconds() - before) / (time.monotonic() - began)


def _fill(view: Any, *, busy: bool) -> None:
    """Put as many incidents on the board as are wanted, and begin to change them."""
    from PySide6.QtCore import Qt, QTimer

    from desktop.domain.board import Case, News
    from desktop.domain.reference import Priority
    from desktop.runtime.ids import new_id

    board = view.session.board
    own = list(board.cases.values())
    cases: dict[str, Case] = {}
    for at in range(ROWS):
        incident = replace(own[at % len(own)].incident, id=new_id(), serial=at + 1)
        cases[incident.id] = replace(own[at % len(own)], incident=incident, assignments=())
    ids = list(cases)

    def news(changed: dict[str, Case]) -> News:
        acts = tuple((new_id(), "incident.described", "wayan") for _ in changed)
        return News(board.sequence + 1, acts, frozenset(changed), cases=tuple(changed.values()))

    def lots() -> Iterator[News]:
        for begin in range(0, LOT * LOTS, LOT):
            changed = {}
            for at in range(begin, begin + LOT):
                one = cases[ids[at * 7 % ROWS]]
                place = {"address": f"Jl. Nangka Utara {at}"}
                moved = {"priority": Priority.P3 if one.incident.priority is Priority.P2 else Priority.P2}
                incident = replace(one.incident, last_act=new_id(), **(moved if at % 10 == 0 else place))
                changed[one.id] = cases[one.id] = replace(one, incident=incident)
            yield news(changed)

    board.take(news(cases))
    coming = iter(list(lots()))  # made beforehand: only the desk is to be measured
    counted = count(1)

    def change() -> None:
        board.take(next(coming))
        if next(counted) % 50 == 0:
            say("changed", rows=view.list.model.rowCount())

    if busy:
        timer = QTimer(view)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(change)
        timer.start(EVERY_MS)
    view.window().resize(1920, 1080)
    say("ready")


if __name__ == "__main__":
    if sys.argv[1:2] in (["busy"], ["idle"]):
        from benchmarks.watched import run_desk

        is_busy = sys.argv[1] == "busy"
        sys.exit(run_desk(sys.argv[2:], lambda view: _fill(view, busy=is_busy)))
    tell(measure())
