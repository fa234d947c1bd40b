"""Acts in words: for each kind what happened, and its particulars. Pure: an act and names in, texts out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import JournalEntry
from desktop.domain.calls import CallType
from desktop.domain.contacts import TryResult
from desktop.domain.hospitals import Triage
from desktop.domain.phase import Phase
from desktop.domain.plans import FIRST_LEVEL
from desktop.domain.reference import Priority
from desktop.domain.referrals import Means
from desktop.domain.units import UnitStatus
from ui.marking import QT_TRANSLATE_NOOP
from ui.pane.changes import FieldChange, field_changes, field_label, hurt_text, value_text
from ui.pane.names import Names
from ui.pane.telling_memos import MEMO_TEXTS
from ui.pane.telling_units import REFERRAL_TEXTS, UNIT_TEXTS
from ui.words import outcome_name, word

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP
_S = UnitStatus

Tone = str | Phase | Priority | UnitStatus | Triage
"""A colour: the name of a token of the theme, or what has a colour of its own."""


@dataclass(frozen=True, slots=True)
class Told:
    """What happened, in a word or two, and its particulars; the act's note stands apart.

    `aside`: particulars of less weight.
    """

    what: str
    text: str
    tone: Tone = "text"
    aside: str = ""


KIND_WORDS: Mapping[str, tuple[str, Tone]] = {
    "call.taken": (_N("Telling", "Call answered"), "accent"),
    "call.described": (_N("Telling", "Caller"), "accent"),
    "call.held": (_N("Telling", "On hold"), "muted"),
    "call.resumed": (_N("Telling", "Speaking again"), "muted"),
    "call.hung_up": (_N("Telling", "Hung up"), "muted"),
    "call.finished": (_N("Telling", "Call over"), "muted"),
    "call.ended": (_N("Telling", "Call ended"), "muted"),
    "call.broken_off": (_N("Telling", "Caller cut off"), "warning"),
    "call.end_undone": (_N("Telling", "End taken back"), "accent"),
    "call.joined": (_N("Telling", "Another call"), "accent"),
    "call.parted": (_N("Telling", "Call parted"), "warning"),
    "number.blocked": (_N("Telling", "Number blocked"), "warning"),
    "block.lifted": (_N("Telling", "Block lifted"), "text"),
    "incident.opened": (_N("Telling", "Opened"), "accent"),
    "incident.described": (_N("Telling", "Filled in"), "text"),
    "incident.taken": (_N("Telling", "In hand"), "text"),
    "incident.released": (_N("Telling", "Let go"), "text"),
    "incident.taken_over": (_N("Telling", "Taken over"), "warning"),
    "incident.alarm_set": (_N("Telling", "Alarm level"), "warning"),
    "incident.closed": (_N("Telling", "Closed"), "available"),
    "incident.reopened": (_N("Telling", "Opened again"), "warning"),
    "incident.merged": (_N("Telling", "Merged"), "accent"),
    "incident.related": (_N("Telling", "Related"), "accent"),
    "incident.copied": (_N("Telling", "Copied"), "text"),
    "text.told": (_N("Telling", "Text told"), "text"),
    "incident.numbered": (_N("Telling", "Also known by number"), "text"),
    "incident.glass_broken": (_N("Telling", "Opened though restricted"), "alarm"),
    "note.added": (_N("Telling", "Note"), "text"),
    "note.struck": (_N("Telling", "Note struck"), "warning"),
    "referral.made": (_N("Telling", "Referred"), "text"),
    "referral.told_again": (_N("Telling", "Told again"), "text"),
    "referral.accepted": (_N("Telling", "Accepted"), "text"),
    "referral.refused": (_N("Telling", "Refused"), "alarm"),
    "referral.departed": (_N("Telling", "Agency set out"), Phase.DEPARTED),
    "referral.arrived": (_N("Telling", "Agency there"), Phase.ARRIVED),
    "referral.finished": (_N("Telling", "Agency done"), "available"),
    "referral.withdrawn": (_N("Telling", "Agency called off"), "warning"),
    "referral.confirmed": (_N("Telling", "Called safe"), "available"),
    "referral.unconfirmed": (_N("Telling", "Not safe yet"), "alarm"),
    "referral.leads": (_N("Telling", "Lead agency"), "text"),
    "unit.assigned": (_N("Telling", "Assigned"), _S.ASSIGNED),
    "unit.gone_back": (_N("Telling", "Status taken back"), "warning"),
    "unit.queued": (_N("Telling", "Comes next"), _S.ASSIGNED),
    "unit.unqueued": (_N("Telling", "Comes next no more"), "warning"),
    "unit.diverted": (_N("Telling", "Diverted"), "warning"),
    "unit.occupied": (_N("Telling", "Other duty"), _S.ASSIGNED),
    "unit.under_way": (_N("Telling", "Under way"), _S.UNDER_WAY),
    "unit.on_scene": (_N("Telling", "On scene"), _S.ON_SCENE),
    "unit.transporting": (_N("Telling", "To hospital"), _S.TRANSPORTING),
    "unit.at_hospital": (_N("Telling", "At hospital"), _S.AT_HOSPITAL),
    "unit.returning": (_N("Telling", "Returning"), _S.RETURNING),
    "unit.available": (_N("Telling", "Available"), _S.AVAILABLE),
    "unit.cancelled": (_N("Telling", "Unit called off"), "warning"),
    "unit.out_of_service": (_N("Telling", "Out of service"), _S.OUT_OF_SERVICE),
    "unit.off_duty": (_N("Telling", "Off duty"), _S.OFF_DUTY),
    "unit.well": (_N("Telling", "Crew is well"), "available"),
    "alarm.taken": (_N("Telling", "Alarm taken"), "warning"),
    "unit.moved": (_N("Telling", "Moved"), "text"),
    "destination.set": (_N("Telling", "Destination"), _S.TRANSPORTING),
    "hospital.told": (_N("Telling", "Hospital told"), _S.TRANSPORTING),
    "hospital.confirmed": (_N("Telling", "Hospital agreed"), _S.TRANSPORTING),
    "patients.counted": (_N("Telling", "Patients"), _S.TRANSPORTING),
    "unit.handed_over": (_N("Telling", "Handed over"), _S.RETURNING),
    "hospital.full": (_N("Telling", "Hospital full"), "warning"),
    "hospital.takes_again": (_N("Telling", "Hospital takes patients again"), "text"),
    "distress.raised": (_N("Telling", "CREW IN DISTRESS"), "alarm"),
    "distress.taken": (_N("Telling", "Distress taken"), "alarm"),
    "distress.over": (_N("Telling", "Distress over"), "available"),
    "distress.false_alarm": (_N("Telling", "False alarm"), "warning"),
    "stamp.corrected": (_N("Telling", "Time corrected"), "warning"),
    "reference.loaded": (_N("Telling", "Reference data"), "muted"),
    "card.approved": (_N("Telling", "Question card approved"), "muted"),
    "card.withdrawn": (_N("Telling", "Approval of a question card withdrawn"), "muted"),
    "clock.set": (_N("Telling", "Clock set"), "muted"),
    "plans.put_in_force": (_N("Telling", "Response plans in force"), "muted"),
    "restore.decided": (_N("Telling", "Decided after a restore"), "warning"),
    "kept.put_away": (_N("Telling", "Kept act put away"), "warning"),
    "warning.made": (_N("Telling", "Warning made"), "warning"),
    "warning.changed": (_N("Telling", "Warning changed"), "warning"),
    "warning.withdrawn": (_N("Telling", "Warning withdrawn"), "text"),
    "warning.read": (_N("Telling", "Warning read"), "warning"),
    "block.overruled": (_N("Telling", "Taken as real"), "warning"),
    "call_back.begun": (_N("Telling", "Called back"), "accent"),
    "call_back.given_up": (_N("Telling", "Call back given up"), "muted"),
    "contact.tried": (_N("Telling", "Telephoned"), "text"),
    "crew.signed_on": (_N("Telling", "Crew on duty"), _S.AVAILABLE),
    "crew.relieved": (_N("Telling", "Crew relieved"), "text"),
    "crew.signed_off": (_N("Telling", "Crew off duty"), _S.OFF_DUTY),
    "handover.given": (_N("Telling", "Shift handed over"), "text"),
    "handover.taken": (_N("Telling", "Taken over with the shift"), "text"),
    "personal.erased": (_N("Telling", "Personal data erased"), "warning"),
    "place.kept": (_N("Telling", "Place kept"), "muted"),
    "place.corrected": (_N("Telling", "Place corrected"), "muted"),
    "place.changed": (_N("Telling", "Kept place changed"), "muted"),
    "place.withdrawn": (_N("Telling", "Kept place withdrawn"), "muted"),
    "reminder.set": (_N("Telling", "Reminder"), "warning"),
    "reminder.put_off": (_N("Telling", "Reminder put off"), "text"),
    "reminder.done": (_N("Telling", "Reminder done"), "text"),
    "message.sent": (_N("Telling", "Message"), "text"),
    "message.read": (_N("Telling", "Message read"), "muted"),
}
"""Every kind of act: the source text of what happened, and its colour."""

CORRECTED = _N("Telling", "Corrected")


def tell(entry: JournalEntry, names: Names, category: str | None = None) -> Told:
    """An act in words. `category`: the incident's category after it, to show where a priority differs."""
    source, tone = KIND_WORDS.get(entry.kind, (entry.kind, "text"))
    if entry.kind in _DESCRIBING:
        return tell_changes(entry, field_changes(entry, names), names, category)
    make = _TEXTS.get(entry.kind)
    aside = _first_facts(entry, names) if entry.kind == "incident.opened" else ""
    return Told(translate("Telling", source), make(entry, names) if make else "", tone, aside)


def tell_changes(entry: JournalEntry, changes: list[FieldChange], names: Names, category: str | None) -> Told:
    """One act, or several folded into one, that filled in or corrected fields."""
    source, tone = KIND_WORDS[entry.kind]
    if any(one.corrects for one in changes):
        source, tone = CORRECTED, "warning"
    texts = [one.text + _override(one, names, category) for one in changes]
    return Told(translate("Telling", source), " · ".join(texts), tone)


def _override(change: FieldChange, names: Names, category: str | None) -> str:
    """Says when a priority is another than the category brings."""
    brought = names.reference.categories.get(category or "")
    if change.field != "priority" or brought is None or brought.priority == change.after:
        return ""
    return " " + translate("Telling", "(the category brings {priority})").format(priority=brought.priority)


def opening_category(entry: JournalEntry, shown: str) -> str | None:
    """The category that an act gave to the incident, or None."""
    for change in entry.changes:
        if change.table == "incident" and change.row == shown and "category" in change.values:
            return str(change.values["category"] or "")
    return None


def _first_facts(entry: JournalEntry, names: Names) -> str:
    """What was known when the incident was opened, beside the caller's own words."""
    category = next((c.values.get("category") for c in entry.changes if c.table == "incident"), None)
    facts = [
        _alone(one) + _override(one, names, str(category or ""))
        for one in field_changes(entry, names)
        if one.field not in _OF_CALLER
    ]
    return " · ".join(fact for fact in facts if fact)


def _alone(change: FieldChange) -> str:
    """What a field was given, as it is understood without its label."""
    if change.field == "people_hurt" and change.after:
        return hurt_text(int(change.after))
    return field_label(change.field) if change.field in _YES_OR_NO and change.after else change.after


def _spoken(entry: JournalEntry, names: Names) -> str:
    """What a caller said, after his name."""
    for change in entry.changes:
        if change.table == "call_private":
            who = change.values.get("name") or names.callers.get(change.row, "")
            said = value_text("narrative", change.values, names)
            return ": ".join(str(part) for part in (who, said) if part)
    return next((names.callers.get(one.row, "") for one in entry.changes if one.table == "call"), "")


def _taken(entry: JournalEntry, names: Names) -> str:
    before = next((old.get("holder") for old in entry.before if old.get("holder")), None)
    text = translate("Telling", "{operator} has it").format(operator=names.operator(entry.author))
    if before in (None, entry.author):
        return text
    earlier = translate("Telling", "before: {operator}").format(operator=names.operator(str(before)))
    return f"{text}, {earlier}"


def _released(entry: JournalEntry, names: Names) -> str:
    before = next((old.get("holder") for old in entry.before if old.get("holder")), None)
    return (
        translate("Telling", "{operator} had it").format(operator=names.operator(str(before)))
        if before
        else ""
    )


def _alarm(entry: JournalEntry, _names: Names) -> str:
    before = next((old.get("alarm_level") for old in entry.before if "alarm_level" in old), None)
    after = next((one.values["alarm_level"] for one in entry.changes if "alarm_level" in one.values), None)
    return f"{before or FIRST_LEVEL} → {after or FIRST_LEVEL}"


def _closed(entry: JournalEntry, names: Names) -> str:
    code = next((str(c.values["outcome"]) for c in entry.changes if "outcome" in c.values), "")
    found = names.reference.outcomes.get(code)
    return outcome_name(found) or code


def _merged(entry: JournalEntry, names: Names) -> str:
    source = next((c for c in entry.changes if "merged_into" in c.values), None)
    if source is None:
        return ""
    target = source.values.get("merged_into")
    number = names.incident(source.row)
    if target == names.shown:
        text = translate("Telling", "{number} into this one").format(number=number)
    else:
        text = translate("Telling", "{number} into {target}").format(
            number=number, target=names.incident(target)
        )
    moved = [
        f"{translate('Telling', words)} {count}"
        for table, words in _MOVED.items()
        if (count := sum(change.table == table for change in entry.changes))
    ]
    restricts = any(change.values.get("restricted") for change in entry.changes)
    restricted = (translate("Telling", "restricted with it"),) if restricts else ()
    return " · ".join((text, *restricted, *moved))


_MOVED = {
    "call": _N("Telling", "callers"),
    "assignment": _N("Telling", "units"),
    "referral": _N("Telling", "referrals"),
}


def _related(entry: JournalEntry, names: Names) -> str:
    for change in entry.changes:
        ends = [str(change.values.get(name)) for name in ("incident", "other")]
        return names.incident(next((one for one in ends if one != names.shown), ends[-1]))
    return ""


def _copied(_entry: JournalEntry, _names: Names) -> str:
    return translate("Telling", "as text for a message")


def _text_told(entry: JournalEntry, names: Names) -> str:
    """Who was told by what means, and whether a caller's number was in the words."""
    told = [one.values for one in entry.changes if one.table == "told"]
    whom = (
        names.unit_of(str(one["assignment"]))
        if one.get("assignment")
        else names.agency_of(str(one.get("referral")))
        for one in told
    )
    means = sorted({word(Means(str(one["means"]))) for one in told if one.get("means")})
    number = translate("Telling", "with the caller's number")
    parts = (
        ", ".join(filter(None, whom)),
        *means,
        number if any(one.get("with_number") for one in told) else "",
    )
    return " · ".join(part for part in parts if part)


def _numbered(entry: JournalEntry, _names: Names) -> str:
    return ", ".join(str(one.values["number"]) for one in entry.changes if "number" in one.values)


def _warnings_read(entry: JournalEntry, names: Names) -> str:
    """Which warnings were read; one that holds no more is not named. Who read them is the act's author."""
    known = (names.warnings.get(str(change.values.get("warning"))) for change in entry.changes)
    return " · ".join(one for one in known if one)


def _struck(entry: JournalEntry, names: Names) -> str:
    return " ".join(f"“{names.notes[one.row]}”" for one in entry.changes if one.row in names.notes)


def _blocked(entry: JournalEntry, _names: Names) -> str:
    hours = next((change.values.get("hours") for change in entry.changes), None)
    return translate("Telling", "for {hours} hours").format(hours=hours) if hours else ""


def _telephoned(entry: JournalEntry, names: Names) -> str:
    told = []
    for change in entry.changes:
        found = names.reference.contacts.get(str(change.values.get("contact")))
        name = found.contact.name if found is not None else translate("Telling", "somebody")
        told.append(f"{name}: {word(TryResult(str(change.values['result'])))}")
    return " · ".join(told)


def _ended(entry: JournalEntry, names: Names) -> str:
    kinds = [word(CallType(str(c.values["call_type"]))) for c in entry.changes if "call_type" in c.values]
    return " · ".join((*kinds, *(one.text for one in field_changes(entry, names))))


def _put_away(entry: JournalEntry, names: Names) -> str:
    told = []
    for change in entry.changes:
        kind = str(change.values["kind"])
        source, _tone = KIND_WORDS.get(kind, (kind, ""))
        told.append(f"{translate('Telling', source)} · {names.operator(str(change.values['author']))}")
    return ", ".join(told)


def _clock(entry: JournalEntry, _names: Names) -> str:
    rate = next((change.values.get("rate") for change in entry.changes), None)
    return translate("Telling", "runs {rate} times as fast").format(rate=f"{rate:g}") if rate else ""


_DESCRIBING = frozenset({"incident.described", "call.described"})
_YES_OR_NO = frozenset({"outside_city", "restricted"})
_OF_CALLER = frozenset({"number", "name", "narrative", "channel", "direction", "rang_at", "line"})
_TEXTS: Mapping[str, Callable[[JournalEntry, Names], str]] = {
    "call.taken": lambda entry, names: " · ".join(one.after for one in field_changes(entry, names)),
    "call.ended": _ended,
    "call.joined": _spoken,
    "call.hung_up": _spoken,
    "call.finished": _spoken,
    "call.broken_off": _spoken,
    "call.held": _spoken,
    "call.resumed": _spoken,
    "number.blocked": _blocked,
    "incident.opened": _spoken,
    "incident.taken": _taken,
    "incident.taken_over": _taken,
    "handover.taken": _taken,
    "incident.released": _released,
    "incident.alarm_set": _alarm,
    "incident.closed": _closed,
    "incident.merged": _merged,
    "incident.related": _related,
    "incident.copied": _copied,
    "text.told": _text_told,
    "incident.numbered": _numbered,
    "note.struck": _struck,
    "kept.put_away": _put_away,
    "warning.read": _warnings_read,
    "clock.set": _clock,
    **MEMO_TEXTS,
    "contact.tried": _telephoned,
    **REFERRAL_TEXTS,
    **UNIT_TEXTS,
}
