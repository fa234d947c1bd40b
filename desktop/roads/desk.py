"""The roads of one desk, reckoned with in a thread of its own: no key waits for them."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.hospital_choice import Ways
from desktop.domain.recommendation import Recommendation, Way
from desktop.domain.recommending import Situation, recommend
from desktop.domain.situations import Setting, by_straight_line, situation
from desktop.domain.whereabouts import Point
from desktop.roads.copying import RoadCopy, read_copy, write_copy
from desktop.store.problems import StoreError
from desktop.store.roads import read_roads, roads_version
from desktop.store.store import LookUp, Store

if TYPE_CHECKING:
    from desktop.roads.travel import Travel

log = logging.getLogger(__name__)

EVERY_SECONDS = 60.0
"""How often it is asked for another import, which the feed does not tell of."""
RETRY_SECONDS = 3.0

T = TypeVar("T")


class RoadSearch:
    """Who should go, with travel times by road where roads are known."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "roads")
        self._travel: Travel | None = None
        self._version = ""
        self._closed = False

    @property
    def has_roads(self) -> bool:
        """Whether ways are reckoned by road."""
        return self._travel is not None

    async def use(self, body: bytes | None) -> None:
        """From now on reckon by these roads; None: there are none. What is no roads is noted in the log."""

        def read() -> "Travel | None":
            if body is None:
                return None
            from desktop.roads.graph import unpack  # scipy takes a second: in a thread, not at the start
            from desktop.roads.travel import Travel

            try:
                graph = unpack(body)
                return None if graph is None else Travel(graph)
            except ValueError:
                log.warning("the roads that were imported cannot be used")
                return None

        self._travel = await asyncio.to_thread(read)  # the other thread goes on answering meanwhile

    async def decide(self, setting: Setting) -> tuple[Situation, Recommendation]:
        """Who should go, and the situation from which that follows."""

        def decide() -> tuple[Situation, Recommendation]:
            now = self._situation(setting)
            return now, recommend(now)

        return await self._run(decide)

    async def ways_to(self, start: Point, ends: Sequence[Point]) -> Ways | None:
        """Seconds from a place to each end by road; None where no roads are known there."""

        def reckon() -> Ways | None:
            times = None if self._travel is None else self._travel.seconds_to(start, ends)
            return None if times is None else (times, Way.ROAD)

        return await self._run(reckon)

    async def follow(
        self, store: Store, is_away: Callable[[], bool], changed: Callable[[], None], copy: Path
    ) -> None:
        """Read the centre's roads, and others when they are imported, until cancelled.

        `is_away`: whether only a part of the database can be read now, which has no roads in it; then those
        in `copy` count, the file in which imported ones lie on the workstation.
        """
        while True:
            wait = EVERY_SECONDS
            try:
                if not is_away():
                    await self._refresh(store, changed, copy)
                elif not self._version:
                    await self._take(await asyncio.to_thread(read_copy, copy), changed)
            except StoreError:
                wait = RETRY_SECONDS
            await asyncio.sleep(wait)

    def close(self) -> None:
        """Let the thread end: who waits for an answer, or asks later, is cancelled."""
        self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _refresh(self, store: Store, changed: Callable[[], None], copy: Path) -> None:
        version = await store.read(LookUp(roads_version))
        if version == self._version:
            return
        kept = await asyncio.to_thread(read_copy, copy) if not self._version else None
        if kept is None or kept.version != version:
            body = await store.read(LookUp(read_roads)) or b""
            await asyncio.to_thread(write_copy, copy, body)
            kept = RoadCopy(version, body)
        await self._take(kept, changed)

    async def _take(self, kept: RoadCopy | None, changed: Callable[[], None]) -> None:
        if kept is None:
            return
        await self.use(kept.body or None)
        self._version = kept.version
        changed()

    def _situation(self, setting: Setting) -> Situation:
        if self._travel is not None and setting.point is not None:
            limit = setting.response.minutes * 60.0
            times = self._travel.seconds(setting.point, setting.starts, limit)
            if times is not None:
                return situation(setting, times, Way.ROAD)
        return by_straight_line(setting)

    async def _run(self, work: Callable[[], T]) -> T:
        if self._closed:
            raise asyncio.CancelledError
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
