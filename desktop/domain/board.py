"""What a desk shows: cases, units and running calls, as frozen pictures made from rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.acts import Change
from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.calling_back import CallBack, Silence
from desktop.domain.calls import Block, Call, CallPrivate, CallType
from desktop.domain.cards import CardApproval
from desktop.domain.contacts import ContactEntry, ContactTry
from desktop.domain.distress import Distress
from desktop.domain.hospitals import HospitalPlace, HospitalState, Transport
from desktop.domain.incidents import Incident, IncidentPrivate
from desktop.domain.memos import MemoEntry
from desktop.domain.phase import Phase, phase_of
from desktop.domain.plans import ResponsePlan
from desktop.domain.reference import (
    LOOK_BACK_DAYS,
    RULES,
    Agency,
    Area,
    AreaLevel,
    Category,
    Hospital,
    Outcome,
    Station,
    Target,
    look_back_rule,
)
from desktop.domain.referrals import RUNNING, Referral
from desktop.domain.shifts import Shift
from desktop.domain.told import Told
from desktop.domain.units import Assignment, AssignmentEnd, AssignmentState, Unit, is_after
from desktop.domain.warnings import WarningEntry, WarningRead

ENDING_NONE = frozenset({"call.taken", "call.described", "call.held", "call.resumed", "call.hung_up"})
"""Kinds of act about calls after which as many have ended as before, of each type: none is counted again."""


@dataclass(frozen=True, slots=True)
class Case:
    """An incident with what runs for it. `callers` counts its calls."""

    incident: Incident
    assignments: tuple[Assignment, ...] = ()
    referrals: tuple[Referral, ...] = ()
    callers: int = 0
    phase: Phase = Phase.WAITING
    reads: tuple[WarningRead, ...] = ()
    """Who read which warning of its place."""
    transports: tuple[Transport, ...] = ()
    """Who is brought to a hospital by its assignments."""
    tries: tuple[ContactTry, ...] = ()
    """Who was telephoned because of it."""
    told: tuple[Told, ...] = ()
    """Who of its units and agencies was told what."""
    merged: tuple[str, ...] = ()
    """The incidents that were merged into it, by id."""

    @property
    def id(self) -> str:
        """The incident's id."""
        return self.incident.id

    @property
    def running(self) -> tuple[Assignment, ...]:
        """Assignments that have not ended."""
        return tuple(one for one in self.assignments if one.state is AssignmentState.RUNNING)

    @property
    def done(self) -> tuple[Assignment, ...]:
        """Assignments whose units came and finished, since it was opened or opened again."""
        since = self.incident.reopened_at
        return tuple(one for one in self.assignments if one.came and one.finished_since(since))

    @property
    def done_referrals(self) -> tuple[Referral, ...]:
        """Referrals that were finished since it was opened or opened again."""
        since = self.incident.reopened_at
        return tuple(one for one in self.referrals if one.finished_since(since))

    def transport(self, assignment: str) -> Transport | None:
        """What is known of whom an assignment brings to a hospital."""
        return next((one for one in self.transports if one.id == assignment), None)

    @property
    def queued(self) -> tuple[Assignment, ...]:
        """Assignments whose units come next, once they are free; none where that unit is at work already."""
        here = {one.unit for one in self.running}
        waiting = (one for one in self.assignments if one.state is AssignmentState.QUEUED)
        return tuple(one for one in waiting if self.incident.is_open and one.unit not in here)

    @property
    def is_left_behind(self) -> bool:
        """Whether it waits because its unit was diverted to another."""
        again = self.incident.reopened_at
        diverted = any(
            one.ended_as is AssignmentEnd.DIVERTED and is_after(one.ended_at, again)
            for one in self.assignments
        )
        return diverted and self.phase is Phase.WAITING

    @property
    def running_referrals(self) -> tuple[Referral, ...]:
        """Referrals from which something is still expected."""
        return tuple(one for one in self.referrals if one.state in RUNNING)


def make_case(
    incident: Incident,
    assignments: tuple[Assignment, ...],
    referrals: tuple[Referral, ...],
    callers: int,
    reads: tuple[WarningRead, ...] = (),
    transports: tuple[Transport, ...] = (),
    tries: tuple[ContactTry, ...] = (),
    told: tuple[Told, ...] = (),
) -> Case:
    """A case with its phase derived."""
    phase = phase_of(incident, assignments, referrals)
    return Case(incident, assignments, referrals, callers, phase, reads, transports, tries, told)


def case_of(cases: Mapping[str, Case], incident: str | None) -> Case | None:
    """The case of an incident: where it was merged, that of the other."""
    if incident is None or incident in cases:
        return cases.get(incident or "")
    return next((case for case in cases.values() if incident in case.merged), None)


def next_of(unit: str, cases: Iterable[Case]) -> Assignment | None:
    """Where a unit goes next, once it is free; of several the last that was said."""
    waiting = (one for case in cases for one in case.queued if one.unit == unit)
    return max(waiting, key=lambda one: one.id, default=None)


UrgencyKey = tuple[str, bool, bool, datetime | None, str]
DangerKey = tuple[str, bool, bool, int, int, datetime | None, str]


def urgency_key(case: Case) -> UrgencyKey:
    """Orders the list: by priority, then what was left behind, what waits, the rest; the oldest first."""
    incident = case.incident
    waits = case.phase is Phase.WAITING
    return incident.priority.value, not case.is_left_behind, not waits, incident.opened_at, incident.id


def danger_key(case: Case) -> DangerKey:
    """Orders what waits when much comes at once: by priority, waiting, people hurt and how many called."""
    incident = case.incident
    waits, left = case.phase is Phase.WAITING, case.is_left_behind
    hurt, callers = incident.people_hurt or 0, case.callers
    return incident.priority.value, not left, not waits, -hurt, -callers, incident.opened_at, incident.id


@dataclass(frozen=True, slots=True)
class CallEntry:
    """A call with what is personal in it; `block` is the block made from it, if any.

    `call_backs`: how often its caller was called back. `silence`: how long somebody listened in vain.
    """

    call: Call
    private: CallPrivate
    block: Block | None = None
    call_backs: tuple[CallBack, ...] = ()
    silence: Silence | None = None

    @property
    def id(self) -> str:
        """The call's id."""
        return self.call.id


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """An act as a timeline shows it."""

    id: str
    sequence: int
    kind: str
    author: str
    source: str
    claimed_by: str | None
    occurred_at: datetime | None
    recorded_at: datetime
    note: str | None
    changes: tuple[Change, ...]
    before: tuple[Mapping[str, object], ...]
    """For each change, the values that it replaced."""
    struck_by: str | None = None
    """The act that struck the note through."""
    excused: tuple[str, ...] = ()
    """Guards that let it pass for its source alone: what it was done without, as it claims."""

    @property
    def at(self) -> datetime:
        """When it happened, as claimed, else when it was recorded (UTC)."""
        return self.occurred_at or self.recorded_at


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """All of one incident: for the pane."""

    case: Case
    private: IncidentPrivate
    calls: tuple[CallEntry, ...]
    timeline: tuple[JournalEntry, ...]
    related: tuple[Incident, ...] = ()
    merged: tuple[Incident, ...] = ()
    """Incidents that were merged into this one."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The centre's reference data by id, and its operators' names by login."""

    areas: Mapping[str, Area] = field(default_factory=dict)
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)
    stations: Mapping[str, Station] = field(default_factory=dict)
    hospitals: Mapping[str, Hospital] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    plans: tuple[ResponsePlan, ...] = ()
    contacts: Mapping[str, ContactEntry] = field(default_factory=dict)
    shifts: Mapping[str, Shift] = field(default_factory=dict)
    operators: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, int] = field(default_factory=dict)

    def rule(self, name: str) -> int:
        """The city's rule of that id, or what holds where it has none. KeyError for no rule."""
        return self.rules.get(name, RULES[name])

    def look_back_days(self, category: str | None) -> int:
        """How many days back an incident of a category, or of none, is told at its place."""
        general = self.rule(LOOK_BACK_DAYS)
        return general if category is None else self.rules.get(look_back_rule(category), general)

    approvals: Mapping[str, CardApproval] = field(default_factory=dict)
    """What was decided of question cards."""
    hospital_places: Mapping[str, HospitalPlace] = field(default_factory=dict)
    hospital_states: Mapping[str, HospitalState] = field(default_factory=dict)

    def operator_name(self, login: str | None) -> str:
        """The name behind a login; the login itself when nobody knows it."""
        return "" if login is None else self.operators.get(login, login)

    def kecamatan_of(self, area: str | None) -> Area | None:
        """The kecamatan in which an area lies; a kecamatan lies in itself."""
        found = self.areas.get(area) if area else None
        if found is None or found.level is AreaLevel.KECAMATAN:
            return found
        return self.areas.get(found.parent) if found.parent else None


Marks = Mapping[tuple[str, str], str]
"""By table and row, the act that last wrote the row: to tell what differs between two boards."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The open board at one moment: cases open or closed today, all units, today's counts.

    `calls`: those that run, and those that were lost and wait for a call back. `warnings`: those that hold.
    `memos`: reminders not done, and messages of the last hours.
    """

    sequence: int
    cases: tuple[Case, ...]
    units: tuple[Unit, ...]
    calls: tuple[CallEntry, ...]
    occupied: tuple[Assignment, ...]
    """Running assignments that no case on the board shows."""
    ended_today: Mapping[CallType, int]
    warnings: tuple[WarningEntry, ...] = ()
    distress: tuple[Distress, ...] = ()
    memos: tuple[MemoEntry, ...] = ()
    answers: tuple[AlarmAnswer, ...] = ()
    """What was answered to alarms since the day before."""


@dataclass(frozen=True, slots=True)
class News:
    """What acts changed: rows as they are now. Ids without a row left the board."""

    sequence: int
    acts: tuple[tuple[str, str, str], ...]
    """(id, kind, author) of each act, in order."""
    case_ids: frozenset[str] = frozenset()
    unit_ids: frozenset[str] = frozenset()
    call_ids: frozenset[str] = frozenset()
    cases: tuple[Case, ...] = ()
    units: tuple[Unit, ...] = ()
    calls: tuple[CallEntry, ...] = ()
    occupied: tuple[Assignment, ...] = ()
    ended_today: Mapping[CallType, int] | None = None
    """Calls answered today that have a type, by type; None where no more ended than before."""
    reference: Reference | None = None
    clock_changed: bool = False
    warning_ids: frozenset[str] = frozenset()
    warnings: tuple[WarningEntry, ...] = ()
    distress: tuple[Distress, ...] = ()
    memo_ids: frozenset[str] = frozenset()
    memos: tuple[MemoEntry, ...] = ()
    answers: tuple[AlarmAnswer, ...] = ()
    """What was answered lately to alarms about incidents and units named."""
