"""Rows read as the records of the domain."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from desktop.domain.board import CallEntry, Case, Reference, make_case
from desktop.domain.calling_back import CallBack, Silence
from desktop.domain.calls import Block, Call, CallPrivate, CallType
from desktop.domain.cards import CardApproval
from desktop.domain.clock import CLOCK_ID, TrainingClock
from desktop.domain.contacts import Contact, ContactEntry, ContactPrivate, ContactTry
from desktop.domain.distress import Distress
from desktop.domain.hospitals import HospitalPlace, HospitalState, Transport
from desktop.domain.incidents import Incident
from desktop.domain.memos import (
    Memo,
    MemoEntry,
    MemoPrivate,
    MemoRead,
)
from desktop.domain.plans import ResponsePlan
from desktop.domain.records import Record, table_of
from desktop.domain.reference import Agency, Area, Category, CityRule, Hospital, Outcome, Station, Target
from desktop.domain.referrals import Referral
from desktop.domain.shifts import Shift
from desktop.domain.told import Told, ToldTo
from desktop.domain.units import Assignment, Unit
from desktop.domain.warnings import (
    PlaceWarning,
    PlaceWarningPrivate,
    WarningEntry,
    WarningRead,
)
from desktop.store.accounts import all_operators
from desktop.store.filters import Filter, among, one_of, rows_where
from desktop.store.filters_board import in_distress, occupied
from desktop.store.personal import read_personal
from desktop.store.tables import TABLES

R = TypeVar("R", bound=Record)


def read_records(
    connection: Connection, cls: type[R], where: Filter | ColumnElement[bool] | None = None
) -> list[R]:
    """The records of one table that fit, all of them without a condition; in the order of their ids."""
    table = table_of(cls).name
    if isinstance(where, ColumnElement):
        found = connection.execute(rows_where(table, None).where(where))
    elif where is not None:
        found = connection.execute(rows_where(table, where.where), where.values)
    else:
        found = connection.execute(rows_where(table, None))
    names = list(found.keys())
    rows = (dict(zip(names, one, strict=True)) for one in found.all())
    return [cls.from_row(row["id"], row) for row in rows]


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
    where = None if ids is None else among(TABLES["unit"].c.id, ids)
    return tuple(read_records(connection, Unit, where))


def read_cases(connection: Connection, where: Filter | ColumnElement[bool]) -> tuple[Case, ...]:
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
    counted = connection.execute(_callers(), {"call_incident": ids})
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


@cache
def _callers() -> Select[Any, int]:
    incident = TABLES["call"].c.incident
    return select(incident, func.count()).where(one_of(incident)).group_by(incident)


def cases_named(ids: Collection[str]) -> Filter:
    """Incidents with these ids."""
    return among(TABLES["incident"].c.id, ids)


def read_calls(connection: Connection, where: Filter | ColumnElement[bool]) -> tuple[CallEntry, ...]:
    """Calls that fit, with what is personal, oldest first."""
    calls = sorted(read_records(connection, Call, where), key=_answered)
    if not calls:
        return ()
    ids = [one.id for one in calls]
    private = read_personal(connection, CallPrivate, ids)
    blocks: dict[str, Block] = {}
    for block in read_records(connection, Block, among(TABLES["block"].c.call, ids)):
        blocks[block.call] = block
    backs: dict[str, list[CallBack]] = defaultdict(list)
    for back in read_records(connection, CallBack, among(TABLES["call_back"].c.call, ids)):
        backs[back.call].append(back)
    silences: dict[str, Silence] = {}
    for silence in read_records(connection, Silence, among(TABLES["silence"].c.call, ids)):
        silences[silence.call] = silence
    return tuple(
        CallEntry(
            one, private[one.id], blocks.get(one.id), tuple(backs.get(one.id, ())), silences.get(one.id)
        )
        for one in calls
    )


def read_warnings(connection: Connection, where: Filter | ColumnElement[bool]) -> tuple[WarningEntry, ...]:
    """Warnings that fit, with what they say."""
    found = read_records(connection, PlaceWarning, where)
    private = read_personal(connection, PlaceWarningPrivate, [one.id for one in found])
    return tuple(WarningEntry(one, private[one.id]) for one in found)


def read_memos(connection: Connection, where: Filter | ColumnElement[bool]) -> tuple[MemoEntry, ...]:
    """Reminders and messages that fit, with what they say and who read them."""
    found = read_records(connection, Memo, where)
    ids = [one.id for one in found]
    private = read_personal(connection, MemoPrivate, ids)
    reads: dict[str, list[MemoRead]] = {one: [] for one in ids}
    for read in read_records(connection, MemoRead, among(TABLES["memo_read"].c.memo, ids)) if ids else ():
        reads[read.memo].append(read)
    return tuple(MemoEntry(one, private[one.id], tuple(reads[one.id])) for one in found)


def read_call(connection: Connection, call: str) -> CallEntry | None:
    """One call with what is personal, or None when there is none."""
    return next(iter(read_calls(connection, among(TABLES["call"].c.id, [call]))), None)


def read_occupied(connection: Connection, today_since: datetime) -> tuple[Assignment, ...]:
    """Running assignments that no case on the board shows: of no incident, or of one closed before today."""
    return tuple(read_records(connection, Assignment, occupied(today_since)))


def read_distress(connection: Connection) -> tuple[Distress, ...]:
    """The crews that are in distress."""
    return tuple(read_records(connection, Distress, in_distress()))


def _transports(connection: Connection, assignments: Collection[str]) -> dict[str, Transport]:
    if not assignments:
        return {}
    found = read_records(connection, Transport, among(TABLES["transport"].c.id, assignments))
    return {one.id: one for one in found}


def count_ended(connection: Connection, today_since: datetime) -> dict[CallType, int]:
    """Calls answered since the city's midnight (UTC) that have a type, by type."""
    found = connection.execute(_ended(), {"today_since": today_since})
    return {CallType(kind): count for kind, count in found}


@cache
def _ended() -> Select[Any, int]:
    call = TABLES["call"].c
    today = call.answered_at >= bindparam("today_since")
    return (
        select(call.call_type, func.count())
        .where(today, call.call_type.is_not(None))
        .group_by(call.call_type)
    )


def _by_incident(connection: Connection, cls: type[R], ids: Collection[str]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for one in read_records(connection, cls, among(TABLES[table_of(cls).name].c.incident, ids)):
        found[str(getattr(one, "incident", ""))].append(one)
    return found


def _merged_into(connection: Connection, ids: Iterable[str]) -> dict[str, list[str]]:
    """The incidents that went into each of these, also through others."""
    found: dict[str, list[str]] = defaultdict(list)
    into = {one: one for one in ids}
    while into:
        gone = connection.execute(_gone_into(), {"incident_merged_into": list(into)})
        into = {one: into[target] for one, target in gone}
        for one, target in into.items():
            found[target].append(one)
    return found


@cache
def _gone_into() -> Select[Any, Any]:
    incident = TABLES["incident"].c
    return select(incident.id, incident.merged_into).where(one_of(incident.merged_into))


def _told_to(connection: Connection, ids: Collection[str]) -> ToldTo:
    """What was told to whoever is at work on these incidents, also of one that was merged into them."""
    found = [
        *read_records(connection, Told, Filter(_told_by("assignment"), {"assignment_incident": ids})),
        *read_records(connection, Told, Filter(_told_by("referral"), {"referral_incident": ids})),
    ]
    return ToldTo(found)


@cache
def _told_by(work: str) -> ColumnElement[bool]:
    table = TABLES[work].c
    return TABLES["told"].c[work].in_(select(table.id).where(one_of(table.incident)))


def _answered(call: Call) -> tuple[float, str]:
    return (call.answered_at.timestamp() if call.answered_at else 0.0, call.id)
