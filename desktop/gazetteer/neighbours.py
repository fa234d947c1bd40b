"""The centres around a city: whom to tell of what happens beyond its border."""

import csv
from dataclasses import dataclass

from desktop.operations.packs import available_packs, pack_folder


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A neighbouring city's centre. `code`: the ministry's of the city, as 51.03; its public number."""

    code: str
    name: str
    telephone: str = ""


def neighbours_of(city: str) -> tuple[Neighbour, ...]:
    """What a city's pack says of them, in `neighbours.csv`; nothing where it has no such file."""
    if city not in available_packs() or not (file := pack_folder(city) / "neighbours.csv").is_file():
        return ()
    with file.open(encoding="utf-8", newline="") as rows:
        return tuple(Neighbour(row["code"], row["name"], row["telephone"]) for row in csv.DictReader(rows))
