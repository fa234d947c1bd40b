"""Rows read as the records of the domain."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import BindParameter, ColumnElement, Connection, and_, bindparam, func, or_, select

from desktop.domain.board import CallEntry, Case, Reference, make_case
from desktop.domain.calling_back import CallBack, Silence
from desktop.domain.calls import Block, Call, CallPrivate, CallType
from desktop.domain.cards import CardApproval
from desktop.domain.clock import CLOCK_ID, TrainingClock
from desktop.domain.contacts import Contact, ContactEntry, ContactPrivate, ContactTry
from desktop.domain.distress import Distress, DistressState
from desktop.domain.hospitals import HospitalPlace, HospitalState, Transport
from desktop.domain.incidents import Incident
from desktop.domain.memos import (
    SHOWN_FOR,
    Memo,
    MemoEntry,
    MemoKind,
    MemoPrivate,
    MemoRead,
    MemoState,
)
from desktop.domain.plans import ResponsePlan
from desktop.domain.records import Record, table_of
from desktop.domain.reference import Agency, Area, Category, CityRule, Hospital, Outcome, Station, Target
from desktop.domain.referrals import Referral
from desktop.domain.shifts import Shift
from desktop.domain.told import Told, ToldTo
from desktop.domain.units import Assignment, AssignmentState, Unit
from desktop.domain.warnings import (
    PlaceWarning,
    PlaceWarningPrivate,
    WarningEntry,
    WarningRead,
    WarningState,
)
from desktop.store.accounts import all_operators
from desktop.store.personal import read_personal
from desktop.store.queries_calling_back import waits_for_call_back
from desktop.store.tables import TABLES

R = TypeVar("R", bound=Record)


def read_records(connection: Connection, cls: type[R], where: ColumnElement[bool] | None = None) -> list[R]:
    """The records of one table that fit, all of them without a condition; in the order of their ids."""
    table = TABLES[table_of(cls).name]
    statement = select(table).order_by(table.c.id)
    if where is not None:
        statement = statement.where(where)
    return [_record(cls, found) for found in connection.execute(statement).mappings()]


def _record(cls: type[R], found: Mapping[Any, Any]) -> R:
    return cls.from_row(found["id"], found)


def read_reference(connection: Connection) -> Reference:
    """The centre's reference data."""

    def by_id(cls: type[R], *, ranked: bool = False) -> dict[str, R]:
        found = read_records(connection, cls)
        if ranked:
            found.sort(key=lambda one: getattr(one, "rank", 0))
        return {one.id: one for one in found}

    return Reference(
        areas=by_id(Area),
        agencies=by_id(Agency),
        categories=by_id(Category, ranked=True),
        stations=by_id(Station, ranked=True),
        hospitals=by_id(Hospital, ranked=True),
        outcomes=by_id(Outcome, ranked=True),
        targets=tuple(read_records(connection, Target)),
        plans=tuple(read_records(connection, ResponsePlan)),
        contacts=read_contacts(connection),
        shifts=by_id(Shift, ranked=True),
        operators={one.login: one.name for one in all_operators(connection)},
        rules={one.id: one.number for one in read_records(connection, CityRule)},
        approvals=by_id(CardApproval),
        hospital_places=by_id(HospitalPlace),
        hospital_states=by_id(HospitalState),
    )


def read_contacts(connection: Connection) -> dict[str, ContactEntry]:
    """The phone book in its order; of a person only what may be read."""
    found = sorted(read_records(connection, Contact), key=lambda one: one.rank)
    private = read_personal(connection, ContactPrivate, [one.id for one in found])
    return {one.id: ContactEntry(one, private[one.id]) for one in found}


def read_category(connection: Connection, category: str) -> Category | None:
    """One category, or None when there is none."""
    return next(iter(read_records(connection, Category, TABLES["category"].c.id == category)), None)


def read_clock(connection: Connection) -> TrainingClock | None:
    """The training clock, where one is set."""
    table = TABLES["clock"]
    return next(iter(read_records(connection, TrainingClock, table.c.id == CLOCK_ID)), None)


def read_past_cases(connection: Connection, limit: int) -> tuple[Case, ...]:
    """The last incidents that were closed, so many at most, the newest not first."""
    incident = TABLES["incident"]
    newest = (
        select(incident.c.id)
        .where(incident.c.closed_at.is_not(None))
        .order_by(incident.c.day.desc(), incident.c.serial.desc())
        .limit(limit)
    )
    return read_cases(connection, incident.c.id.in_(newest))


def read_units(connection: Connection, ids: Collection[str] | None = None) -> tuple[Unit, ...]:
    """Units, all or those named."""
    where = None if ids is None else TABLES["unit"].c.id.in_(ids)
    return tuple(read_records(connection, Unit, where))


def read_cases(connection: Connection, where: ColumnElement[bool]) -> tuple[Case, ...]:
    """Cases whose incident fits."""
    incidents = read_records(connection, Incident, where)
    if not incidents:
        return ()
    ids = [one.id for one in incidents]
    assignments = _by_incident(connection, Assignment, ids)
    referrals = _by_incident(connection, Referral, ids)
    reads = _by_incident(connection, WarningRead, ids)
    transports = _transports(connection, [one.id for some in assignments.values() for one in some])
    merged = _merged_into(connection, ids)
    all_of = {one.id: (one.id, *sorted(merged[one.id])) for one in incidents}
    tries = _by_incident(connection, ContactTry, [one for some in all_of.values() for one in some])
    told = _told_to(connection, ids)
    call = TABLES["call"]
    counted = connection.execute(
        select(call.c.incident, func.count()).where(call.c.incident.in_(ids)).group_by(call.c.incident)
    )
    callers: dict[str, int] = {str(incident): count for incident, count in counted}
    return tuple(
        replace(
            make_case(
                one,
                tuple(assignments[one.id]),
                tuple(referrals[one.id]),
                callers.get(one.id, 0),
                tuple(reads[one.id]),
                tuple(transports[sent.id] for sent in assignments[one.id] if sent.id in transports),
                tuple(tried for part in all_of[one.id] for tried in tries[part]),
                told.of([*assignments[one.id], *referrals[one.id]]),
            ),
            merged=all_of[one.id][1:],
        )
        for one in incidents
    )


def cases_named(ids: Collection[str]) -> ColumnElement[bool]:
    """The condition for incidents with these ids."""
    return TABLES["incident"].c.id.in_(ids)


def cases_on_board(today_since: datetime) -> ColumnElement[bool]:
    """The condition for incidents that are open, or were closed since the city's midnight (UTC)."""
    return or_(_is_open(), TABLES["incident"].c.closed_at >= today_since)


def all_on_board(today_since: datetime) -> ColumnElement[bool]:
    """The same condition, for looking through all incidents there are.

    Each half has an index of its own; SQLite takes neither for both joined by OR (38 ms among 100,000).
    """
    incident = TABLES["incident"]
    is_open = select(incident.c.id).where(_is_open())
    return incident.c.id.in_(
        is_open.union_all(select(incident.c.id).where(incident.c.closed_at >= today_since))
    )


def _is_open() -> ColumnElement[bool]:
    incident = TABLES["incident"]
    return and_(incident.c.closed_at.is_(None), incident.c.merged_into.is_(None))


def read_calls(connection: Connection, where: ColumnElement[bool]) -> tuple[CallEntry, ...]:
    """Calls that fit, with what is personal, oldest first."""
    calls = sorted(read_records(connection, Call, where), key=_answered)
    if not calls:
        return ()
    ids = [one.id for one in calls]
    private = read_personal(connection, CallPrivate, ids)
    blocks: dict[str, Block] = {}
    for block in read_records(connection, Block, TABLES["block"].c.call.in_(ids)):
        blocks[block.call] = block
    backs: dict[str, list[CallBack]] = defaultdict(list)
    for back in read_records(connection, CallBack, TABLES["call_back"].c.call.in_(ids)):
        backs[back.call].append(back)
    silences: dict[str, Silence] = {}
    for silence in read_records(connection, Silence, TABLES["silence"].c.call.in_(ids)):
        silences[silence.call] = silence
    return tuple(
        CallEntry(
            one, private[one.id], blocks.get(one.id), tuple(backs.get(one.id, ())), silences.get(one.id)
        )
        for one in calls
    )


def calls_on_board(today_since: datetime) -> ColumnElement[bool]:
    """The condition for calls that run, or were lost and wait for a call back."""
    return or_(running_calls(), waits_for_call_back(today_since))


def all_calls_on_board(today_since: datetime) -> ColumnElement[bool]:
    """The same condition, for looking through all calls there are: each half has an index of its own."""
    call = TABLES["call"]
    running = select(call.c.id).where(running_calls())
    return call.c.id.in_(running.union_all(select(call.c.id).where(waits_for_call_back(today_since))))


def warnings_on_board(today_since: datetime) -> ColumnElement[bool]:
    """The condition for warnings that hold, or expired since the city's midnight (UTC)."""
    table = TABLES["place_warning"]
    # Written into the statement: SQLite takes a partial index for a value that it sees, not for a parameter.
    active: BindParameter[str] = bindparam("active", WarningState.ACTIVE.value, literal_execute=True)
    return and_(table.c.state == active, or_(table.c.expires_at.is_(None), table.c.expires_at >= today_since))


def read_warnings(connection: Connection, where: ColumnElement[bool]) -> tuple[WarningEntry, ...]:
    """Warnings that fit, with what they say."""
    found = read_records(connection, PlaceWarning, where)
    private = read_personal(connection, PlaceWarningPrivate, [one.id for one in found])
    return tuple(WarningEntry(one, private[one.id]) for one in found)


def memos_on_board(today_since: datetime) -> ColumnElement[bool]:
    """The condition for reminders not done and the messages since hours before the city's midnight (UTC)."""
    table = TABLES["memo"]
    # Written into the statement: SQLite takes a partial index for a value that it sees, not for a parameter.
    state: BindParameter[str] = bindparam("open", MemoState.OPEN.value, literal_execute=True)
    recent = and_(table.c.kind == MemoKind.MESSAGE, table.c.made_at >= today_since - SHOWN_FOR)
    return or_(table.c.state == state, recent)


def read_memos(connection: Connection, where: ColumnElement[bool]) -> tuple[MemoEntry, ...]:
    """Reminders and messages that fit, with what they say and who read them."""
    found = read_records(connection, Memo, where)
    ids = [one.id for one in found]
    private = read_personal(connection, MemoPrivate, ids)
    reads: dict[str, list[MemoRead]] = {one: [] for one in ids}
    for read in read_records(connection, MemoRead, TABLES["memo_read"].c.memo.in_(ids)) if ids else ():
        reads[read.memo].append(read)
    return tuple(MemoEntry(one, private[one.id], tuple(reads[one.id])) for one in found)


def read_call(connection: Connection, call: str) -> CallEntry | None:
    """One call with what is personal, or None when there is none."""
    return next(iter(read_calls(connection, TABLES["call"].c.id == call)), None)


def running_calls() -> ColumnElement[bool]:
    """The condition for calls that have not ended."""
    return TABLES["call"].c.ended_at.is_(None)


def read_occupied(connection: Connection, today_since: datetime) -> tuple[Assignment, ...]:
    """Running assignments that no case on the board shows: of no incident, or of one closed before today."""
    table = TABLES["assignment"]
    shown = select(TABLES["incident"].c.id).where(
        TABLES["incident"].c.id == table.c.incident, cases_on_board(today_since)
    )
    # Written into the statement: SQLite takes a partial index for a value that it sees, not for a parameter.
    state: BindParameter[str] = bindparam("running", AssignmentState.RUNNING.value, literal_execute=True)
    running = select(table.c.id).where(table.c.state == state, ~shown.exists())
    return tuple(read_records(connection, Assignment, table.c.id.in_(running)))


def read_distress(connection: Connection) -> tuple[Distress, ...]:
    """The crews that are in distress."""
    # Written into the statement: SQLite takes a partial index for a value that it sees, not for a parameter.
    state: BindParameter[str] = bindparam("open", DistressState.OPEN.value, literal_execute=True)
    return tuple(read_records(connection, Distress, TABLES["distress"].c.state == state))


def _transports(connection: Connection, assignments: Collection[str]) -> dict[str, Transport]:
    if not assignments:
        return {}
    found = read_records(connection, Transport, TABLES["transport"].c.id.in_(assignments))
    return {one.id: one for one in found}


def count_ended(connection: Connection, today_since: datetime) -> dict[CallType, int]:
    """Calls answered since the city's midnight (UTC) that have a type, by type."""
    call = TABLES["call"]
    found = connection.execute(
        select(call.c.call_type, func.count())
        .where(call.c.answered_at >= today_since, call.c.call_type.is_not(None))
        .group_by(call.c.call_type)
    )
    return {CallType(kind): count for kind, count in found}


def _by_incident(connection: Connection, cls: type[R], ids: Iterable[str]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for one in read_records(connection, cls, TABLES[table_of(cls).name].c.incident.in_(ids)):
        found[str(getattr(one, "incident", ""))].append(one)
    return found


def _merged_into(connection: Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """The incidents that went into each of these, also through others."""
    incident = TABLES["incident"].c
    found: dict[str, list[str]] = defaultdict(list)
    into = {one: one for one in ids}
    while into:
        gone = select(incident.id, incident.merged_into).where(incident.merged_into.in_(list(into)))
        into = {one: into[target] for one, target in connection.execute(gone)}
        for one, target in into.items():
            found[target].append(one)
    return found


def _told_to(connection: Connection, ids: Collection[str]) -> ToldTo:
    """What was told to whoever is at work on these incidents, also of one that was merged into them."""
    told, assignment, referral = (TABLES[name] for name in ("told", "assignment", "referral"))
    units = select(assignment.c.id).where(assignment.c.incident.in_(ids))
    agencies = select(referral.c.id).where(referral.c.incident.in_(ids))
    found = [
        *read_records(connection, Told, told.c.assignment.in_(units)),
        *read_records(connection, Told, told.c.referral.in_(agencies)),
    ]
    return ToldTo(found)


def _answered(call: Call) -> tuple[float, str]:
    return (call.answered_at.timestamp() if call.answered_at else 0.0, call.id)
