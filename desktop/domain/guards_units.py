"""Guards about units, their assignments and the stamps of both."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import combinations

from desktop.domain.acts import Op, Refusal
from desktop.domain.kinds import LATEST
from desktop.domain.records import Row
from desktop.domain.units import BUSY, FREE, MOVES, STAMP_ORDER, AssignmentState, UnitStatus
from desktop.domain.view import Step, View, is_open


def unit_moves(view: View) -> Refusal | None:
    """A unit's status changes only as `MOVES` has it."""
    for step in view.of("unit", Op.UPDATE):
        before, after = UnitStatus(str((step.before or {})["status"])), UnitStatus(str(step.after["status"]))
        if after not in MOVES[before]:
            return Refusal("unit_moves", "unit", step.change.row, act=_status_act(step))
    return None


def unit_with_assignment(view: View) -> Refusal | None:
    """Status and assignment change only together: a busy unit has one running assignment, another none."""
    changed = {step.change.row: step for step in view.of("unit")}
    assignments = {step.change.row: step for step in view.of("assignment")}
    for row, step in sorted(assignments.items()):
        if str(step.after["unit"]) not in changed:
            return Refusal("unit_with_assignment", "assignment", row)
        if step.before is not None and not _runs_or_begins(step):
            return Refusal("assignment_running", "assignment", row, act=_state_act(step.before))
    for row, step in sorted(changed.items()):
        running = _running(view, row)
        if len(running) > 1:
            others = (one for key, one in sorted(running.items()) if key not in assignments)
            return Refusal("unit_taken", "unit", row, act=_state_act(next(others, {})))
        busy = UnitStatus(str(step.after["status"])) in BUSY
        if busy != bool(running) or any(key not in assignments for key in running):
            return Refusal("unit_with_assignment", "unit", row, act=_status_act(step))
    return None


def _runs_or_begins(step: Step) -> bool:
    """Whether it ran before, or waited and runs from now on."""
    was, now = (step.before or {})["state"], step.after["state"]
    begins = was == AssignmentState.QUEUED and now == AssignmentState.RUNNING
    return was == AssignmentState.RUNNING or begins


def one_queued(view: View) -> Refusal | None:
    """A unit has one incident at most that waits for it: those that were closed or merged since count not."""
    for step in view.of("assignment"):
        unit = str(step.after["unit"])
        for row, one in sorted(view.after.find("assignment", "unit", unit, AssignmentState.QUEUED).items()):
            incident = view.after.get("incident", str(one["incident"]))
            if row != step.change.row and incident is not None and is_open(incident):
                return Refusal("one_queued", "unit", unit, act=_state_act(one))
    for step in view.of("assignment"):
        for _, one in sorted(_running(view, str(step.after["unit"])).items()):
            if one["incident"] == step.after["incident"]:
                return Refusal("one_queued", "unit", str(step.after["unit"]), act=_state_act(one))
    return None


def was_queued(view: View) -> Refusal | None:
    """The assignment waited for its unit."""
    for step in view.of("assignment"):
        if step.before is not None and step.before["state"] != AssignmentState.QUEUED:
            return Refusal("was_queued", "assignment", step.change.row, act=_state_act(step.before))
    return None


def assignment_running(view: View) -> Refusal | None:
    """The assignment had not ended."""
    for step in view.of("assignment", Op.UPDATE):
        if step.before is not None and step.before["state"] != AssignmentState.RUNNING:
            return Refusal("assignment_running", "assignment", step.change.row, act=_state_act(step.before))
    return None


def target_open(view: View) -> Refusal | None:
    """The incident to which a unit is diverted is open and not the one that it leaves."""
    left = {step.after["incident"] for step in view.of("assignment", Op.UPDATE)}
    for step in view.of("assignment", Op.INSERT):
        target = str(step.after["incident"])
        incident = view.after.get("incident", target)
        if incident is None or not is_open(incident) or target in left:
            return Refusal("target_open", "incident", target)
    return None


def free_again(view: View) -> Refusal | None:
    """A unit whose assignment is cancelled is available or returning."""
    for step in view.of("unit"):
        if step.after["status"] not in FREE:
            return Refusal("free_again", "unit", step.change.row)
    return None


def stamps_in_order(view: View) -> Refusal | None:
    """Corrected stamps were set before, do not lie in the future and bring none out of order with another.

    Stamps that were out of order before may stay so: a unit that turned back to the scene is on scene later
    than on the road to hospital.
    """
    for step in view.steps:
        for column in sorted(step.written):
            moment = step.after[column]
            if (step.before or {}).get(column) is None or not isinstance(moment, datetime):
                return Refusal("stamps_in_order", step.change.table, step.change.row, column)
            if moment > view.now + LATEST:
                return Refusal("stamps_in_order", step.change.table, step.change.row, column)
    for step in view.of("assignment"):
        if not _out_of_order(step.after) <= _out_of_order(step.before or {}):
            return Refusal("stamps_in_order", "assignment", step.change.row)
    return None


def _out_of_order(row: Row) -> set[tuple[str, str]]:
    stamps = ((stamp, row.get(f"{stamp}_at")) for stamp in STAMP_ORDER)
    times = [(stamp, moment) for stamp, moment in stamps if isinstance(moment, datetime)]
    return {(one, other) for (one, early), (other, late) in combinations(times, 2) if early > late}


def _running(view: View, unit: str) -> Mapping[str, Row]:
    return view.after.find("assignment", "unit", unit, AssignmentState.RUNNING)


def _status_act(step: Step) -> str | None:
    found = (step.before or {}).get("status_act")
    return None if found is None else str(found)


def _state_act(row: Row) -> str | None:
    found = row.get("state_act")
    return None if found is None else str(found)


UNIT_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (
    unit_moves,
    unit_with_assignment,
    one_queued,
    was_queued,
    assignment_running,
    target_open,
    free_again,
    stamps_in_order,
)
