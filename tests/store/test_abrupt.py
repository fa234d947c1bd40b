"""A server that says farewell between two statements: the connection stands, and takes nothing more."""

import asyncio
import struct

import pytest

from desktop.store.postgres.engine import connect_alone, engine_for
from desktop.store.postgres.lane import Lane
from desktop.store.problems import StoreError


def _message(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("!i", len(body) + 4) + body


WELCOME = b"".join(
    (
        _message(b"R", struct.pack("!i", 0)),
        _message(b"S", b"server_version\x0015.1\x00"),
        _message(b"S", b"client_encoding\x00UTF8\x00"),
        _message(b"K", struct.pack("!ii", 1, 1)),
        _message(b"Z", b"I"),
    )
)
FAREWELL = _message(b"E", b"SFATAL\x00VFATAL\x00C57P01\x00Mterminating connection\x00\x00")


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(1000)
    writer.write(WELCOME + FAREWELL)
    await reader.read()
    writer.close()


async def test_a_farewell_between_two_statements_is_an_outage() -> None:
    server = await asyncio.start_server(_serve, "127.0.0.1", 0)
    url = f"postgresql://ani@127.0.0.1:{server.sockets[0].getsockname()[1]}/centre"
    engine = engine_for(url)
    lane = Lane(engine, "READ COMMITTED")
    try:
        with pytest.raises(StoreError) as caught:
            await connect_alone(url)
        assert caught.value.code == "unreachable"
        with pytest.raises(StoreError) as caught:
            await lane.open()
        assert caught.value.code == "unreachable"
        assert not lane.is_open()
    finally:
        await lane.close()
        await engine.dispose()
        server.close()
        await asyncio.sleep(0.05)
