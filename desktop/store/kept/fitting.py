"""Making a kept act fit what is there now."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from desktop.domain.acts import Act, Change, Op, Refusal
from desktop.domain.kinds_erasure import TOMBSTONE
from desktop.domain.records import table_of
from desktop.domain.schema import RECORDS
from desktop.domain.schema import TABLES as SCHEMA
from desktop.store.personal import read_personal
from desktop.store.tables import TABLES

RESTRICTS = frozenset({"category_restricts", "merge_keeps_restriction"})
"""Refusals of acts that must restrict an incident, as they would have done had the desk known."""


def on_top(connection: Connection, act: Act) -> Act:
    """The act as one on top of what is there now: whoever decides that has seen it."""
    return replace(act, changes=tuple(_on_top(connection, change) for change in act.changes))


def _on_top(connection: Connection, change: Change) -> Change:
    if change.op is not Op.UPDATE or not change.base:
        return change
    now = _group_acts(connection, change.table, change.row)
    if now is None or not set(change.base) <= set(now):
        return change
    return replace(change, base={group: now[group] for group in change.base})


def _group_acts(connection: Connection, name: str, row: str) -> Mapping[str, str | None] | None:
    """The acts that wrote a row's groups last. None without one, and of what was erased: it stays so."""
    if name in _PERSONAL:
        private = read_personal(connection, _PERSONAL[name], [row])[row]
        is_left = private.last_act is not None and getattr(private, TOMBSTONE) is None
        return private.acts if is_left else None
    table = TABLES[name]
    found = connection.execute(select(table).where(table.c.id == row)).mappings().one_or_none()
    return None if found is None else {group: found[f"{group}_act"] for group in SCHEMA[name].groups}


_PERSONAL = {table_of(cls).name: cls for cls in RECORDS if table_of(cls).personal}


def hidden_of(connection: Connection, act: Act) -> str | None:
    """The first row of which an act changes what is personal and who asks may not read it."""
    for change in act.changes:
        if change.op is Op.UPDATE and change.table in _PERSONAL:
            private = read_personal(connection, _PERSONAL[change.table], [change.row])[change.row]
            if private.last_act is None:  # every row has one, so it was left out
                return change.row
    return None


def restricting(act: Act, refusal: Refusal, connection: Connection) -> Act | None:
    """A refused act that restricts its incident, too; None where its author said otherwise."""
    row = _to_restrict(act, refusal)
    if row is None:
        return None
    found = next((one for one in act.changes if (one.table, one.row) == ("incident", row)), None)
    own = found or Change("incident", Op.UPDATE, row, {}, {})
    if "restricted" in own.values:
        return None
    base = dict(own.base)
    if own.op is Op.UPDATE:
        incident = TABLES["incident"].c
        base["restricted"] = connection.execute(
            select(incident.restricted_act).where(incident.id == row)
        ).scalar()
    changed = replace(own, values={**own.values, "restricted": True}, base=base)
    if found is None:
        return replace(act, changes=(*act.changes, changed))
    return replace(act, changes=tuple(changed if one is found else one for one in act.changes))


def _to_restrict(act: Act, refusal: Refusal) -> str | None:
    if refusal.code == "category_restricts":
        return refusal.row
    into = (one.values.get("merged_into") for one in act.changes if one.table == "incident")
    return next((str(one) for one in into if one is not None), None)
