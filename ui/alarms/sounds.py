"""How alarms sound and how often. A new kind of alarm gets its sound here."""

from collections.abc import Mapping

from desktop.domain import alarm_clocks as clocks
from desktop.domain.alarm_dues import Stage
from desktop.domain.alarm_reminders import REMINDER
from desktop.domain.alarms import Alarm
from desktop.domain.distress import DISTRESS
from desktop.domain.reference import Priority
from ui.incidents.sound import Sound

SOUNDS: Mapping[str, tuple[Sound, Sound]] = {
    DISTRESS: (Sound.DISTRESS, Sound.DISTRESS),
    clocks.WELFARE: (Sound.CREW_DUE, Sound.CREW_SILENT),
    clocks.WAITING: (Sound.LATE, Sound.LATE),
    clocks.NOT_ON_SCENE: (Sound.LATE, Sound.LATE),
    clocks.NOT_UNDER_WAY: (Sound.LATE, Sound.LATE),
    clocks.NOT_ANSWERED: (Sound.AGENCY, Sound.AGENCY),
    REMINDER: (Sound.REMINDER, Sound.REMINDER),
    clocks.WORK: (Sound.WORK, Sound.WORK),
}
"""By kind: while it warns, and once it alarms. A P1 that nobody is sent to has its own."""

AGAIN_EVERYWHERE = 5.0
"""Seconds until what is told to every desk is heard again (ours)."""
AGAIN_DISTRESS = 2.5
"""The same for a crew in distress: hardly is it over when it is heard again (ours)."""
AGAIN: Mapping[Priority, float] = {
    Priority.P1: 15.0,
    Priority.P2: 60.0,
    Priority.P3: 300.0,
    Priority.P4: 1800.0,
}
"""Seconds until an alarm that nobody has taken is heard again (ours)."""


def sound_of(alarm: Alarm) -> Sound:
    """What is heard of an alarm."""
    if alarm.due.kind == clocks.WAITING and alarm.due.priority is Priority.P1:
        return Sound.P1_WAITS
    return SOUNDS[alarm.due.kind][alarm.stage is not Stage.WARNING]


def again_after(alarm: Alarm) -> float:
    """Seconds after which it is heard again while nobody takes it: it never falls silent by itself."""
    if alarm.due.kind == DISTRESS:
        return AGAIN_DISTRESS
    return AGAIN_EVERYWHERE if alarm.everywhere else AGAIN[alarm.due.priority]
