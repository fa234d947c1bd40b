"""The table of lawful acts: for every kind a state in which it is accepted, and the act."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from desktop.domain.acts import Act, Change, Op
from desktop.domain.records import Value
from tests.domain.world import (
    World,
    at,
    close,
    furnished,
    insert,
    named,
    open_incident,
    opened,
    refer,
    send,
    take,
)

Step = Callable[[World], object]
Make = Callable[[World], Act]


@dataclass(frozen=True)
class Lawful:
    """One line of the table. `given` is the state, `login` who writes."""

    name: str
    given: tuple[Step, ...]
    login: str
    make: Make

    def world(self) -> World:
        """A furnished world in the state."""
        return _world(self.given).copy()


@cache
def _world(given: tuple[Step, ...]) -> World:
    """What a state has in common with others is made once."""
    if not given:
        return furnished()
    made = _world(given[:-1]).copy()
    given[-1](made)
    return made


def simple(kind: str, table: str, row: str, note: str | None = None, **values: Value) -> Make:
    """An act that updates one row."""
    return lambda world: world.act(kind, world.update(kind, table, row, **values), note=note)


def with_unit(kind: str, note: str | None = None, ends: bool = True, **unit: Value) -> Make:
    """An act on the unit E1 and, if it `ends` or stamps it, its assignment a1."""

    def make(world: World) -> Act:
        changes = [world.update(kind, "assignment", "a1")] if ends else []
        changes.append(world.update(kind, "unit", "E1", **unit))
        return world.act(kind, *changes, note=note)

    return make


def _taken(world: World) -> Act:
    call = insert("call", "c1", channel="whatsapp", direction="in", rang_at=at(-1), line="2")
    private = insert("call_private", "c1", number="081234567890", name="Ni Luh", narrative="Asap di dapur")
    outside = insert("external_reference", "x1", system="pbx", external_id="77", call=named("c1"))
    return world.act("call.taken", call, private, outside)


def _described(world: World) -> Act:
    kind = "incident.described"
    place: dict[str, Value] = {
        "address": "Gg. Melati 5",
        "latitude": -8.65,
        "longitude": 115.2,
        "rt": "1",
        "rw": "9",
    }
    more: dict[str, Value] = {
        "people_hurt": 2,
        "facts": {"floors": 3, "gas": [True, None, 1.5]},
        "planned_for": at(600),
    }
    return world.act(
        kind,
        world.update(kind, "incident", "i1", **place, **more, category=None, urgency="urgent", priority="P1"),
        world.update(kind, "incident_private", "i1", patient="Laki-laki, 40 tahun"),
        world.update(kind, "call", "c1", recording="r-1"),
        world.update(kind, "call_private", "c1", narrative="Api sudah padam", name=None),
        note="dibetulkan",
    )


def _merged(world: World) -> Act:
    kind = "incident.merged"
    return world.act(
        kind,
        world.update(kind, "incident", "i1", merged_into=named("i2")),
        world.update(kind, "call", "call of i1", incident=named("i2")),
        world.update(kind, "assignment", "a1", incident=named("i2")),
        world.update(kind, "referral", "r1", incident=named("i2"), part="support"),
    )


def _restricting(world: World) -> Act:
    act = _merged(world)
    return replace(
        act, changes=(*act.changes, world.update("incident.merged", "incident", "i2", restricted=True))
    )


def _restricted(world: World) -> None:
    kind = "incident.described"
    world.must(
        "ani", world.act(kind, world.update(kind, "incident", "i1", category="violence", restricted=True))
    )


def _lifted(world: World) -> None:
    kind = "incident.described"
    world.must("citra", world.act(kind, world.update(kind, "incident", "i1", restricted=False)))


def _note(world: World) -> object:
    return world.must("ani", world.act("note.added", world.update("note.added", "incident", "i1"), note="x"))


def _struck(world: World) -> Act:
    noted = world.done[-1][0].id
    return Act(
        named("struck"), "note.struck", (Change("strike", Op.INSERT, noted, {"incident": named("i1")}),)
    )


def _numbered(world: World) -> Act:
    said: dict[str, Value] = {"day": date(2026, 11, 24), "number": "DP 261124-S3-01", "reason": "provisional"}
    return world.act("incident.numbered", insert("incident_alias", "n1", incident=named("i1"), **said))


def _broken(world: World) -> Act:
    made = insert("glass", "g1", incident=named("i1"))
    return world.act("incident.glass_broken", made, note="Ibunya menelepon lagi")


def _end(world: World) -> object:
    kind = "call.ended"
    return world.must("ani", world.act(kind, world.update(kind, "call", "c1", call_type="prank")))


def _do(login: str, make: Make) -> Step:
    return lambda world: world.must(login, make(world))


_blocked = _do("ani", lambda world: world.act("number.blocked", insert("block", "b1", call=named("c1"))))


def two_incidents(world: World) -> None:
    """Two open incidents, the first with a unit."""
    send(world)
    open_incident(world, "i2", "call of i2")


def _join(world: World) -> Act:
    kind = "call.joined"
    return world.act(
        kind,
        world.update(kind, "call", "c2", incident=named("i1"), channel="radio"),
        world.update(kind, "call_private", "c2", narrative="Sama, asap tebal"),
    )


JOIN = _join


def _opened_with_reference(world: World) -> Act:
    act = opened(world)
    outside = insert("external_reference", "x1", system="lontara", external_id="9", incident=named("i1"))
    return world.act("incident.opened", *act.changes, outside)


def _ended(world: World) -> Act:
    kind = "call.ended"
    call = world.update(kind, "call", "c1", call_type="silent", line="3")
    return world.act(kind, call, world.update(kind, "call_private", "c1", narrative="diam"), note="lagi")


def _described_call(world: World) -> Act:
    kind = "call.described"
    call = world.update(kind, "call", "c1", channel="cctv", recording="r-7", rang_at=None)
    return world.act(kind, call, world.update(kind, "call_private", "c1", number=None, name="Wayan"))


def _alarm(world: World) -> Act:
    return world.act(
        "incident.alarm_set", world.update("incident.alarm_set", "incident", "i1", alarm_level=2)
    )


def _related(world: World) -> Act:
    row = insert("incident_relation", "l1", incident=named("i1"), other=named("i2"))
    return world.act("incident.related", row, note="tetangga")


def _made(world: World) -> Act:
    lead = insert("referral", "r1", incident=named("i1"), agency="DAMKAR", part="lead", means="radio")
    support = insert("referral", "r2", incident=named("i1"), agency="PLN", part="support", due_at=at(90))
    return world.act("referral.made", lead, support)


def _leads(world: World) -> Act:
    kind = "referral.leads"
    changes = (
        world.update(kind, "referral", "r1", part="support"),
        world.update(kind, "referral", "r2", part="lead"),
    )
    return world.act(kind, *changes)


def _second_referral(world: World) -> None:
    refer(world)
    refer(world, "PLN", "r2", "support")


def _hold(world: World) -> object:
    return world.must("ani", simple("call.held", "call", "c1")(world))


def _accept(world: World) -> object:
    return world.must("budi", simple("referral.accepted", "referral", "r1")(world))


def _join_two(world: World) -> object:
    take(world, "c2")
    return world.must("ani", _join(world))


def _hold_incident(world: World) -> object:
    return world.must("ani", simple("incident.taken", "incident", "i1")(world))


_r = "referral"
_sent: tuple[Step, ...] = (send,)

LAWFUL = (
    Lawful("a call with all that is known", (), "ani", _taken),
    Lawful("a call described", (take,), "ani", _described_call),
    Lawful("a call held", (take,), "ani", simple("call.held", "call", "c1")),
    Lawful("a call resumed", (take, _hold), "ani", simple("call.resumed", "call", "c1")),
    Lawful("a caller hung up", (take,), "budi", simple("call.hung_up", "call", "c1")),
    Lawful("a call finished", (open_incident,), "ani", simple("call.finished", "call", "c1")),
    Lawful("a silent call", (take,), "citra", _ended),
    Lawful("a prank after all none", (take, _end), "ani", simple("call.end_undone", "call", "c1")),
    Lawful("one more caller", (open_incident, lambda w: take(w, "c2")), "ani", _join),
    Lawful(
        "joined by mistake",
        (open_incident, lambda w: take(w, "c2"), _do("ani", _join)),
        "ani",
        simple("call.parted", "call", "c2", note="api lain"),
    ),
    Lawful(
        "joined by mistake, noticed when it was over",
        (
            open_incident,
            lambda w: take(w, "c2"),
            _do("ani", _join),
            _do("ani", simple("call.finished", "call", "c2")),
        ),
        "ani",
        simple("call.parted", "call", "c2"),
    ),
    Lawful(
        "a block",
        (take,),
        "ani",
        lambda w: w.act("number.blocked", insert("block", "b1", call=named("c1"), hours=48), note="5 kali"),
    ),
    Lawful("a block lifted", (take, _blocked), "budi", simple("block.lifted", "block", "b1", "keluarga")),
    Lawful("an incident", (take,), "ani", _opened_with_reference),
    Lawful("an incident described", (open_incident,), "ani", _described),
    Lawful("an incident taken", (open_incident,), "ani", simple("incident.taken", "incident", "i1")),
    Lawful("an alarm raised", (open_incident,), "budi", _alarm),
    Lawful(
        "an incident let go",
        (open_incident, _hold_incident),
        "ani",
        simple("incident.released", "incident", "i1"),
    ),
    Lawful(
        "an incident closed",
        (open_incident,),
        "budi",
        simple("incident.closed", "incident", "i1", outcome="handled"),
    ),
    Lawful(
        "an incident closed while a unit runs, with a reason",
        _sent,
        "budi",
        simple("incident.closed", "incident", "i1", "tetap jaga", outcome="handled"),
    ),
    Lawful(
        "an incident reopened",
        (open_incident, close),
        "citra",
        simple("incident.reopened", "incident", "i1", "menyala lagi"),
    ),
    Lawful(
        "an incident reopened that needs anew what was there",
        (open_incident, close),
        "citra",
        simple("incident.reopened", "incident", "i1", "menyala lagi", reopened_at=at(0)),
    ),
    Lawful("a merge", (two_incidents, refer), "budi", _merged),
    Lawful(
        "a restricted one merged, the other restricted with it",
        (two_incidents, refer, _restricted),
        "budi",
        _restricting,
    ),
    Lawful(
        "a restricted category again, after a supervisor lifted the restriction",
        (open_incident, _restricted, _lifted),
        "ani",
        simple("incident.described", "incident", "i1", category="violence", rt="4"),
    ),
    Lawful(
        "a restricted category that a supervisor leaves readable",
        (open_incident,),
        "citra",
        simple("incident.described", "incident", "i1", category="violence", restricted=False),
    ),
    Lawful("two related incidents", (two_incidents,), "ani", _related),
    Lawful("an incident copied", (open_incident,), "ani", simple("incident.copied", "incident", "i1")),
    Lawful("a number said in an outage", (open_incident,), "ani", _numbered),
    Lawful("a glass broken", (open_incident,), "ani", _broken),
    Lawful("a note", (open_incident,), "ani", simple("note.added", "incident", "i1", "Warga ramai")),
    Lawful("a note struck", (open_incident, _note), "ani", _struck),
    Lawful("two agencies told", (open_incident,), "budi", _made),
    Lawful(
        "told again", (refer, _accept), "budi", simple("referral.told_again", _r, "r1", means="telephone")
    ),
    Lawful("accepted", (refer,), "budi", simple("referral.accepted", _r, "r1")),
    Lawful("refused", (refer, _accept), "budi", simple("referral.refused", _r, "r1", "mobil rusak")),
    Lawful("departed", (refer, _accept), "budi", simple("referral.departed", _r, "r1")),
    Lawful("arrived", (refer,), "budi", simple("referral.arrived", _r, "r1")),
    Lawful("finished", (refer,), "citra", simple("referral.finished", _r, "r1", "padam")),
    Lawful("withdrawn", (refer,), "budi", simple("referral.withdrawn", _r, "r1", "sudah padam")),
    Lawful("another leads", (_second_referral,), "budi", _leads),
)

TAKE = _taken
DESCRIBE = _described
MERGE = _merged
STRIKE = _struck
NOTE: Step = _note
END_PRANK: Step = _end
