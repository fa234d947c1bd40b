"""What a caller's number has been, for the one who takes his call."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.lookup import NumberHistory
from desktop.operations.desk import Desk
from desktop.operations.reading import Writer, who_wrote
from desktop.store.queries_history import log_look, number_history

LOOK = "number_history"
"""The kind of look in the access log."""
SHOWN = 20
"""Earlier calls that are read (our choice: more than a desk shows)."""


@dataclass(frozen=True, slots=True)
class CallerHistory:
    """A number's earlier calls, and who blocked it, where it is blocked."""

    number: NumberHistory
    blocked_by: Writer | None = None


async def caller_history(desk: Desk, number: str, call: str, now: datetime) -> CallerHistory:
    """The earlier calls of a number in its normal form, for the call `call`; `now`: the centre's time.

    The access log says who looked, once for each call and number.
    """
    author, log_id = desk.author.login, desk.new_id()
    await desk.store.write(lambda connection: log_look(connection, author, LOOK, number, call, log_id, now))
    centre = desk.store.centre
    found = await desk.store.read(
        lambda connection: number_history(connection, number, centre, now, SHOWN, besides=call)
    )
    by = found.block.last_act if found.block is not None else None
    return CallerHistory(found, None if by is None else await who_wrote(desk, by))
