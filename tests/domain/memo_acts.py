"""The lines of both tables about reminders and messages."""

from collections.abc import Mapping

from desktop.domain.acts import Act
from desktop.domain.records import Value
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make, simple
from tests.domain.world import World, at, close, insert, named, open_incident


def _memo(kind: str, values: Mapping[str, Value], name: str = "m1", text: str = "Telepon balik") -> Make:
    said = insert("memo_private", name, text=text)
    return lambda world: world.act(kind, insert("memo", name, **values), said)


def reminder(**values: Value) -> Make:
    """The act that sets the reminder m1, due in ten minutes unless told otherwise."""
    return _memo("reminder.set", {"due_at": at(10), **values})


def message(**values: Value) -> Make:
    """The act that sends the message m1, to all unless told otherwise."""
    return _memo("message.sent", values)


def reminded(world: World) -> object:
    """That reminder is set, about the incident i1."""
    return world.must("ani", reminder(incident=named("i1"))(world))


def alone(world: World) -> object:
    """That reminder is set, about nothing."""
    return world.must("ani", reminder()(world))


def sent(world: World) -> object:
    """That message is sent to all."""
    return world.must("budi", message()(world))


_DONE = simple("reminder.done", "memo", "m1", note="tidak diangkat")
_LATER = simple("reminder.put_off", "memo", "m1", due_at=at(25))


def done(world: World) -> object:
    """The reminder m1 is done."""
    return world.must("budi", _DONE(world))


def read(world: World) -> Act:
    """The act that says that m1 was read."""
    return world.act("message.read", insert("memo_read", f"read {len(world.done)}", memo=named("m1")))


def told(world: World) -> object:
    """The message m3 is sent to Ani."""
    return world.must("budi", _memo("message.sent", {"recipient": "ani"}, "m3", "Jalan banjir")(world))


def memos(world: World) -> None:
    """Reminders, done or not, and a message that somebody read."""
    reminded(world)
    world.must("budi", _memo("reminder.set", {"due_at": at(5)}, "m2")(world))
    world.must("citra", simple("reminder.done", "memo", "m2")(world))
    told(world)
    world.must("ani", world.act("message.read", insert("memo_read", "r3", memo=named("m3"))))


def _erased(world: World) -> Act:
    kind = "personal.erased"
    return world.act(kind, world.update(kind, "memo_private", "m1"), note="atas permintaan")


LAWFUL_MEMOS = (
    Lawful("a reminder about nothing", (), "ani", reminder()),
    Lawful(
        "an operator's own reminder about an incident",
        (open_incident,),
        "ani",
        reminder(incident=named("i1"), recipient="ani"),
    ),
    Lawful(
        "a reminder about what is closed", (open_incident, close), "citra", reminder(incident=named("i1"))
    ),
    Lawful("a reminder put off", (open_incident, reminded), "budi", _LATER),
    Lawful("a reminder done", (alone,), "budi", _DONE),
    Lawful("a reminder done that is set again", (alone, done), "ani", _LATER),
    Lawful("a message to one", (), "ani", message(recipient="budi")),
    Lawful("a message about an incident", (open_incident,), "citra", message(incident=named("i1"))),
    Lawful("a message read", (sent,), "ani", read),
    Lawful("what a reminder said erased", (alone, done), "citra", _erased),
    Lawful("what a message said erased", (sent,), "dewa", _erased),
)

GUARDED_MEMOS = (
    Guarded("a reminder done twice", (alone, done), "ani", _DONE, "reminder_open", "memo", "m1"),
    Guarded("a message done", (sent,), "ani", _DONE, "memo_fits", "memo", "m1"),
    Guarded("a message put off", (sent,), "ani", _LATER, "memo_fits", "memo", "m1"),
    Guarded("a reminder read", (alone,), "ani", read, "memo_fits", "memo", "m1"),
    Guarded("a reminder not done erased", (alone,), "citra", _erased, "erased_is_over", "memo", "m1"),
)
