"""The table of lawful acts on units and of the centre."""

from desktop.domain.acts import Act
from tests.domain.lawful import Lawful, Make, Step, _do, _sent, simple, two_incidents, with_unit
from tests.domain.world import (
    World,
    assigned,
    at,
    insert,
    named,
    open_incident,
    refer,
    send,
    stage,
)


def _diverted(world: World, to: str = "i2") -> Act:
    kind = "unit.diverted"
    return world.act(
        kind,
        insert("assignment", "a2", incident=named(to), unit="E1"),
        world.update(kind, "assignment", "a1"),
        world.update(kind, "unit", "E1"),
    )


def _two_units(world: World) -> Act:
    kind = "unit.assigned"
    return world.act(
        kind,
        *(insert("assignment", f"of {unit}", incident=named("i1"), unit=unit) for unit in ("E2", "A1")),
        *(world.update(kind, "unit", unit) for unit in ("A1", "E2")),
        insert("recommendation", "rec1", incident=named("i1"), picks={"picks": [{"unit": "E1"}]}),
    )


def _stamps(world: World) -> Act:
    kind = "stamp.corrected"
    return world.act(
        kind,
        world.update(kind, "assignment", "a1", assigned_at=at(-5), under_way_at=at(-4)),
        world.update(kind, "referral", "r1", told_at=at(-3)),
        world.update(kind, "unit", "E1", status_at=at(-4)),
        note="salah tekan",
    )


def _reference(world: World) -> Act:
    kind = "reference.loaded"
    return world.act(
        kind,
        insert("target", "t1", clock="first_unit", category="fire", priority="P1", warn=60, alarm=90),
        insert(
            "response_plan", "fire-1", category="fire", level=1, needs="engine:2/3", tell="PLN", minutes=20
        ),
        insert("area", "51.71.02.1004", name="Tegal Harum", level="desa", parent="51.71.02"),
        insert("unit", "E9", call_sign="E9", home_station="juanda", station="induk", head_count=4),
        world.update(kind, "area", "51.71.02.1003", name="Pemecutan Kaja", latitude=-8.64),
        world.update(kind, "unit", "E1", crew="Regu A", head_count=6, rank=3),
    )


def _occupy(world: World) -> Act:
    made = insert("assignment", "a1", unit="E1", purpose="Mengisi air")
    return world.act("unit.occupied", made, world.update("unit.occupied", "unit", "E1"))


_occupied = _do("budi", _occupy)


_reach = tuple(lambda world, kind=kind: stage(world, kind) for kind in ("unit.under_way", "unit.on_scene"))


def _clock(world: World) -> Act:
    kind = "clock.set"
    return world.act(
        kind, world.update(kind, "clock", "clock", anchor_real=at(0), anchor_training=at(1), rate=0.0)
    )


def _returning(world: World) -> object:
    return world.must("budi", with_unit("unit.returning")(world))


def _out(world: World) -> object:
    make = with_unit("unit.out_of_service", ends=False, out_reason="Ban", back_at=at(60))
    return world.must("budi", make(world))


def _to_hospital(kind: str) -> Make:
    def make(world: World) -> Act:
        changes = (
            world.update(kind, "assignment", "a1", destination="sanglah"),
            world.update(kind, "unit", "E1"),
        )
        return world.act(kind, *changes)

    return make


_scene: tuple[Step, ...] = (send, *_reach)


def decided(world: World, epoch: int = 7, row: str = "d1") -> Act:
    """A decision of what is from before a restore."""
    return world.act(
        "restore.decided", insert("restore_decision", row, epoch=epoch, deliver=True), note="cadangan kemarin"
    )


def _decide(world: World) -> object:
    return world.must("citra", decided(world))


DECIDE: Step = _decide


def _put_away(world: World) -> Act:
    row = insert(
        "put_away", "p1", kind="unit.assigned", author="ani", refusal="unit_taken", incident=named("i1")
    )
    return world.act("kept.put_away", row, note="sudah dikirim meja lain")


def queued(world: World, unit: str = "E1", incident: str = "i2", row: str = "q1") -> Act:
    """A unit waited for at an incident."""
    return world.act("unit.queued", insert("assignment", row, incident=named(incident), unit=unit))


def _queue(world: World) -> object:
    return world.must("budi", queued(world))


WAITED_FOR: tuple[Step, ...] = (two_incidents, _queue)
"""E1 is at i1, and i2 waits for it."""


def begun(world: World) -> Act:
    """What waited for E1 begins."""
    kind = "unit.assigned"
    return world.act(kind, world.update(kind, "assignment", "q1"), world.update(kind, "unit", "E1"))


LAWFUL_UNITS = (
    Lawful("a unit waited for", (two_incidents,), "budi", queued),
    Lawful("a unit not waited for any more", WAITED_FOR, "budi", simple("unit.unqueued", "assignment", "q1")),
    Lawful(
        "a unit sent to what waited for it",
        (*WAITED_FOR, _do("budi", with_unit("unit.available"))),
        "budi",
        begun,
    ),
    Lawful(
        "a unit diverted while another incident waits for it",
        (*WAITED_FOR, lambda w: open_incident(w, "i3", "c3")),
        "budi",
        lambda w: _diverted(w, "i3"),
    ),
    Lawful("a kept act put away", (open_incident,), "ani", _put_away),
    Lawful("a unit sent", (open_incident,), "budi", assigned),
    Lawful("two units sent", (open_incident,), "citra", _two_units),
    Lawful(
        "a unit sent on its way home", (*_scene, _returning), "budi", lambda w: assigned(w, "E1", "i1", "a2")
    ),
    Lawful("a unit diverted", (two_incidents,), "budi", _diverted),
    Lawful("a unit busy otherwise", (), "budi", _occupy),
    Lawful("a unit under way", _sent, "budi", with_unit("unit.under_way")),
    Lawful("a busy unit under way", (_occupied,), "budi", with_unit("unit.under_way")),
    Lawful("a unit on scene", _sent, "budi", with_unit("unit.on_scene", "dari jauh")),
    Lawful("a unit to hospital", _scene, "budi", _to_hospital("unit.transporting")),
    Lawful("a unit at the hospital", _scene, "budi", _to_hospital("unit.at_hospital")),
    Lawful("a unit on its way home", _scene, "budi", with_unit("unit.returning")),
    Lawful("a unit available at once", _sent, "budi", with_unit("unit.available")),
    Lawful("a unit home", (*_scene, _returning), "budi", with_unit("unit.available", ends=False)),
    Lawful("a unit called back", _sent, "budi", with_unit("unit.cancelled", "tak perlu", status="available")),
    Lawful(
        "a unit broken on its way",
        _sent,
        "budi",
        with_unit("unit.out_of_service", "ban", out_reason="Ban pecah", back_at=at(90)),
    ),
    Lawful(
        "a unit broken", (), "budi", with_unit("unit.out_of_service", ends=False, out_reason="Pompa rusak")
    ),
    Lawful("a unit off duty", (_out,), "budi", with_unit("unit.off_duty", ends=False)),
    Lawful("a unit at another post", _sent, "budi", simple("unit.moved", "unit", "E1", station="juanda")),
    Lawful(
        "another hospital",
        _scene,
        "budi",
        simple("destination.set", "assignment", "a1", destination="sanglah"),
    ),
    Lawful(
        "stamps corrected",
        (send, lambda w: stage(w, "unit.under_way"), refer),
        "budi",
        _stamps,
    ),
    Lawful("reference data", (), "dewa", _reference),
    Lawful("the clock set anew", (), "citra", _clock),
    Lawful("a decision after a restore", (), "citra", decided),
    Lawful("a decision after another restore", (_decide,), "dewa", lambda w: decided(w, 8, "d2")),
)
"""Lawful acts on units and of the centre."""
