"""Incidents that a call may be about: the same event, told once more."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.board import Case, Reference
from desktop.domain.incidents import Incident
from desktop.matching.kinds import RELATED, SAME, lasting, likeness, reach
from desktop.matching.spots import Nearness, Spot, Vocabulary, make_spot, nearness

LEAST = 0.5
"""The score from which on an incident is offered (ours; docs/performance.md has what it finds and misses)."""
MOST = 3
_SAME_NUMBER = 0.7
_CLOSED = 0.8


class Fit(StrEnum):
    """How the category of a call fits that of an incident."""

    SAME = "same"
    RELATED = "related"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a call so far, at a moment (aware); `called_about`: what its number called about."""

    spot: Spot
    category: str | None
    at: datetime
    called_about: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Likely:
    """An incident that may be the same event, its score from 0 to 1, and what speaks for it."""

    incident: str
    score: float
    near: Nearness
    minutes: int
    fit: Fit
    same_number: bool = False
    closed: bool = False


class SameEvent:
    """Compares calls with the incidents of a board; what it made ready of an incident is kept."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Incident, Spot]] = {}
        self._vocabulary = Vocabulary(())
        self._reference: Reference | None = None

    def find(self, report: Report, cases: Mapping[str, Case], reference: Reference) -> tuple[Likely, ...]:
        """The incidents that a report may be about, the likeliest first."""
        if not report.spot.known and not report.called_about:
            return ()
        self._make_ready(cases.values(), reference)
        found = []
        for case in cases.values():
            incident = case.incident
            if incident.merged_into is None and incident.opened_at is not None:
                near = self._near(report, incident, reference)
                if near.value >= LEAST or incident.id in report.called_about:
                    likely = self._judge(report, incident, near, incident.opened_at, reference)
                    if likely.score >= LEAST:
                        found.append(likely)
        found.sort(key=lambda one: (-one.score, one.minutes, one.incident))
        return tuple(found[:MOST])

    def spot(self, incident: str) -> Spot:
        """Where an incident is that was compared with the last report."""
        return self._made[incident][1]

    def _near(self, report: Report, incident: Incident, reference: Reference) -> Nearness:
        wide = 1.0
        if likeness(report.category, incident.category, reference) >= RELATED:
            wide = max(reach(incident.category), reach(report.category))
        return nearness(report.spot, self._made[incident.id][1], self._vocabulary, reach=wide)

    @staticmethod
    def _judge(
        report: Report, incident: Incident, near: Nearness, opened_at: datetime, reference: Reference
    ) -> Likely:
        minutes = max(0.0, (report.at - opened_at).total_seconds() / 60)
        still = lasting(incident.category, incident.priority, minutes)
        fit = likeness(report.category, incident.category, reference)
        score = near.value * still * fit
        same_number = incident.id in report.called_about
        if same_number:
            score = 1 - (1 - score) * (1 - _SAME_NUMBER * still)
        if not incident.is_open:
            score *= _CLOSED
        known = report.category is not None and incident.category is not None
        told = Fit.SAME if fit == SAME else Fit.RELATED if fit == RELATED else Fit.OTHER
        return Likely(
            incident.id,
            score,
            near,
            int(minutes),
            told if known else Fit.UNKNOWN,
            same_number,
            not incident.is_open,
        )

    def _make_ready(self, cases: Iterable[Case], reference: Reference) -> None:
        made: dict[str, tuple[Incident, Spot]] = {}
        same = self._reference is reference
        changed = not same
        for case in cases:
            incident = case.incident
            known = self._made.get(incident.id) if same else None
            if known is None or (known[0] is not incident and _moved(known[0], incident)):
                known = (incident, spot_of(incident, reference))
                changed = True
            made[incident.id] = known
        if changed or len(made) != len(self._made):
            self._vocabulary = Vocabulary(spot for _, spot in made.values())
        self._made, self._reference = made, reference


def spot_of(incident: Incident, reference: Reference) -> Spot:
    """Where an incident is."""
    point = (incident.latitude, incident.longitude)
    return make_spot(incident.address, incident.landmark, incident.area, point, reference)


def _moved(one: Incident, other: Incident) -> bool:
    return (one.address, one.landmark, one.area, one.latitude, one.longitude) != (
        other.address,
        other.landmark,
        other.area,
        other.latitude,
        other.longitude,
    )
