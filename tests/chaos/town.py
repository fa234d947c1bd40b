"""A centre with two servers and some workstations, each behind links of its own that can be broken."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.domain.reference import Role
from desktop.store.postgres.making import make_postgres
from tests.chaos.desk import Workstation, started
from tests.domain.world import CENTRE, fleet, reference
from tests.store.proxy import Proxy
from tests.store.server import Server, administer, connect
from tests.store.standby import (
    kill,
    lose_sight,
    promote,
    rebuild,
    wait_until_in_step,
)

DATABASE = "centre"
REAL = replace(CENTRE, training=False)
_ROLES = sorted({Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR})


@dataclass
class Place:
    """A workstation: its process, and its links to both servers."""

    told: Workstation
    links: tuple[Proxy, ...]
    runs: int = 0
    process: asyncio.subprocess.Process | None = None
    faults: list[str] = field(default_factory=list)

    async def start(self) -> None:
        """Start it, as a person who comes back would."""
        told = replace(self.told, seed=f"{self.told.seed} {self.runs}")
        self.runs += 1
        pipe = asyncio.subprocess.PIPE
        self.process = await asyncio.create_subprocess_exec(*started(told), stdin=pipe, stdout=pipe)

    async def kill(self) -> None:
        """End it with -9."""
        assert self.process is not None
        if self.process.returncode is not None:
            self.faults.append(f"a desk ended by itself: {self.process.returncode}")
            return
        self.process.kill()
        await self.process.wait()

    async def tell(self, order: str, answer: str, seconds: float) -> None:
        """Give an order and wait for its answer; that none comes is a fault."""
        assert self.process is not None
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{order}\n".encode())
        try:
            async with asyncio.timeout(seconds):
                said = (await self.process.stdout.readline()).decode().strip()
        except TimeoutError:
            said = "nothing"
        if said != answer:
            self.faults.append(f"told to {order}, a desk said {said!r}")

    async def end(self) -> None:
        """Wait until it has ended."""
        assert self.process is not None
        try:
            async with asyncio.timeout(20):
                await self.process.wait()
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
        if self.process.returncode != 0:
            self.faults.append(f"a desk ended with {self.process.returncode}")


@dataclass
class Servers:
    """The primary and its standby, which change places at each failover.

    `both`: each act is on both disks before it is confirmed, as long as there are two. Else what was
    confirmed last may be lost with the primary.
    """

    primary: Server
    standby: Server
    both: bool

    async def furnish(self, logins: Sequence[str]) -> None:
        """Make the centre, with its operators."""
        await administer(self.primary, "postgres", f"create database {DATABASE}")
        await make_postgres(self.primary.url(DATABASE), REAL, reference())
        connection = await connect(self.primary, DATABASE)
        try:
            for login in logins:
                await connection.execute(f'create role "{login}" login in role kulkul_operator')
                await connection.execute(
                    "insert into kulkul.operator values ($1, $1, to_jsonb($2::text[]), null, now())",
                    login,
                    _ROLES,
                )
            await connection.execute("set search_path = kulkul")
            # The units come with an act of the installer's.
            await connection.execute("select submit_as('installer', '{administrator}', $1::jsonb)", _units())
        finally:
            await connection.close()

    async def wait_for_both(self) -> None:
        """From now on an act is confirmed when both have it."""
        await asyncio.to_thread(wait_until_in_step, self.standby, self.primary)
        await self._confirm_with("*" if self.both else "", self.primary)
        await self._confirm_with("", self.standby)

    async def fail_over(self, pause: float) -> None:
        """Kill the primary and promote its standby, which may know nothing of the last second."""
        if not self.both:
            await asyncio.to_thread(lose_sight, self.standby)
            await asyncio.sleep(1)
        await asyncio.to_thread(kill, self.primary)
        await asyncio.sleep(pause)
        await asyncio.to_thread(promote, self.standby)
        self.primary, self.standby = self.standby, self.primary

    async def old_comes_back(self) -> None:
        """Start what was the primary before: it takes changes, and confirms them by itself."""
        with (self.standby.folder / "data" / "postgresql.auto.conf").open("a", encoding="utf-8") as conf:
            conf.write("synchronous_standby_names = ''\n")
        await asyncio.to_thread(self.standby.start)

    async def make_standby_anew(self) -> None:
        """Let what was the primary follow the new one."""
        await asyncio.to_thread(kill, self.standby)
        await asyncio.to_thread(rebuild, self.standby, self.primary)
        await self.wait_for_both()

    async def acts_on_standby(self) -> int:
        """How many acts the other server has."""
        connection = await connect(self.standby, DATABASE)
        try:
            count: int = await connection.fetchval("select count(*) from kulkul.act")
            return count
        finally:
            await connection.close()

    async def _confirm_with(self, names: str, server: Server) -> None:
        await administer(
            server,
            "postgres",
            f"alter system set synchronous_standby_names = '{names}'",
            "select pg_reload_conf()",
        )


def _units() -> str:
    import json

    from desktop.domain.acts import encode

    act = fleet()
    more = tuple(
        replace(act.changes[0], row=f"E{place}", values={**act.changes[0].values, "call_sign": f"E{place}"})
        for place in range(4, 9)
    )
    return json.dumps(encode(replace(act, changes=act.changes + more)))


@asynccontextmanager
async def places(
    servers: Servers, folder: Path, logins: Sequence[Sequence[str]], seed: int, pause: float
) -> AsyncIterator[list[Place]]:
    """Workstations, not started; in the end their links are closed and what still runs is killed."""
    made: list[Place] = []
    both = (servers.primary, servers.standby)
    try:
        for number, own in enumerate(logins):
            links = tuple(Proxy(one.folder / ".s.PGSQL.5432") for one in both)
            for one in links:
                await one.listen()
            home = folder / f"place{number}"
            home.mkdir()
            hosts = ",".join(f"127.0.0.1:{one.port}" for one in links)
            url = f"postgresql://{hosts}/{DATABASE}"
            made.append(Place(Workstation(url, str(home), tuple(own), f"{seed} {number}", pause), links))
        yield made
    finally:
        for place in made:
            if place.process is not None and place.process.returncode is None:
                place.process.kill()
                await place.process.wait()
            for one in place.links:
                one.flow()
                await one.close()
