"""Going on without the server: acts are judged by the replica, and kept before they are confirmed."""

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.acts import Act, Change, Op, Refusal, Result, Source
from desktop.domain.centre import Centre
from desktop.domain.incidents import AliasReason, provisional_floor
from desktop.domain.kinds_incidents import NUMBERED
from desktop.domain.records import Value
from desktop.store.kept.items import Item, State
from desktop.store.kept.known import Known
from desktop.store.kept.looks import looks_besides
from desktop.store.kept.outbox import Outbox
from desktop.store.kept.replica import Replica
from desktop.store.problems import StoreError
from desktop.store.sqlite_rows import SqliteRows
from desktop.store.submit_sqlite import Author, centre_now, submit
from desktop.store.tables import TABLES, serial
from desktop.store.tables import act as act_table

T = TypeVar("T")

NOT_YET_SHOWN = timedelta(seconds=60)
"""How old what the server confirmed is at most while it may be missing on the board (our bound)."""
BESIDE = 500
"""Numbers that each desk on one workstation leaves to the one before it."""


class _RefusedError(Exception):
    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal


class Local:
    """The replica, the outbox, and the one thread that uses both."""

    def __init__(self, centre: Centre, outbox: Outbox, new_id: Callable[[], str]) -> None:
        self.centre = centre
        self.outbox = outbox
        self.new_id = new_id
        self._replica: Replica | None = None
        self._looks: set[str] = set()
        """Ids of the looks in the replica that are kept."""
        self._pool = ThreadPoolExecutor(1, "kulkul-kept")

    async def begin(self, make: Callable[[], Known], workstation: int) -> None:
        """Make the replica, with what is kept already on top. `workstation`: its number."""
        await self.run_here(lambda: self._begin(make(), workstation))

    async def end(self) -> None:
        """Forget the replica, once what still reads from it is done."""
        await self.run_here(self._end)

    async def run(self, task: Callable[[Connection], T]) -> T:
        """Run a task on the replica."""
        return await self.run_here(lambda: self._opened().run(task))

    async def write(self, task: Callable[[Connection], T]) -> T:
        """Run a task on the replica; looks that it writes down are kept for the database's log."""

        def task_and_looks(connection: Connection) -> T:
            done = task(connection)
            looks = looks_besides(connection, self._looks)
            self.outbox.keep_looks(looks)
            self._looks.update(look.id for look in looks)
            return done

        return await self.run_here(lambda: self._opened().run(task_and_looks))

    async def keep(
        self, act: Act, author: Author, real: datetime, *, sent: tuple[str, ...] | None
    ) -> tuple[Result | Refusal, tuple[str, ...]]:
        """Judge an act and keep it. The acts that are to be told, of which the second gives a number.

        `real`: the wall's time (aware). `sent`: the server may have it as it is, by these ways (`Item`).
        StoreError when it could not be put on the disk.
        """
        return await self.run_here(lambda: self._keep(act, author, real, sent))

    async def confirm(self, act: Act, author: Author, result: Result) -> bool:
        """Write down for a day what the server has; whether it is news here: the desk was cut off meanwhile.

        StoreError when it could not be put on the disk.
        """
        return await self.run_here(lambda: self._confirm(act, author, result))

    async def run_here(self, task: Callable[[], T]) -> T:
        """Run a task in the outbox's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, task)

    async def close(self) -> None:
        """Finish what is being written, then let go of everything."""
        await self.run_here(self._end)
        await asyncio.get_running_loop().run_in_executor(None, self._pool.shutdown)
        self.outbox.close()

    def _begin(self, known: Known, workstation: int) -> None:
        floor = provisional_floor(workstation) + BESIDE * self.outbox.beside
        given = self.outbox.given(floor)
        self._end()
        self._replica = Replica(self.centre, known, floor, given)
        lately = datetime.now(UTC) - NOT_YET_SHOWN
        for item in self.outbox.items(State.KEPT, State.CONFIRMED):
            # What the server has just confirmed may not have come to the board.
            due = item.state is State.KEPT or item.kept_at >= lately
            if due and item.act.id not in known.recent:
                self._replay(item)
        days = {day: floor for item in self.outbox.items(State.CONFIRMED) for day, _ in item.drawn.values()}
        self._replica.run(lambda connection: _count_on(connection, {**days, **given}.items()))

    def _confirm(self, act: Act, author: Author, result: Result) -> bool:
        item = self.outbox.confirm(act, author, result, datetime.now(UTC))
        if self._replica is None or act.id in self._replica.known.recent:
            return False
        self._replay(item)
        return True

    def _replay(self, item: Item) -> None:
        """Do again what was kept. What does not fit the picture is left to the server to judge."""

        def task(connection: Connection) -> None:
            before = ((day, number - 1) for day, number in (item.drawn or item.numbers).values())
            _count_on(connection, before)
            outcome = submit(connection, item.act, item.author, self.centre, item.kept_at)
            if isinstance(outcome, Refusal):
                raise _RefusedError(outcome)

        try:
            self._opened().run(task)
        except _RefusedError:
            return

    def _keep(
        self, act: Act, author: Author, real: datetime, sent: tuple[str, ...] | None
    ) -> tuple[Result | Refusal, tuple[str, ...]]:
        replica = self._opened()
        if any(change.row in replica.known.unknown for change in act.changes):
            raise StoreError("unreachable", "of a call is known only that it was")
        if act.id in replica.known.recent:
            return replica.run(lambda connection: _shown(connection, act, real)), ()
        if replica.run(lambda connection: _has(connection, act.id)):
            return replica.run(lambda connection: _again(connection, act)), ()

        def task(connection: Connection) -> tuple[Result, tuple[Item, ...]]:
            now = centre_now(SqliteRows(connection), real)
            kept = as_outage(act, now) if sent is None else act
            result = self._submitted(connection, kept, author, real)
            items = [Item(kept, author, real, now, sent is not None, result.numbers, ways=sent or ())]
            for numbered in self._numbered(result, now):
                self._submitted(connection, numbered, author, real)
                items.append(Item(numbered, author, real, now))
            self.outbox.keep(items)
            return result, tuple(items)

        try:
            result, items = replica.run(task)
        except _RefusedError as stop:
            return stop.refusal, ()
        return result, tuple(item.act.id for item in items)

    def _submitted(self, connection: Connection, act: Act, author: Author, real: datetime) -> Result:
        outcome = submit(connection, act, author, self.centre, real)
        if isinstance(outcome, Refusal):
            raise _RefusedError(outcome)
        return outcome

    def _numbered(self, result: Result, now: datetime) -> Iterable[Act]:
        for incident, (day, number) in result.numbers.items():
            said = self.centre.number(day, number).full
            yield numbered(self.new_id(), self.new_id(), incident, day, said, AliasReason.PROVISIONAL, now)

    def _end(self) -> None:
        self._looks.clear()
        if self._replica is not None:
            self._replica.close()
            self._replica = None

    def _opened(self) -> Replica:
        if self._replica is None:
            raise StoreError("unreachable", "the server answers again")
        return self._replica


def as_outage(act: Act, now: datetime) -> Act:
    """An act as it is delivered later: it says when it happened, by the centre's clock."""
    source = Source.OUTAGE if act.source is Source.TYPED else act.source
    return replace(act, source=source, occurred_at=act.occurred_at or now)


def numbered(
    act: str, row: str, incident: str, day: date, number: str, reason: AliasReason, now: datetime
) -> Act:
    """The act that gives an incident another number."""
    values: dict[str, Value] = {"day": day, "number": number, "incident": incident, "reason": reason.value}
    change = Change("incident_alias", Op.INSERT, row, values)
    return Act(act, NUMBERED, (change,), occurred_at=now, source=Source.OUTAGE)


def _count_on(connection: Connection, last: Iterable[tuple[date, int]]) -> None:
    for day, number in last:
        put = insert(serial).values(day=day, last=number)
        connection.execute(put.on_conflict_do_update(index_elements=["day"], set_={"last": number}))


def _has(connection: Connection, act: str) -> bool:
    return connection.execute(select(act_table.c.id).where(act_table.c.id == act)).first() is not None


def _again(connection: Connection, act: Act) -> Result:
    found = connection.execute(select(act_table).where(act_table.c.id == act.id)).one()
    return Result(act.id, found.sequence, found.recorded_at, _numbers(connection, act), again=True)


def _shown(connection: Connection, act: Act, real: datetime) -> Result:
    """What the server answered, as far as the board tells: the act came there, only its answer was lost."""
    now = centre_now(SqliteRows(connection), real)
    return Result(act.id, 0, act.occurred_at or now, _numbers(connection, act), again=True)


def _numbers(connection: Connection, act: Act) -> dict[str, tuple[date, int]]:
    made = [one.row for one in act.changes if one.table == "incident" and one.op is Op.INSERT]
    incident = TABLES["incident"]
    columns = (incident.c.id, incident.c.day, incident.c.serial)
    found = connection.execute(select(*columns).where(incident.c.id.in_(made)))
    return {one.id: (one.day, one.serial) for one in found}
