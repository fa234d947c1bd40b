"""Small rules: numbers, blocks, the exercise's clock, records made from rows."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.acts import BLANKS
from desktop.domain.calls import Block, Call, CallType
from desktop.domain.clock import FIRST_MOMENT, LAST_MOMENT, TrainingClock
from desktop.domain.incidents import ALIAS_FORM, Number, provisional_floor
from desktop.domain.records import Kind, table_of
from tests.domain.world import CENTRE, NOW, at

_moments = st.datetimes(
    FIRST_MOMENT.replace(tzinfo=None), LAST_MOMENT.replace(tzinfo=None), timezones=st.just(UTC)
)


@pytest.mark.parametrize(
    ("serial", "full", "short"),
    [(1, "DP 261124-001", "24-001"), (18, "DP 261124-018", "24-018"), (1000, "DP 261124-1000", "24-1000")],
)
def test_numbers(serial: int, full: str, short: str) -> None:
    number = CENTRE.number(date(2026, 11, 24), serial)
    assert (number.full, number.short) == (full, short)


@pytest.mark.parametrize(
    ("minutes", "lifted", "runs"),
    [(0, False, True), (24 * 60 - 1, False, True), (24 * 60, False, False), (5, True, False)],
)
def test_a_block_runs_for_its_hours_unless_lifted(minutes: int, lifted: bool, runs: bool) -> None:
    block = Block(id="b", call="c", blocked_at=at(0), lifted_at=at(1) if lifted else None)
    assert block.runs_at(at(minutes)) is runs


@pytest.mark.parametrize(
    ("rate", "passed", "expected"), [(0.0, 60, 0), (1.0, 60, 60), (20.0, 60, 1200), (20.0, -3, -60)]
)
def test_an_exercises_clock(rate: float, passed: int, expected: int) -> None:
    start = datetime(2020, 4, 1, tzinfo=UTC)
    clock = TrainingClock(id="clock", anchor_real=NOW, anchor_training=start, rate=rate)
    assert clock.at(NOW + timedelta(seconds=passed)) == start + timedelta(seconds=expected)


@given(
    st.floats(0, 100_000),
    _moments,
    _moments,
)
def test_an_exercises_clock_never_leaves_the_time_that_acts_can_name(
    rate: float, real: datetime, anchor: datetime
) -> None:
    clock = TrainingClock(id="clock", anchor_real=NOW, anchor_training=anchor, rate=rate)
    assert FIRST_MOMENT <= clock.at(real) <= LAST_MOMENT


def test_a_clock_that_was_never_set_shows_the_walls_time() -> None:
    assert TrainingClock(id="clock").at(NOW) == NOW


def test_blanks_are_what_python_strips() -> None:
    assert all(char.isspace() for char in BLANKS)
    assert len(BLANKS) == sum(chr(code).isspace() for code in range(0x110000))


def test_a_record_takes_members_of_its_enumerations_from_a_row() -> None:
    call = Call.from_row("c", {"call_type": "prank", "end_act": "a", "last_act": "b"})
    assert call.call_type is CallType.PRANK
    assert (call.last_act, call.acts["end"], call.acts["line"]) == ("b", "a", None)
    assert (call.channel, call.attempts, call.incident) == ("112", 0, None)


def test_a_table_knows_its_columns_kinds_and_groups() -> None:
    table = table_of(Call)
    assert table.by_name["incident"].kind is Kind.UUID
    assert table.by_name["rang_at"].kind is Kind.TIME
    assert table.column("nothing") is None
    assert table.groups == ("line", "hold", "end", "attempts", "incident")
    assert table.groups_of({"partable", "ended_at"}) == ("end", "incident")


def test_a_number_below_zero_is_a_workstations_own() -> None:
    day = date(2026, 11, 24)
    first = Number("DP", day, provisional_floor(3) + 1)
    assert (first.full, first.short) == ("DP 261124-S3-01", "24-S3-01")
    assert first.provisional
    assert Number("DP", day, provisional_floor(12) + 120).full == "DP 261124-S12-120"
    assert re.fullmatch(ALIAS_FORM, first.full)
    official = Number("DP", day, 18)
    assert (official.full, official.short, official.provisional) == ("DP 261124-018", "24-018", False)
