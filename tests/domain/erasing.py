"""The lines of both tables about erasing what is personal."""

from desktop.domain.acts import Act, Change, Op
from tests.domain.guarded import Guarded
from tests.domain.lawful import DESCRIBE, NOTE, TAKE, Lawful, Make, simple
from tests.domain.world import World, close, named, open_incident, opened, take


def over(world: World) -> None:
    """A call and its incident with all that can be personal, both over; another caller's call beside them."""
    world.must("ani", TAKE(world))
    world.must("ani", opened(world))
    world.must("ani", DESCRIBE(world))
    NOTE(world)
    take(world, "c2", "081299999999")
    kind = "call.joined"
    world.must("ani", world.act(kind, world.update(kind, "call", "c2", incident=named("i1"))))
    kind = "call.finished"
    world.must("ani", world.act(kind, world.update(kind, "call", "c1")))
    close(world, note="pelapor tak menjawab")


def _call_erased(world: World) -> Act:
    kind = "personal.erased"
    return world.act(kind, world.update(kind, "call_private", "c1"), note="UU 27/2022 ps. 8")


def _erased(world: World) -> Act:
    kind = "personal.erased"
    rows = (world.update(kind, "incident_private", "i1"), world.update(kind, "call_private", "c1"))
    return world.act(kind, *rows, note="UU 27/2022 ps. 8")


def _erase(world: World) -> object:
    return world.must("citra", _erased(world))


def _finish(world: World) -> object:
    return world.must("ani", simple("call.finished", "call", "c1")(world))


def _of(*rows: tuple[str, str]) -> Make:
    def make(world: World) -> Act:
        kind = "personal.erased"
        return world.act(kind, *(world.update(kind, *row) for row in rows), note="atas permintaan")

    return make


def _struck_after_erasure(world: World) -> Act:
    noted = next(act for act, _ in world.done if act.kind == "note.added")
    return world.act("note.struck", Change("strike", Op.INSERT, noted.id, {"incident": named("i1")}))


def _noted(world: World) -> object:
    """A note about a unit, and of no incident."""
    return world.must("budi", simple("unit.off_duty", "unit", "E1", "Pak Rai 0812-3456-7890")(world))


def _note_of(kind: str, incident: str | None = None) -> Make:
    """The act that erases the note of the last act of a kind."""

    def make(world: World) -> Act:
        act = next(one for one, _ in reversed(world.done) if one.kind == kind)
        values = {} if incident is None else {"incident": named(incident)}
        row = Change("erased_note", Op.INSERT, act.id, values)
        return world.act("personal.erased", row, note="atas permintaan")

    return make


ERASE = _erased

LAWFUL_ERASURE = (
    Lawful("what is personal erased", (over,), "citra", _erased),
    Lawful("only the call's erased", (over,), "dewa", _call_erased),
    Lawful("erased once more", (over, _erase), "dewa", _erased),
    Lawful("a note about no incident erased", (_noted,), "dewa", _note_of("unit.off_duty")),
    Lawful("a note alone erased", (over,), "citra", _note_of("note.added", "i1")),
)

GUARDED_ERASURE = (
    Guarded(
        "a running call erased",
        (take,),
        "citra",
        _of(("call_private", "c1")),
        "erased_is_over",
        "call",
        "c1",
    ),
    Guarded(
        "a caller of an open incident erased",
        (open_incident, _finish),
        "citra",
        _of(("call_private", "c1")),
        "erased_is_over",
        "call",
        "c1",
    ),
    Guarded(
        "an open incident erased",
        (open_incident, _finish),
        "dewa",
        _of(("incident_private", "i1")),
        "erased_is_over",
        "incident",
        "i1",
    ),
    Guarded(
        "a note of an open incident erased",
        (open_incident, NOTE),
        "citra",
        _note_of("note.added", "i1"),
        "erased_is_over",
        "incident",
        "i1",
    ),
    Guarded(
        "an erased note erased",
        (over, _erase),
        "citra",
        _note_of("note.added", "i1"),
        "note_erasable",
        "erased_note",
    ),
    Guarded(
        "why something was erased erased",
        (over, _erase),
        "citra",
        _note_of("personal.erased", "i1"),
        "note_erasable",
        "erased_note",
    ),
    Guarded(
        "the note of another incident erased",
        (over,),
        "citra",
        _note_of("note.added"),
        "note_erasable",
        "erased_note",
    ),
    Guarded(
        "an erased note struck",
        (over, _erase),
        "ani",
        _struck_after_erasure,
        "struck_act_has_note",
        "strike",
    ),
)
