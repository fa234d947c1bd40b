"""What is decided of acts that the database refused."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select

from desktop.domain.acts import Act, Change, Op, Refusal
from desktop.domain.kinds_units import PUT_AWAY
from desktop.domain.records import Value
from desktop.store.kept.delivery import deliver
from desktop.store.kept.fitting import hidden_of, on_top
from desktop.store.kept.items import Item, State
from desktop.store.kept.local import Local
from desktop.store.kept.outbox import Outbox
from desktop.store.store import Store
from desktop.store.submit_sqlite import Author
from desktop.store.tables import TABLES


async def try_again(local: Local, inner: Store, by: Author, act: str) -> Refusal | None:
    """Deliver a refused act on top of what is there now. See `KeptStore.try_again`."""
    item = _refused(local.outbox, act)
    fresh = await inner.read(lambda connection: on_top(connection, item.act))
    done = await deliver(inner, replace(item, act=fresh), by, datetime.now(UTC))
    if done.refusal is not None and done.refusal.code == "changed":
        # On top of what who delivers may not read nothing can be written.
        hidden = await inner.read(lambda connection: hidden_of(connection, item.act))
        if hidden is not None:
            done = replace(done, refusal=Refusal("restricted_meanwhile", done.refusal.table, hidden))
    await local.run_here(lambda: local.outbox.keep([done]))
    return done.refusal


async def put_away(local: Local, store: Store, by: Author, act: str, reason: str) -> Refusal | None:
    """Decide that a refused act is not delivered. See `KeptStore.put_away`.

    What was decided is an act itself: cut off, it waits to be delivered as any other.
    """
    if not reason.strip():
        raise ValueError("no reason")
    item = _refused(local.outbox, act)
    told = await _told(local, store, item, reason.strip())
    answer = await store.submit(told, by)
    if isinstance(answer, Refusal) and answer.code != "row_exists":  # told before, and then the desk died
        return answer
    done = item.becomes(State.PUT_AWAY, datetime.now(UTC), decided_by=by.login, reason=reason.strip())
    await local.run_here(lambda: local.outbox.mark([done]))
    return None


async def _told(local: Local, store: Store, item: Item, reason: str) -> Act:
    about = {
        str(row)
        for change in item.act.changes
        for row in (change.row if change.table == "incident" else None, change.values.get("incident"))
        if row
    }
    # What is only here may never come there, and would take this act with it.
    about -= {
        change.row for one in local.outbox.open_items for change in one.act.changes if change.op is Op.INSERT
    }
    there = TABLES["incident"].c.id
    known = select(there).where(there.in_(about)).order_by(there).limit(1)
    incident = await store.read(lambda connection: connection.execute(known).scalar())
    values: dict[str, Value] = {
        "kind": item.act.kind,
        "author": item.act.claimed_by or item.author.login,
        "refusal": None if item.refusal is None else item.refusal.code,
        "incident": incident,
    }
    given = {name: value for name, value in values.items() if value is not None}
    change = Change("put_away", Op.INSERT, item.act.id, given)
    return Act(local.new_id(), PUT_AWAY, (change,), reason)


def _refused(outbox: Outbox, act: str) -> Item:
    item = outbox.item(act)
    if item.state is not State.REFUSED:
        raise KeyError(act)
    return item
