"""The board's queries by the server's own functions: one statement each, whose answer is one JSON.

The answers are equal to those of the same queries by SQLAlchemy (tests hold them to it), at a fraction of the
work: one way to the server and back, and no objects between its text and the records.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Any, Generic, TypeVar

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.board import CallEntry, Case, Marks, News, Reference, Snapshot, make_case
from desktop.domain.calling_back import CallBack, Silence
from desktop.domain.calls import Block, Call, CallPrivate, CallType
from desktop.domain.cards import CardApproval
from desktop.domain.clock import TrainingClock
from desktop.domain.contacts import Contact, ContactEntry, ContactPrivate, ContactTry
from desktop.domain.distress import Distress
from desktop.domain.hospitals import HospitalPlace, HospitalState, Transport
from desktop.domain.incidents import Incident
from desktop.domain.memos import Memo, MemoEntry, MemoPrivate, MemoRead
from desktop.domain.plans import ResponsePlan
from desktop.domain.records import Kind, Record, Table, table_of
from desktop.domain.reference import Agency, Area, Category, CityRule, Hospital, Outcome, Station, Target
from desktop.domain.referrals import Referral
from desktop.domain.schema import BOARD_TABLES
from desktop.domain.shifts import Shift
from desktop.domain.told import Told, ToldTo
from desktop.domain.units import Assignment, Unit
from desktop.domain.warnings import PlaceWarning, PlaceWarningPrivate, WarningEntry, WarningRead
from desktop.store.queries_live import NewsOf, OtherMarks, RowsNamed, Whole, WholeBoard, differing

T = TypeVar("T")
R = TypeVar("R", bound=Record)

_NEWS = "select kulkul.board_news($1, $2)::text"
_WHOLE = "select kulkul.board_now($1)::text"
_MARKS = "select kulkul.board_marks($1, $2)"
_ROWS = (
    "select kulkul.board_rows("
    "$1::text::uuid[], $2::text::text[], $3::text::uuid[], $4, $5::text::uuid[], $6::text::uuid[])::text"
)

_IDS = ("case_ids", "unit_ids", "call_ids", "warning_ids", "memo_ids")

_CONVERTED: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.TIME: datetime.fromisoformat,
    Kind.DATE: date.fromisoformat,
    Kind.REAL: float,
}
"""Kinds of which JSON knows less than the database."""


@dataclass(frozen=True, slots=True)
class Statement(Generic[T]):
    """One statement with its values, and how its one answer is read."""

    text: str
    values: tuple[object, ...]
    read: Callable[[str | None], T]


def statement_for(query: Callable[..., T]) -> Statement[T] | None:
    """The statement that answers a query of the board; None for any other query."""
    found: Statement[Any] | None = None
    match query:
        case NewsOf(acts, since):
            found = Statement(_NEWS, (_array(acts), since), _news)
        case WholeBoard(since):
            found = Statement(_WHOLE, (since,), _whole)
        case OtherMarks(have, since):
            found = Statement(_MARKS, (mark_of(have), since), lambda told: _other_marks(have, told))
        case RowsNamed(rows, since):
            named = tuple(tuple(sorted(row for name, row in rows if name == table)) for table in BOARD_TABLES)
            ids = tuple(frozenset(one) for one in named)
            incidents, units, calls, *more = (_array(one) for one in named)
            values = (incidents, units, calls, since, *more)
            found = Statement(_ROWS, values, lambda told: _rows(_loaded(told), ids, 0, ()))
    return found


def mark_of(marks: Marks) -> str:
    """The digest by which two boards are compared, as the server's `board_marks` makes it."""
    lines = sorted(f"{table} {row} {act}".encode() for (table, row), act in marks.items())
    return sha256(b"\n".join(lines)).hexdigest()


def _other_marks(have: Marks, told: str | None) -> Mapping[tuple[str, str], str | None]:
    if told is None:
        return {}
    now = {}
    for line in told.split("\n") if told else ():
        table, rest = line.split(" ", 1)
        row, act = rest.rsplit(" ", 1)
        now[table, row] = act
    return differing(have, now)


def _loaded(told: str | None) -> Mapping[str, Any]:
    answer: Mapping[str, Any] = json.loads(told or "{}")
    return answer


def _news(told: str | None) -> News:
    if told is None:
        return News(0, ())
    answer = _loaded(told)
    acts = answer["acts"]
    ids = tuple(frozenset(answer[name]) for name in _IDS)
    named = tuple((act, kind, author) for _, act, kind, author in acts)
    return _rows(answer["rows"], ids, acts[-1][0], named, answer["reference"])


def _rows(
    rows: Mapping[str, Any],
    ids: Sequence[frozenset[str]],
    sequence: int,
    acts: tuple[tuple[str, str, str], ...],
    reference: Mapping[str, Any] | None = None,
) -> News:
    return News(
        sequence=sequence,
        acts=acts,
        case_ids=ids[0],
        unit_ids=ids[1],
        call_ids=ids[2],
        cases=_cases(rows),
        units=_records(Unit, rows["units"]),
        calls=_calls(rows),
        occupied=_records(Assignment, rows["occupied"]) if ids[1] else (),
        ended_today=None if rows["ended"] is None else _ended(rows["ended"]),
        reference=None if reference is None else _reference(reference),
        clock_changed=any(kind == "clock.set" for _, kind, _ in acts),
        warning_ids=ids[3],
        warnings=_warnings(rows),
        distress=_records(Distress, rows["distress"]) if ids[1] else (),
        memo_ids=ids[4],
        memos=_memos(rows),
        answers=_records(AlarmAnswer, rows["answers"]),
    )


def _whole(told: str | None) -> Whole:
    answer = _loaded(told)
    rows = answer["rows"]
    snapshot = Snapshot(
        sequence=answer["sequence"],
        cases=_cases(rows),
        units=_records(Unit, rows["units"]),
        calls=_calls(rows),
        occupied=_records(Assignment, rows["occupied"]),
        ended_today=_ended(rows["ended"]),
        warnings=_warnings(rows),
        distress=_records(Distress, rows["distress"]),
        memos=_memos(rows),
        answers=_records(AlarmAnswer, rows["answers"]),
    )
    return Whole(
        snapshot, _reference(answer["reference"]), next(iter(_records(TrainingClock, answer["clock"])), None)
    )


def _ended(told: Mapping[str, int]) -> dict[CallType, int]:
    return {CallType(kind): count for kind, count in told.items()}


def _cases(rows: Mapping[str, Any]) -> tuple[Case, ...]:
    assignments: dict[str | None, list[Assignment]] = defaultdict(list)
    referrals: dict[str | None, list[Referral]] = defaultdict(list)
    for assignment in _records(Assignment, rows["assignments"]):
        assignments[assignment.incident].append(assignment)
    for referral in _records(Referral, rows["referrals"]):
        referrals[referral.incident].append(referral)
    reads: dict[str | None, list[WarningRead]] = defaultdict(list)
    for read in _records(WarningRead, rows["reads"]):
        reads[read.incident].append(read)
    transports = {one.id: one for one in _records(Transport, rows["transports"])}
    tries: dict[str | None, list[ContactTry]] = defaultdict(list)
    for tried in _records(ContactTry, rows["tries"]):
        tries[tried.incident].append(tried)
    told = ToldTo(_records(Told, rows["told"]))
    merged = rows["merged"] or {}
    all_of = {one["id"]: (one["id"], *merged.get(one["id"], ())) for one in rows["incidents"] or ()}
    callers = rows["callers"] or {}
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
        for one in _records(Incident, rows["incidents"])
    )


def _calls(rows: Mapping[str, Any]) -> tuple[CallEntry, ...]:
    private = {one.id: one for one in _records(CallPrivate, rows["private"])}
    blocks = {one.call: one for one in _records(Block, rows["blocks"])}
    backs: dict[str, list[CallBack]] = defaultdict(list)
    for back in _records(CallBack, rows["call_backs"]):
        backs[back.call].append(back)
    silences = {one.call: one for one in _records(Silence, rows["silences"])}
    calls = sorted(_records(Call, rows["calls"]), key=_answered)
    return tuple(
        CallEntry(
            one,
            private.get(one.id) or CallPrivate(id=one.id),
            blocks.get(one.id),
            tuple(backs[one.id]),
            silences.get(one.id),
        )
        for one in calls
    )


def _warnings(rows: Mapping[str, Any]) -> tuple[WarningEntry, ...]:
    said = {one.id: one for one in _records(PlaceWarningPrivate, rows["said"])}
    return tuple(
        WarningEntry(one, said.get(one.id) or PlaceWarningPrivate(id=one.id))
        for one in _records(PlaceWarning, rows["warnings"])
    )


def _memos(rows: Mapping[str, Any]) -> tuple[MemoEntry, ...]:
    said = {one.id: one for one in _records(MemoPrivate, rows["memo_texts"])}
    reads: dict[str, list[MemoRead]] = defaultdict(list)
    for read in _records(MemoRead, rows["memo_reads"]):
        reads[read.memo].append(read)
    return tuple(
        MemoEntry(one, said.get(one.id) or MemoPrivate(id=one.id), tuple(reads[one.id]))
        for one in _records(Memo, rows["memos"])
    )


def _answered(call: Call) -> tuple[float, str]:
    return (call.answered_at.timestamp() if call.answered_at else 0.0, call.id)


def _reference(told: Mapping[str, Any]) -> Reference:
    def by_id(cls: type[R], name: str, *, ranked: bool = False) -> dict[str, R]:
        found = _records(cls, told[name])
        if ranked:
            found = tuple(sorted(found, key=lambda one: getattr(one, "rank", 0)))
        return {one.id: one for one in found}

    return Reference(
        areas=by_id(Area, "areas"),
        agencies=by_id(Agency, "agencies"),
        categories=by_id(Category, "categories", ranked=True),
        stations=by_id(Station, "stations", ranked=True),
        hospitals=by_id(Hospital, "hospitals", ranked=True),
        outcomes=by_id(Outcome, "outcomes", ranked=True),
        targets=_targets(told),
        plans=_records(ResponsePlan, told["plans"]),
        contacts=_contacts(told),
        shifts=by_id(Shift, "shifts", ranked=True),
        operators=told["operators"] or {},
        rules={one.id: one.number for one in _records(CityRule, told["rules"])},
        approvals=by_id(CardApproval, "approvals"),
        hospital_places=by_id(HospitalPlace, "hospital_places"),
        hospital_states=by_id(HospitalState, "hospital_states"),
    )


def _targets(told: Mapping[str, Any]) -> tuple[Target, ...]:
    found = (*_records(Target, told["targets"]), *_records(Target, told["more_targets"]))
    return tuple(sorted(found, key=lambda one: one.id))


def _contacts(told: Mapping[str, Any]) -> dict[str, ContactEntry]:
    private = {one.id: one for one in _records(ContactPrivate, told["persons"])}
    return {
        one.id: ContactEntry(one, private.get(one.id) or ContactPrivate(id=one.id))
        for one in sorted(_records(Contact, told["contacts"]), key=lambda one: one.rank)
    }


def _records(cls: type[R], told: Sequence[dict[str, Any]] | None) -> tuple[R, ...]:
    """Records from rows as the server's JSON has them."""
    if not told:
        return ()
    converted = _to_convert(table_of(cls))
    for row in told:
        for name, convert in converted:
            if row[name] is not None:
                row[name] = convert(row[name])
    return tuple(cls.from_row(row["id"], row) for row in told)


@cache
def _to_convert(table: Table) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((one.name, _CONVERTED[one.kind]) for one in table.columns if one.kind in _CONVERTED)


def _array(ids: Sequence[str]) -> str:
    """An array as PostgreSQL writes it."""
    return "{" + ",".join('"' + one.replace("\\", "\\\\").replace('"', '\\"') + '"' for one in ids) + "}"
