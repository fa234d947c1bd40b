"""Bring a centre to this program's schema."""

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.settings import Settings
from desktop.store.migrations.upgrade import upgrade_file

translate = QCoreApplication.translate


def run(settings: Settings, as_login: str | None = None) -> int:
    """Upgrade the server's database, also with desks at work; or the file, once no desk has it open.

    Of the file a copy is kept.
    """
    if settings.on_server:
        from desktop.runtime.commands import server  # a file needs nothing of it
        from desktop.store.postgres.making import upgrade_server

        server.carry_out(server.address(settings, as_login, server.SUPERUSER), upgrade_server)
        done = translate("Centre", "{database} is at this program's version; desks go on")
        terminal.say(done.format(database=settings.database))
        return terminal.DONE
    file = settings.database_file
    copy = upgrade_file(file)
    if copy is None:
        said = translate("Centre", "{file} needs no upgrade").format(file=file)
    else:
        said = translate("Centre", "{file} is upgraded; as it was before: {copy}").format(
            file=file, copy=copy
        )
    terminal.say(said)
    return terminal.DONE
