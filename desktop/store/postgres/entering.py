"""Entering a centre on a server with an operator's own login."""

from pathlib import Path

from desktop.store.postgres.engine import address_of
from desktop.store.postgres.epochs import Epochs
from desktop.store.postgres.making import open_postgres
from desktop.store.postgres.store import PostgresStore


async def open_as(
    url: str,
    login: str,
    password: str | None,
    epochs: Path | None = None,
    *,
    workstation: str | None = None,
    version: str = "",
) -> PostgresStore:
    """Open the centre in a server's database as an operator, who is written down as signed in with the first
    heartbeat.

    `epochs`: the file of this workstation's `Epochs`. A server that takes no changes now lets the operator in
    all the same. StoreError as `open_postgres` has it.
    """
    return await open_postgres(
        address_of(url).signed_in(login, password),
        workstation=workstation,
        version=version,
        epochs=Epochs(epochs),
        signs_in=True,
    )
