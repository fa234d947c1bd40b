"""Bring roads into a centre: travel times are then reckoned by them."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.gazetteer.files.features import FileError
from desktop.roads.importing import Imported, import_roads
from desktop.runtime import terminal
from desktop.runtime.commands import server
from desktop.runtime.opening import look_into
from desktop.runtime.settings import Settings
from desktop.store.gazetteer_into import into_file, into_server
from desktop.store.postgres.address import Address

translate = QCoreApplication.translate


def run(settings: Settings, file: Path, as_login: str | None = None) -> int:
    """Import the file and say what came of it."""
    try:
        if settings.on_server:

            async def work(at: Address) -> Imported:
                return await import_roads(into_server(at), file)

            at = server.address(settings, as_login, server.ADMINISTRATOR)
            imported = server.carry_out(at, work)
        else:
            look_into(settings.database_file)
            imported = asyncio.run(import_roads(into_file(settings.database_file), file))
    except FileError as error:
        terminal.complain(_of_file(error, file))
        return terminal.WRONG
    for line in _lines(imported):
        terminal.say(line)
    return terminal.DONE


def _lines(imported: Imported) -> list[str]:
    if imported.again:
        return [translate("Roads", "the centre has just these roads already")]
    told = translate("Roads", "{ways} ways, {kilometres} km: {nodes} nodes, {edges} edges, {size} KiB")
    lines = [
        told.format(
            ways=imported.ways,
            kilometres=round(imported.kilometres),
            nodes=imported.nodes,
            edges=imported.edges,
            size=-(-imported.size // 1024),
        )
    ]
    if imported.cut_off:
        cut_off = translate("Roads", "left out: {count} nodes that are cut off from the rest")
        lines.append(cut_off.format(count=imported.cut_off))
    return [*lines, translate("Roads", "desks take them within a minute")]


def _of_file(error: FileError, file: Path) -> str:
    texts = {
        "form": translate("Roads", "{file}: roads are read from .osm.pbf, GeoJSON or CSV"),
        "columns": translate("Roads", "{file}: edges need their nodes beside them: {detail}"),
        "empty": translate("Roads", "{file}: there is no road in it that is driven"),
        "broken": translate("Roads", "{file} cannot be read: {detail}"),
    }
    return texts[error.code].format(file=file.name, detail=error.detail)
