"""What becomes of databases that no test needs any more."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
import pytest

from tests.store.server import ADMIN, Server, administer, connect, drop, drop_one

MUCH = "select repeat('x', 1000) from generate_series(1, 10000)"


@contextmanager
def reading_nothing(server: Server, database: str) -> Iterator[socket.socket]:
    """A client who asked for more than fits between him and the server."""
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(f"{server.folder}/.s.PGSQL.{server.port}")
        start = f"user\0{ADMIN}\0database\0{database}\0\0".encode()
        client.sendall(_message(struct.pack("!I", 3 << 16) + start))
        client.sendall(b"Q" + _message(f"{MUCH}\0".encode()))
        yield client


def _message(body: bytes) -> bytes:
    return struct.pack("!I", len(body) + 4) + body


async def test_who_reads_nothing_holds_up_no_drop_for_ever(server: Server) -> None:
    await administer(server, "postgres", "create database unread", "create database unneeded")
    connection = await connect(server, "postgres")
    busy = "select count(*) from pg_stat_activity where datname = 'unread' and wait_event = 'ClientWrite'"
    with reading_nothing(server, "unread"):
        while not await connection.fetchval(busy):
            pass
        assert await drop(connection, "unneeded", seconds=0.3) == ["unneeded"]
    assert await drop(connection, "unread", "unneeded") == []
    await connection.close()
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await drop_one(server, "unneeded")
