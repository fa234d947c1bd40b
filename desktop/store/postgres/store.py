"""A centre on a PostgreSQL server."""

import asyncio
import json
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from desktop.domain.acts import Act, Refusal, Result, encode
from desktop.domain.centre import Centre
from desktop.domain.form import unfit
from desktop.domain.presence import LooksAt, Pulse
from desktop.store import journal
from desktop.store.postgres.accounts import change_password
from desktop.store.postgres.board import statement_for
from desktop.store.postgres.engine import Way
from desktop.store.postgres.epochs import Epochs
from desktop.store.postgres.lane import Driver, Lane
from desktop.store.postgres.line import Line, Telling
from desktop.store.problems import StoreError
from desktop.store.queries_live import WholeBoard
from desktop.store.store import LookUp, Notice
from desktop.store.submit_sqlite import Author

T = TypeVar("T")

_SUBMIT = "select kulkul.submit($1::text::jsonb)::text"
_END_FORMER = "select kulkul.end_former($1)"
_RESUBMIT = "select kulkul.resubmit($1::text::jsonb, $2::text::jsonb)::text"


@dataclass(frozen=True, slots=True)
class Entered:
    """A centre and who signed in to it; `author` None for a login that is no operator's."""

    centre: Centre
    login: str
    author: Author | None


class PostgresStore:
    """See `desktop.store.store.Store`. The server judges and writes acts; their author is who signed in.

    Three connections: one hears, beats and reads what the board needs at once; one writes; one looks up what
    may take long.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        way: Way,
        entered: Entered,
        telling: Telling,
        epochs: Epochs,
    ) -> None:
        self._engine = engine
        self._way = way
        self._centre = centre = entered.centre
        self._login = entered.login
        self._entered = entered
        self._epochs = epochs
        self._line = Line(engine, telling, self._cut_the_others, lambda epoch: epochs.judge(centre.id, epoch))
        self._writes = Lane(engine, "READ COMMITTED", opened=self._writes_opened)
        self._ways: tuple[str, ...] = ()
        self._look_ups = Lane(engine, "REPEATABLE READ")
        self._working: set[asyncio.Future[Any]] = set()

    @property
    def centre(self) -> Centre:
        """See `Store`."""
        return self._centre

    @property
    def author(self) -> Author:
        """Who signed in, as the server said then. StoreError `sign_in` for a login that is no operator's."""
        if self._entered.author is None:
            raise StoreError("sign_in", self._login)
        return self._entered.author

    async def begin(self, since: datetime) -> None:
        """Open the connection that hears, beats and reads the board, and read it at once. StoreError.

        `since`: from when on closed incidents are on the board, the city's midnight.
        """
        await self._line.begin(since)

    async def submit(self, act: Act, author: Author) -> Result | Refusal:
        """See `Store`. StoreError `sign_in` for an author who did not sign in here."""
        return await self._submit(_SUBMIT, act, author)

    async def resubmit(
        self, act: Act, author: Author, said: Mapping[str, tuple[date, int]]
    ) -> Result | Refusal:
        """`submit` of what a server confirmed that is gone. `said`: the numbers that were told to people, by
        incident; one is given again where it is free.
        """
        return await self._submit(_RESUBMIT, act, author, journal.numbers_json(said))

    @property
    def ways(self) -> tuple[str, ...]:
        """Secrets of the connections over which an act that was not answered may still come there."""
        return self._ways

    async def end_ways(self, ways: Sequence[str]) -> None:
        """Let nothing more come there over those connections. StoreError when that is not certain."""
        for one in ways:
            if one not in self._ways:  # they are ended before anything is written over a new one
                await self._finish(self._writes.ask(_END_FORMER, one))

    async def _writes_opened(self, driver: Driver) -> None:
        """Before anything is sent over a new connection, end those that were lost: what is held up on one
        may not come later than its repetition.
        """
        for one in self._ways:
            await driver.fetchval(_END_FORMER, one)
        self._ways = (getattr(driver, "secret", ""),)

    async def _submit(self, statement: str, act: Act, author: Author, *more: object) -> Result | Refusal:
        if author.login != self._login:
            raise StoreError("sign_in", author.login)
        problem = unfit(act)
        if problem is not None:
            return problem
        answer, _ = await self._finish(
            self._writes.ask(statement, json.dumps(encode(act)), *(json.dumps(one) for one in more))
        )
        return read_answer(json.loads(answer))

    async def read(self, query: Callable[[Connection], T]) -> T:
        """See `Store`."""
        lane = self._line.lane
        if isinstance(query, LookUp):
            lane, query = self._look_ups, query.query
        statement = statement_for(query)
        if statement is None:
            return await self._finish(lane.run(query))
        if isinstance(query, WholeBoard) and (begun := self._line.take_board(query.since)) is not None:
            return statement.read(begun)
        answer, _ = await self._finish(lane.ask(statement.text, *statement.values))
        return statement.read(answer)

    async def write(self, task: Callable[[Connection], T]) -> T:
        """See `Store`."""
        return await self._finish(self._writes.run(task))

    async def change_password(self, author: Author, password: str) -> None:
        """See `Store`. New connections are made with it. StoreError also `sign_in` for another's."""
        if author.login != self._login:
            raise StoreError("sign_in", author.login)
        await self.write(lambda connection: change_password(connection, password))
        self._way.renew(password)

    async def wait_for_news(self) -> Notice:
        """See `Store`. StoreError also `old_primary` and `sign_in`, when the login was shut."""
        return await self._line.wait()

    @property
    def pulse(self) -> Pulse | None:
        """See `Store`."""
        return self._line.pulse

    @property
    def highest_epoch(self) -> int:
        """The highest epoch of all servers that answered; a server with a lower one is refused."""
        return self._epochs.highest(self._centre.id)

    def look_at(self, looks_at: LooksAt | None) -> None:
        """See `Store`."""
        self._line.tell(looks_at=looks_at)

    def tell_kept(self, kept: int, since: datetime | None) -> None:
        """See `Store`."""
        self._line.tell(kept=kept, kept_since=since)

    async def close(self) -> None:
        """See `Store`."""
        while self._working:
            await asyncio.wait(self._working)
        await self._line.close()
        await self._writes.close()
        await self._look_ups.close()
        await self._engine.dispose()

    def _cut_the_others(self) -> None:
        """They go to the same server: what waits there would wait until the system gives up, many minutes."""
        self._writes.cut()
        self._look_ups.cut()

    async def _finish(self, begun: Coroutine[Any, Any, T]) -> T:
        """Let what was begun come to its end, also when nobody waits for it any more."""
        work = asyncio.ensure_future(begun)
        self._working.add(work)
        work.add_done_callback(self._working.discard)
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            work.add_done_callback(_ended_unheard)
            raise


def _ended_unheard(work: asyncio.Future[Any]) -> None:
    """An outage that nobody hears of is no fault; a bug is one all the same."""
    error = None if work.cancelled() else work.exception()
    if error is not None and not isinstance(error, StoreError):
        fault = {"message": "what nobody waits for failed", "exception": error}
        work.get_loop().call_exception_handler(fault)


def read_answer(answer: dict[str, Any]) -> Result | Refusal:
    """The answer of the server's submit."""
    refused = answer.get("refused")
    if refused is not None:
        return Refusal(**refused)
    return Result(
        act=answer["act"],
        sequence=answer["sequence"],
        recorded_at=datetime.fromisoformat(answer["recorded_at"]),
        numbers={row: (date.fromisoformat(day), number) for row, (day, number) in answer["numbers"].items()},
        again=answer["again"],
    )
