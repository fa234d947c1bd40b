"""Where an operator signs in: a centre in a file, or one on a server."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from desktop.operations.desk import Desk
from desktop.runtime.ids import new_id
from desktop.runtime.services import Services, follow_store, open_services
from desktop.runtime.settings import Settings
from desktop.store.accounts import account
from desktop.store.making import open_file


@dataclass(frozen=True, slots=True)
class Entered:
    """A centre's database, open and followed, and the desk of the operator who signed in."""

    services: Services
    desk: Desk


class Door(Protocol):
    """The way into one centre."""

    @property
    def title(self) -> str:
        """What is written above the fields: the centre's name, or where the server is."""

    async def enter(self, login: str, password: str | None) -> Entered:
        """Sign in. StoreError when name and password do not fit, or the database cannot be reached."""


class FileDoor:
    """A centre in an embedded file. StoreError when the file cannot be opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._centre = open_file(path).centre

    @property
    def title(self) -> str:
        """See `Door`."""
        return self._centre.name

    @property
    def training(self) -> bool:
        """Whether the centre is for training."""
        return self._centre.training

    async def enter(self, login: str, password: str | None) -> Entered:
        """See `Door`."""
        services = await open_services(self._path)
        try:
            return Entered(services, await services.sign_in(login, password))
        except BaseException:
            await services.close()
            raise


class ServerDoor:
    """A centre on a server: every operator has a connection with the own login and password.

    `epochs`: the file that remembers which servers this workstation has had.
    """

    def __init__(self, url: str, epochs: Path | None = None) -> None:
        self._url = url
        self._epochs = epochs

    @property
    def title(self) -> str:
        """See `Door`."""
        parts = urlsplit(self._url)
        return " ".join(filter(None, (parts.netloc, parts.path.removeprefix("/"))))

    async def enter(self, login: str, password: str | None) -> Entered:
        """See `Door`."""
        from desktop.store.postgres.entering import open_as  # a desk on a file does without

        store = await open_as(self._url, login, password, self._epochs)
        try:
            author = await store.read(lambda connection: account(connection, login))
            services = await follow_store(store)
        except BaseException:
            await store.close()
            raise
        return Entered(services, Desk(store, author, new_id))


def open_door(settings: Settings) -> FileDoor | ServerDoor:
    """The door to the centre that the settings name. StoreError when its file cannot be opened."""
    if settings.on_server:
        return ServerDoor(settings.database, settings.places.epochs)
    return FileDoor(settings.database_file)
