"""Taking calls: answered, described, held, ended, joined, blocked."""

from collections.abc import Mapping
from datetime import datetime

from desktop.domain.acts import Change
from desktop.domain.board import CallEntry
from desktop.domain.calls import BLOCK_HOURS, Block, Call, CallType, Channel, Direction
from desktop.domain.incidents import Incident
from desktop.domain.kinds_calls import CALLER, LINE
from desktop.domain.records import Value
from desktop.operations.desk import Desk, Outcome, change, new_row

Values = Mapping[str, Value]
"""Columns of a call and of its personal row together, by name."""


async def take_call(
    desk: Desk,
    channel: Channel = Channel.TRUNK_112,
    *,
    number: str | None = None,
    rang_at: datetime | None = None,
    direction: Direction = Direction.IN,
    external: tuple[str, str] | None = None,
    call: str | None = None,
) -> Outcome:
    """Answer a call: from now on other desks see that someone is speaking.

    `external`: (system, id) of the call elsewhere. `call`: the id that it shall have, for one that was begun
    before the database could be reached. The call's id is the outcome's `row`.
    """
    call = call or desk.new_id()
    changes = [
        new_row("call", call, channel=channel, direction=direction, rang_at=rang_at),
        new_row("call_private", call, number=number),
    ]
    if external is not None:
        system, name = external
        changes.append(
            new_row("external_reference", desk.new_id(), system=system, external_id=name, call=call)
        )
    return await desk.act("call.taken", changes, row=call)


async def describe_call(desk: Desk, seen: CallEntry, values: Values) -> Outcome:
    """Save what is now known of a call, during it or later."""
    return await desk.act("call.described", describing("call.described", seen, values))


async def hold_call(desk: Desk, seen: Call) -> Outcome:
    """Put a call on hold."""
    return await desk.act("call.held", [change("call.held", seen)])


async def resume_call(desk: Desk, seen: Call) -> Outcome:
    """Speak again with a caller on hold."""
    return await desk.act("call.resumed", [change("call.resumed", seen)])


async def hang_up(desk: Desk, seen: Call) -> Outcome:
    """The caller hung up. That finishes a call of an incident; another still waits for its type."""
    kind = "call.hung_up" if seen.incident is None else "call.finished"
    return await desk.act(kind, [change(kind, seen)])


async def end_call(
    desk: Desk,
    seen: CallEntry,
    call_type: CallType,
    values: Values | None = None,
    note: str | None = None,
    listened: int | None = None,
) -> Outcome:
    """End a call without an incident, as prank, silent and so on, with whatever has been typed.

    `listened`: for how many seconds nobody was heard, of a silent call.
    """
    values = values or {}
    own = {name: value for name, value in values.items() if name in LINE}
    changes = [
        change("call.ended", seen.call, call_type=call_type, **own),
        *_private("call.ended", seen, values),
    ]
    if listened is not None:
        changes.append(new_row("silence", desk.new_id(), call=seen.id, seconds=listened))
    return await desk.act("call.ended", changes, note)


async def break_off(desk: Desk, seen: Call) -> Outcome:
    """The caller of an incident was cut off in mid-sentence: it stays, and he waits to be called back."""
    return await desk.act("call.broken_off", [change("call.broken_off", seen)])


async def undo_end(desk: Desk, seen: Call) -> Outcome:
    """Take back that a call was ended; it runs again."""
    return await desk.act("call.end_undone", [change("call.end_undone", seen)])


async def join_call(desk: Desk, seen: CallEntry, incident: Incident, values: Values) -> Outcome:
    """Make a call one more caller of an incident, with its own narrative."""
    own = {name: value for name, value in values.items() if name in LINE}
    changes = [
        change("call.joined", seen.call, incident=incident.id, **own),
        *_private("call.joined", seen, values),
    ]
    return await desk.act("call.joined", changes)


async def part_call(desk: Desk, seen: Call, note: str | None = None) -> Outcome:
    """Take a call out of an incident that it joined by mistake: it runs again, as nobody's yet."""
    return await desk.act("call.parted", [change("call.parted", seen)], note)


async def block_number(desk: Desk, call: Call, hours: int = BLOCK_HOURS, note: str | None = None) -> Outcome:
    """Block the number of a call for some hours."""
    block = desk.new_id()
    made = new_row("block", block, call=call.id, hours=hours)
    return await desk.act("number.blocked", [made], note, row=block)


async def lift_block(desk: Desk, seen: Block, reason: str) -> Outcome:
    """Lift a block, with a reason."""
    return await desk.act("block.lifted", [change("block.lifted", seen)], reason)


def describing(kind: str, seen: CallEntry, values: Values) -> list[Change]:
    """The changes that save values of a call under an act of that kind; none for what has no values."""
    own = {name: value for name, value in values.items() if name in LINE}
    changes = [change(kind, seen.call, **own)] if own else []
    return changes + _private(kind, seen, values)


def _private(kind: str, seen: CallEntry, values: Values) -> list[Change]:
    personal = {name: value for name, value in values.items() if name in CALLER}
    return [change(kind, seen.private, **personal)] if personal else []
