"""The guard of taking a unit's status back: nothing may have followed, and nothing new is told."""

from desktop.domain.acts import Op, Refusal
from desktop.domain.records import Value
from desktop.domain.units import BUSY, MOVES, STAMPS, AssignmentState, UnitStatus
from desktop.domain.view import Step, View

_ENDED = frozenset({"ended_at", "ended_first"})


def status_goes_back(view: View) -> Refusal | None:
    """A status and the assignments that its act wrote go back to what they may have been before.

    The present status may follow the one before; no stamp is set that was not, or later than it is; what ends
    because its beginning is taken back ends as it began.
    """
    units = {step.change.row: step for step in view.of("unit", Op.UPDATE)}
    for row, step in sorted(units.items()):
        before, now = (UnitStatus(str(one["status"])) for one in (step.after, step.before or {}))
        if now not in MOVES[before] or _is_later(step, "status_at"):
            return Refusal("status_goes_back", "unit", row, act=_act(step, "status"))
    for step in sorted(view.of("assignment", Op.UPDATE), key=lambda one: one.change.row):
        refusal = _of_assignment(step, units.get(str(step.after["unit"])))
        if refusal is not None:
            return refusal
    written = {step.change.row for step in view.of("assignment")}
    for row, step in sorted(units.items()):
        running = view.after.find("assignment", "unit", row, AssignmentState.RUNNING)
        status = UnitStatus(str(step.after["status"]))
        unstamped = any(one[f"{STAMPS[status]}_at"] is None for one in running.values() if status in BUSY)
        alone = (status in BUSY) != bool(running) or len(running) > 1 or not running.keys() <= written
        if alone or unstamped:
            return Refusal("status_goes_back", "unit", row, act=_act(step, "status"))
    return None


def _of_assignment(step: Step, unit: Step | None) -> Refusal | None:
    row, states = step.change.row, {(step.before or {})["state"], step.after["state"]}
    if unit is None or _act(step, "state") != _act(unit, "status") or AssignmentState.QUEUED in states:
        return Refusal("status_goes_back", "assignment", row, act=_act(step, "state"))
    ends = step.after["state"] == AssignmentState.ENDED
    if ends and any(step.after[one] != step.after["assigned_at"] for one in _ENDED):
        return Refusal("status_goes_back", "assignment", row, "ended_at")
    for column in sorted(one for one in step.written if one.endswith(("_at", "_first"))):
        if _is_later(step, column) and not (ends and column in _ENDED):
            return Refusal("status_goes_back", "assignment", row, column)
    return None


def _is_later(step: Step, column: str) -> bool:
    """Whether a moment is set that was not, or later than it was."""
    was, now = (step.before or {})[column], step.after[column]
    return now is not None and (was is None or _is_after(now, was))


def _is_after(one: Value, other: Value) -> bool:
    return one > other  # type: ignore[operator]  # - a column of times


def _act(step: Step, group: str) -> str | None:
    found = (step.before or {}).get(f"{group}_act")
    return None if found is None else str(found)
