"""Carrying out a command at a centre as one of its operators, who gives his password."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from desktop.operations.desk import Author, Desk
from desktop.runtime import terminal
from desktop.runtime.ids import new_id
from desktop.runtime.opening import look_into
from desktop.runtime.settings import Settings
from desktop.store.accounts import account, sign_in
from desktop.store.making import open_file
from desktop.store.postgres.entering import open_as
from desktop.store.sqlite_store import SqliteStore
from desktop.store.store import Store

PASSWORD = "KULKUL_OPERATOR_PASSWORD"

T = TypeVar("T")


def carry_out(
    settings: Settings,
    login: str,
    work: Callable[[Desk], Awaitable[T]],
    password_file: Path | None = None,
) -> T:
    """Do it; what comes of it. A training centre in a file asks for no password.

    StoreError `sign_in` when the password does not fit. OSError when its file cannot be read.
    """
    password: str | None = None
    if settings.on_server or not look_into(settings.database_file).centre.training:
        given = password_file.read_text(encoding="utf-8").strip("\r\n") if password_file is not None else ""
        password = given or terminal.known_password(login, PASSWORD)
    return asyncio.run(_carry_out(settings, login, password, work))


async def _carry_out(
    settings: Settings, login: str, password: str | None, work: Callable[[Desk], Awaitable[T]]
) -> T:
    store: Store = (
        await open_as(settings.database, login, password)
        if settings.on_server
        else open_file(settings.database_file)
    )
    try:
        return await work(Desk(store, await _author(store, login, password), new_id))
    finally:
        await store.close()


async def _author(store: Store, login: str, password: str | None) -> Author:
    if isinstance(store, SqliteStore):
        author = await store.read(lambda connection: sign_in(connection, login, password))
        await store.read_as(author)
        return author
    return await store.read(lambda connection: account(connection, login))  # who connected has signed in
