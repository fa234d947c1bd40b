"""Sending units and writing down what they say."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from desktop.domain.acts import Change
from desktop.domain.hospitals import Transport
from desktop.domain.incidents import Incident
from desktop.domain.kinds_units import GONE_BACK, QUEUED, UNQUEUED
from desktop.domain.recommendation import Recommendation, told
from desktop.domain.records import Value
from desktop.domain.referrals import Referral
from desktop.domain.units import STAMP_ORDER, STAMPS, Assignment, Unit, UnitStatus
from desktop.operations.desk import Desk, Outcome, change, new_row
from desktop.operations.shifts import sign_off


async def assign_units(
    desk: Desk,
    incident: Incident,
    units: Sequence[Unit],
    note: str | None = None,
    recommended: Recommendation | None = None,
    queued: Iterable[Assignment] = (),
) -> Outcome:
    """Send free units to an incident, all in one act or none, which keeps what was recommended.

    `queued`: what waits for units at the incident; theirs begin instead of new ones.
    """
    kind = "unit.assigned"
    waiting = {one.unit: one for one in queued if one.incident == incident.id}
    begun = [waiting[unit.id] for unit in units if unit.id in waiting]
    sent = [unit for unit in units if unit.id not in waiting]
    changes = [new_row("assignment", desk.new_id(), incident=incident.id, unit=unit.id) for unit in sent]
    changes += [change(kind, one) for one in (*begun, *units)]
    return await desk.act(kind, [*changes, *_recommended(desk, incident, recommended)], note)


async def queue_units(
    desk: Desk, incident: Incident, units: Sequence[Unit], note: str | None = None
) -> Outcome:
    """Let units come to an incident next, once they are free; nothing of what they do now changes."""
    rows = [new_row("assignment", desk.new_id(), incident=incident.id, unit=unit.id) for unit in units]
    return await desk.act(QUEUED, rows, note)


async def unqueue_units(desk: Desk, queued: Sequence[Assignment], note: str | None = None) -> Outcome:
    """Let units not come any more to what waits for them."""
    return await desk.act(UNQUEUED, [change(UNQUEUED, one) for one in queued], note)


async def divert_unit(
    desk: Desk,
    incident: Incident,
    unit: Unit,
    running: Assignment,
    note: str | None = None,
    recommended: Recommendation | None = None,
) -> Outcome:
    """Send a busy unit to another incident; what it leaves waits again."""
    kind = "unit.diverted"
    changes = [
        new_row("assignment", desk.new_id(), incident=incident.id, unit=unit.id),
        change(kind, running),
        change(kind, unit),
        *_recommended(desk, incident, recommended),
    ]
    return await desk.act(kind, changes, note)


def _recommended(desk: Desk, incident: Incident, found: Recommendation | None) -> list[Change]:
    if found is None:
        return []
    return [new_row("recommendation", desk.new_id(), incident=incident.id, picks=told(found))]


async def occupy_unit(desk: Desk, unit: Unit, purpose: str) -> Outcome:
    """Say that a free unit is busy with something that is no incident."""
    kind = "unit.occupied"
    made = new_row("assignment", desk.new_id(), unit=unit.id, purpose=purpose)
    return await desk.act(kind, [made, change(kind, unit)])


async def set_status(
    desk: Desk,
    unit: Unit,
    status: UnitStatus,
    running: Assignment | None,
    *,
    hospital: str | None = None,
    note: str | None = None,
) -> Outcome:
    """Write down a unit's status as it says it. `running`: its running assignment, if it has one.

    A crew that signed on is signed off with `OFF_DUTY`. `hospital`: where a transport goes. For
    `OUT_OF_SERVICE` see `put_out_of_service`, for `ASSIGNED` see `assign_units`: ValueError.
    """
    if status in (UnitStatus.OUT_OF_SERVICE, UnitStatus.ASSIGNED):
        raise ValueError(status)
    if status is UnitStatus.OFF_DUTY and unit.duty_since is not None:
        return await sign_off(desk, unit, note)
    kind = f"unit.{status.value}"
    changes = []
    if running is not None and status is not UnitStatus.OFF_DUTY:
        transport = status in (UnitStatus.TRANSPORTING, UnitStatus.AT_HOSPITAL)
        destination: Mapping[str, Value] = (
            {"destination": hospital} if transport and hospital is not None else {}
        )
        changes.append(change(kind, running, **destination))
    return await desk.act(kind, [*changes, change(kind, unit)], note)


async def cancel_unit(desk: Desk, unit: Unit, running: Assignment, reason: str) -> Outcome:
    """Call one unit back: available if it had not left, else returning."""
    kind = "unit.cancelled"
    status = UnitStatus.AVAILABLE if unit.status is UnitStatus.ASSIGNED else UnitStatus.RETURNING
    return await desk.act(kind, [change(kind, running), change(kind, unit, status=status)], reason)


async def put_out_of_service(
    desk: Desk, unit: Unit, running: Assignment | None, reason: str, back_at: datetime | None
) -> Outcome:
    """Take a unit out of service, with why and until when; what it was sent to is cancelled."""
    kind = "unit.out_of_service"
    changes = [change(kind, running)] if running is not None else []
    changes.append(change(kind, unit, out_reason=reason, back_at=back_at))
    return await desk.act(kind, changes)


async def take_status_back(
    desk: Desk, back: Sequence[tuple[Unit | Assignment, Unit | Assignment]], note: str | None = None
) -> Outcome:
    """Let a unit, and the assignments that its last status wrote, be as before. `back`: as seen, before."""
    changes = []
    for seen, before in back:
        names = _OF_UNIT if isinstance(seen, Unit) else _OF_ASSIGNMENT
        values = {name: getattr(before, name) for name in names}
        if values.get("destination") == getattr(seen, "destination", None):
            values.pop("destination", None)
        changes.append(change(GONE_BACK, seen, **values))
    return await desk.act(GONE_BACK, changes, note)


_OF_UNIT = ("status", "status_at", "out_reason", "back_at")
_OF_ASSIGNMENT = (
    *("state", "ended_as", "destination"),
    *(f"{stamp}{kept}" for stamp in STAMP_ORDER for kept in ("_at", "_first")),
)


async def move_unit(desk: Desk, unit: Unit, station: str, note: str | None = None) -> Outcome:
    """Let a unit stand at another post."""
    return await desk.act("unit.moved", [change("unit.moved", unit, station=station)], note)


async def set_destination(desk: Desk, running: Assignment, hospital: str) -> Outcome:
    """Say which hospital a unit goes to."""
    return await desk.act("destination.set", [change("destination.set", running, destination=hospital)])


async def correct_stamp(
    desk: Desk,
    seen: Assignment | Referral | Transport,
    stamp: str,
    moment: datetime,
    reason: str,
    unit: Unit | None = None,
    ended: Assignment | None = None,
) -> Outcome:
    """Correct a stamp (its name without `_at`), the first value is kept.

    `unit`: the unit of a running assignment; its time in status moves along with its present stamp.
    `ended`: the assignment of a hand-over, which ended with it; its end moves along.
    """
    kind = "stamp.corrected"
    changes = [change(kind, seen, **{f"{stamp}_at": moment})]
    if ended is not None and ended.ended_at == getattr(seen, f"{stamp}_at"):
        changes.append(change(kind, ended, ended_at=moment))
    if unit is not None and STAMPS.get(unit.status) == stamp:
        changes.append(change(kind, unit, status_at=moment))
    return await desk.act(kind, changes, reason)
