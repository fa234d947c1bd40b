"""Places by name: what a gazetteer knows of a city, from map data and from what operators kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.records import Record, col, record
from desktop.domain.reference import LATITUDE, LONGITUDE


class PlaceKind(StrEnum):
    """What a place is."""

    STREET = "street"
    ALLEY = "alley"
    JUNCTION = "junction"
    PUSKESMAS = "puskesmas"
    HOSPITAL = "hospital"
    SCHOOL = "school"
    MARKET = "market"
    TEMPLE = "temple"
    MOSQUE = "mosque"
    BANJAR = "banjar"
    BRIDGE = "bridge"
    OFFICE = "office"
    HOTEL = "hotel"
    BEACH = "beach"
    AREA = "area"
    """A kecamatan, kelurahan or desa of the centre; its id is the area's."""
    OTHER = "other"


JOINT = " – "


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place with a name; degrees are WGS 84.

    `street`: the street at which it lies, or which an alley leaves, as its source has it. The name of a
    junction is that of its two streets, parted by JOINT.
    """

    id: str
    name: str
    kind: PlaceKind
    aliases: tuple[str, ...] = ()
    area: str | None = None
    """The kelurahan's code; None outside the city or where no borders are loaded."""
    latitude: float | None = None
    longitude: float | None = None
    street: str = ""
    kept_by: str | None = None
    """The operator who added or corrected it; None when it came from a file."""


class BorderLevel(StrEnum):
    """What a border is around."""

    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    """A kelurahan or desa: the smallest area."""
    CITY = "city"
    """A kota or kabupaten."""


Ring = Sequence[Sequence[float]]
"""A closed line of points, each (longitude, latitude) in degrees of WGS 84, as GeoJSON has them."""

Shape = Sequence[Sequence[Ring]]
"""Polygons, each an outer ring and then its holes: the coordinates of a GeoJSON MultiPolygon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """The border of an area, of the centre's city or of a neighbour's.

    `id`: the ministry's code where the source has it or the area is one of the centre's, else the source's
    own name of it. `parent`: the code of what it lies in, or None. `city`: what the source says of the city.
    """

    id: str
    name: str
    level: BorderLevel
    shape: Shape
    parent: str | None = None
    city: str = ""


ALIAS_BREAK = "\n"
"""Between the other names of a kept place."""


@record("kept_place")
@dataclass(frozen=True, kw_only=True)
class KeptPlace(Record):
    """A place that an operator kept for all desks, or what he corrected of one that came from a file.

    `instead_of`: the id of the place that it corrects. `aliases`: other names, parted by ALIAS_BREAK.
    """

    name: str = col("place", default="", limit=200)
    place_kind: PlaceKind = col("place", default=PlaceKind.OTHER, choices=PlaceKind)
    aliases: str = col("place", default="", limit=2000)
    area: str | None = col("place", ref="area")
    latitude: float | None = col("place", between=LATITUDE)
    longitude: float | None = col("place", between=LONGITUDE)
    street: str = col("place", default="", limit=200)
    instead_of: str | None = col(limit=64)
    kept_at: datetime | None = col()
    kept_by: str | None = col()
    withdrawn_at: datetime | None = col("withdrawal")

    @property
    def place(self) -> Place:
        """The place as it is searched: under the id of the one that it corrects, if it corrects one."""
        return Place(
            id=self.instead_of or self.id,
            name=self.name,
            kind=self.place_kind,
            aliases=tuple(filter(None, self.aliases.split(ALIAS_BREAK))),
            area=self.area,
            latitude=self.latitude,
            longitude=self.longitude,
            street=self.street,
            kept_by=self.kept_by,
        )
