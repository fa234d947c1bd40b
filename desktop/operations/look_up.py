"""The look-up over all years, and the log of who opened what it found."""

from datetime import datetime

from desktop.domain.lookup import Hit
from desktop.operations.desk import Desk
from desktop.store.queries_history import log_look
from desktop.store.queries_search import search
from desktop.store.store import LookUp


async def look_up(desk: Desk, text: str) -> tuple[Hit, ...]:
    """Incidents and calls found by number, telephone, place or words, newest first."""
    centre = desk.store.centre
    return await desk.store.read(LookUp(lambda connection: search(connection, text, centre)))


async def log_opened(desk: Desk, hit: Hit, at: datetime) -> None:
    """Write into the access log that this operator opened what a look-up found. `at`: aware."""
    login, row = desk.author.login, hit.row
    at_id = desk.new_id()
    await desk.store.write(
        lambda connection: log_look(
            connection, operator=login, what="look_up", subject=row, call=None, new_id=at_id, at=at
        )
    )
