"""Places by name: what a gazetteer knows of a city, from map data and from what operators kept."""

from dataclasses import dataclass
from enum import StrEnum


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
