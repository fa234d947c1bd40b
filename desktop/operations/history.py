"""What a caller's number and a place have been, for the one who takes the call."""

from asyncio import gather
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.board import Reference
from desktop.domain.lookup import Hit, NumberHistory
from desktop.operations.desk import Desk
from desktop.operations.reading import Writer, who_wrote
from desktop.store.queries_history import log_look, number_history
from desktop.store.queries_search import search
from desktop.store.store import LookUp

LOOK, PLACE_LOOK = "number_history", "place_history"
"""The kinds of look in the access log."""
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
    centre = desk.store.centre
    # Not at the same time: a server writes the same look down where it gives the calls.
    await desk.store.write(lambda connection: log_look(connection, author, LOOK, number, call, log_id, now))
    found = await desk.store.read(
        lambda connection: number_history(connection, number, centre, now, SHOWN, besides=call)
    )
    by = found.block.last_act if found.block is not None else None
    return CallerHistory(found, None if by is None else await who_wrote(desk, by))


async def place_history(
    desk: Desk, place: str, call: str, now: datetime, reference: Reference, besides: Collection[str] = ()
) -> tuple[Hit, ...]:
    """Earlier incidents whose texts have all words of a place, newest first, as far back as they are told.

    `now`: the centre's time; `besides`: incidents that are seen anyway. The access log says who looked, once
    for each call and place.
    """
    author, log_id, centre = desk.author.login, desk.new_id(), desk.store.centre
    _, hits = await gather(
        desk.store.write(
            lambda connection: log_look(connection, author, PLACE_LOOK, place, call, log_id, now)
        ),
        desk.store.read(LookUp(lambda connection: search(connection, place, centre))),
    )
    found: dict[str, Hit] = {}
    for hit in hits:
        days = reference.look_back_days(hit.category)
        told = hit.at is not None and hit.at >= now - timedelta(days=days)
        if hit.incident is not None and hit.incident not in besides and told:
            found.setdefault(hit.incident, hit)
    return tuple(found.values())[:SHOWN]
