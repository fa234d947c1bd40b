"""The table of guards about units and stamps."""

from dataclasses import replace

from desktop.domain.acts import Act
from tests.domain import lawful
from tests.domain.guarded import Guarded
from tests.domain.lawful import Make, Step
from tests.domain.lawful_units import DECIDE, WAITED_FOR, begun, decided, queued
from tests.domain.world import (
    World,
    assigned,
    at,
    close,
    insert,
    named,
    open_incident,
    send,
    stage,
)


def _without_last(make: Make) -> Make:
    def spoilt(world: World) -> Act:
        act = make(world)
        return replace(act, changes=act.changes[:-1])

    return spoilt


def _assign_other(world: World) -> Act:
    kind = "unit.assigned"
    made = insert("assignment", "a9", incident=named("i1"), unit="E1")
    return world.act(kind, made, world.update(kind, "unit", "E2"))


def _stage_of_other(world: World) -> Act:
    kind = "unit.on_scene"
    return world.act(kind, world.update(kind, "assignment", "a1"), world.update(kind, "unit", "E2"))


def _divert_to(incident: str) -> Make:
    def make(world: World) -> Act:
        kind = "unit.diverted"
        return world.act(
            kind,
            insert("assignment", "a2", incident=named(incident), unit="E1"),
            world.update(kind, "assignment", "a1"),
            world.update(kind, "unit", "E1"),
        )

    return make


def _correct(table: str, row: str, **stamps: object) -> Make:
    return lawful.simple("stamp.corrected", table, row, "salah", **stamps)  # type: ignore[arg-type]  # - times


def _end_assignment(world: World) -> object:
    return world.must("budi", lawful.with_unit("unit.returning")(world))


def _ended_again(world: World) -> Act:
    kind = "unit.available"
    changes = (world.update(kind, "assignment", "a1"), world.update(kind, "unit", "E1"))
    return world.act(kind, *changes)


def _closed_other(world: World) -> None:
    send(world)
    open_incident(world, "i2", "c2")
    close(world, "i2")


_under_way: tuple[Step, ...] = (send, lambda w: stage(w, "unit.under_way"))


_i, _u, _a = "incident", "unit", "assignment"


_unit = lawful.with_unit


GUARDED_UNITS = (
    Guarded(
        "a unit waited for at two incidents",
        (*WAITED_FOR, lambda w: open_incident(w, "i3", "c3")),
        "budi",
        lambda w: queued(w, "E1", "i3", "q2"),
        "one_queued",
        _u,
        "E1",
    ),
    Guarded(
        "a unit waited for where it is",
        (send,),
        "budi",
        lambda w: queued(w, "E1", "i1"),
        "one_queued",
        _u,
        "E1",
    ),
    Guarded("a unit sent on while it is busy", WAITED_FOR, "budi", begun, "unit_taken", _u, "E1"),
    Guarded(
        "work that runs not waited for",
        (send,),
        "budi",
        lawful.simple("unit.unqueued", "assignment", "a1"),
        "was_queued",
        _a,
        "a1",
    ),
    Guarded(
        "what waits for a unit finished with it",
        WAITED_FOR,
        "budi",
        lambda w: w.act(
            "unit.available",
            w.update("unit.available", "assignment", "q1"),
            w.update("unit.available", "unit", "E1"),
        ),
        "assignment_running",
        _a,
        "q1",
    ),
    Guarded(
        "an available unit on its way home",
        (),
        "budi",
        _unit("unit.returning", ends=False),
        "unit_moves",
        _u,
        "E1",
    ),
    Guarded(
        "a busy unit off duty", (send,), "budi", _unit("unit.off_duty", ends=False), "unit_moves", _u, "E1"
    ),
    Guarded(
        "a running unit sent again",
        (send,),
        "budi",
        lambda w: assigned(w, "E1", "i1", "a2"),
        "unit_taken",
        _u,
        "E1",
    ),
    Guarded(
        "a running unit busy otherwise",
        (send,),
        "budi",
        lambda w: w.act(
            "unit.occupied",
            insert("assignment", "a2", unit="E1", purpose="x"),
            w.update("unit.occupied", "unit", "E1"),
        ),
        "unit_taken",
        _u,
        "E1",
    ),
    Guarded(
        "another unit's status", (open_incident,), "budi", _assign_other, "unit_with_assignment", _a, "a9"
    ),
    Guarded(
        "another unit on scene",
        (send, lambda w: send(w, "E2", "i1", "a2")),
        "budi",
        _stage_of_other,
        "unit_with_assignment",
        _a,
        "a1",
    ),
    Guarded(
        "available while its assignment runs",
        (send,),
        "budi",
        _unit("unit.available", ends=False),
        "unit_with_assignment",
        _u,
        "E1",
    ),
    Guarded(
        "an ended assignment ended again",
        (send, _end_assignment),
        "budi",
        _ended_again,
        "assignment_running",
        _a,
        "a1",
    ),
    Guarded(
        "the destination of an ended one",
        (send, _end_assignment),
        "budi",
        lawful.simple("destination.set", _a, "a1", destination="sanglah"),
        "assignment_running",
        _a,
        "a1",
    ),
    Guarded("diverted to a closed one", (_closed_other,), "budi", _divert_to("i2"), "target_open", _i, "i2"),
    Guarded("diverted to the same", (send,), "budi", _divert_to("i1"), "target_open", _i, "i1"),
    Guarded(
        "called back on scene",
        _under_way,
        "budi",
        _unit("unit.cancelled", "x", status="on_scene"),
        "free_again",
        _u,
        "E1",
    ),
    Guarded(
        "a stamp that was never set",
        (send,),
        "budi",
        _correct(_a, "a1", on_scene_at=at(-1)),
        "stamps_in_order",
        _a,
        "a1",
        "on_scene_at",
    ),
    Guarded(
        "a stamp in the future",
        (send,),
        "budi",
        _correct(_a, "a1", assigned_at=at(6)),
        "stamps_in_order",
        _a,
        "a1",
        "assigned_at",
    ),
    Guarded(
        "a stamp taken away",
        (send,),
        "budi",
        _correct(_a, "a1", assigned_at=None),
        "stamps_in_order",
        _a,
        "a1",
        "assigned_at",
    ),
    Guarded(
        "sent after it was under way",
        _under_way,
        "budi",
        _correct(_a, "a1", assigned_at=at(1)),
        "stamps_in_order",
        _a,
        "a1",
    ),
    Guarded(
        "a second decision after a restore",
        (DECIDE,),
        "dewa",
        lambda w: decided(w, row="d2"),
        "restore_undecided",
        "restore_decision",
        "d2",
    ),
    Guarded("sent without its unit", (open_incident,), "budi", _without_last(assigned), "count", _u),
)
