"""Guards about lost calls, calling back, and blocks that are overruled."""

from collections.abc import Callable

from desktop.domain.acts import Op, Refusal
from desktop.domain.calling_back import LOST
from desktop.domain.calls import CallType, Direction
from desktop.domain.view import View


def silence_of_silent(view: View) -> Refusal | None:
    """Who listened in vain listened to a call that this act ends as silent."""
    ended = {step.change.row for step in view.of("call") if step.after["call_type"] == CallType.SILENT}
    for step in view.of("silence"):
        if step.after["call"] not in ended:
            return Refusal("silence_of_silent", "silence", step.change.row)
    return None


def block_of_number(view: View) -> Refusal | None:
    """The block that is overruled is on the number of the call."""
    numbers = [view.after.get("call_private", step.change.row) for step in view.of("call")]
    for step in view.of("block", Op.UPDATE):
        blocked = view.after.get("call_private", str(step.after["call"]))
        number = None if blocked is None else blocked["number"]
        if number is None or any(one is None or one["number"] != number for one in numbers):
            return Refusal("block_of_number", "block", step.change.row)
    return None


def call_back_of_lost(view: View) -> Refusal | None:
    """Called back is a call that came in and was lost, by one that the act makes, and by nobody else now."""
    made = {step.change.row for step in view.of("call", Op.INSERT)}
    for step in view.of("call_back", Op.INSERT):
        row, by_call = str(step.after["call"]), step.after["by_call"]
        call = view.after.get("call", row) or {}
        lost = call.get("direction") == Direction.IN and call.get("call_type") in LOST
        if not lost or call.get("ended_at") is None or (by_call is not None and by_call not in made):
            return Refusal("call_back_of_lost", "call", row)
        for key, other in sorted(view.after.find("call_back", "call", row).items()):
            if key == step.change.row:
                continue
            if _runs(view, other["by_call"]):
                return Refusal("call_back_runs", "call", row, act=str(other["last_act"]))
    return None


def _runs(view: View, call: object) -> bool:
    found = None if call is None else view.after.get("call", str(call))
    return found is not None and found["ended_at"] is None


CALL_BACK_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (
    silence_of_silent,
    block_of_number,
    call_back_of_lost,
)
