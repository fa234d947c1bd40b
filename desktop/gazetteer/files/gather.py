"""From features of a file to places and borders of a gazetteer."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.places import JOINT, Place, PlaceKind
from desktop.gazetteer.files.features import Feature, FileError, Line, Point, Skipped
from desktop.gazetteer.files.geojson import read_geojson
from desktop.gazetteer.files.identity import of_feature, of_point, with_ids
from desktop.gazetteer.files.kinds import HIGHWAYS, is_road, kind_of, road_kind
from desktop.gazetteer.files.roads import Junction, Road, junctions_of, leaves, metres, roads_of, street_left
from desktop.gazetteer.files.tables import read_csv

FAR = 40_000.0
"""Metres from the middle of the city beyond which a point is not believed (our choice: Denpasar and Makassar
reach 10 and 15 km from theirs; a published list of hospitals puts some of theirs 1,000 km away)."""
_ALIASES = (
    "alt_name",
    "old_name",
    "short_name",
    "official_name",
    "loc_name",
    "name:id",
    "name:en",
    "bridge:name",
)
_STREETS = ("addr:street", "address")

_SHORT = r"RS[A-Z]{0,3}|SD[NK]?|SM[PAK][NK]?|TK|PAUD|[IVX]+|TNI|POLRI|A[DLU]|PLN|PDAM|PMI|BPBD|BRI|BNI|BCA"
_CAPITALS = re.compile(rf"\b(?!(?:{_SHORT})\b)[A-Z]{{2,}}")
"""Words in capitals that are no abbreviation in the names of public places."""

AreaAt = Callable[[Point], str | None]
"""The code of the kelurahan in which a point lies; None where that is not known."""


@dataclass
class Gathered:
    """What a file holds for a gazetteer; `places` by ids that follow from what each is known by there."""

    places: dict[str, Place] = field(default_factory=dict)
    borders: list[Feature] = field(default_factory=list)
    skipped: Skipped = field(default_factory=Skipped)


def read_features(path: Path) -> Iterator[Feature]:
    """The features of a file by its name's end. FileError `form` for an end that is not known."""
    name = path.name.lower()
    if name.endswith((".osm.pbf", ".pbf", ".osm", ".osm.bz2")):
        from desktop.gazetteer.files.osm import read_osm  # takes a while to load

        return read_osm(path)
    if name.endswith((".geojson", ".json", ".geojson.gz", ".json.gz")):
        return read_geojson(path)
    if name.endswith((".csv", ".csv.gz")):
        return read_csv(path)
    raise FileError("form", path.name)


@dataclass(frozen=True, slots=True)
class City:
    """What is known of the city for which is gathered. `middle`: None where every point is believed."""

    name: str
    middle: Point | None
    area_at: AreaAt


def gather(features: Iterable[Feature], city: City) -> Gathered:
    """Sort features into borders, roads with their junctions, and places; leave out what is none of them."""
    found = Gathered()
    known: list[tuple[str, Place]] = []
    pieces: list[tuple[str, Line]] = []
    for one in features:
        if not one.name:
            found.skipped("no_name")
        elif is_border(one):
            found.borders.append(one)
        elif is_road(one):
            pieces += [(one.name, line) for line in one.lines if _is_near(line[0], city, found.skipped)]
        elif one.tags.get("kind") in HIGHWAYS and one.point is None:
            found.skipped("no_point")  # a list of names: they can be understood, though not be found on a map
            kind = road_kind(one.name)
            known.append((of_point(one.name, kind, None), _place(one.name, kind, None, city.area_at)))
        else:
            known += _places(one, city, found.skipped)
    junctions = junctions_of(pieces)
    known += _roads(roads_of(pieces), junctions, city.area_at)
    found.places = with_ids(known)
    return found


def is_border(feature: Feature) -> bool:
    """Whether a feature is the border of an area: a surface that tells a level, or a code of the ministry."""
    tags = feature.tags
    return bool(feature.polygons) and (
        "admin_level" in tags or "kode_kecamatan" in tags or tags.get("kode", "").count(".") >= 1
    )


def _places(one: Feature, city: City, skipped: Skipped) -> Iterator[tuple[str, Place]]:
    """The place that a feature is, behind what it is known by; none where it is not of this city."""
    kind = kind_of(one)
    if kind is None:
        skipped("no_kind")
        return
    point = told_point = one.middle
    if point is None:
        skipped("no_point")
    elif not _is_near(point, city, skipped):
        told = " ".join(one.tags.get(key, "") for key in ("address", "city"))
        if city.name.lower() not in told.lower():
            return
        point = None  # it is the city's, and its point wrong: it is there all the same
    name = _shown(one.name, kind)
    street, aliases = _street(one.tags), _aliases(one.tags, name)
    made = _place(name, kind, point, city.area_at, street=street, aliases=aliases)
    yield of_feature(one, name, kind, told_point), made


def _roads(
    roads: Iterable[Road], junctions: Collection[Junction], area_at: AreaAt
) -> Iterator[tuple[str, Place]]:
    """Roads and junctions, each behind what it is known by.

    A road through several kelurahan is known as a whole by what it would be known by without borders.
    """
    meetings = leaves(junctions)
    for road in roads:
        street = street_left(road, meetings.get(road.name, ())) if road.kind is PlaceKind.ALLEY else ""
        areas: dict[str | None, list[Point]] = defaultdict(list)
        for point in road.points:
            areas[area_at(point)].append(point)
        several = len(areas) > 1  # as a whole it lies in no kelurahan; in which part it is, callers may say
        whole = road.middle
        of_whole: AreaAt = (lambda _: None) if several else area_at
        by = of_point(road.name, road.kind, whole)
        yield by, _place(road.name, road.kind, whole, of_whole, street=street)
        for area, points in areas.items() if several else ():
            by = of_point(road.name, road.kind, whole, f"in {area}")
            part = Road(road.name, tuple(points)).middle
            yield by, _place(road.name, road.kind, part, area_at, street=street)
    for junction in junctions:
        by = of_point(junction.name, PlaceKind.JUNCTION, junction.point)
        yield by, _place(junction.name, PlaceKind.JUNCTION, junction.point, area_at)


def _place(
    name: str,
    kind: PlaceKind,
    point: Point | None,
    area_at: AreaAt,
    *,
    street: str = "",
    aliases: tuple[str, ...] = (),
) -> Place:
    return Place(
        id="",
        name=name[:200],
        kind=kind,
        aliases=aliases,
        area=None if point is None else area_at(point),
        latitude=None if point is None else round(point[1], 6),
        longitude=None if point is None else round(point[0], 6),
        street=street[:200],
    )


def _is_near(point: Point, city: City, skipped: Skipped) -> bool:
    if city.middle is None or metres(point, city.middle) <= FAR:
        return True
    skipped("far_off")
    return False


def _aliases(tags: Mapping[str, str], name: str) -> tuple[str, ...]:
    told = [part.strip() for key in _ALIASES if key in tags for part in tags[key].split(";")]
    return tuple(dict.fromkeys(one for one in told if one and one != name and JOINT not in one))


def _street(tags: Mapping[str, str]) -> str:
    return next((tags[key] for key in _STREETS if key in tags), "")


def _shown(name: str, kind: PlaceKind) -> str:
    """A name as it is shown: not in capitals throughout, and with the word that callers put before it."""
    shown = _CAPITALS.sub(lambda word: word.group().title(), name) if name.isupper() else name
    if kind is PlaceKind.PUSKESMAS and "puskesmas" not in shown.lower():
        return f"Puskesmas {shown}"
    return shown
