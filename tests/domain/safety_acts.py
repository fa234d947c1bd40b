"""The lines of both tables about who calls a place safe, and about plans put in force."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.acts import Act, Source
from desktop.domain.records import Value
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make, Step, simple
from tests.domain.world import World, at, insert, open_incident, refer, send, stage


def _in_force(plan: str = "fire-1", of: str = "fire-1", version: str = "v1") -> Make:
    def make(world: World) -> Act:
        values: dict[str, Value] = {
            "category": "fire",
            "level": 1,
            "needs": "engine:2",
            "tell": "PLN",
            "confirms": "PLN",
        }
        return world.act(
            "plans.put_in_force",
            insert("response_plan", plan, **values, hours="22:00-06:00", minutes=20),
            insert("plan_version", version, plan=of, plan_values=values, why="malam"),
        )

    return make


def _planned(world: World) -> object:
    return world.must("dewa", _in_force()(world))


def _only(**where: Value) -> Make:
    """A plan for one place only, whose agency calls it safe."""
    values: dict[str, Value] = {"category": "fire", "level": 1, "needs": "engine:1", "confirms": "PLN"}

    def make(world: World) -> Act:
        return world.act(
            "plans.put_in_force",
            insert("response_plan", "there", **values, minutes=20, **where),
            insert("plan_version", "v1", plan="there", plan_values=values),
        )

    return make


def _planned_for(**where: Value) -> Step:
    return lambda world: world.must("dewa", _only(**where)(world))


def _in_all_of_the_kecamatan(world: World) -> None:
    open_incident(world)
    world.must("budi", simple("incident.described", "incident", "i1", area="51.71.02")(world))


def _changed(world: World) -> Act:
    kind = "plans.put_in_force"
    change = world.update(kind, "response_plan", "fire-1", needs="engine:3", hours=None)
    return world.act(
        kind, change, insert("plan_version", "v2", plan="fire-1", plan_values={"needs": "engine:3"})
    )


def _told(world: World) -> None:
    refer(world, "PLN", "r1", "support")


def _confirm(world: World) -> object:
    return world.must("budi", simple("referral.confirmed", "referral", "r1")(world))


def _withdraw(world: World) -> object:
    return world.must("budi", simple("referral.withdrawn", "referral", "r1", "salah")(world))


def _finish(world: World) -> object:
    return world.must("budi", simple("referral.finished", "referral", "r1")(world))


def _was_there(world: World) -> None:
    send(world)
    stage(world, "unit.on_scene")
    kind = "unit.available"
    world.must(
        "budi", world.act(kind, world.update(kind, "assignment", "a1"), world.update(kind, "unit", "E1"))
    )


_close = simple("incident.closed", "incident", "i1", outcome="handled")


def _closed_in_an_outage(world: World) -> Act:
    return replace(_close(world), source=Source.OUTAGE)


LAWFUL_SAFETY = (
    Lawful("a plan put in force", (), "dewa", _in_force()),
    Lawful("a plan changed", (_planned,), "dewa", _changed),
    Lawful("called safe", (_told,), "budi", simple("referral.confirmed", "referral", "r1", "kata Pak Made")),
    Lawful(
        "called safe by mistake",
        (_told, _confirm),
        "budi",
        simple("referral.unconfirmed", "referral", "r1", "salah dengar"),
    ),
    Lawful("a fire closed that was called safe", (_planned, _told, _confirm, _finish), "budi", _close),
    Lawful(
        "a fire closed unsafe for a reason",
        (_planned, _was_there),
        "budi",
        simple("incident.closed", "incident", "i1", "tanpa listrik", outcome="handled"),
    ),
    Lawful("a fire closed unsafe during an outage", (_planned, _was_there), "budi", _closed_in_an_outage),
    Lawful(
        "a fire closed that the plan of a kelurahan is not about",
        (_planned_for(area="51.71.02.1003"), _in_all_of_the_kecamatan, _was_there),
        "budi",
        _close,
    ),
    Lawful(
        "a fire closed that an exception elsewhere is not about",
        (_planned_for(address="Jl. Gas 5"), _was_there),
        "budi",
        _close,
    ),
    Lawful("a fire closed to which nobody came", (_planned, open_incident), "budi", _close),
)


def _closed(world: World) -> object:
    return world.must("budi", _close(world))


def _opened_anew(*referrals: str) -> Make:
    def make(world: World) -> Act:
        kind = "incident.reopened"
        forgotten = (world.update(kind, "referral", one) for one in referrals)
        return world.act(kind, world.update(kind, "incident", "i1", reopened_at=at(0)), *forgotten, note="x")

    return make


_SAFE_AND_CLOSED = (_planned, _told, _confirm, _finish, _closed)

_i, _r = "incident", "referral"
_AROUND: Mapping[str, Mapping[str, Value]] = {
    "kecamatan": {"area": "51.71.02"},
    "kelurahan": {"area": "51.71.02.1003"},
    "address": {"address": "Gang Mawar"},
}

GUARDED_SAFETY = (
    Guarded(
        "a fire that burns again and is called safe still",
        _SAFE_AND_CLOSED,
        "budi",
        _opened_anew(),
        "opened_anew_since",
        _r,
        "r1",
        "confirmed_at",
    ),
    Guarded(
        "a confirmation forgotten as a closing is taken back",
        _SAFE_AND_CLOSED,
        "budi",
        lambda world: world.act(
            "incident.reopened",
            world.update("incident.reopened", "incident", "i1"),
            world.update("incident.reopened", "referral", "r1"),
            note="x",
        ),
        "opened_anew_since",
        _r,
        "r1",
    ),
    Guarded(
        "a fire that burnt again closed while PLN said nothing",
        (*_SAFE_AND_CLOSED, lambda world: world.must("budi", _opened_anew("r1")(world))),
        "budi",
        _close,
        "safe_confirmed",
        _i,
        "i1",
        "PLN",
    ),
    Guarded(
        "a fire closed while PLN said nothing",
        (_planned, _told, _finish),
        "budi",
        _close,
        "safe_confirmed",
        _i,
        "i1",
        "PLN",
    ),
    Guarded(
        "a fire closed of which PLN knows nothing",
        (_planned, _was_there),
        "budi",
        _close,
        "safe_confirmed",
        _i,
        "i1",
        "PLN",
    ),
    *(
        Guarded(
            f"a fire closed unsafe that the plan of its {name} is about",
            (_planned_for(**where), _was_there),
            "budi",
            _close,
            "safe_confirmed",
            _i,
            "i1",
            "PLN",
        )
        for name, where in _AROUND.items()
    ),
    Guarded(
        "called safe twice",
        (_told, _confirm),
        "budi",
        simple("referral.confirmed", _r, "r1"),
        "not_confirmed",
        _r,
        "r1",
    ),
    Guarded(
        "called safe by who is not there",
        (_told, _withdraw),
        "budi",
        simple("referral.confirmed", _r, "r1"),
        "not_confirmed",
        _r,
        "r1",
    ),
    Guarded(
        "not safe that never was",
        (_told,),
        "budi",
        simple("referral.unconfirmed", _r, "r1", "x"),
        "was_confirmed",
        _r,
        "r1",
    ),
    Guarded(
        "a version of another plan",
        (_planned,),
        "dewa",
        _in_force("fire-2", "fire-1", "v2"),
        "plans_versioned",
        "response_plan",
        "fire-1",
    ),
)
