"""A centre's gazetteer as an import sees it: in a file or on a server, each step a transaction of its own."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from desktop.domain.places import Border, Place
from desktop.domain.reference import Area
from desktop.store.gazetteer import Present, read_present
from desktop.store.gazetteer_write import begin_import, drop_rows, finish_import, put_rows
from desktop.store.making import INSTALLER, open_file
from desktop.store.postgres.address import Address
from desktop.store.postgres.keeping import change
from desktop.store.queries import read_records
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction

T = TypeVar("T")


class Into:
    """The gazetteer of one centre, to write into. StoreError from each method."""

    def __init__(self, run: Callable[[Callable[[Connection], Any]], Awaitable[Any]]) -> None:
        self._run = run

    async def ask(self, task: Callable[[Connection], T]) -> T:
        """Run a task in one transaction."""
        found: T = await self._run(task)
        return found

    async def present(self) -> Present:
        """All that was imported before."""
        return await self.ask(read_present)

    async def areas(self) -> Mapping[str, Area]:
        """The centre's areas by code."""
        return {one.id: one for one in await self.ask(lambda connection: read_records(connection, Area))}

    async def begin(self, source: str, file: str, digest: str) -> int:
        """Enter an import in the log; its number."""
        task = partial(begin_import, source=source, file=file, digest=digest, by=INSTALLER.login)
        return await self.ask(task)

    async def put(
        self, places: Sequence[tuple[Place, str]], borders: Sequence[tuple[Border, str]] = ()
    ) -> None:
        """Write places and borders, each with its source."""
        await self.ask(partial(put_rows, places=places, borders=borders))

    async def drop(self, places: Collection[str], borders: Collection[str] = ()) -> None:
        """Take places and borders out, by their ids."""
        await self.ask(partial(drop_rows, places=places, borders=borders))

    async def finish(self, number: int, counts: Mapping[str, int]) -> None:
        """Let the desks read what was imported."""
        await self.ask(partial(finish_import, number=number, counts=counts))


def into_file(path: Path) -> Into:
    """The gazetteer of a centre in a file. StoreError as `open_file` has it."""

    async def run(task: Callable[[Connection], T]) -> T:
        await open_file(path).close()
        engine = engine_for(path, writes=True)
        try:
            return in_transaction(engine, task)
        finally:
            engine.dispose()

    return Into(run)


def into_server(address: Address) -> Into:
    """The gazetteer of a centre on a server, as the login in the address."""
    return Into(partial(change, address))
