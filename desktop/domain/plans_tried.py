"""Response plans tried on what happened: what they would have asked for beside what was sent.

It says nothing of travel times and crews: where everybody stood then is not known any more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from desktop.domain.board import Case, Reference
from desktop.domain.plans import Need, Response, ResponsePlan, lacking, response
from desktop.domain.reference import UnitType
from desktop.domain.situations import asked_of
from desktop.domain.units import AssignmentEnd, AssignmentState, Unit


@dataclass
class Tried:
    """What came of a category's incidents: sent as planned, or with units missing, or with units beyond."""

    incidents: int = 0
    unplanned: int = 0
    """Incidents of which no plan speaks."""
    alike: int = 0
    fewer: int = 0
    more: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    """Units by the kinds that a need names."""
    sent: Counter[str] = field(default_factory=Counter)


def try_plans(
    plans: Sequence[ResponsePlan],
    cases: Iterable[Case],
    units: Mapping[str, Unit],
    reference: Reference,
    zone: tzinfo = UTC,
) -> Mapping[str, Tried]:
    """By category what the plans would have asked for at these incidents. Units called off do not count.

    `zone`: the city's; an incident is taken at the hour in which it was opened.
    """
    found: dict[str, Tried] = {}
    for case in cases:
        incident = case.incident
        if incident.category is None:
            continue
        tried = found.setdefault(incident.category, Tried())
        tried.incidents += 1
        sent = [
            units[one.unit].unit_type
            for one in case.assignments
            if one.unit in units
            and one.state is not AssignmentState.QUEUED
            and one.ended_as is not AssignmentEnd.CANCELLED
        ]
        tried.sent.update(kind.value for kind in sent)
        opened = incident.opened_at
        hour = None if opened is None else opened.astimezone(zone).time()
        asked = response(plans, asked_of(incident, reference, hour))
        if asked is None:
            tried.unplanned += 1
            continue
        for need in asked.needs:
            tried.asked[need.code] += need.count
        missing, beyond = compared(asked.needs, sent)
        tried.fewer += missing > 0
        tried.more += beyond > 0
        tried.alike += missing == 0 and beyond == 0
    return found


@dataclass(frozen=True, slots=True)
class Compared:
    """What other plans would have asked for at a category's incidents, beside those in force."""

    category: str
    otherwise: int
    """Incidents for which the two ask for something else."""
    now: Tried
    then: Tried


def compare_plans(
    present: Sequence[ResponsePlan],
    wanted: Sequence[ResponsePlan],
    cases: Iterable[Case],
    units: Mapping[str, Unit],
    reference: Reference,
    zone: tzinfo = UTC,
) -> tuple[Compared, ...]:
    """The categories, in the city's order, of whose incidents other plans would have asked something else."""
    cases = tuple(cases)
    now, then = (try_plans(plans, cases, units, reference, zone) for plans in (present, wanted))
    otherwise: Counter[str] = Counter()
    for incident in (case.incident for case in cases):
        opened = incident.opened_at
        asked = asked_of(incident, reference, None if opened is None else opened.astimezone(zone).time())
        if _said(response(present, asked)) != _said(response(wanted, asked)):
            otherwise[incident.category or ""] += 1
    return tuple(
        Compared(category, otherwise[category], now[category], then[category])
        for category in reference.categories
        if otherwise[category]
    )


def _said(found: Response | None) -> tuple[object, ...]:
    return () if found is None else (found.needs, found.tell, found.minutes)


def compared(needs: Sequence[Need], sent: Sequence[UnitType]) -> tuple[int, int]:
    """How many units the needs lack among those sent, and how many were sent beyond them."""
    missing = sum(lacking(needs, sent))
    return missing, len(sent) - sum(need.count for need in needs) + missing
