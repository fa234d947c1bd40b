"""Bring a backup of a centre into an empty database of a server."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.commands import server
from desktop.runtime.commands.centre_backup import need_a_server
from desktop.runtime.settings import Settings
from desktop.store.postgres.address import Address
from desktop.store.postgres.backup import restore

translate = QCoreApplication.translate


def run(settings: Settings, file: Path, key: Path | None, as_login: str | None = None) -> int:
    """Bring it back, as the server's superuser. StoreError as `restore` has it."""
    need_a_server(settings)

    async def work(at: Address) -> tuple[str, ...]:
        return await restore(at, file, key)

    logins = server.carry_out(server.address(settings, as_login, server.SUPERUSER), work)
    done = translate("Backup", "{file} is in {database}. Now prove it: verify")
    terminal.say(done.format(file=file, database=settings.database))
    shut = translate("Backup", "Nobody can sign in until given a password (centre reset-password): {logins}")
    terminal.say(shut.format(logins=", ".join(logins)))
    return terminal.DONE
