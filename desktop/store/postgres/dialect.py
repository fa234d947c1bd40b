"""SQLAlchemy's dialect for a desk, which asks a new server nothing.

Each question costs a way there and back, and on a slow way that is what signing in waits for. What SQLAlchemy
wants to know at first holds for every server that a desk is let into (`engine.py`).
"""

import json
from typing import Any

from asyncpg import Connection
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

OLDEST_SERVER = 15
"""The oldest major version of PostgreSQL that a centre is kept on."""

QUIET = "postgresql+kulkul_desk://"
"""The URL of an engine with this dialect."""


async def read_json(connection: "Connection[Any]") -> None:
    """Let a new connection read JSON, before anything is asked over it.

    What it was asked before it would forget, with one more way to the server and back.
    """
    for name in ("json", "jsonb"):
        await connection.set_type_codec(name, schema="pg_catalog", encoder=str, decoder=json.loads)


class QuietDialect(PGDialect_asyncpg):
    """For reading and writing rows; not for changing a schema."""

    supports_statement_cache = True

    def initialize(self, connection: Any) -> None:
        """Take for known what the base class asks for."""
        self.server_version_info = (OLDEST_SERVER,)
        self.default_schema_name = "public"
        self.default_isolation_level = "READ COMMITTED"
        self._backslash_escapes = False

    async def setup_asyncpg_json_codec(self, conn: Any) -> None:
        """Done by `read_json`."""

    async def setup_asyncpg_jsonb_codec(self, conn: Any) -> None:
        """Done by `read_json`."""


registry.register("postgresql.kulkul_desk", __name__, QuietDialect.__name__)
