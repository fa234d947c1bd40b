from collections.abc import Sequence

from shapely.geometry.base import BaseGeometry

class Hits:
    def tolist(self) -> list[int]: ...

class Point(BaseGeometry):
    def __init__(self, x: float, y: float) -> None: ...

class LineString(BaseGeometry):
    coords: Sequence[tuple[float, ...]]

class MultiLineString(BaseGeometry):
    geoms: Sequence[LineString]

class STRtree:
    def __init__(self, geoms: Sequence[BaseGeometry]) -> None: ...
    def query(
        self, geometry: BaseGeometry, predicate: str | None = None, distance: float | None = None
    ) -> Hits: ...

def make_valid(geometry: BaseGeometry) -> BaseGeometry: ...
def from_wkt(geometry: str) -> BaseGeometry: ...
