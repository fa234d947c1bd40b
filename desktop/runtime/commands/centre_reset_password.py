"""Give an operator another password."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.centres import give_password
from desktop.runtime.commands import server
from desktop.runtime.settings import Settings
from desktop.store.postgres import accounts
from desktop.store.postgres.address import Address
from desktop.store.postgres.keeping import change

PASSWORD = "KULKUL_OPERATOR_PASSWORD"

translate = QCoreApplication.translate


def run(settings: Settings, login: str, as_login: str | None = None) -> int:
    """Give an operator another password; what is open stays open. StoreError `not_found` if there is none."""
    password = terminal.password(login, PASSWORD)
    if settings.on_server:

        async def reset(at: Address) -> None:
            await change(at, partial(accounts.reset_password, login=login, password=password))

        server.carry_out(server.address(settings, as_login, server.ADMINISTRATOR), reset)
    else:
        give_password(settings.database_file, login, password)
    terminal.say(translate("Centre", "{login} has another password").format(login=login))
    return terminal.DONE
