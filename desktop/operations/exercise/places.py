"""Laying another city's places onto this one's kelurahan: always the same place for the same words.

A neighbourhood becomes one kelurahan. A point keeps its distance and direction from its neighbourhood's
middle, so what was near stays near; far ones are drawn in, for a kelurahan is small.
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable

from desktop.domain.distance import METRES_A_DEGREE
from desktop.domain.incidents import Place
from desktop.domain.reference import Area
from desktop.operations.exercise.records import CallRecord

REACH = 600.0
"""Metres from its kelurahan's centre beyond which no point is laid (ours: a kelurahan has about 2 km²)."""


class Layout:
    """Where calls lie in this city."""

    def __init__(self, areas: Iterable[Area], calls: Iterable[CallRecord]) -> None:
        self._areas = sorted((area for area in areas if area.parent is not None), key=lambda one: one.id)
        points: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for call in calls:
            if call.point is not None:
                points[_zone(call)].append(call.point)
        self._middles = {
            zone: (sum(lat for lat, _ in found) / len(found), sum(lon for _, lon in found) / len(found))
            for zone, found in points.items()
        }

    def place(self, call: CallRecord) -> Place:
        """The place of a call."""
        digest = hashlib.sha256(_zone(call).encode()).digest()
        area = self._areas[int.from_bytes(digest[:8], "big") % len(self._areas)]
        latitude, longitude = self._point(call, area)
        return Place(address=call.address[:500] or None, area=area.id, latitude=latitude, longitude=longitude)

    def _point(self, call: CallRecord, area: Area) -> tuple[float | None, float | None]:
        if call.point is None or area.latitude is None or area.longitude is None:
            return None, None
        middle = self._middles[_zone(call)]
        north = (call.point[0] - middle[0]) * METRES_A_DEGREE
        east = (call.point[1] - middle[1]) * METRES_A_DEGREE * math.cos(math.radians(middle[0]))
        away = math.hypot(north, east)
        shrink = min(1.0, REACH / away) if away else 1.0
        width = METRES_A_DEGREE * math.cos(math.radians(area.latitude))
        return (
            round(area.latitude + north * shrink / METRES_A_DEGREE, 6),
            round(area.longitude + east * shrink / width, 6),
        )


def _zone(call: CallRecord) -> str:
    return call.neighbourhood.strip().casefold() or call.address.strip().casefold()
