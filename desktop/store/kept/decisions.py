"""What is decided of acts that the database refused."""

from dataclasses import replace
from datetime import UTC, datetime

from desktop.domain.acts import Refusal
from desktop.store.kept.delivery import deliver, on_top
from desktop.store.kept.items import Item, State
from desktop.store.kept.local import Local
from desktop.store.kept.outbox import Outbox
from desktop.store.store import Store
from desktop.store.submit_sqlite import Author


async def try_again(local: Local, inner: Store, by: Author, act: str) -> Refusal | None:
    """Deliver a refused act on top of what is there now. See `KeptStore.try_again`."""
    item = _refused(local.outbox, act)
    fresh = await inner.read(lambda connection: on_top(connection, item.act))
    done = await deliver(inner, replace(item, act=fresh), by, datetime.now(UTC))
    await local.run_here(lambda: local.outbox.keep([done]))
    return done.refusal


async def put_away(local: Local, by: Author, act: str, reason: str) -> None:
    """Decide that a refused act is not delivered. See `KeptStore.put_away`."""
    if not reason.strip():
        raise ValueError("no reason")
    item = _refused(local.outbox, act)
    done = item.becomes(State.PUT_AWAY, datetime.now(UTC), decided_by=by.login, reason=reason.strip())
    await local.run_here(lambda: local.outbox.mark([done]))


def _refused(outbox: Outbox, act: str) -> Item:
    item = outbox.item(act)
    if item.state is not State.REFUSED:
        raise KeyError(act)
    return item
