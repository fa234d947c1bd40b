"""Which hospital is proposed for a scene: the nearest that is not full, with why others are not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.board import Case, Reference
from desktop.domain.hospitals import Full
from desktop.domain.recommendation import Way
from desktop.domain.reference import Hospital
from desktop.domain.whereabouts import Point, point_of, straight_seconds

SPECIAL = frozenset(
    {"mata", "gigi", "jiwa", "kulit", "paru", "bersalin", "khusus", "rsk", "rskd", "rsia", "rskia"}
)
"""Words in the name of a hospital that does not take every patient (ours, from the names in the list)."""
_MOTHER_AND_CHILD = frozenset({"ibu", "anak"})


@dataclass(frozen=True, slots=True)
class Proposed:
    """A hospital as it is proposed. `seconds`: None where nobody knows where it or the scene lies."""

    hospital: str
    seconds: float | None
    way: Way
    full: Full | None = None
    special: bool = False

    @property
    def minutes(self) -> int | None:
        """Whole minutes of travel, at least one."""
        return None if self.seconds is None else max(1, -(-round(self.seconds) // 60))

    @property
    def usable(self) -> bool:
        """Whether it may be proposed first: it is known where it lies, and it takes patients."""
        return self.seconds is not None and self.full is None


Ways = tuple[Mapping[Point, float | None], Way]
"""Seconds from a scene to each point, and how they were found."""


def is_special(hospital: Hospital) -> bool:
    """Whether its name says that it does not take every patient."""
    words = set(hospital.name.casefold().replace(".", " ").split())
    return bool(words & SPECIAL) or words >= _MOTHER_AND_CHILD


def points_of(reference: Reference) -> tuple[Point, ...]:
    """Where hospitals are known to lie, each point once."""
    found = (one.point for one in reference.hospital_places.values())
    return tuple(dict.fromkeys(one for one in found if one is not None))


def straight_ways(case: Case, reference: Reference) -> Ways:
    """The ways from an incident to all hospitals where no roads are known."""
    start = point_of(case.incident, reference)
    if start is None:
        return {}, Way.LINE
    return {point: straight_seconds(start, point) for point in points_of(reference)}, Way.LINE


def ranked(reference: Reference, ways: Ways, now: datetime) -> tuple[Proposed, ...]:
    """All hospitals at `now` (aware): those that take every patient before special ones, full ones behind,
    those that lie nobody knows where last; each group by travel time.
    """
    seconds, way = ways
    found = []
    for place, one in enumerate(reference.hospitals.values()):
        known = reference.hospital_places.get(one.id)
        state = reference.hospital_states.get(one.id)
        point = known.point if known is not None else None
        proposed = Proposed(
            one.id,
            None if point is None else seconds.get(point),
            way,
            None if state is None else state.full_at(now),
            is_special(one),
        )
        found.append((_place(proposed), place, proposed))
    return tuple(one for _, _, one in sorted(found, key=lambda one: one[:2]))


def _place(one: Proposed) -> tuple[bool, bool, bool, float]:
    return one.seconds is None, one.full is not None, one.special, one.seconds or 0.0


def nearest(proposed: Sequence[Proposed], but: str | None = None) -> Proposed | None:
    """The one to propose, or None where none can be; `but`: not this one."""
    return next((one for one in proposed if one.usable and one.hospital != but), None)
