"""Who of an incident is to be told: derived from what was told and what the incident is now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.board import Case
from desktop.domain.facts import hazards_in
from desktop.domain.incidents import Incident
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.told import GROUPS, WARNINGS, Told, ToldTo
from desktop.domain.units import Assignment
from desktop.domain.warnings import WarningEntry, place_of, warnings_for


class Stand(StrEnum):
    """How somebody at work stands to what is to be told."""

    UNTOLD = "untold"
    AGAIN = "again"
    """Told something else than what is so now."""
    TOLD = "told"
    THERE = "there"
    """Never told by a text, and arrived."""


class New(StrEnum):
    """What is otherwise than it was told."""

    PLACE = "place"
    CATEGORY = "category"
    PRIORITY = "priority"
    PEOPLE = "people"
    WARNING = "warning"
    HAZARD = "hazard"


_DANGERS = frozenset({New.WARNING, New.HAZARD})
_ORDER = (Stand.UNTOLD, Stand.AGAIN, Stand.TOLD, Stand.THERE)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A unit (by its assignment) or an agency (by its referral) at work, and what it was told last."""

    at_work: Assignment | Referral
    stand: Stand
    new: tuple[New, ...] = ()
    last: Told | None = None

    @property
    def id(self) -> str:
        """The id of the assignment or referral."""
        return self.at_work.id


def critical_at(entries: Iterable[WarningEntry], incident: Incident, now: datetime) -> dict[str, str]:
    """The critical warnings that hold at `now` (aware) for an incident's place, each with its last act."""
    found = warnings_for(entries, place_of(incident), now)
    return {one.id: one.warning.last_act or "" for one in found if one.warning.critical}


def recipients(case: Case, warnings: Mapping[str, str]) -> tuple[Recipient, ...]:
    """All who are at work on a case: who was not told comes first, then who is to be told again.

    `warnings`: the critical ones of its place, as `critical_at` has them.
    """
    told = ToldTo(case.told)
    at_work: tuple[Assignment | Referral, ...] = (*case.running, *case.running_referrals)
    found = [_recipient(one, told.of([one]), case.incident, warnings) for one in at_work]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.stand)))


def to_tell_again(case: Case, warnings: Mapping[str, str]) -> int:
    """How many were told what is no longer so."""
    return sum(one.stand is Stand.AGAIN for one in recipients(case, warnings)) if case.told else 0


def _recipient(
    one: Assignment | Referral, told: tuple[Told, ...], incident: Incident, warnings: Mapping[str, str]
) -> Recipient:
    if not told:
        # An agency was told when it was referred to, whatever was kept of the words.
        stand = Stand.TOLD if isinstance(one, Referral) else _untold(one)
        return Recipient(one, stand)
    last = max(told, key=lambda each: (each.told_at is not None, each.told_at, each.id))
    news = [set(_news(each, incident, warnings)) & _matters(one) for each in told]
    if not all(news):
        return Recipient(one, Stand.TOLD, last=last)
    new = set(_news(last, incident, warnings)) & _matters(one)
    return Recipient(one, Stand.AGAIN, tuple(each for each in New if each in new), last)


def _untold(one: Assignment) -> Stand:
    return Stand.UNTOLD if one.on_scene_at is None else Stand.THERE


def _matters(one: Assignment | Referral) -> frozenset[New]:
    """Who is there sees the place, and is told only of a danger that shows later; who left it, of nothing."""
    if isinstance(one, Referral):
        return _DANGERS if one.state is ReferralState.ARRIVED else frozenset(New)
    if one.transporting_at is not None or one.at_hospital_at is not None:
        return frozenset()
    return frozenset(New) if one.on_scene_at is None else _DANGERS


def _news(told: Told, incident: Incident, warnings: Mapping[str, str]) -> Iterator[New]:
    for column, group in GROUPS.items():
        act = getattr(told, column)
        if act is not None and act != incident.acts.get(group):
            yield New(group)
    dangers = told.dangers or {}
    known = dangers.get(WARNINGS)
    if not warnings.items() <= (known if isinstance(known, Mapping) else {}).items():
        yield New.WARNING
    if not set(hazards_in(incident.facts)) <= set(hazards_in(dangers)):
        yield New.HAZARD
