"""Write everything of a centre on a server into a file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.commands import server
from desktop.runtime.settings import Settings
from desktop.store.postgres.address import Address
from desktop.store.postgres.backup import back_up

translate = QCoreApplication.translate


def need_a_server(settings: Settings) -> None:
    """NotGivenError where the settings name a file: that is copied, not backed up."""
    if not settings.on_server:
        text = translate("Backup", "this is for a centre on a server: --database {server}; a file is copied")
        raise terminal.NotGivenError(text.format(server="postgresql://…"))


def run(settings: Settings, file: Path, key: Path | None, as_login: str | None = None) -> int:
    """Write the backup, as the server's superuser. StoreError as `back_up` has it."""
    need_a_server(settings)

    async def work(at: Address) -> int:
        return await back_up(at, file, key)

    size = server.carry_out(server.address(settings, as_login, server.SUPERUSER), work)
    text = translate("Backup", "{file}: {size} MB")
    terminal.say(text.format(file=file, size=f"{size / 1e6:.1f}"))
    if key is None:
        warning = translate(
            "Backup", "Mind: it is not encrypted, and holds callers' data. With --key it would be."
        )
        terminal.say(warning)
    return terminal.DONE
