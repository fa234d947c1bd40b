"""The table of guards about calls."""

from dataclasses import replace

from desktop.domain.acts import Act
from tests.domain import lawful
from tests.domain.guarded import Guarded
from tests.domain.world import World, insert, named, open_incident, opened, take

_c = "call"


def _opened_for_other(world: World) -> Act:
    act = opened(world, "i2", "c2")
    call = replace(act.changes[-1], values={"incident": named("i1")})
    return replace(act, changes=(*act.changes[:-1], call))


def _call_of_other(world: World) -> Act:
    return world.act("call.taken", insert("call", "c1"), insert("call_private", "c2"))


def _no_caller(world: World) -> None:
    take(world, number=None)


def _finished(world: World) -> object:
    return world.must("ani", lawful.simple("call.finished", "call", "c1")(world))


def _joined(world: World) -> object:
    return world.must("ani", lawful.JOIN(world))


def _parted(world: World) -> object:
    return world.must("ani", lawful.simple("call.parted", _c, "c2")(world))


_end = lawful.END_PRANK


_block = insert("block", "b1", call=named("c1"))


GUARDED_CALLS = (
    Guarded(
        "held after its end",
        (take, _end),
        "ani",
        lawful.simple("call.held", _c, "c1"),
        "call_running",
        _c,
        "c1",
    ),
    Guarded(
        "a running call's end undone",
        (take,),
        "ani",
        lawful.simple("call.end_undone", _c, "c1"),
        "call_ended",
        _c,
        "c1",
    ),
    Guarded(
        "broken off without incident",
        (take,),
        "ani",
        lawful.simple("call.broken_off", _c, "c1"),
        "call_with_incident",
        _c,
        "c1",
    ),
    Guarded(
        "broken off after its end",
        (open_incident, _finished),
        "ani",
        lawful.simple("call.broken_off", _c, "c1"),
        "call_running",
        _c,
        "c1",
    ),
    Guarded(
        "a caller of an incident as prank",
        (open_incident,),
        "ani",
        lawful.simple("call.ended", _c, "c1", call_type="prank"),
        "call_without_incident",
        _c,
        "c1",
    ),
    Guarded(
        "a call finished without incident",
        (take,),
        "ani",
        lawful.simple("call.finished", _c, "c1"),
        "call_with_incident",
        _c,
        "c1",
    ),
    Guarded(
        "the call that opened the incident parted",
        (open_incident,),
        "ani",
        lawful.simple("call.parted", _c, "c1"),
        "call_partable",
        _c,
        "c1",
    ),
    Guarded(
        "a call of no incident parted",
        (take,),
        "ani",
        lawful.simple("call.parted", _c, "c1"),
        "call_partable",
        _c,
        "c1",
    ),
    Guarded(
        "parted twice",
        (open_incident, lambda w: take(w, "c2"), _joined, _parted),
        "ani",
        lawful.simple("call.parted", _c, "c2"),
        "call_partable",
        _c,
        "c2",
    ),
    Guarded(
        "ended as genuine",
        (take,),
        "ani",
        lawful.simple("call.ended", _c, "c1", call_type="genuine"),
        "junk_type",
        _c,
        "c1",
    ),
    Guarded(
        "no number to block",
        (_no_caller,),
        "ani",
        lambda w: w.act("number.blocked", _block),
        "call_has_number",
        "block",
        "b1",
    ),
    Guarded("a call with another's private row", (take,), "ani", _call_of_other, "row_exists"),
    Guarded("a call with a stray private row", (), "ani", _call_of_other, "side_rows", "call_private"),
    Guarded(
        "opened for another incident",
        (open_incident, lambda w: take(w, "c2")),
        "ani",
        _opened_for_other,
        "opened_by_call",
        _c,
        "c2",
    ),
)
"""Guards about calls."""
