"""A centre on a PostgreSQL server."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from typing import Any, TypeVar

from asyncpg import Connection as DriverConnection
from asyncpg import InterfaceError, PostgresError
from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from desktop.domain.acts import Act, Refusal, Result, encode
from desktop.domain.centre import Centre
from desktop.domain.form import unfit
from desktop.store.postgres.engine import connect_alone, problem_of
from desktop.store.postgres.meta import CHANNEL
from desktop.store.problems import StoreError
from desktop.store.submit_sqlite import Author

T = TypeVar("T")

_SUBMIT = select(func.submit(bindparam("act", type_=JSONB)))


class PostgresStore:
    """See `desktop.store.store.Store`. The server judges and writes acts; their author is who signed in."""

    def __init__(self, url: URL, engine: AsyncEngine, centre: Centre, login: str) -> None:
        self._url = url
        self._engine = engine
        self._centre = centre
        self._login = login
        self._news = asyncio.Event()
        self._news.set()
        self._listener: DriverConnection[Any] | None = None
        self._working: set[asyncio.Future[Any]] = set()

    @property
    def centre(self) -> Centre:
        """See `Store`."""
        return self._centre

    async def submit(self, act: Act, author: Author) -> Result | Refusal:
        """See `Store`. StoreError `sign_in` for an author who did not sign in here."""
        if author.login != self._login:
            raise StoreError("sign_in", author.login)
        problem = unfit(act)
        if problem is not None:
            return problem
        answer = await self.write(
            lambda connection: connection.execute(_SUBMIT, {"act": encode(act)}).scalar_one()
        )
        return read_answer(answer)

    async def read(self, query: Callable[[Connection], T]) -> T:
        """See `Store`."""
        return await self._run(query, "REPEATABLE READ")

    async def write(self, task: Callable[[Connection], T]) -> T:
        """See `Store`."""
        return await self._run(task, "READ COMMITTED")

    async def wait_for_news(self) -> None:
        """See `Store`. StoreError `unreachable` when the server is gone; the next call tries again."""
        listener = self._listener
        if listener is None or listener.is_closed():
            listener = self._listener = await connect_alone(self._url)
            listener.add_termination_listener(self._wake)
            await listener.add_listener(CHANNEL, self._wake)
            self._news.set()
        await self._news.wait()
        self._news.clear()
        if listener.is_closed():
            raise StoreError("unreachable")

    async def close(self) -> None:
        """See `Store`."""
        while self._working:
            await asyncio.wait(self._working)
        if self._listener is not None:
            with suppress(OSError, PostgresError, InterfaceError):
                await self._listener.close()
        await self._engine.dispose()

    def _wake(self, *_told: object) -> None:
        self._news.set()

    async def _run(self, task: Callable[[Connection], T], isolation: str) -> T:
        work = asyncio.ensure_future(self._transaction(task, isolation))
        self._working.add(work)
        work.add_done_callback(self._working.discard)
        return await asyncio.shield(work)

    async def _transaction(self, task: Callable[[Connection], T], isolation: str) -> T:
        try:
            async with self._engine.connect() as connection:
                await connection.execution_options(isolation_level=isolation)
                async with connection.begin():
                    return await connection.run_sync(task)
        except (DBAPIError, OSError, PostgresError, InterfaceError) as error:
            raise problem_of(error) from error


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
