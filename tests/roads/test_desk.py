"""A desk takes the centre's roads, others when they are imported, and its copy of them without the server."""

import asyncio
import hashlib
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from desktop.roads.copying import RoadCopy, read_copy, write_copy
from desktop.roads.desk import RoadSearch
from desktop.roads.importing import import_roads
from desktop.store.gazetteer_into import into_file
from desktop.store.making import open_file
from desktop.store.roads import read_road_import
from tests.store.backends import make_staffed_file


def _packed(**arrays: list[int]) -> bytes:
    file = BytesIO()
    np.savez_compressed(file, allow_pickle=False, **{name: np.array(one) for name, one in arrays.items()})
    return file.getvalue()


async def _import(centre: Path, *longitudes: float) -> None:
    geometry = {"type": "LineString", "coordinates": [[one, -8.67] for one in longitudes]}
    feature = {"type": "Feature", "properties": {"highway": "residential"}, "geometry": geometry}
    file = centre.with_name("roads.geojson")
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    await import_roads(into_file(centre), file)


async def _until_read(centre: Path, copy: Path, *, away: bool = False) -> bool:
    """Whether a desk that starts now reckons by road; it tells of roads within some seconds, or has none."""
    told = asyncio.Event()
    store, roads = open_file(centre), RoadSearch()
    following = asyncio.create_task(roads.follow(store, lambda: away, told.set, copy))
    try:
        await asyncio.wait_for(told.wait(), 20)
        return roads.has_roads
    finally:
        following.cancel()
        roads.close()
        await store.close()


async def test_the_copy_serves_a_start_without_the_server_and_follows_imports(tmp_path: Path) -> None:
    centre, copy = tmp_path / "centre.sqlite", tmp_path / "copies" / "centre.roads"
    make_staffed_file(centre)
    await _import(centre, 115.20, 115.21)
    assert await _until_read(centre, copy)
    first = read_copy(copy)
    assert first is not None
    assert await _until_read(centre, copy, away=True)
    await _import(centre, 115.20, 115.21, 115.22)
    assert await _until_read(centre, copy)
    second = read_copy(copy)
    assert second is not None
    assert second.version != first.version


async def test_a_copy_from_before_a_restore_is_not_taken_for_roads_of_the_same_number(tmp_path: Path) -> None:
    centre, copy = tmp_path / "centre.sqlite", tmp_path / "centre.roads"
    make_staffed_file(centre)
    backup = centre.read_bytes()
    await _import(centre, 115.20, 115.21)
    assert await _until_read(centre, copy)
    centre.write_bytes(backup)
    await _import(centre, 115.20, 115.21, 115.22)
    assert await _until_read(centre, copy)
    known, kept = await into_file(centre).ask(read_road_import), read_copy(copy)
    assert known is not None
    assert kept is not None
    assert (known.number, kept.version) == (1, known.digest)


@pytest.mark.parametrize("body", [b"no roads", b"PK\x03\x04 nor", _packed(format=[1]), _packed(form=[1])])
async def test_what_is_no_roads_leaves_the_straight_line(
    body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    roads = RoadSearch()
    with caplog.at_level("WARNING"):
        await roads.use(body)
    roads.close()
    assert not roads.has_roads
    assert "cannot be used" in caplog.text


@pytest.mark.parametrize("spoil", [lambda whole: whole[:-1], lambda _whole: b"", lambda whole: whole[1:]])
def test_a_copy_that_is_not_whole_is_none(
    spoil: Callable[[bytes], bytes], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "centre.roads"
    write_copy(file, b"roads")
    assert read_copy(file) == RoadCopy(hashlib.sha256(b"roads").hexdigest(), b"roads")
    file.write_bytes(spoil(file.read_bytes()))
    with caplog.at_level("WARNING"):
        assert read_copy(file) is None
    assert "not whole" in caplog.text
