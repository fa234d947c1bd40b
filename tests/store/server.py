"""A private PostgreSQL server for tests: a socket in a folder of its own, no TCP, thrown away afterwards."""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy.engine import URL

from tests.domain.world import LOGINS

ADMIN = "postgres"
"""The server's superuser, whoever the system's user is."""


@dataclass(frozen=True)
class Server:
    """A running server. Whoever may enter `folder` is trusted as any login: these are tests."""

    folder: Path
    bin_folder: Path
    port: int = 5432

    def start(self) -> None:
        """Start the server and wait until it answers."""
        _run(
            self.bin_folder / "pg_ctl",
            "-D",
            self.folder / "data",
            "-w",
            "-s",
            "-l",
            self.folder / "log",
            "start",
        )

    def stop(self) -> None:
        """Stop the server as a power cut would: nothing is finished, nothing written down."""
        _run(self.bin_folder / "pg_ctl", "-D", self.folder / "data", "-w", "-s", "-m", "immediate", "stop")

    def url(self, database: str, login: str = ADMIN) -> URL:
        """Where a database is, for a login."""
        return URL.create("postgresql", username=login, database=database, query=self._place)

    @property
    def _place(self) -> dict[str, str]:
        port = {} if self.port == 5432 else {"port": str(self.port)}
        return {"host": str(self.folder), **port}


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL from 15 on, or None."""
    found = sorted(
        (int(folder.parent.name), folder)
        for folder in Path("/usr/lib/postgresql").glob("*/bin")
        if folder.parent.name.isdigit() and (folder / "initdb").exists() and (folder / "postgres").exists()
    )
    return found[-1][1] if found and found[-1][0] >= 15 else None


def needed() -> Path:
    """That folder. Skips the test where it is not installed."""
    found = binaries()
    if found is None:
        pytest.skip("no PostgreSQL from 15 on in /usr/lib/postgresql (apt install postgresql)")
    return found


def server_user() -> pwd.struct_passwd | None:
    """The user to run a server as: PostgreSQL refuses root. None: this process's own user will do."""
    if os.geteuid() != 0:
        return None
    for name in (ADMIN, "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("no user to run a server as")


@cache
def _initialised(bin_folder: Path) -> Path:
    """The data of a server as `initdb` leaves it, made once a process: to copy it is far quicker."""
    folder = Path(tempfile.mkdtemp(prefix="kulkul-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    user = server_user()
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    how = f"-U {ADMIN} -A trust -E UTF8 --locale=C.UTF-8 --no-sync"
    _run(bin_folder / "initdb", "-D", folder / "data", *how.split())
    return folder / "data"


@contextmanager
def running(
    bin_folder: Path,
    *,
    durable: bool = False,
    configured: Mapping[str, str] = {},
    prepare: Callable[[Path], None] | None = None,
) -> Iterator[Server]:
    """A new server; not `durable`: without waiting for the disk, as fits tests that kill no server.

    `configured`: more settings; `prepare` gets the folder of its data before it starts.
    """
    user = server_user()
    folder = Path(tempfile.mkdtemp(prefix="kulkul-pg-"))
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    data = folder / "data"
    settings = {
        "listen_addresses": "''",
        "unix_socket_directories": f"'{folder}'",
        "unix_socket_permissions": "0700",
        "shared_buffers": "64MB",
        "max_connections": "100",
        "autovacuum": "off",
        **({} if durable else {"fsync": "off", "full_page_writes": "off"}),
        **configured,
    }
    try:
        _run("cp", "-a", _initialised(bin_folder), data)
        with (data / "postgresql.conf").open("a", encoding="utf-8") as conf:
            conf.writelines(f"{name} = {value}\n" for name, value in settings.items())
        if prepare is not None:
            prepare(data)
        server = Server(folder, bin_folder, int(settings.get("port", "5432")))
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: object) -> None:
    user = server_user()
    subprocess.run(
        [str(word) for word in command],
        check=True,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        user=None if user is None else user.pw_uid,
        group=None if user is None else user.pw_gid,
        extra_groups=None if user is None else [],
    )


async def connect(server: Server, database: str, login: str = ADMIN) -> "asyncpg.Connection[Any]":
    """A plain connection to a test's database."""
    return await asyncpg.connect(host=str(server.folder), port=server.port, user=login, database=database)


async def administer(server: Server, database: str, *statements: str) -> None:
    """Do something as the superuser."""
    connection = await connect(server, database)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def drop(connection: "asyncpg.Connection[Any]", *databases: str, seconds: float = 10.0) -> list[str]:
    """Drop databases, whoever is in them. Those that took longer than so many seconds are given back.

    A server waits with it for each of its other processes, without end for one whose client reads nothing.
    """
    left = list[str]()
    await connection.execute(f"set statement_timeout = {seconds * 1000:.0f}")
    for name in databases:
        try:
            await connection.execute(f"drop database {name} with (force)")
        except asyncpg.QueryCanceledError:
            left.append(name)
    await connection.execute("reset statement_timeout")
    return left


async def drop_one(server: Server, database: str) -> None:
    """Drop a database. AssertionError where that was not possible."""
    connection = await connect(server, "postgres")
    try:
        assert not await drop(connection, database), f"somebody at the server reads nothing: {database}"
    finally:
        await connection.close()


async def staff(server: Server, database: str) -> None:
    """Give a new centre the tests' operators, and a login that is nobody's."""
    connection = await connect(server, database)
    try:
        await connection.execute('create role "nyoman" login in role kulkul_operator')
        for login, roles in LOGINS.items():
            await connection.execute(f'create role "{login}" login in role kulkul_operator')
            await connection.execute(
                "insert into kulkul.operator values ($1, $2, to_jsonb($3::text[]), 'a hash', now())",
                login,
                login.title(),
                sorted(roles),
            )
        await connection.execute("update kulkul.operator set removed_at = now() where login = 'gede'")
    finally:
        await connection.close()
