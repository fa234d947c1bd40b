"""Who should go, and why: what is recommended for an incident, as plain facts.

`recommend` in `recommending` makes it; the screen has the words; an act that sends units keeps it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from desktop.domain.plans import Need
from desktop.domain.reference import UnitType
from desktop.domain.whereabouts import Where


class Way(StrEnum):
    """How a travel time was found."""

    ROAD = "road"
    LINE = "line"


class PlaceKnown(StrEnum):
    """How well the incident's place is known."""

    POINT = "point"
    AREA = "area"
    NOT = "not"


class Reason(StrEnum):
    """Why a unit is picked."""

    NEAREST = "nearest"
    NEXT = "next"
    """The nearest of those that are left."""
    ONLY = "only"
    OWN_STATION = "own_station"
    """It stands at a station of the kecamatan in which the place lies."""
    RETURNING = "returning"
    CREW = "crew"
    """The plan asks for so many people, and it has them."""
    RESTED = "rested"
    """Its crew ended no work lately."""
    WORKED = "worked"
    """Its crew ended work lately."""
    OVERDUE = "overdue"
    """Its crew should have been relieved."""
    CHOSEN = "chosen"
    """The operator put it in another's place."""


class Lack(StrEnum):
    """Why nobody is picked for a need."""

    NO_UNIT = "no_unit"
    NONE_FREE = "none_free"
    CREW_TOO_SMALL = "crew_too_small"
    TOO_FAR = "too_far"
    NOWHERE = "nowhere"
    """Nobody knows where the units that are left stand."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One of the units that a need asks for: the need's place in the plan, and which of its units."""

    need: int
    at: int


@dataclass(frozen=True, slots=True)
class Pick:
    """A unit for a slot. `seconds`: its travel time from `where` (`place`: the station or the incident)."""

    slot: Slot
    unit: str
    kind: UnitType
    seconds: int
    where: Where
    place: str
    reasons: tuple[Reason, ...]
    people: int = 0
    """Its crew."""
    rest: int = 0
    """Minutes since its crew ended its last work, where that is known."""
    duty: int = 0
    """Minutes that its crew has been on duty, where it should have been relieved."""

    @property
    def minutes(self) -> int:
        """Travel time in whole minutes, begun ones counted."""
        return max(1, -(-self.seconds // 60))


@dataclass(frozen=True, slots=True)
class Gap:
    """Units that a need lacks. `figure`: the largest crew there is, or the minutes within which nobody is."""

    need: Need
    missing: int
    lack: Lack
    figure: int = 0


@dataclass(frozen=True, slots=True)
class Uncovered:
    """The last free unit of a kind leaves a kecamatan (or a lone station). `move_up`: who could stand in."""

    kind: UnitType
    area: str
    move_up: str | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is recommended for an incident at one moment."""

    incident: str
    plans: tuple[str, ...]
    level: int
    way: Way
    place: PlaceKnown
    picks: tuple[Pick, ...]
    gaps: tuple[Gap, ...]
    uncovered: tuple[Uncovered, ...]
    tell: tuple[str, ...]
    """Agencies that are to be told, by code."""
    minutes: int
    """Who needs longer is not recommended."""
    others: Mapping[Slot, tuple[Pick, ...]]
    """For each slot that was filled, who else could go, the nearest first."""

    @property
    def units(self) -> tuple[str, ...]:
        """The units picked, by id."""
        return tuple(pick.unit for pick in self.picks)


def swapped(found: Recommendation, chosen: Mapping[Slot, str | None]) -> tuple[Pick, ...]:
    """The picks with an operator's choices in their places; None leaves a slot empty. Nobody goes twice.

    A choice that cannot go any more, or goes for another slot, gives way to what is recommended, or where
    that was chosen elsewhere, to the next who could go.
    """
    goes = {pick.slot: pick for pick in found.picks if pick.slot not in chosen}
    taken = {pick.unit for pick in goes.values()}
    given_way: list[Pick] = []
    for pick in found.picks:
        wanted = chosen.get(pick.slot)
        if pick.slot in goes or wanted is None:
            continue
        choice = next((one for one in (pick, *found.others[pick.slot]) if one.unit == wanted), None)
        if choice is None or wanted in taken:
            given_way.append(pick)
            continue
        own = choice is pick
        goes[pick.slot] = pick if own else replace(choice, reasons=(Reason.CHOSEN, *choice.reasons))
        taken.add(wanted)
    for pick in given_way:
        left = next((one for one in (pick, *found.others[pick.slot]) if one.unit not in taken), None)
        if left is not None:
            goes[pick.slot] = left
            taken.add(left.unit)
    return tuple(goes[pick.slot] for pick in found.picks if pick.slot in goes)


def told(found: Recommendation) -> dict[str, Any]:
    """A recommendation as an act keeps it."""
    return {
        "plans": list(found.plans),
        "level": found.level,
        "way": found.way.value,
        "picks": [_told_pick(pick) for pick in found.picks],
        "gaps": [
            {"need": gap.need.code, "missing": gap.missing, "lack": gap.lack.value, "figure": gap.figure}
            for gap in found.gaps
        ],
        "tell": list(found.tell),
    }


def _told_pick(pick: Pick) -> dict[str, Any]:
    return {
        "unit": pick.unit,
        "seconds": pick.seconds,
        "where": pick.where.value,
        "place": pick.place,
        "reasons": [reason.value for reason in pick.reasons],
    }


def kept_picks(picks: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The picks in what an act keeps; what is no pick is left out, an act may be of another program."""
    found = picks.get("picks")
    listed = found if isinstance(found, list) else []
    return [one for one in listed if isinstance(one, Mapping) and isinstance(one.get("unit"), str)]
