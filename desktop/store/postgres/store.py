"""A centre on a PostgreSQL server."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, bindparam, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncEngine

from desktop.domain.acts import Act, Refusal, Result, encode
from desktop.domain.centre import Centre
from desktop.domain.form import unfit
from desktop.domain.presence import LooksAt, Pulse
from desktop.store import journal
from desktop.store.postgres.epochs import Epochs
from desktop.store.postgres.lane import Lane
from desktop.store.postgres.line import Line, Telling
from desktop.store.problems import StoreError
from desktop.store.store import LookUp, Notice
from desktop.store.submit_sqlite import Author

T = TypeVar("T")

_SUBMIT = select(func.submit(bindparam("act", type_=JSONB)))
_RESUBMIT = select(func.resubmit(bindparam("act", type_=JSONB), bindparam("said", type_=JSONB)))


class PostgresStore:
    """See `desktop.store.store.Store`. The server judges and writes acts; their author is who signed in.

    Three connections: one hears, beats and reads what the board needs at once; one writes; one looks up what
    may take long.
    """

    def __init__(
        self, engine: AsyncEngine, centre: Centre, login: str, telling: Telling, epochs: Epochs
    ) -> None:
        self._engine = engine
        self._centre = centre
        self._login = login
        self._epochs = epochs
        self._line = Line(engine, telling, self._cut_the_others, lambda epoch: epochs.judge(centre.id, epoch))
        self._writes = Lane(engine, "READ COMMITTED")
        self._look_ups = Lane(engine, "REPEATABLE READ")
        self._working: set[asyncio.Future[Any]] = set()

    @property
    def centre(self) -> Centre:
        """See `Store`."""
        return self._centre

    async def submit(self, act: Act, author: Author) -> Result | Refusal:
        """See `Store`. StoreError `sign_in` for an author who did not sign in here."""
        return await self._submit(_SUBMIT, act, author, {})

    async def resubmit(
        self, act: Act, author: Author, said: Mapping[str, tuple[date, int]]
    ) -> Result | Refusal:
        """`submit` of what a server confirmed that is gone. `said`: the numbers that were told to people, by
        incident; one is given again where it is free.
        """
        return await self._submit(_RESUBMIT, act, author, {"said": journal.numbers_json(said)})

    async def _submit(
        self, statement: Executable, act: Act, author: Author, values: Mapping[str, Any]
    ) -> Result | Refusal:
        if author.login != self._login:
            raise StoreError("sign_in", author.login)
        problem = unfit(act)
        if problem is not None:
            return problem
        answer = await self.write(
            lambda connection: connection.execute(statement, {"act": encode(act), **values}).scalar_one()
        )
        return read_answer(answer)

    async def read(self, query: Callable[[Connection], T]) -> T:
        """See `Store`."""
        return await self._run(self._look_ups if isinstance(query, LookUp) else self._line.lane, query)

    async def write(self, task: Callable[[Connection], T]) -> T:
        """See `Store`."""
        return await self._run(self._writes, task)

    async def wait_for_news(self) -> Notice:
        """See `Store`. StoreError also `old_primary` and `sign_in`, when the login was shut."""
        return await self._line.wait()

    @property
    def pulse(self) -> Pulse | None:
        """See `Store`."""
        return self._line.pulse

    @property
    def highest_epoch(self) -> int:
        """The highest epoch of all servers that answered; a server with a lower one is refused."""
        return self._epochs.highest(self._centre.id)

    def look_at(self, looks_at: LooksAt | None) -> None:
        """See `Store`."""
        self._line.tell(looks_at=looks_at)

    def tell_kept(self, kept: int, since: datetime | None) -> None:
        """See `Store`."""
        self._line.tell(kept=kept, kept_since=since)

    async def close(self) -> None:
        """See `Store`."""
        while self._working:
            await asyncio.wait(self._working)
        await self._line.close()
        await self._writes.close()
        await self._look_ups.close()
        await self._engine.dispose()

    def _cut_the_others(self) -> None:
        """They go to the same server: what waits there would wait until the system gives up, many minutes."""
        self._writes.cut()
        self._look_ups.cut()

    def _finished(self, work: asyncio.Future[Any]) -> None:
        self._working.discard(work)
        if not work.cancelled() and isinstance(work.exception(), StoreError):
            return  # who asked may be gone: an outage that nobody hears of is no fault

    async def _run(self, lane: Lane, task: Callable[[Connection], T]) -> T:
        work = asyncio.ensure_future(lane.run(task))
        self._working.add(work)
        work.add_done_callback(self._finished)
        return await asyncio.shield(work)


def read_answer(answer: dict[str, Any]) -> Result | Refusal:
    """The answer of the server's submit."""
    refused = answer.get("refused")
    if refused is not None:
        return Refusal(**refused)
    return Result(
        act=answer["act"],
        sequence=answer["sequence"],
        recorded_at=datetime.fromisoformat(answer["recorded_at"]),
        numbers={row: (date.fromisoformat(day), number) for row, (day, number) in answer["numbers"].items()},
        again=answer["again"],
    )
