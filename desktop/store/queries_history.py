"""What a telephone number has been, and the log of who looked."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import UUID, ColumnElement, Connection, and_, cast, func, select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.calls import UNCOUNTED_TYPES, Block, CallType
from desktop.domain.centre import Centre
from desktop.domain.lookup import EarlierCall, NumberHistory
from desktop.store.hits import read_incidents
from desktop.store.personal import calls_hidden, calls_of_number
from desktop.store.queries import read_records
from desktop.store.tables import TABLES, access_log

_RECENT_BLOCKS = 20


def number_history(
    connection: Connection,
    number: str,
    centre: Centre,
    now: datetime,
    limit: int = 20,
    besides: str | None = None,
) -> NumberHistory:
    """The calls of a number in its normal form, newest first, and the block that runs at `now` (aware).

    `besides`: the id of the call that is being taken, which is not part of its own history.
    """
    call = TABLES["call"]
    of_number: ColumnElement[bool] = call.c.id.in_(calls_of_number(connection, number, besides))
    if besides is not None:
        of_number = and_(of_number, call.c.id != besides)
    rows = connection.execute(
        select(call.c.id, call.c.answered_at, call.c.call_type, call.c.incident)
        .where(of_number)
        .order_by(call.c.answered_at.desc(), call.c.id.desc())
        .limit(limit)
    ).all()
    # A call that has no type yet is not counted either: NULL is in no list.
    counted = connection.execute(
        select(call.c.call_type, func.count())
        .where(of_number, call.c.call_type.not_in(UNCOUNTED_TYPES))
        .group_by(call.c.call_type)
    )
    incidents = read_incidents(connection, {one.incident for one in rows if one.incident})
    calls = []
    for one in rows:
        about = incidents.get(one.incident)
        calls.append(
            EarlierCall(
                call=one.id,
                at=one.answered_at,
                call_type=CallType(one.call_type) if one.call_type else None,
                incident=one.incident,
                number=centre.number(about["day"], about["serial"]) if about else None,
                category=about["category"] if about else None,
            )
        )
    counts = {CallType(kind): count for kind, count in counted}
    block = running_block(connection, number, now, besides)
    return NumberHistory(number, tuple(calls), counts, block, calls_hidden(connection, number, besides))


def running_block(
    connection: Connection, number: str, now: datetime, asked_in: str | None = None
) -> Block | None:
    """The block on a number that runs at `now` (aware), the latest where several do.

    `asked_in`: the call in which somebody looks.
    """
    block = TABLES["block"]
    of_number = block.c.call.in_(calls_of_number(connection, number, asked_in))
    newest: Sequence[str] = (
        connection.execute(
            select(block.c.id)
            .where(of_number, block.c.lifted_at.is_(None))
            .order_by(block.c.blocked_at.desc())
            .limit(_RECENT_BLOCKS)
        )
        .scalars()
        .all()
    )
    found = {one.id: one for one in read_records(connection, Block, block.c.id.in_(newest))}
    return next((found[one] for one in newest if found[one].runs_at(now)), None)


def log_look(
    connection: Connection,
    operator: str,
    what: str,
    subject: str,
    call: str | None,
    new_id: str,
    at: datetime,
) -> None:
    """Write down who looked at whose history: once for each call, kind of look and subject.

    A look outside a call is written down each time. `at`: aware. A server writes down who signed in, and when
    it was told.
    """
    if connection.dialect.name == "postgresql":
        asked_in = cast(call, UUID(as_uuid=False))
        connection.execute(select(func.log_own_look(what, subject, asked_in)))
        return
    connection.execute(
        insert(access_log)
        .values(id=new_id, at=at, operator=operator, what=what, subject=subject, call=call)
        .on_conflict_do_nothing(index_elements=["call", "what", "subject"])
    )
