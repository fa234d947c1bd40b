"""Bring a centre's file to this program's schema."""

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.settings import Settings
from desktop.store.migrations.upgrade import upgrade_file

translate = QCoreApplication.translate


def run(settings: Settings) -> int:
    """Upgrade the file that the settings name, once no desk has it open; a copy of it is kept."""
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
