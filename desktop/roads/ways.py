"""What a file of roads is made of, whatever its form: ways, and how fast they are driven."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

Spot = tuple[float, float]
"""Latitude and longitude, degrees of WGS 84."""

_ALONG, _BACK = frozenset({"yes", "true", "1", "f"}), frozenset({"-1", "reverse", "t"})
"""How one-way roads are marked: by OpenStreetMap, and in Geofabrik's layers (F along the line, T against)."""

_SPEEDS: Mapping[str, float] = {
    **dict.fromkeys(("motorway", "motorway_link"), 60),
    **dict.fromkeys(("trunk", "trunk_link", "jalan arteri"), 45),
    **dict.fromkeys(("primary", "primary_link", "jalan kolektor"), 40),
    **dict.fromkeys(("secondary", "secondary_link"), 35),
    **dict.fromkeys(("tertiary", "tertiary_link", "jalan lokal"), 30),
    **dict.fromkeys(("unclassified", "road", "jalan lain"), 25),
    **dict.fromkeys(("residential", "busway"), 20),
    **dict.fromkeys(("living_street", "service"), 15),
    "track": 10,
}
"""Kilometres an hour on roads that engines take, by class (ours: in a city's traffic, with lights on).
What has no line here, as a footway or Jalan Setapak, is not driven."""


@dataclass(frozen=True, slots=True)
class RoadWay:
    """A line that can be driven. Where two ways have the same key they meet.

    `direction`: see `direction_of`. `metres`: the length that the source gives.
    """

    keys: Sequence[Hashable]
    spots: Sequence[Spot]
    kmh: float
    direction: int = 0
    metres: float | None = None


def speed_of(kind: str, maxspeed: str = "") -> float | None:
    """Kilometres an hour on a road of that class, no faster than its sign; None where nobody drives."""
    usual = _SPEEDS.get(kind.strip().lower())
    if usual is None:
        return None
    try:
        signed = float(maxspeed)
    except ValueError:
        signed = 0.0
    return min(usual, signed) if signed >= 5 else float(usual)


def direction_of(oneway: str, kind: str = "", junction: str = "") -> int:
    """1 along the line only, -1 against it only, 0 both ways."""
    mark = oneway.strip().lower()
    if mark in _BACK:
        return -1
    if mark in _ALONG or (not mark and (junction == "roundabout" or kind == "motorway")):
        return 1
    return 0
