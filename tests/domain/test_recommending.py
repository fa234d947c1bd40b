"""Who is recommended, and why: by table, and for situations by chance."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.board import Case, Reference
from desktop.domain.hospitals import HospitalPlace
from desktop.domain.incidents import Incident
from desktop.domain.plans import ResponsePlan
from desktop.domain.recommendation import Lack, Reason, Recommendation, Slot, Uncovered, swapped, told
from desktop.domain.recommending import may_go, recommend
from desktop.domain.reference import Agency, Area, AreaLevel, Priority, Station, UnitType
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.shifts import Shift
from desktop.domain.situations import Setting, by_straight_line, setting_of
from desktop.domain.units import FREE, Assignment, AssignmentEnd, AssignmentState, Unit, UnitStatus
from desktop.domain.whereabouts import Where
from tests.domain.world import at
from tests.examples import examples

_S, _T = UnitStatus, UnitType
_STATIONS = {
    "north": Station(id="north", name="Pos Utara", area="N", latitude=-8.62, longitude=115.20, rank=1),
    "south": Station(id="south", name="Pos Selatan", area="S", latitude=-8.70, longitude=115.22, rank=2),
    "lost": Station(id="lost", name="Pos tanpa titik", rank=3),
}
_AREAS = {
    one.id: one
    for one in (
        Area(id="N", name="Utara", level=AreaLevel.KECAMATAN, latitude=-8.625, longitude=115.20),
        Area(id="S", name="Selatan", level=AreaLevel.KECAMATAN, latitude=-8.70, longitude=115.22),
    )
}
_AGENCIES = {
    "PLN": Agency(id="PLN", short_name="PLN"),
    "BPBD": Agency(id="BPBD", short_name="BPBD", own=True),
}


def _unit(name: str, station: str = "north", kind: str = "engine", crew: int = 3, **more: Any) -> Unit:
    values: dict[str, Any] = {"status": _S.AVAILABLE, "status_at": at(-60), **more}
    return Unit(
        id=name,
        call_sign=name,
        unit_type=_T(kind),
        station=station,
        home_station=station,
        head_count=crew,
        **values,
    )


def _setting(
    units: list[Unit], needs: str = "engine:1", minutes: int = 60, *, case: Case | None = None, **place: Any
) -> Setting:
    where = place or {"area": "N", "latitude": -8.625, "longitude": 115.20}
    case = case or Case(Incident(id="i", category="fire", priority=Priority.P1, opened_at=at(-1), **where))
    plan = ResponsePlan(id="p", category="fire", needs=needs, tell="PLN BPBD", minutes=minutes)
    reference = Reference(areas=_AREAS, stations=_STATIONS, agencies=_AGENCIES, plans=(plan,))
    found = setting_of(case, (case,), {one.id: one for one in units}, reference, at(0))
    assert found is not None
    return found


def _recommended(*args: Any, **more: Any) -> Recommendation:
    return recommend(by_straight_line(_setting(*args, **more)))


def _reasons(found: Recommendation) -> Mapping[str, tuple[Reason, ...]]:
    return {pick.unit: pick.reasons for pick in found.picks}


def test_the_nearest_goes_first_and_each_says_why() -> None:
    units = [_unit("s1", "south"), _unit("n2"), _unit("n1", rank=-1)]
    found = _recommended(units, "engine:3/3")
    assert _reasons(found) == {
        "n1": (Reason.NEAREST, Reason.OWN_STATION, Reason.CREW),
        "n2": (Reason.NEXT, Reason.OWN_STATION, Reason.CREW),
        "s1": (Reason.ONLY, Reason.CREW),
    }
    assert (found.picks[0].minutes, found.picks[0].where, found.picks[0].place) == (2, Where.STATION, "north")
    assert found.tell == ("PLN",)
    two_needs = _recommended(units, "engine:1 engine:2")
    assert [pick.reasons[0] for pick in two_needs.picks] == [Reason.NEAREST, Reason.NEXT, Reason.ONLY]


@pytest.mark.parametrize(
    ("units", "needs", "minutes", "lack", "figure"),
    [
        ([_unit("a", kind="ambulance")], "engine:1", 60, Lack.NO_UNIT, 0),
        ([_unit("a", status=_S.ON_SCENE), _unit("b", status=_S.OFF_DUTY)], "engine:2", 60, Lack.NONE_FREE, 0),
        ([_unit("a", crew=2), _unit("b", crew=1)], "engine:1/3", 60, Lack.CREW_TOO_SMALL, 2),
        ([_unit("a", crew=0)], "engine:1", 60, Lack.CREW_TOO_SMALL, 0),
        ([_unit("a", "south")], "engine:1", 20, Lack.TOO_FAR, 20),
        ([_unit("a", "lost")], "engine:1", 60, Lack.NOWHERE, 0),
    ],
)
def test_a_gap_says_why_nobody_goes(
    units: list[Unit], needs: str, minutes: int, lack: Lack, figure: int
) -> None:
    found = _recommended(units, needs, minutes)
    assert found.picks == ()
    assert [(gap.lack, gap.figure) for gap in found.gaps] == [(lack, figure)]


def test_without_a_place_nobody_is_recommended_but_the_middle_of_an_area_is_one() -> None:
    assert _recommended([_unit("a")], area="N").units == ("a",)
    nowhere = _recommended([_unit("a")], address="entah di mana")
    assert (nowhere.units, [gap.lack for gap in nowhere.gaps]) == ((), [Lack.NOWHERE])


def test_what_is_at_work_already_is_not_asked_for_again() -> None:
    running = Assignment(id="a", unit="n1", incident="i", assigned_at=at(-1))
    case = replace(_setting([]).case, assignments=(running,), referrals=(Referral(id="r", agency="PLN"),))
    units = [_unit("n1", status=_S.ASSIGNED), _unit("n2"), _unit("n3")]
    found = _recommended(units, "engine:2", case=case)
    assert (found.units, found.tell) == (("n2",), ())


_ENDED: dict[str, Any] = {"state": AssignmentState.ENDED, "assigned_at": at(-30), "ended_at": at(-5)}
_CAME: dict[str, Any] = {"on_scene_at": at(-20)}


@pytest.mark.parametrize(
    ("went", "opened_again", "needed"),
    [
        ({"ended_as": AssignmentEnd.FINISHED, **_CAME}, None, False),
        ({"ended_as": AssignmentEnd.FINISHED, "at_hospital_at": at(-10)}, None, False),
        ({"ended_as": AssignmentEnd.FINISHED, **_CAME}, -6, False),
        ({"ended_as": AssignmentEnd.FINISHED, **_CAME}, -4, True),
        ({"ended_as": AssignmentEnd.FINISHED}, None, True),
        ({"ended_as": AssignmentEnd.DIVERTED, **_CAME}, None, True),
        ({"ended_as": AssignmentEnd.CANCELLED}, None, True),
    ],
)
def test_who_came_and_finished_is_not_asked_for_again_and_who_was_called_off_is(
    went: dict[str, Any], opened_again: int | None, needed: bool
) -> None:
    case = _setting([]).case
    told = Referral(id="r", agency="PLN", state=ReferralState.FINISHED, finished_at=at(-5))
    case = replace(
        case,
        incident=replace(case.incident, reopened_at=None if opened_again is None else at(opened_again)),
        assignments=(Assignment(id="a", unit="n1", incident="i", **{**_ENDED, **went}),),
        referrals=(told,),
    )
    found = _recommended([_unit("n1")], case=case)
    assert (found.units, found.gaps) == (("n1",) if needed else (), ())
    assert found.tell == (("PLN",) if opened_again == -4 else ())


def test_a_raised_alarm_asks_for_what_is_new_when_the_first_came_and_finished() -> None:
    case = _setting([]).case
    done = Assignment(id="a", unit="n1", incident="i", ended_as=AssignmentEnd.FINISHED, **_ENDED, **_CAME)
    raised = replace(case, incident=replace(case.incident, alarm_level=2), assignments=(done,))
    units = [_unit("n1"), _unit("n2"), _unit("n3")]
    setting = _setting(units, case=raised)
    second = ResponsePlan(id="p2", category="fire", needs="engine:1", level=2)
    reference = replace(setting.reference, plans=(*setting.reference.plans, second))
    both = setting_of(raised, (raised,), setting.units, reference, at(0))
    assert both is not None
    assert len(recommend(by_straight_line(both)).picks) == 1


def test_of_those_at_work_the_kind_that_a_need_names_first_fills_it() -> None:
    sent = [_unit("e", status=_S.ASSIGNED), _unit("r", kind="rescue", status=_S.ASSIGNED)]
    running = tuple(Assignment(id=one.id, unit=one.id, incident="i", assigned_at=at(-1)) for one in sent)
    case = replace(_setting([]).case, assignments=running)
    found = _recommended([*sent, _unit("n1")], "rescue|engine:1 engine:1", case=case)
    assert (found.units, found.gaps) == ((), ())


def test_no_engine_is_asked_for_again_when_the_tanker_that_may_stand_for_one_went_too() -> None:
    sent = [_unit("t", kind="tanker", status=_S.ASSIGNED), _unit("e", status=_S.ASSIGNED)]
    running = tuple(Assignment(id=one.id, unit=one.id, incident="i", assigned_at=at(-1)) for one in sent)
    case = replace(_setting([]).case, assignments=running)
    found = _recommended([*sent, _unit("n1")], "engine|tanker:1 engine:1", case=case)
    assert (found.units, found.gaps) == ((), ())


@pytest.mark.parametrize(
    ("status", "ended", "where"),
    [
        (_S.RETURNING, -5, Where.SCENE),
        (_S.AVAILABLE, -5, Where.SCENE),
        (_S.RETURNING, -11, Where.STATION),
    ],
)
def test_a_unit_is_at_its_last_scene_for_a_while(status: UnitStatus, ended: int, where: Where) -> None:
    done = Assignment(
        id="a", unit="u", state=AssignmentState.ENDED, on_scene_at=at(-30), ended_at=at(ended), incident="j"
    )
    scene = Case(Incident(id="j", area="S"), assignments=(done,))
    fire = _setting([])
    unit = _unit("u", status=status, status_at=at(ended))
    found = setting_of(fire.case, (fire.case, scene), {"u": unit}, fire.reference, at(0))
    assert found is not None
    assert (found.where["u"].where, found.where["u"].name) == (
        where,
        "j" if where is Where.SCENE else "north",
    )
    brought = replace(done, transporting_at=at(-15), destination="rs")
    lying = HospitalPlace(id="rs", hospital="rs", latitude=-8.67, longitude=115.21)
    for places, there in (({"rs": lying}, Where.HOSPITAL), ({}, Where.STATION)):
        reference = replace(fire.reference, hospital_places=places)
        ambulance = setting_of(
            fire.case, (replace(scene, assignments=(brought,)),), {"u": unit}, reference, at(0)
        )
        assert ambulance is not None
        assert ambulance.where["u"].where is (there if where is Where.SCENE else Where.STATION)
    back_at_the_post = replace(unit, status=_S.AVAILABLE, status_at=at(ended) + timedelta(minutes=1))
    again = setting_of(fire.case, (fire.case, scene), {"u": back_at_the_post}, fire.reference, at(0))
    assert again is not None
    assert again.where["u"].where is Where.STATION


def test_of_two_alike_the_rested_crew_goes_and_the_reason_says_since_when() -> None:
    done = (
        Assignment(
            id=unit,
            unit=unit,
            state=AssignmentState.ENDED,
            under_way_at=at(ended - 9),
            ended_at=at(ended),
            incident="j",
        )
        for unit, ended in (("a", -20), ("b", -90))
    )
    fire = _setting([])
    past = Case(Incident(id="j", area="N"), assignments=tuple(done))
    units = {name: _unit(name) for name in ("a", "b")}
    found = setting_of(fire.case, (fire.case, past), units, fire.reference, at(0))
    assert found is not None
    first = recommend(by_straight_line(found))
    assert _reasons(first) == {"b": (Reason.NEAREST, Reason.OWN_STATION, Reason.RESTED)}
    (other,) = first.others[first.picks[0].slot]
    assert (first.picks[0].rest, other.rest, other.reasons[-1]) == (90, 20, Reason.WORKED)


def test_a_crew_that_should_have_been_relieved_goes_after_one_that_just_came_and_the_reason_says_so() -> None:
    ended = Assignment(
        id="x", unit="c", state=AssignmentState.ENDED, under_way_at=at(-40), ended_at=at(-30), incident="j"
    )
    fire = _setting([])
    past = Case(Incident(id="j", area="N"), assignments=(ended,))
    shift = Shift(id="day", begins="08:00", ends="14:00")
    units = {
        "a": _unit("a", duty_since=at(-12 * 60 - 1)),
        "b": _unit("b", duty_since=at(-7 * 60 - 1), shift="day"),
        "c": _unit("c", duty_since=at(-5)),
        "d": _unit("d", duty_since=at(-7 * 60), shift="day"),
    }
    reference = replace(fire.reference, shifts={shift.id: shift})
    found = setting_of(fire.case, (fire.case, past), units, reference, at(0))
    assert found is not None
    first = recommend(by_straight_line(found))
    others = first.others[first.picks[0].slot]
    assert [one.unit for one in (*first.picks, *others)] == ["c", "d", "a", "b"]
    assert [one.duty for one in (*first.picks, *others)] == [0, 0, 721, 421]
    assert [Reason.OVERDUE in one.reasons for one in others] == [False, True, True]
    assert not {Reason.RESTED, Reason.WORKED} & set(first.picks[0].reasons), "the crew before it worked"


def test_the_last_engine_of_the_south_is_named_with_who_can_move_up() -> None:
    units = [_unit("s1", "south"), _unit("n1"), _unit("n2"), _unit("n3", crew=0)]
    south = {"area": "S", "latitude": -8.70, "longitude": 115.22}
    assert _recommended(units, **south).uncovered == (Uncovered(_T.ENGINE, "S", "n1"),)
    assert _recommended(units[:2], **south).uncovered == (Uncovered(_T.ENGINE, "S", None),)
    assert _recommended([*units, _unit("s2", "south")], **south).uncovered == ()


def test_a_line_is_swapped_and_falls_back_when_the_choice_cannot_go() -> None:
    units = [_unit("n1"), _unit("n2"), _unit("s1", "south")]
    found, slot = _recommended(units, "engine:2"), Slot(0, 0)
    other = swapped(found, {slot: "s1"})
    assert [pick.unit for pick in other] == ["s1", "n2"]
    assert other[0].reasons[0] is Reason.CHOSEN
    assert [pick.unit for pick in swapped(found, {slot: None})] == ["n2"]
    assert swapped(found, {slot: "n2"}) == found.picks, "it goes already"
    assert swapped(found, {slot: "gone"}) == found.picks
    assert [one["unit"] for one in told(found)["picks"]] == ["n1", "n2"]


def test_nobody_goes_twice_when_a_choice_gives_way_to_one_that_was_chosen_elsewhere() -> None:
    found = _recommended([_unit("n1"), _unit("n2"), _unit("s1", "south")], "engine:2")
    first, second = Slot(0, 0), Slot(0, 1)
    assert [pick.unit for pick in swapped(found, {first: "n2", second: "gone"})] == ["n2", "n1"]
    assert [pick.unit for pick in swapped(found, {first: "gone", second: "n1"})] == ["n2", "n1"]
    only_two = _recommended([_unit("n1"), _unit("n2")], "engine:1 engine:1")
    both = swapped(only_two, {Slot(0, 0): "n2", Slot(1, 0): "gone"})
    assert [pick.unit for pick in both] == ["n2", "n1"]


_units = st.lists(
    st.builds(
        _unit,
        st.uuids().map(str),
        st.sampled_from(sorted(_STATIONS)),
        st.sampled_from(["engine", "tanker", "ambulance", "boat"]),
        st.integers(0, 5),
        status=st.sampled_from(list(_S)),
        rank=st.integers(0, 3),
    ),
    max_size=12,
    unique_by=lambda unit: unit.id,
)
_needs = st.lists(
    st.builds(
        lambda kinds, count, crew: f"{'|'.join(kinds)}:{count}/{crew}",
        st.lists(
            st.sampled_from(["engine", "tanker", "ambulance", "boat"]), min_size=1, max_size=2, unique=True
        ),
        st.integers(1, 3),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=examples(60), deadline=None)
@given(_units, _needs, st.integers(1, 60), st.data())
def test_nobody_outside_the_rules_is_recommended_and_the_same_situation_says_the_same(
    units: list[Unit], needs: list[str], minutes: int, data: st.DataObject
) -> None:
    setting = _setting(units, " ".join(needs), minutes)
    found = recommend(by_straight_line(setting))
    anew = _setting(data.draw(st.permutations(units)), " ".join(needs), minutes)
    assert recommend(by_straight_line(anew)) == found

    slots = [pick.slot for pick in found.picks]
    ids = [*(one.id for one in units), "nobody", None]
    chosen = data.draw(st.dictionaries(st.sampled_from(slots), st.sampled_from(ids))) if slots else {}
    for picks in (found.picks, swapped(found, chosen)):
        assert len({pick.unit for pick in picks}) == len(picks)
        for pick in picks:
            unit, need = setting.units[pick.unit], setting.response.needs[pick.slot.need]
            assert may_go(unit, need)
            assert unit.status in FREE
            assert unit.unit_type in need.kinds
            assert unit.head_count >= need.least_crew
            assert pick.seconds <= minutes * 60
            assert pick.reasons
    asked = sum(need.count for need in setting.response.needs)
    assert len(found.picks) + sum(gap.missing for gap in found.gaps) == asked


@settings(max_examples=examples(40), deadline=None)
@given(_units, _needs, st.data())
def test_nobody_is_asked_for_again_once_all_that_came_finished_unless_they_were_called_off_or_it_began_anew(
    units: list[Unit], needs: list[str], data: st.DataObject
) -> None:
    setting = _setting(units, " ".join(needs))
    found = recommend(by_straight_line(setting))
    called_off = data.draw(st.sets(st.sampled_from(found.units))) if found.picks else set()

    def went(unit: str) -> Assignment:
        off = unit in called_off
        end, came = (AssignmentEnd.CANCELLED, {}) if off else (AssignmentEnd.FINISHED, _CAME)
        return Assignment(id=unit, unit=unit, incident="i", ended_as=end, **_ENDED, **came)

    after = replace(setting.case, assignments=tuple(map(went, found.units)))
    again = recommend(by_straight_line(_setting(units, " ".join(needs), case=after)))
    asked = sum(need.count for need in setting.response.needs)
    lacks = sum(gap.missing for gap in again.gaps)
    assert len(again.picks) + lacks == asked - len(found.picks) + len(called_off)
    assert called_off or found.gaps or not again.picks
    opened = replace(after, incident=replace(after.incident, reopened_at=at(-1)))
    anew = recommend(by_straight_line(_setting(units, " ".join(needs), case=opened)))
    assert len(anew.picks) + sum(gap.missing for gap in anew.gaps) == asked
