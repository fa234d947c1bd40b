"""What the rest of the desk asks of a database, whichever it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar, runtime_checkable

from sqlalchemy import Connection

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.centre import Centre
from desktop.domain.presence import DeskSeen, LooksAt, Pulse
from desktop.store.submit_sqlite import Author

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LookUp(Generic[T]):
    """A query through all years, which may take long: what the board reads does not wait for it."""

    query: Callable[[Connection], T]

    def __call__(self, connection: Connection) -> T:
        """Run the query."""
        return self.query(connection)


@dataclass(frozen=True, slots=True)
class Notice:
    """What there may be to read. One without anything: the pulse changed.

    `acts`: ids, of which nobody vouches that they are acts. `everything`: there was a gap, or another
    database answers now. `by_sequence`: acts may have been written after the last that was read.
    """

    acts: tuple[str, ...] = ()
    everything: bool = False
    by_sequence: bool = False


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

    async def change_password(self, author: Author, password: str) -> None:
        """Give the operator who signed in here another password. StoreError `bad_password` for an empty one,
        `unreachable` while it cannot be done.
        """

    async def wait_for_news(self) -> Notice:
        """Return when acts may have been written since the last call, by this desk or another, or when the
        pulse changed. StoreError when the database is gone; the next call tries again.

        Of what is written once something was read, nothing is missed.
        """

    @property
    def pulse(self) -> Pulse | None:
        """The answer to the last heartbeat; None where there is none, as at a file."""

    def look_at(self, looks_at: LooksAt | None) -> None:
        """Tell the other desks what is open here, with the next heartbeat."""

    def tell_kept(self, kept: int, since: datetime | None) -> None:
        """Tell the other desks how many acts wait here to be delivered, with the next heartbeat."""

    async def close(self) -> None:
        """Finish what is being written, then let go of the database."""


@runtime_checkable
class SeesOthers(Protocol):
    """A store without a pulse that knows who is at work in other windows."""

    def at_work(self) -> tuple[DeskSeen, ...]:
        """They, as last heard."""
