"""Erasing what is personal: of a caller calls and their incidents, of a place what warnings said of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from desktop.domain.acts import Refusal
from desktop.domain.distance import metres_between
from desktop.domain.kinds_erasure import ERASED, NOTE
from desktop.domain.warnings import PlaceWarning, place_key
from desktop.operations.contacts import erase_person
from desktop.operations.desk import Desk, change, new_row
from desktop.operations.points import Point, read_point
from desktop.store.queries import read_contacts
from desktop.store.queries_erasure import (
    calls_of_number,
    memos_until,
    read_erasable,
    read_holding,
    rows_naming,
    warnings_of_place,
)

AT_ONCE = 80
"""Rows that one act erases (of 64 KiB a row with its bases takes 350 bytes, the longest reason 32 KiB)."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What came of it, in rows.

    `left`: calls at which, or at whose incident, somebody is still at work; warnings not withdrawn, reminders
    not done.
    """

    calls: int
    incidents: int
    left: int
    warnings: int = 0
    memos: int = 0
    others: int = 0
    """Names of crews, and hand-overs."""
    refusal: Refusal | None = None
    """Why it went no further, where it did not: what was counted before is erased."""
    contacts: int = 0
    notes: int = 0
    """Notes of acts that were erased for the number in them."""
    standing: int = 0
    """Rows where nothing is personal and the number stands still, as in a landmark: nothing erases them."""


async def calls_from(desk: Desk, number: str) -> Sequence[str]:
    """The ids of all calls from a number in its normal form. StoreError `not_allowed` on a server."""
    return await desk.store.read(lambda connection: calls_of_number(connection, number))


async def warnings_at(desk: Desk, place: str) -> Sequence[str]:
    """The ids of the warnings of a place: an address as it was written, a point, or a warning's own id."""
    key, point = place_key(place), read_point(place, None)

    def fits(warning: PlaceWarning) -> bool:
        if warning.id == place.strip().casefold():
            return True
        if isinstance(point, Point):
            return _near(point, warning)
        return bool(key) and place_key(warning.address) == key

    return await desk.store.read(lambda connection: warnings_of_place(connection, fits))


async def rows_with(desk: Desk, name: str) -> Sequence[str]:
    """The ids of the crews, and of the hand-overs, in which a name stands. StoreError as `calls_from` has
    it.
    """
    wanted = name.strip()
    if not wanted:
        return ()
    return await desk.store.read(lambda connection: rows_naming(connection, wanted))


async def memos_made_until(desk: Desk, day: date) -> Sequence[str]:
    """The ids of the messages and reminders made up to the end of a day of the city's."""
    ends = datetime.combine(day + timedelta(days=1), time(), desk.store.centre.zone)
    return await desk.store.read(lambda connection: memos_until(connection, ends))


def _near(point: Point, warning: PlaceWarning) -> bool:
    if warning.latitude is None or warning.longitude is None:
        return False
    apart = metres_between(point.latitude, point.longitude, warning.latitude, warning.longitude)
    return apart <= warning.radius


async def erase_contact(desk: Desk, code: str, reason: str) -> Erasure:
    """Erase the person behind a contact of the phone book; none is erased where there is no such contact."""
    entry = (await desk.store.read(read_contacts)).get(code)
    if entry is None:
        return Erasure(0, 0, 0)
    outcome = await erase_person(desk, entry, reason)
    if isinstance(outcome, Refusal):
        return Erasure(0, 0, 0, refusal=outcome)
    return Erasure(0, 0, 0, contacts=1)


async def erase(desk: Desk, calls: Collection[str], reason: str, number: str | None = None) -> Erasure:
    """Erase numbers, names, narratives and patients of calls that are over, and the notes of acts about them.

    Among `calls` may be ids of warnings that were withdrawn: their texts and sources go; and of crews and
    hand-overs: names, pages and what was to be watched go. The incidents of
    calls go with them; other callers of these incidents stay. With `number` (in its normal form) goes what
    else is personal and over in which it stands, whoever wrote it, and each note. The reason stays too: it is
    the note of the act, and names nobody. StoreError `not_allowed` on a server for who may not erase.
    """
    found = await desk.store.read(lambda connection: read_erasable(connection, calls))
    if number is not None:
        found |= await desk.store.read(lambda connection: read_holding(connection, number))
    rows = [*found.calls, *found.incidents, *found.warnings, *found.memos, *found.others]
    # Notes first: of one that went with its call nothing is left to be erased.
    changes = [new_row(NOTE, act, incident=about) for act, about in found.notes]
    changes += [change(ERASED, row) for row in rows]
    done, refusal = 0, None
    while done < len(changes) and refusal is None:
        part = changes[done : done + AT_ONCE]
        outcome = await desk.act(ERASED, part, note=reason)
        if isinstance(outcome, Refusal):
            refusal = outcome
        else:
            done += len(part)
    counts = []
    for kind in (found.notes, found.calls, found.incidents, found.warnings, found.memos, found.others):
        counts.append(min(done, len(kind)))
        done -= counts[-1]
    notes, erased_calls, incidents, warnings, memos, others = counts
    done_with = Erasure(erased_calls, incidents, len(found.running), warnings, memos, others, refusal)
    return replace(done_with, notes=notes, standing=found.standing)
