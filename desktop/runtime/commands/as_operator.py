"""Carrying out a command at a centre as one of its operators, who gives his password."""

import asyncio
from collections.abc import Awaitable, Callable

from desktop.operations.desk import Desk
from desktop.runtime import terminal
from desktop.runtime.ids import new_id
from desktop.runtime.opening import look_into
from desktop.runtime.settings import Settings
from desktop.store.accounts import account, sign_in
from desktop.store.making import open_file
from desktop.store.postgres.entering import open_as
from desktop.store.store import Store

PASSWORD = "KULKUL_OPERATOR_PASSWORD"


def carry_out(settings: Settings, login: str, work: Callable[[Desk], Awaitable[int]]) -> int:
    """Do it; the exit code. A training centre in a file asks for no password.

    StoreError `sign_in` when the password does not fit.
    """
    password: str | None = None
    if settings.on_server or not look_into(settings.database_file).centre.training:
        password = terminal.known_password(login, PASSWORD)
    return asyncio.run(_carry_out(settings, login, password, work))


async def _carry_out(
    settings: Settings, login: str, password: str | None, work: Callable[[Desk], Awaitable[int]]
) -> int:
    store: Store = (
        await open_as(settings.database, login, password)
        if settings.on_server
        else open_file(settings.database_file)
    )
    try:
        if settings.on_server:  # who may connect there has signed in
            author = await store.read(lambda connection: account(connection, login))
        else:
            author = await store.read(lambda connection: sign_in(connection, login, password))
        return await work(Desk(store, author, new_id))
    finally:
        await store.close()
