"""Bring map data into a centre's gazetteer."""

import asyncio
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.gazetteer.files.features import FileError
from desktop.gazetteer.importing import Imported, import_file
from desktop.runtime import terminal
from desktop.runtime.commands import gazetteer_words, server
from desktop.runtime.opening import look_into
from desktop.runtime.settings import Settings
from desktop.store.gazetteer import Loaded, read_loaded
from desktop.store.gazetteer_into import Into, into_file, into_server
from desktop.store.postgres.address import Address
from desktop.store.postgres.keeping import read_facts

translate = QCoreApplication.translate


def run(settings: Settings, file: Path, source: str = "", as_login: str | None = None) -> int:
    """Import the file and say what came of it."""
    try:
        if settings.on_server:

            async def work(at: Address) -> tuple[Imported, Loaded]:
                facts = await read_facts(at)
                return await _import(into_server(at), file, facts.centre.name, source)

            at = server.address(settings, as_login, server.ADMINISTRATOR)
            imported, loaded = server.carry_out(at, work)
        else:
            name = look_into(settings.database_file).centre.name
            imported, loaded = asyncio.run(_import(into_file(settings.database_file), file, name, source))
    except FileError as error:
        terminal.complain(gazetteer_words.of_file(error, file))
        return terminal.WRONG
    for line in gazetteer_words.of_import(imported):
        terminal.say(line)
    if not loaded.borders:
        terminal.say(gazetteer_words.no_borders())
    return terminal.DONE


async def _import(into: Into, file: Path, city: str, source: str) -> tuple[Imported, Loaded]:
    imported = await import_file(into, file, city, source=source, progress=_progress)
    return imported, await into.ask(read_loaded)


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        text = translate("Gazetteer", "{done} of {total} places written").format(done=done, total=total)
        print(f"\r{text}", end="\n" if done == total else "", file=sys.stderr, flush=True)
