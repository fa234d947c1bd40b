"""What belongs on the board: the conditions for its rows."""

from datetime import datetime
from functools import cache

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, or_, select

from desktop.domain.distress import DistressState
from desktop.domain.memos import SHOWN_FOR, MemoKind, MemoState
from desktop.domain.units import AssignmentState
from desktop.domain.warnings import WarningState
from desktop.store.filters import Filter
from desktop.store.queries_calling_back import waits_for_call_back
from desktop.store.tables import TABLES


def cases_on_board(today_since: datetime) -> Filter:
    """Incidents that are open, or were closed since the city's midnight (UTC)."""
    return Filter(_on_board(), {"today_since": today_since})


@cache
def _on_board() -> ColumnElement[bool]:
    return or_(_is_open(), _closed_today())


def all_on_board(today_since: datetime) -> Filter:
    """The same, for looking through all incidents there are."""
    return Filter(_all_on_board(), {"today_since": today_since})


@cache
def _all_on_board() -> ColumnElement[bool]:
    # Each half has an index of its own; SQLite takes neither for both joined by OR (38 ms among 100,000).
    incident = TABLES["incident"]
    is_open = select(incident.c.id).where(_is_open())
    return incident.c.id.in_(is_open.union_all(select(incident.c.id).where(_closed_today())))


def _is_open() -> ColumnElement[bool]:
    incident = TABLES["incident"]
    return and_(incident.c.closed_at.is_(None), incident.c.merged_into.is_(None))


def _closed_today() -> ColumnElement[bool]:
    return TABLES["incident"].c.closed_at >= bindparam("today_since")


def calls_on_board(today_since: datetime) -> Filter:
    """Calls that run, or were lost and wait for a call back. `today_since`: the city's midnight, in UTC."""
    lost = waits_for_call_back(today_since)
    return Filter(_runs_or(lost.where), lost.values)


@cache
def _runs_or(lost: ColumnElement[bool]) -> ColumnElement[bool]:
    return or_(_running(), lost)


def all_calls_on_board(today_since: datetime) -> Filter:
    """The same, for looking through all calls there are: each half has an index of its own."""
    lost = waits_for_call_back(today_since)
    return Filter(_among_running_or(lost.where), lost.values)


def _running() -> ColumnElement[bool]:
    return TABLES["call"].c.ended_at.is_(None)


@cache
def _among_running_or(lost: ColumnElement[bool]) -> ColumnElement[bool]:
    call = TABLES["call"]
    running = select(call.c.id).where(_running())
    return call.c.id.in_(running.union_all(select(call.c.id).where(lost)))


def warnings_on_board(today_since: datetime) -> Filter:
    """Warnings that hold, or expired since the city's midnight (UTC)."""
    return Filter(_warnings_on_board(), {"today_since": today_since})


@cache
def _warnings_on_board() -> ColumnElement[bool]:
    table = TABLES["place_warning"]
    # Written into the statement: SQLite takes a partial index for a value that it sees, not for a parameter.
    active: BindParameter[str] = bindparam("active", WarningState.ACTIVE.value, literal_execute=True)
    lasts = or_(table.c.expires_at.is_(None), table.c.expires_at >= bindparam("today_since"))
    return and_(table.c.state == active, lasts)


def memos_on_board(today_since: datetime) -> Filter:
    """Reminders that are not done, and the messages since hours before the city's midnight (UTC)."""
    return Filter(_memos_on_board(), {"messages_since": today_since - SHOWN_FOR})


@cache
def _memos_on_board() -> ColumnElement[bool]:
    table = TABLES["memo"]
    # Written into the statement: SQLite takes a partial index for a value that it sees, not for a parameter.
    state: BindParameter[str] = bindparam("open", MemoState.OPEN.value, literal_execute=True)
    recent = and_(table.c.kind == MemoKind.MESSAGE, table.c.made_at >= bindparam("messages_since"))
    return or_(table.c.state == state, recent)


def occupied(today_since: datetime) -> Filter:
    """Running assignments that no case on the board shows: of no incident, or of one closed before today.

    `today_since`: the city's midnight, in UTC.
    """
    return Filter(_occupied(), {"today_since": today_since})


@cache
def _occupied() -> ColumnElement[bool]:
    table = TABLES["assignment"]
    incident = TABLES["incident"].c.id
    shown = select(incident).where(incident == table.c.incident, _on_board())
    # Written into the statement: SQLite takes a partial index for a value that it sees, not for a parameter.
    state: BindParameter[str] = bindparam("running", AssignmentState.RUNNING.value, literal_execute=True)
    running = select(table.c.id).where(table.c.state == state, ~shown.exists())
    return table.c.id.in_(running)


def in_distress() -> Filter:
    """Crews that are in distress."""
    return Filter(_in_distress(), {})


@cache
def _in_distress() -> ColumnElement[bool]:
    # Written into the statement: SQLite takes a partial index for a value that it sees, not for a parameter.
    state: BindParameter[str] = bindparam("open", DistressState.OPEN.value, literal_execute=True)
    return TABLES["distress"].c.state == state
