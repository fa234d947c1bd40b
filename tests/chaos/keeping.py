"""Entering a centre as a desk that goes on without its server."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nacl.public import PrivateKey

from desktop.live.follow import Follower
from desktop.live.picture import picture_of
from desktop.operations.desk import Desk
from desktop.runtime.doors import Entered
from desktop.runtime.ids import new_id
from desktop.runtime.services import follow_store
from desktop.store.accounts import account
from desktop.store.kept.keys import Holder
from desktop.store.kept.known import Picture
from desktop.store.kept.outbox import Outbox
from desktop.store.kept.status import Reach
from desktop.store.kept.store import KeptStore
from desktop.store.postgres.entering import open_as


@dataclass
class Kept:
    """A desk's store while it is entered, and its follower once it has one."""

    store: KeptStore
    follower: Follower | None = None

    @property
    def settled(self) -> bool:
        """Whether everything was delivered, or waits for a decision."""
        status = self.store.status
        return status.reach is Reach.ONLINE and status.kept == status.waiting


async def enter_kept(url: str, login: str, folder: Path) -> tuple[Entered, Kept]:
    """Sign in, and take over what lies in the folder since the desk was killed. StoreError."""
    inner = await open_as(url, login, None, folder / "epochs.json")
    try:
        author = await inner.read(lambda connection: account(connection, login))
        holder = Holder(author, PrivateKey(login.encode().ljust(32, b"-")))
        outbox = Outbox.open(folder / f"kept-{login}", inner.centre.id, holder, {}, datetime.now(UTC))

        def picture() -> Picture | None:
            follower = kept.follower
            return None if follower is None else picture_of(follower.board, follower.clock)

        kept = Kept(KeptStore(inner, inner.centre, outbox, author, picture, new_id))
        try:
            services = await follow_store(kept.store)
        except BaseException:
            outbox.close()
            raise
    except BaseException:
        await inner.close()
        raise
    kept.follower = services.follower
    kept.store.start()
    return Entered(services, Desk(kept.store, author, new_id)), kept
