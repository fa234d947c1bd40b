"""Following the feed: news from the database onto the board."""

import asyncio
from collections.abc import Callable
from enum import StrEnum

from desktop.live.board import Board
from desktop.live.clock import CentreClock
from desktop.store.problems import StoreError
from desktop.store.queries import read_clock, read_reference
from desktop.store.queries_board import ACTS_AT_ONCE, read_news, read_snapshot
from desktop.store.store import Store

RETRY_SECONDS = 1.0
"""How long to wait after the database could not be read before the next try."""


class Freshness(StrEnum):
    """How far the board can be trusted."""

    LIVE = "live"
    STALE = "stale"


class Follower:
    """Keeps one board in step with one store, and knows since when it is not."""

    def __init__(self, store: Store) -> None:
        self.clock = CentreClock(store.centre.zone)
        self._store = store
        self._board: Board | None = None
        self._listeners: list[Callable[[], None]] = []
        self.freshness = Freshness.LIVE
        self.problem: StoreError | None = None
        self.checked_at = self.clock.now()

    @property
    def board(self) -> Board:
        """The board; RuntimeError before `start`."""
        if self._board is None:
            raise RuntimeError("the follower has not started")
        return self._board

    def on_freshness(self, listener: Callable[[], None]) -> None:
        """Tell a listener whenever the freshness changes."""
        self._listeners.append(listener)

    async def start(self) -> Board:
        """Read the whole board once. StoreError when that fails."""
        self.clock.training = await self._store.read(read_clock)
        self._board = Board(await self._store.read(read_reference))
        await self.refresh()
        return self._board

    async def refresh(self) -> None:
        """Read the whole board anew; listeners hear only what differs."""
        since = self.clock.midnight()
        self.board.replace(await self._store.read(lambda connection: read_snapshot(connection, since)))

    async def run(self) -> None:
        """Follow the feed until cancelled; at the city's midnight the counts and closed cases begin anew.

        A bug on the way goes to the loop's exception handler and ends nothing: a desk that hears nothing more
        and looks alive would be worse.
        """
        day = self.clock.midnight()
        while True:
            try:
                while await self._take_news() == ACTS_AT_ONCE:
                    pass
                midnight = self.clock.midnight()
                if midnight != day:
                    await self.refresh()
                    day = midnight
                self._set(Freshness.LIVE, None)
                # wait_for of Python 3.11 swallows a cancellation that comes together with news.
                async with asyncio.timeout(RETRY_SECONDS):
                    await self._store.wait_for_news()
            except TimeoutError:
                continue
            except StoreError as error:
                self._set(Freshness.STALE, error)
                await asyncio.sleep(RETRY_SECONDS)
            except Exception as error:
                fault = {"message": "following the database failed", "exception": error}
                asyncio.get_running_loop().call_exception_handler(fault)
                self._set(Freshness.STALE, None)
                await asyncio.sleep(RETRY_SECONDS)

    async def catch_up(self) -> bool:
        """Take the news since the last; whether there were any."""
        return await self._take_news() > 0

    async def _take_news(self) -> int:
        """Take the news since the last, at most `ACTS_AT_ONCE` acts; how many there were."""
        after, since = self.board.sequence, self.clock.midnight()
        news = await self._store.read(lambda connection: read_news(connection, after, since))
        self.checked_at = self.clock.now()
        if news is None:
            return 0
        if news.clock_changed:
            self.clock.training = await self._store.read(read_clock)
        self.board.take(news)
        return len(news.acts)

    def _set(self, freshness: Freshness, problem: StoreError | None) -> None:
        if (freshness, problem) != (self.freshness, self.problem):
            self.freshness, self.problem = freshness, problem
            for listener in self._listeners:
                listener()
