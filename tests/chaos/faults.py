"""What goes wrong, by chance: each kind of trouble, one after the other and at the same time."""

import asyncio
from collections import Counter
from collections.abc import Callable
from random import Random

from tests.chaos.town import Place, Servers

FAILOVER_SECONDS = 40.0
"""About so long after a failover comes the next."""


class Faults:
    """Makes trouble until a moment, and puts everything right again."""

    def __init__(
        self, servers: Servers, places: list[Place], chance: Random, tell: Callable[[str], None]
    ) -> None:
        self._servers = servers
        self._places = places
        self._chance = chance
        self._tell = tell
        self.made: Counter[str] = Counter()

    async def run(self, seconds: float) -> None:
        """Make trouble for so long. Afterwards links are whole, all desks run, both servers are in step."""
        until = asyncio.get_running_loop().time() + seconds
        async with asyncio.TaskGroup() as group:
            for place in self._places:
                group.create_task(self._trouble(place, until))
            group.create_task(self._fail_over(until))

    async def _trouble(self, place: Place, until: float) -> None:
        kinds = {
            self._stall: 2,
            self._stall_answers: 3,
            self._cut: 3,
            self._reset: 3,
            self._slow: 2,
            self._kill: 2,
        }
        loop = asyncio.get_running_loop()
        while True:
            pause = self._chance.uniform(1, 8)
            if loop.time() + pause > until:
                return
            await asyncio.sleep(pause)
            (kind,) = self._chance.choices(list(kinds), list(kinds.values()))
            self.made[kind.__name__.strip("_")] += 1
            await kind(place)

    async def _stall(self, place: Place) -> None:
        for one in place.links:
            one.stall()
        await asyncio.sleep(self._chance.uniform(0.2, 5))
        for one in place.links:
            one.flow()

    async def _stall_answers(self, place: Place) -> None:
        """Acts are written, and nobody hears of it."""
        for one in place.links:
            one.stall_answers()
        await asyncio.sleep(self._chance.uniform(0.2, 5))
        for one in place.links:
            one.flow()

    async def _cut(self, place: Place) -> None:
        for one in place.links:
            await one.cut()
        await asyncio.sleep(self._chance.uniform(0.2, 5))
        for one in place.links:
            await one.listen()

    async def _reset(self, place: Place) -> None:
        for one in place.links:
            one.reset()

    async def _slow(self, place: Place) -> None:
        for one in place.links:
            one.delay = self._chance.uniform(0.01, 0.3)
        await asyncio.sleep(self._chance.uniform(1, 4))
        for one in place.links:
            one.delay = 0.0

    async def _kill(self, place: Place) -> None:
        await place.kill()
        await asyncio.sleep(self._chance.uniform(0.2, 3))
        await place.start()

    async def _fail_over(self, until: float) -> None:
        loop = asyncio.get_running_loop()
        while True:
            pause = FAILOVER_SECONDS * self._chance.uniform(0.5, 1)
            if loop.time() + pause > until:
                return
            await asyncio.sleep(pause)
            self.made["fail_over"] += 1
            await self._servers.fail_over(self._chance.uniform(0, 3))
            self._tell("the standby was promoted")
            await asyncio.sleep(self._chance.uniform(1, 5))
            await self._servers.old_comes_back()
            before = await self._servers.acts_on_standby()
            self._tell("the old primary came back")
            for place in self._places:
                if self._chance.random() < 0.5:
                    await self._reset(place)
            await asyncio.sleep(self._chance.uniform(2, 5))
            written = await self._servers.acts_on_standby() - before
            if written:
                self._places[0].faults.append(f"{written} acts were written on an old primary")
            await self._servers.make_standby_anew()
            self._tell("the old primary stands by")
