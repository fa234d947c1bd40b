"""Connections to a server, and its errors in the store's words."""

import asyncio
import hashlib
import json
import secrets
import ssl
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from asyncpg import Connection, InterfaceError, PostgresError, connect
from asyncpg.exceptions import (
    InsufficientPrivilegeError,
    InternalClientError,
    InvalidSchemaNameError,
    UndefinedFunctionError,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from desktop.store.postgres.address import Address, AddressError, Host, parse_address
from desktop.store.postgres.dialect import OLDEST_SERVER, QUIET, read_json
from desktop.store.postgres.epochs import Epochs
from desktop.store.postgres.install import SCHEMA
from desktop.store.postgres.views import DESK
from desktop.store.problems import StoreError

CONNECT_SECONDS = 5.0
"""How long a desk waits for a server that does not answer."""

OTHERS_SECONDS = 0.5
"""How long the other servers are waited for once one takes changes: another may have been promoted since.
Less than the shortest try to connect again (`line.py`): what vanished may keep nobody from what is there."""

_SETTINGS = {
    "search_path": f"{DESK}, {SCHEMA}",
    "timezone": "UTC",
    "default_transaction_isolation": "read committed",  # as acts are written
}

# Codes of PostgreSQL, appendix A of its manual; whole classes by their first two characters.
_CODES = {
    "55P03": "busy",
    "40P01": "busy",
    "40001": "busy",
    "53100": "full",
    "53300": "too_many_connections",
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

# Reasons of OpenSSL, x509_vfy.h.
_CERTIFICATES = {
    9: "certificate_expired",  # not yet valid
    10: "certificate_expired",
    18: "certificate_unknown",
    19: "certificate_unknown",
    20: "certificate_unknown",
    21: "certificate_unknown",
    62: "certificate_name",
    64: "certificate_name",  # of an address
}


Told: TypeAlias = Mapping[str, Any]
Asked: TypeAlias = "asyncio.Future[tuple[int, Connection[Any]]]"
"""A server that is asked for its epoch, with the connection over which it told that."""


class Endable(Connection):
    """A connection that can be ended over another one, once it answers no more: by `secret`, see
    sql/84_former.sql. Empty for one that was not made here.
    """

    secret: str = ""
    listens: bool = False
    """Whether the server was told already what is to be heard here."""

    async def fetch(self, query: str, *args: Any, **how: Any) -> Any:
        """As asyncpg's, by which it listens when it is given a listener.

        That needs no preparing: the server is asked once instead of twice, or not at all where it was told.
        """
        if not query.startswith("LISTEN "):
            return await super().fetch(query, *args, **how)
        if not self.listens:
            await self.execute(query)
        return []


def name_of(secret: str) -> str:
    """The name by which everybody sees a connection with that secret."""
    return f"kulkul {hashlib.sha256(secret.encode()).hexdigest()[:32]}"


class Way:
    """The way to a database: each connection goes to that one of its servers which takes changes.

    `epochs`: a server with a lower epoch than one that answered before is an old one that came back.
    """

    def __init__(self, address: Address, epochs: Epochs | None = None) -> None:
        self._address = address
        self._secured: ssl.SSLContext | None = None
        self._last: Host | None = None
        self._epochs = epochs or Epochs()
        self._told: dict[Host, Told] = {}
        self.reads_json = False
        """Whether its connections are for an engine of the quiet dialect."""
        self.told: Told = {}
        """What the server of the last connection said of itself and of who signed in: see `standing()` in
        sql/81_lineage.sql. Empty where no centre is."""

    def renew(self, password: str) -> None:
        """From now on, sign in with another password."""
        self._address = self._address.signed_in(self._address.login, password)

    async def connect(self) -> "Connection[Any]":
        """A new connection. StoreError when no server can be used: the most telling of their reasons."""
        host, connection = await self._connect()
        self.told = self._told.get(host, {})
        return connection

    async def _connect(self) -> tuple[Host, "Connection[Any]"]:
        if len(self._address.hosts) == 1:
            host = self._address.hosts[0]
            return host, (await self._look_at(host))[1]
        if self._last is not None:
            last = self._last
            try:
                return last, (await self._look_at(last))[1]
            except BaseException as error:  # also when nobody waits for its answer any more
                self._last = None
                if not isinstance(error, StoreError):
                    raise
        return await self._choose()

    async def _choose(self) -> tuple[Host, "Connection[Any]"]:
        """Ask all servers at once; of those that take changes, the one with the highest epoch."""
        tries = {asyncio.ensure_future(self._look_at(host)): host for host in self._address.hosts}
        chosen: Connection[Any] | None = None
        try:
            running: set[Asked] = set(tries)
            within: float | None = None
            while running:
                done, running = await asyncio.wait(
                    running, timeout=within, return_when=asyncio.FIRST_COMPLETED
                )
                if not done:
                    break
                if any(_trouble_of(one) is None for one in done):
                    within = OTHERS_SECONDS
            found = [one for one in tries if one.done() and _trouble_of(one) is None]
            if not found:
                raise _most_telling(filter(None, map(_trouble_of, tries)))
            best = max(found, key=lambda one: one.result()[0])
            self._last, chosen = tries[best], best.result()[1]
            return self._last, chosen
        finally:
            for one in tries:
                _give_up(one, chosen)

    async def _look_at(self, host: Host) -> tuple[int, "Connection[Any]"]:
        """The epoch of a server and a connection to it. Of several only of one that takes changes."""
        connection = await self._connect_to(host)
        try:
            if self.reads_json:
                await read_json(connection)
            async with asyncio.timeout(CONNECT_SECONDS):
                told = await _standing(connection)
            if told["standby"] and len(self._address.hosts) > 1:
                raise StoreError("unreachable", f"{host}: standby")
            self._told[host] = told
            if told["centre"] is not None:
                self._epochs.judge(told["centre"], told["epoch"])
            return told["epoch"], connection
        except BaseException as error:
            connection.terminate()
            if isinstance(error, OSError | PostgresError | InterfaceError | InternalClientError):
                raise problem_of(error) from error
            raise

    async def _connect_to(self, host: Host) -> "Connection[Any]":
        secret = secrets.token_hex(16)
        try:
            connection: Endable = await connect(
                host=host.name,
                port=host.port,
                user=self._address.login,
                password=self._address.password,
                database=self._address.database,
                ssl=self._context() if self._address.is_secured(host) else False,
                server_settings={**_SETTINGS, "application_name": name_of(secret)},
                timeout=CONNECT_SECONDS,
                connection_class=Endable,
            )
        except (OSError, PostgresError, InterfaceError) as error:
            raise problem_of(error) from error
        version = connection.get_server_version().major
        if version < OLDEST_SERVER:
            connection.terminate()
            raise StoreError("server_too_old", str(version))
        connection.secret = secret
        return connection

    def _context(self) -> ssl.SSLContext:
        """What verifies a server's certificate: it is signed by the authority and bears the server's name."""
        if self._secured is None:
            file = self._address.root_certificate
            try:
                self._secured = ssl.create_default_context(cafile=file)
            except OSError as error:  # also for a file that is no certificate
                raise StoreError("root_certificate", file or "") from error
        return self._secured


async def _standing(connection: "Connection[Any]") -> Told:
    """What a server says of itself: at least whether it is a standby, the centre's id and its epoch."""
    try:
        told: Told = json.loads(await connection.fetchval(f"select {SCHEMA}.standing()::text"))
    except (UndefinedFunctionError, InvalidSchemaNameError, InsufficientPrivilegeError):
        told = {
            "standby": await connection.fetchval("select pg_is_in_recovery()"),
            "centre": None,
            "epoch": 0,
        }
    return told


def address_of(url: str | URL) -> Address:
    """The address in a URL. StoreError `bad_url` when there is none in it."""
    try:
        return parse_address(url if isinstance(url, str) else url.render_as_string(hide_password=False))
    except AddressError as error:
        raise StoreError("bad_url", error.code) from error


def engine_for(url: str | URL | Address, way: Way | None = None) -> AsyncEngine:
    """An engine with three connections: to hear and read the board, to write, to look up.

    They raise StoreError when they cannot be made. With a `way` it is a desk's, which changes no schema.
    """
    dialect = "postgresql+asyncpg://" if way is None else QUIET
    if way is not None:
        way.reads_json = True
    way = way or Way(url if isinstance(url, Address) else address_of(url))
    return create_async_engine(
        dialect, pool_size=3, max_overflow=0, hide_parameters=True, async_creator=way.connect
    )


async def connect_alone(url: str | URL | Address) -> "Connection[Any]":
    """A connection outside the engine: to listen, or to install. StoreError when the server refuses it."""
    return await Way(url if isinstance(url, Address) else address_of(url)).connect()


def problem_of(error: BaseException) -> StoreError:
    """An error of the server or of the way to it, as the store says it. Raises it again when it is a bug."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    code = getattr(cause, "sqlstate", None) or getattr(cause, "pgcode", None) or ""
    known = _CODES.get(code) or _CODES.get(code[:2])
    if known == "sign_in" and "pg_hba.conf" in str(cause):  # named so in every language of the server
        known = "not_admitted"
    if known is None and not code:
        known = _trouble_on_the_way(error, cause)
    if known is None:
        raise error
    return StoreError(known, str(cause))


def _trouble_on_the_way(error: BaseException, cause: BaseException) -> str | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        return _CERTIFICATES.get(cause.verify_code, "certificate_unknown")
    if isinstance(cause, ConnectionError) and "rejected SSL upgrade" in str(cause):
        return "no_tls"
    # The server said farewell before the statement; the end of the connection has not come yet.
    if any(isinstance(one, InternalClientError) for one in (cause, cause.__cause__)):
        return "unreachable"
    broken = isinstance(error, DBAPIError) and error.connection_invalidated
    return "unreachable" if broken or isinstance(cause, OSError | InterfaceError) else None


def _trouble_of(asked: Asked) -> StoreError | None:
    """Why a server that was asked cannot be used; None for one that can. Raises what is a bug."""
    error = asked.exception()
    if error is None or isinstance(error, StoreError):
        return error
    raise error


def _give_up(asked: Asked, but: "Connection[Any] | None") -> None:
    """Ask no more, and let go of the connection over which a server answered, unless it is that one."""
    if not asked.cancel() and not asked.cancelled() and asked.exception() is None:
        connection = asked.result()[1]
        if connection is not but:
            connection.terminate()


def _most_telling(troubles: Iterable[StoreError]) -> StoreError:
    """What a person can put right comes before that nothing answered."""
    rank = {"old_primary": 1, "unreachable": 2}
    found = sorted(troubles, key=lambda one: rank.get(one.code, 0))
    return found[0] if found else StoreError("unreachable")
