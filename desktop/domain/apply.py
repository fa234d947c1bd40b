"""`apply`: the one pure judgement of an act, and what it writes.

The same steps, in the same order, stand in the database's own `submit`; one suite of acts holds the two
together. Codes of refusal, in the order in which they are looked for:

`format`, `form` (by the database then also `too_big` and `id_used`), `kind`, `role`, `note`, `time`, `id`,
`count`, then for each change `not_allowed`, `field`, `needed`, `value`, `row_exists` or `row_missing`,
`base`, `changed`; then `reference`; then the kind's guards by name.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo

from desktop.domain.acts import BLANKS, NOTE_LIMIT, Act, Change, Op, Refusal
from desktop.domain.form import unfit
from desktop.domain.guards import GUARDS
from desktop.domain.guards_warnings import EXCUSED
from desktop.domain.ids import CODE_FORM, INTEGERS, UUID_FORM
from desktop.domain.kinds import EARLIEST, LATEST, ActKind, Allowed, NoteRule
from desktop.domain.records import Column, Kind, Row, Value
from desktop.domain.reference import Role
from desktop.domain.registry import KINDS
from desktop.domain.rows import Overlay, Rows
from desktop.domain.schema import SIDE_TABLES, SUBJECT_TABLES, TABLES
from desktop.domain.view import Step, View

_UUID = re.compile(UUID_FORM)
_CODE = re.compile(CODE_FORM)


@dataclass(frozen=True, slots=True)
class Context:
    """Who submits, with what roles, and when. `now` is the database's clock (aware); `zone` the city's."""

    author: str
    roles: frozenset[Role]
    now: datetime
    zone: tzinfo
    training: bool = False


@dataclass(frozen=True, slots=True)
class Applied:
    """What an accepted act writes."""

    writes: tuple[tuple[str, str, Row, bool], ...]
    """(table, row, values with `last_act` and group acts, whether the row is new)."""
    before: tuple[Row, ...]
    """For each change, the values that it replaced; empty for inserts."""
    subjects: tuple[tuple[str, str], ...]
    numbers: Mapping[str, tuple[date, int]] = field(default_factory=dict)
    excused: tuple[str, ...] = ()
    """Guards that let it pass for what it claims of how it came to be written."""


class _RefusedError(Exception):
    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal


def apply(
    rows: Rows,
    act: Act,
    context: Context,
    *,
    judge: bool = True,
    numbers: Mapping[str, tuple[date, int]] | None = None,
) -> Applied | Refusal:
    """Judge an act against rows and say what it writes; the rows themselves are not touched.

    `judge=False` re-applies an act that was accepted once, by whatever rules held then: bases, roles and
    guards are passed over, and `numbers` gives what was drawn.
    """
    try:
        return _Application(rows, act, context, judge).run(numbers)
    except _RefusedError as stop:
        return stop.refusal


class _Application:
    def __init__(self, rows: Rows, act: Act, context: Context, judge: bool) -> None:
        self._rows = rows
        self._act = act
        self._context = context
        self._judge = judge
        self._after = Overlay(rows)
        self._moment = act.occurred_at or context.now
        self._subjects: dict[tuple[str, str], None] = {}

    def run(self, numbers: Mapping[str, tuple[date, int]] | None) -> Applied:
        problem = unfit(self._act)
        if problem is not None:
            raise _RefusedError(problem)
        kind = KINDS.get(self._act.kind)
        if kind is None:
            raise _RefusedError(Refusal("kind"))
        if self._judge:
            self._check_act(kind)
        steps = [self._take(kind, change) for change in self._act.changes]
        excused: tuple[str, ...] = ()
        if self._judge:
            self._check_references(steps)
            excused = tuple(self._check_guards(kind, steps))
        drawn = self._draw(numbers)
        self._touch_subjects()
        return Applied(
            writes=tuple(self._after.writes()),
            before=tuple(step.replaced for step in steps),
            subjects=tuple(sorted(self._subjects)),
            numbers=drawn,
            excused=excused,
        )

    def _check_act(self, kind: ActKind) -> None:
        act, now = self._act, self._context.now
        if not kind.roles & self._context.roles:
            raise _RefusedError(Refusal("role"))
        note = act.note
        if (
            (kind.note is NoteRule.REQUIRED and not (note or "").strip(BLANKS))
            or (kind.note is NoteRule.NONE and note is not None)
            or len(note or "") > NOTE_LIMIT
        ):
            raise _RefusedError(Refusal("note"))
        if act.occurred_at is not None and not now - EARLIEST <= act.occurred_at <= now + LATEST:
            raise _RefusedError(Refusal("time"))
        if not _UUID.fullmatch(act.id):
            raise _RefusedError(Refusal("id"))
        counts = Counter((change.table, change.op) for change in act.changes)
        for allowed in kind.allows:
            if not allowed.at_least <= counts[allowed.table, allowed.op] <= allowed.at_most:
                raise _RefusedError(Refusal("count", table=allowed.table))
        if not act.changes:
            raise _RefusedError(Refusal("count"))

    def _take(self, kind: ActKind, change: Change) -> Step:
        table, row = change.table, change.row
        allowed = kind.allowed(table, change.op)
        if allowed is None:
            raise _RefusedError(Refusal("not_allowed", table, row))
        before = self._after.get(table, row)
        if self._judge:
            _check_values(allowed, change)
        if before is None and change.op is Op.UPDATE:
            raise _RefusedError(Refusal("row_missing", table, row))
        if before is not None and change.op is Op.INSERT:
            raise _RefusedError(Refusal("row_exists", table, row, act=_text(before.get("last_act"))))
        if self._judge and before is not None:
            _check_base(allowed, change, before)
        values = self._values(allowed, change, before)
        replaced = {} if before is None else {name: before.get(name) for name in values}
        written = set(values)
        groups = TABLES[table].groups_of(written) if change.op is Op.UPDATE else TABLES[table].groups
        values.update({f"{group}_act": self._act.id for group in groups}, last_act=self._act.id)
        self._see_subjects(table, row)
        self._after.put(table, row, values)
        self._see_subjects(table, row)
        after = self._after.get(table, row)
        assert after is not None
        return Step(change, frozenset(written), before, after, replaced)

    def _values(self, allowed: Allowed, change: Change, before: Row | None) -> dict[str, Value]:
        values: dict[str, Value] = {}
        if before is None:
            values.update({one.name: one.default for one in TABLES[change.table].columns})
        values.update(change.values)
        values.update(allowed.fixed)
        values.update(dict.fromkeys(allowed.authored, self._context.author))
        for name in allowed.stamps:
            first = (before or {}).get(name) if name.endswith("_first") else None
            values[name] = first or self._moment
        return values

    def _check_references(self, steps: list[Step]) -> None:
        for step in steps:
            for column in TABLES[step.change.table].columns:
                value = step.after.get(column.name)
                if column.name not in step.written or column.ref is None or value is None:
                    continue
                if self._after.get(column.ref, str(value)) is None:
                    raise _RefusedError(Refusal("reference", step.change.table, step.change.row, column.name))

    def _check_guards(self, kind: ActKind, steps: list[Step]) -> Iterator[str]:
        """The guards that excuse it; raises the refusal of the first that does not."""
        view = View(
            self._rows,
            self._after,
            self._act,
            self._context.author,
            self._context.roles,
            self._context.training,
            self._context.now,
            tuple(steps),
            tuple(sorted(self._subjects)),
        )
        for name in kind.guards:
            refusal = GUARDS[name](view)
            if refusal is None:
                continue
            if self._act.source not in EXCUSED.get(name, ()):
                raise _RefusedError(refusal)
            yield name

    def _draw(self, numbers: Mapping[str, tuple[date, int]] | None) -> Mapping[str, tuple[date, int]]:
        drawn: dict[str, tuple[date, int]] = {}
        for change in self._act.changes:
            if change.table != "incident" or change.op is not Op.INSERT:
                continue
            if numbers is not None:
                day, serial = numbers[change.row]
            else:
                day = self._moment.astimezone(self._context.zone).date()
                serial = self._rows.next_serial(day)
            drawn[change.row] = (day, serial)
            self._after.put("incident", change.row, {"day": day, "serial": serial})
        return drawn

    def _see_subjects(self, table: str, row: str) -> None:
        for subject in _subjects_of(self._after, table, row):
            self._subjects[subject] = None

    def _touch_subjects(self) -> None:
        for table, row in self._subjects:
            if self._after.get(table, row) is not None:
                self._after.put(table, row, {"last_act": self._act.id})


def _subjects_of(rows: Overlay, table: str, row: str) -> Iterator[tuple[str, str]]:
    parent = SIDE_TABLES.get(table)
    if parent is not None:
        yield from _subjects_of(rows, parent, row)
        return
    if table in SUBJECT_TABLES:
        yield table, row
    found = rows.get(table, row) or {}
    for column in TABLES[table].columns:
        value = found.get(column.name)
        if column.subject and column.ref is not None and value is not None:
            yield column.ref, str(value)
            if column.ref == "call":
                yield from _subjects_of(rows, "call", str(value))


def _check_values(allowed: Allowed, change: Change) -> None:
    table = TABLES[change.table]
    pattern = _UUID if table.id_kind is Kind.UUID else _CODE
    if not pattern.fullmatch(change.row):
        raise _RefusedError(Refusal("value", table.name, change.row, "id"))
    for name in sorted(change.values):
        if name not in allowed.fields:
            raise _RefusedError(Refusal("field", table.name, change.row, name))
    for name in allowed.needed:
        if change.values.get(name) is None:
            raise _RefusedError(Refusal("needed", table.name, change.row, name))
    for name in sorted(change.values):
        if not _good_value(table.by_name[name], change.values[name]):
            raise _RefusedError(Refusal("value", table.name, change.row, name))


def _check_base(allowed: Allowed, change: Change, before: Row) -> None:
    groups = allowed.groups(set(change.values))
    if set(change.base) != set(groups):
        raise _RefusedError(Refusal("base", change.table, change.row))
    for group in groups:
        current = before.get(f"{group}_act")
        if current != change.base[group]:
            raise _RefusedError(Refusal("changed", change.table, change.row, group, _text(current)))


def _good_value(column: Column, value: Value) -> bool:
    if value is None:
        return column.nullable
    if column.kind is Kind.UUID:
        return isinstance(value, str) and _UUID.fullmatch(value) is not None
    if isinstance(value, str):
        return len(value) <= column.limit and (not column.choices or value in column.choices)
    if isinstance(value, int | float) and not isinstance(value, bool):
        low, high = (
            INTEGERS if column.low is None and column.kind is Kind.INTEGER else (column.low, column.high)
        )
        return (low is None or low <= value) and (high is None or value <= high)
    return True


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
