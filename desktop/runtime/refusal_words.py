"""Refusals in words: why something was not accepted, and who stood in the way."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.domain.board import Case
from desktop.domain.units import Assignment, Unit
from desktop.operations.reading import Writer
from desktop.runtime.code_words import word
from desktop.runtime.marking import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP

REFUSALS = {
    "role": _N("Problems", "Your role does not allow this."),
    "note": _N("Problems", "A reason is needed."),
    "time": _N("Problems", "That time lies too far from now."),
    "value": _N("Problems", "A value is not possible: {column}."),
    "form": _N("Problems", "A value is not possible: {column}."),
    "too_big": _N("Problems", "That is too long to be saved."),
    "unit_taken": _N("Problems", "{unit} has just been assigned by {who} at {at}."),
    "unit_changed": _N("Problems", "{unit} was changed by {who} at {at}. Look again, then repeat."),
    "one_queued": _N("Problems", "{unit} is expected at an incident already. Look again, then repeat."),
    "was_queued": _N("Problems", "The unit was not waited for any more. Look again, then repeat."),
    "status_goes_back": _N("Problems", "Something followed already: that status stays. Look again."),
    "unit_moves": _N("Problems", "{unit} is {status}: that status cannot follow."),
    "unit_with_assignment": _N("Problems", "{unit} has changed meanwhile. Look again, then repeat."),
    "assignment_running": _N("Problems", "That assignment has already ended."),
    "incident_open": _N("Problems", "The incident was closed or merged by {who} at {at}."),
    "was_open": _N("Problems", "The incident was already closed by {who} at {at}."),
    "was_closed": _N("Problems", "The incident is not closed."),
    "opened_anew_since": _N("Problems", "The incident changed meanwhile. Look again, then open it again."),
    "incident_not_merged": _N("Problems", "The incident was merged into another by {who} at {at}."),
    "nothing_runs_without_reason": _N("Problems", "Units or agencies are still at work: give a reason."),
    "merge_moves_all": _N("Problems", "The incident changed meanwhile. Look again, then merge."),
    "merge_keeps_restriction": _N(
        "Problems", "A restricted incident can only be merged into one that is restricted too."
    ),
    "category_restricts": _N("Problems", "Incidents of this category are restricted: set both together."),
    "restricted_meanwhile": _N(
        "Problems",
        "The incident was restricted meanwhile. Open it for a reason (Ctrl+Shift+G) then deliver it anew,"
        " or let a dispatcher or supervisor sign in here and deliver it.",
    ),
    "relation_of_two": _N("Problems", "An incident cannot be related to itself."),
    "struck_act_has_note": _N("Problems", "There is no note to strike through."),
    "restricted_lifted_by_supervisor": _N("Problems", "Only a supervisor may lift the restriction."),
    "safe_confirmed": _N(
        "Problems", "{column} has not called the place safe: write that first, or give a reason."
    ),
    "not_confirmed": _N("Problems", "The agency called it safe already, or is not there."),
    "was_confirmed": _N("Problems", "The agency has not called it safe."),
    "one_lead": _N("Problems", "Another agency leads already."),
    "agency_once": _N("Problems", "That agency has been told already."),
    "referral_moves": _N("Problems", "That answer cannot follow the present one."),
    "call_running": _N("Problems", "The call has already ended."),
    "call_ended": _N("Problems", "The call runs already."),
    "call_without_incident": _N("Problems", "The call belongs to an incident already."),
    "call_with_incident": _N("Problems", "The call belongs to no incident."),
    "call_partable": _N("Problems", "Only a call that joined the incident can be parted from it."),
    "call_has_number": _N("Problems", "The call has no number that could be blocked."),
    "stamps_in_order": _N("Problems", "That time does not fit the times before and after it."),
    "target_open": _N("Problems", "The unit is there already, or the incident is closed."),
    "warnings_read": _N("Problems", "A critical warning of the place must be read first: Alt+A."),
    "warning_as_read": _N("Problems", "{who} changed the warning at {at}. Read it again: Alt+A."),
    "warning_active": _N("Problems", "The warning was withdrawn by {who} at {at}."),
    "warning_has_place": _N("Problems", "A warning needs a place: an address, an area or a point."),
    "full_ahead": _N("Problems", "A hospital is full for 48 hours at most, from now on."),
    "transport_fits": _N("Problems", "The unit works for another incident now. Look again, then repeat."),
    "told_whom": _N("Problems", "Whoever was told works for another incident now. Look again, then repeat."),
    "was_at_hospital": _N("Problems", "{unit} is {status}: it brings nobody to a hospital."),
    "handed_over_there": _N("Problems", "The hand-over cannot be before the unit came as far as it did."),
    "one_distress": _N("Problems", "{who} raised the alarm for this crew at {at}: take it."),
    "distress_open": _N("Problems", "{who} ended this distress at {at}."),
    "call_back_runs": _N("Problems", "{who} has been calling back since {at}."),
    "call_back_of_lost": _N("Problems", "That call is not one to call back."),
    "block_of_number": _N("Problems", "The block is on another number."),
    "memo_fits": _N("Problems", "Only a message is read, only a reminder is put off or done."),
    "reminder_open": _N("Problems", "{who} did that already at {at}."),
    "erased_is_over": _N("Problems", "The call or incident is not over yet."),
    "note_erasable": _N("Problems", "There is no note to erase."),
    "row_exists": _N("Problems", "That was done already."),
    "row_missing": _N("Problems", "What this is about is not in the database."),
    "reference": _N("Problems", "A value names what is not in the database: {column}."),
    "approval_named": _N("Problems", "That is no version of a question card."),
    "approval_changes": _N("Problems", "That was decided so already by {who} at {at}."),
    "alias_said": _N("Problems", "That cannot be the number of an incident."),
    "free_again": _N("Problems", "A unit that is called off is available or on its way home."),
    "junk_type": _N("Problems", "Say what kind of call it was."),
    "restore_undecided": _N("Problems", "That was decided already."),
    "kept_place_named": _N("Problems", "A place that is kept needs a name."),
    "kept_place_stands": _N("Problems", "That place was withdrawn by {who} at {at}."),
    "place_corrected_once": _N("Problems", "That place was corrected by {who} at {at}: change that instead."),
    "crew_as_signed": _N("Problems", "{unit} has changed meanwhile. Look again, then repeat."),
    "handover_taken": _N("Problems", "{who} took this over at {at}."),
    "handover_lapsed": _N(
        "Problems", "That was signed more than 4 hours ago: who goes signs anew, or a supervisor takes over."
    ),
    "handover_by_another": _N("Problems", "Who hands over cannot take it over: another signs."),
    "passed_on_by_giver": _N("Problems", "{who} took one of these incidents at {at}. Look again, then sign."),
    "in_nobodys_hand": _N(
        "Problems", "{who} has had it in hand since {at}: a supervisor takes it over, for a reason."
    ),
    "let_go_by_holder": _N(
        "Problems", "{who} has had it in hand since {at}: who has it lets go, or a supervisor takes it over."
    ),
    "in_anothers_hand": _N("Problems", "The incident is in nobody else's hand."),
    "training_only": _N("Problems", "The clock can be set in a training centre only."),
    "too_many": _N("Problems", "Too much was written in one minute. Wait a moment, then repeat."),
    "unknown": _N("Problems", "The server did not accept this and gave no reason."),
    **dict.fromkeys(
        (
            *("format", "kind", "id", "id_used", "count", "field", "needed", "base", "not_allowed"),
            *("side_rows", "opened_by_call", "silence_of_silent", "state_of_hospital", "alarm_named"),
            *("plans_versioned", "room_again", "signed_by_giver"),
        ),
        _N(
            "Problems",
            "This desk and its centre do not understand each other ({code}): update the older one.",
        ),
    ),
    "changed": _N("Problems", "{who} changed this at {at}. Look again, then repeat."),
}
_TAKING = ("unit.assigned", "unit.diverted", "unit.occupied")
"""Kinds of act after which a unit is busy: said plainly, not as a change."""
_OTHER = _N("Problems", "That was not accepted ({code}).")


class Shown(Protocol):
    """What a desk shows of units and incidents."""

    @property
    def units(self) -> Mapping[str, Unit]:
        """Units by id."""

    @property
    def cases(self) -> Mapping[str, Case]:
        """Cases by id."""

    @property
    def occupied(self) -> Mapping[str, Assignment]:
        """Running assignments that no case has, by unit."""


def refusal_words(board: Shown, zone: tzinfo, refusal: Refusal, writer: Writer | None) -> str:
    """The words for a refusal. `writer`: who wrote the act in the way, when that is known."""
    unit = _unit_of(board, refusal)
    told = _of_unit(writer) if refusal.code == "changed" and unit is not None else refusal.code
    source = QCoreApplication.translate("Problems", REFUSALS.get(told, _OTHER))
    someone = QCoreApplication.translate("Problems", "someone")
    return source.format(
        code=refusal.code,
        column=refusal.column or "",
        unit=unit.call_sign if unit else refusal.row or "",
        status=word(unit.status) if unit else "",
        who=writer.name if writer else someone,
        at=f"{writer.at.astimezone(zone):%H:%M:%S}" if writer else "",
    )


def _of_unit(writer: Writer | None) -> str:
    return "unit_taken" if writer is not None and writer.kind in _TAKING else "unit_changed"


def _unit_of(board: Shown, refusal: Refusal) -> Unit | None:
    """The unit that a refusal is about, or about whose assignment it is."""
    row = refusal.row or ""
    if refusal.table == "assignment":
        assignments = (one for case in board.cases.values() for one in case.assignments)
        row = next((one.unit for one in (*assignments, *board.occupied.values()) if one.id == row), "")
    return board.units.get(row) if refusal.table in ("unit", "assignment") else None
