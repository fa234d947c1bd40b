"""What of a place that was typed is worth keeping for all desks: its name, what it is, and where."""

from dataclasses import dataclass

from desktop.domain.places import PlaceKind
from desktop.gazetteer.filling import tidy
from desktop.gazetteer.spoken import Spoken, listen
from desktop.gazetteer.vocabulary import KINDS, QUALIFIERS, Mark

SHORTEST = 3
"""Letters that a name has at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlace:
    """A place as it would be kept. Degrees are WGS 84."""

    name: str
    kind: PlaceKind
    street: str = ""
    area: str | None = None
    latitude: float | None = None
    longitude: float | None = None


def new_place(
    address: str, landmark: str, area: str | None, latitude: float | None, longitude: float | None
) -> NewPlace | None:
    """The landmark, without "in front of", else the address without a house number; None without a name.

    Of a landmark the address is its street.
    """
    by_landmark = _bare(listen(landmark))
    name = by_landmark or _bare(listen(address))
    if len(name) < SHORTEST:
        return None
    return NewPlace(
        name=name,
        kind=_kind(listen(name)),
        street=_bare(listen(address)) if by_landmark else "",
        area=area,
        latitude=latitude,
        longitude=longitude,
    )


def _bare(spoken: Spoken) -> str:
    """A text without numbers of houses, RT/RW, "in front of" and the names of areas."""
    removed = [spoken.spans[mark] for mark in (*QUALIFIERS, Mark.BESIDE) if mark in spoken.spans]
    removed += [(word.begin, word.end) for word in spoken.words if word.part in (Mark.AREA, Mark.DISTRICT)]
    kept = list(spoken.text)
    for first, behind in removed:
        kept[first:behind] = [" "] * (behind - first)
    return tidy("".join(kept))


def _kind(spoken: Spoken) -> PlaceKind:
    if spoken.junction:
        return PlaceKind.JUNCTION
    if spoken.kinds and spoken.words[0].forms[0] in KINDS:
        return KINDS[spoken.words[0].forms[0]]
    if Mark.ALLEY in spoken.marks:
        return PlaceKind.ALLEY
    return PlaceKind.STREET if Mark.STREET in spoken.marks else PlaceKind.OTHER
