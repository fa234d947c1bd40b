"""A crew in distress: raised at any desk, taken by one, ended by who says how."""

from desktop.domain.distress import Distress, DistressEnd
from desktop.domain.kinds_distress import RAISED
from desktop.domain.units import Assignment, Unit
from desktop.operations.desk import Desk, Outcome, change, new_row


async def raise_distress(
    desk: Desk, unit: Unit, running: Assignment | None, note: str | None = None
) -> Outcome:
    """Say that a unit's crew is in distress; every desk is alarmed. `note`: what was heard."""
    row = desk.new_id()
    incident = running.incident if running is not None else None
    return await desk.act(RAISED, [new_row("distress", row, unit=unit.id, incident=incident)], note, row)


async def take_distress(desk: Desk, seen: Distress) -> Outcome:
    """Take it in hand: the alarm ends at every desk."""
    return await desk.act("distress.taken", [change("distress.taken", seen)])


async def end_distress(desk: Desk, seen: Distress, how: DistressEnd, who_said: str) -> Outcome:
    """End it: the crew is safe, or it was a false alarm. `who_said`: by whose word."""
    kind = f"distress.{how.value}"
    return await desk.act(kind, [change(kind, seen)], who_said)
