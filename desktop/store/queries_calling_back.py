"""Calls that were lost and wait for a call back."""

from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, and_, bindparam, exists, or_

from desktop.domain.calling_back import KEPT_FROM_YESTERDAY, LOST, UNREACHED
from desktop.domain.calls import Direction
from desktop.store.filters import Filter
from desktop.store.tables import TABLES


def waits_for_call_back(today_since: datetime) -> Filter:
    """Calls that were lost lately, and nobody was reached by calling back.

    `today_since`: the city's midnight, in UTC.
    """
    return Filter(_waits(), {"lost_since": today_since - KEPT_FROM_YESTERDAY})


@cache
def _waits() -> ColumnElement[bool]:
    call, back = TABLES["call"], TABLES["call_back"]
    out = call.alias("out")
    reached = or_(
        back.c.by_call.is_(None),
        out.c.incident.is_not(None),
        and_(out.c.ended_at.is_not(None), or_(out.c.call_type.is_(None), out.c.call_type.not_in(UNREACHED))),
    )
    ways = back.outerjoin(out, out.c.id == back.c.by_call)
    return and_(
        call.c.direction == Direction.IN,
        call.c.ended_at.is_not(None),
        call.c.call_type.in_(LOST),
        call.c.answered_at >= bindparam("lost_since"),
        ~exists().select_from(ways).where(back.c.call == call.c.id, reached).correlate(call),
    )
