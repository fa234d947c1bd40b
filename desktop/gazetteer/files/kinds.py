"""What kind of place a feature is: from its tags as OpenStreetMap uses them (wiki.openstreetmap.org, "Map
features"), else from the words of its name.
"""

import re
from collections.abc import Mapping

from desktop.domain.places import PlaceKind
from desktop.gazetteer.files.features import Feature

HIGHWAYS = frozenset(
    (
        *("motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "service"),
        *("living_street", "pedestrian", "track", "footway", "path", "steps", "road", "cycleway"),
        *(f"{one}_link" for one in ("motorway", "trunk", "primary", "secondary", "tertiary")),
    )
)

_VALUES: Mapping[str, PlaceKind] = {
    **dict.fromkeys(("hospital", "clinic", "doctors"), PlaceKind.HOSPITAL),
    **dict.fromkeys(("puskesmas", "health_post"), PlaceKind.PUSKESMAS),
    **dict.fromkeys(("school", "kindergarten", "college", "university"), PlaceKind.SCHOOL),
    **dict.fromkeys(("marketplace", "supermarket", "mall", "department_store"), PlaceKind.MARKET),
    **dict.fromkeys(("temple", "hindu", "shrine"), PlaceKind.TEMPLE),
    **dict.fromkeys(("mosque", "muslim"), PlaceKind.MOSQUE),
    **dict.fromkeys(("community_centre", "banjar"), PlaceKind.BANJAR),
    **dict.fromkeys(
        ("townhall", "police", "fire_station", "post_office", "courthouse", "embassy", "government"),
        PlaceKind.OFFICE,
    ),
    **dict.fromkeys(("hotel", "guest_house", "hostel", "motel", "villa", "resort"), PlaceKind.HOTEL),
    "bridge": PlaceKind.BRIDGE,
    "beach": PlaceKind.BEACH,
}
_KEYS = (
    *("kind", "fclass", "amenity", "healthcare", "religion"),
    *("shop", "tourism", "natural", "man_made", "office"),
)
_OTHERS = (
    *("amenity", "shop", "tourism", "leisure", "historic"),
    *("building", "place", "office", "man_made", "natural"),
)

_NAMES: tuple[tuple[re.Pattern[str], PlaceKind], ...] = tuple(
    (re.compile(rf"^(?:{words})(?![^\W\d_])", re.IGNORECASE), kind)
    for words, kind in (
        (r"puskesmas|pustu", PlaceKind.PUSKESMAS),
        (r"rs[a-z]{0,3}|rumah sakit|klinik", PlaceKind.HOSPITAL),
        (
            r"tk|paud|sd[nk]?|smp[nk]?|sma[nk]?|smk[n]?|mi[n]?|mts[n]?|ma[n]?|universitas|sekolah|kampus",
            PlaceKind.SCHOOL,
        ),
        (r"pasar|mal|mall|tiara|plaza", PlaceKind.MARKET),
        (r"pura", PlaceKind.TEMPLE),
        (r"masjid|mesjid|musholla|mushola|mushalla", PlaceKind.MOSQUE),
        (r"banjar|br\.?|bale banjar|balai banjar", PlaceKind.BANJAR),
        (r"jembatan", PlaceKind.BRIDGE),
        (r"kantor|dinas|polsek|polres\w*|polda|kodim|koramil|badan", PlaceKind.OFFICE),
        (r"hotel|villa|homestay|wisma", PlaceKind.HOTEL),
        (r"pantai", PlaceKind.BEACH),
    )
)
_ALLEY = re.compile(
    r"^(?:gang|gg|lorong|lrg|lrn|lr|setapak|stp)(?![^\W\d_])|\b(?:gang|gg|lorong)(?![^\W\d_])", re.IGNORECASE
)


def is_road(feature: Feature) -> bool:
    """Whether a feature is a road that one can name."""
    value = feature.tags.get("highway") or feature.tags.get("fclass") or ""
    return bool(feature.lines) and (value in HIGHWAYS or "highway" in feature.tags)


def road_kind(name: str) -> PlaceKind:
    """Whether a road's name is a street's or an alley's: gang, lorong, setapak."""
    return PlaceKind.ALLEY if _ALLEY.search(name) else PlaceKind.STREET


def kind_of(feature: Feature) -> PlaceKind | None:
    """The kind of a place that is no road; None for what callers do not name."""
    told = (feature.tags[key].lower() for key in _KEYS if key in feature.tags)
    found = next((_VALUES[value] for value in told if value in _VALUES), None)
    named = kind_of_name(feature.name)
    if named in (PlaceKind.PUSKESMAS, PlaceKind.BANJAR) or found is None:
        found = named or found
    if found is None and (feature.point is not None or any(key in feature.tags for key in _OTHERS)):
        found = PlaceKind.OTHER
    return found


def kind_of_name(name: str) -> PlaceKind | None:
    """The kind that the first words of a name tell, None when they tell none."""
    return next((kind for pattern, kind in _NAMES if pattern.match(name)), None)
