"""Acts that must be refused: each lawful act spoilt in every way that its kind forbids."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.domain.acts import NOTE_LIMIT, Act, Change, Op
from desktop.domain.form import NUMBER_LIMIT
from desktop.domain.kinds import EARLIEST, LATEST, ActKind, NoteRule
from desktop.domain.records import Column, Kind, Value
from desktop.domain.registry import KINDS
from desktop.domain.schema import TABLES
from tests.domain.world import LOGINS, NOW, named

Shown = tuple[str, ...]


@dataclass(frozen=True)
class Spoilt:
    """An act, who writes it, and the code with which it must be refused."""

    name: str
    act: Act
    login: str
    code: str
    shows: Shown
    """The rule it breaks, and whose: two that show the same are refused for one and the same reason."""


def spoil(act: Act, login: str) -> Iterator[Spoilt]:
    """Every way to spoil a lawful act."""
    kind = KINDS[act.kind]
    for other, roles in LOGINS.items():
        if not roles & kind.roles:
            yield Spoilt(f"by {other}", act, other, "role", (act.kind, "role", other))
    for name, spoilt, code in (*_whole(act, kind), *_counts(act, kind)):
        yield Spoilt(name, spoilt, login, code, (act.kind, name))
    for name, spoilt, code, shows in _each(act, kind):
        yield Spoilt(name, spoilt, login, code, shows)


Parts = Iterator[tuple[str, Act, str]]


def _whole(act: Act, kind: ActKind) -> Parts:
    yield "another format", replace(act, format=2), "format"
    yield "no such kind", replace(act, kind=f"{act.kind}s"), "kind"
    yield "an id in capitals", replace(act, id=act.id.upper()), "id"
    yield "too early", replace(act, occurred_at=NOW - EARLIEST * 1.01), "time"
    yield "in the future", replace(act, occurred_at=NOW + LATEST * 1.01), "time"
    yield "a time without offset", replace(act, occurred_at=NOW.replace(tzinfo=None)), "form"
    yield "a note with NUL", replace(act, note="a\x00b"), "form"
    yield "claimed by a novel", replace(act, claimed_by="a" * 65), "form"
    yield "nothing in it", replace(act, changes=()), "count"
    if kind.note is NoteRule.NONE:
        yield "a note", replace(act, note="x"), "note"
    else:
        yield "a long note", replace(act, note="x" * (NOTE_LIMIT + 1)), "note"
    if kind.note is NoteRule.REQUIRED:
        yield "no note", replace(act, note=None), "note"
        yield "a blank note", replace(act, note="\u00a0\n\u3000\x1c"), "note"
    if kind.size < 100_000:
        facts = {"x": "y" * kind.size}
        big = Change("incident", Op.UPDATE, named("none"), {"facts": facts}, {})
        yield "too big", replace(act, changes=(*act.changes, big)), "too_big"


def _counts(act: Act, kind: ActKind) -> Parts:
    for allowed in kind.allows:
        mine = [one for one in act.changes if (one.table, one.op) == (allowed.table, allowed.op)]
        others = tuple(one for one in act.changes if one not in mine)
        if mine and allowed.at_least:
            yield f"without {allowed.table}", replace(act, changes=others), "count"
        if mine and allowed.at_most < 100:
            many = (mine[0],) * (allowed.at_most + 1)
            yield f"many of {allowed.table}", replace(act, changes=(*many, *others)), "count"


def _each(act: Act, kind: ActKind) -> Iterator[tuple[str, Act, str, Shown]]:
    for place, one in enumerate(act.changes):
        mine = (act.kind, one.table, one.op.value)
        for name, spoilt, code, shows in (
            *((name, spoilt, code, (*mine, name)) for name, spoilt, code in _change(one, kind)),
            *_columns(one, kind, mine),
        ):
            changes = (*act.changes[:place], *spoilt, *act.changes[place + 1 :])
            yield f"change {place}, {name}", replace(act, changes=changes), code, shows


def _change(one: Change, kind: ActKind) -> Iterator[tuple[str, tuple[Change, ...], str]]:
    foreign = next(name for name in TABLES if all(name != allowed.table for allowed in kind.allows))
    yield "of another table", (one, replace(one, table=foreign)), "not_allowed"
    yield "of no table", (one, replace(one, table="pg_class")), "not_allowed"
    yield "with a strange id", (replace(one, row="x'; --"),), "value"
    yield "with a column that is none", (_with(one, last_act=named("x")),), "field"
    yield "with NUL in a name", (_with(one, **{"a\x00": 1}),), "form"
    allowed = kind.allowed(one.table, one.op)
    assert allowed is not None
    for name in allowed.needed:
        rest = {key: value for key, value in one.values.items() if key != name}
        yield f"without {name}", (replace(one, values=rest),), "needed"
    if one.op is Op.UPDATE:
        yield "of a row that is none", (replace(one, row=_absent(one.table)),), "row_missing"
        yield "with a base too many", (replace(one, base={**one.base, "nothing": None}),), "base"
        for group in one.base:
            less = {key: value for key, value in one.base.items() if key != group}
            yield f"without base {group}", (replace(one, base=less),), "base"
            stale = {**one.base, group: named("stale")}
            yield f"with a stale base {group}", (replace(one, base=stale),), "changed"


def _columns(one: Change, kind: ActKind, mine: Shown) -> Iterator[tuple[str, tuple[Change, ...], str, Shown]]:
    """Values that a column never takes, which is the table's rule; and columns that are not the kind's."""
    allowed = kind.allowed(one.table, one.op)
    assert allowed is not None
    for column in TABLES[one.table].columns:
        if column.name not in allowed.fields:
            yield f"writes {column.name}", (_with(one, **{column.name: None}),), "field", (*mine, "writes")
            continue
        for value, code in _bad_values(column, needed=column.name in allowed.needed):
            name = f"{column.name}={value!r:.20}"
            of_table = {"form": (one.table, column.kind.value, f"{value!r:.20}"), "value": (one.table, name)}
            unbased = code == "reference" and one.op is Op.UPDATE and column.group not in one.base
            spoilt = (_with(one, **{column.name: value}),)
            yield name, spoilt, "base" if unbased else code, of_table.get(code, (*mine, name))


def _absent(table: str) -> str:
    return named("absent") if TABLES[table].id_kind is Kind.UUID else "absent"


def _with(one: Change, **values: object) -> Change:
    return replace(one, values={**one.values, **values})  # type: ignore[dict-item]  # - wrong on purpose


def _bad_values(column: Column, needed: bool) -> Iterator[tuple[object, str]]:
    wrong: dict[Kind, tuple[object, ...]] = {
        Kind.TEXT: (5, True, "a\x00b", "\ud800"),
        Kind.UUID: (5, "a\x00b"),
        Kind.INTEGER: ("5", 2.5, True, NUMBER_LIMIT + 1, 10**400),
        Kind.REAL: ("5", True, float("nan"), float("inf"), 10**400),
        Kind.BOOLEAN: (1, "true"),
        Kind.TIME: (
            "2026-11-24T10:00:00Z",
            NOW.replace(tzinfo=None),
            NOW.replace(year=1),
            NOW.replace(year=9999),
        ),
        Kind.JSON: ("x", 5, {"x": float("nan")}, {"x": "\x00"}, {"x": NOW}, _deep(9)),
    }
    yield from ((value, "form") for value in wrong.get(column.kind, ()))
    if not column.nullable:
        yield None, "needed" if needed else "value"
    elif needed:
        yield None, "needed"
    if column.kind is Kind.UUID:
        yield from ((value, "value") for value in ("", named("x").upper(), "x'; --"))
    if column.kind is Kind.TEXT:
        yield "x" * (column.limit + 1), "value"
    if column.choices:
        yield "no such choice", "value"
    if column.ref is not None:
        yield named("absent"), "reference"
    if column.low is not None and column.high is not None:
        step = 1 if column.kind is Kind.INTEGER else 0.5
        for bound in (column.low - step, column.high + step):
            yield int(bound) if column.kind is Kind.INTEGER else bound, "value"
    if column.kind is Kind.INTEGER and column.low is None:
        yield from ((value, "value") for value in (2**31, -(2**31) - 1))


def _deep(levels: int) -> Value:
    found: dict[str, object] = {}
    for _ in range(levels):
        found = {"x": found}
    return found
