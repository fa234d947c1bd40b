"""What was answered to alarms."""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, or_, select, union

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.store.filters import Filter, among, one_of
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
    lately = Filter(_lately(), {"answered_since": today_since - KEPT_FROM_YESTERDAY})
    if incidents is not None:
        lately &= Filter(
            _about(), {"alarm_answer_incident": list(incidents), "alarm_answer_unit": list(units)}
        )
    return tuple(read_records(connection, AlarmAnswer, lately))


@cache
def _lately() -> ColumnElement[bool]:
    table = TABLES["alarm_answer"].c
    since: BindParameter[datetime] = bindparam("answered_since")
    # Each half has an index of its own.
    found = union(
        select(table.id).where(table.taken_at >= since), select(table.id).where(table.well_at >= since)
    )
    return table.id.in_(found)


@cache
def _about() -> ColumnElement[bool]:
    table = TABLES["alarm_answer"].c
    return or_(one_of(table.incident), one_of(table.unit))


def read_answer_of_before(connection: Connection, alarm: str) -> AlarmAnswer | None:
    """What was answered to an alarm so long ago that no board has it; None where it was just now.

    An alarm of work that takes days stands again: its answer is given anew, not made once more.
    """
    (found, *_) = read_records(connection, AlarmAnswer, among(TABLES["alarm_answer"].c.id, [alarm])) or (
        None,
    )
    if found is None:
        return None
    last = connection.execute(select(act.c.recorded_at).order_by(act.c.sequence.desc()).limit(1)).scalar_one()
    lately = (one for one in (found.taken_at, found.well_at) if one is not None)
    return None if any(one > last - NO_RACE for one in lately) else found
