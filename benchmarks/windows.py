"""How soon real windows at one server paint what another desk did, beside desks without a window.

.venv/bin/python -m benchmarks.windows [--windows=2] [--desks=50] [--processes=4] [--seconds=10] [--open=500]
    [--units=200] [--past=1000]

Each window stands on a display of its own and was signed in by keys; the other desks have an outbox each, as
one with a window, and run several in a process. An act changes the place of the first row of the list: timed
from the intention, at a desk without a window, to the row painted with it. The floor is that of
`benchmarks.in_step`: an UPDATE, an INSERT and a NOTIFY by asyncpg, up to the row that a listener has fetched.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, Measured, Target, numbers_asked, tell
from benchmarks.screen import Screen, Watched, watched
from benchmarks.seed import open_one
from benchmarks.server import LOGIN, SETTINGS, WRITER, Watchers, bare_floor, desk_at, make_centre
from benchmarks.stamps import now, say
from desktop.domain.reference import Priority
from desktop.operations.desk import Done, advanced
from desktop.operations.incidents import describe_incident
from desktop.store.postgres.engine import address_of
from tests.store.server import Server, binaries, running

CHANGES_A_SECOND = 20
STREET = "Jl. Ukur"

_USUAL = {
    "windows": 2,
    "desks": 50,
    "processes": 4,
    "seconds": 10,
    "open": 500,
    "units": 200,
    "past": 1000,
}


@dataclass(frozen=True)
class Asked:
    """How large the run is; `desks` counts the windows and the desk that writes too."""

    windows: int
    desks: int
    processes: int
    seconds: int
    open: int
    units: int
    past: int


def measure(asked: Asked) -> Iterator[Measured]:
    """With two desks, one of them a window; and with all."""
    found = binaries()
    if found is None:
        return
    with ExitStack() as stack:
        server = stack.enter_context(running(found, durable=True, configured=SETTINGS))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kulkul-windows-")))
        asyncio.run(make_centre(server, opened=asked.open, units=asked.units, past=asked.past))
        floor = Figure("bare write, notify, fetch", "ms", asyncio.run(bare_floor(server)))
        windows = [_window(stack, folder, server, 0)]
        shown = asyncio.run(_step(server, asked, windows, others=0))
        yield Measured(Figure("act asked for → painted by the other's window", "ms", shown), floor, Target(5))
        windows += [_window(stack, folder, server, at) for at in range(1, asked.windows)]
        others = max(0, asked.desks - asked.windows - 1)
        shown = asyncio.run(_step(server, asked, windows, others))
        beside = f"{others} desks in {asked.processes} processes"
        name = f"act asked for → painted by {asked.windows} windows beside {beside}"
        for aim in (Target(25), Target(50, 0.95)):
            yield Measured(Figure(name, "ms", shown), floor, aim)


def _window(stack: ExitStack, folder: Path, server: Server, at: int) -> Watched:
    """A window that has been signed in."""
    screen = stack.enter_context(Screen())
    own = folder / str(at)
    own.mkdir()
    address = address_of(server.url("centre")).signed_in(None, None).url
    desk = stack.enter_context(
        watched(
            own,
            screen.environment,
            *("desk", "--data-dir", str(own / "data"), "--database", address),
            module="benchmarks.windows",
        )
    )
    desk.stamps("first paint", seconds=120)
    time.sleep(2)
    screen.xdotool("search", "--sync", "--onlyvisible", "--name", ".", "windowfocus", "--sync")
    screen.xdotool("type", "--delay", "30", LOGIN)
    screen.xdotool("key", "--delay", "200", "Return", "Return")
    desk.stamps("ready", seconds=120)
    return desk


async def _step(server: Server, asked: Asked, windows: list[Watched], others: int) -> list[float]:
    watchers, desk = Watchers(), await desk_at(server.url("centre", WRITER))
    if others:
        await watchers.start(server, others, min(asked.processes, others), kept=True)
    seen = await open_one(desk, address=f"{STREET} first", priority=Priority.P1)
    await asyncio.sleep(3)
    began: dict[str, float] = {}
    for at in range(asked.seconds * CHANGES_A_SECOND):
        at_once = now()
        address = f"{STREET} {len(windows)}-{at}"
        done = await describe_incident(desk, seen, {"address": address})
        assert isinstance(done, Done), done
        began[address] = at_once
        seen = advanced(seen, done)
        await asyncio.sleep(max(0.0, 1 / CHANGES_A_SECOND - (now() - at_once) / 1000))
    await asyncio.sleep(1)
    if others:
        await watchers.end()
    await desk.store.close()
    return [each for one in windows for each in _painted(one, began)]


def _painted(window: Watched, began: dict[str, float]) -> list[float]:
    """Milliseconds until a window painted each act, or one that came after it."""
    waiting, found = list(began), list[float]()
    while waiting:
        stamp = window.stamps("painted")[0]
        place = str(stamp["place"])
        if place in waiting:
            upto = waiting.index(place) + 1
            found += [float(stamp["at"]) - began[one] for one in waiting[:upto]]
            del waiting[:upto]
    return found


def _watch_place(view: Any) -> None:
    """Say what place the row of a changed incident was painted with."""
    from benchmarks.watched import watch_here
    from ui.incidents.columns import Column

    table, model = view.list.table, view.list.model
    due: set[str] = set()

    def after() -> None:
        for one in tuple(due):
            at = model.row_of(one)
            place = view.session.board.cases[one].incident.address
            if at is None or not table.viewport().rect().intersects(table.visualRect(model.index(at, 0))):
                continue
            shown = str(model.index(at, Column.PLACE).data())
            if place.startswith(STREET) and place in shown:
                due.discard(one)
                say("painted", place=place)

    view.session.board_changed.connect(lambda change: due.update(change.cases))
    watch_here().after_paint.append(after)
    say("ready", window=int(view.window().winId()))


def _asked() -> Asked:
    return Asked(**numbers_asked(__doc__, _USUAL))


if __name__ == "__main__":
    if sys.argv[1:2] == ["desk"]:
        from benchmarks.watched import run_desk

        sys.exit(run_desk(sys.argv[2:], _watch_place))
    tell(measure(_asked()))
