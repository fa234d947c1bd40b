"""Commands that work on a centre on a server, as a login of it."""

import asyncio
import getpass
import os
from collections.abc import Awaitable, Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.settings import Settings
from desktop.store.postgres.address import Address, check_address
from desktop.store.problems import StoreError

PASSWORD = "KULKUL_DATABASE_PASSWORD"
"""The variable with the password of the login that a command signs in as."""

SUPERUSER, ADMINISTRATOR = "postgres", "admin"
"""Who commands sign in as where nobody is named: as the server's installation and `centre new` call them."""

T = TypeVar("T")

translate = QCoreApplication.translate


def address(settings: Settings, as_login: str | None, otherwise: str) -> Address:
    """The server that the settings name, for a login: that asked for, the address's own, or `otherwise`."""
    found = check_address(settings.database)
    return found.signed_in(as_login or found.login or otherwise, os.environ.get(PASSWORD) or None)


def carry_out(at: Address, work: Callable[[Address], Awaitable[T]]) -> T:
    """Do the work as the login. The password is asked for where the server wants one and a person is there.

    StoreError as the work has it.
    """

    async def once(signed_in: Address) -> T:
        return await work(signed_in)

    try:
        return asyncio.run(once(at))
    except StoreError as error:
        if error.code != "sign_in" or at.password is not None or not terminal.somebody_is_there():
            raise
    question = translate("Terminal", "Password for {login}: ").format(login=at.login)
    return asyncio.run(once(at.signed_in(at.login, getpass.getpass(question))))
