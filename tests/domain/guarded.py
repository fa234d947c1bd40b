"""The table of guards: for each a state, an act that its kind lets pass row by row, and the refusal."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.acts import Act, Change, Op
from tests.domain import lawful
from tests.domain.lawful import Lawful
from tests.domain.world import (
    NOW,
    World,
    assigned,
    at,
    close,
    insert,
    named,
    open_incident,
    refer,
    row_id,
    send,
)


@dataclass(frozen=True)
class Guarded(Lawful):
    """One line of the table: what the refusal must say."""

    code: str = ""
    table: str | None = None
    row: str | None = None
    """The name of the row, None where it does not matter."""
    column: str | None = None


def _two(world: World) -> None:
    open_incident(world, "i1", "c1")
    open_incident(world, "i2", "c2")


def _merge_all(world: World) -> object:
    return world.must("budi", lawful.MERGE(world))


def _note_on_other(world: World) -> Act:
    noted = world.done[-1][0].id
    return world.act("note.struck", Change("strike", Op.INSERT, noted, {"incident": named("i2")}))


def _copied(world: World) -> object:
    return world.must("ani", lawful.simple("incident.copied", "incident", "i1")(world))


def _restricted(world: World) -> object:
    kind = "incident.described"
    return world.must("ani", world.act(kind, world.update(kind, "incident", "i1", restricted=True)))


def _two_leads(world: World) -> Act:
    rows = (
        insert("referral", f"of {agency}", incident=named("i1"), agency=agency, part="lead")
        for agency in ("PLN", "POLRES")
    )
    return world.act("referral.made", *rows)


def _same_agency(world: World) -> Act:
    row = insert("referral", "r9", incident=named("i1"), agency="DAMKAR", part="support")
    return world.act("referral.made", row)


def _finish(world: World) -> object:
    return world.must("budi", lawful.simple("referral.finished", "referral", "r1")(world))


def _lead_finished(world: World) -> None:
    refer(world)
    _finish(world)
    refer(world, "PLN", "r2", "lead")


def _agency_again(world: World) -> None:
    refer(world)
    _finish(world)
    refer(world, "DAMKAR", "r2", "support")


_lead_again = lawful.simple("referral.told_again", "referral", "r1")


_i, _c, _r = "incident", "call", "referral"


_touch = lawful.simple("incident.taken", _i, "i1")


_merged = (lawful.two_incidents, refer, _merge_all)


def _alias(number: str, reason: str) -> Callable[[World], Act]:
    row = insert("incident_alias", "n1", incident=named("i1"), day=NOW.date(), number=number, reason=reason)
    return lambda world: world.act("incident.numbered", row)


GUARDED = (
    Guarded("a closed one taken", (open_incident, close), "ani", _touch, "incident_open", _i, "i1"),
    Guarded("a merged one taken", _merged, "ani", _touch, "incident_open", _i, "i1"),
    Guarded("a unit to a closed one", (open_incident, close), "budi", assigned, "incident_open", _i, "i1"),
    Guarded(
        "a merged one described",
        _merged,
        "ani",
        lawful.simple("incident.described", _i, "i1", rt="2"),
        "incident_not_merged",
        _i,
        "i1",
    ),
    Guarded(
        "closed twice",
        (open_incident, close),
        "budi",
        lawful.simple("incident.closed", _i, "i1", outcome="handled"),
        "was_open",
        _i,
        "i1",
    ),
    Guarded(
        "an open one reopened",
        (open_incident,),
        "budi",
        lawful.simple("incident.reopened", _i, "i1", "x"),
        "was_closed",
        _i,
        "i1",
    ),
    Guarded(
        "one reopened that no alarm asks for until next year",
        (open_incident, close),
        "budi",
        lawful.simple("incident.reopened", _i, "i1", "x", reopened_at=at(60 * 24 * 60)),
        "opened_anew_since",
        _i,
        "i1",
        "reopened_at",
    ),
    Guarded(
        "one reopened from before it was closed",
        (open_incident, close),
        "budi",
        lawful.simple("incident.reopened", _i, "i1", "x", reopened_at=at(-6)),
        "opened_anew_since",
        _i,
        "i1",
        "reopened_at",
    ),
    Guarded(
        "a merged one reopened",
        _merged,
        "budi",
        lawful.simple("incident.reopened", _i, "i1", "x"),
        "was_closed",
        _i,
        "i1",
    ),
    Guarded(
        "closed while a unit runs",
        (send,),
        "budi",
        lawful.simple("incident.closed", _i, "i1", outcome="handled"),
        "nothing_runs_without_reason",
        _i,
        "i1",
    ),
    Guarded(
        "closed while an agency works",
        (refer,),
        "budi",
        lawful.simple("incident.closed", _i, "i1", "\u3000\t", outcome="handled"),
        "nothing_runs_without_reason",
        _i,
        "i1",
    ),
    Guarded(
        "related to itself",
        (open_incident,),
        "ani",
        lambda w: w.act(
            "incident.related", insert("incident_relation", "l", incident=named("i1"), other=named("i1"))
        ),
        "relation_of_two",
        "incident_relation",
        "l",
    ),
    Guarded(
        "a number that nobody says",
        (open_incident,),
        "ani",
        _alias("DP 261124-S3-1", "provisional"),
        "alias_said",
        "incident_alias",
        "n1",
    ),
    Guarded(
        "a number of a merger",
        (open_incident,),
        "ani",
        _alias("DP 261124-018", "merged"),
        "alias_said",
        "incident_alias",
        "n1",
    ),
    Guarded(
        "an act without note struck", (_two, _copied), "ani", lawful.STRIKE, "struck_act_has_note", "strike"
    ),
    Guarded(
        "another incident's note struck",
        (_two, lawful.NOTE),
        "ani",
        _note_on_other,
        "struck_act_has_note",
        "strike",
    ),
    Guarded(
        "readable again by a dispatcher",
        (open_incident, _restricted),
        "budi",
        lawful.simple("incident.described", _i, "i1", restricted=False),
        "restricted_lifted_by_supervisor",
        _i,
        "i1",
    ),
    Guarded("two leads at once", (open_incident,), "budi", _two_leads, "one_lead", _i, "i1"),
    Guarded("a second lead told again", (_lead_finished,), "budi", _lead_again, "one_lead", _i, "i1"),
    Guarded("an agency told twice", (refer,), "budi", _same_agency, "agency_once", _r, "r9"),
    Guarded(
        "an agency told again beside itself", (_agency_again,), "budi", _lead_again, "agency_once", _r, "r1"
    ),
    Guarded(
        "arrived after the end",
        (refer, _finish),
        "budi",
        lawful.simple("referral.arrived", _r, "r1"),
        "referral_moves",
        _r,
        "r1",
    ),
)
"""Guards about incidents and referrals at work."""


def row_of(line: Guarded) -> str | None:
    """The id of the row that the refusal must name."""
    return None if line.row is None or line.table is None else row_id(line.table, line.row)
