"""Handing what is kept from the operator who leaves a seat to the one who takes it."""

from collections.abc import Mapping
from datetime import UTC, datetime

from nacl.public import PrivateKey, PublicKey

from desktop.store.kept.disk import told
from desktop.store.kept.local import Local


async def take_over(local: Local, secret: PrivateKey) -> None:
    """Take what the desk that has just ended kept. StoreError of the disk."""

    def take() -> None:
        with told():
            local.outbox.take_over(secret, datetime.now(UTC))

    await local.run_here(take)


async def admit(local: Local, readers: Mapping[str, PublicKey]) -> None:
    """Let others open what is kept. StoreError of the disk."""

    def encrypt() -> None:
        with told():
            local.outbox.admit(readers, datetime.now(UTC))

    await local.run_here(encrypt)
