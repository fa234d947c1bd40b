"""A centre on one embedded file."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DBAPIError

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.centre import Centre
from desktop.domain.presence import DeskSeen, LooksAt
from desktop.store.accounts import reset_password
from desktop.store.problems import StoreError, translated
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_presence import SUFFIX, OtherWindows
from desktop.store.sqlite_rights import mask_statements, needs_masks
from desktop.store.sqlite_watch import FileWatch
from desktop.store.store import LookUp, Notice
from desktop.store.submit_sqlite import Author, submit_signed_in

T = TypeVar("T")


class SqliteStore:
    """See `desktop.store.store.Store`. One thread writes, one reads, one looks up what may take long: none
    ever blocks the screen, and no look-up the board.
    """

    def __init__(self, path: Path, centre: Centre) -> None:
        self.path = path
        self._centre = centre
        self._write_engine = engine_for(path, writes=True)
        self._read_engine = engine_for(path, writes=False)
        self._look_up_engine = engine_for(path, writes=False)
        self._writer = ThreadPoolExecutor(1, "kulkul-write")
        self._reader = ThreadPoolExecutor(1, "kulkul-read")
        self._look_up = ThreadPoolExecutor(1, "kulkul-look-up")
        self._watch = FileWatch(path, beside=path.with_name(path.name + SUFFIX))
        self._masks: tuple[str, ...] = ()
        self._others = OtherWindows(path)
        for engine in (self._read_engine, self._look_up_engine):
            event.listen(engine, "connect", self._put_masks)

    @property
    def centre(self) -> Centre:
        """See `Store`."""
        return self._centre

    async def read_as(self, author: Author) -> bool:
        """From now on read only what an operator's roles may; whether something is kept from them."""
        self._masks = tuple(mask_statements(author)) if needs_masks(author) else ()
        self._others.login = author.login
        loop = asyncio.get_running_loop()
        for pool, engine in ((self._reader, self._read_engine), (self._look_up, self._look_up_engine)):
            await loop.run_in_executor(pool, engine.dispose)
        return bool(self._masks)

    async def submit(self, act: Act, author: Author) -> Result | Refusal:
        """See `Store`."""

        def task(connection: Connection) -> Result | Refusal:
            outcome = submit_signed_in(connection, act, author, self._centre)
            if isinstance(outcome, Refusal):
                connection.rollback()
            return outcome

        outcome = await self.write(task)
        self._watch.nudge()
        return outcome

    async def read(self, query: Callable[[Connection], T]) -> T:
        """See `Store`."""
        pool, engine = self._reader, self._read_engine
        if isinstance(query, LookUp):
            pool, engine = self._look_up, self._look_up_engine
        return await asyncio.get_running_loop().run_in_executor(pool, in_transaction, engine, query)

    async def write(self, task: Callable[[Connection], T]) -> T:
        """See `Store`."""

        def write_and_tell() -> T:
            self._watch.write_begins()
            try:
                return in_transaction(self._write_engine, task)
            finally:
                self._watch.tell_others()

        return await asyncio.get_running_loop().run_in_executor(self._writer, write_and_tell)

    async def change_password(self, author: Author, password: str) -> None:
        """See `Store`."""
        if not password:
            raise StoreError("bad_password", author.login)
        await self.write(lambda connection: reset_password(connection, author.login, password))

    async def wait_for_news(self) -> Notice:
        """See `Store`."""
        await self._watch.wait()
        await self._others.look()
        return Notice(by_sequence=True)

    @property
    def pulse(self) -> None:
        """See `Store`: a file has none."""

    def look_at(self, looks_at: LooksAt | None) -> None:
        """See `Store`."""
        self._others.tell(looks_at)

    def at_work(self) -> tuple[DeskSeen, ...]:
        """See `SeesOthers`."""
        return self._others.at_work

    def tell_kept(self, kept: int, since: datetime | None) -> None:
        """See `Store`: a file tells nobody."""

    def _put_masks(self, connection: sqlite3.Connection, _record: object) -> None:
        for statement in self._masks:
            connection.execute(statement)

    async def close(self) -> None:
        """See `Store`."""
        self._watch.close()
        await self._others.close()
        loop = asyncio.get_running_loop()
        for pool in (self._writer, self._reader, self._look_up):
            await loop.run_in_executor(None, pool.shutdown)
        for engine in (self._write_engine, self._read_engine, self._look_up_engine):
            engine.dispose()


def in_transaction(engine: Engine, task: Callable[[Connection], T]) -> T:
    """Run a task in one transaction; the file's troubles become `StoreError`."""
    try:
        with engine.begin() as connection:
            return task(connection)
    except DBAPIError as error:
        problem = translated(error)
        if problem is None:
            raise
        raise problem from error
    except OSError as error:
        raise StoreError("unreachable", str(error)) from error
