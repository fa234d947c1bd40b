"""Which shift runs or is signed for, and what a page of handing over keeps to itself."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desktop.domain.acts import encode_value
from desktop.domain.apply import Applied, Context, apply
from desktop.domain.board import Reference, make_case
from desktop.domain.handover import Standing, listed, page_of
from desktop.domain.hospitals import HospitalState
from desktop.domain.incidents import Incident
from desktop.domain.reference import Role
from desktop.domain.shifts import HANDOVER_LASTS, Handover, HandoverEntry, Shift, shift_now, shift_to_sign
from tests.domain.lawful import simple
from tests.domain.shift_acts import DELIVERED, HELD, taken
from tests.domain.world import NOW, furnished

ZONE = ZoneInfo("Asia/Makassar")
SHIFTS = (
    Shift(id="day", begins="08:00", ends="20:00"),
    Shift(id="night", begins="20:00", ends="08:00"),
)


@pytest.mark.parametrize(
    ("clock", "runs", "signed"),
    [
        ("07:59", "night", "day"),
        ("08:00", "day", "day"),
        ("18:59", "day", "day"),
        ("19:00", "day", "night"),
        ("00:30", "night", "night"),
    ],
)
def test_the_next_shift_is_signed_for_shortly_before_it_begins(clock: str, runs: str, signed: str) -> None:
    now = datetime.strptime(f"2026-11-24 {clock}", "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)
    found = shift_now(SHIFTS, now, ZONE), shift_to_sign(SHIFTS, now, ZONE)
    assert [one.id for one in found if one is not None] == [runs, signed]


def test_a_page_tells_no_number_and_nothing_of_what_is_restricted() -> None:
    incident = Incident(id="i1", category="violence", address="Gg. Mawar 5", restricted=True)
    standing = Standing(
        cases=[make_case(incident, (), (), 1)],
        units=(),
        running=lambda _unit: None,
        reference=Reference(),
        number=lambda _case: "24-001",
        blocked=[("081234567890", datetime(2026, 11, 25, tzinfo=UTC)), ("112", None), (None, None)],
    )
    page = page_of(standing)
    assert [one["ending"] for one in listed(page, "blocked")] == ["890", "", ""]
    (case,) = listed(page, "cases")
    assert (case["number"], case["restricted"]) == ("24-001", True)
    assert "Mawar" not in repr(page)
    assert "violence" not in repr(page)


def test_a_page_names_hospitals_that_nobody_knows_how_long_are_full() -> None:
    since = datetime(2026, 11, 24, 14, tzinfo=UTC)
    said = (
        HospitalState(id="a", hospital="a", said_at=since, open_end=True),
        HospitalState(id="b", hospital="b", said_at=since, full_until=since + timedelta(hours=9)),
        HospitalState(id="c", hospital="c", said_at=since),
    )
    reference = Reference(hospital_states={one.id: one for one in said})
    page = page_of(Standing((), (), lambda _unit: None, reference, lambda _case: ""))
    assert listed(page, "full") == [{"hospital": "a", "since": encode_value(since)}]


def test_a_shift_that_was_withdrawn_neither_runs_nor_is_signed_for() -> None:
    now = datetime(2026, 11, 24, 7, 30, tzinfo=ZONE)
    gone = (Shift(id="gone", name="Pagi", begins="", ends=""),)
    assert (shift_now(gone, now, ZONE), shift_to_sign(gone, now, ZONE)) == (None, None)


def test_who_can_sign_in_no_longer_holds_nothing_and_what_was_once_let_go_stays_so() -> None:
    world = furnished()
    for step in HELD:
        step(world)
    let_go = simple("incident.released", "incident", "i1")(world)
    once = Context("budi", frozenset({Role.DISPATCHER}), NOW, ZONE)
    assert isinstance(apply(world.rows, let_go, once, judge=False), Applied)
    world.rows.left.add("ani")
    assert isinstance(world.judge(let_go, "budi"), Applied)
    assert isinstance(world.judge(simple("incident.taken", "incident", "i1")(world), "budi"), Applied)


@pytest.mark.parametrize(
    ("age", "taken_at", "lapsed"),
    [
        (HANDOVER_LASTS, None, False),
        (HANDOVER_LASTS + timedelta(seconds=1), None, True),
        (timedelta(days=9), NOW, False),
    ],
)
def test_only_a_hand_over_that_nobody_took_lapses(
    age: timedelta, taken_at: datetime | None, lapsed: bool
) -> None:
    entry = HandoverEntry(Handover(id="h1", given_at=NOW - age, taken_at=taken_at))
    assert entry.has_lapsed(NOW) is lapsed


def test_a_page_that_another_delivered_is_marked_as_a_claim() -> None:
    world = furnished()
    for step in (*HELD, DELIVERED):
        step(world)
    outcome = world.judge(taken("i1")(world), "citra")
    assert isinstance(outcome, Applied)
    assert outcome.excused == ("signed_by_giver",)
