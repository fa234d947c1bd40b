"""The table of guards about mergers and restrictions."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.acts import Act, Change
from desktop.domain.records import Value
from tests.domain import lawful
from tests.domain.guarded import Guarded, _c, _i, _r
from tests.domain.lawful import Make
from tests.domain.world import (
    Given,
    World,
    close,
    insert,
    named,
    open_incident,
    refer,
    take,
)


def _restrict(*incidents: str) -> Given:
    def make(world: World) -> None:
        kind = "incident.described"
        for one in incidents:
            world.must("ani", world.act(kind, world.update(kind, "incident", one, restricted=True)))

    return make


def _merge_and(incident: str, **values: Value) -> Make:
    """The merge of i1 into i2, and something else written to an incident."""

    def make(world: World) -> Act:
        act = lawful.MERGE(world)
        if incident == "i1":
            return replace(act, changes=(_also(world, act.changes[0], values), *act.changes[1:]))
        more = world.update("incident.merged", "incident", incident, **values)
        return replace(act, changes=(*act.changes, more))

    return make


def _also(world: World, merged: Change, values: Mapping[str, Value]) -> Change:
    return world.update("incident.merged", "incident", "i1", **{**(merged.values or {}), **values})


def _nothing_merged(world: World) -> Act:
    kind = "incident.merged"
    return world.act(kind, world.update(kind, "incident", "i1", restricted=True))


def _violence(incident: str, **values: Value) -> Make:
    """The act that opens an incident whose category is restricted."""

    def make(world: World) -> Act:
        kind = "incident.opened"
        return world.act(
            kind,
            insert("incident", incident, category="violence", **values),
            insert("incident_private", incident),
            world.update(kind, "call", "c1", incident=named(incident)),
        )

    return make


def _merge_with(**changed: str) -> Make:
    """The merge of i1 (one call, one assignment, one referral) with one of them left or sent astray."""

    def make(world: World) -> Act:
        act = lawful.MERGE(world)
        changes = []
        for one in act.changes:
            way = changed.get(one.table, "")
            if way == "left":
                continue
            column = "merged_into" if one.table == "incident" else "incident"
            changes.append(replace(one, values={**one.values, column: named(way)}) if way else one)
        return replace(act, changes=tuple(changes))

    return make


def _merge_foreign(world: World) -> Act:
    act = lawful.MERGE(world)
    kind = "incident.merged"
    foreign = world.update(kind, "call", "call of i2", incident=named("i2"))
    return replace(act, changes=(*act.changes, foreign))


GUARDED_MERGING = (
    Guarded(
        "merged into itself",
        (lawful.two_incidents, refer),
        "budi",
        _merge_with(incident="i1"),
        "merge_moves_all",
        _i,
        "i1",
    ),
    Guarded(
        "merged into a closed one",
        (lawful.two_incidents, refer, lambda w: close(w, "i2")),
        "budi",
        lawful.MERGE,
        "merge_moves_all",
        _i,
        "i2",
    ),
    Guarded(
        "merged but for its call",
        (lawful.two_incidents, refer),
        "budi",
        _merge_with(call="left"),
        "merge_moves_all",
        _c,
        "i1",
    ),
    Guarded(
        "merged but for its unit",
        (lawful.two_incidents, refer),
        "budi",
        _merge_with(assignment="left"),
        "merge_moves_all",
        "assignment",
        "i1",
    ),
    Guarded(
        "merged, its referral elsewhere",
        (lawful.two_incidents, refer, lambda w: open_incident(w, "i3", "c3")),
        "budi",
        _merge_with(referral="i3"),
        "merge_moves_all",
        _r,
        "r1",
    ),
    Guarded(
        "merged with a foreign call",
        (lawful.two_incidents, refer),
        "budi",
        _merge_foreign,
        "merge_moves_all",
        _c,
        "call of i2",
    ),
    Guarded(
        "a restricted one merged into one that all read",
        (lawful.two_incidents, refer, _restrict("i1")),
        "budi",
        lawful.MERGE,
        "merge_keeps_restriction",
        _i,
        "i1",
    ),
    Guarded(
        "restricted and merged at once",
        (lawful.two_incidents, refer, _restrict("i2")),
        "budi",
        _merge_and("i1", restricted=True),
        "merge_keeps_restriction",
        _i,
        "i1",
    ),
    Guarded(
        "a third one restricted by a merge",
        (lawful.two_incidents, refer, lambda w: open_incident(w, "i3", "c3")),
        "budi",
        _merge_and("i3", restricted=True),
        "merge_keeps_restriction",
        _i,
        "i3",
    ),
    Guarded(
        "made readable by a merge",
        (lawful.two_incidents, refer, _restrict("i2")),
        "citra",
        _merge_and("i2", restricted=False),
        "merge_keeps_restriction",
        _i,
        "i2",
    ),
    Guarded("a merge that merges nothing", (open_incident,), "budi", _nothing_merged, "merge_moves_all", _i),
    Guarded(
        "a restricted category, readable by all",
        (take,),
        "ani",
        _violence("i1"),
        "category_restricts",
        _i,
        "i1",
    ),
    Guarded(
        "a restricted category, opened readable by a supervisor",
        (take,),
        "citra",
        _violence("i1", restricted=False),
        "category_restricts",
        _i,
        "i1",
    ),
    Guarded(
        "a restricted category set",
        (open_incident,),
        "citra",
        lawful.simple("incident.described", _i, "i1", category="violence"),
        "category_restricts",
        _i,
        "i1",
    ),
    Guarded(
        "a restricted category set, readable by a dispatcher's word",
        (open_incident,),
        "budi",
        lawful.simple("incident.described", _i, "i1", category="violence", restricted=False),
        "category_restricts",
        _i,
        "i1",
    ),
)
"""Guards about mergers and restrictions."""
