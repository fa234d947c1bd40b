"""Who is to be told, as a table: what was told, what changed since, how far whoever was told has come."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.domain.board import make_case
from desktop.domain.incidents import Incident
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.to_tell import New, Stand, recipients, to_tell_again
from desktop.domain.told import Told, state_told
from desktop.domain.units import Assignment

NOW = datetime(2026, 11, 24, 13, tzinfo=UTC)
BEFORE = Incident(
    id="i",
    acts={"place": "p1", "category": "c1", "priority": "r1", "people": None},
    facts={"hazards": ["gas"]},
)
GAS = {"w": "a1"}
TOLD = Told(id="t", incident="i", assignment="a", told_at=NOW, **state_told(BEFORE, GAS))  # type: ignore[arg-type]  # - its columns
ON_WAY = Assignment(id="a", unit="E1", incident="i")
THERE = replace(ON_WAY, on_scene_at=NOW)
LEFT = replace(THERE, transporting_at=NOW)


def _now(**acts: str) -> Incident:
    return replace(BEFORE, acts={**BEFORE.acts, **acts})


SMOKE = replace(BEFORE, facts={"hazards": ["gas", "smoke"]})
SEEN = [
    ("as it was", BEFORE, GAS, Stand.TOLD, ()),
    ("another place", _now(place="p2"), GAS, Stand.AGAIN, (New.PLACE,)),
    (
        "another category and priority",
        _now(category="c2", priority="r2"),
        GAS,
        Stand.AGAIN,
        (New.CATEGORY, New.PRIORITY),
    ),
    ("a warning that is new", BEFORE, {**GAS, "x": "a2"}, Stand.AGAIN, (New.WARNING,)),
    ("a warning that says something else", BEFORE, {"w": "a9"}, Stand.AGAIN, (New.WARNING,)),
    ("a warning that is no more", BEFORE, {}, Stand.TOLD, ()),
    ("another hazard", SMOKE, GAS, Stand.AGAIN, (New.HAZARD,)),
    ("what the words did not tell", _now(people="n1"), GAS, Stand.TOLD, ()),
]


@pytest.mark.parametrize(
    ("incident", "warnings", "stand", "new"), [one[1:] for one in SEEN], ids=[one[0] for one in SEEN]
)
def test_what_changed_since_it_was_told(
    incident: Incident, warnings: dict[str, str], stand: Stand, new: tuple[New, ...]
) -> None:
    case = make_case(incident, (ON_WAY,), (), 1, told=(TOLD,))
    (found,) = recipients(case, warnings)
    assert (found.stand, found.new, found.last) == (stand, new, TOLD)
    assert to_tell_again(case, warnings) == (stand is Stand.AGAIN)


@pytest.mark.parametrize(
    "dangers", [{"warnings": 5, "hazards": 5}, {"warnings": ["w"], "hazards": [{}]}, {"warnings": {"w": {}}}]
)
def test_dangers_that_no_desk_would_write_stop_no_desk(dangers: dict[str, object]) -> None:
    odd = replace(BEFORE, facts={"hazards": [{}, "gas"]})
    case = make_case(odd, (ON_WAY,), (), 1, told=(replace(TOLD, dangers=dangers),))
    (found,) = recipients(case, GAS)
    assert (found.stand, found.new) == (Stand.AGAIN, (New.WARNING, New.HAZARD))


AGENCY = Referral(id="a", incident="i", agency="PLN")
TO_AGENCY = replace(TOLD, assignment=None, referral="a")
PLACE = _now(place="p2")
SMELL = {**GAS, "x": "a2"}
STAGES = [
    ("on the way, never told", ON_WAY, (), BEFORE, GAS, Stand.UNTOLD),
    ("there, never told", THERE, (), BEFORE, GAS, Stand.THERE),
    ("there, the place was corrected", THERE, (TOLD,), PLACE, GAS, Stand.TOLD),
    ("there, a danger showed", THERE, (TOLD,), BEFORE, SMELL, Stand.AGAIN),
    ("gone to hospital", LEFT, (TOLD,), PLACE, SMELL, Stand.TOLD),
    ("told again", ON_WAY, (TOLD, replace(TOLD, id="u", place_told="p2")), PLACE, GAS, Stand.TOLD),
    ("an agency whose words nobody kept", AGENCY, (), PLACE, GAS, Stand.TOLD),
    ("an agency told the old place", AGENCY, (TO_AGENCY,), PLACE, GAS, Stand.AGAIN),
    (
        "an agency that arrived",
        replace(AGENCY, state=ReferralState.ARRIVED),
        (TO_AGENCY,),
        PLACE,
        GAS,
        Stand.TOLD,
    ),
]


@pytest.mark.parametrize(
    ("at_work", "told", "incident", "warnings", "stand"),
    [one[1:] for one in STAGES],
    ids=[one[0] for one in STAGES],
)
def test_how_far_whoever_was_told_has_come(
    at_work: Assignment | Referral,
    told: tuple[Told, ...],
    incident: Incident,
    warnings: dict[str, str],
    stand: Stand,
) -> None:
    units = (at_work,) if isinstance(at_work, Assignment) else ()
    agencies = (at_work,) if isinstance(at_work, Referral) else ()
    (found,) = recipients(make_case(incident, units, agencies, 1, told=told), warnings)
    assert found.stand is stand


def test_who_was_not_told_comes_first_and_who_is_to_be_told_again_next() -> None:
    units = (THERE, replace(ON_WAY, id="b"), replace(ON_WAY, id="c"))
    told = (TOLD, replace(TOLD, id="u", assignment="b"))
    case = make_case(PLACE, units, (), 1, told=told)
    assert [one.id for one in recipients(case, GAS)] == ["c", "b", "a"]
