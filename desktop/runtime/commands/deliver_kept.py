"""Deliver what another workstation had kept and wrote into a file."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.operations.outage import Status
from desktop.runtime import terminal
from desktop.runtime.commands.centre_backup import need_a_server
from desktop.runtime.commands.export_kept import PASSWORD
from desktop.runtime.server_door import ServerDoor
from desktop.runtime.settings import Settings
from desktop.store.kept.export import read_export
from desktop.store.problems import StoreError

translate = QCoreApplication.translate


def run(settings: Settings, file: Path, key: Path, login: str) -> int:
    """Deliver the acts, as the operator. StoreError of the server, or of the file."""
    need_a_server(settings)
    password = terminal.known_password(login, PASSWORD)
    taken, status = asyncio.run(_deliver(settings, file, key, login, password))
    text = translate("Kept", "{count} acts were new here; {waiting} did not fit and wait for a decision.")
    terminal.say(text.format(count=taken, waiting=status.waiting))
    return terminal.DONE


async def _deliver(
    settings: Settings, file: Path, key: Path, login: str, password: str
) -> tuple[int, Status]:
    entered = await ServerDoor(settings.database, settings.places).enter(login, password)
    services = entered.services
    try:
        kept = services.kept
        assert kept is not None
        if kept.status.detached:
            raise StoreError("unreachable")
        taken = await kept.take_in(read_export(file, services.store.centre.id, key))
        changed = asyncio.Event()
        kept.listen(changed.set)
        while kept.status.kept > kept.status.waiting:
            await changed.wait()
            changed.clear()
        return taken, kept.status
    finally:
        await services.close()
