"""Alarms in words: the same on the screen and at a terminal. A new kind of alarm gets its words here."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain import alarm_clocks as clocks
from desktop.domain.alarm_dues import Stage
from desktop.domain.alarm_reminders import REMINDER
from desktop.domain.alarms import Alarm
from desktop.domain.board import Reference
from desktop.domain.distress import DISTRESS
from desktop.domain.units import Unit
from desktop.runtime.marking import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP

KIND_WORDS: Mapping[str, tuple[str, str]] = {
    DISTRESS: (_N("Alarms", "CREW IN DISTRESS"), _N("Alarms", "CREW IN DISTRESS")),
    clocks.WELFARE: (_N("Alarms", "ask whether the crew is well"), _N("Alarms", "crew does not answer")),
    clocks.WAITING: (_N("Alarms", "nobody sent yet"), _N("Alarms", "nobody sent")),
    clocks.NOT_ON_SCENE: (_N("Alarms", "not on scene yet"), _N("Alarms", "not on scene")),
    clocks.NOT_UNDER_WAY: (_N("Alarms", "not under way yet"), _N("Alarms", "not under way")),
    clocks.NOT_ANSWERED: (_N("Alarms", "has not answered yet"), _N("Alarms", "does not answer")),
    REMINDER: (_N("Alarms", "reminder"), _N("Alarms", "reminder, overdue")),
    clocks.WORK: (_N("Alarms", "work soon past its time"), _N("Alarms", "work past its time")),
}
"""By kind: what is said while it warns, and once it alarms."""

_STAGES: Mapping[Stage, str] = {
    Stage.WARNING: _N("Alarms", "caution"),
    Stage.ALARM: _N("Alarms", "alarm"),
    Stage.CRITICAL: _N("Alarms", "critical"),
}


def stage_word(stage: Stage) -> str:
    """How far an alarm came."""
    return QCoreApplication.translate("Alarms", _STAGES[stage])


def what_text(alarm: Alarm) -> str:
    """What the alarm is: `nobody on scene yet`, or what it says itself."""
    if alarm.due.text:
        return alarm.due.text
    return kind_text(alarm.due.kind, alarm.stage)


def kind_text(kind: str, stage: Stage) -> str:
    """What alarms of a kind are; the kind itself for one of a later program."""
    words = KIND_WORDS.get(kind)
    if words is None:
        return kind
    return QCoreApplication.translate("Alarms", words[0] if stage is Stage.WARNING else words[1])


def who_text(alarm: Alarm, units: Mapping[str, Unit], reference: Reference) -> str:
    """The unit or agency that the alarm is about: `DAM 4`; empty where it is about neither."""
    unit, agency = units.get(alarm.due.unit or ""), reference.agencies.get(alarm.due.agency or "")
    if unit is not None:
        return unit.call_sign
    return agency.short_name if agency is not None else alarm.due.agency or ""
