"""Clock times have colons, ages have their unit: they never look alike."""

from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def clock_text(moment: datetime, zone: tzinfo, *, seconds: bool = True) -> str:
    """A moment as the city's clock shows it: 20:58:25."""
    return moment.astimezone(zone).strftime("%H:%M:%S" if seconds else "%H:%M")


def date_text(moment: datetime, zone: tzinfo) -> str:
    """A moment's day in the city: 24-11-2026."""
    return moment.astimezone(zone).strftime("%d-%m-%Y")


def age_text(age: timedelta) -> str:
    """An age with its units: `47 d`, `6 m 12`, `2 j 14`, `1 h 3 j` (detik, menit, jam, hari)."""
    total = int(age.total_seconds())
    translate = QCoreApplication.translate
    second, minute, hour, day = (
        translate("Age", "s"),
        translate("Age", "m"),
        translate("Age", "h"),
        translate("Age", "d"),
    )
    if total < _MINUTE:
        return f"{total} {second}"
    if total < _HOUR:
        return f"{total // _MINUTE} {minute} {total % _MINUTE:02d}"
    if total < _DAY:
        return f"{total // _HOUR} {hour} {total % _HOUR // _MINUTE:02d}"
    return f"{total // _DAY} {day} {total % _DAY // _HOUR} {hour}"
