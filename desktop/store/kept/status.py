"""How a desk stands to its server, for the screen."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.acts import Act, Refusal
from desktop.store.kept.items import Item, State
from desktop.store.problems import NO_WAY
from desktop.store.submit_sqlite import Author

UNWRITABLE = NO_WAY | {"full", "read_only", "damaged"}
"""Troubles in which a desk keeps its acts: with the last ones the server answers, but takes none."""


class Reach(StrEnum):
    """Whether the server answers: with what was kept on its way to it, before it is as ever."""

    ONLINE = "online"
    CUT_OFF = "cut_off"
    DELIVERING = "delivering"


@dataclass(frozen=True, slots=True)
class Status:
    """What a banner says. `since`: when the server was last there (the workstation's clock), None online.

    `problem`: a code of `StoreError`. `kept`: acts that the database has not, the oldest from `kept_since`;
    `waiting`: those of them that wait for a decision; `held`: those that wait for a supervisor's, because
    they are from before the centre was restored. `locked`: who could open what lies here and is closed
    to this operator, a group a file. `detached`: entered with a PIN, so that nothing is delivered before
    somebody signs in with a password. `trouble`: why what is confirmed could not be written down here, or
    empty. `unreadable`: records of the outbox that were damaged.
    """

    reach: Reach
    since: datetime | None = None
    problem: str | None = None
    kept: int = 0
    kept_since: datetime | None = None
    waiting: int = 0
    held: int = 0
    locked: tuple[tuple[str, ...], ...] = ()
    trouble: str = ""
    unreadable: int = 0
    detached: bool = False

    @property
    def to_deliver(self) -> int:
        """How many acts are delivered as soon as the server is there."""
        return self.kept - self.waiting - self.held

    @property
    def partial(self) -> bool:
        """Whether what is read is only what was known here: no history, no look-up through the past."""
        return self.reach is not Reach.ONLINE


@dataclass(frozen=True, slots=True)
class Waiting:
    """An act of which somebody decides. `kept_at` by the workstation's clock.

    `refusal`: why the database refused it; None for one from before the centre was restored.
    """

    act: Act
    author: Author
    kept_at: datetime
    refusal: Refusal | None


def waiting_of(item: Item) -> Waiting:
    """A refused or held item as it is shown."""
    refusal = None if item.state is State.HELD else item.refusal or Refusal("unknown")
    return Waiting(item.act, item.author, item.kept_at, refusal)
