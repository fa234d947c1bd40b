"""The connection over which the server is heard: notifications, the heartbeat, and what is read at once."""

import asyncio
import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from desktop.domain.ids import UUID_FORM
from desktop.domain.presence import DeskSeen, LooksAt, Pulse
from desktop.domain.reference import Role
from desktop.domain.restores import Restored
from desktop.store.postgres.engine import CONNECT_SECONDS, Endable
from desktop.store.postgres.lane import Driver, Lane
from desktop.store.postgres.meta import CHANNEL
from desktop.store.problems import StoreError
from desktop.store.store import Notice

BEAT_SECONDS = 0.5
GIVE_UP_SECONDS = 1.2
"""After so long without an answer the connection counts as dead: with a beat's pause below two seconds."""
GIVE_UP_BEATS = 3
"""The same on a slow way, in times of the last beat that was answered; at most `GIVE_UP_MOST` seconds."""
GIVE_UP_MOST = 3.0
ANSWER_SECONDS = 1.9
"""The same for what is read: no pause comes before it. On a slow way it is `TO_AND_FRO` beats' time."""
TO_AND_FRO = 6
"""How often a statement that is new to a connection goes to the server and back, with its types."""
ASKED_BEATS = 4
"""The same for one statement by itself: at first it goes there and back twice."""
TOGETHER_SECONDS = 0.01
"""Notifications that come so soon after one that was passed on are passed on together."""
OPEN_SECONDS = (1.0, 2.0, 15.0)
"""How long the tries to connect again may take, in turn: packets may vanish, and a far server is slow."""
OPEN_BEATS = 14
"""On a way that was slow they may all take so many beats' time: as often something goes there and back."""
_PREPARED = 2
"""How often a statement without types of its own goes there and back when it is asked first."""
IDS_AT_ONCE = 500
WHOLE_BEATS = 8
"""Every so many beats a desk asks for all others; between them only for those of whom something changed."""

NO_DESK = ""
"""In place of a workstation: a command, which gets no number and which the desks do not see."""

_ID = re.compile(UUID_FORM)
_BEAT = "select kulkul.heartbeat($1::text::jsonb)::text"
_BEGIN = "select beat::text, board::text from kulkul.begin_desk($1::text::jsonb, $2)"


@dataclass(frozen=True, slots=True)
class Telling:
    """What a desk tells the others with its heartbeat."""

    workstation: str
    version: str
    kept: int = 0
    kept_since: datetime | None = None
    looks_at: LooksAt | None = None
    signs_in: bool = False
    """Whether the operator has just signed in: with the first heartbeat, once."""


class Line:
    """Hears what the server says, and notices when it says nothing more."""

    def __init__(
        self,
        engine: AsyncEngine,
        telling: Telling,
        on_lost: Callable[[], None],
        judge: Callable[[int], None],
    ) -> None:
        """`judge`: StoreError `old_primary` for a server with that epoch."""
        self.lane = Lane(engine, "REPEATABLE READ", answer_within=ANSWER_SECONDS, opened=self._opened)
        self._on_lost = on_lost
        self._judge = judge
        self.telling = telling
        self.pulse: Pulse | None = None
        self._woken = asyncio.Event()
        self._ids: dict[str, None] = {}
        self._gap = False
        self._was_open = False
        self._trouble: StoreError | None = None
        self._passed_on = 0.0
        self._tries = 0
        self._took = 0.0
        self._beats: asyncio.Task[None] | None = None
        self._beat_now = asyncio.Event()
        self._others = Others()
        self._board_since: datetime | None = None
        self._board: tuple[datetime, str] | None = None

    async def begin(self, since: datetime) -> None:
        """Open the connection and read the board, with what closed `since`, by one statement. StoreError."""
        self._board_since = since
        try:
            await self.lane.open(CONNECT_SECONDS)
        finally:
            self._board_since = None

    def take_board(self, since: datetime) -> str | None:
        """The answer for the board that `begin` read, once: it is of that moment."""
        board, self._board = self._board, None
        return board[1] if board is not None and board[0] == since else None

    async def wait(self) -> Notice:
        """See `Store.wait_for_news`."""
        if not self.lane.is_open():
            within = max(OPEN_SECONDS[self._tries % len(OPEN_SECONDS)], OPEN_BEATS * self._took)
            self._tries += 1
            await self.lane.open(within)
        await self._woken.wait()
        if self._ids and not self._gap:
            loop = asyncio.get_running_loop()
            if loop.time() - self._passed_on < TOGETHER_SECONDS:
                await asyncio.sleep(TOGETHER_SECONDS)
            self._passed_on = loop.time()
        self._woken.clear()
        trouble, self._trouble = self._trouble, None
        if trouble is not None:
            raise trouble
        gap, self._gap = self._gap or len(self._ids) > IDS_AT_ONCE, False
        ids, self._ids = tuple(self._ids), {}
        return Notice(everything=True) if gap else Notice(acts=ids)

    def tell(self, **values: Any) -> None:
        """Tell the others something with a beat at once."""
        telling = replace(self.telling, **values)
        if telling != self.telling:
            self.telling = telling
            self._beat_now.set()

    async def close(self) -> None:
        """Beat and hear no more."""
        if self._beats is not None:
            self._beats.cancel()
            with suppress(asyncio.CancelledError):
                await self._beats
        await self.lane.close()

    async def _opened(self, driver: Driver) -> None:
        driver.add_termination_listener(self._lost)
        self._others = Others()
        if self._board_since is not None:
            await self._begun(driver, self._board_since)
        else:
            began = asyncio.get_running_loop().time()
            await driver.add_listener(CHANNEL, self._heard)
            took = asyncio.get_running_loop().time() - began
            # The first beat does not tell: it is prepared, which takes twice the time of the others.
            self._take(await driver.fetchval(_BEAT, self._words()), took)
        self.telling = replace(self.telling, signs_in=False)
        self._trouble, self._tries = None, 0
        if self._was_open:
            self._gap = True
        self._was_open = True
        self._woken.set()
        if self._beats is None or self._beats.done():
            self._beats = asyncio.get_running_loop().create_task(self._beat_on(), name="heartbeat")

    async def _begun(self, driver: Driver, since: datetime) -> None:
        """Listen, beat and read the board at once."""
        assert isinstance(driver, Endable)
        began = asyncio.get_running_loop().time()
        driver.listens = True  # before it does: what it hears from then on is not lost
        await driver.add_listener(CHANNEL, self._heard)
        answer = await driver.fetchrow(_BEGIN, self._words(), since)
        assert answer is not None
        self._take(answer["beat"], (asyncio.get_running_loop().time() - began) / _PREPARED)
        self._board = since, answer["board"]

    def _heard(self, _driver: object, _pid: int, _channel: str, act: object) -> None:
        if _ID.fullmatch(str(act)):  # anybody may notify anything
            self._ids[str(act)] = None
            self._woken.set()

    def _lost(self, *_: object) -> None:
        self._trouble = self._trouble or StoreError("unreachable", "the connection was lost")
        self._woken.set()
        self._on_lost()

    async def _beat_on(self) -> None:
        while self.lane.is_open():
            self._beat_now.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT_SECONDS):
                    await self._beat_now.wait()
            if not self.lane.is_open():
                return
            try:
                within = min(max(GIVE_UP_SECONDS, GIVE_UP_BEATS * self._took), GIVE_UP_MOST)
                self._take(*await self.lane.ask(_BEAT, self._words(), within=within))
            except StoreError as error:
                self._give_up(error)
            except Exception as error:
                fault = {"message": "the heartbeat failed", "exception": error}
                asyncio.get_running_loop().call_exception_handler(fault)
                self._give_up(StoreError("unreachable", "the heartbeat failed"))  # nobody would hear the end

    def _give_up(self, trouble: StoreError) -> None:
        self._trouble = trouble
        self.lane.cut()
        self._woken.set()

    def _words(self) -> str:
        told = self.telling
        looks = told.looks_at
        return json.dumps(
            {
                "workstation": told.workstation or None,
                "version": told.version,
                "signs_in": told.signs_in,
                "kept": told.kept,
                "kept_since": None if told.kept_since is None else told.kept_since.isoformat(),
                "desks_after": self._others.known_to,
                "looks_at": None if looks is None else {"incident": looks.incident, "field": looks.field},
            }
        )

    def _take(self, answer: str, took: float) -> None:
        self._took = took
        self.lane.answer_within = max(ANSWER_SECONDS, TO_AND_FRO * took)
        self.lane.ask_within = max(ANSWER_SECONDS, ASKED_BEATS * took)
        told = json.loads(answer)
        pulse = pulse_of(told, self._others.take(told), took)
        self._judge(pulse.epoch)
        before, self.pulse = self.pulse, pulse
        if before is None or before.said != pulse.said:
            self._woken.set()


class Others:
    """The other desks, of which a server tells what changed, and every few beats all."""

    def __init__(self) -> None:
        self._desks: dict[tuple[str, str], DeskSeen] = {}
        self._at: int | None = None
        self._beats = 0

    @property
    def known_to(self) -> int | None:
        """Up to which revision they are known; None to be told all."""
        return self._at if self._beats % WHOLE_BEATS else None

    def take(self, answer: Mapping[str, Any]) -> tuple[DeskSeen, ...]:
        """All of them, with what an answer to a heartbeat tells."""
        told = {(one["workstation"], one["login"]): _desk(one) for one in answer["desks"]}
        changed = answer.get("whole") is False
        self._desks = {**self._desks, **told} if changed else told
        self._at = answer.get("desks_at")
        self._beats += 1
        return tuple(sorted(self._desks.values(), key=lambda one: (one.number, one.login)))


def pulse_of(answer: Mapping[str, Any], others: tuple[DeskSeen, ...], took: float) -> Pulse:
    """The server's answer to a heartbeat, after so many seconds."""
    known = set(Role)
    return Pulse(
        answered_at=datetime.now(UTC),
        now=datetime.fromisoformat(answer["now"]),
        epoch=answer["epoch"],
        accounts=answer["accounts"],
        roles=frozenset(Role(one) for one in answer["roles"] if one in known),
        removed=answer["removed"],
        number=answer["number"],
        desks=others,
        schema=answer.get("schema") or "",
        restored=_restored(answer.get("restored")),
        took=took,
    )


def _restored(told: Mapping[str, Any] | None) -> Restored | None:
    if told is None:
        return None
    times = {name: told[name] and datetime.fromisoformat(told[name]) for name in ("at", "state_of")}
    return Restored(**{**told, **times})


def _desk(told: Mapping[str, Any]) -> DeskSeen:
    since, looks = told["kept_since"], told["looks_at"]
    return DeskSeen(
        workstation=told["workstation"],
        login=told["login"],
        number=told["number"],
        version=told["version"],
        seen_at=datetime.fromisoformat(told["seen_at"]),
        kept=told["kept"],
        kept_since=None if since is None else datetime.fromisoformat(since),
        looks_at=None if looks is None else LooksAt(looks["incident"], looks["field"]),
    )
