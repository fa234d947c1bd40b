"""OpenStreetMap's `.osm.pbf` and `.osm`, read with the osmium package, which only an import needs."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import osmium
from osmium.osm.types import Area, Node, NodeRef, Way

from desktop.gazetteer.files.features import Feature, FileError, Line, Polygon

_KEYS = (
    *("highway", "amenity", "shop", "office", "tourism", "natural", "leisure", "healthcare", "man_made"),
    *("building", "admin_level", "place", "historic"),
)
"""Objects without any of these are nothing that a caller names."""


def read_osm(path: Path) -> Iterator[Feature]:
    """Objects that have a name, roads among them, and borders. FileError `broken`."""
    try:
        wanted = osmium.filter.KeyFilter(*_KEYS)
        for found in osmium.FileProcessor(str(path)).with_areas(wanted).with_filter(wanted):
            tags = {tag.k.lower(): tag.v.strip() for tag in found.tags}
            if "name" not in tags:
                continue
            made = _feature(found, tags)
            if made is not None:
                yield made
    except (RuntimeError, ValueError) as error:
        raise FileError("broken", str(error)) from error


def _feature(found: object, tags: Mapping[str, str]) -> Feature | None:
    if isinstance(found, Node):
        return Feature(f"n{found.id}", tags, point=(found.location.lon, found.location.lat), lasting=True)
    if isinstance(found, Way) and "highway" in tags:
        line = _line(found.nodes)
        return Feature(f"w{found.id}", tags, lines=(line,), lasting=True) if len(line) > 1 else None
    if isinstance(found, Area) and "highway" not in tags:
        origin = "w" if found.from_way() else "r"
        return Feature(f"{origin}{found.orig_id()}", tags, polygons=tuple(_polygons(found)), lasting=True)
    return None  # what is closed comes as an area once more


def _polygons(found: Area) -> Iterator[Polygon]:
    for outer in found.outer_rings():
        yield (_line(outer), *(_line(inner) for inner in found.inner_rings(outer)))


def _line(nodes: Iterable[NodeRef]) -> Line:
    return tuple((node.lon, node.lat) for node in nodes if node.location.valid())
