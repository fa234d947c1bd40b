"""How far two points are apart, over a plane: exact enough within a city."""

from math import cos, radians, sqrt

METRES_A_DEGREE = 111_195.0
"""Metres of one degree of latitude on a sphere of 6,371 km (the earth's mean radius, IUGG)."""


def metres_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Metres between two points; off by less than a thousandth within ten kilometres, off the poles."""
    north = (latitude - other_latitude) * METRES_A_DEGREE
    east = (longitude - other_longitude) * METRES_A_DEGREE * cos(radians((latitude + other_latitude) / 2))
    return sqrt(north * north + east * east)
