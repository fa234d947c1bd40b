"""Tasks: kept, named, watched, and ended with their owner."""

import asyncio
import gc
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject

from desktop.runtime.tasks import Tasks


async def forever(log: list[str]) -> None:
    log.append("began")
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        log.append("cleaning")
        await asyncio.sleep(0.01)
        log.append("cleaned")
        raise


async def test_a_task_is_kept_and_gives_its_result() -> None:
    async def seven() -> int:
        await asyncio.sleep(0)
        return 7

    tasks = Tasks("pane")
    task = tasks.start(seven(), "count")
    gc.collect()
    assert list(tasks.names) == ["pane: count"]
    assert await task == 7
    await asyncio.sleep(0)
    assert list(tasks.names) == []


async def test_cancelling_waits_until_all_have_cleaned_up() -> None:
    tasks, log = Tasks("pane"), list[str]()
    tasks.start(forever(log), "a")
    await asyncio.sleep(0)
    await tasks.cancel_all()
    assert log == ["began", "cleaning", "cleaned"]
    assert tasks.names == ()


async def test_after_the_owner_closed_nothing_begins() -> None:
    tasks, log = Tasks("pane"), list[str]()
    await tasks.cancel_all()
    late = tasks.start(forever(log), "late")
    with pytest.raises(asyncio.CancelledError):
        await late
    assert log == []


async def test_a_task_may_close_its_own_owner() -> None:
    tasks, log = Tasks("window"), list[str]()

    async def close() -> str:
        await tasks.cancel_all()
        return "closed"

    tasks.start(forever(log), "other")
    assert await tasks.start(close(), "close") == "closed"
    assert log == ["began", "cleaning", "cleaned"]


async def test_waiting_ends_when_what_was_started_meanwhile_has_ended() -> None:
    tasks, log = Tasks("writes"), list[str]()

    async def write(more: int) -> None:
        await asyncio.sleep(0.005)
        log.append(f"written {more}")
        if more:
            tasks.start(write(more - 1), "again")

    tasks.start(write(2), "first")
    await tasks.wait_all()
    assert log == ["written 2", "written 1", "written 0"]


async def test_a_failure_reaches_the_loops_handler_and_a_cancellation_does_not() -> None:
    seen: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: seen.append(context))

    async def fail() -> None:
        raise LookupError

    tasks = Tasks("pane")
    failing = tasks.start(fail(), "fail")
    stopped = tasks.start(forever([]), "stop")
    await asyncio.sleep(0)
    stopped.cancel()
    await asyncio.wait({failing, stopped})
    await asyncio.sleep(0)
    assert [(type(one["exception"]), one["task"].get_name()) for one in seen] == [(LookupError, "pane: fail")]


async def test_a_destroyed_qobject_takes_its_tasks_along() -> None:
    owner, log = QObject(), list[str]()
    owner.setObjectName("intake")
    tasks = Tasks(owner)
    task = tasks.start(forever(log), "save")
    assert tasks.names == ("intake: save",)
    await asyncio.sleep(0)
    shiboken6.delete(owner)
    await asyncio.wait({task}, timeout=1)
    assert task.cancelled()
    assert log[-1] == "cleaned"
