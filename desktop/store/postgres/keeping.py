"""What a person who keeps a centre on a server does with it from a terminal, each with one connection."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from asyncpg import InterfaceError, PostgresError
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desktop.domain.centre import Centre
from desktop.store.accounts import all_operators
from desktop.store.postgres.address import Address
from desktop.store.postgres.engine import connect_alone, engine_for, problem_of
from desktop.store.postgres.line import NO_DESK
from desktop.store.postgres.making import open_postgres
from desktop.store.submit_sqlite import Author

T = TypeVar("T")

_TROUBLES = (DBAPIError, OSError, PostgresError, InterfaceError)

_STATE = """
select current_setting('server_version') as version,
    current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int as connections,
    coalesce((select s.ssl from pg_stat_ssl s where s.pid = pg_backend_pid()), false) as encrypted,
    pg_is_in_recovery() as standby,
    clock_timestamp() as now
"""
_DESKS = "select kulkul.read_desks()::text"


@dataclass(frozen=True, slots=True)
class DeskThere:
    """A desk that a server heard of. `kept`: acts that it has still to deliver."""

    number: int
    login: str
    version: str
    seen_at: datetime
    kept: int


@dataclass(frozen=True, slots=True)
class ServerState:
    """How a server is. `connections`: how many it lets in; `clock_ahead`: of this machine's clock.

    `clock_doubt`: how much that may be wrong, for the answer took so long.
    """

    version: str
    connections: int
    encrypted: bool
    standby: bool
    clock_ahead: timedelta
    clock_doubt: timedelta
    desks: tuple[DeskThere, ...] | None
    """None for who may not see them."""


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """A centre on a server, and who may sign in."""

    centre: Centre
    operators: tuple[Author, ...]


async def change(address: Address, task: Callable[[Connection], T]) -> T:
    """Do something in one transaction, as the login in the address. StoreError when it fails."""
    engine = engine_for(address)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(task)
    except _TROUBLES as error:
        raise problem_of(error) from error
    finally:
        await engine.dispose()


async def read_facts(address: Address) -> ServerFacts:
    """The centre and its operators. StoreError as `open_postgres` has it."""
    store = await open_postgres(address, workstation=NO_DESK)
    try:
        return ServerFacts(store.centre, await store.read(all_operators))
    finally:
        await store.close()


async def read_state(address: Address) -> ServerState:
    """How the server is, also when no centre is on it. StoreError when it does not let the login in."""
    connection = await connect_alone(address)
    try:
        began, wall = time.monotonic(), time.time()
        found = await connection.fetchrow(_STATE)
        took = time.monotonic() - began
        assert found is not None
        ahead = found["now"].timestamp() - (wall + took / 2)
        return ServerState(
            version=found["version"],
            connections=found["connections"],
            encrypted=found["encrypted"],
            standby=found["standby"],
            clock_ahead=timedelta(seconds=ahead),
            clock_doubt=timedelta(seconds=took / 2),
            desks=await _desks(connection),
        )
    except (OSError, PostgresError, InterfaceError) as error:
        raise problem_of(error) from error
    finally:
        await connection.close()


async def _desks(connection: Any) -> tuple[DeskThere, ...] | None:
    if not await connection.fetchval("select to_regprocedure('kulkul.read_desks()') is not null"):
        return None
    told = await connection.fetchval(_DESKS)
    if told is None:
        return None
    return tuple(
        DeskThere(
            one["number"],
            one["login"],
            one["version"],
            datetime.fromisoformat(one["seen_at"]),
            one["kept"],
        )
        for one in json.loads(told)
    )
