"""The imported places as they lie on the workstation: read without the server, and sooner than from it.

Map data are public; what operators keep is not among them. A copy that cannot be read is none.
"""

import asyncio
import gzip
import json
import logging
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.domain.places import Border, BorderLevel, Place, PlaceKind
from desktop.store.kept.disk import replace_file
from desktop.store.problems import StoreError

log = logging.getLogger(__name__)
_FORM = 1


@dataclass(frozen=True, slots=True)
class Copy:
    """What was imported up to a version of the gazetteer."""

    version: str
    places: tuple[Place, ...]
    borders: tuple[Border, ...]


class Copying:
    """One file, read and written in a thread of its own each time."""

    def __init__(self, file: Path) -> None:
        self._file = file

    async def read(self) -> Copy | None:
        """The copy; None where there is none that can be read."""
        return await asyncio.to_thread(self._read)

    async def write(self, copy: Copy) -> None:
        """Put a copy in place of the one before; a disk that takes none is only noted in the log."""
        await asyncio.to_thread(self._write, copy)

    def _read(self) -> Copy | None:
        try:
            with gzip.open(self._file, "rt", encoding="utf-8") as file:
                found = json.load(file)
            if found["form"] != _FORM:
                return None
            places = tuple(_place(one) for one in found["places"])
            borders = tuple(_border(one) for one in found["borders"])
            return Copy(found["version"], places, borders)
        except FileNotFoundError:
            return None
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError) as error:
            log.warning("the copy of the places cannot be read: %s", type(error).__name__)
            return None

    def _write(self, copy: Copy) -> None:
        whole = {
            "form": _FORM,
            "version": copy.version,
            "places": [_values(one) for one in copy.places],
            "borders": [_border_values(one) for one in copy.borders],
        }
        content = gzip.compress(json.dumps(whole, ensure_ascii=False).encode(), compresslevel=3)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, content)
        except (OSError, StoreError) as error:
            log.warning("the copy of the places cannot be written: %s", type(error).__name__)


def _values(one: Place) -> list[Any]:
    return [one.id, one.name, one.kind, one.aliases, one.area, one.latitude, one.longitude, one.street]


def _place(values: Iterable[Any]) -> Place:
    row, name, kind, aliases, area, latitude, longitude, street = values
    return Place(
        id=row,
        name=name,
        kind=PlaceKind(kind),
        aliases=tuple(aliases),
        area=area,
        latitude=latitude,
        longitude=longitude,
        street=street,
    )


def _border_values(one: Border) -> list[Any]:
    return [one.id, one.name, one.level, one.shape, one.parent, one.city]


def _border(values: Iterable[Any]) -> Border:
    row, name, level, shape, parent, city = values
    return Border(id=row, name=name, level=BorderLevel(level), shape=shape, parent=parent, city=city)
