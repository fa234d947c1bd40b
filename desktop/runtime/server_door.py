"""Signing in to a centre on a server: what is done while it cannot be reached is kept on the workstation."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import uuid4

from desktop.live.picture import picture_of
from desktop.operations.desk import Desk
from desktop.runtime.doors import Entered
from desktop.runtime.ids import new_id
from desktop.runtime.paths import Places, private_folder
from desktop.runtime.services import Services, follow_store
from desktop.runtime.version import VERSION
from desktop.store.accounts import account
from desktop.store.kept.keys import Keyring
from desktop.store.kept.known import Picture
from desktop.store.kept.outbox import Outbox
from desktop.store.kept.store import KeptStore
from desktop.store.postgres.entering import open_as
from desktop.store.postgres.store import PostgresStore
from desktop.store.submit_sqlite import Author


class ServerDoor:
    """A centre on a server: every operator has a connection with the own login and password."""

    def __init__(self, url: str, places: Places) -> None:
        self._url = url
        self._places = places

    @property
    def title(self) -> str:
        """See `Door`."""
        parts = urlsplit(self._url)
        return " ".join(filter(None, (parts.netloc, parts.path.removeprefix("/"))))

    async def enter(self, login: str, password: str | None) -> Entered:
        """See `Door`."""
        store = await open_as(
            self._url, login, password, self._places.epochs, workstation=self._workstation(), version=VERSION
        )
        try:
            author = await store.read(lambda connection: account(connection, login))
            outbox = await asyncio.get_running_loop().run_in_executor(
                None, self._outbox, store.centre.id, author, password or ""
            )
        except BaseException:
            await store.close()
            raise
        return await _entered(store, outbox, author)

    def _workstation(self) -> str:
        """This workstation's id, made once: its number on the server is by it."""
        file = self._places.workstation
        try:
            return file.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            made = str(uuid4())
            private_folder(file.parent)
            file.write_text(made, encoding="utf-8")
            return made

    def _outbox(self, centre: str, author: Author, password: str) -> Outbox:
        """What is kept here, opened for who signed in."""
        now = datetime.now(UTC)
        folder = private_folder(self._places.kept(centre))
        keyring = Keyring(folder / "operators.json")
        holder = keyring.sign_in(author, password, now)
        return Outbox.open(folder, centre, holder, keyring.lately(now), now)


async def _entered(store: PostgresStore, outbox: Outbox, author: Author) -> Entered:
    followed: list[Services] = []

    def picture() -> Picture | None:
        """The board, once there is one."""
        return picture_of(followed[0].follower.board, followed[0].follower.clock) if followed else None

    kept = KeptStore(store, store.centre, outbox, author, picture, new_id)
    try:
        services = replace(await follow_store(kept), kept=kept)
    except BaseException:
        await kept.close()
        raise
    followed.append(services)
    kept.start()
    return Entered(services, Desk(kept, author, new_id))
