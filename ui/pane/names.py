"""What the words of a timeline need to know besides the acts: names, numbers, callers, times."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import CaseDetail, JournalEntry, Reference
from desktop.domain.centre import Centre
from desktop.domain.disclosure import may_see_numbers
from desktop.domain.incidents import Incident
from desktop.domain.reference import Role
from desktop.domain.referrals import Referral
from desktop.domain.units import Assignment
from desktop.live.board import Board
from desktop.operations.telephone import read_number
from ui.place_warnings.texts import line_text
from ui.times import clock_text, date_text

translate = QCoreApplication.translate

HIDDEN = "•••"
"""Stands for a number that the operator's roles do not see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Looks up what an act names only by its id.

    `day`: the city's day on which the incident was opened; `today`: its present day, None for that same day.
    """

    reference: Reference
    zone: tzinfo
    area_code: str
    shown: str
    """The id of the incident whose timeline it is."""
    sees_numbers: bool = True
    day: date | None = None
    today: date | None = None
    opened_at: datetime | None = None
    units: Mapping[str, str] = field(default_factory=dict)
    """Call signs by id."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Incidents' numbers by id."""
    callers: Mapping[str, str] = field(default_factory=dict)
    """How to tell one caller from the others, by the call's id; empty for a single caller."""
    assignments: Mapping[str, Assignment] = field(default_factory=dict)
    referrals: Mapping[str, Referral] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    """Notes by the id of their act."""
    has_places: bool = False
    """Whether the desk knows places: an incident without a point is then told from others."""
    warnings: Mapping[str, str] = field(default_factory=dict)
    """Warnings that hold, in a line each, by id."""
    memos: Mapping[str, str] = field(default_factory=dict)
    """What reminders and messages say, by id."""

    def operator(self, login: str | None) -> str:
        """An operator's name."""
        return self.reference.operator_name(login)

    def unit(self, unit: str | None) -> str:
        """A unit's call sign."""
        return self.units.get(unit or "", unit or "")

    def unit_of(self, assignment: str) -> str:
        """The call sign of the unit of an assignment."""
        found = self.assignments.get(assignment)
        return self.unit(found.unit) if found else ""

    def agency(self, code: str | None) -> str:
        """An agency's short name."""
        found = self.reference.agencies.get(code or "")
        return found.short_name if found else code or ""

    def agency_of(self, referral: str) -> str:
        """The short name of the agency of a referral."""
        found = self.referrals.get(referral)
        return self.agency(found.agency) if found else ""

    def hospital(self, code: object) -> str:
        """A hospital's short name."""
        found = self.reference.hospitals.get(str(code))
        return found.short_name if found else str(code)

    def incident(self, incident: object) -> str:
        """Another incident's number."""
        return self.numbers.get(str(incident)) or translate("Telling", "another incident")

    def telephone(self, number: object) -> str:
        """A caller's number as people read it."""
        if not number:
            return ""
        if not self.sees_numbers:
            return HIDDEN
        read = read_number(str(number), self.area_code)
        return read.display if read else str(number)

    def time(self, moment: datetime) -> str:
        """A clock time, with its date when it lies on another day than the incident."""
        return moment_text(moment, self.zone, self.day)


def moment_text(moment: datetime, zone: tzinfo, day: date | None) -> str:
    """A clock time, with its date when that is not `day`."""
    text = clock_text(moment, zone)
    if day is None or moment.astimezone(zone).date() == day:
        return text
    return f"{date_text(moment, zone)} {text}"


def names_for(
    detail: CaseDetail,
    board: Board,
    centre: Centre,
    roles: frozenset[Role],
    now: datetime,
    *,
    has_places: bool = False,
) -> Names:
    """The names that one incident's timeline needs. `now`: the centre's time (aware)."""
    incident = detail.case.incident
    known = [case.incident for case in board.cases.values()]
    return Names(
        reference=board.reference,
        zone=centre.zone,
        area_code=centre.area_code,
        shown=incident.id,
        sees_numbers=may_see_numbers(roles),
        day=incident.day,
        today=now.astimezone(centre.zone).date(),
        opened_at=incident.opened_at,
        units={unit.id: unit.call_sign for unit in board.units.values()},
        numbers={
            one.id: short_number(one, centre) for one in (*known, *detail.related, *detail.merged, incident)
        },
        callers=_callers(detail),
        assignments={one.id: one for one in detail.case.assignments},
        referrals={one.id: one for one in detail.case.referrals},
        notes={entry.id: entry.note for entry in detail.timeline if entry.note},
        has_places=has_places,
        warnings={one.id: line_text(one) for one in board.warnings.values()},
        memos=_memo_texts(detail.timeline),
    )


def short_number(incident: Incident, centre: Centre) -> str:
    """An incident's number as the list shows it: 24-018."""
    return centre.number(incident.day, incident.serial).short if incident.day else ""


def full_number(incident: Incident, centre: Centre) -> str:
    """An incident's number as it is unique for ever: DP 261124-018."""
    return centre.number(incident.day, incident.serial).full if incident.day else ""


def _memo_texts(timeline: Iterable[JournalEntry]) -> Mapping[str, str]:
    """What the reminders and messages of a timeline say; those erased are left out."""
    return {
        change.row: str(change.values["text"])
        for entry in timeline
        for change in entry.changes
        if change.table == "memo_private" and change.values.get("text")
    }


def _callers(detail: CaseDetail) -> Mapping[str, str]:
    if len(detail.calls) < 2:
        return {}
    source = translate("Telling", "caller {rank}")
    return {
        entry.id: entry.private.name or source.format(rank=rank) for rank, entry in enumerate(detail.calls, 1)
    }
