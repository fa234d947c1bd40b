"""The open board, what changed on it, and all of one incident."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Text, and_, cast, func, literal, or_, select, union_all

from desktop.domain.acts import decode_changes, known_items
from desktop.domain.board import CaseDetail, JournalEntry, Marks, News, Reference, Snapshot
from desktop.domain.incidents import Incident, IncidentPrivate
from desktop.domain.kinds_cards import OF_REFERENCE
from desktop.domain.schema import BOARD_TABLES
from desktop.store import journal
from desktop.store.personal import read_personal, read_private_acts
from desktop.store.queries import (
    all_calls_on_board,
    all_on_board,
    calls_on_board,
    cases_named,
    cases_on_board,
    count_ended,
    memos_on_board,
    read_calls,
    read_cases,
    read_distress,
    read_memos,
    read_occupied,
    read_records,
    read_reference,
    read_units,
    read_warnings,
    warnings_on_board,
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
    found = connection.execute(
        select(act.c.sequence, act.c.id, act.c.kind, act.c.author)
        .where(act.c.sequence > after)
        .order_by(act.c.sequence)
        .limit(ACTS_AT_ONCE)
    ).all()
    return _news_of(connection, found, today_since) if found else None


def read_news_of(connection: Connection, ids: Collection[str], today_since: datetime) -> News:
    """What these acts changed on the board, as it is now; ids that are no act's are passed over."""
    found = connection.execute(
        select(act.c.sequence, act.c.id, act.c.kind, act.c.author)
        .where(act.c.id.in_(ids))
        .order_by(act.c.sequence)
    ).all()
    return _news_of(connection, found, today_since) if found else News(0, ())


def read_marks(connection: Connection, today_since: datetime) -> Marks:
    """The act that last wrote each row of the board: whatever is about an incident touches its row."""
    incident, unit, call, warning, memo = (TABLES[name] for name in BOARD_TABLES)
    rows = union_all(
        select(literal("incident"), cast(incident.c.id, Text), incident.c.last_act).where(
            all_on_board(today_since)
        ),
        select(literal("unit"), cast(unit.c.id, Text), unit.c.last_act),
        select(literal("call"), cast(call.c.id, Text), call.c.last_act).where(
            all_calls_on_board(today_since)
        ),
        select(literal("place_warning"), cast(warning.c.id, Text), warning.c.last_act).where(
            warnings_on_board(today_since)
        ),
        select(literal("memo"), cast(memo.c.id, Text), memo.c.last_act).where(memos_on_board(today_since)),
    )
    return {(table, row): last_act for table, row, last_act in connection.execute(rows)}


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
    subjects = connection.execute(
        select(act_subject.c.table_name, act_subject.c.row_id)
        .where(act_subject.c.act.in_([one.id for one in found]))
        .distinct()
    )
    acts = tuple((one.id, one.kind, one.author) for one in found)
    rows = {(table, row) for table, row in subjects}
    back = TABLES["call_back"]
    calls = [row for table, row in rows if table == "call"]
    called_back = connection.execute(select(back.c.call).where(back.c.by_call.in_(calls))).scalars()
    rows |= {("call", row) for row in called_back}  # whoever was reached need not be called back any more
    return _rows_of(connection, _Ends(found[-1].sequence, acts, rows), today_since)


def _rows_of(connection: Connection, ends: _Ends, today_since: datetime) -> News:
    kinds = {kind for _, kind, _ in ends.acts}
    incidents, units, calls, warnings, memos = (
        frozenset(row for name, row in ends.rows if name == table) for table in BOARD_TABLES
    )
    loaded = "reference.loaded" in kinds
    call, warning, memo = TABLES["call"], TABLES["place_warning"], TABLES["memo"]
    return News(
        sequence=ends.sequence,
        acts=ends.acts,
        case_ids=incidents,
        unit_ids=units,
        call_ids=calls,
        cases=read_cases(connection, and_(cases_named(incidents), cases_on_board(today_since)))
        if incidents
        else (),
        units=read_units(connection, None if loaded else units) if units or loaded else (),
        calls=read_calls(connection, and_(call.c.id.in_(calls), calls_on_board(today_since)))
        if calls
        else (),
        occupied=read_occupied(connection, today_since) if units else (),
        ended_today=count_ended(connection, today_since) if calls else None,
        reference=read_reference(connection) if kinds & OF_REFERENCE else None,
        clock_changed="clock.set" in kinds,
        warning_ids=warnings,
        warnings=read_warnings(connection, and_(warning.c.id.in_(warnings), warnings_on_board(today_since)))
        if warnings
        else (),
        distress=read_distress(connection) if units else (),
        memo_ids=memos,
        memos=read_memos(connection, and_(memo.c.id.in_(memos), memos_on_board(today_since)))
        if memos
        else (),
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
        calls=read_calls(connection, TABLES["call"].c.incident == incident),
        timeline=read_timeline(connection, [incident, *(one.id for one in merged)]),
        related=_related(connection, incident),
        merged=tuple(merged),
    )


def read_timeline(connection: Connection, incidents: Iterable[str]) -> tuple[JournalEntry, ...]:
    """The acts about these incidents, by the time at which they happened."""
    about = (
        select(act_subject.c.act)
        .where(act_subject.c.table_name == "incident", act_subject.c.row_id.in_(list(incidents)))
        .distinct()
    )
    found = (
        connection.execute(select(act).where(act.c.id.in_(about)).order_by(act.c.sequence)).mappings().all()
    )
    private = read_private_acts(connection, [one["id"] for one in found])
    strike = TABLES["strike"]
    struck = {
        one.id: one.last_act
        for one in connection.execute(
            select(strike.c.id, strike.c.last_act).where(strike.c.incident.in_(list(incidents)))
        )
    }
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
        )
        for one in found
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.sequence)))


def _whole(one: Mapping[Any, Any], private: Mapping[str, Mapping[str, Any]], name: str) -> list[journal.Json]:
    """Both halves of an act's changes, or of the values before."""
    return journal.join(one[name], private.get(one["id"], {}).get(name, []))


def _merged_into(connection: Connection, incident: str) -> list[Incident]:
    table = TABLES["incident"]
    found: list[Incident] = []
    wave = [incident]
    while wave:
        more = read_records(connection, Incident, table.c.merged_into.in_(wave))
        wave = [one.id for one in more]
        found.extend(more)
    return found


def _related(connection: Connection, incident: str) -> tuple[Incident, ...]:
    table = TABLES["incident_relation"]
    pairs = connection.execute(
        select(table.c.incident, table.c.other).where(
            or_(table.c.incident == incident, table.c.other == incident)
        )
    )
    ids = {str(one) for pair in pairs for one in pair} - {incident}
    return tuple(read_records(connection, Incident, cases_named(ids)))


def read_act(connection: Connection, act_id: str) -> tuple[str, datetime, str] | None:
    """The author's name (the login, where nobody has that name), the time and the kind of an act."""
    found = connection.execute(
        select(func.coalesce(operator.c.name, act.c.author), act.c.recorded_at, act.c.kind)
        .outerjoin(operator, operator.c.login == act.c.author)
        .where(act.c.id == act_id)
    ).one_or_none()
    return None if found is None else (found[0], found[1], found[2])
