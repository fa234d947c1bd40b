"""Times as operators type them: 14:05, 1405, 14.05.30, 25-11 08:00, +30m, -1j30.

Clock times are the city's. All moments that come back are aware, in UTC.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from types import MappingProxyType

INDONESIAN: Mapping[str, int] = MappingProxyType({"d": 1, "m": 60, "j": 3600, "h": 86400})
"""Seconds in the units of the screen: detik, menit, jam, hari."""
ENGLISH: Mapping[str, int] = MappingProxyType({"s": 1, "m": 60, "h": 3600, "j": 3600, "d": 86400})
"""Those of the English screen; jam is understood there too."""

_DAY = timedelta(days=1)
_CLOCK = re.compile(r"(?:(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?\s+)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?")
_DIGITS = re.compile(r"(\d{1,2})(\d{2})()|(\d{2})(\d{2})(\d{2})")
_SPAN = re.compile(r"\s*(\d{1,4})\s*([a-z]*)")


def past(text: str, now: datetime, zone: tzinfo, units: Mapping[str, int] = INDONESIAN) -> datetime | None:
    """The last such moment up to `now` (aware); None for what is no time or lies ahead."""
    return _read(text, now, now, zone, units, (-_DAY, timedelta()), earliest=None, latest=now)


def ahead(text: str, now: datetime, zone: tzinfo, units: Mapping[str, int] = INDONESIAN) -> datetime | None:
    """The next such moment after `now` (aware); None for what is no time or has passed."""
    return _read(text, now, now, zone, units, (timedelta(), _DAY), earliest=now, latest=None)


def near(
    text: str, moment: datetime, now: datetime, zone: tzinfo, units: Mapping[str, int] = INDONESIAN
) -> datetime | None:
    """Such a moment nearest to another, but not after `now` (both aware): a stamp typed anew.

    What is counted (`-5m`) is counted from now.
    """
    return _read(text, moment, now, zone, units, (-_DAY, timedelta(), _DAY), earliest=None, latest=now)


def _read(
    text: str,
    anchor: datetime,
    now: datetime,
    zone: tzinfo,
    units: Mapping[str, int],
    days: tuple[timedelta, ...],
    *,
    earliest: datetime | None,
    latest: datetime | None,
) -> datetime | None:
    text = text.strip().casefold()
    if text[:1] in ("+", "-"):
        counted = _span(text[1:], units)
        if counted is None:
            return None
        found = [now + counted if text[0] == "+" else now - counted]
    else:
        found = _on_the_clock(text, anchor, zone, days)
    fitting = [
        one for one in found if (earliest is None or one > earliest) and (latest is None or one <= latest)
    ]
    return min(fitting, key=lambda one: abs(one - anchor), default=None)


def _on_the_clock(text: str, anchor: datetime, zone: tzinfo, days: tuple[timedelta, ...]) -> list[datetime]:
    """The moments that a clock time may mean: that of the day said, else of the days around the anchor."""
    written = _CLOCK.fullmatch(text)
    digits = _DIGITS.fullmatch(text)
    if written is not None:
        day, month, year, *parts = written.groups()
    elif digits is not None:
        day = month = year = None
        parts = [one for one in digits.groups() if one]
    else:
        return []
    local = anchor.astimezone(zone)
    try:
        hour, minute, second = (*(int(one) for one in parts if one), 0)[:3]
        clock = time(hour, minute, second)
        if day is None:
            dates = [local.date() + by for by in days]
        else:
            years = (int(year),) if year else (local.year - 1, local.year, local.year + 1)
            dates = [date(one, int(month), int(day)) for one in years]
    except ValueError:
        return []
    return [datetime.combine(one, clock, zone).astimezone(UTC) for one in dates]


def _span(text: str, units: Mapping[str, int]) -> timedelta | None:
    """`30m`, `30 menit`, `1j30`: a number without a unit counts in the next smaller one, alone in minutes."""
    total, smaller, at = 0, 60, 0
    for match in _SPAN.finditer(text):
        if match.start() != at:
            return None
        unit = units.get(match[2][0]) if match[2] else smaller
        if unit is None:
            return None
        total += int(match[1]) * unit
        smaller = max((one for one in units.values() if one < unit), default=unit)
        at = match.end()
    return timedelta(seconds=total) if total and at == len(text) else None
