"""Reading a centre's database for a command, whichever it is."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from desktop.domain.centre import Centre
from desktop.runtime.commands import server
from desktop.runtime.settings import Settings
from desktop.store.making import open_file
from desktop.store.postgres.address import Address
from desktop.store.postgres.line import NO_DESK
from desktop.store.postgres.making import open_postgres
from desktop.store.store import Store

T = TypeVar("T")


def read_centre(settings: Settings, as_login: str | None, query: Callable[[Any], T]) -> tuple[Centre, T]:
    """The centre that the settings name, and what the query finds there. StoreError."""

    async def look(store: Store) -> tuple[Centre, T]:
        try:
            return store.centre, await store.read(query)
        finally:
            await store.close()

    async def on_server(at: Address) -> tuple[Centre, T]:
        return await look(await open_postgres(at, workstation=NO_DESK))

    async def in_file() -> tuple[Centre, T]:
        return await look(open_file(settings.database_file))

    if settings.on_server:
        return server.carry_out(server.address(settings, as_login, server.ADMINISTRATOR), on_server)
    return asyncio.run(in_file())
