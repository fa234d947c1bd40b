"""An act of a desk's own, with what the desk showed before it: enough to take it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.acts import Act
from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.board import Case
from desktop.domain.memos import MemoEntry
from desktop.domain.units import Unit

HAVE_WAY_BACK = frozenset(
    {
        "crew.signed_on",
        "incident.alarm_set",
        "incident.closed",
        "incident.reopened",
        "incident.taken",
        "note.added",
        "referral.confirmed",
        "referral.made",
        "reminder.done",
        "reminder.put_off",
        "reminder.set",
        "unit.assigned",
        "unit.at_hospital",
        "unit.available",
        "unit.cancelled",
        "unit.diverted",
        "unit.moved",
        "unit.occupied",
        "unit.off_duty",
        "unit.on_scene",
        "unit.out_of_service",
        "unit.returning",
        "unit.transporting",
        "unit.under_way",
        "unit.well",
    }
)
"""Kinds of act that can be taken back; kept here because how it is done is loaded with the first one only."""


@dataclass(frozen=True, slots=True)
class Acted:
    """An act, with the units, cases, memos and answers to alarms as they were shown before it, by id."""

    act: Act
    units: Mapping[str, Unit]
    cases: Mapping[str, Case]
    memos: Mapping[str, MemoEntry] = field(default_factory=dict)
    answers: Mapping[str, AlarmAnswer] = field(default_factory=dict)
