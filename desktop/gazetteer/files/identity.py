"""What a place is known by from one import to the next: its source's id, or its name and about where it lies.

Nothing that borders or neighbours tell belongs to it, for those change with what else was imported.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.files.features import Feature, Point


def of_feature(one: Feature, name: str, kind: PlaceKind, point: Point | None) -> str:
    """By what a place is known that a source has as one thing.

    An id that the source gives to nothing else says all. Of others, which may be no more than the number of a
    line, the next file may give one to another place: they count together with kind and name.
    """
    if one.id and one.lasting:
        return f"osm {one.id}"
    return f"{kind} {plain(name)} id {one.id}" if one.id else of_point(name, kind, point)


def of_point(name: str, kind: PlaceKind, point: Point | None, part: str = "") -> str:
    """By what a place without an id is known: kind, name, point to some 100 m, and which `part` it is."""
    near = "" if point is None else f"{point[0]:.3f} {point[1]:.3f}"
    return f"{kind} {plain(name)} at {near} {part}"


def with_ids(known: Iterable[tuple[str, Place]]) -> dict[str, Place]:
    """The places by ids that follow from what they are known by, whatever the order in which they came."""
    alike: dict[str, list[Place]] = defaultdict(list)
    for by, place in known:
        alike[by].append(place)
    made = {}
    for by, places in alike.items():
        for at, place in enumerate(sorted(places, key=_order)):
            key = hashlib.blake2b(f"{by} {at}".encode(), digest_size=16).hexdigest()
            made[key] = replace(place, id=key)
    return made


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """A name by its letters and figures alone."""
    return re.sub(r"[\W_]+", " ", name).strip().casefold()


def _order(place: Place) -> tuple[float, float, str, str, tuple[str, ...]]:
    return (place.latitude or 0.0, place.longitude or 0.0, place.name, place.street, place.aliases)
