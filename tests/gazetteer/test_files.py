"""Reading map data: what becomes of roads, places and borders in each form of file."""

import gzip
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import osmium
import pytest
from osmium.osm.mutable import Node, Relation, Way

from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.files.features import Feature, FileError, Point
from desktop.gazetteer.files.gather import City, Gathered, gather, read_features
from desktop.gazetteer.files.kinds import kind_of, kind_of_name, road_kind

MIDDLE = (115.22, -8.65)
EAST = 115.222
"""East of it lies the second kelurahan."""


def area_at(point: Point) -> str | None:
    """Two kelurahan, one beside the other."""
    return "51.71.02.1002" if point[0] > EAST else "51.71.02.1001"


BROKEN_INSIDE = gzip.compress(b"name", mtime=0)[:10] + b"\xff" * 20
CITY = City("Denpasar", MIDDLE, area_at)


def line(name: str, *points: Point, **tags: str) -> dict[str, Any]:
    """A piece of road in GeoJSON."""
    geometry = {"type": "LineString", "coordinates": [list(one) for one in points]}
    properties = {"name": name, "fclass": "residential", **tags}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def write(path: Path, features: Iterable[dict[str, Any]]) -> Path:
    """A file of GeoJSON."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
    return path


def gathered(path: Path) -> Gathered:
    """What a file holds."""
    return gather(read_features(path), CITY)


def named(found: Gathered, name: str) -> list[Place]:
    """The places of a name, by area."""
    return sorted((one for one in found.places.values() if one.name == name), key=lambda one: one.area or "")


TOWN = (
    line("Jalan Mawar", (115.220, -8.650), (115.221, -8.650), (115.223, -8.650), (115.224, -8.650)),
    line("Jalan Mawar", (115.224, -8.650), (115.225, -8.650)),
    line("Gang Melati", (115.221, -8.650), (115.221, -8.652)),
    line("Gang Melati", (115.260, -8.690), (115.260, -8.691)),
    line("", (115.260, -8.690), (115.261, -8.690)),
)


def test_pieces_become_roads_and_where_they_meet_junctions(tmp_path: Path) -> None:
    found = gathered(write(tmp_path / "town.geojson", TOWN))
    whole, west, east = named(found, "Jalan Mawar")
    assert (whole.kind, whole.area) == (PlaceKind.STREET, None)
    assert (west.area, east.area) == ("51.71.02.1001", "51.71.02.1002")
    assert area_at((west.longitude or 0.0, -8.65)) == west.area
    near, far = named(found, "Gang Melati")
    assert {near.kind, far.kind} == {PlaceKind.ALLEY}
    assert sorted((near.street, far.street)) == ["", "Jalan Mawar"]
    (junction,) = named(found, "Gang Melati – Jalan Mawar")
    assert (junction.kind, junction.latitude, junction.longitude) == (PlaceKind.JUNCTION, -8.65, 115.221)
    assert dict(found.skipped) == {"no_name": 1}
    again = gathered(write(tmp_path / "again.geojson", reversed(TOWN)))
    assert again.places == found.places


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        *(("Point", []), ("LineString", []), ("MultiLineString", [[]]), ("Polygon", [])),
        *(("Polygon", [[]]), ("MultiPolygon", [[[]]]), ("MultiPolygon", None)),
    ],
)
def test_what_has_nothing_in_its_geometry_is_left_out(
    tmp_path: Path, kind: str, coordinates: list[object] | None
) -> None:
    empty = {**line("Jalan Hampa"), "geometry": {"type": kind, "coordinates": coordinates}}
    found = gathered(write(tmp_path / "town.geojson", [empty, *TOWN]))
    assert named(found, "Jalan Hampa") == []
    assert len(named(found, "Jalan Mawar")) == 3


def test_ids_are_the_sources_and_nothing_of_what_borders_tell(tmp_path: Path) -> None:
    hall = {"type": "Feature", "id": "7", "geometry": {"type": "Point", "coordinates": [115.221, -8.651]}}
    features = [*TOWN, {**hall, "properties": {"name": "Banjar Kaja", "kind": "banjar"}}]
    path = write(tmp_path / "town.geojson", features)
    bare = gather(read_features(path), City("Denpasar", MIDDLE, lambda _: None))
    bordered = gathered(path)
    assert {one.name for one in bare.places.values()} == {one.name for one in bordered.places.values()}
    assert bare.places.keys() <= bordered.places.keys()
    for key, one in bare.places.items():
        assert (bordered.places[key].name, bordered.places[key].latitude) == (one.name, one.latitude)

    osm = osm_file(tmp_path / "uji.osm.pbf")
    (mosque,) = named(gathered(osm), "Masjid Al-Ikhlas")
    renamed = [
        replace(one, tags={**one.tags, "name": "Masjid Raya"}) if one.id == "n8" else one
        for one in read_features(osm)
    ]
    assert gather(renamed, CITY).places[mosque.id].name == "Masjid Raya"


def test_two_carriageways_meet_a_road_once(tmp_path: Path) -> None:
    roads = [
        line("Jalan Raya", (115.220, -8.650), (115.220, -8.651)),
        line("Jalan Raya", (115.2203, -8.651), (115.2203, -8.650)),
        line("Jalan Kecil", (115.220, -8.650), (115.2203, -8.650), (115.23, -8.650)),
    ]
    found = gathered(write(tmp_path / "roads.geojson", roads))
    assert len(named(found, "Jalan Kecil – Jalan Raya")) == 1


def test_a_table_of_places_with_wrong_points(tmp_path: Path) -> None:
    table = tmp_path / "rs.csv.gz"
    rows = (
        "kode_rs,nama,jenis,alamat,wilayah,lat,lon",
        "1,RSUD WANGAYA,,Jl. Kartini 133,KOTA DENPASAR,-8.6485,115.2106",
        "2,RS UMUM BHAKTI,,Jl. Gatot Subroto II,KOTA DENPASAR,-2.41,108.49",
        "3,RS LUAR,,Jl. Veteran,KOTA MAKASSAR,-5.14,119.41",
        '4,DENPASAR UTARA I,PUSKESMAS,"Jl. Angsoka, Kreneng",,"-8,645","115,222"',
        "5,,,,,-8.6,115.2",
    )
    table.write_bytes(gzip.compress("\n".join(rows).encode()))
    found = gathered(table)
    assert {(one.name, one.kind, one.street, one.latitude) for one in found.places.values()} == {
        ("RSUD Wangaya", PlaceKind.HOSPITAL, "Jl. Kartini 133", -8.6485),
        ("RS Umum Bhakti", PlaceKind.HOSPITAL, "Jl. Gatot Subroto II", None),
        ("Puskesmas Denpasar Utara I", PlaceKind.PUSKESMAS, "Jl. Angsoka, Kreneng", -8.645),
    }
    assert dict(found.skipped) == {"far_off": 2, "no_name": 1}


def test_a_list_of_street_names_and_edges_of_a_graph(tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name;highway\nJalan Kenanga;residential\nLorong 3;residential\n")
    found = gathered(names)
    assert {(one.name, one.kind, one.latitude) for one in found.places.values()} == {
        ("Jalan Kenanga", PlaceKind.STREET, None),
        ("Lorong 3", PlaceKind.ALLEY, None),
    }
    edges = tmp_path / "edges.csv"
    edges.write_text(
        'from,to,fclass,name,wkt\n1,2,residential,Jalan Utama,"LINESTRING(115.22 -8.65,115.2205 -8.65)"\n'
    )
    (road,) = gathered(edges).places.values()
    assert (road.name, road.kind, road.area) == ("Jalan Utama", PlaceKind.STREET, "51.71.02.1001")
    parts = '"MULTILINESTRING Z ((115.22 -8.65 3, 115.2205 -8.65 3), (115.2206 -8.65 3, 115.221 -8.65 3))"'
    edges.write_text(f"name,wkt\nJalan Utama,{parts}\n")
    (road,) = gathered(edges).places.values()
    assert (road.kind, road.latitude) == (PlaceKind.STREET, -8.65)


def osm_file(path: Path) -> Path:
    """A small extract: a street, a school as a building, a mosque, a border, a pole without a name."""
    corners = [(115.22, -8.65), (115.23, -8.65), (115.23, -8.66), (115.22, -8.66)]
    school = [(115.221, -8.651), (115.2212, -8.651), (115.2212, -8.6512)]
    with osmium.SimpleWriter(str(path)) as writer:
        for number, place in enumerate([*corners, *school], 1):
            writer.add_node(Node(id=number, location=place, version=1))
        mosque = {"amenity": "place_of_worship", "religion": "muslim", "name": "Masjid Al-Ikhlas"}
        writer.add_node(
            Node(id=8, location=(115.224, -8.655), version=1, tags={**mosque, "alt_name": "Langgar"})
        )
        writer.add_node(Node(id=9, location=(115.224, -8.655), version=1, tags={"man_made": "mast"}))
        street = {"highway": "residential", "name": "Jalan Uji"}
        writer.add_way(Way(id=1, nodes=[1, 2], version=1, tags=street))
        writer.add_way(Way(id=2, nodes=[5, 6, 7, 5], version=1, tags={"amenity": "school", "name": "SDN 3"}))
        writer.add_way(Way(id=3, nodes=[1, 2, 3, 4, 1], version=1))
        border = {"type": "boundary", "boundary": "administrative", "admin_level": "7", "name": "Uji Kaja"}
        writer.add_relation(Relation(id=1, members=[("w", 3, "outer")], version=1, tags=border))
    return path


def test_openstreetmap_is_read(tmp_path: Path) -> None:
    found = gathered(osm_file(tmp_path / "uji.osm.pbf"))
    places = {(one.name, one.kind) for one in found.places.values()}
    assert places == {
        ("Jalan Uji", PlaceKind.STREET),
        ("SDN 3", PlaceKind.SCHOOL),
        ("Masjid Al-Ikhlas", PlaceKind.MOSQUE),
    }
    (mosque,) = named(found, "Masjid Al-Ikhlas")
    assert mosque.aliases == ("Langgar",)
    (border,) = found.borders
    assert (border.name, border.tags["admin_level"]) == ("Uji Kaja", "7")
    assert len(border.polygons[0][0]) == 5


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.shp", b"", "form"),
        ("x.geojson", b"{", "broken"),
        ("x.geojson", b'{"type": "FeatureCollection"}', "broken"),
        ("x.csv", b"a,b\n1,2\n", "columns"),
        ("x.csv.gz", b"no gzip", "broken"),
        ("x.csv.gz", BROKEN_INSIDE, "broken"),
        ("x.geojson.gz", BROKEN_INSIDE, "broken"),
        ("x.csv", b'name,wkt\nJalan Utama,"LINESTRING(115.22 -8.65, x y)"\n', "broken"),
        ("x.csv", b'name,wkt\nJalan Utama,"LINESTRING(115.22 -8.65,)"\n', "broken"),
        ("x.osm.pbf", b"nothing of it", "broken"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileError) as raised:
        list(read_features(path))
    assert raised.value.code == code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Puskesmas II Denpasar Barat", PlaceKind.PUSKESMAS),
        ("RSUP Prof. Ngoerah", PlaceKind.HOSPITAL),
        ("SMPN 1 Denpasar", PlaceKind.SCHOOL),
        ("Pasar Badung", PlaceKind.MARKET),
        ("Pura Jagatnatha", PlaceKind.TEMPLE),
        ("Masjid Raya", PlaceKind.MOSQUE),
        ("Br. Kaja Sesetan", PlaceKind.BANJAR),
        ("Balai Banjar Tegal", PlaceKind.BANJAR),
        ("Pantai Sanur", PlaceKind.BEACH),
        ("Warung Bu Kadek", None),
        ("Manggis Jaya", None),
        ("Tkachenko", None),
    ],
)
def test_a_name_tells_the_kind(name: str, kind: PlaceKind | None) -> None:
    assert kind_of_name(name) is kind


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"amenity": "clinic", "name": "Puskesmas Jongaya"}, PlaceKind.PUSKESMAS),
        ({"amenity": "place_of_worship", "religion": "hindu", "name": "Dalem"}, PlaceKind.TEMPLE),
        ({"fclass": "guest_house", "name": "Suka"}, PlaceKind.HOTEL),
        ({"shop": "bakery", "name": "Toko Roti"}, PlaceKind.OTHER),
    ],
)
def test_tags_tell_the_kind(tags: dict[str, str], kind: PlaceKind) -> None:
    assert kind_of(Feature("1", tags, point=MIDDLE)) is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Gang Mawar", PlaceKind.ALLEY),
        ("Jalan Kenari Gang II", PlaceKind.ALLEY),
        ("Lorong 306", PlaceKind.ALLEY),
        ("Lr. 3", PlaceKind.ALLEY),
        ("Jalan Gangga", PlaceKind.STREET),
        ("Jalan Lrawu", PlaceKind.STREET),
    ],
)
def test_an_alley_is_known_by_its_name(name: str, kind: PlaceKind) -> None:
    assert road_kind(name) is kind
