"""What a desk knows when its server goes: the board, and what was read besides, as rows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from uuid import UUID, uuid5

from desktop.domain.board import CallEntry, CaseDetail, JournalEntry, Reference, Snapshot
from desktop.domain.calls import Call, CallType
from desktop.domain.clock import TrainingClock
from desktop.domain.incidents import IncidentPrivate
from desktop.domain.records import Record, Row, Value, table_of
from desktop.domain.reference import CityRule
from desktop.domain.schema import TABLES
from desktop.domain.shifts import HandoverEntry
from desktop.domain.units import AssignmentState

REMEMBERED = 200
"""Incidents of which is known what was read last beyond the board."""

NOBODYS_ACT = "00000000-0000-0000-0000-000000000000"
"""Stands where it is not known which act wrote a row last."""

_UNKNOWN = UUID("6b0cf3a2-64d2-4c8a-9a1e-0f3a51f3c7d4")


@dataclass(frozen=True, slots=True)
class Picture:
    """The board as it was last read, and what was read of single incidents.

    `recent`: acts that came to the board. `taken_at`: by the centre's clock (aware).
    """

    reference: Reference
    snapshot: Snapshot
    clock: TrainingClock | None
    taken_at: datetime
    recent: Collection[str] = ()
    details: Sequence[CaseDetail] = ()
    handovers: Sequence[HandoverEntry] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """Rows by table and id, as the tables have them; what may be gone from the journal is not in it.

    `unknown`: calls of which is known that they were, and nothing else. `journal`: entries with the
    incidents that they are about.
    """

    rows: Mapping[str, Mapping[str, Row]]
    operators: Mapping[str, str]
    taken_at: datetime
    recent: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    journal: tuple[tuple[str, JournalEntry], ...] = ()
    sequence: int = 0
    hidden: bool = field(default=False)
    """Whether callers were left out: as of a picture that lay on the disk."""


class ReadLately:
    """What was read of single incidents last: more than the board has."""

    def __init__(self) -> None:
        self._details: dict[str, CaseDetail] = {}
        self.handovers: tuple[HandoverEntry, ...] = ()
        """Those that wait to be taken over."""

    def remember(self, found: object) -> None:
        """Keep an incident in mind, or the hand-overs, if that was read."""
        if isinstance(found, tuple) and found and all(isinstance(one, HandoverEntry) for one in found):
            self.handovers = tuple(one for one in found if one.waits)
        if isinstance(found, CaseDetail):
            self._details.pop(found.case.id, None)
            self._details[found.case.id] = found
            while len(self._details) > REMEMBERED:
                del self._details[next(iter(self._details))]

    @property
    def details(self) -> tuple[CaseDetail, ...]:
        """The incidents, the one read last at the end."""
        return tuple(self._details.values())


def known_from(picture: Picture, zone: tzinfo) -> Known:
    """All that a picture tells, as rows. `zone`: the city's."""
    rows: dict[str, dict[str, Row]] = {name: {} for name in TABLES}
    for record in (*_details_of(picture), *_board_of(picture)):
        rows[table_of(type(record)).name][record.id] = _row(record)
    _settle(rows)
    for detail in picture.details:
        for entry in detail.timeline:
            if entry.struck_by is not None:
                rows["strike"][entry.id] = {"incident": detail.case.id, "last_act": entry.struck_by}
    unknown = _unknown_calls(rows, picture, zone)
    rows["call"].update(unknown)
    for incident, row in rows["incident"].items():
        nothing = IncidentPrivate(id=incident, last_act=str(row["last_act"]))
        rows["incident_private"].setdefault(incident, _row(nothing))
    return Known(
        rows=rows,
        operators=picture.reference.operators,
        taken_at=picture.taken_at,
        recent=frozenset(picture.recent),
        unknown=frozenset(unknown),
        journal=tuple((one.case.id, entry) for one in picture.details for entry in one.timeline),
        sequence=picture.snapshot.sequence,
    )


def _settle(rows: Mapping[str, dict[str, Row]]) -> None:
    """Leave each unit one running assignment, as tables have it: the one that its status tells of.

    A unit that is sent on shows twice on a board to which one of the two incidents has not come yet. What it
    was told of the other goes with that.
    """
    running: dict[Value, list[str]] = {}
    for row, one in rows["assignment"].items():
        if one["state"] == AssignmentState.RUNNING:
            running.setdefault(one["unit"], []).append(row)
    for unit, found in running.items():
        act = rows["unit"].get(str(unit), {}).get("status_act")
        found.sort(
            key=lambda row: (
                rows["assignment"][row]["state_act"] == act,
                str(rows["assignment"][row]["assigned_at"]),
            )
        )
        for row in found[:-1]:
            del rows["assignment"][row]
    told = rows["told"]
    for row in [row for row, one in told.items() if one["assignment"] not in (None, *rows["assignment"])]:
        del told[row]


def _board_of(picture: Picture) -> Iterator[Record]:
    snapshot = picture.snapshot
    if picture.clock is not None:
        yield picture.clock
    yield from _reference_of(picture.reference)
    yield from snapshot.units
    yield from snapshot.occupied
    into = {one: case.id for case in snapshot.cases for one in case.merged}  # these rows are not in a picture
    yield from (
        replace(one, incident=into.get(one.incident or "", one.incident)) for one in snapshot.distress
    )
    for case in snapshot.cases:
        yield case.incident
        yield from case.assignments
        yield from case.referrals
        yield from case.reads
        yield from case.transports
        yield from (replace(one, incident=case.id) for one in case.tries)
        yield from (replace(one, incident=case.id) for one in case.told)
    for entry in snapshot.calls:
        yield from _of_call(entry)
    for warned in snapshot.warnings:
        yield warned.warning
        yield warned.private
    for memo in snapshot.memos:
        yield replace(memo.memo, incident=into.get(memo.memo.incident or "", memo.memo.incident))
        yield memo.private
        yield from memo.reads
    yield from snapshot.answers
    for given in picture.handovers:
        yield given.handover
        if given.private is not None:
            yield given.private


def _reference_of(reference: Reference) -> Iterator[Record]:
    for group in (
        reference.areas,
        reference.agencies,
        reference.categories,
        reference.stations,
        reference.hospitals,
        reference.outcomes,
        reference.approvals,
        reference.hospital_places,
        reference.hospital_states,
        reference.shifts,
    ):
        yield from group.values()
    yield from reference.targets
    yield from reference.plans
    for known in reference.contacts.values():
        yield known.contact
        yield known.private
    yield from (CityRule(id=name, number=number) for name, number in reference.rules.items())


def _of_call(entry: CallEntry) -> Iterator[Record]:
    yield entry.call
    yield entry.private
    yield from entry.call_backs
    yield from (one for one in (entry.block, entry.silence) if one is not None)


def _details_of(picture: Picture) -> Iterator[Record]:
    """What is not on the board: it is older, so that the board comes after it."""
    running = {entry.id for entry in picture.snapshot.calls}
    for detail in picture.details:
        yield from detail.related
        yield from detail.merged
        yield detail.private
        for entry in detail.calls:
            # A call that ran when the incident was read, and is gone from the board, has ended otherwise.
            if entry.call.ended_at is not None or entry.id in running:
                yield from _of_call(entry)


def _row(record: Record) -> Row:
    table = table_of(type(record))
    row: dict[str, Value] = {one.name: getattr(record, one.name) for one in table.columns}
    row.update({f"{group}_act": record.acts.get(group) for group in table.groups})
    row["last_act"] = record.last_act or NOBODYS_ACT
    return row


def _unknown_calls(rows: Mapping[str, Mapping[str, Row]], picture: Picture, zone: tzinfo) -> dict[str, Row]:
    """Rows for calls that are only counted: callers of open incidents, and what ended today."""
    made: dict[str, Row] = {}
    midnight = picture.taken_at.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    of_incident: dict[Value, int] = {}
    for row in rows["call"].values():
        of_incident[row["incident"]] = of_incident.get(row["incident"], 0) + 1
    for case in picture.snapshot.cases:
        for count in range(of_incident.get(case.id, 0), case.callers):
            at = case.incident.opened_at or picture.taken_at
            made[_unknown_id(case.id, count)] = _unknown(CallType.GENUINE, at, case.id)
    today: dict[CallType, int] = {}
    for row in (*rows["call"].values(), *made.values()):
        answered, kind = row["answered_at"], row["call_type"]
        if isinstance(answered, datetime) and kind is not None and answered >= midnight:
            today[CallType(str(kind))] = today.get(CallType(str(kind)), 0) + 1
    for kind, ended in picture.snapshot.ended_today.items():
        for count in range(today.get(kind, 0), ended):
            made[_unknown_id(kind.value, count)] = _unknown(kind, picture.taken_at, None)
    return made


def _unknown(kind: CallType, at: datetime, incident: str | None) -> Row:
    call = Call(id="", answered_at=at, ended_at=at, hung_up_at=at, call_type=kind, incident=incident)
    return _row(call)


def _unknown_id(name: str, count: int) -> str:
    return str(uuid5(_UNKNOWN, f"{name} {count}"))
