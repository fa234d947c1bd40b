"""Following incidents: opened, described, taken, noted, merged, closed."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from desktop.domain.acts import Change
from desktop.domain.board import CallEntry, Case, CaseDetail
from desktop.domain.incidents import PLACE_FIELDS, Incident
from desktop.domain.kinds_calls import LINE
from desktop.domain.kinds_incidents import ALARM_SET, WHAT
from desktop.domain.records import Value
from desktop.domain.reference import AgencyPart
from desktop.domain.units import Assignment
from desktop.operations.calls import Values, describing
from desktop.operations.desk import Desk, Outcome, change, new_row
from desktop.store.queries import read_category

OF_INCIDENT = frozenset((*WHAT, *PLACE_FIELDS))
"""Columns that describe an incident; others in the same mapping describe the call."""


async def open_incident(
    desk: Desk, seen: CallEntry, values: Values, external: tuple[str, str] | None = None
) -> Outcome:
    """Open an incident from a call, with whatever is known; its id is the outcome's `row`."""
    incident = desk.new_id()
    own = await _with_restriction(desk, values)
    of_call = {name: value for name, value in values.items() if name not in OF_INCIDENT}
    changes = [
        new_row("incident", incident, **own),
        new_row("incident_private", incident),
        *_from_call(seen, incident, of_call),
    ]
    if external is not None:
        system, name = external
        changes.append(
            new_row("external_reference", desk.new_id(), system=system, external_id=name, incident=incident)
        )
    return await desk.act("incident.opened", changes, row=incident)


async def describe_incident(
    desk: Desk, seen: Incident, values: Values, caller: CallEntry | None = None, note: str | None = None
) -> Outcome:
    """Save or correct what is known of an incident and, with `caller`, of one of its calls.

    An incident that gets a category whose incidents are restricted is restricted from then on.
    """
    own = await _with_restriction(desk, values, seen)
    of_call = {name: value for name, value in values.items() if name not in OF_INCIDENT}
    changes = [change("incident.described", seen, **own)] if own else []
    if caller is not None:
        changes += describing("incident.described", caller, of_call)
    return await desk.act("incident.described", changes, note)


async def take_incident(desk: Desk, seen: Incident) -> Outcome:
    """Say that this operator has the incident in hand."""
    return await desk.act("incident.taken", [change("incident.taken", seen)])


async def release_incident(desk: Desk, seen: Incident) -> Outcome:
    """Let go of an incident."""
    return await desk.act("incident.released", [change("incident.released", seen)])


async def set_alarm(desk: Desk, seen: Incident, level: int) -> Outcome:
    """Say how high the alarm is (1 to 9): more units than those of the levels below are recommended then."""
    return await desk.act(ALARM_SET, [change(ALARM_SET, seen, alarm_level=level)])


async def close_incident(
    desk: Desk, seen: Incident, outcome: str, words: str | None = None, queued: Iterable[Assignment] = ()
) -> Outcome:
    """Close with a coded outcome; while something still runs, the words are the reason and needed.

    `queued`: what units would have come to next; they do not any more.
    """
    kind = "incident.closed"
    changes = [change(kind, seen, outcome=outcome), *(change(kind, one) for one in queued)]
    return await desk.act(kind, changes, words)


async def reopen_incident(desk: Desk, seen: Case, reason: str, anew_since: datetime | None = None) -> Outcome:
    """Open a closed incident again.

    `anew_since` (aware): who finished before it counts no more, and no agency calls it safe; None where
    closing it is only taken back.
    """
    kind = "incident.reopened"
    if anew_since is None:
        return await desk.act(kind, [change(kind, seen.incident)], reason)
    confirmed = (change(kind, one) for one in seen.referrals if one.confirmed_at is not None)
    changes = [change(kind, seen.incident, reopened_at=anew_since), *confirmed]
    return await desk.act(kind, changes, reason)


async def merge_incident(desk: Desk, source: CaseDetail, target: Case, note: str | None = None) -> Outcome:
    """Merge an incident into another: its callers, units and referrals move.

    A moved referral supports where the target has a lead already. What a restricted incident's callers said
    stays restricted: the target becomes so with the same act.
    """
    kind, into = "incident.merged", target.id
    has_lead = any(one.part is AgencyPart.LEAD for one in target.running_referrals)
    referrals = (
        change(kind, one, incident=into, part=AgencyPart.SUPPORT)
        if has_lead and one.part is AgencyPart.LEAD
        else change(kind, one, incident=into)
        for one in source.case.referrals
    )
    becomes_restricted = source.case.incident.restricted and not target.incident.restricted
    restricts = (change(kind, target.incident, restricted=True),) if becomes_restricted else ()
    changes = [
        change(kind, source.case.incident, merged_into=into),
        *restricts,
        *(change(kind, entry.call, incident=into) for entry in source.calls),
        *(change(kind, one, incident=into) for one in source.case.assignments),
        *referrals,
    ]
    return await desk.act(kind, changes, note)


async def restrict_incident(desk: Desk, seen: Incident, reason: str, *, restricted: bool) -> Outcome:
    """Let an incident be read by some roles only, or by all again: that only a supervisor may."""
    kind = "incident.described"
    return await desk.act(kind, [change(kind, seen, restricted=restricted)], reason)


async def relate_incidents(desk: Desk, one: Incident, other: Incident, note: str | None = None) -> Outcome:
    """Say that two incidents have to do with each other and stay separate."""
    made = new_row("incident_relation", desk.new_id(), incident=one.id, other=other.id)
    return await desk.act("incident.related", [made], note)


async def log_copy(desk: Desk, seen: Incident) -> Outcome:
    """Say on the timeline that this operator copied the incident as text."""
    return await desk.act("incident.copied", [change("incident.copied", seen)])


async def add_note(desk: Desk, seen: Incident, text: str) -> Outcome:
    """Write a note on the timeline."""
    return await desk.act("note.added", [change("note.added", seen)], text)


async def strike_note(desk: Desk, seen: Incident, act: str, reason: str | None = None) -> Outcome:
    """Strike a note through; it stays readable. `act`: the act whose note is wrong."""
    return await desk.act("note.struck", [new_row("strike", act, incident=seen.id)], reason)


async def break_glass(desk: Desk, incident: str, reason: str) -> Outcome:
    """Read a restricted incident without the role for it, for a reason that the supervisor sees."""
    made = new_row("glass", desk.new_id(), incident=incident)
    return await desk.act("incident.glass_broken", [made], reason)


async def _with_restriction(desk: Desk, values: Values, seen: Incident | None = None) -> dict[str, Value]:
    """What describes the incident among the values, restricted where its category says so."""
    own = {name: value for name, value in values.items() if name in OF_INCIDENT}
    category = own.get("category")
    if category is None or "restricted" in own or (seen is not None and seen.restricted):
        return own
    found = await desk.store.read(lambda connection: read_category(connection, str(category)))
    return {**own, "restricted": True} if found is not None and found.restricted else own


def _from_call(seen: CallEntry, incident: str, values: Mapping[str, Value]) -> Iterable[Change]:
    kind = "incident.opened"
    line = {name: value for name, value in values.items() if name in LINE}
    yield change(kind, seen.call, incident=incident, **line)
    yield from describing(kind, seen, {name: value for name, value in values.items() if name not in LINE})
