"""Where a point lies: in which kelurahan, near which others, or outside the city."""

from dataclasses import dataclass

NEAR_METRES = 150.0
"""So near to a border the neighbour is named too: published borders are simplified (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A point against the borders of the city's kelurahan, and of others where they are known.

    `area`: the code of the kelurahan or desa in which it lies, None outside the city. `near`: the codes of
    others within NEAR_METRES, the nearest first. `outside`: the name of what it lies in instead, empty inside
    the city or where that is not known; `centre` and `telephone`: of the centre which that belongs to.
    """

    area: str | None
    near: tuple[str, ...] = ()
    outside: str = ""
    centre: str = ""
    telephone: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The kelurahan that it may be, the likeliest first."""
        return self.near if self.area is None else (self.area, *self.near)
