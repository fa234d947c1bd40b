"""Importing places into both databases: repeatable, newer files update, borders tell where places lie."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.places import PlaceKind
from desktop.gazetteer.borders import Borders
from desktop.gazetteer.files.features import FileError
from desktop.gazetteer.importing import import_file, source_of
from desktop.gazetteer.neighbours import Neighbour
from desktop.store.gazetteer import (
    gazetteer_version,
    read_borders,
    read_imports,
    read_loaded,
    read_places,
)
from desktop.store.gazetteer_into import Into, into_file, into_server
from desktop.store.postgres.engine import address_of
from desktop.store.problems import StoreError
from tests.store.backends import make_staffed_file
from tests.store.server import Server

PEMECUTAN = "51.71.02.1003"


@pytest.fixture(params=["file", "server"])
def into(request: pytest.FixtureRequest, tmp_path: Path) -> Into:
    """The gazetteer of a centre in a file, and on a server as its administrator."""
    if request.param == "file":
        make_staffed_file(tmp_path / "centre.sqlite")
        return into_file(tmp_path / "centre.sqlite")
    server: Server = request.getfixturevalue("server")
    return into_server(address_of(server.url(request.getfixturevalue("database"), "dewa")))


def square(west: float, south: float, size: float, **tags: str) -> dict[str, Any]:
    """A border in GeoJSON: a square."""
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": tags, "geometry": geometry}


def road(name: str, *points: tuple[float, float]) -> dict[str, Any]:
    """A road in GeoJSON."""
    geometry = {"type": "LineString", "coordinates": [list(one) for one in points]}
    return {"type": "Feature", "properties": {"name": name, "fclass": "residential"}, "geometry": geometry}


def written(path: Path, features: Iterable[dict[str, Any]]) -> Path:
    """A file of these."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
    return path


UMAR = road("Jalan Teuku Umar", (115.20, -8.67), (115.21, -8.67))
BONJOL = road("Jalan Imam Bonjol", (115.20, -8.67), (115.20, -8.66))
MAWAR = road("Gang Mawar", (115.205, -8.665), (115.206, -8.665))
OWN = square(115.19, -8.68, 0.03, kode=PEMECUTAN, nama="Pemecutan")
BESIDE = square(115.22, -8.68, 0.03, kode="51.03.06.2004", nama="Dalung")


async def test_the_same_file_changes_nothing_and_a_newer_one_updates(into: Into, tmp_path: Path) -> None:
    file = written(tmp_path / "roads_osm2025.geojson", [UMAR, BONJOL])
    first = await import_file(into, file, "Denpasar")
    assert (first.counts["added"], first.unchanged) == (3, False)
    version = await into.ask(gazetteer_version)
    assert (await import_file(into, file, "Denpasar")).unchanged
    assert await into.ask(gazetteer_version) == version
    newer = written(tmp_path / "roads_osm2026.geojson", [UMAR, MAWAR])
    second = await import_file(into, newer, "Denpasar")
    assert second.source == first.source == source_of(file)
    assert {word: second.counts[word] for word in ("added", "removed")} == {"added": 1, "removed": 2}
    assert sorted(one.name for one in await into.ask(read_places)) == ["Gang Mawar", "Jalan Teuku Umar"]
    assert await into.ask(gazetteer_version) != version
    assert [one.file for one in await into.ask(read_imports)] == [file.name, newer.name]


async def test_a_file_with_nothing_of_the_city_takes_nothing_away(into: Into, tmp_path: Path) -> None:
    await import_file(into, written(tmp_path / "roads_osm2025.geojson", [UMAR]), "Denpasar")
    nameless = road("", (115.2, -8.66), (115.2, -8.65))
    for at, features in enumerate(([], [nameless])):
        file = written(tmp_path / f"roads_osm202{6 + at}.geojson", features)
        with pytest.raises(FileError) as raised:
            await import_file(into, file, "Denpasar")
        assert raised.value.code == "empty"
    assert [one.name for one in await into.ask(read_places)] == ["Jalan Teuku Umar"]


async def test_all_that_was_left_out_is_told_of_a_file_with_borders_and_roads(
    into: Into, tmp_path: Path
) -> None:
    odd = square(115.19, -8.68, 0.03, admin_level="99", nama="Dusun")
    file = written(tmp_path / "both.geojson", [OWN, odd, MAWAR, road("", (115.2, -8.66), (115.2, -8.65))])
    assert (await import_file(into, file, "Denpasar")).skipped == {"border_level": 1, "no_name": 1}


async def test_borders_tell_where_places_lie(into: Into, tmp_path: Path) -> None:
    await import_file(into, written(tmp_path / "roads.geojson", [MAWAR]), "Denpasar")
    assert [one.area for one in await into.ask(read_places)] == [None]
    loaded = await into.ask(read_loaded)
    assert (loaded.places, loaded.borders) == ({PlaceKind.ALLEY: 1}, {})
    done = await import_file(into, written(tmp_path / "borders.geojson", [OWN, BESIDE]), "Denpasar")
    assert {word: done.counts[word] for word in ("borders_added", "areas_set")} == {
        "borders_added": 2,
        "areas_set": 1,
    }
    assert [one.area for one in await into.ask(read_places)] == [PEMECUTAN]
    borders = Borders(await into.ask(read_borders), {PEMECUTAN}, [Neighbour("51.03", "Badung", "112")])
    inside, near = borders.locate(-8.67, 115.20), borders.locate(-8.67, 115.2205)
    assert inside is not None
    assert (inside.area, inside.near) == (PEMECUTAN, ())
    assert near is not None
    assert (near.area, near.near, near.outside, near.telephone) == (
        None,
        (PEMECUTAN,),
        "Dalung, Badung",
        "112",
    )


async def test_only_an_administrator_imports(server: Server, database: str, tmp_path: Path) -> None:
    into = into_server(address_of(server.url(database, "citra")))
    with pytest.raises(StoreError) as caught:
        await import_file(into, written(tmp_path / "roads.geojson", [UMAR]), "Denpasar")
    assert caught.value.code == "not_allowed"
    assert await into.ask(read_places) == ()


def test_without_borders_of_the_city_nothing_is_told() -> None:
    assert Borders((), {PEMECUTAN}).locate(-8.67, 115.2) is None
