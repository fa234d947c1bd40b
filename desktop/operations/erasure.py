"""Erasing what is personal of a caller: the calls, and the incidents to which they belong."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from desktop.domain.acts import Refusal
from desktop.domain.kinds_erasure import ERASED
from desktop.operations.desk import Desk, change
from desktop.store.queries_erasure import calls_of_number, read_erasable

AT_ONCE = 80
"""Rows that one act erases (of 64 KiB a row with its bases takes 350 bytes, the longest reason 32 KiB)."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What came of it, in rows. `left`: calls at which, or at whose incident, somebody is still at work."""

    calls: int
    incidents: int
    left: int
    refusal: Refusal | None = None
    """Why it went no further, where it did not: what was counted before is erased."""


async def calls_from(desk: Desk, number: str) -> Sequence[str]:
    """The ids of all calls from a number in its normal form. StoreError `not_allowed` on a server."""
    return await desk.store.read(lambda connection: calls_of_number(connection, number))


async def erase(desk: Desk, calls: Collection[str], reason: str) -> Erasure:
    """Erase numbers, names, narratives and patients of calls that are over, and the notes of acts about them.

    Their incidents go with them; other callers of these incidents stay. The reason stays too: it is the note
    of the act, and names nobody. StoreError `not_allowed` on a server for who may not erase.
    """
    found = await desk.store.read(lambda connection: read_erasable(connection, calls))
    rows = [*found.calls, *found.incidents]
    done, refusal = 0, None
    while done < len(rows) and refusal is None:
        part = rows[done : done + AT_ONCE]
        outcome = await desk.act(ERASED, [change(ERASED, row) for row in part], note=reason)
        if isinstance(outcome, Refusal):
            refusal = outcome
        else:
            done += len(part)
    erased_calls = min(done, len(found.calls))
    return Erasure(erased_calls, done - erased_calls, len(found.running), refusal)
