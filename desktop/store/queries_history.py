"""What a telephone number has been, and the log of who looked."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects import postgresql, sqlite

from desktop.domain.calls import UNCOUNTED_TYPES, Block, CallType
from desktop.domain.centre import Centre
from desktop.domain.lookup import EarlierCall, NumberHistory
from desktop.store.hits import read_incidents
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
    call, private = TABLES["call"], TABLES["call_private"]
    with_number = select(private.c.id).where(private.c.number == number)
    if besides is not None:
        with_number = with_number.where(private.c.id != besides)
    rows = connection.execute(
        select(call.c.id, call.c.answered_at, call.c.call_type, call.c.incident)
        .where(call.c.id.in_(with_number))
        .order_by(call.c.answered_at.desc(), call.c.id.desc())
        .limit(limit)
    ).all()
    # A call that has no type yet is not counted either: NULL is in no list.
    counted = connection.execute(
        select(call.c.call_type, func.count())
        .where(call.c.id.in_(with_number), call.c.call_type.not_in(UNCOUNTED_TYPES))
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
    return NumberHistory(number, tuple(calls), counts, running_block(connection, number, now))


def running_block(connection: Connection, number: str, now: datetime) -> Block | None:
    """The block on a number that runs at `now` (aware), the latest where several do."""
    block, private = TABLES["block"], TABLES["call_private"]
    newest: Sequence[str] = (
        connection.execute(
            select(block.c.id)
            .join(private, private.c.id == block.c.call)
            .where(private.c.number == number, block.c.lifted_at.is_(None))
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

    A look outside a call is written down each time. `at`: aware.
    """
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    connection.execute(
        insert(access_log)
        .values(id=new_id, at=at, operator=operator, what=what, subject=subject, call=call)
        .on_conflict_do_nothing(index_elements=["call", "what", "subject"])
    )
