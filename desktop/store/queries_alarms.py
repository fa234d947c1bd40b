"""What was answered to alarms."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, or_, select, union

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.store.queries import read_records
from desktop.store.tables import TABLES

KEPT_FROM_YESTERDAY = timedelta(days=1)
"""How long before the city's midnight an answer still counts: none holds for longer (ours)."""


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
