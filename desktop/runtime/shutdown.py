"""Closing the desk in stages, so that nothing that was confirmed or typed is lost on the way."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.runtime.privacy import described

_log = logging.getLogger(__name__)


class Stage(StrEnum):
    """The stages of a shutdown, in their order."""

    STOP_INTAKE = "stop_intake"
    FINISH_WRITES = "finish_writes"
    CANCEL_READS = "cancel_reads"
    CLOSE_LISTENER = "close_listener"
    DISPOSE_ENGINE = "dispose_engine"
    CLOSE_WINDOWS = "close_windows"


LIMITS_S = {
    Stage.STOP_INTAKE: 2.0,
    Stage.FINISH_WRITES: 15.0,
    Stage.CANCEL_READS: 3.0,
    Stage.CLOSE_LISTENER: 3.0,
    Stage.DISPOSE_ENGINE: 10.0,
    Stage.CLOSE_WINDOWS: 2.0,
}
"""Seconds that a stage may take before the next starts (our choice: a write waits 5 s for another desk)."""

TOO_LONG = "too_long"

Step = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class StageReport:
    """How a stage went. `trouble`: empty, TOO_LONG, or the type of the error that a step raised."""

    stage: Stage
    seconds: float
    trouble: str = ""


class Shutdown:
    """What has to be done when the desk closes. Steps of one stage run one after the other, as they were
    added.
    """

    def __init__(self, limits_s: dict[Stage, float] | None = None) -> None:
        self._limits = {**LIMITS_S, **(limits_s or {})}
        self._steps: dict[Stage, list[Step]] = {stage: [] for stage in Stage}
        self._run: asyncio.Task[tuple[StageReport, ...]] | None = None

    def at(self, stage: Stage, step: Step) -> None:
        """Add a step. RuntimeError once the shutdown has begun: it might never be reached."""
        if self._run is not None:
            raise RuntimeError(f"the desk is closing; too late for a step at {stage}")
        self._steps[stage].append(step)

    async def run(self) -> tuple[StageReport, ...]:
        """Go through all stages. A step that fails keeps no other from running; one that hangs, only those
        after it in its stage.

        Asked again, meanwhile or later, it gives the same shutdown's reports. Cancelling the caller does
        not stop it.
        """
        if self._run is None:
            self._run = asyncio.get_running_loop().create_task(self._all_stages(), name="shutdown")
        return await asyncio.shield(self._run)

    async def _all_stages(self) -> tuple[StageReport, ...]:
        return tuple([await self._stage(stage) for stage in Stage])

    async def _stage(self, stage: Stage) -> StageReport:
        began = time.monotonic()
        trouble = ""
        for step in self._steps[stage]:
            left = self._limits[stage] - (time.monotonic() - began)
            trouble = await _one(step, left) or trouble
            if trouble == TOO_LONG:
                break
        took = time.monotonic() - began
        if trouble:
            _log.error("shutdown: %s not finished after %.1f s", stage, took)
        return StageReport(stage, took, trouble)


async def _one(step: Step, seconds: float) -> str:
    task = asyncio.ensure_future(step())
    done, _ = await asyncio.wait({task}, timeout=max(seconds, 0))
    if not done:
        task.cancel()  # not waited for: a step that swallows this would hold the desk for ever
        return TOO_LONG
    error = asyncio.CancelledError() if task.cancelled() else task.exception()
    if error is None:
        return ""
    _log.error("shutdown: a step failed", exc_info=error)
    return described(error)
