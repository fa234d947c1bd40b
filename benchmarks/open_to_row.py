"""From Ctrl+Enter to the new incident's row on the screen, at the same desk and at another on the same file.

.venv/bin/python -m benchmarks.open_to_row

Both desks are windows of processes of their own; the key is pressed by the X server and carries its stamp.
Both lists are sorted by number, newest first, so that every new row is in view. Floors, in the same run: a
bare transaction with fsync; and the same, until another process that watches the file is awake.
"""

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.bare import bare_file, commits
from benchmarks.figures import Figure, Measured, Target, tell
from benchmarks.screen import Screen, Watched, watched
from benchmarks.seed import make_centre
from benchmarks.stamps import now, say

OPEN = 30
TIMES = 40
AT_TOP = 8
"""Rows that may come above the cursor before the first of them is out of view."""
HELD_S = 2.5
"""A list takes nothing in above its cursor for 2 s after a key."""
SAME = Target(30, part=0.95)
OTHER = Target(100, part=0.95)


def measure() -> Iterator[Measured]:
    """Both figures with their floors."""
    with tempfile.TemporaryDirectory(prefix="kulkul-open-") as name, Screen() as screen:
        folder = Path(name)
        file = folder / "centre.sqlite"
        make_centre(file, opened=OPEN)
        same, other = _opened(folder, screen, file)
        bare = bare_file(folder / "bare.sqlite")
        committed = Figure("bare transaction", "ms", commits(bare, TIMES, pause=0.05))
        woken = Figure("bare transaction to another process awake", "ms", _woken(folder))
        yield Measured(Figure("Ctrl+Enter to row painted, same desk", "ms", same), committed, SAME)
        yield Measured(Figure("Ctrl+Enter to row painted, other desk", "ms", other), woken, OTHER)


def _opened(folder: Path, screen: Screen, file: Path) -> tuple[list[float], list[float]]:
    with ExitStack() as stack:
        desks = [
            stack.enter_context(
                watched(
                    folder,
                    screen.environment,
                    *("desk", "--data-dir", str(folder / name), "--database", f"sqlite:///{file}"),
                    module="benchmarks.open_to_row",
                )
            )
            for name in ("one", "other")
        ]
        windows = [desk.stamps("ready")[0]["window"] for desk in desks]
        same, other = list[float](), list[float]()
        for at in range(TIMES):
            if at % AT_TOP == 0:
                _go_to_top(screen, windows, sort=at == 0)
            screen.xdotool("key", "F2")
            screen.xdotool("type", "--delay", "5", f"kebakaran {at}")
            time.sleep(0.25)
            screen.xdotool("key", "ctrl+Return")
            asked = desks[0].stamps("asked")[0]["at"]
            same.append(_row(desks[0], at)["at"] - asked)
            other.append(_row(desks[1], at)["at"] - asked)
            screen.xdotool("key", "F4")
        return same, other


def _go_to_top(screen: Screen, windows: list[int], *, sort: bool) -> None:
    """Put the cursor of both lists into the first row, or else they follow it away from there."""
    for window in reversed(windows):
        screen.xdotool("windowfocus", "--sync", str(window))
        time.sleep(0.3)
        keys = ["ctrl+l", *(["1", "1"] if sort else []), "Home"]
        screen.xdotool("key", "--delay", "100", *keys)
    time.sleep(HELD_S)


def _row(desk: Watched, at: int) -> dict[str, Any]:
    """The next new row that a desk painted."""
    row = desk.stamps("row", seconds=10)[0]
    assert row["seen"], f"row {at} came where nobody sees it"
    return row


def _woken(folder: Path) -> list[float]:
    """Milliseconds from the start of a bare transaction to another process awake."""
    file = folder / "bare.sqlite"
    with watched(folder, {}, "wait", str(file), module="benchmarks.open_to_row") as other:
        other.stamps("waits")
        connection = bare_file(file)
        found = []
        for _ in range(TIMES):
            time.sleep(0.05)
            began = now()
            commits(connection, 1)
            os.utime(file)  # the last write to the log comes before the commit can be seen
            found.append(other.stamps("awake")[0]["at"] - began)
        connection.close()
        return found


def _wait(file: Path) -> None:
    """Say each time when the file was written by another process, as soon as its counter tells of it."""
    import asyncio

    from asyncinotify import Inotify, Mask

    connection = sqlite3.connect(file, isolation_level=None)

    async def follow() -> None:
        last = connection.execute("PRAGMA data_version").fetchone()
        with Inotify() as inotify:
            inotify.add_watch(file.parent, Mask.MODIFY | Mask.ATTRIB)
            say("waits")
            async for event in inotify:
                if str(event.name).startswith(file.name):
                    version = connection.execute("PRAGMA data_version").fetchone()
                    if version != last:
                        last = version
                        say("awake")

    asyncio.run(follow())


def _watch_list(view: Any) -> None:
    """Say which new rows a desk has painted."""
    from PySide6.QtCore import QRect

    from benchmarks.watched import watch_here

    table, model = view.list.table, view.list.model
    new: list[str] = []

    def came(_parent: object, first: int, last: int) -> None:
        new.extend(model.id_at(row) for row in range(first, last + 1))

    def after() -> None:
        while new:
            one = new.pop(0)
            row = model.row_of(one)
            at = table.visualRect(model.index(row, 0)) if row is not None else QRect()
            say("row", id=one, seen=table.viewport().rect().intersects(at))

    model.rowsInserted.connect(came)
    watch_here().after_paint.append(after)
    say("ready", window=int(view.window().winId()))


if __name__ == "__main__":
    if sys.argv[1:2] == ["wait"]:
        _wait(Path(sys.argv[2]))
    elif sys.argv[1:2] == ["desk"]:
        from benchmarks.watched import run_desk

        sys.exit(run_desk(sys.argv[2:], _watch_list))
    else:
        tell(measure())
