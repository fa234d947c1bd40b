"""Making and opening a centre on a server."""

import json
import secrets
from typing import Any
from uuid import uuid4

from asyncpg import Connection as DriverConnection
from asyncpg import InterfaceError, PostgresError
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from desktop.domain.acts import Act, Refusal, encode
from desktop.domain.centre import Centre
from desktop.store.making import INSTALLER, centre_row, check_version
from desktop.store.migrations.upgrade import upgrade
from desktop.store.postgres.accounts import ACCOUNT_CODE, NewOperator, scram_verifier
from desktop.store.postgres.address import Address
from desktop.store.postgres.engine import Way, address_of, connect_alone, engine_for, problem_of
from desktop.store.postgres.install import (
    SCHEMA,
    become_owner,
    install_code,
    make_tables,
    prepare_server,
)
from desktop.store.postgres.line import Telling
from desktop.store.postgres.store import PostgresStore, read_answer
from desktop.store.problems import StoreError
from desktop.store.tables import centre as centre_table
from desktop.store.verify import Report, verify

_ADD = "select add_operator($1, $2, $3, $4)"


async def make_postgres(
    url: str | URL | Address, centre: Centre, reference: Act, first: NewOperator | None = None
) -> None:
    """Make a centre in an empty database, with its reference data and first operator, in one transaction.

    The login in the URL must be a superuser's. StoreError `exists` when the database holds a centre already,
    or the server the first operator's login; `bad_login`, `bad_name`, `bad_password` for what is unfit.
    """
    verifier = None if first is None else scram_verifier(first.password)
    at = url if isinstance(url, Address) else address_of(url)
    connection = await connect_alone(at)
    try:
        async with connection.transaction():
            if await connection.fetchval("select to_regclass('kulkul.centre') is not null"):
                raise StoreError("exists", at.database)
            await prepare_server(connection)
            await become_owner(connection)
            await make_tables(connection)
            await install_code(connection)
            await _furnish(connection, centre, reference)
            if first is not None:
                roles = sorted(first.roles)
                await connection.execute(_ADD, first.login, first.name, roles, verifier)
    except PostgresError as error:
        if error.sqlstate == ACCOUNT_CODE:
            raise StoreError(str(error.args[0]), str(getattr(error, "detail", ""))) from error
        raise problem_of(error) from error
    except (OSError, InterfaceError) as error:
        raise problem_of(error) from error
    finally:
        await connection.close()


async def upgrade_server(url: str | URL | Address) -> None:
    """Bring a server's database to this program's schema and code, as a superuser, in one transaction.

    An empty database gets them whole, without a centre in it.
    """
    engine = engine_for(url)
    try:
        async with engine.begin() as connection:
            await connection.execute(text("select 1"))  # SQLAlchemy begins with the first statement
            driver: Any = (await connection.get_raw_connection()).driver_connection
            await prepare_server(driver)
            await become_owner(driver)
            await connection.run_sync(upgrade)
            await install_code(driver)
    except (DBAPIError, OSError, PostgresError, InterfaceError) as error:
        raise problem_of(error) from error
    finally:
        await engine.dispose()


async def _furnish(connection: "DriverConnection[Any]", centre: Centre, reference: Act) -> None:
    await connection.execute("insert into secret values ('digest', $1)", secrets.token_bytes(32))
    row = centre_row(centre)
    columns = ", ".join(row)
    places = ", ".join(f"${place}" for place in range(1, len(row) + 1))
    await connection.execute(f"insert into centre ({columns}) values ({places})", *row.values())
    answer = await connection.fetchval(
        "select submit_as($1, $2, $3::jsonb)",
        INSTALLER.login,
        sorted(INSTALLER.roles),
        json.dumps(encode(reference)),
    )
    outcome = read_answer(json.loads(answer))
    if isinstance(outcome, Refusal):
        raise ValueError(f"the city's reference data were refused: {outcome}")


async def open_postgres(
    url: str | URL | Address, *, workstation: str | None = None, version: str = "", epoch_seen: int = 0
) -> PostgresStore:
    """Open the centre in a server's database, as the login in the URL.

    `workstation`: its id, None for one that nobody comes back to. `epoch_seen`: the highest epoch of a server
    that this workstation ever had; one with a lower is refused.

    StoreError: `unreachable`, `sign_in`, `not_found`, `not_a_centre`, `newer` or `older` schema.
    """
    way = Way(url if isinstance(url, Address) else address_of(url), epoch_seen)
    engine = engine_for(url, way)
    try:
        async with engine.connect() as connection:
            centre = await connection.run_sync(_read_centre)
            login = (await connection.execute(text("select session_user"))).scalar_one()
    except Exception as error:
        await engine.dispose()
        if isinstance(error, StoreError):
            raise
        raise problem_of(error) from error
    telling = Telling(workstation or str(uuid4()), version)
    return PostgresStore(engine, centre, login, telling, epoch_seen)


async def verify_server(url: str | URL | Address) -> Report:
    """`verify` on a server, as a superuser: an operator may not read all of it."""
    engine = engine_for(url)
    try:
        async with engine.connect() as connection:
            await connection.execution_options(isolation_level="REPEATABLE READ")
            await connection.execute(text(f"set local search_path = {SCHEMA}"))
            return await connection.run_sync(verify)
    except (DBAPIError, OSError, PostgresError, InterfaceError) as error:
        raise problem_of(error) from error
    finally:
        await engine.dispose()


def _read_centre(connection: Connection) -> Centre:
    if not inspect(connection).has_table("centre"):
        raise StoreError("not_a_centre")
    check_version(connection)
    return Centre(**connection.execute(select(centre_table)).mappings().one())
