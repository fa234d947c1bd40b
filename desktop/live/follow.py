"""Following the feed: news from the database onto the board."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from desktop.domain.board import News, Snapshot
from desktop.domain.presence import DeskSeen, LooksAt, Pulse
from desktop.live.board import Board
from desktop.live.clock import CentreClock
from desktop.store import migrations
from desktop.store.accounts import all_operators
from desktop.store.problems import NO_WAY, StoreError
from desktop.store.queries import read_clock
from desktop.store.queries_board import ACTS_AT_ONCE, read_news, read_snapshot
from desktop.store.queries_live import NewsOf, OtherMarks, RowsNamed, Whole, WholeBoard
from desktop.store.store import LookUp, Notice, SeesOthers, Store

RETRY_SECONDS = 1.0
"""How long to wait after the database could not be read before the next try."""
RECONNECT_SECONDS = 0.2
"""The same where no connection stands: a try costs next to nothing."""
COMPARE_SECONDS = 3.0
"""How often the board is compared with a server's: notifications may be lost."""

_CUT_OFF = NO_WAY | {"sign_in"}
"""Troubles in which no connection stands; in others the database answers, but cannot be read."""


class Freshness(StrEnum):
    """How far the board can be trusted: in step, not read for some reason, without a connection."""

    LIVE = "live"
    STALE = "stale"
    CUT_OFF = "cut_off"


class Follower:
    """Keeps one board in step with one store, and knows since when it is not."""

    def __init__(self, store: Store) -> None:
        self.clock = CentreClock(store.centre.zone)
        self._store = store
        self._board: Board | None = None
        self._freshness_listeners: list[Callable[[], None]] = []
        self._pulse_listeners: list[Callable[[], None]] = []
        self._by_sequence = False
        self._compared_at = 0.0
        self._day: datetime | None = None
        self._waiting: asyncio.Task[Notice] | None = None
        self._pulse: Pulse | None = None
        self._others: set[tuple[str, LooksAt | None]] = set()
        self.freshness = Freshness.LIVE
        self.problem: StoreError | None = None
        self.checked_at = self.clock.now()

    @property
    def board(self) -> Board:
        """The board; RuntimeError before `start`."""
        if self._board is None:
            raise RuntimeError("the follower has not started")
        return self._board

    @property
    def pulse(self) -> Pulse | None:
        """The answer to the last heartbeat; None where there is none, as at a file."""
        return self._store.pulse

    def at_work(self) -> tuple[DeskSeen, ...]:
        """The other desks that are there, as far as the database tells."""
        pulse = self.pulse
        if pulse is not None:
            return pulse.at_work()
        return self._store.at_work() if isinstance(self._store, SeesOthers) else ()

    @property
    def fresh_at(self) -> datetime:
        """When the database last answered, in the centre's time: the board shows what was then."""
        pulse = self._store.pulse
        return self.checked_at if pulse is None else max(self.checked_at, self.clock.at(pulse.answered_at))

    @property
    def slow(self) -> bool:
        """Whether the board is in step by a way so slow that one sees it."""
        return self.freshness is Freshness.LIVE and self._pulse is not None and self._pulse.slow

    @property
    def signed_out(self) -> bool:
        """Whether the operator's account was removed, or its password changed, while the desk was open."""
        removed = self._pulse is not None and self._pulse.removed
        return removed or (self.problem is not None and self.problem.code == "sign_in")

    @property
    def outdated(self) -> bool:
        """Whether the database is newer than this program, which may go on with it until it is updated."""
        pulse = self.pulse
        return pulse is not None and bool(pulse.schema) and pulse.schema not in migrations.KNOWN

    def on_freshness(self, listener: Callable[[], None]) -> None:
        """Tell a listener whenever the freshness changes, or the way becomes slow or fast."""
        self._freshness_listeners.append(listener)

    def on_pulse(self, listener: Callable[[], None]) -> None:
        """Tell a listener whenever the pulse says something new: of the own account, of the other desks."""
        self._pulse_listeners.append(listener)

    async def start(self) -> Board:
        """Read the whole board once. StoreError when that fails."""
        # What hears of news reads it, and `run` compares at once: nothing is missed after.
        whole = await self._read_whole(at_once=True)
        self._pulse = self._store.pulse
        self._board = Board(whole.reference)
        self._board.replace(whole.snapshot)
        return self._board

    async def refresh(self) -> None:
        """Read the whole board anew; listeners hear only what differs."""
        since = self.clock.midnight()
        query: LookUp[Snapshot] = LookUp(lambda connection: read_snapshot(connection, since))
        self.board.replace(await self._store.read(query))

    async def run(self) -> None:
        """Follow the feed until cancelled; at the city's midnight the counts and closed cases begin anew.

        A bug on the way goes to the loop's exception handler and ends nothing: a desk that hears nothing more
        and looks alive would be worse.
        """
        self._day = self.clock.midnight()
        self._by_sequence = self._store.pulse is None
        notice: Notice | None = None
        try:
            while True:
                notice = await self._step(notice)
        finally:
            if self._waiting is not None:
                self._waiting.cancel()

    async def _step(self, notice: Notice | None) -> Notice | None:
        """Take what a notice is about and wait for the next; what is to be taken then."""
        try:
            was_read = await self._take(notice)
            notice = None
            await self._begin_the_day()
            if was_read:  # else nothing says that the database is there again
                self._set(Freshness.LIVE, None)
            return await self._next()
        except StoreError as error:
            self._set(Freshness.CUT_OFF if error.code in _CUT_OFF else Freshness.STALE, error)
            await asyncio.sleep(RECONNECT_SECONDS if error.code in _CUT_OFF else RETRY_SECONDS)
        except Exception as error:
            fault = {"message": "following the database failed", "exception": error}
            asyncio.get_running_loop().call_exception_handler(fault)
            self._set(Freshness.STALE, None)
            await asyncio.sleep(RETRY_SECONDS)
        # What a notice was about is lost with it: on a file the sequence tells, on a server the comparison.
        return notice if notice is not None and notice.everything else None

    async def _next(self) -> Notice | None:
        """The next notice, or None after a while. Waiting goes on meanwhile, as does a try to connect."""
        if self._waiting is None:
            self._waiting = asyncio.get_running_loop().create_task(
                self._store.wait_for_news(), name="wait for news"
            )
        await asyncio.wait({self._waiting}, timeout=RETRY_SECONDS)
        if not self._waiting.done():
            return None
        waited, self._waiting = self._waiting, None
        return waited.result()

    async def _take(self, notice: Notice | None) -> bool:
        """Read what a notice is about, or what is due without one; whether anything was read."""
        if notice is not None and (notice.acts or notice.everything or notice.by_sequence):
            self._by_sequence = notice.by_sequence
        was_read = True
        if notice is not None and notice.everything:
            await self._take_everything()
        elif notice is not None and notice.acts:
            await self._take_acts(notice.acts)
        elif self._by_sequence:
            while await self._take_news() == ACTS_AT_ONCE:
                pass
        elif asyncio.get_running_loop().time() - self._compared_at >= COMPARE_SECONDS:
            await self.compare()
        else:
            was_read = False
        await self._take_pulse()
        return was_read

    async def compare(self) -> bool:
        """Compare the board with the database and take what differs; whether anything did."""
        since = self.clock.midnight()
        others = await self._store.read(OtherMarks(self.board.marks(), since))
        self._compared_at = asyncio.get_running_loop().time()
        self.checked_at = self.clock.now()
        if others:
            self.board.take(await self._store.read(RowsNamed(frozenset(others), since)))
        return bool(others)

    async def _take_everything(self) -> None:
        whole = await self._read_whole()
        self.board.replace(whole.snapshot, whole.reference)
        self._compared_at = asyncio.get_running_loop().time()
        self.checked_at = self.clock.now()

    async def _read_whole(self, *, at_once: bool = False) -> Whole:
        """The board as it is; not `at_once`: by the way on which nothing else waits."""
        while True:
            since = self.clock.midnight()
            query = WholeBoard(since)
            whole = await self._store.read(query if at_once else LookUp(query))
            self.clock.training = whole.clock
            if self.clock.midnight() == since:  # another clock may have another day
                return whole

    async def _take_acts(self, acts: tuple[str, ...]) -> None:
        await self._enter(await self._store.read(NewsOf(acts, self.clock.midnight())), by_sequence=False)

    async def _take_news(self) -> int:
        """Take the news since the last, at most `ACTS_AT_ONCE` acts; how many there were."""
        after, since = self.board.sequence, self.clock.midnight()
        news = await self._store.read(lambda connection: read_news(connection, after, since))
        await self._enter(news, by_sequence=True)
        return 0 if news is None else len(news.acts)

    async def _enter(self, news: News | None, *, by_sequence: bool) -> None:
        self.checked_at = self.clock.now()
        if news is None or not news.acts:
            return
        if news.clock_changed:
            self.clock.training = await self._store.read(read_clock)
        self.board.take(news, by_sequence=by_sequence)

    async def _take_pulse(self) -> None:
        pulse, before = self._store.pulse, self._pulse
        if pulse is None:
            self._take_others()
        if pulse is None or (before is not None and pulse.said == before.said):
            return
        if before is None or before.accounts != pulse.accounts:
            operators = await self._store.read(all_operators)
            self.board.name_operators({one.login: one.name for one in operators})
        was_slow, self._pulse = self.slow, pulse
        self._tell_pulse()
        if self.slow is not was_slow:
            self._tell_freshness()

    def _take_others(self) -> None:
        before, self._others = self._others, {(one.login, one.looks_at) for one in self.at_work()}
        if self._others != before:
            self._tell_pulse()

    async def _begin_the_day(self) -> None:
        midnight = self.clock.midnight()
        if midnight != self._day:
            await self.refresh()
            self._day = midnight

    def _tell_freshness(self) -> None:
        for listener in tuple(self._freshness_listeners):
            listener()

    def _tell_pulse(self) -> None:
        for listener in tuple(self._pulse_listeners):
            listener()

    def _set(self, freshness: Freshness, problem: StoreError | None) -> None:
        was_out = self.signed_out
        if (freshness, problem) != (self.freshness, self.problem):
            self.freshness, self.problem = freshness, problem
            self._tell_freshness()
            if self.signed_out and not was_out:
                self._tell_pulse()
