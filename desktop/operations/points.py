"""Points on the map from what is typed or pasted: coordinates, map links and plus codes, nothing fetched."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.operations.coordinates import Angle, Pair

INDONESIA_LATITUDE = (-11.0, 6.5)
INDONESIA_LONGITUDE = (95.0, 141.1)
"""Degrees between which all of Indonesia lies."""

_NEAR_DEGREES = 1.0
_DECIMALS = 7
"""Digits kept behind the point: a centimetre."""
_LONGEST_TEXT = 4000
_PLAIN = str.maketrans(
    dict.fromkeys("′’‘´`ʹ", "'")
    | dict.fromkeys("″“”„ʺ", '"')
    | dict.fromkeys("º˚", "°")
    | dict.fromkeys("−–—‐‑", "-")
)


class Noticed(StrEnum):
    """How a point differs from what was written."""

    SWAPPED = "swapped"
    """Longitude stood first."""
    SOUTH = "south"
    """The minus or S of the latitude was left out."""


class PointProblem(StrEnum):
    """Why a text that means a point gives none."""

    SHORT_LINK = "short_link"
    """A shortened link hides the point: open it, or ask the caller for coordinates."""
    LINK_WITHOUT_POINT = "link_without_point"
    """The link carries no coordinates."""
    IMPOSSIBLE = "impossible"
    """The numbers are no latitude and longitude."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map in degrees (WGS 84), south and west negative."""

    latitude: float
    longitude: float
    noticed: tuple[Noticed, ...] = ()


def read_point(text: str, near: Point | None = None) -> Point | PointProblem | None:
    """Read a point from a text; None when it speaks of none. Nothing is fetched and nothing is raised.

    `near`, the middle of the city, decides about a minus left out: 5.13, 119.42 lies in Philippine waters,
    -5.13, 119.42 in Makassar.
    """
    plain = _plain(text[:_LONGEST_TEXT])
    if not plain:
        return None
    # The patterns take some 20 ms to make, of each start: no point is read while a desk opens.
    from desktop.operations.map_links import find_links
    from desktop.operations.plus_codes import read_code

    links = find_links(plain)
    before = plain[: plain.find(links[0])] if links else plain
    problem: PointProblem | None = None
    for found in (*(_in_link(link, near) for link in links), _in_words(before, near)):
        if isinstance(found, Point):
            return found
        problem = problem or found
    coded = read_code(plain, None if near is None else (near.latitude, near.longitude))
    return problem if coded is None else Point(round(coded[0], _DECIMALS), round(coded[1], _DECIMALS))


def _plain(text: str) -> str:
    # Translated before the normal form: NFKC would make two characters of some of these signs.
    normal = unicodedata.normalize("NFKC", text.translate(_PLAIN))
    return " ".join("".join(c for c in normal if unicodedata.category(c) != "Cf").split())


def _in_link(link: str, near: Point | None) -> Point | PointProblem:
    from desktop.operations.map_links import is_short, pair_in_link

    pair = pair_in_link(link)
    if pair is not None:
        return _point(pair, near)
    return PointProblem.SHORT_LINK if is_short(link) else PointProblem.LINK_WITHOUT_POINT


def _in_words(text: str, near: Point | None) -> Point | PointProblem | None:
    from desktop.operations.coordinates import read_pair

    pair = read_pair(text)
    return None if pair is None else _point(pair, near)


def _point(pair: "Pair", near: Point | None) -> Point | PointProblem:
    """The likeliest reading: in Indonesia before the world, as written before mended."""
    readings = [reading for reading in _readings(pair) if abs(reading.latitude) <= 90]
    readings = [reading for reading in readings if abs(reading.longitude) <= 180]
    if not readings:
        return PointProblem.IMPOSSIBLE
    if near is not None:
        southern = [
            reading for reading in readings if Noticed.SOUTH in reading.noticed and _close(reading, near)
        ]
        as_written = [reading for reading in readings if not reading.noticed and _close(reading, near)]
        if southern and not as_written:
            return southern[0]
    return next((reading for reading in readings if _in_indonesia(reading)), readings[0])


def _readings(pair: "Pair") -> Iterator[Point]:
    turned = ((pair.first, pair.second, ()), (pair.second, pair.first, (Noticed.SWAPPED,)))
    for latitude, longitude, noticed in turned[: 1 if pair.named else 2]:
        yield _rounded(latitude.degrees, longitude, noticed)
    for latitude, longitude, noticed in turned[: 1 if pair.named else 2]:
        if not latitude.signed and latitude.degrees > 0:
            yield _rounded(-latitude.degrees, longitude, (*noticed, Noticed.SOUTH))


def _rounded(latitude: float, longitude: "Angle", noticed: tuple[Noticed, ...]) -> Point:
    return Point(round(latitude, _DECIMALS), round(longitude.degrees, _DECIMALS), noticed)


def _close(point: Point, near: Point) -> bool:
    return (
        abs(point.latitude - near.latitude) < _NEAR_DEGREES
        and abs(point.longitude - near.longitude) < _NEAR_DEGREES
    )


def _in_indonesia(point: Point) -> bool:
    low, high = INDONESIA_LATITUDE
    west, east = INDONESIA_LONGITUDE
    return low <= point.latitude <= high and west <= point.longitude <= east
