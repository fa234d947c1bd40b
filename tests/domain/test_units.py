"""Which status of a unit, and which state of a referral, may follow which."""

import pytest

from desktop.domain.referrals import REFERRAL_MOVES, RUNNING, ReferralState
from desktop.domain.units import BUSY, FREE, MOVES, STAMP_ORDER, STAMPS, Assignment, UnitStatus

#                    to: av as uw sc tr ho re os od
TABLE = """
    available            .  x  .  .  .  .  .  x  x
    assigned             x  x  x  x  .  .  x  x  .
    under_way            x  x  .  x  .  .  x  x  .
    on_scene             x  x  .  .  x  x  x  x  .
    transporting         x  .  .  x  .  x  x  x  .
    at_hospital          x  .  .  .  x  .  x  x  .
    returning            x  x  .  .  .  .  .  x  x
    out_of_service       x  .  .  .  .  .  .  .  x
    off_duty             x  .  .  .  .  .  .  x  .
"""

#                    to: te ac re de ar fi wi
REFERRALS = """
    told                 x  x  x  x  x  x  x
    accepted             x  .  x  x  x  x  x
    refused              x  x  .  .  .  .  x
    departed             x  .  .  .  x  x  x
    arrived              x  .  .  .  .  x  x
    finished             x  .  .  .  .  .  .
    withdrawn            x  .  .  .  .  .  .
"""


def _rows(table: str) -> dict[str, list[str]]:
    lines = [line.split() for line in table.strip().splitlines()]
    return {name: marks for name, *marks in lines}


@pytest.mark.parametrize("before", UnitStatus)
def test_moves_of_a_unit(before: UnitStatus) -> None:
    marks = _rows(TABLE)[before]
    assert {after for after, mark in zip(UnitStatus, marks, strict=True) if mark == "x"} == MOVES[before]


@pytest.mark.parametrize("before", ReferralState)
def test_moves_of_a_referral(before: ReferralState) -> None:
    marks = _rows(REFERRALS)[before]
    allowed = {after for after, mark in zip(ReferralState, marks, strict=True) if mark == "x"}
    assert allowed == REFERRAL_MOVES[before]


def test_a_unit_is_busy_free_or_not_at_work() -> None:
    assert not BUSY & FREE
    assert set(UnitStatus) - BUSY - FREE == {UnitStatus.OUT_OF_SERVICE, UnitStatus.OFF_DUTY}
    assert all(UnitStatus.ASSIGNED in MOVES[status] for status in FREE)


def test_every_busy_status_has_a_stamp_of_the_assignment() -> None:
    assert set(STAMPS) == BUSY
    columns = Assignment.__dataclass_fields__
    assert all(f"{stamp}_at" in columns and f"{stamp}_first" in columns for stamp in STAMP_ORDER)


def test_an_agency_is_at_work_until_it_refused_finished_or_was_withdrawn() -> None:
    ended = {ReferralState.REFUSED, ReferralState.FINISHED, ReferralState.WITHDRAWN}
    assert set(ReferralState) - RUNNING == ended
