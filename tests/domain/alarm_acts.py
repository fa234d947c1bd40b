"""The lines of both tables about what is answered to alarms."""

from desktop.domain.acts import Act
from desktop.domain.records import Value
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make
from tests.domain.world import World, insert, named, send

_TABLE = "alarm_answer"
CREW = f"welfare.{named('a1')}"
"""The alarm of the crew of the assignment a1."""


def takes(row: str = CREW, **other: Value) -> Make:
    """Somebody takes the alarm."""
    values: dict[str, Value] = {
        "kind": "welfare",
        "about": named("a1"),
        "incident": named("i1"),
        "unit": "E1",
        "stage": 3,
    }

    return lambda world: world.act("alarm.taken", insert(_TABLE, row, **{**values, **other}))


def is_well(world: World) -> Act:
    """The crew says that it is well."""
    values = {"kind": "welfare", "about": named("a1"), "incident": named("i1"), "unit": "E1"}
    return world.act("unit.well", insert(_TABLE, CREW, **values), note="lewat HT")


def _again(kind: str, **values: Value) -> Make:
    return lambda world: world.act(kind, world.update(kind, _TABLE, CREW, **values))


def _well(world: World) -> object:
    return world.must("budi", is_well(world))


TAKES = takes()
LAWFUL_ALARMS = (
    Lawful("an alarm taken", (send,), "ani", TAKES),
    Lawful("a crew that is well", (send,), "budi", is_well),
    Lawful("an alarm of that crew taken later", (send, _well), "ani", _again("alarm.taken", stage=1)),
    Lawful("a crew that is still well", (send, _well), "budi", _again("unit.well")),
)
GUARDED_ALARMS = (
    Guarded(
        "an alarm under another name", (send,), "ani", takes("waiting.x"), "alarm_named", _TABLE, "waiting.x"
    ),
    Guarded(
        "an alarm about nothing", (send,), "ani", takes(incident=None, unit=None), "alarm_named", _TABLE, CREW
    ),
)
