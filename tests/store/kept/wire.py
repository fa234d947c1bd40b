"""A store whose way to its database can be cut, and a desk that keeps what it does meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from nacl.public import PrivateKey, PublicKey
from sqlalchemy import Connection

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.centre import Centre
from desktop.domain.presence import LooksAt, Pulse
from desktop.live.follow import Follower
from desktop.live.picture import picture_of
from desktop.runtime.ids import new_id
from desktop.store.kept.keys import Cost, Holder
from desktop.store.kept.known import Picture
from desktop.store.kept.outbox import Outbox
from desktop.store.kept.status import Reach
from desktop.store.kept.store import KeptStore
from desktop.store.problems import StoreError
from desktop.store.store import Notice, Store
from tests.domain.world import CENTRE
from tests.live.followed import until
from tests.store.backends import author_of

T = TypeVar("T")

WORKSTATION = 3
CHEAP = Cost(1, 64)
"""What a try to open an operator's key costs in tests."""


class Wire:
    """See `Store`; cut, it answers nothing. `loses`: acts arrive, and their answers do not."""

    def __init__(self, there: Store) -> None:
        self._there = there
        self.problem: StoreError | None = None
        self.loses = False
        self.before_loss: Callable[[], Awaitable[None]] | None = None
        """What happens between an act's arrival and the loss of its answer."""
        self.before_answer: Callable[[], Awaitable[None]] | None = None
        """What happens between an act's arrival and its answer, which comes all the same."""
        self.seen: list[str] = []
        """Ids of the acts that were sent, in order, each time."""
        self.kept: list[int] = []
        self.changed = asyncio.Event()
        self.said_pulse: Pulse | None = None

    def cut(self, code: str = "unreachable") -> None:
        """Let nothing through."""
        self.problem = StoreError(code)
        self.changed.set()

    def mend(self) -> None:
        """Let everything through again."""
        self.problem = None
        self.loses = False
        self.changed.set()

    def _check(self) -> None:
        if self.problem is not None:
            raise self.problem

    @property
    def centre(self) -> Centre:
        """See `Store`."""
        return self._there.centre

    async def submit(self, act: Act, author: object) -> Result | Refusal:
        """See `Store`."""
        self._check()
        self.seen.append(act.id)
        answer = await self._there.submit(act, author)  # type: ignore[arg-type]  # - handed on
        if self.before_answer is not None:
            await self.before_answer()
            return answer
        if self.loses:
            if self.before_loss is not None:
                await self.before_loss()
            self.cut()
        self._check()
        return answer

    async def read(self, query: Callable[[Connection], T]) -> T:
        """See `Store`."""
        self._check()
        found = await self._there.read(query)
        self._check()
        return found

    async def write(self, task: Callable[[Connection], T]) -> T:
        """See `Store`."""
        self._check()
        return await self._there.write(task)

    async def change_password(self, author: object, password: str) -> None:
        """See `Store`."""
        self._check()
        await self._there.change_password(author, password)  # type: ignore[arg-type]  # - handed on

    async def wait_for_news(self) -> Notice:
        """See `Store`."""
        self._check()
        news = asyncio.ensure_future(self._there.wait_for_news())
        changed = asyncio.ensure_future(self.changed.wait())
        try:
            await asyncio.wait({news, changed}, return_when=asyncio.FIRST_COMPLETED)
            self._check()
            if changed.done():
                self.changed.clear()
                return Notice(everything=True)
            return news.result()
        finally:
            news.cancel()
            changed.cancel()

    @property
    def pulse(self) -> Pulse | None:
        """See `Store`."""
        return self.said_pulse

    def look_at(self, looks_at: LooksAt | None) -> None:
        """See `Store`."""

    def tell_kept(self, kept: int, since: datetime | None) -> None:
        """See `Store`."""
        self.kept.append(kept)

    async def close(self) -> None:
        """See `Store`."""
        await self._there.close()


def holder_of(login: str) -> Holder:
    """A login with a key of its own, the same each time."""
    return Holder(author_of(login), PrivateKey(login.encode().ljust(32, b"-")))


def readers(*logins: str) -> dict[str, PublicKey]:
    """For whom an outbox is encrypted."""
    return {login: holder_of(login).secret.public_key for login in logins}


def open_outbox(folder: Path, login: str = "hana", others: tuple[str, ...] = ("ani", "budi")) -> Outbox:
    """The outbox in a folder, as a login."""
    now = datetime.now(UTC)
    return Outbox.open(folder, CENTRE.id, holder_of(login), readers(login, *others), now)


class KeptDesk:
    """A desk with its board, at a store that may go."""

    def __init__(self, there: Store, folder: Path, login: str = "hana") -> None:
        self._there = there
        self.login = login
        self.outbox = open_outbox(folder, login)
        self.store = KeptStore(
            there, CENTRE, self.outbox, author_of(login), self._picture, new_id, WORKSTATION
        )
        self.follower = Follower(self.store)
        self._started = False
        self._run: asyncio.Task[None] | None = None

    @property
    def wire(self) -> Wire:
        """The way to the store, where it can be cut."""
        assert isinstance(self._there, Wire)
        return self._there

    def _picture(self) -> Picture | None:
        return picture_of(self.follower.board, self.follower.clock) if self._started else None

    async def start(self) -> None:
        """Read the board and follow."""
        await self.follower.start()
        self._started = True
        self._run = asyncio.get_running_loop().create_task(self.follower.run())

    async def submit(self, act: Act, login: str | None = None) -> Result | Refusal:
        """Write an act."""
        return await self.store.submit(act, author_of(login or self.login))

    async def reaches(self, reach: Reach) -> None:
        """Wait until the store stands so."""
        await until(lambda: self.store.status.reach is reach, 10)

    async def close(self) -> None:
        """End it."""
        if self._run is not None:
            self._run.cancel()
            await asyncio.gather(self._run, return_exceptions=True)
            self._run = None
            await self.store.close()
