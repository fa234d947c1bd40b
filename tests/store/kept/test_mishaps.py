"""What goes wrong besides the server: a bug on the way back, a slow disk."""

import asyncio
import os
import threading
from pathlib import Path

import pytest

from desktop.domain.acts import Act, Refusal, Result
from desktop.store.kept.status import Reach
from tests.domain.world import World, open_incident
from tests.live.followed import until
from tests.store.kept.conftest import OpenDesk
from tests.store.kept.test_kept_store import is_clean, must, new_acts
from tests.store.kept.wire import KeptDesk


async def test_a_bug_on_the_way_back_is_told_and_ends_nothing(
    desk: KeptDesk, world: World, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, what: told.append(what["exception"]))
    monkeypatch.setattr("desktop.store.kept.store.FAULT_SECONDS", 0.05)
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    await must(desk, new_acts(world, open_incident))
    submit, fault = desk.wire.submit, ValueError("a bug")

    async def faulty(_act: Act, _author: object) -> Result | Refusal:
        raise fault

    monkeypatch.setattr(desk.wire, "submit", faulty)
    desk.wire.mend()
    await until(lambda: told == [fault] * 2)
    assert desk.store.status.reach is not Reach.ONLINE
    assert desk.store.status.kept == 3
    monkeypatch.setattr(desk.wire, "submit", submit)
    await desk.reaches(Reach.ONLINE)
    assert desk.store.status.kept == 0
    assert set(told) == {fault}
    assert await is_clean(file)


async def test_how_things_stand_is_told_while_the_disk_is_slow(
    desk: KeptDesk, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    await must(desk, new_acts(world, open_incident))
    slow, begun = threading.Event(), threading.Event()
    fsync = os.fsync

    def slowly(handle: int) -> None:
        begun.set()
        slow.wait(5)
        fsync(handle)

    monkeypatch.setattr("desktop.store.kept.boxes.os.fsync", slowly)
    writing = asyncio.ensure_future(must(desk, new_acts(world, open_incident, "i2", "c2")))
    await until(begun.is_set)
    assert desk.store.status.kept == 3
    assert not slow.is_set()
    assert not writing.done(), "the disk is still at it"
    slow.set()
    await writing
    assert desk.store.status.kept == 6


@pytest.mark.parametrize("undelivered", [False, True])
async def test_what_others_left_is_told_where_it_was_not_delivered(
    open_desk: OpenDesk, world: World, undelivered: bool
) -> None:
    first = await open_desk("ani")
    if undelivered:
        first.wire.cut()
        await first.reaches(Reach.CUT_OFF)
    await must(first, new_acts(world, open_incident))
    await first.close()
    second = await open_desk("citra")  # nothing is encrypted for her
    assert second.store.status.locked == ((("ani", "budi"),) if undelivered else ())
