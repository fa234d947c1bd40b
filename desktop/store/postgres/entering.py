"""Entering a centre on a server with an operator's own login."""

from desktop.store.postgres.engine import address_of
from desktop.store.postgres.making import open_postgres
from desktop.store.postgres.store import PostgresStore


async def open_as(url: str, login: str, password: str | None) -> PostgresStore:
    """Open the centre in a server's database as an operator. StoreError as `open_postgres` has it."""
    return await open_postgres(address_of(url).signed_in(login, password))
