"""That units and agencies were told of an incident in words, and which state of it the words told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.domain.facts import hazards_in
from desktop.domain.incidents import Incident
from desktop.domain.records import Record, Value, col, record
from desktop.domain.referrals import Means

WARNINGS, HAZARDS = "warnings", "hazards"
"""What `dangers` holds: critical warnings with the act that wrote each last, and hazards to the crew."""


@record("told")
@dataclass(frozen=True, kw_only=True)
class Told(Record):
    """One telling: of a unit (its assignment) or an agency (its referral), how, and of which state.

    Each `…_told` is the act that had written that field group when it was told.
    """

    incident: str = col(default="", ref="incident", subject=True, uuid=True)
    assignment: str | None = col(ref="assignment", uuid=True)
    referral: str | None = col(ref="referral", uuid=True)
    means: Means | None = col(choices=Means)
    place_told: str | None = col(uuid=True)
    category_told: str | None = col(uuid=True)
    priority_told: str | None = col(uuid=True)
    people_told: str | None = col(uuid=True)
    dangers: Mapping[str, Any] | None = col()
    with_number: bool = col(default=False)
    """Whether the caller's number was in the words."""
    told_at: datetime | None = col()
    told_by: str | None = col()


GROUPS: Mapping[str, str] = {
    "place_told": "place",
    "category_told": "category",
    "priority_told": "priority",
    "people_told": "people",
}
"""By column of `Told` the incident's field group of which it keeps the act."""

STATE = (*GROUPS, "dangers")
"""Columns that say which state of the incident was told."""


def state_told(incident: Incident, warnings: Mapping[str, str]) -> dict[str, Value]:
    """The columns of `Told` that say what an incident is now.

    `warnings`: the critical ones that hold for its place, by id the act that wrote each last.
    """
    state: dict[str, Value] = {column: incident.acts.get(group) for column, group in GROUPS.items()}
    dangers = {WARNINGS: dict(warnings), HAZARDS: list(hazards_in(incident.facts))}
    return {**state, "dangers": dangers}


class ToldTo:
    """What was told, by whom it was told to."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._by_whom: dict[str, list[Told]] = defaultdict(list)
        for one in told:
            self._by_whom[one.assignment or one.referral or ""].append(one)

    def of(self, at_work: Iterable[Record]) -> tuple[Told, ...]:
        """What these assignments and referrals were told, also of an incident merged into theirs."""
        return tuple(told for one in at_work for told in self._by_whom.get(one.id, ()))
