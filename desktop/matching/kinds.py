"""Which categories may be one event under two names, and how far and how long an event of a kind is seen."""

from desktop.domain.board import Reference
from desktop.domain.reference import Priority

SAME, RELATED, UNKNOWN, SAME_GROUP, OTHER = 1.0, 0.85, 0.75, 0.6, 0.45
"""How likely two reports of these kinds are one event, next to two of the same kind (ours)."""

TOGETHER: tuple[frozenset[str], ...] = (
    frozenset(("fire_building", "fire_vehicle", "fire_land", "gas", "power", "trapped")),
    frozenset(("traffic_accident", "trapped", "bleeding", "unconscious", "congestion", "fire_vehicle")),
    frozenset(("flood", "drainage", "storm", "drowning", "landslide", "trapped")),
    frozenset(("fallen_tree", "storm", "power", "road", "congestion")),
    frozenset(("drowning", "missing_person", "body")),
    frozenset(("crime", "brawl", "disturbance", "bleeding")),
    frozenset(("earthquake", "collapse", "landslide", "trapped", "fire_building")),
    frozenset(("sick", "unconscious", "bleeding", "body", "childbirth", "work_accident")),
    frozenset(("mental", "disturbance", "destitute")),
    frozenset(("waste", "drainage", "flood")),
)
"""Categories, by code, under which callers report one and the same event (ours; not published anywhere)."""

WIDE = frozenset(
    (
        *("flood", "storm", "earthquake", "landslide", "power", "water"),
        *("congestion", "fire_land", "drainage", "street_light"),
    )
)
"""Categories whose events reach over a neighbourhood."""
PERSONAL = frozenset(("sick", "unconscious", "bleeding", "childbirth", "home_care", "body", "mental"))
"""Categories whose events are about one person: the next one near by is most often another's."""
_WIDE_REACH, _PERSONAL_REACH = 2.5, 0.5

_HALF_MINUTES = {Priority.P1: 75.0, Priority.P2: 120.0, Priority.P3: 8 * 60.0, Priority.P4: 5 * 24 * 60.0}
_WIDE_HALF_MINUTES, _PERSONAL_HALF_MINUTES = 6 * 60.0, 25.0
_GRACE_MINUTES, _PERSONAL_GRACE_MINUTES = 20.0, 10.0
"""Minutes during which reports of one event come as if at once (ours)."""


def likeness(one: str | None, other: str | None, reference: Reference) -> float:
    """How likely two categories name one event; None: not known yet."""
    if one is None or other is None:
        return UNKNOWN
    if one == other:
        return SAME
    if any(one in kinds and other in kinds for kinds in TOGETHER):
        return RELATED
    first, second = reference.categories.get(one), reference.categories.get(other)
    same = first is not None and second is not None and first.group_name == second.group_name
    return SAME_GROUP if same else OTHER


def reach(category: str | None) -> float:
    """How many times farther than a house on fire an event of this kind is seen."""
    if category in PERSONAL:
        return _PERSONAL_REACH
    return _WIDE_REACH if category in WIDE else 1.0


def lasting(category: str | None, priority: Priority, minutes: float) -> float:
    """How likely an event that was reported so many minutes ago is still reported, from 0 to 1."""
    half, grace = _HALF_MINUTES[priority], _GRACE_MINUTES
    if category in WIDE:
        half = max(half, _WIDE_HALF_MINUTES)
    elif category in PERSONAL:
        half, grace = _PERSONAL_HALF_MINUTES, _PERSONAL_GRACE_MINUTES
    return float(0.5 ** (max(0.0, minutes - grace) / half))
