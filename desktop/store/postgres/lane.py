"""One connection to the server, for one task after the other."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, TypeAlias, TypeVar

from asyncpg import Connection as DriverConnection
from asyncpg import InterfaceError, PostgresError
from asyncpg.exceptions import InternalClientError
from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError, InvalidRequestError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from desktop.store.postgres.engine import CONNECT_SECONDS, problem_of
from desktop.store.problems import StoreError

T = TypeVar("T")
Driver: TypeAlias = "DriverConnection[Any]"
Opened = Callable[["DriverConnection[Any]"], Awaitable[None]]

_TROUBLES = (DBAPIError, OSError, PostgresError, InterfaceError, InternalClientError)


class Lane:
    """Opened when first needed, and again after it was lost.

    `answer_within`: seconds after which a statement that was not answered ends the connection; packets may
    vanish without a word. `opened` is called with each new connection, before anything else uses it.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        isolation: str,
        *,
        answer_within: float | None = None,
        opened: Opened | None = None,
    ) -> None:
        self._engine = engine
        self._isolation = isolation
        self.answer_within = answer_within
        self.ask_within = answer_within
        """The same for `ask`, which has less to send."""
        self._opened = opened
        self._lock = asyncio.Lock()
        self._connection: AsyncConnection | None = None
        self._driver: Driver | None = None
        self._fuse: asyncio.TimerHandle | None = None

    def is_open(self) -> bool:
        """Whether there is a connection."""
        return self._driver is not None and not self._driver.is_closed()

    async def run(self, task: Callable[[Connection], T]) -> T:
        """Run a task in one transaction. StoreError when the server or the way to it is in trouble."""
        async with self._held() as connection, connection.begin():
            return await connection.run_sync(task)

    async def ask(self, statement: str, *values: object, within: float | None = None) -> tuple[Any, float]:
        """Run one statement by itself, in a transaction of its own that costs no way to the server: its one
        value and the seconds that took. `within`: seconds after which the connection is ended.
        """
        async with self._held():
            assert self._driver is not None
            self._light(within or self.ask_within)
            began = asyncio.get_running_loop().time()
            answer = await self._driver.fetchval(statement, *values)
            return answer, asyncio.get_running_loop().time() - began

    async def open(self, within: float | None = None) -> None:
        """Open the connection if there is none; `within`: seconds. StoreError when that fails."""
        try:
            async with asyncio.timeout(within), self._held():
                pass
        except TimeoutError as error:
            raise StoreError("unreachable", "no answer") from error

    def cut(self) -> None:
        """End the connection at once; what waits for an answer gets none."""
        if self._driver is not None:
            self._driver.terminate()

    async def close(self) -> None:
        """End the connection once what runs has been answered."""
        async with self._lock:
            await self._drop()

    @asynccontextmanager
    async def _held(self) -> AsyncIterator[AsyncConnection]:
        """The connection, for this task alone."""
        was_open = self.is_open()
        async with self._lock:
            if was_open and not self.is_open() and self.answer_within is not None:
                raise StoreError("unreachable", "the connection was lost")  # not to wait for another one now
            try:
                connection = await self._ready()
                self._light()
                with _not_ended(self._driver):
                    yield connection
            except _TROUBLES as error:
                problem = problem_of(error)
                if problem.code == "unreachable":
                    self.cut()  # it may still look alive
                raise problem from error
            finally:
                self._extinguish()
                if not self.is_open():
                    await self._drop()

    async def _ready(self) -> AsyncConnection:
        if self._connection is not None and self.is_open():
            return self._connection
        await self._drop()
        made = self._engine.connect()
        try:
            connection = await made
            self._driver = (await connection.get_raw_connection()).driver_connection
            await connection.execution_options(isolation_level=self._isolation)
            if self.answer_within is not None:
                event.listen(connection.sync_connection, "after_cursor_execute", self._answered)
            if self._opened is not None and self._driver is not None:
                self._light(CONNECT_SECONDS)
                with _not_ended(self._driver):
                    await self._opened(self._driver)
        except BaseException:
            self.cut()
            self._driver = None
            with suppress(*_TROUBLES, InvalidRequestError):
                await made.invalidate()
            with suppress(*_TROUBLES, InvalidRequestError):
                await made.close()
            raise
        self._connection = connection
        return connection

    async def _drop(self) -> None:
        connection, self._connection, self._driver = self._connection, None, None
        if connection is not None:
            with suppress(*_TROUBLES):
                await connection.invalidate()  # or the pool would give it out again
            with suppress(*_TROUBLES):
                await connection.close()

    def _light(self, within: float | None = None) -> None:
        self._extinguish()
        seconds = within or self.answer_within
        if seconds is not None:
            self._fuse = asyncio.get_running_loop().call_later(seconds, self.cut)

    def _extinguish(self) -> None:
        if self._fuse is not None:
            self._fuse.cancel()
            self._fuse = None

    def _answered(self, *_: object) -> None:
        self._light()


@contextmanager
def _not_ended(driver: "Driver | None") -> Iterator[None]:
    """StoreError `unreachable` for a connection that was ended between two answers.

    asyncpg takes hold of its protocol anew after each, and there is none any more.
    """
    try:
        yield
    except AttributeError as error:
        if driver is None or not driver.is_closed():
            raise
        raise StoreError("unreachable", "the connection was ended") from error
