"""Roads: read from each form, made one graph, and reckoned against their direction."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.distance import metres_between
from desktop.gazetteer.files.features import FileError
from desktop.roads.building import Built, build
from desktop.roads.files import read_ways
from desktop.roads.graph import RoadGraph, pack, unpack
from desktop.roads.travel import Travel
from desktop.roads.ways import RoadWay

A, B, C = (-8.650, 115.200), (-8.650, 115.210), (-8.660, 115.210)
"""A street from A to B, a one-way street from B to C, and an alley from C to A."""
ISLAND = ((-8.70, 115.30), (-8.70, 115.301))


def _csv(folder: Path) -> Path:
    spots = (A, B, C, *ISLAND)
    nodes = [f"{at},{longitude},{latitude}" for at, (latitude, longitude) in enumerate(spots)]
    (folder / "city_nodes.csv").write_text("\n".join(["node_id,lon,lat", *nodes]))
    edges = [
        "0,1,,primary,B",
        "1,2,,residential,F",
        "2,0,3600,service,B",
        "0,2,10,footway,B",
        "3,4,,service,B",
    ]
    path = folder / "city_edges.csv.gz"
    path.write_bytes(gzip.compress("\n".join(["from,to,length_m,fclass,oneway", *edges]).encode()))
    nodes_file = folder / "city_nodes.csv"
    (folder / "city_nodes.csv.gz").write_bytes(gzip.compress(nodes_file.read_bytes()))
    return path


def _geojson(folder: Path) -> Path:
    def line(*spots: tuple[float, float], **tags: str) -> dict[str, object]:
        coordinates = [[longitude, latitude] for latitude, longitude in spots]
        return {
            "type": "Feature",
            "properties": tags,
            "geometry": {"type": "LineString", "coordinates": coordinates},
        }

    features = [
        line(A, B, fclass="primary", oneway="B"),
        line(B, C, highway="residential", oneway="yes"),
        line(C, A, highway="service"),
        line(A, C, highway="steps"),
        line(*ISLAND, highway="service"),
    ]
    path = folder / "city.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return path


def _osm(folder: Path) -> Path:
    spots = (A, B, C, *ISLAND)
    nodes = [
        f'<node id="{at + 1}" lat="{lat}" lon="{lon}" version="1"/>' for at, (lat, lon) in enumerate(spots)
    ]
    ways = [
        ((1, 2), {"highway": "primary"}),
        ((2, 3), {"highway": "residential", "oneway": "yes"}),
        ((3, 1), {"highway": "service"}),
        ((1, 3), {"highway": "footway"}),
        ((4, 5), {"highway": "service"}),
    ]
    told = [
        f'<way id="{at + 1}" version="1">'
        + "".join(f'<nd ref="{ref}"/>' for ref in refs)
        + "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())
        + "</way>"
        for at, (refs, tags) in enumerate(ways)
    ]
    path = folder / "city.osm"
    path.write_text(f'<osm version="0.6">{"".join(nodes)}{"".join(told)}</osm>')
    return path


@pytest.mark.parametrize("make", [_csv, _geojson, _osm])
def test_each_form_gives_the_same_ways_and_they_are_driven_as_they_may_be(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    built = build(read_ways(make(tmp_path)))
    assert (built.ways, built.graph.nodes, built.graph.edges, built.cut_off) == (4, 3, 5, 2)
    times = Travel(_again(built)).seconds(B, (A, C), 3600)
    assert times is not None
    to_b = metres_between(*A, *B) / 40 * 3.6
    assert times[A] == pytest.approx(to_b, rel=0.01)
    from_c = times[C]
    assert from_c is not None
    assert from_c > to_b + 200, "against the one-way street nobody drives: by the alley and the street"
    assert Travel(built.graph).seconds(B, (A, C), to_b + 5) == {A: pytest.approx(to_b, rel=0.01), C: None}


def _again(built: Built) -> RoadGraph:
    graph = unpack(pack(built.graph))
    assert graph is not None
    return graph


def test_a_place_beside_the_road_is_reached_and_one_far_off_is_not_of_these_roads() -> None:
    travel = Travel(build([RoadWay((1, 2), (A, B), 30)]).graph)
    beside = (-8.653, 115.200)
    times = travel.seconds(A, (beside, B), 3600)
    assert times is not None
    assert times[beside] == pytest.approx(metres_between(*A, *beside) * 1.4 / 30 * 3.6, rel=0.01)
    assert travel.seconds((-8.75, 115.2), (A,), 3600) is None


def test_a_long_bend_has_nodes_of_its_own() -> None:
    spots = [(-8.65, 115.2 + 0.001 * at) for at in range(10)]
    graph = build([RoadWay(range(10), spots, 30)]).graph
    assert 3 < graph.nodes < 10


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("roads.txt", "", "form"),
        ("edges.csv", "from,to\n", "columns"),
        ("roads.geojson", "{", "broken"),
        ("roads.geojson", '{"type": "FeatureCollection", "features": []}', "empty"),
        ("roads.osm", "<osm", "broken"),
    ],
)
def test_a_file_without_roads_says_why(name: str, text: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(FileError) as caught:
        build(read_ways(path))
    assert caught.value.code == code
