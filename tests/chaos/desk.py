"""A workstation of the chaos run: several operators in one process, until it is told to end, or killed.

Told "end" on its input it stops acting and answers "quiet"; told "compare" it compares every board with the
database, writes down what differs, and ends.
"""

import asyncio
import json
import sys
import traceback
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from desktop.domain.acts import Refusal
from desktop.live.board import Board
from desktop.live.follow import Freshness
from desktop.runtime.doors import Entered
from desktop.runtime.paths import Places
from desktop.runtime.server_door import ServerDoor
from desktop.store.kept.status import Reach
from desktop.store.postgres.entering import open_as
from desktop.store.problems import StoreError
from desktop.store.queries_board import read_everything
from tests.chaos.operator import Operator
from tests.chaos.record import Record, Recorded

PASSWORD = "a password"
"""The servers ask for none; it opens what lies on the workstation."""
EQUAL_SECONDS = 20.0
"""Within that time after everything is healed, every board must be as the database is."""


@dataclass(frozen=True)
class Workstation:
    """What a process is told of its place. Each of its desks keeps things in a folder of its own there."""

    url: str
    folder: str
    logins: tuple[str, ...]
    seed: str
    pause: float
    """Seconds between two things that an operator does, at most."""


class Seat:
    """One operator at work."""

    def __init__(self, place: Workstation, login: str, record: Record) -> None:
        self._place = place
        self.login = login
        self._record = record
        self._chance = Random(f"{place.seed} {login}")
        self._entered: Entered | None = None

    async def work(self, end: asyncio.Event) -> None:
        """Sign in and act until the end."""
        self._entered = entered = await self._sign_in()
        desk = replace(entered.desk, store=Recorded(entered.desk.store, self._record, self._chance))
        operator = Operator(desk, entered.services.follower, self._chance)
        while not end.is_set():
            await asyncio.sleep(self._chance.uniform(0, self._place.pause))
            try:
                what, came = await operator.act()
            except StoreError as error:
                self._record.write(failed=error.code)
                continue
            if isinstance(came, Refusal):
                self._record.write(did=what, refusal=came.code)
            elif came is not None:
                self._record.write(did=what)

    async def compare(self) -> None:
        """Write down what differs between the board and the database, if it still does after a while."""
        assert self._entered is not None
        follower = self._entered.services.follower
        deadline = asyncio.get_running_loop().time() + EQUAL_SECONDS
        while True:
            differs = ["not in step"]
            if not self._settled():
                differs = ["not delivered"]
            elif follower.freshness is Freshness.LIVE:
                try:
                    differs = await self._differences(follower.board)
                except StoreError as error:  # a busy machine answers late
                    differs = [f"no answer: {error.code}"]
            if not differs or asyncio.get_running_loop().time() > deadline:
                break
            await asyncio.sleep(0.5)
        self._record.write(board=self.login, differs=differs, sequence=follower.board.sequence)
        kept = self._entered.services.kept
        assert kept is not None
        self._record.write(waiting=[one.act.id for one in kept.waiting])
        if kept.status.locked or kept.status.unreadable:
            self._record.write(fault=f"{self.login} cannot read what was kept: {kept.status}")
        await self._entered.services.close()

    def _settled(self) -> bool:
        """Whether everything was delivered, or waits for a decision."""
        assert self._entered is not None
        assert self._entered.services.kept is not None
        status = self._entered.services.kept.status
        return status.reach is Reach.ONLINE and status.kept == status.waiting

    async def _differences(self, board: Board) -> list[str]:
        assert self._entered is not None
        store = await open_as(self._place.url, self.login, None)
        try:
            since = self._entered.services.follower.clock.midnight()
            snapshot, reference = await store.read(lambda connection: read_everything(connection, since))
        finally:
            await store.close()
        fresh = Board(reference)
        fresh.replace(snapshot)
        found = []
        for name in ("cases", "units", "calls", "occupied", "ended_today"):
            shown, there = getattr(board, name), getattr(fresh, name)
            found += [
                f"{name} {one}" for one in shown.keys() | there.keys() if shown.get(one) != there.get(one)
            ]
        return found

    async def _sign_in(self) -> Entered:
        door = ServerDoor(self._place.url, Places(Path(self._place.folder) / self.login))
        while True:
            try:
                return await door.enter(self.login, PASSWORD)
            except StoreError as error:
                self._record.write(failed=error.code, at="sign-in")
                await asyncio.sleep(0.5)


def started(place: Workstation) -> list[str]:
    """The command that starts it."""
    return [sys.executable, "-m", "tests.chaos.desk", json.dumps(asdict(place))]


async def _main(place: Workstation) -> None:
    record = Record(Path(place.folder) / "record.jsonl")

    def fault(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        told = "".join(traceback.format_exception(error)) if isinstance(error, BaseException) else ""
        record.write(fault=f"{context.get('message')}\n{told}")

    asyncio.get_running_loop().set_exception_handler(fault)
    orders = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(orders), sys.stdin
    )
    end = asyncio.Event()
    seats = [Seat(place, login, record) for login in place.logins]
    try:
        async with asyncio.TaskGroup() as group:
            for seat in seats:
                group.create_task(seat.work(end))
            assert await orders.readline() == b"end\n"
            end.set()
        print("quiet", flush=True)
        assert await orders.readline() == b"compare\n"
        for seat in seats:
            await seat.compare()
        print("compared", flush=True)
    except BaseException:
        record.write(fault=traceback.format_exc())
        raise


if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    asyncio.run(_main(Workstation(**{**told, "logins": tuple(told["logins"])})))
