"""Calling back those whose call was lost, and taking a blocked call as real."""

from desktop.domain.board import CallEntry
from desktop.domain.calls import Block
from desktop.domain.kinds_calls import CALLER
from desktop.operations.calls import Values, describing
from desktop.operations.desk import Desk, Outcome, change, new_row


async def call_back(desk: Desk, lost: CallEntry, call: str) -> Outcome:
    """Begin to call the caller of a lost call back. `call`: the id that the outgoing call shall have."""
    private = lost.private
    changes = [
        new_row("call", call, channel=lost.call.channel),
        new_row("call_private", call, number=private.number, name=private.name),
        new_row("call_back", desk.new_id(), call=lost.id, by_call=call),
    ]
    return await desk.act("call_back.begun", changes, row=call)


async def give_up(desk: Desk, lost: CallEntry, reason: str | None = None) -> Outcome:
    """Say that nobody calls the caller of a lost call back any more."""
    made = new_row("call_back", desk.new_id(), call=lost.id)
    return await desk.act("call_back.given_up", [made], reason)


async def overrule_block(desk: Desk, block: Block, seen: CallEntry, values: Values) -> Outcome:
    """Take a call from a blocked number as real: the block is lifted. `values`: what the call lacks yet."""
    kind = "block.overruled"
    personal = {name: value for name, value in values.items() if name in CALLER}
    return await desk.act(
        kind, [change(kind, block), change(kind, seen.call), *describing(kind, seen, personal)]
    )
