"""Delivering what was kept: each act once, in its author's name or as claimed for another."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, Protocol, runtime_checkable
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection, Select, select

from desktop.domain.acts import Act, Refusal, Result, Source
from desktop.domain.incidents import AliasReason
from desktop.domain.restores import Restored
from desktop.store.kept.fitting import RESTRICTS, restricting
from desktop.store.kept.items import Item, State
from desktop.store.kept.local import Local, as_outage, numbered
from desktop.store.kept.looks import tell_looks
from desktop.store.kept.unanswered import end_ways
from desktop.store.problems import StoreError
from desktop.store.store import Store
from desktop.store.submit_sqlite import Author
from desktop.store.tables import act as act_table

Numbers = Mapping[str, tuple[date, int]]

_AT_ONCE = 200
LATER = frozenset({"too_many"})
"""Refusals that say nothing against the act."""


@runtime_checkable
class Resubmits(Protocol):
    """A store that can be told which numbers were said of the incidents that an act opens."""

    async def resubmit(self, act: Act, author: Author, said: Numbers) -> Result | Refusal:
        """`submit`, with numbers that are kept where they are free."""


async def deliver(store: Store, item: Item, by: Author, now: datetime) -> Item:
    """Bring an act to the database. StoreError when it could not be asked; then it may be there.

    `by`: who signed in. Refused, it waits for a decision. An incident that would have to be restricted by now
    is restricted with it.
    """
    if item.sent:
        await end_ways(store, item.ways)
        drawn = await _there(store, item)
        if drawn is not None:
            return item.becomes(State.CONFIRMED, now, drawn=drawn)
    act = _claimed(item, by)
    answer = await _submit(store, act, by, item)
    if isinstance(answer, Refusal) and answer.code in RESTRICTS:
        fits = await store.read(partial(restricting, act, answer))
        answer = answer if fits is None else await _submit(store, fits, by, item)
    if isinstance(answer, Result):
        return item.becomes(State.CONFIRMED, now, drawn=answer.numbers, refusal=None)
    if answer.code in LATER:
        raise StoreError("busy", answer.code)
    if answer.code == "id_used":  # it came there with other claims, and the answer was lost
        drawn = await _there(store, item)
        if drawn is not None:
            return item.becomes(State.CONFIRMED, now, drawn=drawn)
    return item.becomes(State.REFUSED, now, refusal=answer)


async def deliver_kept(store: Store, local: Local, by: Author) -> AsyncIterator[Item]:
    """Bring all that is kept to the database, in order, then who looked at what meanwhile. StoreError as
    `deliver`: what came is marked.
    """
    for item in local.outbox.items(State.KEPT):
        done = await deliver(store, item, by, datetime.now(UTC))
        await local.run_here(partial(local.outbox.mark, [done]))
        yield done
    looks = local.outbox.looks
    await tell_looks(store, looks, by)
    await local.run_here(partial(local.outbox.told_looks, looks))


async def deliver_missing(store: Store, local: Local, by: Author) -> None:
    """Bring a server that was promoted since what the one before it had confirmed, where it misses that.

    An incident whose number another has got meanwhile is found by the one that was said, too. After a
    deliberate restore they are held until a supervisor has decided, and then delivered or put away.
    """
    outbox, pulse = local.outbox, store.pulse
    if pulse is None or not pulse.epoch:
        return
    if 0 < outbox.epoch < pulse.epoch:
        restored = pulse.restored
        held = restored is not None and outbox.epoch < restored.epoch
        async for missing in _missing(store, outbox.items(State.CONFIRMED)):
            if held:
                done = [item.becomes(State.HELD, datetime.now(UTC)) for item in missing]
            else:
                done = [await _again(store, item, by) for item in missing]
            await local.run_here(partial(outbox.mark, done))
    await local.run_here(partial(outbox.reach, pulse.epoch))
    if pulse.restored is not None and pulse.restored.decision is not None:
        await _decided(store, local, by, pulse.restored)


async def _decided(store: Store, local: Local, by: Author, restored: Restored) -> None:
    """Do with what is held as was decided: one after the other, so that each is marked when it came there."""
    for item in local.outbox.items(State.HELD):
        if restored.deliver:
            done = await _again(store, item, by)
        else:
            decision = {"decided_by": restored.decided_by, "reason": restored.decision}
            done = item.becomes(State.PUT_AWAY, datetime.now(UTC), **decision)
        await local.run_here(partial(local.outbox.mark, [done]))


async def _missing(store: Store, items: tuple[Item, ...]) -> AsyncIterator[tuple[Item, ...]]:
    """Those that the database has not, some at a time."""
    for first in range(0, len(items), _AT_ONCE):
        some = items[first : first + _AT_ONCE]
        found = select(act_table.c.id).where(act_table.c.id.in_([item.act.id for item in some]))
        there = set(await store.read(partial(_ids, found)))
        yield tuple(item for item in some if item.act.id not in there)


def _ids(found: Select[Any], connection: Connection) -> Sequence[str]:
    return connection.execute(found).scalars().all()


async def _again(store: Store, item: Item, by: Author) -> Item:
    """Bring an act that a server had confirmed to the one that misses it, with the numbers that were said."""
    done = await deliver(store, replace(item, sent=True), by, datetime.now(UTC))
    for incident, said in (item.drawn or item.numbers).items():
        if done.state is State.CONFIRMED and said[1] > 0 and done.drawn.get(incident) != said:
            await _say_number(store, item, incident, said, by)
    return done


async def _say_number(store: Store, item: Item, incident: str, said: tuple[date, int], by: Author) -> None:
    number = store.centre.number(*said).full
    # The same ids however often it is tried.
    act, row = (str(uuid5(NAMESPACE_OID, f"{what} {incident} {number}")) for what in ("act", "alias"))
    given = numbered(act, row, incident, said[0], number, AliasReason.OFFICIAL, item.happened_at)
    await store.submit(given, by)


async def _submit(store: Store, act: Act, by: Author, item: Item) -> Result | Refusal:
    said = {row: given for row, given in (item.drawn or item.numbers).items() if given[1] > 0}
    if said and isinstance(store, Resubmits):
        return await store.resubmit(act, by, said)
    return await store.submit(act, by)


def _claimed(item: Item, by: Author) -> Act:
    act = item.act
    if item.sent or item.author.login != by.login:
        act = as_outage(act, item.happened_at)
    if item.author.login != by.login:
        act = replace(act, source=Source.OUTAGE, claimed_by=act.claimed_by or item.author.login)
    return act


async def _there(store: Store, item: Item) -> Numbers | None:
    """The numbers that an act drew, where the database has it; None where it has not."""
    columns = (act_table.c.author, act_table.c.claimed_by, act_table.c.numbers)
    query = select(*columns).where(act_table.c.id == item.act.id)
    found = await store.read(lambda connection: connection.execute(query).one_or_none())
    if found is None or item.author.login not in (found.author, found.claimed_by):
        return None
    return {row: (date.fromisoformat(day), int(number)) for row, (day, number) in found.numbers.items()}
