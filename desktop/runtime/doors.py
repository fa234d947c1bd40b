"""Where an operator signs in: a centre in a file, or one on a server."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.operations.desk import Desk
from desktop.runtime.services import Services, open_services
from desktop.runtime.settings import Settings
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

    async def enter(
        self, login: str, password: str | None, let_in: Callable[[], None] | None = None
    ) -> Entered:
        """Sign in. StoreError when name and password do not fit, or the database cannot be reached.

        `let_in` is called once they fit, while all that the desk shows is still to be read.
        """

    async def attach(self, services: Services, login: str, password: str) -> None:
        """Give a desk that was entered without its server the way to it. StoreError as `enter` has it."""


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

    async def enter(
        self, login: str, password: str | None, let_in: Callable[[], None] | None = None
    ) -> Entered:
        """See `Door`. A file is read at once."""
        services = await open_services(self._path)
        try:
            return Entered(services, await services.sign_in(login, password))
        except BaseException:
            await services.close()
            raise

    async def attach(self, services: Services, login: str, password: str) -> None:
        """See `Door`. A file is never away."""


def open_door(settings: Settings) -> Door:
    """The door to the centre that the settings name. StoreError when its file cannot be opened."""
    if settings.on_server:
        from desktop.runtime.server_door import ServerDoor  # a desk on a file does without

        return ServerDoor(settings.database, settings.places)
    return FileDoor(settings.database_file)
