"""Crews on and off duty, handing over, and taking over what another has in hand."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from desktop.domain.board import Case
from desktop.domain.handover import Standing, page_of
from desktop.domain.incidents import Incident
from desktop.domain.kinds_shifts import (
    GIVEN,
    PASSED_ON,
    RELIEVED,
    SIGNED_OFF,
    SIGNED_ON,
    TAKEN,
    TAKEN_OVER,
)
from desktop.domain.shifts import Crew, Handover, HandoverEntry, Shift
from desktop.domain.units import Unit, UnitStatus
from desktop.operations.desk import Desk, Outcome, change, new_row
from desktop.store.queries_shifts import read_blocked, read_crews, read_handover, read_handovers


async def sign_on(
    desk: Desk, unit: Unit, shift: Shift | None, head_count: int, names: str, note: str | None = None
) -> Outcome:
    """Sign a crew on to a unit: one that is off duty becomes available, else the crew before is relieved.

    The crew's own time on duty begins.
    """
    kind = SIGNED_ON if unit.status is UnitStatus.OFF_DUTY else RELIEVED
    code = shift.id if shift is not None else None
    row = desk.new_id()
    changes = [
        new_row("crew_sign", row, unit=unit.id, head_count=head_count, shift=code),
        new_row("crew_sign_private", row, names=names.strip() or None),
        change(kind, unit, head_count=head_count, shift=code),
    ]
    return await desk.act(kind, changes, note, row)


async def sign_off(desk: Desk, unit: Unit, note: str | None = None) -> Outcome:
    """Sign the crew off: the unit is off duty."""
    row = desk.new_id()
    changes = [
        new_row("crew_sign", row, unit=unit.id),
        new_row("crew_sign_private", row),
        change(SIGNED_OFF, unit),
    ]
    return await desk.act(SIGNED_OFF, changes, note, row)


async def give_handover(desk: Desk, standing: Standing, shift: Shift | None, watch: str) -> Outcome:
    """Sign the page of how things stand, with what the next one is to watch."""
    row = desk.new_id()
    changes = [
        new_row("handover", row, shift=shift.id if shift is not None else None),
        new_row("handover_private", row, page=page_of(standing), watch=watch.strip() or None),
    ]
    return await desk.act(GIVEN, changes, row=row)


async def take_handover(desk: Desk, seen: Handover, passing: Iterable[Case], note: str | None) -> Outcome:
    """Sign that the page was read. `passing`: what who hands over has in hand, and passes on with it."""
    passed = [change(TAKEN, case.incident) for case in list(passing)[:PASSED_ON]]
    return await desk.act(TAKEN, [change(TAKEN, seen), *passed], note, seen.id)


async def take_over(desk: Desk, seen: Incident, reason: str) -> Outcome:
    """Take an incident out of another's hand, for a reason."""
    return await desk.act(TAKEN_OVER, [change(TAKEN_OVER, seen)], reason)


async def crews_on_duty(desk: Desk) -> dict[str, Crew]:
    """The crews that are on duty, by unit; without names for who may not read them."""
    return await desk.store.read(read_crews)


async def handovers(desk: Desk) -> Sequence[HandoverEntry]:
    """The last hand-overs, the newest first; those that wait with what they say."""
    return await desk.store.read(read_handovers)


async def one_handover(desk: Desk, handover: str) -> HandoverEntry | None:
    """One hand-over with what it says."""
    return await desk.store.read(lambda connection: read_handover(connection, handover))


async def blocked_numbers(desk: Desk, now: datetime) -> Sequence[tuple[str | None, datetime | None]]:
    """The numbers that are blocked at `now` (aware), each with the end of its block, the next one first.

    None for a number that may not be read.
    """
    found = await desk.store.read(lambda connection: read_blocked(connection, now))
    return [(one.number, one.block.ends_at) for one in found]
