"""What a file of map data is made of, whatever its form."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Point = tuple[float, float]
"""Longitude and latitude, degrees of WGS 84, in the order of GeoJSON."""
Line = tuple[Point, ...]
Polygon = tuple[Line, ...]
"""The outer ring and its holes, each closed."""


class FileError(Exception):
    """A file that cannot be imported. `code`: form (none that is known), broken, columns, empty."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Feature:
    """A thing on the map. `id`: the source's own, "" without one; `tags` in lower case keys.

    `lasting`: the source gives that id to nothing else, and the same thing keeps it.
    """

    id: str
    tags: Mapping[str, str]
    point: Point | None = None
    lines: tuple[Line, ...] = ()
    polygons: tuple[Polygon, ...] = ()
    lasting: bool = False

    @property
    def name(self) -> str:
        """The name people know it by; "" without one."""
        return " ".join((self.tags.get("name") or self.tags.get("nama") or "").split())

    @property
    def middle(self) -> Point | None:
        """A point of it: its own, the middle of its longest line, or of its outer ring."""
        if self.point is not None:
            return self.point
        if self.lines:
            longest = max(self.lines, key=len)
            return longest[len(longest) // 2]
        if self.polygons:
            ring = max((polygon[0] for polygon in self.polygons), key=len)
            return (sum(one[0] for one in ring) / len(ring), sum(one[1] for one in ring) / len(ring))
        return None


@dataclass
class Skipped:
    """How many features were left out, by reason: no_name, no_kind, far_off, no_point."""

    counts: Counter[str] = field(default_factory=Counter)

    def __call__(self, reason: str) -> None:
        self.counts[reason] += 1

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return iter(sorted(self.counts.items()))
