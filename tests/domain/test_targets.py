"""Targets: which one holds, which clocks run, and when an incident is late."""

from datetime import datetime, timedelta

import pytest

from desktop.domain.board import Case, make_case
from desktop.domain.incidents import Incident
from desktop.domain.reference import NEVER, AgencyPart, Clock, Priority, Target
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.targets import Lateness, Limits, Targets, running_clocks, target_for
from desktop.domain.units import Assignment, AssignmentEnd, AssignmentState
from tests.domain.world import at

_ALL, _SCENE, _DONE = Clock.FIRST_UNIT, Clock.ON_SCENE, Clock.DONE


def target(name: str, clock: Clock, category: str | None, priority: str | None, warn: int) -> Target:
    """A target whose alarm comes after twice the time of its warning, in seconds."""
    wanted = Priority(priority) if priority else None
    return Target(id=name, clock=clock, category=category, priority=wanted, warn=warn, alarm=2 * warn)


TARGETS = (
    target("first", Clock.FIRST_UNIT, None, None, 600),
    target("first-p1", Clock.FIRST_UNIT, None, "P1", 60),
    target("scene-p1", Clock.ON_SCENE, None, "P1", 420),
    target("scene-fire", Clock.ON_SCENE, "fire", None, 900),
    target("scene-fire-p2", Clock.ON_SCENE, "fire", "P2", 800),
    target("done-p1", Clock.DONE, None, "P1", 7200),
    target("withdrawn", Clock.ON_SCENE, "sick", None, NEVER),
)


@pytest.mark.parametrize(
    ("clock", "category", "priority", "found"),
    [
        (Clock.FIRST_UNIT, "sick", "P1", "first-p1"),
        (Clock.FIRST_UNIT, "sick", "P3", "first"),
        (Clock.FIRST_UNIT, None, "P2", "first"),
        (Clock.ON_SCENE, "sick", "P1", "scene-p1"),
        (Clock.ON_SCENE, "fire", "P1", "scene-fire"),
        (Clock.ON_SCENE, "fire", "P2", "scene-fire-p2"),
        (Clock.ON_SCENE, "sick", "P2", None),
        (Clock.DONE, None, "P1", "done-p1"),
        (Clock.ANSWER, "fire", "P1", None),
    ],
)
def test_the_narrowest_target_holds(
    clock: Clock, category: str | None, priority: str, found: str | None
) -> None:
    target = target_for(TARGETS, clock, category, Priority(priority))
    assert (target.id if target else None) == found


def sent(*, scene: bool = False, ended: AssignmentEnd | None = None) -> Assignment:
    """A unit sent."""
    state = AssignmentState.ENDED if ended else AssignmentState.RUNNING
    on_scene_at = at(5) if scene else None
    return Assignment(
        id="a", unit="u", state=state, ended_as=ended, assigned_at=at(1), on_scene_at=on_scene_at
    )


def told(state: ReferralState = ReferralState.TOLD, arrived_at: datetime | None = None) -> Referral:
    """The lead agency told."""
    return Referral(id="r", agency="PLN", part=AgencyPart.LEAD, state=state, arrived_at=arrived_at)


def case(
    *assignments: Assignment,
    referral: Referral | None = None,
    closed: bool = False,
    category: str | None = "sick",
    priority: str = "P1",
) -> Case:
    """A case opened at minute 0."""
    incident = Incident(
        id="i",
        opened_at=at(0),
        category=category,
        priority=Priority(priority),
        closed_at=at(9) if closed else None,
    )
    return make_case(incident, assignments, (referral,) if referral else (), 1)


@pytest.mark.parametrize(
    ("what", "clocks"),
    [
        (case(), {_ALL, _SCENE, _DONE}),
        (case(sent()), {_SCENE, _DONE}),
        (case(referral=told()), {_SCENE, _DONE}),
        (case(sent(scene=True)), {_DONE}),
        (case(referral=told(ReferralState.ARRIVED, at(5))), {_DONE}),
        (case(sent(ended=AssignmentEnd.CANCELLED)), {_ALL, _SCENE, _DONE}),
        (case(sent(scene=True, ended=AssignmentEnd.DIVERTED)), {_ALL, _DONE}),
        (case(sent(scene=True, ended=AssignmentEnd.FINISHED)), set()),
        (case(closed=True), set()),
    ],
)
def test_clocks_run_until_they_are_met(what: Case, clocks: set[Clock]) -> None:
    assert set(running_clocks(what)) == clocks


def limits(warn: int, alarm: int) -> Limits:
    """Limits in seconds after minute 0."""
    return Limits(at(0) + timedelta(seconds=warn), at(0) + timedelta(seconds=alarm))


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        (case(), limits(60, 120)),
        (case(sent()), limits(420, 840)),
        (case(sent(scene=True)), limits(7200, 14400)),
        (case(category="fire"), limits(60, 120)),
        (case(sent(), category="fire"), limits(900, 1800)),
        (case(sent(), category="fire", priority="P2"), limits(800, 1600)),
        (case(category=None, priority="P2"), limits(600, 1200)),
        (case(sent(), priority="P4"), Limits()),
        (case(closed=True), Limits()),
    ],
)
def test_the_first_of_the_running_clocks_sets_the_limits(what: Case, expected: Limits) -> None:
    assert Targets(TARGETS).limits(what) == expected


@pytest.mark.parametrize(
    ("seconds", "lateness"),
    [
        (0, Lateness.IN_TIME),
        (59, Lateness.IN_TIME),
        (60, Lateness.LATE),
        (119, Lateness.LATE),
        (120, Lateness.ALARM),
    ],
)
def test_lateness_turns_at_the_limits(seconds: int, lateness: Lateness) -> None:
    assert limits(60, 120).at(at(0) + timedelta(seconds=seconds)) is lateness
    assert Limits().at(at(0) + timedelta(seconds=seconds)) is Lateness.IN_TIME
