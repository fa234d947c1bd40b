"""The lines of both tables about crews on duty, hand-overs and whose hand an incident is in."""

from dataclasses import replace

from desktop.domain.acts import Act, Source
from desktop.domain.records import Value
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make, Step, simple
from tests.domain.world import World, at, close, insert, named, open_incident

PAGE: dict[str, Value] = {"cases": [{"number": "24-001", "place": "Gg. Mawar 5"}], "calls": 0}  # type: ignore[dict-item]  # - a page is JSON
WATCH = "Pak Rai menelepon lagi"
CREW = "Made, Wayan, Ketut"


def _shift(world: World) -> object:
    row = insert("shift", "malam", name="Malam", begins="20:00", ends="08:00", people=8, source="kami")
    return world.must("dewa", world.act("reference.loaded", row))


def _off(world: World) -> object:
    return world.must("budi", simple("unit.off_duty", "unit", "E1")(world))


def _on(
    kind: str, sign: str, unit: str = "E1", told: int = 3, shift: str | None = None, of: str = "E1"
) -> Make:
    def make(world: World) -> Act:
        signed = insert("crew_sign", sign, unit=of, head_count=3, shift=shift)
        names = insert("crew_sign_private", sign, names=CREW)
        crew = world.update(kind, "unit", unit, head_count=told, shift=shift)
        return world.act(kind, signed, names, crew, note="tiba")

    return make


def _left(world: World) -> Act:
    kind = "crew.signed_off"
    signed = insert("crew_sign", "s9", unit="E1")
    return world.act(kind, signed, insert("crew_sign_private", "s9"), world.update(kind, "unit", "E1"))


def given(world: World) -> Act:
    """The act by which an operator hands over."""
    rows = (insert("handover", "h1"), insert("handover_private", "h1", page=PAGE, watch=WATCH))
    return world.act("handover.given", *rows)


def _given_ago(minutes: int) -> Step:
    return lambda world: world.must("ani", replace(given(world), occurred_at=at(-minutes)))


def _taken_ago(minutes: int) -> Make:
    return lambda world: replace(taken("i1")(world), source=Source.OUTAGE, occurred_at=at(-minutes))


def _given(world: World) -> object:
    return world.must("ani", given(world))


def _delivered(world: World) -> object:
    return world.must("budi", replace(given(world), source=Source.OUTAGE, claimed_by="ani"))


def taken(*incidents: str) -> Make:
    def make(world: World) -> Act:
        kind = "handover.taken"
        passed = (world.update(kind, "incident", one) for one in incidents)
        return world.act(kind, world.update(kind, "handover", "h1"), *passed, note="dibaca")

    return make


def _take(world: World) -> object:
    return world.must("budi", taken()(world))


def _held(login: str) -> Step:
    return lambda world: world.must(login, simple("incident.taken", "incident", "i1")(world))


def _erased(world: World) -> Act:
    kind = "personal.erased"
    rows = (world.update(kind, "crew_sign_private", "s1"), world.update(kind, "handover_private", "h1"))
    return world.act(kind, *rows, note="atas permintaan")


def signed(world: World) -> object:
    """A crew signs on to the unit E1, which is available."""
    return world.must("budi", _on("crew.relieved", "s1")(world))


TAKEN_OVER = simple("incident.taken_over", "incident", "i1", "operator sakit")
DELIVERED = _delivered
HELD = (open_incident, _held("ani"))

LAWFUL_SHIFTS = (
    Lawful("a crew signed on", (_shift, _off), "budi", _on("crew.signed_on", "s1", shift="malam")),
    Lawful("a crew relieved", (signed,), "budi", _on("crew.relieved", "s2")),
    Lawful("a crew signed off", (signed,), "budi", _left),
    Lawful("a hand-over signed", (), "ani", given),
    Lawful("a hand-over taken", (*HELD, _given), "budi", taken("i1")),
    Lawful("a hand-over taken late", (*HELD, _given_ago(240)), "budi", taken("i1")),
    Lawful("a hand-over of two delivered by one", (*HELD, _delivered), "budi", taken("i1")),
    Lawful("an incident taken over", HELD, "citra", TAKEN_OVER),
    Lawful("a crew's names and a hand-over erased", (signed, _given, _take), "dewa", _erased),
)

_S = "crew_as_signed"
GUARDED_SHIFTS = (
    Guarded("another unit signed", (), "budi", _on("crew.relieved", "s1", of="E2"), _S, "unit", "E1"),
    Guarded("more people than signed", (), "budi", _on("crew.relieved", "s1", told=4), _S, "unit", "E1"),
    Guarded("a crew relieved off duty", (_off,), "budi", _on("crew.relieved", "s1"), _S, "unit", "E1"),
    Guarded("signed on twice", (signed,), "budi", _on("crew.signed_on", "s2"), "unit_moves", "unit", "E1"),
    Guarded("one's own hand-over", (_given,), "ani", taken(), "handover_by_another", "handover", "h1"),
    Guarded(
        "one's own, delivered by another",
        (_delivered,),
        "ani",
        taken(),
        "handover_by_another",
        "handover",
        "h1",
    ),
    Guarded(
        "a hand-over of yesterday",
        (*HELD, _given_ago(241)),
        "budi",
        taken(),
        "handover_lapsed",
        "handover",
        "h1",
    ),
    Guarded(
        "taken over before it was in hand",
        (*HELD, _given_ago(300)),
        "budi",
        _taken_ago(100),
        "passed_on_by_giver",
        "incident",
        "i1",
    ),
    Guarded("taken twice", (_given, _take), "citra", taken(), "handover_taken", "handover", "h1"),
    Guarded(
        "another's incident passed on",
        (open_incident, _held("citra"), _given),
        "budi",
        taken("i1"),
        "passed_on_by_giver",
        "incident",
        "i1",
    ),
    Guarded(
        "taken out of another's hand",
        HELD,
        "budi",
        simple("incident.taken", "incident", "i1"),
        "in_nobodys_hand",
        "incident",
        "i1",
    ),
    Guarded(
        "another's let go",
        HELD,
        "budi",
        simple("incident.released", "incident", "i1"),
        "let_go_by_holder",
        "incident",
        "i1",
    ),
    Guarded(
        "another's let go by a supervisor",
        HELD,
        "citra",
        simple("incident.released", "incident", "i1"),
        "let_go_by_holder",
        "incident",
        "i1",
    ),
    Guarded(
        "taken over from nobody", (open_incident,), "citra", TAKEN_OVER, "in_anothers_hand", "incident", "i1"
    ),
    Guarded(
        "a closed one taken over", (*HELD, close), "citra", TAKEN_OVER, "incident_open", "incident", "i1"
    ),
)


def whole(world: World) -> None:
    """A crew on duty and a hand-over, all with names."""
    signed(world)
    _given(world)


ERASE = _erased
NAMED = (named("s1"), named("h1"))
