"""What each verb of the command line does and how it is written: for the line's help and docs/commands.md."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.kinds import NoteRule
from desktop.operations.orders.grammar import OrderVerb, Row, Slot, Verb
from desktop.operations.orders.of_selected import OF_ALL
from desktop.operations.referral_verbs import ReferralVerb
from desktop.operations.unit_verbs import UnitVerb
from desktop.runtime.code_words import speaks_indonesian
from desktop.runtime.marking import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP

DOES: Mapping[Verb, str] = {
    OrderVerb.SEND: _N("Orders", "sends units to an incident; ! diverts those that are busy"),
    OrderVerb.DIVERT: _N("Orders", "sends busy units to another incident"),
    OrderVerb.QUEUE: _N("Orders", "lets busy units come to an incident next, once they are free"),
    OrderVerb.NEXT: _N("Orders", "sends free units to the incident that waits for them"),
    OrderVerb.UNQUEUE: _N("Orders", "lets units not come to the incident that waits for them"),
    OrderVerb.REFER: _N("Orders", "tells agencies of an incident; * lets one lead; alone the category's"),
    OrderVerb.PHONE: _N("Orders", "logs a call to a contact, with what came of it"),
    OrderVerb.TELL: _N(
        "Orders", "tells units or agencies the dispatch text; alone all who do not know it yet"
    ),
    OrderVerb.NOTE: _N("Orders", "writes a note on the timeline"),
    OrderVerb.READ: _N("Orders", "says that the critical warnings of the place were read"),
    OrderVerb.TAKE: _N("Orders", "takes an incident in hand"),
    OrderVerb.TAKE_ALARM: _N("Orders", "takes an alarm, the most dangerous one without an incident"),
    OrderVerb.RELEASE: _N("Orders", "lets go of an incident"),
    OrderVerb.ALARM: _N("Orders", "raises the alarm by one, or sets it to a level"),
    OrderVerb.CORRECT: _N("Orders", "corrects a time of a unit at work, for a reason"),
    OrderVerb.CLOSE: _N("Orders", "closes an incident with its outcome, by letter or name"),
    OrderVerb.REOPEN: _N("Orders", "opens a closed incident again, for a reason"),
    OrderVerb.MERGE: _N("Orders", "merges an incident into another"),
    OrderVerb.RELATE: _N("Orders", "relates two incidents that stay separate"),
    OrderVerb.DISTRESS: _N("Orders", "a crew is in distress: alarms every desk until one takes it"),
    OrderVerb.TAKE_DISTRESS: _N("Orders", "takes a distress in hand; the alarm ends at every desk"),
    OrderVerb.CREW_SAFE: _N("Orders", "ends a distress: the crew is safe, and who said so"),
    OrderVerb.FALSE_ALARM: _N("Orders", "ends a distress that was none, and who said so"),
    OrderVerb.FULL: _N("Orders", "a hospital takes nobody, until a time if known; the next is proposed"),
    OrderVerb.TAKES_AGAIN: _N("Orders", "a hospital that was full takes patients again"),
    OrderVerb.SELECT: _N("Orders", "selects an incident in the list"),
    OrderVerb.FILTER: _N("Orders", "filters the list by words; without words it shows all"),
    OrderVerb.SEARCH: _N("Orders", "looks up incidents and calls of all years"),
    OrderVerb.REMIND: _N("Orders", "reminds all desks of words at a time (saya|me: you alone)"),
    OrderVerb.PUT_OFF: _N("Orders", "puts a reminder off, named by its words or its incident"),
    OrderVerb.DONE: _N("Orders", "says that a reminder is done"),
    OrderVerb.MESSAGE: _N("Orders", "sends a message to operators by name, or to all desks"),
    OrderVerb.READ_MESSAGES: _N("Orders", "says that all messages were read"),
    OrderVerb.ABBREVIATE: _N("Orders", "lets a word of your own stand for the beginning of an order"),
    OrderVerb.SIGN_ON: _N("Orders", "signs a crew on to a unit: how many people, or their names"),
    OrderVerb.TAKE_OVER: _N("Orders", "takes an incident out of another's hand, for a reason"),
    OrderVerb.SHIFT_PAGE: _N("Orders", "shows the page of handing over"),
    OrderVerb.CREWS: _N("Orders", "shows the crews on duty"),
    OrderVerb.CALL: _N("Orders", "takes a new call, with what the caller says"),
    OrderVerb.UNDO: _N("Orders", "takes back what was just done, as Alt+Z does"),
    UnitVerb.UNDER_WAY: _N("Orders", "units are under way"),
    UnitVerb.ON_SCENE: _N("Orders", "units are on scene"),
    UnitVerb.TRANSPORTING: _N("Orders", "units take patients to a hospital"),
    UnitVerb.AT_HOSPITAL: _N("Orders", "units are at the hospital"),
    UnitVerb.RETURNING: _N("Orders", "units return and may be sent again"),
    UnitVerb.AVAILABLE: _N("Orders", "units are available"),
    UnitVerb.CANCEL: _N("Orders", "calls units off, for a reason"),
    UnitVerb.OUT_OF_SERVICE: _N("Orders", "units are out of service: why, and until when"),
    UnitVerb.OFF_DUTY: _N("Orders", "units go off duty"),
    UnitVerb.OCCUPY: _N("Orders", "units are busy with what is no incident"),
    UnitVerb.DESTINATION: _N("Orders", "sets the hospital to which units go"),
    UnitVerb.TOLD: _N("Orders", "a hospital was told who comes: its destination, or the one named"),
    UnitVerb.CONFIRMED: _N("Orders", "the hospital agreed to take them"),
    UnitVerb.FULL: _N("Orders", "the hospital to which a unit goes is full, until a time if known"),
    UnitVerb.PATIENTS: _N("Orders", "how many patients, each with a colour: red, yellow, green, black"),
    UnitVerb.HAND_OVER: _N("Orders", "patients were handed over: the unit returns"),
    UnitVerb.MOVE: _N("Orders", "lets units stand at another post"),
    UnitVerb.WELL: _N("Orders", "the crew on scene is well: its clock begins anew"),
    ReferralVerb.ACCEPTED: _N("Orders", "an agency accepted"),
    ReferralVerb.REFUSED: _N("Orders", "an agency refused"),
    ReferralVerb.DEPARTED: _N("Orders", "an agency set out"),
    ReferralVerb.ARRIVED: _N("Orders", "an agency is there"),
    ReferralVerb.FINISHED: _N("Orders", "an agency is done"),
    ReferralVerb.WITHDRAWN: _N("Orders", "calls an agency off, for a reason"),
    ReferralVerb.TOLD_AGAIN: _N("Orders", "tells an agency once more"),
    ReferralVerb.LEADS: _N("Orders", "makes an agency the lead"),
    ReferralVerb.CONFIRMED: _N("Orders", "an agency calls the place safe: PLN cut the power"),
    ReferralVerb.UNCONFIRMED: _N("Orders", "the place is not safe though that was written, for a reason"),
}
"""What each verb does, as source text."""

_SLOTS: Mapping[Slot, str] = {
    Slot.UNITS: _N("Orders", "UNITS"),
    Slot.AGENCIES: _N("Orders", "AGENCIES"),
    Slot.AGENCY: _N("Orders", "AGENCY"),
    Slot.CONTACT: _N("Orders", "CONTACT"),
    Slot.WHOM: _N("Orders", "UNITS, AGENCIES"),
    Slot.INCIDENT: _N("Orders", "INCIDENT"),
    Slot.CLOSED: _N("Orders", "CLOSED INCIDENT"),
    Slot.ANY_INCIDENT: _N("Orders", "INCIDENT"),
    Slot.HOSPITAL: _N("Orders", "HOSPITAL"),
    Slot.STATION: _N("Orders", "POST"),
    Slot.CREW: _N("Orders", "UNIT NAMES or NUMBER"),
    Slot.OUTCOME: _N("Orders", "OUTCOME"),
    Slot.LEVEL: _N("Orders", "LEVEL"),
    Slot.STAMP: _N("Orders", "UNIT STATUS at TIME"),
    Slot.UNTIL: _N("Orders", "TIME"),
    Slot.PATIENTS: _N("Orders", "PATIENTS"),
    Slot.TEXT: _N("Orders", "WORDS"),
    Slot.REMINDING: _N("Orders", "[INCIDENT] TIME [;] WORDS"),
    Slot.PUTTING_OFF: _N("Orders", "REMINDER TIME"),
    Slot.REMINDER: _N("Orders", "REMINDER"),
    Slot.OPERATORS: _N("Orders", "OPERATORS"),
    Slot.ABBREVIATION: _N("Orders", "WORD = ORDER"),
}


Say = Callable[[str], str]
"""Brings a source text into a language."""


def help_text(row: Row) -> str:
    """How a verb is written, and what it does: `send UNITS [to INCIDENT] [; note] — sends units …`."""
    language = 0 if speaks_indonesian() else 1
    return f"{form_of(row, language, _translated)} — {_translated(DOES[row.verb])}"


def form_of(row: Row, language: int, say: Say) -> str:
    """How a verb is written. `language`: 0 for Indonesian, 1 for English."""
    parts = [row.word[language]]
    if row.subject is not Slot.NOTHING:
        parts.append(_subject(row, say))
    if row.verb is UnitVerb.PATIENTS:
        parts.append(say(_SLOTS[Slot.PATIENTS]))
    if row.target is not None:
        target = f"{_connector(row, language)} {say(_SLOTS[row.target])}"
        parts.append(target if row.target_needed else f"[{target}]")
    if row.means:
        parts.append(f"[{('lewat', 'by')[language]} {'|'.join(MEANS_SHOWN[language])}]")
    if row.until:
        parts.append(say(_UNTIL))
    if row.note is NoteRule.REQUIRED:
        parts.append(say(_WORDS))
    elif row.note is NoteRule.OPTIONAL:
        parts.append(f"[{say(_NOTE)}]")
    return " ".join(parts)


MEANS_SHOWN = (("whatsapp", "radio", "telepon"), ("whatsapp", "radio", "telephone"))
"""How somebody may be told, in Indonesian and English."""
_UNTIL = _N("Orders", "[+30m]")
_NOTE = _N("Orders", "; note")
_WORDS = _N("Orders", "; words")


def _translated(source: str) -> str:
    return translate("Orders", source)


def _subject(row: Row, say: Say) -> str:
    """The subject; where the selected incident may stand for it, or no word, in brackets."""
    told = say(_SLOTS[row.subject])
    optional = (Slot.INCIDENT, Slot.ANY_INCIDENT, Slot.CLOSED, Slot.AGENCIES, Slot.WHOM)
    may_lack = row.subject in optional or row.verb in (OrderVerb.FILTER, OrderVerb.CALL, *OF_ALL)
    return f"[{told}]" if may_lack else told


def _connector(row: Row, language: int) -> str:
    """The connecting word that is usual there."""
    usual = {Slot.AGENCY: ("dari", "of"), Slot.CONTACT: ("untuk", "for")}
    if row.subject in usual:
        return usual[row.subject][language]
    words = {Slot.OUTCOME: ("sebagai", "as"), Slot.ANY_INCIDENT: ("dengan", "with")}
    return words.get(row.target or Slot.TEXT, ("ke", "to"))[language]
