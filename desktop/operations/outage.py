"""What a desk that was cut off holds, and what is decided of it."""

from desktop.domain.kinds_units import RESTORE_DECIDED
from desktop.operations.desk import Desk, Outcome, new_row
from desktop.store.kept.status import Reach, Status, Waiting

__all__ = ["Reach", "Status", "Waiting", "decide_of_restore"]


async def decide_of_restore(desk: Desk, epoch: int, reason: str, *, deliver: bool) -> Outcome:
    """Say for all desks what happens to acts from before the restore that brought the centre to `epoch`.

    Each desk delivers what it has of them, or puts it away.
    """
    row = new_row("restore_decision", desk.new_id(), epoch=epoch, deliver=deliver)
    return await desk.act(RESTORE_DECIDED, [row], reason)
