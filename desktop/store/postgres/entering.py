"""Entering a centre on a server with an operator's own login."""

from sqlalchemy.engine import make_url

from desktop.store.postgres.making import open_postgres
from desktop.store.postgres.store import PostgresStore


async def open_as(url: str, login: str, password: str | None) -> PostgresStore:
    """Open the centre in a server's database as an operator. StoreError as `open_postgres` has it."""
    return await open_postgres(make_url(url).set(username=login, password=password))
