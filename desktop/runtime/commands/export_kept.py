"""Write what this workstation could not deliver into a file, sealed for the centre, for another desk."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.commands.centre_backup import need_a_server
from desktop.runtime.outage_keeping import keeping_here
from desktop.runtime.settings import Settings
from desktop.store.kept.export import export_kept

translate = QCoreApplication.translate

PASSWORD = "KULKUL_OPERATOR_PASSWORD"
"""The variable with the operator's password or PIN."""


def run(settings: Settings, file: Path, key: Path, login: str) -> int:
    """Write the file, as an operator who signed in here lately. StoreError `sign_in`, `exists`, `bad_key`."""
    need_a_server(settings)
    word = terminal.known_password(login, PASSWORD)
    keeping, centre = keeping_here(settings.places, settings.database, login, word, datetime.now(UTC))
    try:
        count = export_kept(keeping.outbox, centre, key, file)
    finally:
        keeping.outbox.close()
    text = translate("Kept", "{count} acts are in {file}. Deliver them at another desk: deliver-kept {file}")
    terminal.say(text.format(count=count, file=file))
    return terminal.DONE
