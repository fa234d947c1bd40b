"""The named guards: what the kind's rule on one row cannot say."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from desktop.domain.acts import BLANKS, Op, Refusal
from desktop.domain.calls import CallType
from desktop.domain.guards_alarms import ALARM_GUARDS
from desktop.domain.guards_calling_back import CALL_BACK_GUARDS
from desktop.domain.guards_cards import CARD_GUARDS
from desktop.domain.guards_distress import DISTRESS_GUARDS
from desktop.domain.guards_erasure import ERASURE_GUARDS
from desktop.domain.guards_going_back import status_goes_back
from desktop.domain.guards_hospitals import HOSPITAL_GUARDS
from desktop.domain.guards_memos import MEMO_GUARDS
from desktop.domain.guards_places import PLACE_GUARDS
from desktop.domain.guards_safety import SAFETY_GUARDS
from desktop.domain.guards_shifts import SHIFT_GUARDS
from desktop.domain.guards_told import TOLD_GUARDS
from desktop.domain.guards_units import UNIT_GUARDS
from desktop.domain.guards_warnings import WARNING_GUARDS
from desktop.domain.incidents import ALIAS_FORM, AliasReason
from desktop.domain.kinds import LATEST
from desktop.domain.records import Row
from desktop.domain.reference import AgencyPart, Role
from desktop.domain.referrals import REFERRAL_MOVES, RUNNING, ReferralState
from desktop.domain.schema import SIDE_TABLES
from desktop.domain.units import AssignmentState
from desktop.domain.view import View, is_open

Guard = Callable[[View], Refusal | None]

_ALIAS = re.compile(ALIAS_FORM)


def call_running(view: View) -> Refusal | None:
    """The call had not ended."""
    for step in view.of("call"):
        if step.before is not None and step.before["ended_at"] is not None:
            return Refusal("call_running", "call", step.change.row, act=_act(step.before, "end"))
    return None


def call_ended(view: View) -> Refusal | None:
    """The call had ended."""
    for step in view.of("call"):
        if step.before is not None and step.before["ended_at"] is None:
            return Refusal("call_ended", "call", step.change.row, act=_act(step.before, "end"))
    return None


def call_without_incident(view: View) -> Refusal | None:
    """The call belonged to no incident."""
    for step in view.of("call"):
        if step.before is not None and step.before["incident"] is not None:
            return Refusal(
                "call_without_incident", "call", step.change.row, act=_act(step.before, "incident")
            )
    return None


def call_with_incident(view: View) -> Refusal | None:
    """The call belongs to an incident."""
    for step in view.of("call"):
        if step.after["incident"] is None:
            return Refusal("call_with_incident", "call", step.change.row)
    return None


def call_partable(view: View) -> Refusal | None:
    """The call had joined its incident: the one from which an incident was opened stays with it."""
    for step in view.of("call"):
        if step.before is not None and not (step.before["partable"] and step.before["incident"] is not None):
            return Refusal("call_partable", "call", step.change.row, act=_act(step.before, "incident"))
    return None


def junk_type(view: View) -> Refusal | None:
    """A call that ends without an incident is of any type but genuine."""
    for step in view.of("call"):
        if step.after["call_type"] == CallType.GENUINE:
            return Refusal("junk_type", "call", step.change.row)
    return None


def call_has_number(view: View) -> Refusal | None:
    """A block needs a number."""
    for step in view.of("block"):
        private = view.after.get("call_private", str(step.after["call"]))
        if private is None or private["number"] is None:
            return Refusal("call_has_number", "block", step.change.row)
    return None


def side_rows(view: View) -> Refusal | None:
    """A new call, incident or warning and its personal row come together, under one id."""
    for side, main in sorted(SIDE_TABLES.items()):
        rows = {step.change.row for step in view.of(main, Op.INSERT)}
        if rows != {step.change.row for step in view.of(side, Op.INSERT)}:
            return Refusal("side_rows", side)
    return None


def opened_by_call(view: View) -> Refusal | None:
    """The call from which an incident is opened belongs to that incident."""
    opened = {step.change.row for step in view.of("incident", Op.INSERT)}
    for step in view.of("call"):
        if step.after["incident"] not in opened:
            return Refusal("opened_by_call", "call", step.change.row)
    return None


def incident_open(view: View) -> Refusal | None:
    """Every incident that the act is about is open."""
    for row, incident in view.incidents():
        if not is_open(incident):
            return Refusal("incident_open", "incident", row, act=_act(incident, "closing"))
    return None


def incident_not_merged(view: View) -> Refusal | None:
    """No incident written was merged into another."""
    for step in view.of("incident"):
        if step.after["merged_into"] is not None:
            return Refusal(
                "incident_not_merged", "incident", step.change.row, act=_act(step.after, "closing")
            )
    return None


def was_open(view: View) -> Refusal | None:
    """The incident was open before."""
    for step in view.of("incident", Op.UPDATE):
        if step.before is not None and not is_open(step.before):
            return Refusal("was_open", "incident", step.change.row, act=_act(step.before, "closing"))
    return None


def was_closed(view: View) -> Refusal | None:
    """The incident was closed, not merged."""
    for step in view.of("incident", Op.UPDATE):
        before = step.before
        if before is not None and (before["closed_at"] is None or before["merged_into"] is not None):
            return Refusal("was_closed", "incident", step.change.row, act=_act(before, "closing"))
    return None


def opened_anew_since(view: View) -> Refusal | None:
    """What an incident needs anew counts from after it was closed, and not from a time to come: no alarm
    would ask for it until then. Of its agencies none calls it safe any more.
    """
    anew = set[str]()
    for step in view.of("incident", Op.UPDATE):
        row, since, closed = step.change.row, step.after["reopened_at"], (step.before or {})["closed_at"]
        if "reopened_at" not in step.written or not isinstance(since, datetime):
            continue
        if since > view.now + LATEST or (isinstance(closed, datetime) and since < closed - LATEST):
            return Refusal("opened_anew_since", "incident", row, "reopened_at")
        for told, referral in sorted(view.after.find("referral", "incident", row).items()):
            if referral["confirmed_at"] is not None:
                return Refusal("opened_anew_since", "referral", told, "confirmed_at")
        anew.add(row)
    for step in view.of("referral"):
        if step.after["incident"] not in anew:
            return Refusal("opened_anew_since", "referral", step.change.row)
    return None


def nothing_runs_without_reason(view: View) -> Refusal | None:
    """Closing what still has a unit or an agency at work needs a reason."""
    if (view.act.note or "").strip(BLANKS):
        return None
    for step in view.of("incident", Op.UPDATE):
        row = step.change.row
        assignments = view.after.find("assignment", "incident", row).values()
        referrals = view.after.find("referral", "incident", row).values()
        if any(one["state"] == AssignmentState.RUNNING for one in assignments) or any(
            one["state"] in RUNNING for one in referrals
        ):
            return Refusal("nothing_runs_without_reason", "incident", row)
    return None


def merge_moves_all(view: View) -> Refusal | None:
    """One incident goes into another open one, and all its calls, assignments and referrals with it."""
    merging = [step for step in view.of("incident", Op.UPDATE) if step.after["merged_into"] is not None]
    if len(merging) != 1:
        return Refusal("merge_moves_all", "incident")
    for merged in merging:
        source, target = merged.change.row, str(merged.after["merged_into"])
        into = view.after.get("incident", target)
        if source == target or into is None or not is_open(into):
            return Refusal("merge_moves_all", "incident", target)
        for table in ("call", "assignment", "referral"):
            if view.after.find(table, "incident", source):
                return Refusal("merge_moves_all", table, source)
            for step in view.of(table):
                came = step.before is not None and step.before["incident"] == source
                if not came or step.after["incident"] != target:
                    return Refusal("merge_moves_all", table, step.change.row)
    return None


def merge_keeps_restriction(view: View) -> Refusal | None:
    """A restricted incident goes into a restricted one, which the act may restrict, and change no more."""
    steps = tuple(view.of("incident", Op.UPDATE))
    target = next(str(step.after["merged_into"]) for step in steps if step.after["merged_into"] is not None)
    for step in steps:
        if step.after["merged_into"] is None:
            restricts = (
                step.change.row == target and step.written == {"restricted"} and step.after["restricted"]
            )
            if not restricts:
                return Refusal("merge_keeps_restriction", "incident", step.change.row)
            continue
        into = view.after.get("incident", target) or {}
        if "restricted" in step.written or (step.after["restricted"] and not into["restricted"]):
            return Refusal("merge_keeps_restriction", "incident", step.change.row)
    return None


def relation_of_two(view: View) -> Refusal | None:
    """A relation is between two incidents."""
    for step in view.of("incident_relation"):
        if step.after["incident"] == step.after["other"]:
            return Refusal("relation_of_two", "incident_relation", step.change.row)
    return None


def alias_said(view: View) -> Refusal | None:
    """Another number is one that a desk can have said: provisional, or a server's that is gone."""
    for step in view.of("incident_alias"):
        said = step.after["reason"] != AliasReason.MERGED
        if not said or not _ALIAS.fullmatch(str(step.after["number"])):
            return Refusal("alias_said", "incident_alias", step.change.row)
    return None


def struck_act_has_note(view: View) -> Refusal | None:
    """What is struck through is the note of an act about that incident."""
    for step in view.of("strike"):
        if not view.rows.act_has_note(step.change.row, str(step.after["incident"])):
            return Refusal("struck_act_has_note", "strike", step.change.row)
    return None


def category_restricts(view: View) -> Refusal | None:
    """An incident that gets a category whose incidents are restricted is restricted, whatever the desk says.

    A supervisor may lift it later, or with the act that sets the category anew.
    """
    for step in view.of("incident"):
        category = step.after["category"]
        kept = step.before is not None and step.before["category"] == category
        if category is None or kept or step.after["restricted"]:
            continue
        found = view.after.get("category", str(category))
        lifted = step.before is not None and "restricted" in step.written and Role.SUPERVISOR in view.roles
        if found is not None and found["restricted"] and not lifted:
            return Refusal("category_restricts", "incident", step.change.row)
    return None


def restricted_lifted_by_supervisor(view: View) -> Refusal | None:
    """Only a supervisor makes a restricted incident readable again."""
    for step in view.of("incident", Op.UPDATE):
        lifts = step.before is not None and step.before["restricted"] and not step.after["restricted"]
        if lifts and Role.SUPERVISOR not in view.roles:
            return Refusal("restricted_lifted_by_supervisor", "incident", step.change.row)
    return None


def one_lead(view: View) -> Refusal | None:
    """At most one agency at work leads an incident."""
    for row, _ in view.incidents():
        referrals = view.after.find("referral", "incident", row).values()
        if sum(one["part"] == AgencyPart.LEAD and one["state"] in RUNNING for one in referrals) > 1:
            return Refusal("one_lead", "incident", row)
    return None


def agency_once(view: View) -> Refusal | None:
    """An agency is at work on an incident through one referral only."""
    for step in view.of("referral"):
        same = view.after.find("referral", "incident", step.after["incident"]).items()
        others = (one for key, one in same if key != step.change.row)
        if any(one["agency"] == step.after["agency"] and one["state"] in RUNNING for one in others):
            return Refusal("agency_once", "referral", step.change.row)
    return None


def referral_moves(view: View) -> Refusal | None:
    """A referral's state changes only as `REFERRAL_MOVES` has it."""
    for step in view.of("referral", Op.UPDATE):
        before, after = (step.before or {})["state"], step.after["state"]
        if ReferralState(str(after)) not in REFERRAL_MOVES[ReferralState(str(before))]:
            return Refusal(
                "referral_moves", "referral", step.change.row, act=_act(step.before or {}, "state")
            )
    return None


def restore_undecided(view: View) -> Refusal | None:
    """Nobody decided yet of the acts from before that restore."""
    for step in view.of("restore_decision"):
        row = step.change.row
        for other in view.after.find("restore_decision", "epoch", step.after["epoch"]):
            if other != row:
                return Refusal("restore_undecided", "restore_decision", row)
    return None


def training_only(view: View) -> Refusal | None:
    """Only a training centre's clock can be set."""
    return None if view.training else Refusal("training_only")


def _act(row: Row, group: str) -> str | None:
    found = row.get(f"{group}_act")
    return None if found is None else str(found)


GUARDS: Mapping[str, Guard] = {
    guard.__name__: guard
    for guard in (
        call_running,
        call_ended,
        call_without_incident,
        call_with_incident,
        call_partable,
        junk_type,
        call_has_number,
        side_rows,
        opened_by_call,
        incident_open,
        incident_not_merged,
        was_open,
        was_closed,
        opened_anew_since,
        nothing_runs_without_reason,
        merge_moves_all,
        merge_keeps_restriction,
        relation_of_two,
        alias_said,
        struck_act_has_note,
        category_restricts,
        restricted_lifted_by_supervisor,
        one_lead,
        agency_once,
        referral_moves,
        restore_undecided,
        training_only,
        *ERASURE_GUARDS,
        *CALL_BACK_GUARDS,
        *UNIT_GUARDS,
        status_goes_back,
        *PLACE_GUARDS,
        *WARNING_GUARDS,
        *CARD_GUARDS,
        *SAFETY_GUARDS,
        *HOSPITAL_GUARDS,
        *DISTRESS_GUARDS,
        *MEMO_GUARDS,
        *ALARM_GUARDS,
        *TOLD_GUARDS,
        *SHIFT_GUARDS,
    )
}
