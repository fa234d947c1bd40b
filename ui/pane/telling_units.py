"""Acts about units, referrals and stamps in words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Change, Op
from desktop.domain.alarm_dues import Stage
from desktop.domain.board import JournalEntry
from desktop.domain.hospitals import HANDED_OVER, Triage
from desktop.domain.recommendation import kept_picks
from desktop.domain.reference import AgencyPart
from desktop.domain.referrals import Means, ReferralState
from desktop.domain.units import STAMPS, UnitStatus
from desktop.runtime.alarm_words import kind_text
from ui.pane.names import Names
from ui.times import age_text
from ui.words import word

translate = QCoreApplication.translate

_STATUS_OF = {stamp: status for status, stamp in STAMPS.items()}


def stamp_word(stamp: str) -> str:
    """The word for a stamp of an assignment or a referral, by its column's name without `_at`."""
    if stamp in _STATUS_OF:
        return word(_STATUS_OF[stamp])
    if stamp in set(ReferralState):
        return word(ReferralState(stamp))
    if stamp == "told_again":
        return translate("Telling", "told again")
    if stamp == HANDED_OVER:
        return translate("Telling", "handed over")
    return translate("Telling", "ended")


def _units(entry: JournalEntry, names: Names) -> str:
    return " · ".join(names.unit(change.row) for change in entry.changes if change.table == "unit")


def _queued(entry: JournalEntry, names: Names) -> str:
    """Units by the assignments that were made, or that ended."""
    told = (str(change.values.get("unit") or "") for change in entry.changes)
    units = (
        names.unit(unit) if unit else names.unit_of(change.row)
        for unit, change in zip(told, entry.changes, strict=True)
    )
    return " · ".join(dict.fromkeys(one for one in units if one))


def _assigned(entry: JournalEntry, names: Names) -> str:
    """With what was recommended: that it was followed, or who was recommended instead."""
    units = _units(entry, names)
    kept = next((one.values.get("picks") for one in entry.changes if one.table == "recommendation"), None)
    picks = kept_picks(kept) if isinstance(kept, Mapping) else ()
    if not picks:
        return units
    sent = {change.row for change in entry.changes if change.table == "unit"}
    told = ", ".join(_pick(one, names) for one in picks)
    if sent == {one["unit"] for one in picks}:
        return translate("Telling", "{units} — as recommended ({picks})").format(units=units, picks=told)
    return translate("Telling", "{units} — recommended: {picks}").format(units=units, picks=told)


def _pick(pick: Mapping[str, Any], names: Names) -> str:
    seconds = pick.get("seconds")
    unit = names.unit(str(pick["unit"]))
    if not isinstance(seconds, int):
        return unit
    minutes = translate("Telling", "{minutes} min").format(minutes=max(1, -(-seconds // 60)))
    return translate("Telling", "{unit} in {minutes}").format(unit=unit, minutes=minutes)


def _on_scene(entry: JournalEntry, names: Names) -> str:
    """With the time since the incident was opened: what a service is measured by."""
    units = _units(entry, names)
    if names.opened_at is None or entry.at < names.opened_at:
        return units
    age = age_text(entry.at - names.opened_at)
    return translate("Telling", "{units} — {age} after opening").format(units=units, age=age)


def _to_hospital(entry: JournalEntry, names: Names) -> str:
    place = next((c.values["destination"] for c in entry.changes if c.values.get("destination")), None)
    unit = _units(entry, names) or next((names.unit_of(c.row) for c in entry.changes), "")
    return f"{unit} → {names.hospital(place)}" if place else unit


def _of_transport(entry: JournalEntry, names: Names) -> str:
    """Which unit, and the hospital that was told or agreed."""
    for change in entry.changes:
        hospital = change.values.get("told") or change.values.get("confirmed")
        unit = names.unit_of(change.row)
        return f"{unit} → {names.hospital(hospital)}" if hospital else unit
    return ""


def _patients(entry: JournalEntry, names: Names) -> str:
    for change in entry.changes:
        counts = ((one, change.values.get(one.value)) for one in Triage)
        told = ", ".join(f"{count} {word(one)}" for one, count in counts if count)
        return f"{names.unit_of(change.row)}: {told or translate('Telling', 'none')}"
    return ""


def _full(entry: JournalEntry, names: Names) -> str:
    for change in entry.changes:
        until = change.values.get("full_until")
        name = names.hospital(change.row)
        if isinstance(until, datetime):
            return f"{name}, {translate('Telling', 'until {time}').format(time=names.time(until))}"
        if change.values.get("open_end"):
            return ", ".join((name, translate("Telling", "end not known")))
        return name
    return ""


def _distress(entry: JournalEntry, names: Names) -> str:
    return " · ".join(names.unit(str(unit)) for one in entry.changes if (unit := one.values.get("unit")))


def _diverted(entry: JournalEntry, names: Names) -> str:
    unit = _units(entry, names)
    target = next((c.values.get("incident") for c in entry.changes if c.op is Op.INSERT), None)
    if target == names.shown:
        return translate("Telling", "{unit} comes here").format(unit=unit)
    return translate("Telling", "{unit} goes to {number}").format(unit=unit, number=names.incident(target))


def _occupied(entry: JournalEntry, names: Names) -> str:
    purpose = next((c.values["purpose"] for c in entry.changes if c.values.get("purpose")), "")
    return f"{_units(entry, names)}: {purpose}"


def _out_of_service(entry: JournalEntry, names: Names) -> str:
    for change in entry.changes:
        if change.table == "unit":
            text = f"{names.unit(change.row)}: {change.values.get('out_reason') or ''}"
            until = change.values.get("back_at")
            if not isinstance(until, datetime):
                return text
            back = translate("Telling", "until {time}").format(time=names.time(until))
            return f"{text}, {back}"
    return ""


def _moved(entry: JournalEntry, names: Names) -> str:
    for change in entry.changes:
        found = names.reference.stations.get(str(change.values.get("station")))
        return f"{names.unit(change.row)} → {found.name if found else change.values.get('station')}"
    return ""


def _crew(entry: JournalEntry, names: Names) -> str:
    about = next((change.row.partition(".")[2] for change in entry.changes), "")
    return names.unit_of(about)


def _alarm(entry: JournalEntry, names: Names) -> str:
    """What the alarm was, and of whom."""
    for change in entry.changes:
        kind, _, about = change.row.partition(".")
        who = names.unit_of(about) or names.agency_of(about)
        stage = change.values.get("stage")
        text = kind_text(kind, Stage(stage) if isinstance(stage, int) else Stage.WARNING)
        return " · ".join(part for part in (text, who) if part)
    return ""


def _stamps(entry: JournalEntry, names: Names) -> str:
    return " · ".join(_stamps_of(entry, names))


def _stamps_of(entry: JournalEntry, names: Names) -> Iterator[str]:
    for change, before in zip(entry.changes, entry.before, strict=True):
        if change.table == "unit":
            continue
        of_unit = change.table in ("assignment", "transport")
        of = names.unit_of(change.row) if of_unit else names.agency_of(change.row)
        for column, moment in change.values.items():
            old = before.get(column)
            if isinstance(moment, datetime):
                first = names.time(datetime.fromisoformat(str(old))) if old else "—"
                stamp = stamp_word(column.removesuffix("_at"))
                yield f"{of} {stamp}: {first} → {names.time(moment)}".strip()


def told_how(means: object, told_to: object) -> str:
    """How an agency was told, and who took it: `telephone, Pak Gede`."""
    how = word(Means(str(means))) if means else ""
    return ", ".join(str(part) for part in (how, told_to) if part)


def _made(entry: JournalEntry, names: Names) -> str:
    made = sorted(
        (change for change in entry.changes if change.table == "referral"),
        key=lambda change: change.values.get("part") != AgencyPart.LEAD,
    )
    agencies = ", ".join(_agency(change, names) for change in made)
    how = told_how(made[0].values.get("means"), made[0].values.get("told_to")) if made else ""
    return f"{agencies} — {how}" if how else agencies


def _agency(change: Change, names: Names) -> str:
    name = names.agency(str(change.values.get("agency") or ""))
    part = change.values.get("part")
    return f"{name} ({word(AgencyPart.LEAD)})" if part == AgencyPart.LEAD else name


def _told_again(entry: JournalEntry, names: Names) -> str:
    how = next((told_how(c.values.get("means"), c.values.get("told_to")) for c in entry.changes), "")
    return " — ".join(part for part in (_agencies(entry, names), how) if part)


def _agencies(entry: JournalEntry, names: Names) -> str:
    return " · ".join(names.agency_of(change.row) for change in entry.changes if change.table == "referral")


def _leads(entry: JournalEntry, names: Names) -> str:
    leading = [c.row for c in entry.changes if c.values.get("part") == AgencyPart.LEAD]
    return " · ".join(names.agency_of(row) for row in leading)


Text = Callable[[JournalEntry, Names], str]

UNIT_TEXTS: Mapping[str, Text] = {
    **{f"unit.{status}": _units for status in UnitStatus},
    "unit.assigned": _assigned,
    "unit.diverted": _diverted,
    "unit.gone_back": _units,
    "unit.queued": _queued,
    "unit.unqueued": _queued,
    "unit.cancelled": _units,
    "unit.occupied": _occupied,
    "unit.on_scene": _on_scene,
    "unit.transporting": _to_hospital,
    "unit.at_hospital": _to_hospital,
    "unit.out_of_service": _out_of_service,
    "unit.moved": _moved,
    "unit.well": _crew,
    "alarm.taken": _alarm,
    "destination.set": _to_hospital,
    "stamp.corrected": _stamps,
    "hospital.told": _of_transport,
    "hospital.confirmed": _of_transport,
    "patients.counted": _patients,
    "unit.handed_over": _units,
    "hospital.full": _full,
    "hospital.takes_again": _full,
    "distress.raised": _distress,
}

REFERRAL_TEXTS: Mapping[str, Text] = {
    **{f"referral.{state}": _agencies for state in ReferralState if state is not ReferralState.TOLD},
    "referral.made": _made,
    "referral.told_again": _told_again,
    "referral.leads": _leads,
    "referral.confirmed": _agencies,
    "referral.unconfirmed": _agencies,
}
