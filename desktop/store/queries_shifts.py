"""Crews on duty, hand-overs, and blocks that run."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, select

from desktop.domain.calls import LONGEST_BLOCK, Block, CallPrivate
from desktop.domain.kinds_shifts import GIVEN, TAKEN
from desktop.domain.shifts import Crew, CrewSign, CrewSignPrivate, Handover, HandoverEntry, HandoverPrivate
from desktop.domain.units import UnitStatus
from desktop.store.personal import read_personal
from desktop.store.queries import read_records
from desktop.store.tables import TABLES, act, act_subject

HANDOVERS = 60
"""Hand-overs that are listed, the newest (ours: three weeks of three shifts)."""


@dataclass(frozen=True, slots=True)
class BlockedNumber:
    """A block that runs, and the number that it is on; None where that may not be read."""

    block: Block
    number: str | None


def read_crews(connection: Connection) -> dict[str, Crew]:
    """The crews that are on duty, by unit; names are missing for who may not read them."""
    unit, sign = TABLES["unit"], TABLES["crew_sign"]
    # A desk of before says off duty of a unit, and leaves since when its crew was on.
    on_duty = and_(sign.c.on_duty, unit.c.status != UnitStatus.OFF_DUTY)
    last = select(sign.c.id).join(
        unit, and_(unit.c.id == sign.c.unit, unit.c.duty_since == sign.c.signed_at, on_duty)
    )
    signs = read_records(connection, CrewSign, sign.c.id.in_(last))
    private = read_personal(connection, CrewSignPrivate, [one.id for one in signs])
    return {one.unit: Crew(one, private[one.id]) for one in signs}


def read_handovers(connection: Connection) -> tuple[HandoverEntry, ...]:
    """The last hand-overs, the newest first; what they say is missing for who may not read it."""
    table = TABLES["handover"]
    newest = select(table.c.id).order_by(table.c.given_at.desc(), table.c.id.desc()).limit(HANDOVERS)
    ids = list(connection.execute(newest).scalars())
    rows = {one.id: one for one in read_records(connection, Handover, table.c.id.in_(ids))}
    waiting = [one for one in ids if rows[one].taken_at is None]
    private = read_personal(connection, HandoverPrivate, waiting)
    signed = _claimed(connection, ids)
    return tuple(_entry(rows[one], private.get(one), signed) for one in ids)


def read_handover(connection: Connection, handover: str) -> HandoverEntry | None:
    """One hand-over with what it says, or None where there is none."""
    found = read_records(connection, Handover, TABLES["handover"].c.id == handover)
    if not found:
        return None
    private = read_personal(connection, HandoverPrivate, [handover])[handover]
    return _entry(found[0], private, _claimed(connection, [handover]))


def _entry(
    handover: Handover, private: HandoverPrivate | None, signed: Mapping[tuple[str, str], str]
) -> HandoverEntry:
    given, taken = (signed.get((handover.id, kind)) for kind in (GIVEN, TAKEN))
    return HandoverEntry(handover, private, given, taken)


def _claimed(connection: Connection, handovers: Collection[str]) -> dict[tuple[str, str], str]:
    """By hand-over and kind of act who signed, where another delivered it."""
    about = and_(act_subject.c.act == act.c.id, act_subject.c.table_name == "handover")
    found = (
        select(act_subject.c.row_id, act.c.kind, act.c.claimed_by)
        .join(act, about)
        .where(
            act_subject.c.row_id.in_(handovers),
            act.c.kind.in_((GIVEN, TAKEN)),
            act.c.claimed_by.is_not(None),
        )
    )
    return {(one.row_id, one.kind): one.claimed_by for one in connection.execute(found)}


def read_blocked(connection: Connection, now: datetime) -> tuple[BlockedNumber, ...]:
    """The blocks that run at `now` (aware), the one that ends next first."""
    block = TABLES["block"]
    lately = and_(block.c.lifted_at.is_(None), block.c.blocked_at >= now - LONGEST_BLOCK)
    found = [one for one in read_records(connection, Block, lately) if one.runs_at(now)]
    private = read_personal(connection, CallPrivate, {one.call for one in found})
    ends = sorted(found, key=lambda one: (one.ends_at or now, one.id))
    return tuple(BlockedNumber(one, private[one.call].number) for one in ends)
