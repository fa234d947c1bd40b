"""What of a caller, and of a warning, can be erased."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Function, Table, and_, cast, func, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, UUID

from desktop.domain.calls import Call, CallPrivate
from desktop.domain.contacts import ContactPrivate
from desktop.domain.incidents import Incident, IncidentPrivate
from desktop.domain.kinds_erasure import ERASED
from desktop.domain.memos import Memo, MemoPrivate, MemoState
from desktop.domain.records import Record, table_of
from desktop.domain.shifts import CrewSignPrivate, HandoverPrivate
from desktop.domain.warnings import PlaceWarning, PlaceWarningPrivate, WarningState
from desktop.store.erasure import SHORTEST_NUMBER
from desktop.store.personal import read_personal
from desktop.store.problems import StoreError
from desktop.store.queries import read_records
from desktop.store.tables import TABLES, act_private, act_subject
from desktop.store.tables import act as act_table

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Erasable:
    """What can be erased for some calls, warnings, memos, crews and hand-overs, or where a number stands.

    `running`: calls of them at which somebody is still at work, warnings that were not withdrawn, reminders
    not done. `others`: of crews, hand-overs and contacts. `notes`: acts of which the note alone goes, and an
    incident that each is about. `standing`: rows in which the number stands or stood where nothing is
    personal, as in a landmark: no erasure changes them.
    """

    calls: tuple[CallPrivate, ...]
    incidents: tuple[IncidentPrivate, ...]
    running: frozenset[str]
    warnings: tuple[PlaceWarningPrivate, ...] = ()
    memos: tuple[MemoPrivate, ...] = ()
    others: tuple[Record, ...] = ()
    notes: tuple[tuple[str, str | None], ...] = ()
    standing: int = 0

    def __or__(self, other: "Erasable") -> "Erasable":
        """Both together, each row once."""
        return Erasable(
            _once(self.calls + other.calls),
            _once(self.incidents + other.incidents),
            self.running | other.running,
            _once(self.warnings + other.warnings),
            _once(self.memos + other.memos),
            _once(self.others + other.others),
            (*self.notes, *other.notes),
            self.standing + other.standing,
        )


_OTHERS: tuple[type[Record], ...] = (CrewSignPrivate, HandoverPrivate, ContactPrivate)


_APART = '[^0-9A-Za-z",:]{0,3}'
"""What may stand between two digits of one number."""


def _once(rows: tuple[R, ...]) -> tuple[R, ...]:
    return tuple({one.id: one for one in rows}.values())


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


def read_holding(connection: Connection, number: str) -> Erasable:
    """What can be erased because a number, in its normal form, stands in it or once stood: whoever wrote it.

    Looked for in the journal, which has whatever was ever written of what is personal: so all acts are read.
    Nothing for what is too short for a person's number. On a server without values, as from `read_erasable`.
    """
    if len(number.lstrip("+")) < SHORTEST_NUMBER:
        return Erasable((), (), frozenset())
    if connection.dialect.name == "postgresql":
        return _without_values(_asked(connection, func.erasable_holding(number, type_=JSONB)))
    form = number_form(number)
    held, noted = _holding(connection, form)
    call, incident = TABLES["call"], TABLES["incident"]
    calls = read_records(connection, Call, call.c.id.in_(held["call_private"]))
    notes, about = _subjects(connection, noted)
    named = held["incident_private"] | {one.incident for one in calls if one.incident} | set(about)
    opened = {one.id for one in read_records(connection, Incident, incident.c.id.in_(named)) if one.is_open}
    warned = read_records(
        connection, PlaceWarning, TABLES["place_warning"].c.id.in_(held["place_warning_private"])
    )
    memos = read_records(connection, Memo, TABLES["memo"].c.id.in_(held["memo_private"]))
    busy = {one.id for one in calls if one.ended_at is None or one.incident in opened}
    busy |= {one.id for one in warned if one.state is not WarningState.WITHDRAWN}
    busy |= {one.id for one in memos if one.state is MemoState.OPEN} | (held["incident_private"] & opened)
    busy |= {act for act, incidents in notes.items() if incidents & opened}
    return Erasable(
        tuple(read_personal(connection, CallPrivate, held["call_private"] - busy).values()),
        tuple(read_personal(connection, IncidentPrivate, held["incident_private"] - busy).values()),
        frozenset(busy),
        tuple(read_personal(connection, PlaceWarningPrivate, held["place_warning_private"] - busy).values()),
        tuple(read_personal(connection, MemoPrivate, held["memo_private"] - busy).values()),
        tuple(
            one
            for cls in _OTHERS
            for one in read_records(connection, cls, _table(cls).c.id.in_(held[table_of(cls).name]))
        ),
        tuple((act, min(incidents, default=None)) for act, incidents in notes.items() if act not in busy),
        _standing(connection, form),
    )


def number_form(number: str) -> str:
    """The regular expression by which a number, in its normal form, is found in a text however it is spelt.

    With or without 0 or +62, in groups; not as part of a longer number. As number_form() has it on a server.
    """
    digits = number.lstrip("+")
    before = rf"(\+?62{_APART}0?|0)?" if digits.startswith("0") else ""
    return f"(?<![0-9]){before}{_APART.join(digits.removeprefix('0'))}(?![0-9])"


def _holding(connection: Connection, form: str) -> tuple[dict[str, set[str]], list[str]]:
    """The rows of each personal table, and the acts by their notes, in which that form stands."""
    finds = re.compile(form).search
    held: dict[str, set[str]] = defaultdict(set)
    noted: list[str] = []
    private = act_private.c
    halves = select(private.act, private.note, private.changes, act_table.c.kind)
    for one in connection.execute(halves.join(act_table, act_table.c.id == private.act)):
        if one.note is not None and one.kind != ERASED and finds(json.dumps(one.note, ensure_ascii=False)):
            noted.append(one.act)
        for item in one.changes:
            if finds(json.dumps(item["values"], ensure_ascii=False)):
                held[item["table"]].add(item["row"])
    return held, noted


def _standing(connection: Connection, form: str) -> int:
    """How many rows have that form where nothing is personal, or had it once."""
    finds = re.compile(form).search
    changes = connection.execute(select(act_table.c.changes)).scalars()
    said = (item for items in changes for item in items)
    found = (one for one in said if finds(json.dumps(one["values"], ensure_ascii=False)))
    return len({(one["table"], one["row"]) for one in found})


def _subjects(connection: Connection, acts: Collection[str]) -> tuple[dict[str, set[str]], set[str]]:
    """The incidents that each of these acts is about, and all of them."""
    about: dict[str, set[str]] = {act: set() for act in acts}
    subject = act_subject.c
    found = select(subject.act, subject.row_id).where(subject.table_name == "incident", subject.act.in_(acts))
    for act, row in connection.execute(found):
        about[act].add(row)
    return about, set().union(*about.values())


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
        notes=tuple(told.get("notes", {}).items()),
        standing=told.get("standing", 0),
    )
