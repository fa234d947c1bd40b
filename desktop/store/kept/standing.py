"""How a desk stands to its server, made of its store and its outbox.

Apart from `status.py`, which the screen of every desk imports: the outbox brings cryptography.
"""

from dataclasses import dataclass
from datetime import datetime

from desktop.store.kept.items import State
from desktop.store.kept.outbox import Outbox
from desktop.store.kept.status import Reach, Status
from desktop.store.problems import StoreError


@dataclass(frozen=True, slots=True)
class Standing:
    """How the store itself stands: what of `Status` does not lie in the outbox."""

    reach: Reach
    since: datetime | None
    problem: StoreError | None
    trouble: str
    detached: bool


def status_of(outbox: Outbox, standing: Standing) -> Status:
    """How things stand, with what waits in the outbox."""
    waiting = outbox.open_items
    return Status(
        reach=standing.reach,
        since=standing.since,
        problem=None if standing.problem is None else standing.problem.code,
        kept=len(waiting),
        kept_since=min((item.kept_at for item in waiting), default=None),
        waiting=sum(item.state is State.REFUSED for item in waiting),
        held=sum(item.state is State.HELD for item in waiting),
        locked=tuple(one.logins for one in outbox.locked),
        trouble=standing.trouble,
        unreadable=outbox.damaged,
        detached=standing.detached,
    )
