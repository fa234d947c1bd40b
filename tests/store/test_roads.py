"""Roads in both databases: one row, imported by administrators; just the same again changes nothing."""

import json
from pathlib import Path

import pytest

from desktop.roads.graph import unpack
from desktop.roads.importing import import_roads
from desktop.store.gazetteer_into import Into, into_file, into_server
from desktop.store.postgres.engine import address_of
from desktop.store.problems import StoreError
from desktop.store.roads import read_road_import, read_roads, roads_version
from tests.store.backends import make_staffed_file
from tests.store.server import Server


def _file(folder: Path, name: str, *longitudes: float) -> Path:
    coordinates = [[longitude, -8.67] for longitude in longitudes]
    geometry = {"type": "LineString", "coordinates": coordinates}
    feature = {"type": "Feature", "properties": {"highway": "residential"}, "geometry": geometry}
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


@pytest.fixture(params=["file", "server"])
def into(request: pytest.FixtureRequest, tmp_path: Path) -> Into:
    """A centre in a file, and on a server as its administrator."""
    if request.param == "file":
        make_staffed_file(tmp_path / "centre.sqlite")
        return into_file(tmp_path / "centre.sqlite")
    server: Server = request.getfixturevalue("server")
    return into_server(address_of(server.url(request.getfixturevalue("database"), "dewa")))


async def test_an_import_takes_the_place_of_the_one_before(into: Into, tmp_path: Path) -> None:
    assert await into.ask(read_roads) is None
    file = _file(tmp_path, "roads.geojson", 115.20, 115.21)
    assert not (await import_roads(into, file)).again
    version, first = await into.ask(roads_version), await into.ask(read_road_import)
    assert first is not None
    assert (await import_roads(into, file)).again
    assert await into.ask(roads_version) == version
    await import_roads(into, _file(tmp_path, "more.geojson", 115.20, 115.21, 115.22))
    known = await into.ask(read_road_import)
    assert known is not None
    assert (known.file, known.nodes, known.edges) == ("more.geojson", 3, 4)
    assert known.number > first.number
    assert await into.ask(roads_version) == known.digest != version
    body = await into.ask(read_roads)
    assert body is not None
    graph = unpack(body)
    assert graph is not None
    assert graph.nodes == 3


async def test_only_an_administrator_imports(server: Server, database: str, tmp_path: Path) -> None:
    into = into_server(address_of(server.url(database, "citra")))
    with pytest.raises(StoreError) as caught:
        await import_roads(into, _file(tmp_path, "roads.geojson", 115.20, 115.21))
    assert caught.value.code == "not_allowed"
