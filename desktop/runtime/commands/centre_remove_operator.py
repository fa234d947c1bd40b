"""Let somebody no longer sign in at a centre."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.centres import shut_account
from desktop.runtime.commands import server
from desktop.runtime.settings import Settings
from desktop.store.postgres import accounts
from desktop.store.postgres.address import Address
from desktop.store.postgres.keeping import change

translate = QCoreApplication.translate


def run(settings: Settings, login: str, as_login: str | None = None) -> int:
    """Shut an account; what the operator wrote keeps the name. StoreError `not_found` when there is none."""
    if settings.on_server:

        async def remove(at: Address) -> None:
            await change(at, partial(accounts.remove_operator, login=login))
            await change(at, partial(accounts.end_sessions, login=login))

        server.carry_out(server.address(settings, as_login, server.ADMINISTRATOR), remove)
    else:
        shut_account(settings.database_file, login)
    terminal.say(translate("Centre", "{login} can no longer sign in").format(login=login))
    return terminal.DONE
