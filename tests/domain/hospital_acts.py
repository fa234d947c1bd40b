"""The lines of both tables about hospitals, who is brought to them, and crews in distress."""

from datetime import timedelta

from desktop.domain.acts import Act
from desktop.domain.records import Value
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make, Step, simple
from tests.domain.world import World, at, insert, named, open_incident, send, stage


def _full(row: str = "sanglah", hospital: str = "sanglah", minutes: float = 90) -> Make:
    def make(world: World) -> Act:
        return world.act(
            "hospital.full",
            insert(
                "hospital_state", row, hospital=hospital, full_until=world.now() + timedelta(minutes=minutes)
            ),
        )

    return make


def _full_open(world: World) -> Act:
    return world.act("hospital.full", insert("hospital_state", "sanglah", hospital="sanglah", open_end=True))


def _is_full_open(world: World) -> object:
    return world.must("ani", _full_open(world))


def _is_full(world: World) -> object:
    return world.must("ani", _full()(world))


def _told(
    kind: str, unit: str = "E1", row: str = "a1", of: str = "a1", incident: str = "i1", **values: Value
) -> Make:
    def make(world: World) -> Act:
        made = insert("transport", row, assignment=named(of), unit=unit, incident=named(incident), **values)
        return world.act(kind, made)

    return make


def _more(kind: str, **values: Value) -> Make:
    def make(world: World) -> Act:
        return world.act(kind, world.update(kind, "transport", "a1", incident=named("i1"), **values))

    return make


def _is_told(world: World) -> object:
    return world.must("budi", _told("hospital.told", told="sanglah")(world))


def _merge(world: World) -> object:
    open_incident(world, "i2", "c2")
    kind = "incident.merged"
    return world.must(
        "budi",
        world.act(
            kind,
            world.update(kind, "incident", "i1", merged_into=named("i2")),
            world.update(kind, "call", "call of i1", incident=named("i2")),
            world.update(kind, "assignment", "a1", incident=named("i2")),
        ),
    )


def _on_the_road(kind: str) -> Step:
    return lambda world: stage(world, kind)


_stages = ("unit.under_way", "unit.on_scene", "unit.transporting")
_brings: tuple[Step, ...] = (send, *(_on_the_road(kind) for kind in _stages))


def _handed_over(*given: Step, first: bool = True) -> Make:
    def make(world: World) -> Act:
        kind = "unit.handed_over"
        transport = (
            insert("transport", "a1", assignment=named("a1"), unit="E1", incident=named("i1"))
            if first
            else world.update(kind, "transport", "a1", incident=named("i1"))
        )
        return world.act(
            kind, transport, world.update(kind, "assignment", "a1"), world.update(kind, "unit", "E1")
        )

    return make


def _without_transport(world: World) -> Act:
    kind = "unit.handed_over"
    return world.act(kind, world.update(kind, "assignment", "a1"), world.update(kind, "unit", "E1"))


def _over(world: World) -> object:
    return world.must("budi", _handed_over()(world))


def _over_at(minutes: float) -> Make:
    def make(world: World) -> Act:
        kind = "stamp.corrected"
        over = world.update(kind, "transport", "a1", handed_over_at=at(minutes))
        ended = world.update(kind, "assignment", "a1", ended_at=at(0))
        return world.act(kind, over, ended, note="RS menelepon")

    return make


def raised(row: str = "d1", unit: str = "E1", incident: str | None = "i1") -> Make:
    """A crew is in distress."""

    def make(world: World) -> Act:
        told = None if incident is None else named(incident)
        return world.act("distress.raised", insert("distress", row, unit=unit, incident=told))

    return make


def _raise(world: World) -> object:
    return world.must("ani", raised()(world))


_false = simple("distress.false_alarm", "distress", "d1", "Kapten Budi: tombol tersenggol")


def _end(world: World) -> object:
    return world.must("ani", _false(world))


BRINGING: tuple[tuple[str, Make], ...] = (
    ("ani", _full(minutes=1200)),
    ("budi", _told("hospital.told", "E2", "a2", "a2", "i2", told="sanglah")),
    ("ani", raised("d1", "E2", "i2")),
)
"""Of a running assignment a2 of the unit E2: a hospital that is full, told of it; and a crew in distress."""

LAWFUL_HOSPITALS = (
    Lawful("a hospital full", (), "ani", _full()),
    Lawful(
        "a hospital full for longer",
        (_is_full,),
        "budi",
        simple("hospital.full", "hospital_state", "sanglah", full_until=at(200)),
    ),
    Lawful(
        "a hospital takes again",
        (_is_full,),
        "ani",
        simple("hospital.takes_again", "hospital_state", "sanglah"),
    ),
    Lawful("a hospital full, nobody knows until when", (), "ani", _full_open),
    Lawful(
        "a hospital full until a time that is known now",
        (_is_full_open,),
        "budi",
        simple("hospital.full", "hospital_state", "sanglah", full_until=at(200)),
    ),
    Lawful(
        "a hospital takes again that nobody knew until when",
        (_is_full_open,),
        "ani",
        simple("hospital.takes_again", "hospital_state", "sanglah", open_end=None),
    ),
    Lawful("a hospital told", _brings, "budi", _told("hospital.told", told="sanglah")),
    Lawful(
        "a hospital agreed", (*_brings, _is_told), "budi", _more("hospital.confirmed", confirmed="sanglah")
    ),
    Lawful("patients counted", _brings, "budi", _told("patients.counted", red=2, yellow=1)),
    Lawful(
        "patients counted anew", (*_brings, _is_told), "citra", _more("patients.counted", red=None, black=1)
    ),
    Lawful(
        "patients of a merged incident",
        (*_brings, _is_told, _merge),
        "budi",
        simple("patients.counted", "transport", "a1", incident=named("i2"), green=3),
    ),
    Lawful("patients handed over", _brings, "budi", _handed_over()),
    Lawful("patients handed over to who was told", (*_brings, _is_told), "budi", _handed_over(first=False)),
    Lawful("when patients were handed over, corrected", (*_brings, _over), "budi", _over_at(2)),
    Lawful("a crew in distress", (send,), "ani", raised()),
    Lawful("a crew in distress without an incident", (), "dewa", raised(incident=None)),
    Lawful("a distress taken", (send, _raise), "budi", simple("distress.taken", "distress", "d1")),
    Lawful(
        "a distress over",
        (send, _raise),
        "budi",
        simple("distress.over", "distress", "d1", "Damkar 2: kru aman"),
    ),
    Lawful("a false alarm", (send, _raise), "ani", _false),
    Lawful("a crew in distress again", (send, _raise, _end), "ani", raised("d2")),
)

_s, _t, _d = "hospital_state", "transport", "distress"

GUARDED_HOSPITALS = (
    Guarded("another hospital's state", (), "ani", _full("wangaya"), "state_of_hospital", _s, "wangaya"),
    Guarded("full until before", (), "ani", _full(minutes=-1), "full_ahead", _s, "sanglah"),
    Guarded("full for days", (), "ani", _full(minutes=49 * 60), "full_ahead", _s, "sanglah"),
    Guarded(
        "full without a word of the end",
        (_is_full,),
        "ani",
        simple("hospital.full", "hospital_state", "sanglah", full_until=None),
        "full_ahead",
        _s,
        "sanglah",
    ),
    Guarded(
        "takes again and is full",
        (_is_full_open,),
        "ani",
        simple("hospital.takes_again", "hospital_state", "sanglah"),
        "room_again",
        _s,
        "sanglah",
    ),
    Guarded("no transport", _brings, "budi", _without_transport, "transport_fits", _t),
    Guarded(
        "a transport of another assignment",
        _brings,
        "budi",
        _told("hospital.told", row="a2", told="sanglah"),
        "transport_fits",
        _t,
        "a2",
    ),
    Guarded(
        "a transport of another unit",
        _brings,
        "budi",
        _told("hospital.told", unit="E2", told="sanglah"),
        "transport_fits",
        _t,
        "a1",
    ),
    Guarded(
        "a transport of the incident that was merged",
        (*_brings, _is_told, _merge),
        "budi",
        _more("patients.counted", red=1),
        "transport_fits",
        _t,
        "a1",
    ),
    Guarded(
        "told of who was handed over",
        (*_brings, _over),
        "budi",
        _more("hospital.told", told="sanglah"),
        "assignment_running",
        "assignment",
        "a1",
    ),
    Guarded("handed over at the scene", _brings[:3], "budi", _handed_over(), "was_at_hospital", "unit", "E1"),
    Guarded(
        "handed over before they came",
        (*_brings, _over),
        "budi",
        _over_at(-600),
        "handed_over_there",
        _t,
        "a1",
        "handed_over_at",
    ),
    Guarded(
        "a hand-over corrected that never was",
        (*_brings, _is_told),
        "budi",
        simple("stamp.corrected", "transport", "a1", "salah", handed_over_at=at(0)),
        "stamps_in_order",
        _t,
        "a1",
        "handed_over_at",
    ),
    Guarded("in distress already", (send, _raise), "budi", raised("d2"), "one_distress", _d, "d2"),
    Guarded(
        "taken what is over",
        (send, _raise, _end),
        "budi",
        simple("distress.taken", "distress", "d1"),
        "distress_open",
        _d,
        "d1",
    ),
)
