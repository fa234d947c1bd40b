"""An act of a desk's own, with what the desk showed before it: enough to take it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.acts import Act
from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.board import Case
from desktop.domain.memos import MemoEntry
from desktop.domain.units import Unit


@dataclass(frozen=True, slots=True)
class Acted:
    """An act, with the units, cases, memos and answers to alarms as they were shown before it, by id."""

    act: Act
    units: Mapping[str, Unit]
    cases: Mapping[str, Case]
    memos: Mapping[str, MemoEntry] = field(default_factory=dict)
    answers: Mapping[str, AlarmAnswer] = field(default_factory=dict)
