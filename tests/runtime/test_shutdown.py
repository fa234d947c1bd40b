"""Shutdown: in order, within limits, and nothing that fails or hangs keeps the rest from running."""

import asyncio

import pytest

from desktop.runtime.shutdown import LIMITS_S, TOO_LONG, Shutdown, Stage


def noting(log: list[str], name: str, seconds: float = 0.0) -> "asyncio.Future[None]":
    async def step() -> None:
        log.append(name)
        await asyncio.sleep(seconds)
        log.append(f"{name} done")

    return asyncio.ensure_future(step())


async def test_stages_run_in_their_order_whatever_the_order_of_adding() -> None:
    shutdown, log = Shutdown(), list[str]()
    for stage in reversed(Stage):
        shutdown.at(stage, lambda stage=stage: noting(log, stage))  # type: ignore[misc]  # - bound now
    reports = await shutdown.run()
    assert [line for line in log if not line.endswith("done")] == list(Stage)
    assert [(one.stage, one.trouble) for one in reports] == [(stage, "") for stage in Stage]
    assert set(LIMITS_S) == set(Stage)


async def test_steps_of_one_stage_wait_for_each_other() -> None:
    shutdown, log = Shutdown(), list[str]()
    shutdown.at(Stage.FINISH_WRITES, lambda: noting(log, "a", 0.02))
    shutdown.at(Stage.FINISH_WRITES, lambda: noting(log, "b"))
    await shutdown.run()
    assert log == ["a", "a done", "b", "b done"]


async def test_a_step_that_fails_or_hangs_does_not_hold_the_rest() -> None:
    shutdown, log = Shutdown({Stage.FINISH_WRITES: 0.05}), list[str]()

    async def fail() -> None:
        raise LookupError("Made Sudiana")

    async def hang() -> None:
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                log.append("swallowed")
                await asyncio.sleep(0.2)
                return

    shutdown.at(Stage.STOP_INTAKE, fail)
    shutdown.at(Stage.STOP_INTAKE, lambda: noting(log, "after the failure"))
    shutdown.at(Stage.FINISH_WRITES, hang)
    shutdown.at(Stage.FINISH_WRITES, lambda: noting(log, "no time left"))
    shutdown.at(Stage.CLOSE_WINDOWS, lambda: noting(log, "windows"))

    reports = {one.stage: one.trouble for one in await shutdown.run()}

    assert reports[Stage.STOP_INTAKE] == "LookupError"
    assert reports[Stage.FINISH_WRITES] == TOO_LONG
    assert reports[Stage.CLOSE_WINDOWS] == ""
    assert "after the failure done" in log
    assert "windows done" in log
    assert "no time left" not in log
    await asyncio.sleep(0.25)


async def test_asked_twice_it_runs_once_and_a_cancelled_asker_does_not_stop_it() -> None:
    shutdown, log = Shutdown(), list[str]()
    shutdown.at(Stage.FINISH_WRITES, lambda: noting(log, "write", 0.03))
    first = asyncio.ensure_future(shutdown.run())
    await asyncio.sleep(0.01)
    first.cancel()
    reports = await shutdown.run()
    assert log == ["write", "write done"]
    assert await shutdown.run() == reports
    with pytest.raises(RuntimeError):
        shutdown.at(Stage.FINISH_WRITES, lambda: noting(log, "late"))
