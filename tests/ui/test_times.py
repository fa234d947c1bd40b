"""Clock times and ages never look alike."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from ui.times import age_text, clock_text, date_text

WITA = ZoneInfo("Asia/Makassar")


@pytest.mark.parametrize(
    ("age", "text"),
    [
        (timedelta(0), "0 s"),
        (timedelta(seconds=47), "47 s"),
        (timedelta(seconds=60), "1 m 00"),
        (timedelta(minutes=6, seconds=12), "6 m 12"),
        (timedelta(minutes=59, seconds=59), "59 m 59"),
        (timedelta(hours=2, minutes=14), "2 h 14"),
        (timedelta(hours=23, minutes=59), "23 h 59"),
        (timedelta(days=1, hours=3), "1 d 3 h"),
        (timedelta(days=12), "12 d 0 h"),
    ],
)
def test_an_age_has_its_units(qtbot: QtBot, age: timedelta, text: str) -> None:
    assert age_text(age) == text


def test_a_moment_is_shown_by_the_citys_clock() -> None:
    moment = datetime(2026, 11, 24, 16, 30, 5, tzinfo=UTC)
    assert clock_text(moment, WITA) == "00:30:05"
    assert clock_text(moment, WITA, seconds=False) == "00:30"
    assert date_text(moment, WITA) == "25-11-2026"
