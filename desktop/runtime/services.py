"""The parts below the screen, put together: a store, what follows it, and the tasks that both need."""

from dataclasses import dataclass
from pathlib import Path

from desktop.live.follow import Follower
from desktop.operations.desk import Desk
from desktop.runtime.ids import new_id
from desktop.runtime.tasks import Tasks
from desktop.store.accounts import sign_in
from desktop.store.making import open_file
from desktop.store.store import Store

TRAINING_LOGIN = "latihan"
"""The operator of a training centre, signed in without a password."""


@dataclass(frozen=True, slots=True)
class Services:
    """One centre's database, open, and followed."""

    store: Store
    follower: Follower
    tasks: Tasks

    async def sign_in(self, login: str, password: str | None) -> Desk:
        """The desk of an operator. StoreError `sign_in` when name and password do not fit."""
        author = await self.store.read(lambda connection: sign_in(connection, login, password))
        return Desk(self.store, author, new_id)

    async def close(self) -> None:
        """Stop following, finish what is being written, let go of the database."""
        await self.tasks.cancel_all()
        await self.store.close()


async def open_services(path: Path) -> Services:
    """Open the centre in a file and begin to follow it. StoreError when that fails."""
    store = open_file(path)
    follower = Follower(store)
    await follower.start()
    tasks = Tasks("services")
    tasks.start(follower.run(), "follow the database")
    return Services(store, follower, tasks)
