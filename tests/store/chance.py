"""Acts by chance: mostly what an operator could mean, in a world that goes on; now and then spoilt."""

from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from hypothesis import strategies as st

from desktop.domain.acts import Act, Change, Op, Source
from desktop.domain.kinds import ActKind, Allowed, NoteRule
from desktop.domain.records import Column, Kind, Value
from desktop.domain.registry import KINDS
from desktop.domain.schema import SIDE_TABLES, TABLES
from tests.domain.unlawful import spoil
from tests.domain.world import LOGINS, NOW, World, named

T = TypeVar("T")

_WORDS = st.sampled_from(["Jl. Mawar", "", "Ngurah", "\u00c9", "x" * 9, "\U0001f525 api", "\u3000", "0812"])
_MOMENTS = st.sampled_from([NOW + timedelta(minutes=one) for one in (0, -1, -90, 4, -60 * 24 * 39)])
# What drives an evening comes more often than what is rare.
_OFTEN = (
    "call.taken",
    "incident.opened",
    "unit.assigned",
    "referral.made",
    "incident.described",
    "unit.on_scene",
    "warning.made",
)
_KINDS = st.sampled_from([*KINDS, *_OFTEN, *_OFTEN])


class Chance:
    """Draws acts that fit the world as it is."""

    def __init__(self, data: st.DataObject, world: World) -> None:
        self._data = data
        self._world = world
        self._count = 0

    def _pick(self, strategy: st.SearchStrategy[T]) -> T:
        return self._data.draw(strategy)

    def act(self) -> tuple[Act, str]:
        """An act and who writes it."""
        self._count += 1
        kind = KINDS[self._pick(_KINDS)]
        changes = self._merge() if kind.name == "incident.merged" else self._changes(kind)
        wanted = kind.note is NoteRule.REQUIRED or (
            kind.note is NoteRule.OPTIONAL and self._pick(st.booleans())
        )
        act = Act(
            named(f"chance {self._count}"),
            kind.name,
            tuple(changes),
            note="Catatan" if wanted else None,
            occurred_at=self._pick(st.none() | _MOMENTS),
            source=self._pick(st.sampled_from(Source)),
        )
        login = self._pick(st.sampled_from([one for one, roles in LOGINS.items() if roles & kind.roles]))
        if act.changes and self._pick(st.integers(0, 3)) == 0:
            spoilt = self._pick(st.sampled_from(list(spoil(act, login))))
            return (spoilt.act, spoilt.login) if spoilt.code != "too_big" else (act, login)
        return act, login

    def _changes(self, kind: ActKind) -> list[Change]:
        self._rows: dict[str, str] = {}
        """What this act is about so far, by table: later changes follow it."""
        changes = []
        for allowed in kind.allows:
            wanted = allowed.at_least or self._pick(st.integers(0, 1))
            if kind.name == "reference.loaded" and self._pick(st.integers(0, 5)):
                wanted = 0
            for _ in range(wanted):
                change = self._insert(allowed) if allowed.op is Op.INSERT else self._update(kind, allowed)
                if change is not None:
                    changes.append(change)
        return changes[::-1] if self._pick(st.integers(0, 4)) == 0 else changes

    def _insert(self, allowed: Allowed) -> Change:
        table = TABLES[allowed.table]
        parent = SIDE_TABLES.get(table.name)
        if parent is not None and parent in self._rows:
            row = self._rows[parent]
        elif table.id_kind is Kind.TEXT:
            row = "clock" if table.name == "clock" else f"new-{self._count}"
        elif table.name == "strike":
            row = self._pick(st.sampled_from([act.id for act, _ in self._world.done]))
        else:
            row = named(f"{table.name} {self._count} {self._pick(st.integers(0, 1))}")
        self._rows[table.name] = row
        return Change(table.name, Op.INSERT, row, self._values(allowed))

    def _update(self, kind: ActKind, allowed: Allowed) -> Change | None:
        row = self._row_to_update(allowed.table)
        if row is None:
            return None
        self._rows[allowed.table] = row
        values = self._values(allowed)
        current = self._world.rows.get(allowed.table, row) or {}
        if allowed.table == "assignment":
            self._rows.setdefault("unit", str(current["unit"]))
        base: dict[str, str | None] = {}
        for group in allowed.groups(set(values)):
            act = current.get(f"{group}_act")
            base[group] = None if act is None else str(act)
        return Change(allowed.table, Op.UPDATE, row, values, base)

    def _row_to_update(self, table: str) -> str | None:
        rows = self._world.rows.tables[table]
        parent = SIDE_TABLES.get(table)
        if parent in self._rows and self._rows[parent] in rows:
            return self._rows[parent]
        if table in self._rows and table == "unit":
            return self._rows[table]
        running = [row for row, one in rows.items() if table == "assignment" and one["state"] == "running"]
        prefer_running = self._pick(st.integers(0, 4)) > 0
        choices = running if running and prefer_running else sorted(rows)
        return self._pick(st.sampled_from(choices)) if choices else None

    def _values(self, allowed: Allowed) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for name in allowed.fields:
            if name in allowed.needed or self._pick(st.integers(0, 3)) == 0:
                values[name] = self._value(TABLES[allowed.table].by_name[name])
        return values

    def _value(self, column: Column) -> Value:
        if column.ref is not None:
            mine = self._rows.get(column.ref)
            if mine is not None and self._pick(st.integers(0, 4)):
                return mine
            rows = sorted(self._world.rows.tables[column.ref])
            found = self._pick(st.sampled_from([*rows, named("absent")]))
            self._rows.setdefault(column.ref, found)
            return found
        if column.nullable and self._pick(st.integers(0, 5)) == 0:
            return None
        if column.kind is Kind.UUID:  # an act that was seen
            return self._pick(st.sampled_from([act.id for act, _ in self._world.done]))
        return self._pick(_strategy(column))

    def _merge(self) -> list[Change]:
        incidents = sorted(self._world.rows.tables["incident"])
        if not incidents:
            return []
        source = self._pick(st.sampled_from(incidents))
        target = self._pick(st.sampled_from(incidents))
        moves = [("incident", source, "merged_into")]
        for table in ("call", "assignment", "referral"):
            rows = sorted(self._world.rows.find(table, "incident", source))
            moves += [(table, row, "incident") for row in rows if self._pick(st.integers(0, 9))]
        changes = []
        for table, row, column in moves:
            current = self._world.rows.get(table, row) or {}
            group = "closing" if table == "incident" else "incident"
            act = current.get(f"{group}_act")
            base = {group: None if act is None else str(act)}
            changes.append(Change(table, Op.UPDATE, row, {column: target}, base))
        if self._pick(st.integers(0, 3)) == 0:
            act = self._world.rows.tables["incident"][target]["restricted_act"]
            base = {"restricted": None if act is None else str(act)}
            changes.append(Change("incident", Op.UPDATE, target, {"restricted": True}, base))
        return changes


def _strategy(column: Column) -> st.SearchStrategy[Value]:
    if column.choices:
        return st.sampled_from([choice.value for choice in column.choices])
    low, high = column.low, column.high
    strategies: dict[Kind, st.SearchStrategy[Value]] = {
        Kind.TEXT: _WORDS.map(lambda text: text[: column.limit]),
        Kind.BOOLEAN: st.booleans(),
        Kind.INTEGER: st.integers(-5 if low is None else int(low), 5 if high is None else min(int(high), 9)),
        Kind.REAL: st.floats(low, high),
        Kind.TIME: _MOMENTS,
        Kind.DATE: _MOMENTS.map(lambda moment: moment.date()),
        Kind.JSON: st.dictionaries(
            _WORDS, st.none() | st.booleans() | st.integers(-9, 9) | _WORDS, max_size=2
        ),
    }
    return strategies[column.kind]


def without_clock(act: Act) -> Act:
    """The act, with a clock that it sets stopped at the moment at which the world's stands."""
    if act.kind != "clock.set":
        return act
    stopped: dict[str, Value] = {"anchor_real": NOW, "anchor_training": NOW, "rate": 0.0}
    changes = (replace(one, values={**one.values, **stopped}) if one.values else one for one in act.changes)
    return replace(act, changes=tuple(changes))
