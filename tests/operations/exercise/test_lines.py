"""The lines of a written exercise: each says one thing, and a wrong one says what is wrong."""

from datetime import timedelta

import pytest

from desktop.domain.calls import CallType, Channel
from desktop.domain.reference import Priority
from desktop.domain.referrals import Means, ReferralState
from desktop.domain.units import UnitStatus
from desktop.operations.exercise import events as e
from desktop.operations.exercise.lines import BadLineError, City, read_junk, read_line, split_time
from tests.operations.exercise.rig import pack_of


@pytest.fixture(scope="module")
def city() -> City:
    return City.of(pack_of("denpasar"))


AT = timedelta(hours=20, minutes=58, seconds=51)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("take", e.IncidentTaken(after=AT, incident="x")),
        ("note: RS siap: dua", e.NoteAdded(after=AT, incident="x", note="RS siap: dua")),
        ("assign A2, Damkar 3", e.UnitsAssigned(after=AT, incident="x", units=("a2", "damkar-3"))),
        ("divert A2", e.UnitDiverted(after=AT, incident="x", unit="a2")),
        ("cancel A2: batal", e.UnitCancelled(after=AT, unit="a2", reason="batal")),
        (
            "transporting A2 to wangaya: sadar",
            e.UnitSpoke(
                after=AT,
                unit="a2",
                status=UnitStatus.TRANSPORTING,
                incident="x",
                hospital="wangaya",
                note="sadar",
            ),
        ),
        (
            "out_of_service Damkar 7 until 23:00:00: pompa",
            e.UnitSpoke(
                after=AT,
                unit="damkar-7",
                status=UnitStatus.OUT_OF_SERVICE,
                note="pompa",
                back_after=timedelta(hours=23),
            ),
        ),
        (
            "refer DLH + PLN, PU by radio to piket DLHK",
            e.Referred(
                after=AT,
                incident="x",
                lead="DLH",
                support=("PLN", "PU"),
                means=Means.RADIO,
                told_to="piket DLHK",
            ),
        ),
        ("refer PLN", e.Referred(after=AT, incident="x", lead="PLN")),
        ("support POLRI", e.Referred(after=AT, incident="x", lead=None, support=("POLRI",))),
        (
            "accepted DLH: sebentar",
            e.ReferralMoved(
                after=AT, incident="x", agency="DLH", state=ReferralState.ACCEPTED, note="sebentar"
            ),
        ),
        ("priority P2", e.IncidentChanged(after=AT, incident="x", priority=Priority.P2)),
        ("hurt 3", e.IncidentChanged(after=AT, incident="x", people_hurt=3)),
        ("close handled: padam", e.IncidentClosed(after=AT, incident="x", outcome="handled", note="padam")),
    ],
)
def test_a_line_says_one_thing(text: str, expected: e.Event, city: City) -> None:
    assert read_line(f"20:58:51 {text}", "x", city) == [expected]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("20:58 assign A2", "bad_time"),
        ("20:58:61 assign A2", "bad_time"),
        ("20:58:51 asign A2", "unknown_verb"),
        ("20:58:51 assign A9", "unknown"),
        ("20:58:51 transporting A2 to sanglah", "unknown"),
        ("20:58:51 accepted DAMKAR", "unknown"),
        ("20:58:51 refer dlh", "bad_line"),
        ("20:58:51 refer DLH by pigeon", "bad_value"),
        ("20:58:51 close", "unknown"),
        ("20:58:51 note", "bad_line"),
        ("20:58:51 cancel A2", "bad_line"),
        ("20:58:51 out_of_service A2", "bad_line"),
        ("20:58:51 priority P9", "bad_value"),
        ("20:58:51 hurt some", "bad_value"),
    ],
)
def test_a_line_that_says_nothing(text: str, code: str, city: City) -> None:
    with pytest.raises(BadLineError) as caught:
        read_line(text, "x", city)
    assert caught.value.code == code


def test_a_day_before_and_a_day_after() -> None:
    assert split_time("-1d 20:15:00 take")[0] == timedelta(days=-1, hours=20, minutes=15)
    assert split_time("+1d 00:10:00 take")[0] == timedelta(days=1, minutes=10)


def test_a_junk_call_is_taken_ended_and_blocked() -> None:
    taken, ended, blocked = read_junk("19:02:11 prank 0812-0000-0103 18s by whatsapp blocked: tertawa", "j")
    assert isinstance(taken, e.CallTaken)
    assert (taken.number, taken.channel) == ("081200000103", Channel.WHATSAPP)
    assert isinstance(ended, e.CallEnded)
    assert (ended.call_type, ended.narrative) == (CallType.PRANK, "tertawa")
    assert ended.after - taken.after == timedelta(seconds=18)
    assert isinstance(blocked, e.NumberBlocked)


@pytest.mark.parametrize(
    "text", ["19:02:11 genuine - 4s", "19:02:11 prank 4s", "19:02:11 prank - 4", "prank - 4s"]
)
def test_a_junk_line_that_is_none(text: str) -> None:
    with pytest.raises(BadLineError):
        read_junk(text, "j")
