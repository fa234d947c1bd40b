"""Times as operators type them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.operations.typed_times import ENGLISH, ahead, near, past

WITA = ZoneInfo("Asia/Makassar")


def _at(text: str) -> datetime:
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M:%S").replace(tzinfo=WITA).astimezone(UTC)


EVENING = _at("11-24 21:04:37")
AFTER_MIDNIGHT = _at("11-25 00:10:00")


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("14:05", EVENING, "11-25 14:05:00"),
        ("1405", EVENING, "11-25 14:05:00"),
        ("14.05", EVENING, "11-25 14:05:00"),
        ("22:30", EVENING, "11-24 22:30:00"),
        ("905", EVENING, "11-25 09:05:00"),
        ("9:05", EVENING, "11-25 09:05:00"),
        ("00:30", EVENING, "11-25 00:30:00"),
        ("21:04", EVENING, "11-25 21:04:00"),
        ("21:05", EVENING, "11-24 21:05:00"),
        ("23:59:59", EVENING, "11-24 23:59:59"),
        ("+30m", EVENING, "11-24 21:34:37"),
        ("+30", EVENING, "11-24 21:34:37"),
        ("+30 menit", EVENING, "11-24 21:34:37"),
        ("+1j", EVENING, "11-24 22:04:37"),
        ("+1j30", EVENING, "11-24 22:34:37"),
        ("+1 jam 30 menit", EVENING, "11-24 22:34:37"),
        ("+2h", EVENING, "11-26 21:04:37"),
        ("26-11 08:00", EVENING, "11-26 08:00:00"),
        ("26/11 8.00", EVENING, "11-26 08:00:00"),
        ("26-11-2026 08:00", EVENING, "11-26 08:00:00"),
        ("30m", EVENING, None),
        ("-30m", EVENING, None),
        ("25:00", EVENING, None),
        ("12:60", EVENING, None),
        ("31-02 08:00", EVENING, None),
        ("23-11-2026 08:00", EVENING, None),
        ("nanti", EVENING, None),
        ("", EVENING, None),
        ("+", EVENING, None),
        ("+0m", EVENING, None),
        ("+5x", EVENING, None),
        ("12", EVENING, None),
    ],
)
def test_times_ahead(text: str, now: datetime, expected: str | None) -> None:
    assert ahead(text, now, WITA) == (_at(expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("20:58", EVENING, "11-24 20:58:00"),
        ("20:58:25", EVENING, "11-24 20:58:25"),
        ("205825", EVENING, "11-24 20:58:25"),
        ("2058", EVENING, "11-24 20:58:00"),
        ("23:50", AFTER_MIDNIGHT, "11-24 23:50:00"),
        ("00:05", AFTER_MIDNIGHT, "11-25 00:05:00"),
        ("00:10", AFTER_MIDNIGHT, "11-25 00:10:00"),
        ("00:11", AFTER_MIDNIGHT, "11-24 00:11:00"),
        ("-5m", AFTER_MIDNIGHT, "11-25 00:05:00"),
        ("-15", AFTER_MIDNIGHT, "11-24 23:55:00"),
        ("+5m", AFTER_MIDNIGHT, None),
    ],
)
def test_times_past(text: str, now: datetime, expected: str | None) -> None:
    assert past(text, now, WITA) == (_at(expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "moment", "now", "expected"),
    [
        ("20:57", "11-24 20:59:40", EVENING, "11-24 20:57:00"),
        ("20:57", "11-24 20:59:40", _at("11-25 20:58:00"), "11-24 20:57:00"),
        ("23:58", "11-25 00:02:00", AFTER_MIDNIGHT, "11-24 23:58:00"),
        ("00:03", "11-24 23:58:00", AFTER_MIDNIGHT, "11-25 00:03:00"),
        ("00:20", "11-24 23:58:00", AFTER_MIDNIGHT, "11-24 00:20:00"),
        ("24-11 20:00", "11-25 00:02:00", AFTER_MIDNIGHT, "11-24 20:00:00"),
        ("jam 8", "11-25 00:02:00", AFTER_MIDNIGHT, None),
    ],
)
def test_a_stamp_typed_anew_stays_near_the_old_one(
    text: str, moment: str, now: datetime, expected: str | None
) -> None:
    assert near(text, _at(moment), now, WITA) == (_at(expected) if expected else None)


def test_english_units_are_those_of_the_english_screen() -> None:
    assert ahead("+2h", EVENING, WITA, ENGLISH) == EVENING + timedelta(hours=2)
    assert ahead("+1d", EVENING, WITA, ENGLISH) == EVENING + timedelta(days=1)
    assert ahead("+1d", EVENING, WITA) == EVENING + timedelta(seconds=1)


@given(st.times(), st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - hypothesis adds the zone
def test_a_clock_time_lies_within_a_day_before_and_after(clock: datetime, now: datetime) -> None:
    text = clock.strftime("%H:%M:%S")
    before, after = past(text, now, WITA), ahead(text, now, WITA)
    assert before is not None
    assert after is not None
    assert now - timedelta(days=1) < before <= now < after <= now + timedelta(days=1)
    assert before.astimezone(WITA).strftime("%H:%M:%S") == text == after.astimezone(WITA).strftime("%H:%M:%S")


@given(st.text(max_size=15))
def test_any_text_is_a_time_or_none(text: str) -> None:
    for read in (past, ahead):
        found = read(text, EVENING, WITA)
        assert found is None or found.tzinfo is UTC
