"""Alarms as tables: which stands when, in which order, and how long who took one is left in peace."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop.domain.alarm_answers import AlarmAnswer, answer_id
from desktop.domain.alarm_clocks import Shown
from desktop.domain.alarm_dues import Stage
from desktop.domain.alarms import Alarm, alarms_of, dues_of_case, holds_until
from desktop.domain.board import Case, Reference, make_case
from desktop.domain.incidents import Incident
from desktop.domain.memos import Memo, MemoEntry, MemoPrivate, MemoState
from desktop.domain.reference import AgencyPart, Clock, Priority, Target
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.targets import Targets
from desktop.domain.units import Assignment, AssignmentEnd, AssignmentState
from tests.domain.world import at

TARGETS_OF = (
    Target(id="first", clock=Clock.FIRST_UNIT, warn=60, alarm=120),
    Target(id="out", clock=Clock.UNDER_WAY, warn=90, alarm=180),
    Target(id="road", clock=Clock.TRAVEL, warn=600, alarm=900),
    Target(id="scene", clock=Clock.ON_SCENE, warn=420, alarm=600),
    Target(id="answer", clock=Clock.REFERRAL, warn=300, alarm=600),
    Target(id="crew", clock=Clock.WELFARE, category="fire", warn=1200, alarm=2400),
    Target(id="done", clock=Clock.DONE, warn=7200, alarm=14400),
)
TARGETS = Targets(TARGETS_OF)


def unit(name: str = "a1", **stamps: float) -> Assignment:
    """A unit sent; its stamps in minutes."""
    moments = {f"{stamp}_at": at(minutes) for stamp, minutes in stamps.items()}
    return Assignment(id=name, unit=name.upper(), **moments)  # type: ignore[arg-type]  # - columns of stamps


def told(state: ReferralState = ReferralState.TOLD, again: float | None = None) -> Referral:
    """The lead agency, told in the first minute."""
    return Referral(
        id="r1",
        agency="PLN",
        part=AgencyPart.LEAD,
        state=state,
        told_at=at(1),
        told_again_at=at(again) if again else None,
    )


def case(
    *assignments: Assignment,
    name: str = "i1",
    priority: str = "P1",
    category: str = "fire",
    agency: Referral | None = None,
    **more: object,
) -> Case:
    """A case opened at minute 0."""
    incident = Incident(id=name, opened_at=at(0), category=category, priority=Priority(priority))
    incident = replace(incident, **more)  # type: ignore[arg-type]  # - fields of an incident
    return make_case(incident, assignments, (agency,) if agency else (), 1)


def shown(cases: Iterable[Case], *answers: AlarmAnswer) -> Shown:
    """A board with those cases and answers."""
    known = {one.id: one for one in answers}
    return Shown({one.id: one for one in cases}, {}, known, Reference(), TARGETS)


def reminder(name: str, **values: object) -> MemoEntry:
    """A reminder due at minute 10."""
    memo = Memo(id=name, due_at=at(10))
    return MemoEntry(replace(memo, **values), MemoPrivate(id=name, text=name))  # type: ignore[arg-type]  # - fields of a memo


def test_reminders_stand_from_when_they_are_due_and_ones_own_once_left_lying() -> None:
    memos = {
        one.id: one
        for one in (
            reminder("all"),
            reminder("fire", incident="i1"),
            reminder("own", recipient="ani"),
            reminder("done", state=MemoState.DONE),
        )
    }
    board = replace(shown([case(OUT, priority="P1")]), memos=memos)

    def standing_at(minute: float) -> list[str]:
        return [one for one in texts(alarms_of(board, at(minute))) if one.startswith("reminder")]

    assert standing_at(9) == []
    assert standing_at(10) == ["reminder fire WARNING", "reminder all WARNING"]
    assert standing_at(15) == ["reminder fire ALARM", "reminder all ALARM", "reminder own ALARM"]


def texts(found: Iterable[Alarm]) -> list[str]:
    """The alarms in short: `waiting i1 WARNING`."""
    return [f"{one.due.kind} {one.due.about} {one.stage.name}{' quiet' * one.quiet}" for one in found]


_LATE_AGAIN = "not_on_scene i1 WARNING"
"""Who was there before it was opened again is not there now."""
OUT = unit(assigned=1, under_way=2)
THERE = unit(assigned=1, under_way=2, on_scene=8)
GONE = replace(THERE, state=AssignmentState.ENDED, ended_as=AssignmentEnd.FINISHED, ended_at=at(30))


@pytest.mark.parametrize(
    ("minute", "what", "expected"),
    [
        (0, case(), ["waiting i1 WARNING"]),
        (1.9, case(), ["waiting i1 WARNING"]),
        (2, case(), ["waiting i1 ALARM"]),
        (0.9, case(priority="P2"), []),
        (1, case(priority="P2"), ["waiting i1 WARNING"]),
        (9, case(closed_at=at(8)), []),
        (2.4, case(unit(assigned=1)), []),
        (2.5, case(unit(assigned=1)), ["not_under_way a1 WARNING"]),
        (4, case(unit(assigned=1)), ["not_under_way a1 ALARM"]),
        (6.9, case(OUT), []),
        (7, case(OUT), ["not_on_scene i1 WARNING"]),
        (10, case(OUT), ["not_on_scene i1 ALARM"]),
        (27.9, case(THERE), []),
        (28, case(THERE), ["welfare a1 WARNING"]),
        (48, case(THERE), ["welfare a1 CRITICAL"]),
        (48, case(THERE, category="sick"), []),
        (48, case(unit(assigned=1, on_scene=8, transporting=20)), []),
        (20, case(THERE, unit("a2", assigned=9, under_way=10)), ["not_on_scene a2 WARNING"]),
        (25, case(THERE, unit("a2", assigned=9, under_way=10)), ["not_on_scene a2 ALARM"]),
        (6, case(agency=told()), ["not_answered r1 WARNING"]),
        (11, case(agency=told(again=8)), ["not_on_scene i1 ALARM"]),
        (6, case(agency=told(ReferralState.ACCEPTED)), []),
        (120, case(GONE), []),
        (120, case(GONE, reopened_at=at(119)), ["waiting i1 WARNING"]),
        (121, case(GONE, reopened_at=at(119)), ["waiting i1 ALARM"]),
        (126, case(GONE, unit("a2", assigned=119.5, under_way=120), reopened_at=at(119)), [_LATE_AGAIN]),
        (120, case(THERE, category="sick"), ["work i1 WARNING"]),
        (240, case(THERE, category="sick"), ["work i1 ALARM"]),
    ],
)
def test_what_stands_when(minute: float, what: Case, expected: list[str]) -> None:
    assert texts(alarms_of(shown([what]), at(minute))) == expected


def test_the_most_dangerous_comes_first() -> None:
    crew = case(THERE, name="i1", priority="P2")
    board = shown(
        [
            case(name="i3", priority="P3", category="tree"),
            case(OUT, name="i4", category="sick"),
            case(name="i2", category="sick"),
            crew,
            case(name="i6", category="sick", agency=told(), opened_at=at(45)),
            case(name="i7", category="sick", opened_at=at(49)),
            case(name="i5", priority="P2", category="flood", opened_at=at(49)),
        ]
    )
    assert texts(alarms_of(board, at(50))) == [
        "welfare a1 CRITICAL",
        "waiting i2 ALARM",
        "not_on_scene i4 ALARM",
        "waiting i7 WARNING",
        "not_answered r1 ALARM",
        "waiting i5 WARNING",
        "waiting i3 ALARM",
    ]


def answer(kind: str, about: str, **values: object) -> AlarmAnswer:
    """What was answered to an alarm."""
    row = AlarmAnswer(id=answer_id(kind, about), kind=kind, about=about, taken_by="made")
    return replace(row, **values)  # type: ignore[arg-type]  # - fields of an answer


@pytest.mark.parametrize(
    ("minute", "stage", "taken", "expected"),
    [
        (3, 2, 2.5, ["waiting i1 ALARM quiet"]),
        (7.4, 2, 2.5, ["waiting i1 ALARM quiet"]),
        (7.5, 2, 2.5, ["waiting i1 ALARM"]),
        (1, 1, 0.5, ["waiting i1 WARNING quiet"]),
        (2, 1, 0.5, ["waiting i1 ALARM"]),
        (3, 2, -1, ["waiting i1 ALARM"]),
    ],
    ids=["taken", "still", "five minutes are over", "while it warns", "until it alarms", "before it began"],
)
def test_who_took_it_is_left_in_peace_for_a_while(
    minute: float, stage: int, taken: float, expected: list[str]
) -> None:
    known = answer("waiting", "i1", stage=stage, taken_at=at(taken))
    assert texts(alarms_of(shown([case()], known), at(minute))) == expected


def test_having_the_incident_in_hand_is_taking_that_it_waits() -> None:
    held = case(holder="made", held_since=at(0.5))
    assert [texts(alarms_of(shown([held]), at(minute))) for minute in (1, 2)] == [
        ["waiting i1 WARNING quiet"],
        ["waiting i1 ALARM"],
    ]


def test_a_crew_that_says_it_is_well_begins_its_own_clock_anew_and_no_other() -> None:
    two = case(THERE, unit("a2", assigned=1, under_way=2, on_scene=9))
    well = answer("welfare", "a1", taken_by=None, well_at=at(30))
    assert texts(alarms_of(shown([two], well), at(49))) == ["welfare a2 CRITICAL"]
    assert texts(alarms_of(shown([two], well), at(50))) == ["welfare a2 CRITICAL", "welfare a1 WARNING"]
    taken_before = answer("welfare", "a1", stage=3, taken_at=at(29), well_at=at(30))
    assert "welfare a1 WARNING" in texts(alarms_of(shown([two], taken_before), at(50)))


def test_when_the_list_becomes_another_by_time_alone_is_known() -> None:
    board = shown([case()], answer("waiting", "i1", stage=1, taken_at=at(1)))
    dues = dues_of_case(board.cases["i1"], board)
    moments: list[datetime | None] = []
    for minute in (0.5, 2, 3):
        now = at(minute)
        moments.append(holds_until(dues, alarms_of(board, now), now))
    assert moments == [at(2), at(120), at(120)]
    assert Stage.CRITICAL > Stage.ALARM > Stage.WARNING
    assert timedelta() < at(120) - at(2)
