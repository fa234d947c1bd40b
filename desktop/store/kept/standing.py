"""How a desk stands to its server, made of its store and its outbox.

Apart from `status.py`, which the screen of every desk imports: the outbox brings cryptography.
"""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.presence import Pulse
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


def is_decided(outbox: Outbox, pulse: Pulse | None) -> bool:
    """Whether a supervisor decided of what is held here, and that is still to be done."""
    restored = None if pulse is None else pulse.restored
    decided = restored is not None and restored.decision is not None
    return decided and any(item.state is State.HELD for item in outbox.open_items)
