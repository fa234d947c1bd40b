"""Making and opening a centre on a server."""

import json
import secrets
from datetime import datetime
from typing import Any
from uuid import uuid4

from asyncpg import Connection as DriverConnection
from asyncpg import InterfaceError, PostgresError
from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from desktop.domain.acts import Act, Refusal, encode
from desktop.domain.centre import Centre
from desktop.store import migrations
from desktop.store.accounts import author_from
from desktop.store.making import INSTALLER, centre_row, check_version, schema_version
from desktop.store.migrations.upgrade import upgrade
from desktop.store.postgres.accounts import ACCOUNT_CODE, NewOperator, scram_verifier
from desktop.store.postgres.address import Address
from desktop.store.postgres.engine import Told, Way, address_of, connect_alone, engine_for, problem_of
from desktop.store.postgres.epochs import Epochs
from desktop.store.postgres.install import (
    SCHEMA,
    become_owner,
    install_code,
    make_tables,
    prepare_server,
)
from desktop.store.postgres.line import Telling
from desktop.store.postgres.store import Entered, PostgresStore, read_answer
from desktop.store.problems import StoreError
from desktop.store.verify import Report, verify

UPGRADE_WAIT = "3s"
"""How long an upgrade waits for each of the tables and views: what desks do takes milliseconds."""
UPGRADE_TRIES = 3

_ADD = "select add_operator($1, $2, $3, $4)"


async def make_postgres(
    url: str | URL | Address, centre: Centre, reference: Act, first: NewOperator | None = None
) -> None:
    """Make a centre in an empty database, with its reference data and first operator, in one transaction.

    The login in the URL must be a superuser's. StoreError `not_superuser` for another; `exists` when the
    database holds a centre already, or the server the first operator's login; `bad_login`, `bad_name`,
    `bad_password` for what is unfit.
    """
    verifier = None if first is None else scram_verifier(first.password)
    at = url if isinstance(url, Address) else address_of(url)
    connection = await connect_alone(at)
    try:
        async with connection.transaction():
            if await connection.fetchval("select to_regclass('kulkul.centre') is not null"):
                raise StoreError("exists", at.database)
            await check_installer(connection)
            await prepare_server(connection)
            await become_owner(connection)
            await make_tables(connection)
            await install_code(connection)
            await _furnish(connection, centre, reference)
            if first is not None:
                roles = sorted(first.roles)
                await connection.execute(_ADD, first.login, first.name, roles, verifier)
    except (OSError, PostgresError, InterfaceError) as error:
        raise _installing_problem(error) from error
    finally:
        await connection.close()


async def upgrade_server(url: str | URL | Address) -> None:
    """Bring a server's database to this program's schema and code, as a superuser, in one transaction.

    An empty database gets them whole, without a centre in it. Desks may be at work: they wait a moment.
    StoreError `newer`, `not_superuser`, `busy` when somebody holds the tables.
    """
    engine = engine_for(url)
    try:
        for left in reversed(range(UPGRADE_TRIES)):
            try:
                await _upgrade(engine)
                return
            except (DBAPIError, PostgresError) as error:
                if not left or problem_of(error).code != "busy":
                    raise
    except (DBAPIError, OSError, PostgresError, InterfaceError) as error:
        raise _installing_problem(error) from error
    finally:
        await engine.dispose()


async def _upgrade(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("select 1"))  # SQLAlchemy begins with the first statement
        driver: Any = (await connection.get_raw_connection()).driver_connection
        await driver.execute(f"set local lock_timeout = '{UPGRADE_WAIT}'")
        await check_installer(driver)
        version = await _version_on(driver)
        if version is not None and version not in migrations.KNOWN:
            raise StoreError("newer", version)
        await prepare_server(driver)
        await become_owner(driver)
        await connection.run_sync(upgrade)
        await install_code(driver)


async def _version_on(connection: "DriverConnection[Any]") -> str | None:
    if not await connection.fetchval(
        f"select to_regclass('{SCHEMA}.{migrations.VERSION_TABLE}') is not null"
    ):
        return None
    return str(await connection.fetchval(f"select version_num from {SCHEMA}.{migrations.VERSION_TABLE}"))


async def check_installer(connection: "DriverConnection[Any]") -> None:
    """StoreError `not_superuser` for a login that may not make roles, functions and extensions for others."""
    if not await connection.fetchval("select rolsuper from pg_roles where rolname = current_user"):
        raise StoreError("not_superuser", str(await connection.fetchval("select current_user")))


def _installing_problem(error: BaseException) -> StoreError:
    if getattr(error, "sqlstate", None) == ACCOUNT_CODE and isinstance(error, PostgresError):
        return StoreError(str(error.args[0]), str(getattr(error, "detail", "")))
    return problem_of(error)


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
    url: str | URL | Address,
    *,
    workstation: str | None = None,
    version: str = "",
    epochs: Epochs | None = None,
    signs_in: bool = False,
) -> PostgresStore:
    """Open the centre in a server's database, as the login in the URL.

    `workstation`: its id, None for one that nobody comes back to, `NO_DESK` for a command. `epochs`: those of
    the servers that this workstation ever had; one with a lower is refused. `signs_in`: it is a person who
    signs in, which the server writes down.

    StoreError: `unreachable`, `sign_in`, `not_found`, `not_a_centre`, `newer` or `older` schema,
    `old_primary`.
    """
    epochs = epochs or Epochs()
    way = Way(url if isinstance(url, Address) else address_of(url), epochs)
    engine = engine_for(url, way)
    try:
        async with engine.connect() as connection:
            entered = _entered(way.told) if "whole" in way.told else await connection.run_sync(_read_entered)
    except Exception as error:
        await engine.dispose()
        if isinstance(error, StoreError):
            raise
        raise problem_of(error) from error
    telling = Telling(str(uuid4()) if workstation is None else workstation, version, signs_in=signs_in)
    return PostgresStore(engine, way, entered, telling, epochs)


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


def _entered(told: Told) -> Entered:
    """What a server told before anything was asked. StoreError for a schema that is not this program's."""
    schema, centre, found = told["schema"], told["whole"], told["operator"]
    if centre is None or schema is None:
        raise StoreError("not_a_centre")
    if schema != migrations.HEAD and migrations.HEAD not in told["served"]:
        raise StoreError("older" if schema in migrations.KNOWN else "newer", schema)
    made_at = datetime.fromisoformat(centre["made_at"])
    account = None if found is None else author_from(told["login"], found["name"], found["roles"])
    return Entered(Centre(**{**centre, "made_at": made_at}), told["login"], account)


def _read_entered(connection: Connection) -> Entered:
    """The same from a server that tells less: it has no centre, or is older."""
    if not inspect(connection).has_table("centre"):
        raise StoreError("not_a_centre")
    check_version(connection)
    raise StoreError("older", schema_version(connection))
