"""The clocks of one incident: what is late, or will be, by the city's targets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from desktop.domain.alarm_answers import AlarmAnswer, answer_id
from desktop.domain.alarm_dues import Due, Stage, Taken, stages
from desktop.domain.board import Case, Reference
from desktop.domain.distress import Distress
from desktop.domain.memos import MemoEntry
from desktop.domain.phase import Phase, stage_of
from desktop.domain.reference import Clock, Priority, Target
from desktop.domain.referrals import ReferralState
from desktop.domain.targets import Targets, running_clocks
from desktop.domain.units import Assignment, Unit

WAITING = "waiting"
NOT_UNDER_WAY = "not_under_way"
NOT_ON_SCENE = "not_on_scene"
WELFARE = "welfare"
NOT_ANSWERED = "not_answered"
WORK = "work"


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a desk's board alarms are derived from; by id."""

    cases: Mapping[str, Case]
    units: Mapping[str, Unit]
    answers: Mapping[str, AlarmAnswer]
    reference: Reference
    targets: Targets
    memos: Mapping[str, MemoEntry] = field(default_factory=dict)
    distress: Mapping[str, Distress] = field(default_factory=dict)


def waits(case: Case, shown: Shown) -> Iterator[Due]:
    """Nobody is sent. A P1 warns from its first second; who has it in hand has taken that."""
    incident, since = case.incident, case.incident.needed_since
    if case.phase is not Phase.WAITING or since is None:
        return
    target = _target(case, shown, Clock.FIRST_UNIT)
    begins = stages(since, target.warn, target.alarm) if target is not None else ()
    if incident.priority is Priority.P1:
        begins = ((since, Stage.WARNING), *begins[1:])
    if not begins:
        return
    due = Due(WAITING, case.id, since, begins, incident.priority, case.id)
    held = _held(case, due)
    yield due if held is None else replace(due, taken=held)


def _held(case: Case, due: Due) -> Taken | None:
    incident = case.incident
    if incident.holder is None or incident.held_since is None:
        return None
    stage = due.stage_at(incident.held_since)
    return Taken(incident.holder, incident.held_since, stage) if stage is not None else None


def not_under_way(case: Case, shown: Shown) -> Iterator[Due]:
    """A unit that was assigned and did not set out."""
    for one in _at(case, Phase.ASSIGNED):
        yield from _of_unit(case, one, NOT_UNDER_WAY, one.assigned_at, _target(case, shown, Clock.UNDER_WAY))


def not_on_scene(case: Case, shown: Shown) -> Iterator[Due]:
    """Nobody is on scene, counted from the last opening; once somebody was, each unit since it set out."""
    running = running_clocks(case)
    if Clock.ON_SCENE in running:
        if case.phase is not Phase.WAITING:
            yield from _of_incident(case, NOT_ON_SCENE, _target(case, shown, Clock.ON_SCENE))
    elif running:
        target = _target(case, shown, Clock.TRAVEL)
        for one in _at(case, Phase.UNDER_WAY):
            yield from _of_unit(case, one, NOT_ON_SCENE, one.under_way_at, target)


def welfare(case: Case, shown: Shown) -> Iterator[Due]:
    """A crew at dangerous work that was not heard of: after two checks that were missed it is critical.

    Each unit has its own clock, from when it was on scene or last said that it is well.
    """
    target = _target(case, shown, Clock.WELFARE)
    if target is None:
        return
    for one in _at(case, Phase.ON_SCENE):
        since = heard_at(one, shown)
        if since is not None:
            begins = stages(since, target.warn, target.alarm, Stage.CRITICAL)
            yield Due(WELFARE, one.id, since, begins, case.incident.priority, case.id, one.unit)


def heard_at(assignment: Assignment, shown: Shown) -> datetime | None:
    """When a crew on scene was last known to be well."""
    answer = shown.answers.get(answer_id(WELFARE, assignment.id))
    known = (assignment.on_scene_at, answer.well_at if answer is not None else None)
    return max((one for one in known if one is not None), default=None)


def not_answered(case: Case, shown: Shown) -> Iterator[Due]:
    """An agency that was told and has not said whether it comes."""
    if not running_clocks(case):
        return
    target = _target(case, shown, Clock.REFERRAL)
    for one in case.running_referrals:
        told = [at for at in (one.told_at, one.told_again_at) if at is not None]
        if target is not None and told and one.state is ReferralState.TOLD:
            begins = stages(max(told), target.warn, target.alarm)
            yield Due(
                NOT_ANSWERED, one.id, max(told), begins, case.incident.priority, case.id, agency=one.agency
            )


def work(case: Case, shown: Shown) -> Iterator[Due]:
    """Work that is not done in its time: hours for what is urgent, days for civic work."""
    if Clock.DONE in running_clocks(case):
        yield from _of_incident(case, WORK, _target(case, shown, Clock.DONE))


def _target(case: Case, shown: Shown, clock: Clock) -> Target | None:
    return shown.targets.find(clock, case.incident.category, case.incident.priority)


def _at(case: Case, stage: Phase) -> Iterator[Assignment]:
    return (one for one in case.running if stage_of(one) is stage)


def _of_incident(case: Case, kind: str, target: Target | None) -> Iterator[Due]:
    since = case.incident.needed_since
    if target is not None and since is not None:
        begins = stages(since, target.warn, target.alarm)
        yield Due(kind, case.id, since, begins, case.incident.priority, case.id)


def _of_unit(
    case: Case, one: Assignment, kind: str, since: datetime | None, target: Target | None
) -> Iterator[Due]:
    if target is not None and since is not None:
        begins = stages(since, target.warn, target.alarm)
        yield Due(kind, one.id, since, begins, case.incident.priority, case.id, one.unit)
