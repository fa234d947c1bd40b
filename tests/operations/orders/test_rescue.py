"""Orders about hospitals, patients and crews in distress: what they mean, and what is wrong with them."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.distress import Distress
from desktop.domain.hospitals import HospitalPlace, HospitalState, Transport, Triage
from desktop.domain.units import AssignmentState
from desktop.operations.orders.carrying import carry_out
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Code, Deed
from desktop.operations.orders.reading import read
from desktop.operations.typed_patients import read_patients
from desktop.runtime.order_words import preview_lines
from tests.operations.orders.evening import NOW, Recorder, desk_at, picture

DISTRESS = Distress(id="d1", unit="Damkar 14", incident="i3-24", raised_at=NOW, acts={"taken": None})
FULL = HospitalState(id="wangaya", hospital="wangaya", full_until=NOW + timedelta(hours=1), acts={})


def _placed(**more: Any) -> Picture:
    """An evening in which the scene of 004 lies nearer to Wangaya than to Sanglah."""
    seen = picture()
    case = seen.cases["i4-24"]
    there = replace(case, incident=replace(case.incident, latitude=-8.650, longitude=115.210))
    places = {
        code: HospitalPlace(id=code, hospital=code, latitude=latitude, longitude=115.21, acts={})
        for code, latitude in (("wangaya", -8.652), ("sanglah", -8.676))
    }
    reference = replace(seen.reference, hospital_places=places, **more)
    return replace(seen, cases={**seen.cases, "i4-24": there}, reference=reference)


@pytest.mark.parametrize(
    ("typed", "deed", "values"),
    [
        ("penuh wangaya sampai 22:00", Deed.FULL, {"code": "wangaya", "until": NOW + timedelta(hours=1)}),
        ("penuh wangaya", Deed.FULL, {"code": "wangaya", "until": None}),
        ("full sanglah +2j", Deed.FULL, {"code": "sanglah", "until": NOW + timedelta(hours=2)}),
        (
            "pasien a2 2 merah 1 kuning",
            Deed.PATIENTS,
            {"patients": ((Triage.RED, 2), (Triage.YELLOW, 1))},
        ),
        ("a2 j 1 hit", Deed.PATIENTS, {"patients": ((Triage.BLACK, 1),)}),
        ("pasien a2 0", Deed.PATIENTS, {"patients": ()}),
        ("kabari rs a2 ke sanglah; Sr. Ayu", Deed.TOLD, {"code": "sanglah", "note": "Sr. Ayu"}),
        ("bawa a2 ke terdekat", Deed.STATUS, {"code": "wangaya"}),
        ("darurat dam4; atap runtuh", Deed.DISTRESS, {"note": "atap runtuh"}),
        ("mayday dam 1", Deed.DISTRESS, {}),
        ("tangani darurat", Deed.TAKE_DISTRESS, {"seen": DISTRESS}),
        ("alarm palsu dam14; kata danru", Deed.FALSE_ALARM, {"seen": DISTRESS, "note": "kata danru"}),
        ("regu aman; kata A2", Deed.CREW_SAFE, {"seen": DISTRESS}),
    ],
)
def test_what_an_order_means(typed: str, deed: Deed, values: dict[str, Any]) -> None:
    found = read(typed, replace(_placed(), distress={"Damkar 14": DISTRESS}))
    assert found.troubles == ()
    (one,) = found.intended
    assert one.deed is deed
    assert {name: getattr(one, name) for name in values} == values


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("penuh wangaya sampai kapan", Code.BAD_TIME),
        ("penuh wangaya sampai 22:00 +50h", Code.TOO_LATE),
        ("menerima sanglah", Code.NOT_FULL),
        ("pasien a2", Code.MISSING),
        ("pasien a2 2 merah 1 ungu", Code.UNKNOWN),
        ("pasien a1 2 merah", Code.CANNOT_FOLLOW),
        ("serah a2", Code.CANNOT_FOLLOW),
        ("kabari rs a2", Code.MISSING),
        ("darurat dam14", Code.IN_DISTRESS),
        ("alarm palsu dam14", Code.NO_REASON),
        ("tangani darurat dam1", Code.NOT_IN_DISTRESS),
    ],
)
def test_what_is_wrong_with_one(typed: str, code: Code) -> None:
    found = read(typed, replace(_placed(), distress={"Damkar 14": DISTRESS}))
    assert code in {one.code for one in found.troubles}
    assert not found.ready


def test_when_patients_were_handed_over_is_corrected_with_the_end_of_the_run() -> None:
    seen = _placed()
    case = seen.cases["i4-24"]
    over, late = NOW - timedelta(minutes=5), NOW - timedelta(minutes=2)
    ended = replace(case.running[0], id="a1-x", unit="A1", state=AssignmentState.ENDED, ended_at=late)
    brought = Transport(id="a1-x", unit="A1", incident=case.id, handed_over_at=late, acts={})
    case = replace(case, assignments=(*case.assignments, ended), transports=(brought,))
    seen = replace(seen, cases={**seen.cases, case.id: case})
    found = read("koreksi a1 serah pukul 20:55; kata IGD", seen)
    assert found.troubles == ()
    (told,) = preview_lines(found.intended, seen)
    assert told.startswith("A1: handed over 20:58:00 → 20:55:00")
    recorder = Recorder()
    asyncio.run(carry_out(desk_at(recorder), found.intended[0]))
    (act,) = recorder.acts
    assert [(one.table, dict(one.values)) for one in act.changes] == [
        ("transport", {"handed_over_at": over}),
        ("assignment", {"ended_at": over}),
    ]
    (wrong,) = read("koreksi a2 serah pukul 20:55; x", seen).troubles
    assert wrong.code is Code.NO_STAMP


def test_a_full_hospital_is_said_with_the_next_one() -> None:
    seen = _placed(hospital_states={"wangaya": FULL})
    (told,) = preview_lines(read("bawa a2 ke wangaya", seen).intended, seen)
    assert "RSUD Wangaya: FULL until 22:00, next: Sanglah, 9 min by straight line" in told
    (told,) = preview_lines(read("bawa a2", seen).intended, seen)
    assert "nearest: Sanglah" in told
    over = replace(seen, now=NOW + timedelta(hours=1))
    assert "FULL" not in preview_lines(read("bawa a2 ke wangaya", over).intended, over)[0]


def test_a_hospital_full_without_a_known_end_stays_so_until_it_takes_again() -> None:
    said = HospitalState(id="wangaya", hospital="wangaya", said_at=NOW, open_end=True, acts={})
    seen = replace(_placed(hospital_states={"wangaya": said}), now=NOW + timedelta(hours=30))
    assert "FULL since" in preview_lines(read("bawa a2 ke wangaya", seen).intended, seen)[0]
    (one,) = read("menerima wangaya", seen).intended
    assert (one.deed, one.seen) == (Deed.TAKES_AGAIN, said)
    (told,) = preview_lines(read("penuh wangaya", seen).intended, seen)
    assert "full, end not known" in told
    known = replace(said, full_until=NOW + timedelta(hours=1))
    assert known.full_at(NOW + timedelta(hours=2)) is None, "a time that is known counts more"


@pytest.mark.parametrize(
    "typed", ["", "2", "merah", "2 merah 2", "2 h", "100 merah", "-1 merah", "2 merah x"]
)
def test_what_counts_no_patients(typed: str) -> None:
    assert read_patients(typed) is None
