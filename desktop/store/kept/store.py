"""A store that goes on without its server, and brings it what was done meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from nacl.public import PrivateKey, PublicKey
from sqlalchemy import Connection, text

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.centre import Centre
from desktop.domain.presence import LooksAt, Pulse
from desktop.store.kept.decisions import put_away, try_again
from desktop.store.kept.delivery import deliver_kept, deliver_missing
from desktop.store.kept.handing import admit, take_over
from desktop.store.kept.items import State
from desktop.store.kept.known import Known, Picture, ReadLately, known_from
from desktop.store.kept.local import Local
from desktop.store.kept.outbox import Carried, Outbox
from desktop.store.kept.own_news import OwnNews
from desktop.store.kept.standing import Standing, is_decided, status_of
from desktop.store.kept.status import UNWRITABLE, Reach, Status, Waiting, waiting_of
from desktop.store.kept.unanswered import Unanswered
from desktop.store.problems import NO_WAY, StoreError
from desktop.store.store import Notice, Store
from desktop.store.submit_sqlite import Author

T = TypeVar("T")

RETRY_SECONDS = 0.2
FULL_SECONDS = 2.0
"""How long to wait before the next try, where the server answers but takes nothing."""
FAULT_SECONDS = 5.0
"""How long after a bug: it is told each time."""
STANDS_SECONDS = 1.0


class KeptStore:
    """See `desktop.store.store.Store`; around one, which may be None until `attach`.

    `picture`: the board as it is now, None before it was read. `author`: who signed in, and delivers.
    `workstation`: its number, until the server says another.
    """

    def __init__(
        self,
        inner: Store | None,
        centre: Centre,
        outbox: Outbox,
        author: Author,
        picture: Callable[[], Picture | None],
        new_id: Callable[[], str],
        workstation: int = 0,
    ) -> None:
        self._inner = inner
        self._centre = centre
        self._outbox = outbox
        self._author = author
        self._picture = picture
        self._workstation = workstation
        self._local = Local(centre, outbox, new_id)
        self._reach = Reach.ONLINE if inner is not None else Reach.CUT_OFF
        self._since: datetime | None = None
        self._problem: StoreError | None = None
        self._trouble = ""
        self._offset = timedelta()
        self._turning = asyncio.Lock()
        self._gate = asyncio.Lock()
        self._return: asyncio.Task[None] | None = None
        self._news: asyncio.Task[Notice] | None = None
        self._own_news = OwnNews()
        self._listeners: list[Callable[[], None]] = []
        self._looks_at: LooksAt | None = None
        self._read = ReadLately()
        self._unanswered = Unanswered()

    # What the screen asks.

    @property
    def status(self) -> Status:
        """How things stand."""
        standing = Standing(self._reach, self._since, self._problem, self._trouble, self._inner is None)
        return status_of(self._outbox, standing)

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Tell a listener whenever the status changes; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """Acts of which somebody decides, oldest first."""
        return tuple(waiting_of(item) for item in self._outbox.open_items if item.state is not State.KEPT)

    async def try_again(self, act: str) -> Refusal | None:
        """Deliver a refused act on top of what is there now; why it is refused again.

        StoreError `unreachable` while cut off. KeyError for an act that does not wait. What was erased is
        not brought back: such an act stays refused.
        """
        inner = self._online()
        refusal = await try_again(self._local, inner, self._author, act)
        self._changed()
        return refusal

    async def put_away(self, act: str, reason: str) -> Refusal | None:
        """Decide for all that a refused act is not delivered; why that is refused. It stays here for a while.

        StoreError. ValueError without a reason. KeyError for an act that does not wait.
        """
        refusal = await put_away(self._local, self, self._author, act, reason)
        self._changed()
        return refusal

    async def take_in(self, items: Sequence[Carried]) -> int:
        """Deliver acts that another workstation had kept; how many were not known here. See `export.py`."""
        taken = await self._local.run_here(lambda: self._outbox.take_in(items))
        self._changed()
        self.start()
        return taken

    async def take_over(self, secret: PrivateKey) -> None:
        """Deliver also what the desk of an operator who has just left this seat had kept. StoreError."""
        await take_over(self._local, secret)
        self._changed()
        self.start()

    async def admit(self, readers: Mapping[str, PublicKey]) -> None:
        """Let others open what is kept: one of them takes the seat. StoreError of the disk."""
        await admit(self._local, readers)

    # Beginning and ending.

    def start(self) -> None:
        """Deliver what lies here from earlier, in the background; what a promoted server misses, too."""
        if self._inner is not None and self._reach is Reach.ONLINE:
            self._come_back_soon()

    async def begin_cut_off(self, known: Known, problem: StoreError) -> None:
        """Begin without the server, with what was known at another time."""
        await self._begin(lambda: known, problem)

    def attach(self, inner: Store, author: Author) -> None:
        """Take a store that was opened meanwhile, as somebody who signed in to it."""
        self._inner, self._author = inner, author
        inner.look_at(self._looks_at)
        self._come_back_soon()

    async def close(self) -> None:
        """See `Store`."""
        for task in (self._return, self._news):
            if task is not None:
                task.cancel()
                with suppress(asyncio.CancelledError, StoreError):
                    await task
        if self._inner is not None:
            await self._inner.close()
        await self._local.close()

    # What every store does.

    @property
    def centre(self) -> Centre:
        """See `Store`."""
        return self._centre

    async def submit(self, act: Act, author: Author) -> Result | Refusal:
        """See `Store`. Cut off, a result means that the act is on this workstation's disk."""
        while True:
            if self._reach is Reach.ONLINE and self._inner is not None:
                try:
                    answer = await self._inner.submit(act, author)
                except StoreError as error:
                    if error.code == "unreachable":
                        self._unanswered.add(act.id, self._inner)
                    if not await self._cut_off(error, UNWRITABLE):
                        raise
                    continue
                self._unanswered.discard(act.id)
                if isinstance(answer, Result):
                    await self._confirm(act, author, answer)
                return answer
            async with self._gate:
                if self._reach is not Reach.ONLINE:
                    return await self._keep(act, author)

    async def read(self, query: Callable[[Connection], T]) -> T:
        """See `Store`. Cut off, it answers what is known here: see `Status.partial`."""
        return await self._ask(lambda: self._local.run(query), lambda inner: inner.read(query))

    async def write(self, task: Callable[[Connection], T]) -> T:
        """See `Store`. Cut off, only who looked at what outlives the outage; accounts cannot be changed."""
        return await self._ask(lambda: self._local.write(task), lambda inner: inner.write(task))

    async def change_password(self, author: Author, password: str) -> None:
        """See `Store`. Only the server keeps passwords: StoreError `unreachable` while cut off."""
        await self._online().change_password(author, password)

    async def wait_for_news(self) -> Notice:
        """See `Store`."""
        while True:
            if self._own_news.is_there():
                return self._own_news.take()
            news = self._listening() if self._reach is Reach.ONLINE and self._inner else None
            await self._own_news.wait(news)
            if self._own_news.is_there() or news is None or not news.done() or news is not self._news:
                continue
            self._news = None
            try:
                notice = news.result()
            except StoreError as error:
                if not await self._cut_off(error, NO_WAY):
                    raise
            else:
                self._set_clock()
                return notice

    @property
    def pulse(self) -> Pulse | None:
        """See `Store`. Cut off, it is the last, without the other desks: where they are is not known."""
        pulse = None if self._inner is None else self._inner.pulse
        return pulse if pulse is None or self._reach is Reach.ONLINE else replace(pulse, desks=())

    def look_at(self, looks_at: LooksAt | None) -> None:
        """See `Store`."""
        self._looks_at = looks_at
        if self._inner is not None:
            self._inner.look_at(looks_at)

    def tell_kept(self, kept: int, since: datetime | None) -> None:
        """See `Store`; this one tells it itself."""
        if self._inner is not None:
            self._inner.tell_kept(kept, since)

    # Going on alone.

    async def _ask(self, here: Callable[[], Awaitable[T]], ask: Callable[[Store], Awaitable[T]]) -> T:
        while True:
            if self._reach is Reach.ONLINE and self._inner is not None:
                try:
                    found = await ask(self._inner)
                    self._read.remember(found)
                    return found
                except StoreError as error:
                    if not await self._cut_off(error, NO_WAY):
                        raise
            try:
                return await here()
            except StoreError:
                if self._reach is not Reach.ONLINE:
                    raise

    async def _confirm(self, act: Act, author: Author, result: Result) -> None:
        """Write down for a day what the server has. That this cannot be done is no trouble of the act's."""
        try:
            if await self._local.confirm(act, author, result):
                self._own_news.tell((act.id,))
            self._trouble = ""
        except StoreError as error:
            self._trouble = error.code

    async def _keep(self, act: Act, author: Author) -> Result | Refusal:
        sent = self._unanswered.ways(act.id)
        answer, told = await self._local.keep(act, author, datetime.now(UTC) + self._offset, sent=sent)
        if sent is not None and isinstance(answer, Refusal):
            # A picture read after the act came there refuses what it already shows; only the server knows.
            raise StoreError("unreachable", "whether the act came there is not known")
        self._unanswered.discard(act.id)
        if told:
            self._own_news.tell(told)
            self._changed()
        return answer

    async def _cut_off(self, error: StoreError, codes: frozenset[str]) -> bool:
        """Go on alone, when the trouble is one in which that is right; whether it goes on."""
        if error.code not in codes:
            return False
        async with self._turning:
            if self._reach is not Reach.ONLINE:
                return True
            picture = self._picture()
            if picture is None:
                return False
            picture = replace(picture, details=self._read.details, handovers=self._read.handovers)
            await self._begin(lambda: known_from(picture, self._centre.zone), error)
        self._come_back_soon()
        return True

    async def _begin(self, make: Callable[[], Known], error: StoreError) -> None:
        pulse = self.pulse
        number = self._workstation if pulse is None or pulse.number is None else pulse.number
        since = datetime.now(UTC) if pulse is None else min(datetime.now(UTC), pulse.answered_at)
        self._set_clock()
        await self._local.begin(make, number)
        self._since = since
        self._problem = error
        self._tell_everything(Reach.CUT_OFF)

    # Coming back.

    def _come_back_soon(self) -> None:
        if self._return is None or self._return.done():
            self._return = asyncio.get_running_loop().create_task(self._come_back(), name="deliver")

    async def _come_back(self) -> None:
        """Try until all is delivered. A bug is told and ends nothing: else the desk would stay cut off."""
        while True:
            try:
                if self._reach is not Reach.ONLINE:
                    await self._stands()
                await self._deliver()
                if self._reach is Reach.ONLINE and not is_decided(self._outbox, self.pulse):
                    return
            except StoreError as error:
                self._problem = error
                if self._reach is Reach.DELIVERING:
                    self._reach = Reach.CUT_OFF
                self._changed()
                await asyncio.sleep(RETRY_SECONDS if error.code in NO_WAY else FULL_SECONDS)
            except Exception as error:
                fault = {"message": "delivering what was kept failed", "exception": error}
                asyncio.get_running_loop().call_exception_handler(fault)
                await asyncio.sleep(FAULT_SECONDS)

    async def _stands(self) -> None:
        """Return when the server answers. StoreError when it does not."""
        assert self._inner is not None
        news = self._listening()
        await asyncio.wait({news}, timeout=STANDS_SECONDS)
        if news.done():
            self._news = None
            news.result()
        await self._inner.read(lambda connection: connection.execute(text("SELECT 1")).scalar())

    async def _deliver(self) -> None:
        assert self._inner is not None
        if self._reach is Reach.CUT_OFF:
            self._reach = Reach.DELIVERING
            self._changed()
        await deliver_missing(self._inner, self._local, self._author)
        while True:
            async for _ in deliver_kept(self._inner, self._local, self._author):
                self._changed()
            async with self._gate:
                if not self._outbox.items(State.KEPT):
                    break
        self._since = self._problem = None
        self._set_clock()
        if self._reach is not Reach.ONLINE:
            self._tell_everything(Reach.ONLINE)
            await self._local.end()
        self._changed()

    # Small things.

    def _listening(self) -> asyncio.Task[Notice]:
        assert self._inner is not None
        if self._news is None:
            news = self._inner.wait_for_news()
            self._news = asyncio.get_running_loop().create_task(news, name="wait for the server's news")
        return self._news

    def _set_clock(self) -> None:
        pulse = None if self._inner is None else self._inner.pulse
        if pulse is not None:
            self._offset = pulse.now - pulse.answered_at
            if is_decided(self._outbox, pulse):
                self._come_back_soon()

    def _tell_everything(self, reach: Reach) -> None:
        self._reach = reach
        self._own_news.tell_everything()
        self._changed()

    def _changed(self) -> None:
        status = self.status
        self.tell_kept(status.kept, status.kept_since)
        for listener in tuple(self._listeners):
            listener()

    def _online(self) -> Store:
        if self._inner is None or self._reach is not Reach.ONLINE:
            raise StoreError("unreachable", "cut off")
        return self._inner
