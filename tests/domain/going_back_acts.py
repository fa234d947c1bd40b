"""The lines of both tables about taking a unit's status back."""

from desktop.domain.acts import Act
from desktop.domain.records import Value
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make, two_incidents, with_unit
from tests.domain.world import World, at, close, insert, named, send, stage

_KIND = "unit.gone_back"
_RUNS: dict[str, Value] = {"state": "running", "ended_as": None, "ended_at": None, "ended_first": None}
_UNDONE: dict[str, Value] = {"on_scene_at": None, "on_scene_first": None}


def _back(status: str, *assignments: tuple[str, dict[str, Value]], unit_at: float = 0) -> Make:
    def make(world: World) -> Act:
        changes = [world.update(_KIND, "assignment", row, **values) for row, values in assignments]
        unit = world.update(_KIND, "unit", "E1", status=status, status_at=at(unit_at))
        return world.act(_KIND, *changes, unit)

    return make


def _on_scene(world: World) -> None:
    stage(world, "unit.on_scene")


def _available(world: World) -> object:
    return world.must("budi", with_unit("unit.available")(world))


def _diverted(world: World) -> object:
    kind = "unit.diverted"
    made = insert("assignment", "a2", incident=named("i2"), unit="E1")
    ended = world.update(kind, "assignment", "a1")
    return world.must("budi", world.act(kind, made, ended, world.update(kind, "unit", "E1")))


_ENDS_AS_BEGUN: dict[str, Value] = {
    "state": "ended",
    "ended_as": "cancelled",
    "ended_at": at(0),
    "ended_first": at(0),
}
_divert_undone = _back("assigned", ("a2", _ENDS_AS_BEGUN), ("a1", _RUNS))

LAWFUL_GOING_BACK = (
    Lawful("on scene by mistake", (send, _on_scene), "budi", _back("assigned", ("a1", _UNDONE))),
    Lawful("available by mistake", (send, _available), "budi", _back("assigned", ("a1", _RUNS))),
    Lawful("diverted by mistake", (two_incidents, _diverted), "budi", _divert_undone),
)

_c, _u, _a = "status_goes_back", "unit", "assignment"

GUARDED_GOING_BACK = (
    Guarded("forward as if it went back", (send,), "budi", _back("on_scene"), _c, _u, "E1"),
    Guarded("busy without its work", (send, _available), "budi", _back("assigned"), _c, _u, "E1"),
    Guarded(
        "a status that never was so late",
        (send, _on_scene),
        "budi",
        _back("assigned", ("a1", _UNDONE), unit_at=1),
        _c,
        _u,
        "E1",
    ),
    Guarded(
        "a stamp that never was",
        (send, _on_scene),
        "budi",
        _back("assigned", ("a1", {**_UNDONE, "under_way_at": at(-1)})),
        _c,
        _a,
        "a1",
        "under_way_at",
    ),
    Guarded(
        "another act's end",
        (send, _available, lambda w: send(w, "E1", "i1", "a2")),
        "budi",
        _back("available", ("a1", _RUNS), ("a2", _ENDS_AS_BEGUN)),
        _c,
        _a,
        "a1",
    ),
    Guarded(
        "work at what was closed since",
        (send, _available, close),
        "budi",
        _back("assigned", ("a1", _RUNS)),
        "incident_open",
        "incident",
        "i1",
    ),
)
