"""Connections to a server, and its errors in the store's words."""

from typing import Any

from asyncpg import Connection, InterfaceError, PostgresError, connect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from desktop.store.postgres.install import SCHEMA
from desktop.store.postgres.views import DESK
from desktop.store.problems import StoreError

CONNECT_SECONDS = 5.0
"""How long a desk waits for a server that does not answer."""

_SETTINGS = {"search_path": f"{DESK}, {SCHEMA}", "timezone": "UTC", "application_name": "kulkul"}

# Codes of PostgreSQL, appendix A of its manual; whole classes by their first two characters.
_CODES = {
    "55P03": "busy",
    "40P01": "busy",
    "40001": "busy",
    "53100": "full",
    "25006": "read_only",
    "3D000": "not_found",
    "3F000": "not_a_centre",
    "42P01": "not_a_centre",
    "28": "sign_in",
    "08": "unreachable",
    "57": "unreachable",
    "53": "unreachable",
    "XX": "damaged",
}


def engine_for(url: str | URL) -> AsyncEngine:
    """An engine with three connections: to hear and read the board, to write, to look up."""
    return create_async_engine(
        make_url(url).set(drivername="postgresql+asyncpg"),
        pool_size=3,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"server_settings": _SETTINGS, "timeout": CONNECT_SECONDS},
    )


async def connect_alone(url: str | URL) -> "Connection[Any]":
    """A connection outside the engine: to listen, or to install. StoreError when the server refuses it."""
    plain = make_url(url)
    query = {key: value for key, value in plain.query.items() if isinstance(value, str)}
    try:
        return await connect(
            host=query.get("host") or plain.host,
            port=plain.port or (int(query["port"]) if "port" in query else None),
            user=plain.username,
            password=plain.password,
            database=plain.database,
            server_settings=_SETTINGS,
            timeout=CONNECT_SECONDS,
        )
    except (OSError, PostgresError, InterfaceError) as error:
        raise problem_of(error) from error


def problem_of(error: BaseException) -> StoreError:
    """An error of the server or of the way to it, as the store says it. Raises it again when it is a bug."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    code = getattr(cause, "sqlstate", None) or getattr(cause, "pgcode", None)
    known = _CODES.get(code or "") or _CODES.get((code or "")[:2])
    if known is None and code is None and _is_connection_trouble(error, cause):
        known = "unreachable"
    if known is None:
        raise error
    return StoreError(known, str(cause))


def _is_connection_trouble(error: BaseException, cause: BaseException) -> bool:
    broken = isinstance(error, DBAPIError) and error.connection_invalidated
    return broken or isinstance(cause, OSError | InterfaceError)
