"""What was answered to alarms."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, or_, select, union

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.store.queries import read_records
from desktop.store.tables import TABLES, act

KEPT_FROM_YESTERDAY = timedelta(days=1)
"""How long before the city's midnight an answer still counts: none holds for longer (ours)."""

NO_RACE = timedelta(hours=12)
"""Nobody answers an alarm at the same moment as somebody so long before (ours)."""


def read_answers(
    connection: Connection,
    today_since: datetime,
    incidents: Collection[str] | None = None,
    units: Collection[str] = (),
) -> tuple[AlarmAnswer, ...]:
    """Answers since the day before, all of them or those about these incidents and units.

    `today_since`: the city's midnight, in UTC.
    """
    table = TABLES["alarm_answer"]
    since = today_since - KEPT_FROM_YESTERDAY
    # Each half has an index of its own.
    lately = union(
        select(table.c.id).where(table.c.taken_at >= since),
        select(table.c.id).where(table.c.well_at >= since),
    )
    where: ColumnElement[bool] = table.c.id.in_(lately)
    if incidents is not None:
        where &= or_(table.c.incident.in_(incidents), table.c.unit.in_(units))
    return tuple(read_records(connection, AlarmAnswer, where))


def read_answer_of_before(connection: Connection, alarm: str) -> AlarmAnswer | None:
    """What was answered to an alarm so long ago that no board has it; None where it was just now.

    An alarm of work that takes days stands again: its answer is given anew, not made once more.
    """
    (found, *_) = read_records(connection, AlarmAnswer, TABLES["alarm_answer"].c.id == alarm) or (None,)
    if found is None:
        return None
    last = connection.execute(select(act.c.recorded_at).order_by(act.c.sequence.desc()).limit(1)).scalar_one()
    lately = (one for one in (found.taken_at, found.well_at) if one is not None)
    return None if any(one > last - NO_RACE for one in lately) else found
