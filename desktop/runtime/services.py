"""The parts below the screen, put together: a store, what follows it, and the tasks that both need."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.live.follow import Follower
from desktop.live.names import learn_names
from desktop.operations.desk import Desk
from desktop.runtime.ids import new_id
from desktop.runtime.tasks import Tasks
from desktop.store.accounts import sign_in
from desktop.store.making import open_file
from desktop.store.problems import StoreError
from desktop.store.sqlite_store import SqliteStore
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.runtime.outage_keeping import Keeping
    from desktop.store.kept.store import KeptStore  # brings cryptography, of no use to a desk on a file

TRAINING_LOGIN = "latihan"
"""The operator of a training centre, signed in without a password."""


@dataclass(frozen=True, slots=True)
class Services:
    """One centre's database, open, and followed."""

    store: Store
    follower: Follower
    tasks: Tasks
    """What may be cancelled when the desk closes."""
    writes: Tasks
    """What must be finished first."""
    kept: "KeptStore | None" = None
    """The store, where it goes on without its server."""
    keeping: "Keeping | None" = None
    """What of it lies on the workstation, and who may open it."""

    @property
    def store_is_away(self) -> bool:
        """Whether what is read comes from this workstation, not from the server."""
        return self.kept is not None and self.kept.status.partial

    async def follow_on(self, before: "Services") -> None:
        """Deliver what another operator kept at this desk, who leaves it now."""
        if before.kept is not None and before.keeping is not None:
            with suppress(StoreError):  # the desk says itself that its disk takes nothing
                await before.keeping.hand_over(before.kept)
        await before.close()
        if self.kept is not None and self.keeping is not None:
            with suppress(StoreError):
                await self.keeping.take_over(self.kept)

    async def sign_in(self, login: str, password: str | None) -> Desk:
        """The desk of an operator at a file. StoreError `sign_in` when name and password do not fit."""
        author = await self.store.read(lambda connection: sign_in(connection, login, password))
        if isinstance(self.store, SqliteStore) and await self.store.read_as(author):
            await self.follower.refresh()  # it was read before anybody had signed in
        return Desk(self.store, author, new_id)

    async def finish_writes(self) -> None:
        """Wait until everything that was begun is written."""
        await self.writes.wait_all()

    async def stop_following(self) -> None:
        """Stop reading."""
        await self.tasks.cancel_all()

    async def close(self) -> None:
        """Finish what is being written, stop following, let go of the database."""
        await self.finish_writes()
        await self.writes.cancel_all()
        await self.stop_following()
        await self.store.close()


async def open_services(path: Path) -> Services:
    """Open the centre in a file and begin to follow it. StoreError when that fails."""
    return await follow_store(open_file(path))


async def follow_store(store: Store) -> Services:
    """Begin to follow an open database. StoreError when that fails."""
    follower = Follower(store)
    await follower.start()
    tasks = Tasks("services")
    tasks.start(follower.run(), "follow the database")
    tasks.start(learn_names(store, follower.board), "learn the names of new operators")
    return Services(store, follower, tasks, Tasks("writes"))
