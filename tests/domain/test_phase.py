"""The phase of an incident: one table of what runs and what it says."""

from dataclasses import replace

import pytest

from desktop.domain.board import danger_key, make_case, urgency_key
from desktop.domain.incidents import Incident
from desktop.domain.phase import Phase, phase_of, stage_of
from desktop.domain.reference import AgencyPart
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.units import STAMP_ORDER, Assignment, AssignmentEnd, AssignmentState
from tests.domain.world import at

_OPEN = Incident(id="i", opened_at=at(0))
_CLOSED = replace(_OPEN, closed_at=at(60))
_MERGED = replace(_OPEN, merged_into="j")


def sent(*stamps: str, ended: AssignmentEnd | None = None) -> Assignment:
    """A unit with these stamps, a minute between them."""
    times = {f"{stamp}_at": at(minute) for minute, stamp in enumerate(stamps)}
    state = AssignmentState.RUNNING if ended is None else AssignmentState.ENDED
    return Assignment(id="a", unit="E1", state=state, ended_as=ended, **times)  # type: ignore[arg-type]  # - stamps only


def told(state: str = "told", part: AgencyPart = AgencyPart.LEAD) -> Referral:
    """An agency told, and how far it came."""
    return Referral(id="r", agency="DAMKAR", part=part, state=ReferralState(state))


_SUPPORT = AgencyPart.SUPPORT
_WAY, _SCENE = ("assigned", "under_way"), ("assigned", "under_way", "on_scene")
_FINISHED, _CANCELLED, _DIVERTED = AssignmentEnd.FINISHED, AssignmentEnd.CANCELLED, AssignmentEnd.DIVERTED

_AGAIN = replace(_OPEN, reopened_at=at(60))
_HOME = replace(sent(*_SCENE, ended=_FINISHED), ended_at=at(30))
_ANEW = replace(_HOME, id="b", ended_at=at(90))
_SAID = replace(told("finished"), finished_at=at(50))

TABLE = (
    ("nothing", _OPEN, (), (), Phase.WAITING),
    ("a unit sent", _OPEN, (sent("assigned"),), (), Phase.ASSIGNED),
    ("under way", _OPEN, (sent(*_WAY),), (), Phase.UNDER_WAY),
    ("on scene", _OPEN, (sent(*_SCENE),), (), Phase.ON_SCENE),
    ("transporting", _OPEN, (sent(*_SCENE, "transporting"),), (), Phase.TRANSPORTING),
    ("at hospital", _OPEN, (sent(*_SCENE, "transporting", "at_hospital"),), (), Phase.AT_HOSPITAL),
    ("back on scene", _OPEN, (sent("assigned", "transporting", "on_scene"),), (), Phase.ON_SCENE),
    ("the furthest of two", _OPEN, (sent("assigned"), sent(*_SCENE)), (), Phase.ON_SCENE),
    ("one finished, one goes", _OPEN, (sent(*_SCENE, ended=_FINISHED), sent(*_WAY)), (), Phase.UNDER_WAY),
    ("all finished", _OPEN, (sent(*_SCENE, ended=_FINISHED),), (), Phase.HANDLED),
    ("cancelled: it waits again", _OPEN, (sent(*_WAY, ended=_CANCELLED),), (), Phase.WAITING),
    ("diverted: it waits again", _OPEN, (sent(*_WAY, ended=_DIVERTED),), (), Phase.WAITING),
    (
        "one finished, one cancelled",
        _OPEN,
        (sent(ended=_FINISHED), sent(ended=_CANCELLED)),
        (),
        Phase.HANDLED,
    ),
    ("the lead told", _OPEN, (), (told(),), Phase.TOLD),
    ("the lead accepted", _OPEN, (), (told("accepted"),), Phase.ACCEPTED),
    ("the lead departed", _OPEN, (), (told("departed"),), Phase.DEPARTED),
    ("the lead arrived", _OPEN, (), (told("arrived"),), Phase.ARRIVED),
    ("the lead finished", _OPEN, (), (told("finished"),), Phase.HANDLED),
    ("all finished before it was opened again", _AGAIN, (_HOME,), (_SAID,), Phase.WAITING),
    ("finished since it was opened again", _AGAIN, (_HOME, _ANEW), (), Phase.HANDLED),
    ("a unit that stayed while it was closed", _AGAIN, (sent(*_SCENE),), (_SAID,), Phase.ON_SCENE),
    ("the lead refused: it waits again", _OPEN, (), (told("refused"),), Phase.WAITING),
    ("the lead withdrawn: it waits again", _OPEN, (), (told("withdrawn"),), Phase.WAITING),
    ("only a supporter told", _OPEN, (), (told("told", _SUPPORT),), Phase.WAITING),
    ("only a supporter arrived", _OPEN, (), (told("arrived", _SUPPORT),), Phase.WAITING),
    ("only a supporter finished", _OPEN, (), (told("finished", _SUPPORT),), Phase.WAITING),
    ("the lead told, a supporter arrived", _OPEN, (), (told(), told("arrived", _SUPPORT)), Phase.TOLD),
    ("a unit goes before an agency", _OPEN, (sent("assigned"),), (told("arrived"),), Phase.ASSIGNED),
    (
        "a unit called back, the lead goes on",
        _OPEN,
        (sent(ended=_CANCELLED),),
        (told("departed"),),
        Phase.DEPARTED,
    ),
    ("a unit finished, the lead told", _OPEN, (sent(ended=_FINISHED),), (told(),), Phase.TOLD),
    ("closed, whatever runs", _CLOSED, (sent(*_SCENE),), (told(),), Phase.CLOSED),
    ("merged, whatever runs", _MERGED, (sent(*_SCENE),), (told(),), Phase.MERGED),
)


@pytest.mark.parametrize(
    ("incident", "assignments", "referrals", "phase"),
    [line[1:] for line in TABLE],
    ids=[line[0] for line in TABLE],
)
def test_phase(
    incident: Incident, assignments: tuple[Assignment, ...], referrals: tuple[Referral, ...], phase: Phase
) -> None:
    assert phase_of(incident, assignments, referrals) is phase


def test_what_was_left_behind_stands_before_what_waits_longer() -> None:
    left = sent("assigned", ended=_DIVERTED)
    older, later = (replace(_OPEN, id=one, opened_at=at(minute)) for one, minute in (("a", 0), ("b", 9)))
    waiting, behind = make_case(older, (), (), 1), make_case(later, (left,), (), 1)
    assert behind.is_left_behind
    assert sorted((waiting, behind), key=urgency_key) == sorted((waiting, behind), key=danger_key)
    assert min((waiting, behind), key=urgency_key) is behind
    again = make_case(later, (left, replace(sent("assigned"), id="again")), (), 1)
    assert not again.is_left_behind
    assert min((waiting, again), key=urgency_key) is waiting


def test_of_two_stamps_at_one_moment_the_further_one_counts() -> None:
    both = Assignment(id="a", assigned_at=at(0), under_way_at=at(0))
    assert stage_of(both) is Phase.UNDER_WAY


def test_every_stamp_but_the_end_is_a_stage() -> None:
    stages = {stage_of(sent("assigned", stamp)) for stamp in STAMP_ORDER[:-1]}
    assert len(stages) == 5
