"""Signing in at a server that goes away meanwhile: what was opened on the workstation is let go of."""

import asyncio
import errno
import os
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.runtime import outage_keeping, server_door
from desktop.runtime.outage_keeping import keeping_online
from desktop.runtime.paths import Places
from desktop.runtime.server_door import ServerDoor
from desktop.store.kept.outbox import Outbox
from desktop.store.problems import StoreError
from tests.domain.world import CENTRE
from tests.store.backends import author_of
from tests.store.kept.wire import holder_of

URL = "postgresql://db1.112.example/kulkul"


class AwayAgain:
    """A server that lets in, and is gone when the board is to be read."""

    centre = CENTRE
    author = author_of("ani")

    def __init__(self) -> None:
        self.closed = False

    async def begin(self, since: datetime) -> None:
        raise StoreError("unreachable")

    async def close(self) -> None:
        self.closed = True


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> AwayAgain:
    """What signing in at that server opens."""
    made = AwayAgain()

    async def open_as(*_given: object, **_more: object) -> AwayAgain:
        return made

    monkeypatch.setattr(server_door, "open_as", open_as)
    return made


def left_open(places: Places) -> tuple[int, int]:
    """What a colleague finds: desks still at work here, and files said to hold undelivered work."""
    now = datetime.now(UTC)
    outbox = Outbox.open(places.kept(CENTRE.id), CENTRE.id, holder_of("budi"), {}, now)
    outbox.close()
    return outbox.beside, len(outbox.locked)


async def test_a_server_that_goes_while_signing_in_leaves_no_outbox_open(
    store: AwayAgain, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="unreachable"):
        await ServerDoor(URL, Places(tmp_path)).enter("ani", "Sandi rahasia 1")
    assert store.closed
    await asyncio.get_running_loop().shutdown_default_executor()  # whatever still runs there has ended
    assert left_open(Places(tmp_path)) == (0, 0)


async def test_who_gives_up_signing_in_leaves_no_outbox_open(
    store: AwayAgain, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens, may_open = threading.Event(), threading.Event()

    def slowly(*given: Any) -> Any:
        opens.set()
        assert may_open.wait(10)
        return keeping_online(*given)

    async def never(_since: datetime) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(server_door, "keeping_online", slowly)
    monkeypatch.setattr(store, "begin", never)
    signing_in = asyncio.ensure_future(ServerDoor(URL, Places(tmp_path)).enter("ani", "Sandi rahasia 1"))
    await asyncio.to_thread(opens.wait, 10)
    signing_in.cancel()
    may_open.set()
    with pytest.raises(asyncio.CancelledError):
        await signing_in
    assert store.closed
    await asyncio.get_running_loop().shutdown_default_executor()  # whatever still runs there has ended
    assert left_open(Places(tmp_path)) == (0, 0)


def test_a_disk_that_fills_forgets_no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places, ani = Places(tmp_path), author_of("ani")
    keeping_online(places, URL, CENTRE.id, ani, "Sandi rahasia 1").outbox.close()
    known = places.servers.read_bytes()
    assert URL.encode() in known

    def full(handle: int, content: bytes) -> None:
        os.write(handle, content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("desktop.store.kept.disk.write_whole", full)
    with pytest.raises(StoreError, match="full"):
        outage_keeping._remember(places.servers, f"{URL}2", CENTRE.id)
    assert places.servers.read_bytes() == known
