"""One event of an exercise, done through the operation that an operator would use."""

from collections.abc import Mapping
from datetime import datetime

from desktop.domain.incidents import PLACE_FIELDS, UNSETTLED_PRIORITY
from desktop.domain.records import Value
from desktop.domain.reference import AgencyPart
from desktop.domain.units import BUSY, UnitStatus
from desktop.operations import calls, incidents, referrals, units
from desktop.operations.desk import Desk, Done, Outcome, Refusal
from desktop.operations.exercise import events as e
from desktop.operations.exercise.scene import MissingError, Scene
from desktop.operations.referrals import Telling

NOT_WRITTEN = "tidak tercatat apakah sudah dipastikan aman"
"""The reason for closing what an evening's lines do not call safe: they come from what others wrote."""


async def perform(desk: Desk, scene: Scene, event: e.Event, midnight: datetime) -> Outcome:
    """Do it. `midnight` (aware): with which the exercise's first day begins. MissingError: see `Scene`."""
    match event:
        case e.CallTaken() | e.CallEnded() | e.CallFinished() | e.CallJoined() | e.NumberBlocked():
            return await _call(desk, scene, event, midnight)
        case e.IncidentOpened():
            return await _open(desk, scene, event)
        case e.UnitsAssigned() | e.UnitDiverted() | e.UnitCancelled() | e.UnitSpoke():
            return await _unit(desk, scene, event, midnight)
        case e.Referred() | e.ReferralMoved():
            return await _refer(desk, scene, event)
        case _:
            return await _incident(desk, scene, event)


async def _call(desk: Desk, scene: Scene, event: e.Event, midnight: datetime) -> Outcome:
    match event:
        case e.CallTaken():
            at = midnight + event.after
            done = await calls.take_call(
                desk,
                event.channel,
                number=event.number,
                rang_at=None if event.ring is None else at - event.ring,
                external=event.external,
            )
            if isinstance(done, Done):
                scene.calls[event.call] = done.row
            return done
        case e.CallEnded():
            seen = await scene.call(event.call)
            return await calls.end_call(desk, seen, event.call_type, _given(narrative=event.narrative))
        case e.CallFinished():
            return await calls.hang_up(desk, (await scene.call(event.call)).call)
        case e.CallJoined():
            incident = await scene.incident(event.incident)
            words = _given(name=event.name, narrative=event.narrative)
            return await calls.join_call(desk, await scene.call(event.call), incident, words)
        case e.NumberBlocked():
            return await calls.block_number(desk, (await scene.call(event.call)).call)
    raise TypeError(event)


async def _open(desk: Desk, scene: Scene, event: e.IncidentOpened) -> Outcome:
    category = scene.categories.get(event.category or "")
    brought = category.priority if category is not None else UNSETTLED_PRIORITY
    values = _given(
        category=category.id if category is not None else None,
        urgency=category.urgency if category is not None else None,
        priority=event.priority or brought,
        people_hurt=event.people_hurt,
        name=event.name,
        narrative=event.narrative,
        **{name: getattr(event.place, name) for name in PLACE_FIELDS},
    )
    done = await incidents.open_incident(desk, await scene.call(event.call), values, event.external)
    if isinstance(done, Done):
        scene.incidents[event.incident] = done.row
    return done


async def _incident(desk: Desk, scene: Scene, event: e.Event) -> Outcome:
    match event:
        case e.IncidentTaken():
            return await incidents.take_incident(desk, await scene.incident(event.incident))
        case e.NoteAdded():
            return await incidents.add_note(desk, await scene.incident(event.incident), event.note)
        case e.IncidentChanged():
            values = _given(priority=event.priority, people_hurt=event.people_hurt)
            return await incidents.describe_incident(desk, await scene.incident(event.incident), values)
        case e.IncidentClosed():
            seen = await scene.incident(event.incident)
            done = await incidents.close_incident(desk, seen, event.outcome, event.note)
            if isinstance(done, Refusal) and done.code == "safe_confirmed":
                return await incidents.close_incident(desk, seen, event.outcome, NOT_WRITTEN)
            return done
    raise TypeError(event)


async def _unit(desk: Desk, scene: Scene, event: e.Event, midnight: datetime) -> Outcome:
    match event:
        case e.UnitsAssigned():
            found = [one.unit for one in await scene.crewed(event.units)]
            return await units.assign_units(desk, await scene.incident(event.incident), found)
        case e.UnitDiverted():
            incident = await scene.incident(event.incident)
            (one,) = await scene.crewed([event.unit])
            if one.running is None:
                return await units.assign_units(desk, incident, [one.unit])
            return await units.divert_unit(desk, incident, one.unit, one.running)
        case e.UnitCancelled():
            (one,) = await scene.crewed([event.unit])
            if one.running is None:
                return await units.set_status(desk, one.unit, UnitStatus.AVAILABLE, None)
            return await units.cancel_unit(desk, one.unit, one.running, event.reason)
        case e.UnitSpoke():
            return await _speak(desk, scene, event, midnight)
    raise TypeError(event)


async def _speak(desk: Desk, scene: Scene, event: e.UnitSpoke, midnight: datetime) -> Outcome:
    (one,) = await scene.crewed([event.unit])
    unit, running = one.unit, one.running
    if event.incident is not None and (running is not None or event.status in BUSY):
        incident = await scene.incident(event.incident)
        if running is None or running.incident != incident.id:
            raise MissingError("assignment")
    if event.status is UnitStatus.OUT_OF_SERVICE:
        back = None if event.back_after is None else midnight + event.back_after
        return await units.put_out_of_service(desk, unit, running, event.note or "", back)
    return await units.set_status(desk, unit, event.status, running, hospital=event.hospital, note=event.note)


async def _refer(desk: Desk, scene: Scene, event: e.Event) -> Outcome:
    match event:
        case e.Referred():
            lead = [Telling(event.lead, AgencyPart.LEAD)] if event.lead else []
            tellings = [*lead, *(Telling(code, AgencyPart.SUPPORT) for code in event.support)]
            incident = await scene.incident(event.incident)
            return await referrals.refer(desk, incident, tellings, event.means, event.told_to)
        case e.ReferralMoved():
            incident = await scene.incident(event.incident)
            seen = await scene.referral(incident, event.agency)
            return await referrals.answer_referral(desk, seen, event.state, event.note)
    raise TypeError(event)


def _given(**values: Value) -> Mapping[str, Value]:
    """The values that are there."""
    return {name: value for name, value in values.items() if value is not None}
