"""Where a point lies, by the borders that were imported."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from shapely import Point, STRtree, make_valid
from shapely.affinity import scale
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from desktop.domain.distance import METRES_A_DEGREE
from desktop.domain.located import NEAR_METRES, Located
from desktop.domain.places import Border, BorderLevel
from desktop.gazetteer.neighbours import Neighbour


class Borders:
    """Borders in a tree. `inside`: the codes of the centre's own areas; `neighbours` tell whom to call."""

    def __init__(
        self, borders: Iterable[Border], inside: Collection[str], neighbours: Sequence[Neighbour] = ()
    ) -> None:
        known = list(borders)
        own = [one for one in known if one.id in inside]
        smallest = [one for one in own if one.level is BorderLevel.KELURAHAN] or own
        middle = _middle_latitude(smallest or known)
        self._squeeze = math.cos(math.radians(middle))
        self._own = _Layer(smallest, self._squeeze)
        others = [one for one in known if one.id not in inside and not _holds_own(one, inside)]
        self._others = _Layer(
            [one for one in others if one.level is BorderLevel.KELURAHAN]
            or [one for one in others if one.level is BorderLevel.KECAMATAN],
            self._squeeze,
        )
        self._cities = _Layer([one for one in others if one.level is BorderLevel.CITY], self._squeeze)
        self._neighbours: Mapping[str, Neighbour] = {one.code: one for one in neighbours}

    @property
    def empty(self) -> bool:
        """Whether no border of the centre's own is known: nothing can be told then."""
        return not self._own.borders

    def locate(self, latitude: float, longitude: float) -> Located | None:
        """Where a point lies; None where no borders of the centre's areas are known."""
        if self.empty:
            return None
        point = Point(longitude * self._squeeze, latitude)
        near = self._own.near(point, NEAR_METRES / METRES_A_DEGREE)
        within = [one.id for one, distance in near if distance == 0]
        codes = [one.id for one, _ in near]
        if within:
            return Located(area=within[0], near=tuple(one for one in codes if one != within[0]))
        other, city = self._others.at(point), self._cities.at(point)
        if other is None and city is None and len(codes) > 1:
            # Between areas of the city whose simplified borders leave a gap.
            return Located(area=codes[0], near=tuple(codes[1:]))
        return self._outside(tuple(codes), other, city)

    def area_at(self, point: tuple[float, float]) -> str | None:
        """The code of the own area in which a point (longitude, latitude) lies, or None."""
        found = self._own.at(Point(point[0] * self._squeeze, point[1]))
        return None if found is None else found.id

    def _outside(self, near: tuple[str, ...], other: Border | None, city: Border | None) -> Located:
        code = next((one.id for one in (other, city) if one is not None and one.id[:1].isdigit()), "")
        neighbour = self._neighbours.get(".".join(code.split(".")[:2]))
        name_of_city = (
            neighbour.name if neighbour else city.name if city else other.city if other is not None else ""
        )
        names = [] if other is None else [other.name]
        # Borders may carry no code; who is alone around the city is meant then.
        whom = neighbour or (next(iter(self._neighbours.values())) if len(self._neighbours) == 1 else None)
        return Located(
            area=None,
            near=near,
            outside=", ".join(dict.fromkeys(one for one in (*names, name_of_city) if one)),
            centre=whom.name if whom else "",
            telephone=whom.telephone if whom else "",
        )


class _Layer:
    """Borders of one sort."""

    def __init__(self, borders: Sequence[Border], squeeze: float) -> None:
        self.borders = borders
        self._shapes = [_squeezed(one, squeeze) for one in borders]
        self._tree = STRtree(self._shapes)

    def at(self, point: BaseGeometry) -> Border | None:
        """The border around a point; of several the first."""
        found = sorted(self._tree.query(point, predicate="intersects").tolist())
        return self.borders[found[0]] if found else None

    def near(self, point: BaseGeometry, distance: float) -> list[tuple[Border, float]]:
        """Borders within a distance in squeezed degrees, the nearest first, each with its own."""
        found = self._tree.query(point, predicate="dwithin", distance=distance).tolist()
        far = sorted((self._shapes[at].distance(point), at) for at in found)
        return [(self.borders[at], one) for one, at in far]


def _squeezed(border: Border, squeeze: float) -> BaseGeometry:
    """A border on a plane on which a degree is as long to the east as to the north."""
    made: BaseGeometry = shape({"type": "MultiPolygon", "coordinates": border.shape})
    if not made.is_valid:
        made = make_valid(made)
    flat: BaseGeometry = scale(made, xfact=squeeze, yfact=1.0, origin=(0, 0))
    return flat


def _holds_own(border: Border, inside: Collection[str]) -> bool:
    """Whether this is the city itself."""
    return any(one.startswith(f"{border.id}.") for one in inside)


def _middle_latitude(borders: Sequence[Border]) -> float:
    first = next(iter(borders), None)
    if first is None:
        return 0.0
    south, north = _squeezed(first, 1.0).bounds[1::2]
    return (south + north) / 2
