"""Calls that were lost and wait for a call back."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_

from desktop.domain.calling_back import KEPT_FROM_YESTERDAY, LOST, UNREACHED
from desktop.domain.calls import Direction
from desktop.store.tables import TABLES


def waits_for_call_back(today_since: datetime) -> ColumnElement[bool]:
    """The condition for calls that were lost lately, and nobody was reached by calling back.

    `today_since`: the city's midnight, in UTC.
    """
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
        call.c.answered_at >= today_since - KEPT_FROM_YESTERDAY,
        ~exists().select_from(ways).where(back.c.call == call.c.id, reached).correlate(call),
    )
