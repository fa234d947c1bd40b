"""The open board, what changed on it, and all of one incident."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    Text,
    bindparam,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)

from desktop.domain.acts import decode_changes, known_items
from desktop.domain.board import ENDING_NONE, CaseDetail, JournalEntry, Marks, News, Reference, Snapshot
from desktop.domain.incidents import Incident, IncidentPrivate
from desktop.domain.kinds_cards import OF_REFERENCE
from desktop.domain.schema import BOARD_TABLES
from desktop.store import journal
from desktop.store.filters import among, one_of
from desktop.store.filters_board import (
    all_calls_on_board,
    all_on_board,
    calls_on_board,
    cases_on_board,
    memos_on_board,
    warnings_on_board,
)
from desktop.store.personal import read_personal, read_private_acts
from desktop.store.queries import (
    cases_named,
    count_ended,
    read_calls,
    read_cases,
    read_distress,
    read_memos,
    read_occupied,
    read_records,
    read_reference,
    read_units,
    read_warnings,
)
from desktop.store.queries_alarms import read_answers
from desktop.store.tables import TABLES, act, act_subject, operator

ACTS_AT_ONCE = 500
"""Acts fetched in one go when a desk has fallen behind."""


def read_snapshot(connection: Connection, today_since: datetime) -> Snapshot:
    """The board now. `today_since`: the city's midnight, in UTC."""
    return Snapshot(
        sequence=connection.execute(select(func.max(act.c.sequence))).scalar() or 0,
        cases=read_cases(connection, all_on_board(today_since)),
        units=read_units(connection),
        calls=read_calls(connection, all_calls_on_board(today_since)),
        occupied=read_occupied(connection, today_since),
        ended_today=count_ended(connection, today_since),
        warnings=read_warnings(connection, warnings_on_board(today_since)),
        distress=read_distress(connection),
        memos=read_memos(connection, memos_on_board(today_since)),
        answers=read_answers(connection, today_since),
    )


def read_everything(connection: Connection, today_since: datetime) -> tuple[Snapshot, Reference]:
    """The board now and the reference data, after a gap."""
    return read_snapshot(connection, today_since), read_reference(connection)


def read_news(connection: Connection, after: int, today_since: datetime) -> News | None:
    """What acts after a sequence number changed on the board; None when there were none.

    Only an embedded file's sequence follows the order of commits.
    """
    found = connection.execute(_acts_after(), {"after": after}).all()
    return _news_of(connection, found, today_since) if found else None


def read_news_of(connection: Connection, ids: Collection[str], today_since: datetime) -> News:
    """What these acts changed on the board, as it is now; ids that are no act's are passed over."""
    named = among(act.c.id, ids)
    found = connection.execute(_acts_where(named.where), named.values).all()
    return _news_of(connection, found, today_since) if found else News(0, ())


@cache
def _acts_after() -> "Select[int, str, str, str]":
    return _acts_where(act.c.sequence > bindparam("after")).limit(ACTS_AT_ONCE)


@cache
def _acts_where(where: ColumnElement[bool]) -> "Select[int, str, str, str]":
    columns = act.c.sequence, act.c.id, act.c.kind, act.c.author
    return select(*columns).where(where).order_by(act.c.sequence)


def read_marks(connection: Connection, today_since: datetime) -> Marks:
    """The act that last wrote each row of the board: whatever is about an incident touches its row."""
    shown = {
        "incident": all_on_board(today_since),
        "call": all_calls_on_board(today_since),
        "place_warning": warnings_on_board(today_since),
        "memo": memos_on_board(today_since),
    }
    values = {name: value for one in shown.values() for name, value in one.values.items()}
    rows = _marks(tuple((table, shown[table].where if table in shown else None) for table in BOARD_TABLES))
    return {(table, row): last_act for table, row, last_act in connection.execute(rows, values)}


@cache
def _marks(shown: tuple[tuple[str, ColumnElement[bool] | None], ...]) -> CompoundSelect[Any, Any, Any]:
    tables = ((name, TABLES[name].c, where) for name, where in shown)
    marks = ((select(literal(name), cast(of.id, Text), of.last_act), where) for name, of, where in tables)
    return union_all(*(mark if where is None else mark.where(where) for mark, where in marks))


def read_rows_named(connection: Connection, rows: Set[tuple[str, str]], today_since: datetime) -> News:
    """Rows of the board as they are now, by table and id; those that are not there left the board."""
    return _rows_of(connection, _Ends(0, (), rows), today_since)


@dataclass(frozen=True, slots=True)
class _Ends:
    """Which rows are to be read, and why."""

    sequence: int
    acts: tuple[tuple[str, str, str], ...]
    rows: Set[tuple[str, str]]


def _news_of(
    connection: Connection, found: Sequence["Row[Any, Any, Any, Any]"], today_since: datetime
) -> News:
    subjects = connection.execute(_subjects(), {"act_subject_act": [one.id for one in found]})
    acts = tuple((one.id, one.kind, one.author) for one in found)
    rows = {(table, row) for table, row in subjects}
    calls = [row for table, row in rows if table == "call"]
    if calls:
        called_back = connection.execute(_called_back(), {"call_back_by_call": calls}).scalars()
        rows |= {("call", row) for row in called_back}  # whoever was reached need not be called back any more
    return _rows_of(connection, _Ends(found[-1].sequence, acts, rows), today_since)


@cache
def _subjects() -> "Select[str, str]":
    about = act_subject.c
    return select(about.table_name, about.row_id).where(one_of(about.act)).distinct()


@cache
def _called_back() -> "Select[str]":
    back = TABLES["call_back"].c
    return select(back.call).where(one_of(back.by_call))


def _rows_of(connection: Connection, ends: _Ends, today_since: datetime) -> News:
    kinds = {kind for _, kind, _ in ends.acts}
    incidents, units, calls, warnings, memos = (
        frozenset(row for name, row in ends.rows if name == table) for table in BOARD_TABLES
    )
    loaded = "reference.loaded" in kinds
    counting = not kinds or not kinds <= ENDING_NONE
    call, warning, memo = (TABLES[name].c.id for name in ("call", "place_warning", "memo"))
    return News(
        sequence=ends.sequence,
        acts=ends.acts,
        case_ids=incidents,
        unit_ids=units,
        call_ids=calls,
        cases=read_cases(connection, cases_named(incidents) & cases_on_board(today_since))
        if incidents
        else (),
        units=read_units(connection, None if loaded else units) if units or loaded else (),
        calls=read_calls(connection, among(call, calls) & calls_on_board(today_since)) if calls else (),
        occupied=read_occupied(connection, today_since) if units else (),
        ended_today=count_ended(connection, today_since) if calls and counting else None,
        reference=read_reference(connection) if kinds & OF_REFERENCE else None,
        clock_changed="clock.set" in kinds,
        warning_ids=warnings,
        warnings=read_warnings(connection, among(warning, warnings) & warnings_on_board(today_since))
        if warnings
        else (),
        distress=read_distress(connection) if units else (),
        memo_ids=memos,
        memos=read_memos(connection, among(memo, memos) & memos_on_board(today_since)) if memos else (),
        answers=read_answers(connection, today_since, None if loaded else incidents, units),
    )


def read_detail(connection: Connection, incident: str) -> CaseDetail | None:
    """All of one incident, with the timelines of those merged into it; None when there is none.

    One that was merged itself keeps its own: `merged_into` says where its callers and units are now.
    """
    cases = read_cases(connection, cases_named([incident]))
    if not cases:
        return None
    case = cases[0]
    private = read_personal(connection, IncidentPrivate, [incident])
    merged = _merged_into(connection, incident)
    return CaseDetail(
        case=case,
        private=private[incident],
        calls=read_calls(connection, among(TABLES["call"].c.incident, [incident])),
        timeline=read_timeline(connection, [incident, *(one.id for one in merged)]),
        related=_related(connection, incident),
        merged=tuple(merged),
    )


def read_timeline(connection: Connection, incidents: Sequence[str]) -> tuple[JournalEntry, ...]:
    """The acts about these incidents, by the time at which they happened."""
    found = connection.execute(_acts_about(), {"act_subject_row_id": incidents}).mappings().all()
    private = read_private_acts(connection, [one["id"] for one in found])
    struck = {str(one): str(by) for one, by in connection.execute(_struck(), {"strike_incident": incidents})}
    entries = [
        JournalEntry(
            id=one["id"],
            sequence=one["sequence"],
            kind=one["kind"],
            author=one["author"],
            source=one["source"],
            claimed_by=one["claimed_by"],
            occurred_at=one["occurred_at"],
            recorded_at=one["recorded_at"],
            note=private.get(one["id"], {}).get("note"),
            changes=tuple(decode_changes(known_items(_whole(one, private, "changes")))),
            before=tuple(item["values"] for item in known_items(_whole(one, private, "before"))),
            struck_by=struck.get(one["id"]),
            excused=tuple(one["excused"] or ()),
        )
        for one in found
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.sequence)))


@cache
def _acts_about() -> Select[*tuple[Any, ...]]:
    of = act_subject.c
    about = select(of.act).where(of.table_name == "incident", one_of(of.row_id)).distinct()
    return select(act).where(act.c.id.in_(about)).order_by(act.c.sequence)


@cache
def _struck() -> "Select[str, str]":
    strike = TABLES["strike"].c
    return select(strike.id, strike.last_act).where(one_of(strike.incident))


def _whole(one: Mapping[Any, Any], private: Mapping[str, Mapping[str, Any]], name: str) -> list[journal.Json]:
    """Both halves of an act's changes, or of the values before."""
    return journal.join(one[name], private.get(one["id"], {}).get(name, []))


def _merged_into(connection: Connection, incident: str) -> list[Incident]:
    found: list[Incident] = []
    wave = [incident]
    while wave:
        more = read_records(connection, Incident, among(TABLES["incident"].c.merged_into, wave))
        wave = [one.id for one in more]
        found.extend(more)
    return found


def _related(connection: Connection, incident: str) -> tuple[Incident, ...]:
    pairs = connection.execute(_pairs(), {"incident": incident})
    ids = {str(one) for pair in pairs for one in pair} - {incident}
    return tuple(read_records(connection, Incident, cases_named(ids)))


@cache
def _pairs() -> "Select[str, str]":
    table = TABLES["incident_relation"].c
    this: BindParameter[str] = bindparam("incident")
    return select(table.incident, table.other).where(or_(table.incident == this, table.other == this))


def read_act(connection: Connection, act_id: str) -> tuple[str, datetime, str] | None:
    """The author's name (the login, where nobody has that name), the time and the kind of an act."""
    found = connection.execute(
        select(func.coalesce(operator.c.name, act.c.author), act.c.recorded_at, act.c.kind)
        .outerjoin(operator, operator.c.login == act.c.author)
        .where(act.c.id == act_id)
    ).one_or_none()
    return None if found is None else (found[0], found[1], found[2])
