"""A way to a private server that can be made slow, silent or broken. Loopback only."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from sqlalchemy.engine import URL

from tests.store.server import Server

_CHUNK = 65_536
Packets: TypeAlias = "asyncio.Queue[tuple[float, bytes]]"


class Proxy:
    """Listens on a port of its own and hands on to a server's socket, both ways."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._listener: asyncio.Server | None = None
        self._links: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._flows, self._answers = asyncio.Event(), asyncio.Event()
        self._held: list[asyncio.Event] = []
        self.flow()
        self.delay = 0.0
        """Seconds that each packet takes longer, in each direction."""
        self.port = 0
        self.taken = 0
        """How many connections came."""
        self.turns = 0
        """How often something went there after what had come back: the ways that one who asks waits for."""
        self._answered = True

    async def listen(self) -> None:
        """Take connections, on the same port as before."""
        self._listener = await asyncio.start_server(self._take, "127.0.0.1", self.port)
        self.port = self._listener.sockets[0].getsockname()[1]

    def stall(self) -> None:
        """Let packets vanish: connections stand, new ones are taken, nothing arrives."""
        self._flows.clear()
        self.stall_answers()

    def stall_answers(self) -> None:
        """Let what the server says vanish; it hears everything."""
        self._answers.clear()

    def hold(self) -> None:
        """Hold up what goes over the connections that there are, also once they are given up; new ones
        flow.
        """
        self.stall()
        self._held += [self._flows, self._answers]
        self._flows, self._answers = asyncio.Event(), asyncio.Event()
        self.flow()

    def let_go(self) -> None:
        """Let arrive what was held up."""
        for one in self._held:
            one.set()
        self._held.clear()

    def refuse(self) -> None:
        """Take no new connection until `listen`; those that there are stand."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def flow(self) -> None:
        """Let packets arrive again."""
        self._flows.set()
        self._answers.set()

    def reset(self) -> None:
        """Break all connections that there are."""
        for link in tuple(self._links):
            link.transport.abort()

    async def cut(self) -> None:
        """Break all connections and take no new one until `listen`."""
        self.refuse()
        self.reset()

    async def close(self) -> None:
        """Break everything and wait until it has ended."""
        await self.cut()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def url(self, database: str, login: str) -> URL:
        """Where a database is, for a login, by this way."""
        return URL.create("postgresql", username=login, host="127.0.0.1", port=self.port, database=database)

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.taken += 1
        self._links.add(writer)
        try:
            there_reader, there_writer = await asyncio.open_unix_connection(self._socket)
        except OSError:  # nobody listens there
            self._links.discard(writer)
            writer.transport.abort()
            return
        if writer.is_closing():  # broken meanwhile
            there_writer.transport.abort()
            return
        ways = ((reader, there_writer, self._flows, False), (there_reader, writer, self._answers, True))
        for source, target, flows, answers in ways:
            self._links.add(target)
            task = asyncio.get_running_loop().create_task(self._hand_on(source, target, flows, answers))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _hand_on(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, flows: asyncio.Event, answers: bool
    ) -> None:
        packets: Packets = asyncio.Queue()
        sending = asyncio.get_running_loop().create_task(self._send(packets, target, flows))
        loop = asyncio.get_running_loop()
        try:
            with suppress(OSError):
                while data := await source.read(_CHUNK):
                    self.turns += self._answered and not answers
                    self._answered = answers
                    packets.put_nowait((loop.time() + self.delay, data))
            packets.put_nowait((loop.time() + self.delay, b""))
            with suppress(OSError):
                await sending  # what was sent before the end arrives
        finally:
            sending.cancel()
            self._links.discard(target)
            target.transport.abort()

    async def _send(self, packets: "Packets", target: asyncio.StreamWriter, flows: asyncio.Event) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due, data = await packets.get()
            await asyncio.sleep(max(0.0, due - loop.time()))
            await flows.wait()
            if not data:
                return
            target.write(data)
            await target.drain()


@asynccontextmanager
async def proxied(server: Server) -> AsyncIterator[Proxy]:
    """A way to a server, closed in the end."""
    made = Proxy(server.folder / ".s.PGSQL.5432")
    await made.listen()
    try:
        yield made
    finally:
        await made.close()
