"""Hospitals: which is full, which was told of whom, and who was handed over there."""

from collections.abc import Mapping
from datetime import datetime

from desktop.domain.acts import Change
from desktop.domain.hospitals import HospitalState, Transport, Triage
from desktop.domain.kinds_hospitals import FULL, TAKES_AGAIN
from desktop.domain.records import Value
from desktop.domain.units import Assignment, Unit
from desktop.operations.desk import Desk, Outcome, change, new_row


async def say_full(desk: Desk, hospital: str, seen: HospitalState | None, until: datetime | None) -> Outcome:
    """Say until when (aware; None: nobody knows) a hospital takes nobody.

    `seen`: what was said of it before, if anything.
    """
    said: dict[str, Value] = {"full_until": until, "open_end": True if until is None else None}
    if seen is None:
        return await desk.act(FULL, [new_row("hospital_state", hospital, hospital=hospital, **said)])
    return await desk.act(FULL, [change(FULL, seen, **said)])


async def say_takes_again(desk: Desk, seen: HospitalState) -> Outcome:
    """Say that a hospital takes patients again."""
    return await desk.act(TAKES_AGAIN, [change(TAKES_AGAIN, seen, open_end=None)])


async def tell_hospital(
    desk: Desk, running: Assignment, seen: Transport | None, hospital: str, note: str | None = None
) -> Outcome:
    """Write down that a hospital was told who comes."""
    kind = "hospital.told"
    return await desk.act(kind, [_transport(kind, running, seen, told=hospital)], note)


async def confirm_hospital(
    desk: Desk, running: Assignment, seen: Transport | None, hospital: str, note: str | None = None
) -> Outcome:
    """Write down that a hospital agreed to take them."""
    kind = "hospital.confirmed"
    return await desk.act(kind, [_transport(kind, running, seen, confirmed=hospital)], note)


async def count_patients(
    desk: Desk,
    running: Assignment,
    seen: Transport | None,
    patients: Mapping[Triage, int],
    note: str | None = None,
) -> Outcome:
    """Write down how many patients a unit has, by colour; a colour that is not given has none."""
    kind = "patients.counted"
    counts: dict[str, Value] = {one.value: patients.get(one) for one in Triage}
    return await desk.act(kind, [_transport(kind, running, seen, **counts)], note)


async def hand_over(
    desk: Desk, unit: Unit, running: Assignment, seen: Transport | None, note: str | None = None
) -> Outcome:
    """Write down that the patients were handed over: the assignment ends, and the unit is on its way back."""
    kind = "unit.handed_over"
    changes = [_transport(kind, running, seen), change(kind, running), change(kind, unit)]
    return await desk.act(kind, changes, note)


def _transport(kind: str, running: Assignment, seen: Transport | None, **values: Value) -> Change:
    if seen is None:
        names = {"assignment": running.id, "unit": running.unit, "incident": running.incident}
        return new_row("transport", running.id, **names, **values)
    return change(kind, seen, incident=running.incident, **values)
