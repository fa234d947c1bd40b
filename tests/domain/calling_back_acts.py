"""The lines of both tables about lost calls, calling back, and blocks that are overruled."""

from functools import partial

from desktop.domain.acts import Act
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make, Step, simple
from tests.domain.world import World, insert, named, open_incident, take


def ended(call_type: str, call: str = "c1", seconds: int | None = None) -> Make:
    """The act that ends a call, after so many seconds of listening in vain."""

    def make(world: World) -> Act:
        kind = "call.ended"
        listened = [] if seconds is None else [insert("silence", "s1", call=named(call), seconds=seconds)]
        return world.act(kind, world.update(kind, "call", call, call_type=call_type), *listened)

    return make


def lost(call_type: str = "dropped", call: str = "c1") -> Step:
    """A call that came in and was lost."""

    def give(world: World) -> None:
        take(world, call)
        world.must("ani", ended(call_type, call)(world))

    return give


def calling_back(world: World, by: str = "o1", call: str = "c1") -> Act:
    """The act that calls the caller of c1 back."""
    return world.act(
        "call_back.begun",
        insert("call", by),
        insert("call_private", by, number="081234567890"),
        insert("call_back", f"back by {by}", call=named(call), by_call=named(by)),
    )


_break_off = simple("call.broken_off", "call", "c1")


def _broken_off(world: World) -> object:
    open_incident(world)
    return world.must("ani", _break_off(world))


def _called_back(world: World) -> object:
    return world.must("ani", calling_back(world))


def _not_answered(world: World) -> object:
    return world.must("ani", ended("dropped", "o1")(world))


def given_up(world: World) -> Act:
    """The act that gives up calling back."""
    row = insert("call_back", "given up", call=named("c1"))
    return world.act("call_back.given_up", row, note="nomor mati")


def _blocked(world: World) -> None:
    take(world, "c1")
    world.must("ani", ended("prank")(world))
    world.must("ani", world.act("number.blocked", insert("block", "b1", call=named("c1"))))


def _overruled(world: World) -> Act:
    kind = "block.overruled"
    return world.act(kind, world.update(kind, "block", "b1"), world.update(kind, "call", "c2"))


def _by_another_call(world: World) -> Act:
    back = insert("call_back", "back", call=named("c1"), by_call=named("c2"))
    rows = (insert("call", "o1"), insert("call_private", "o1", number="081234567890"))
    return world.act("call_back.begun", *rows, back)


_again = partial(take, call="c2")

LAWFUL_CALLING_BACK = (
    Lawful("a silent call ended", (take,), "ani", ended("silent", seconds=12)),
    Lawful("broken off after the incident was opened", (open_incident,), "ani", _break_off),
    Lawful("broken off, after all not", (_broken_off,), "ani", simple("call.end_undone", "call", "c1")),
    Lawful("called back", (lost(),), "ani", calling_back),
    Lawful("called back about an incident", (_broken_off,), "ani", calling_back),
    Lawful(
        "called back again", (lost(), _called_back, _not_answered), "budi", partial(calling_back, by="o2")
    ),
    Lawful("a call back given up", (lost("silent"),), "ani", given_up),
    Lawful("a block overruled", (_blocked, _again), "ani", _overruled),
)


def _no_call_back(name: str, given: tuple[Step, ...], make: Make, code: str = "call_back_of_lost") -> Guarded:
    return Guarded(name, given, "ani", make, code, "call", "c1")


GUARDED_CALLING_BACK = (
    Guarded(
        "a prank listened to in vain",
        (take,),
        "ani",
        ended("prank", seconds=3),
        "silence_of_silent",
        "silence",
        "s1",
    ),
    Guarded(
        "another number's block overruled",
        (_blocked, partial(take, call="c2", number="081299999999")),
        "ani",
        _overruled,
        "block_of_number",
        "block",
        "b1",
    ),
    Guarded(
        "a block overruled for nobody's number",
        (_blocked, partial(take, call="c2", number=None)),
        "ani",
        _overruled,
        "block_of_number",
        "block",
        "b1",
    ),
    _no_call_back("a running call called back", (take,), calling_back),
    _no_call_back("a prank called back", (_blocked,), calling_back),
    _no_call_back("called back by a call of before", (lost(), _again), _by_another_call),
    _no_call_back(
        "called back by two", (lost(), _called_back), partial(calling_back, by="o2"), "call_back_runs"
    ),
    _no_call_back("given up while one calls back", (lost(), _called_back), given_up, "call_back_runs"),
    Guarded(
        "a call back called back",
        (lost(), _called_back, _not_answered),
        "ani",
        partial(calling_back, by="o2", call="o1"),
        "call_back_of_lost",
        "call",
        "o1",
    ),
)
