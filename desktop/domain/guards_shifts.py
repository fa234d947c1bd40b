"""Guards about crews on duty, hand-overs, and in whose hand an incident is."""

from collections.abc import Callable
from datetime import datetime

from desktop.domain.acts import Op, Refusal
from desktop.domain.records import Row
from desktop.domain.shifts import HANDOVER_LASTS
from desktop.domain.units import UnitStatus
from desktop.domain.view import View


def crew_as_signed(view: View) -> Refusal | None:
    """The unit is the one that was signed, with the crew that signed; one that is off duty has none."""
    signs = {str(step.after["unit"]): step.after for step in view.of("crew_sign", Op.INSERT)}
    for step in view.of("unit", Op.UPDATE):
        sign, unit = signs.get(step.change.row), step.after
        fits = sign is not None and sign["on_duty"] == (unit["status"] != UnitStatus.OFF_DUTY)
        if fits and sign is not None and sign["on_duty"]:
            fits = (sign["head_count"], sign["shift"]) == (unit["head_count"], unit["shift"])
        if not fits:
            return Refusal("crew_as_signed", "unit", step.change.row, act=_act(step.before, "status"))
    return None


def handover_by_another(view: View) -> Refusal | None:
    """Who takes over is not who hands over, nobody took it before, and it is not too old.

    One who delivers what two signed while they were cut off is neither.
    """
    for step in view.of("handover", Op.UPDATE):
        before = step.before or {}
        if before["taken_at"] is not None:
            return Refusal("handover_taken", "handover", step.change.row, act=_act(before, "taking"))
        given = before["given_at"]
        if isinstance(given, datetime) and _moment(view) - given > HANDOVER_LASTS:
            return Refusal("handover_lapsed", "handover", step.change.row)
        taker = view.act.claimed_by or step.after["taken_by"]
        if (_claimed(view, before) or before["given_by"]) == taker:
            return Refusal("handover_by_another", "handover", step.change.row)
    return None


def passed_on_by_giver(view: View) -> Refusal | None:
    """With a hand-over pass only incidents that were in the hand of who hands over, already when, as claimed,
    it was taken.
    """
    giver = set[object]()
    for step in view.of("handover", Op.UPDATE):
        giver |= {step.after["given_by"], _claimed(view, step.before)}
    for step in view.of("incident", Op.UPDATE):
        before = step.before or {}
        since = before["held_since"]
        is_later = isinstance(since, datetime) and since > _moment(view)
        if before["holder"] not in giver - {None} or is_later:
            return Refusal("passed_on_by_giver", "incident", step.change.row, act=_act(before, "holder"))
    return None


def signed_by_giver(view: View) -> Refusal | None:
    """Who had the incidents in hand signed the hand-over himself, and no other delivered it as his."""
    givers = {step.after["given_by"] for step in view.of("handover", Op.UPDATE)}
    for step in view.of("incident", Op.UPDATE):
        if (step.before or {})["holder"] not in givers:
            return Refusal("signed_by_giver", "incident", step.change.row)
    return None


def in_nobodys_hand(view: View) -> Refusal | None:
    """The incident was in nobody's hand, or in the own. Who can sign in no longer holds nothing."""
    for step in view.of("incident", Op.UPDATE):
        holder = (step.before or {})["holder"]
        if holder not in (None, step.after["holder"]) and not view.rows.has_left(str(holder)):
            return Refusal("in_nobodys_hand", "incident", step.change.row, act=_act(step.before, "holder"))
    return None


def let_go_by_holder(view: View) -> Refusal | None:
    """Who lets go of an incident has it in hand; of one whose holder can sign in no longer, everybody may."""
    for step in view.of("incident", Op.UPDATE):
        holder = (step.before or {})["holder"]
        if holder not in (None, view.author, view.act.claimed_by) and not view.rows.has_left(str(holder)):
            return Refusal("let_go_by_holder", "incident", step.change.row, act=_act(step.before, "holder"))
    return None


def in_anothers_hand(view: View) -> Refusal | None:
    """The incident was in another's hand."""
    for step in view.of("incident", Op.UPDATE):
        if (step.before or {})["holder"] in (None, step.after["holder"]):
            return Refusal("in_anothers_hand", "incident", step.change.row, act=_act(step.before, "holder"))
    return None


def _moment(view: View) -> datetime:
    return view.act.occurred_at or view.now


def _claimed(view: View, row: Row | None) -> str | None:
    """For whom the act was delivered that last wrote a row."""
    return view.rows.claimed_by(str((row or {}).get("last_act")))


def _act(row: Row | None, group: str) -> str | None:
    found = (row or {}).get(f"{group}_act")
    return None if found is None else str(found)


SHIFT_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (
    crew_as_signed,
    handover_by_another,
    passed_on_by_giver,
    signed_by_giver,
    in_nobodys_hand,
    let_go_by_holder,
    in_anothers_hand,
)
