"""The lines of both tables about warnings of places."""

from dataclasses import replace
from functools import partial

from desktop.domain.acts import Act, Source
from desktop.domain.records import Value
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make, Step, simple
from tests.domain.world import World, assigned, at, insert, named, open_incident, send

POINT: dict[str, Value] = {"latitude": -8.65, "longitude": 115.2, "radius": 100}


def warning(**values: Value) -> Make:
    """The act that makes the warning w1, critical and of the incident's address unless told otherwise."""
    given: dict[str, Value] = {"kind": "gas", "critical": True, "address": "Gang Mawar 5"}
    given.update(values)
    said = insert("place_warning_private", "w1", text="Tabung gas di dapur", source="Pak RT")
    return lambda world: world.act("warning.made", insert("place_warning", "w1", **given), said)


def warned(**values: Value) -> Step:
    """That warning is there."""
    return lambda world: world.must("ani", warning(**values)(world))


def _point(incident: str, latitude: float, longitude: float) -> Step:
    kind = "incident.described"
    return lambda world: world.must(
        "ani",
        world.act(kind, world.update(kind, "incident", incident, latitude=latitude, longitude=longitude)),
    )


def reading(world: World, of: str | None = None) -> Act:
    """The act that says that w1 was read for i1, as it is now or as the act `of` left it."""
    now = str(world.row("place_warning", "w1")["last_act"])
    row: dict[str, Value] = {
        "warning": named("w1"),
        "incident": named("i1"),
        "read_act": named(of) if of else now,
    }
    return world.act("warning.read", insert("warning_read", f"read {len(world.done)}", **row))


def _read(world: World) -> object:
    return world.must("budi", reading(world))


_WITHDRAW = simple("warning.withdrawn", "place_warning", "w1", note="anjingnya mati")
_CHANGE = simple("warning.changed", "place_warning", "w1", critical=True, radius=70)


def _withdrawn(world: World) -> object:
    return world.must("citra", _WITHDRAW(world))


def _changed(world: World) -> object:
    return world.must("budi", _CHANGE(world))


def _told_later(world: World) -> Act:
    return replace(assigned(world), source=Source.PAPER)


def _erased(world: World) -> Act:
    kind = "personal.erased"
    return world.act(kind, world.update(kind, "place_warning_private", "w1"), note="atas permintaan")


def _diverted(world: World) -> Act:
    kind = "unit.diverted"
    return world.act(
        kind,
        insert("assignment", "a9", incident=named("i1"), unit="E1"),
        world.update(kind, "assignment", "a1"),
        world.update(kind, "unit", "E1"),
    )


_elsewhere = (partial(send, incident="i2"), warned(), open_incident)

LAWFUL_WARNINGS = (
    Lawful("a warning made", (), "ani", warning()),
    Lawful("a warning of an area", (), "ani", warning(address=None, area="51.71.02.1003", critical=False)),
    Lawful("a warning of a point", (), "budi", warning(address=None, expires_at=at(60), **POINT)),
    Lawful("a warning changed", (warned(),), "budi", _CHANGE),
    Lawful(
        "what a warning says changed",
        (warned(),),
        "budi",
        simple("warning.changed", "place_warning_private", "w1", text="Tiga tabung gas"),
    ),
    Lawful("a warning withdrawn", (warned(),), "citra", _WITHDRAW),
    Lawful("a warning read", (warned(), open_incident), "budi", reading),
    Lawful("a unit sent after reading", (warned(), open_incident, _read), "budi", assigned),
    Lawful(
        "a unit sent where a warning is not critical",
        (warned(critical=False), open_incident),
        "budi",
        assigned,
    ),
    Lawful(
        "a unit sent where a warning was withdrawn", (warned(), _withdrawn, open_incident), "budi", assigned
    ),
    Lawful(
        "a unit sent where a warning expired", (warned(expires_at=at(-1)), open_incident), "budi", assigned
    ),
    Lawful("a unit sent to another house", (warned(address="Gg. Mawar 55"), open_incident), "budi", assigned),
    Lawful(
        "a unit sent past the radius",
        (warned(**POINT), open_incident, _point("i1", -8.651, 115.2)),
        "budi",
        assigned,
    ),
    Lawful("told later that a unit was sent", (warned(), open_incident), "budi", _told_later),
    Lawful("what a warning said erased", (warned(), _withdrawn), "citra", _erased),
)


def _of_nowhere(**values: Value) -> Guarded:
    make = warning(address=None, **values)
    return Guarded("a warning of nowhere", (), "ani", make, "warning_has_place", "place_warning", "w1")


def _refused(name: str, given: tuple[Step, ...], make: Make) -> Guarded:
    return Guarded(name, given, "budi", make, "warnings_read", "place_warning", "w1")


GUARDED_WARNINGS = (
    _of_nowhere(),
    _of_nowhere(latitude=-8.65),
    Guarded(
        "a warning of an address without words",
        (),
        "ani",
        warning(address="No. —"),
        "warning_has_place",
        "place_warning",
        "w1",
    ),
    Guarded(
        "a withdrawn warning changed",
        (warned(), _withdrawn),
        "budi",
        _CHANGE,
        "warning_active",
        "place_warning",
        "w1",
    ),
    Guarded(
        "what a withdrawn warning says changed",
        (warned(), _withdrawn),
        "budi",
        simple("warning.changed", "place_warning_private", "w1", text="x"),
        "warning_active",
        "place_warning",
        "w1",
    ),
    Guarded(
        "a warning withdrawn twice",
        (warned(), _withdrawn),
        "budi",
        _WITHDRAW,
        "warning_active",
        "place_warning",
        "w1",
    ),
    Guarded(
        "a warning read as it was",
        (warned(), open_incident),
        "budi",
        partial(reading, of="nobody's"),
        "warning_as_read",
        "place_warning",
        "w1",
    ),
    _refused("a unit sent unread", (warned(), open_incident), assigned),
    _refused("a unit diverted unread", _elsewhere, _diverted),
    _refused("a unit sent after the warning changed", (warned(), open_incident, _read, _changed), assigned),
    _refused(
        "a unit sent into an area unread",
        (warned(address=None, area="51.71.02.1003"), open_incident),
        assigned,
    ),
    _refused("a unit sent into a street unread", (warned(address="GG.MAWAR"), open_incident), assigned),
    _refused(
        "a unit sent within the radius",
        (warned(**POINT), open_incident, _point("i1", -8.6508, 115.2)),
        assigned,
    ),
    Guarded(
        "what an active warning says erased",
        (warned(),),
        "citra",
        _erased,
        "erased_is_over",
        "place_warning",
        "w1",
    ),
)
