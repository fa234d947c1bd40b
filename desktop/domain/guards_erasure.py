"""Guards about erasing what is personal."""

from collections.abc import Callable

from desktop.domain.acts import Refusal
from desktop.domain.kinds_erasure import NOTE
from desktop.domain.memos import MemoState
from desktop.domain.view import View, is_open
from desktop.domain.warnings import WarningState


def erased_is_over(view: View) -> Refusal | None:
    """What is erased belongs to calls that have ended, incidents that are closed, warnings withdrawn,
    reminders done.
    """
    for step in view.of("call_private"):
        call = view.after.get("call", step.change.row) or {}
        incident = view.after.get("incident", str(call["incident"]))
        if call["ended_at"] is None or (incident is not None and is_open(incident)):
            return Refusal("erased_is_over", "call", step.change.row)
    for step in view.of("incident_private"):
        incident = view.after.get("incident", step.change.row)
        if incident is not None and is_open(incident):
            return Refusal("erased_is_over", "incident", step.change.row)
    for step in view.of("place_warning_private"):
        warning = view.after.get("place_warning", step.change.row) or {}
        if warning.get("state") != WarningState.WITHDRAWN:
            return Refusal("erased_is_over", "place_warning", step.change.row)
    for step in view.of("memo_private"):
        memo = view.after.get("memo", step.change.row) or {}
        if memo.get("state") == MemoState.OPEN:
            return Refusal("erased_is_over", "memo", step.change.row)
    return None


def note_erasable(view: View) -> Refusal | None:
    """The act has a note, is no erasure, whose note says why, and the incidents that it is about are over.

    Where it is about incidents, the row names one of them.
    """
    for step in view.of(NOTE):
        about = view.rows.noted_about(step.change.row)
        incident = step.after["incident"]
        if about is None or (str(incident) not in about if about else incident is not None):
            return Refusal("note_erasable", NOTE, step.change.row)
        for row in sorted(about):
            found = view.after.get("incident", row)
            if found is not None and is_open(found):
                return Refusal("erased_is_over", "incident", row)
    return None


ERASURE_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (erased_is_over, note_erasable)
