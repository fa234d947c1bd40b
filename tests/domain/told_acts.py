"""The lines of both tables about who was told."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.acts import Act, Source
from desktop.domain.records import Value
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make
from tests.domain.world import World, insert, named, open_incident, refer, send


def telling(*whom: str, incident: str = "i1", source: Source = Source.TYPED) -> Make:
    """The act that says that each of `whom` (`assignment a1`) was told of an incident as it is now."""

    def make(world: World) -> Act:
        rows = [
            insert(
                "told",
                f"told {one} {len(world.done)}",
                **_whom(one.split("+")),
                incident=named(incident),
                means="radio",
                place_told=str(world.row("incident", incident)["place_act"]),
                dangers={"warnings": {}, "hazards": []},
                with_number=True,
            )
            for one in whom
        ]
        return replace(world.act("text.told", *rows), source=source)

    return make


def _whom(parts: Sequence[str]) -> dict[str, Value]:
    return {table: named(row) for table, row in (part.split() for part in parts)}


def told(world: World) -> object:
    """The unit at work on i1 and its agency were told."""
    return world.must("budi", telling("assignment a1", "referral r1")(world))


def _referred_and_told(world: World) -> Act:
    made = insert("referral", "r1", incident=named("i1"), agency="PLN", part="support", means="message")
    row = insert("told", "t1", referral=named("r1"), incident=named("i1"), means="message")
    return world.act("referral.made", made, row)


def _other(world: World) -> None:
    open_incident(world, "i2", "c2")


LAWFUL_TOLD = (
    Lawful("a unit and an agency told", (send, refer), "budi", telling("assignment a1", "referral r1")),
    Lawful("an agency told with what it was told", (open_incident,), "budi", _referred_and_told),
    Lawful(
        "told during an outage, at work elsewhere since",
        (send, _other),
        "budi",
        telling("assignment a1", incident="i2", source=Source.OUTAGE),
    ),
)


def _refused(name: str, whom: str, incident: str = "i1") -> Guarded:
    make = telling(whom, incident=incident)
    return Guarded(name, (send, refer, _other), "budi", make, "told_whom", "told")


GUARDED_TOLD = (
    _refused("two told as one", "assignment a1+referral r1"),
    _refused("a unit told of what it is not at work on", "assignment a1", "i2"),
    _refused("an agency told of what it is not at work on", "referral r1", "i2"),
)
