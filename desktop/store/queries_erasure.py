"""What of a caller, and of a warning, can be erased."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Function, Table, and_, cast, func, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from desktop.domain.calls import Call, CallPrivate
from desktop.domain.incidents import Incident, IncidentPrivate
from desktop.domain.memos import Memo, MemoPrivate, MemoState
from desktop.domain.records import Record, table_of
from desktop.domain.shifts import CrewSignPrivate, HandoverPrivate
from desktop.domain.warnings import PlaceWarning, PlaceWarningPrivate, WarningState
from desktop.store.personal import read_personal
from desktop.store.problems import StoreError
from desktop.store.queries import read_records
from desktop.store.tables import TABLES


@dataclass(frozen=True, slots=True)
class Erasable:
    """What can be erased for some calls, warnings, memos, crews and hand-overs.

    `running`: calls of them at which somebody is still at work, warnings that were not withdrawn, reminders
    not done. `others`: of crews and hand-overs.
    """

    calls: tuple[CallPrivate, ...]
    incidents: tuple[IncidentPrivate, ...]
    running: frozenset[str]
    warnings: tuple[PlaceWarningPrivate, ...] = ()
    memos: tuple[MemoPrivate, ...] = ()
    others: tuple[Record, ...] = ()


_OTHERS: tuple[type[Record], ...] = (CrewSignPrivate, HandoverPrivate)


def calls_of_number(connection: Connection, number: str) -> tuple[str, ...]:
    """The calls from a number in its normal form, by id. StoreError `not_allowed` on a server for who may not
    erase.
    """
    if connection.dialect.name == "postgresql":
        return tuple(_asked(connection, func.erasable_calls(number, type_=ARRAY(UUID(as_uuid=False)))))
    private = TABLES["call_private"]
    return tuple(connection.execute(select(private.c.id).where(private.c.number == number)).scalars())


def warnings_of_place(connection: Connection, fits: Callable[[PlaceWarning], bool]) -> tuple[str, ...]:
    """The warnings, withdrawn or not, that fit, by id."""
    return tuple(one.id for one in read_records(connection, PlaceWarning, true()) if fits(one))


def memos_until(connection: Connection, moment: datetime) -> tuple[str, ...]:
    """The messages, and the reminders done or not, made up to a moment (aware), by id."""
    made = read_records(connection, Memo, TABLES["memo"].c.made_at <= moment)
    return tuple(one.id for one in made)


def read_erasable(connection: Connection, calls: Collection[str]) -> Erasable:
    """What can be erased for these calls: those that are over, their incidents, those merged into these.

    With them go the memos about these incidents. Among `calls` may be ids of warnings, memos, crews and
    hand-overs: of these warnings that were withdrawn, messages, and reminders that are done.

    On a server the rows are told by id and the acts that wrote them, without their values. StoreError as
    `calls_of_number` has it.
    """
    if connection.dialect.name == "postgresql":
        wanted = cast(list(calls), ARRAY(UUID(as_uuid=False)))
        return _without_values(_asked(connection, func.erasable(wanted, type_=JSONB)))
    call, incident = TABLES["call"], TABLES["incident"]
    found = read_records(connection, Call, call.c.id.in_(calls))
    ids = {one.incident for one in found if one.incident is not None}
    is_open = {one.id for one in read_records(connection, Incident, incident.c.id.in_(ids)) if one.is_open}
    over = {one.id: one for one in found if one.ended_at is not None and one.incident not in is_open}
    incidents = {one.incident for one in over.values() if one.incident is not None}
    warned = read_records(connection, PlaceWarning, TABLES["place_warning"].c.id.in_(calls))
    hold = frozenset(one.id for one in warned if one.state is not WarningState.WITHDRAWN)
    withdrawn = {one.id for one in warned} - hold
    wave = incidents
    while wave:
        merged = select(incident.c.id).where(
            and_(incident.c.merged_into.in_(wave), incident.c.id.not_in(incidents))
        )
        wave = set(connection.execute(merged).scalars())
        incidents = incidents | wave
    memo = TABLES["memo"]
    left = read_records(connection, Memo, or_(memo.c.id.in_(calls), memo.c.incident.in_(incidents)))
    hold |= {one.id for one in left if one.state is MemoState.OPEN}
    return Erasable(
        calls=tuple(read_personal(connection, CallPrivate, over).values()),
        incidents=tuple(read_personal(connection, IncidentPrivate, incidents).values()),
        running=frozenset(one.id for one in found if one.id not in over) | hold,
        warnings=tuple(read_personal(connection, PlaceWarningPrivate, withdrawn).values()),
        memos=tuple(read_personal(connection, MemoPrivate, {one.id for one in left} - hold).values()),
        others=tuple(
            one for cls in _OTHERS for one in read_records(connection, cls, _table(cls).c.id.in_(calls))
        ),
    )


def rows_naming(connection: Connection, name: str) -> tuple[str, ...]:
    """The crews, and the hand-overs, in which a name stands, by id; capitals are no matter. StoreError as
    `calls_of_number` has it.
    """
    if connection.dialect.name == "postgresql":
        return tuple(_asked(connection, func.erasable_named(name, type_=ARRAY(UUID(as_uuid=False)))))
    wanted = name.casefold()
    found: list[str] = []
    for crew in read_records(connection, CrewSignPrivate):
        found += [crew.id] if wanted in (crew.names or "").casefold() else []
    for one in read_records(connection, HandoverPrivate):
        said = (one.watch or "") + json.dumps(one.page, ensure_ascii=False)
        found += [one.id] if wanted in said.casefold() else []
    return tuple(found)


def _table(cls: type[Record]) -> Table:
    return TABLES[table_of(cls).name]


def _asked(connection: Connection, function: Function[Any]) -> Any:
    found = connection.execute(select(function)).scalar_one()
    if found is None:
        raise StoreError("not_allowed")
    return found


def _without_values(told: Mapping[str, Any]) -> Erasable:
    return Erasable(
        calls=tuple(CallPrivate.from_row(row, values) for row, values in told["calls"].items()),
        incidents=tuple(IncidentPrivate.from_row(row, values) for row, values in told["incidents"].items()),
        running=frozenset(told["running"]),
        warnings=tuple(PlaceWarningPrivate.from_row(row, values) for row, values in told["warnings"].items()),
        memos=tuple(MemoPrivate.from_row(row, values) for row, values in told["memos"].items()),
        others=tuple(
            cls.from_row(row, tables[name])
            for row, tables in told["others"].items()
            for cls in _OTHERS
            if (name := table_of(cls).name) in tables
        ),
    )
