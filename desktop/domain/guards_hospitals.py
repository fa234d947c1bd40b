"""Guards about hospitals and who is brought to them."""

from collections.abc import Callable
from datetime import datetime

from desktop.domain.acts import Op, Refusal
from desktop.domain.hospitals import FULL_AT_MOST
from desktop.domain.units import STAMPS, TO_HOSPITAL, AssignmentState
from desktop.domain.view import View


def state_of_hospital(view: View) -> Refusal | None:
    """What is said of a hospital lies under its own code."""
    for step in view.of("hospital_state"):
        if step.change.row != step.after["hospital"]:
            return Refusal("state_of_hospital", "hospital_state", step.change.row)
    return None


def full_ahead(view: View) -> Refusal | None:
    """A hospital is full for a while that lies ahead of when it was said, and is not longer than allowed; or
    it is said that nobody knows until when.

    What was said during an outage may have passed when it is delivered: it was right when it was said.
    """
    for step in view.of("hospital_state"):
        until, said = step.after["full_until"], step.after["said_at"]
        if until is None and step.after["open_end"] is True:
            continue
        if isinstance(until, datetime) and isinstance(said, datetime) and said < until <= said + FULL_AT_MOST:
            continue
        return Refusal("full_ahead", "hospital_state", step.change.row)
    return None


def room_again(view: View) -> Refusal | None:
    """A hospital that takes patients again is not full without an end."""
    for step in view.of("hospital_state"):
        if step.after["open_end"]:
            return Refusal("room_again", "hospital_state", step.change.row)
    return None


def transport_fits(view: View) -> Refusal | None:
    """One transport is told of: that of a running assignment, or of one that this act ends."""
    steps = tuple(view.of("transport"))
    if len(steps) != 1:
        return Refusal("transport_fits", "transport")
    step = steps[0]
    assignment = view.after.get("assignment", step.change.row)
    fits = (
        assignment is not None
        and all(step.after[name] == assignment[name] for name in ("unit", "incident"))
        and step.after["assignment"] == step.change.row
    )
    if assignment is None or not fits:
        return Refusal("transport_fits", "transport", step.change.row)
    ends = any(one.change.row == step.change.row for one in view.of("assignment"))
    if assignment["state"] != AssignmentState.RUNNING and not ends:
        act = assignment.get("state_act")
        return Refusal(
            "assignment_running", "assignment", step.change.row, act=None if act is None else str(act)
        )
    return None


def was_at_hospital(view: View) -> Refusal | None:
    """The unit whose patients are handed over was at the hospital, or on its way there."""
    for step in view.of("unit", Op.UPDATE):
        if (step.before or {})["status"] not in TO_HOSPITAL:
            act = (step.before or {}).get("status_act")
            return Refusal("was_at_hospital", "unit", step.change.row, act=None if act is None else str(act))
    return None


def handed_over_there(view: View) -> Refusal | None:
    """Nobody is handed over, as a time is corrected, before the unit came as far as it did."""
    for step in view.of("transport", Op.UPDATE):
        over = step.after["handed_over_at"]
        assignment = view.after.get("assignment", step.change.row) or {}
        stamps = (assignment.get(f"{stamp}_at") for stamp in STAMPS.values())
        if any(isinstance(one, datetime) and isinstance(over, datetime) and one > over for one in stamps):
            return Refusal("handed_over_there", "transport", step.change.row, "handed_over_at")
    return None


HOSPITAL_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (
    state_of_hospital,
    full_ahead,
    room_again,
    transport_fits,
    was_at_hospital,
    handed_over_there,
)
