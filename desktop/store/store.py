"""What the rest of the desk asks of a database, whichever it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from sqlalchemy import Connection

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.centre import Centre
from desktop.store.submit_sqlite import Author

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LookUp(Generic[T]):
    """A query through all years, which may take long: what the board reads does not wait for it."""

    query: Callable[[Connection], T]

    def __call__(self, connection: Connection) -> T:
        """Run the query."""
        return self.query(connection)


class Store(Protocol):
    """A centre's database, open. Errors outside the program come as `StoreError`."""

    @property
    def centre(self) -> Centre:
        """The centre that this database is."""

    async def submit(self, act: Act, author: Author) -> Result | Refusal:
        """Write an act. Once this returns a result, the act is on the disk."""

    async def read(self, query: Callable[[Connection], T]) -> T:
        """Run a query in one read-only snapshot: one after the other, but for a `LookUp`."""

    async def write(self, task: Callable[[Connection], T]) -> T:
        """Run what is no act in one transaction: accounts and the log of who looked."""

    async def wait_for_news(self) -> None:
        """Return when acts may have been written since the last call, by this desk or another."""

    async def close(self) -> None:
        """Finish what is being written, then let go of the database."""
