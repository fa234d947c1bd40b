"""What is wrong with an order, in words: what it is, and the cure."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case
from desktop.domain.contacts import ContactEntry, Dial, TryResult
from desktop.domain.memos import MemoEntry
from desktop.domain.reference import Agency, Hospital, Outcome, Station
from desktop.domain.referrals import Referral
from desktop.domain.units import Assignment, Unit
from desktop.domain.warnings import WarningEntry
from desktop.operations import referral_verbs, unit_verbs
from desktop.operations.contacts import RESULTS
from desktop.operations.orders.grammar import BY_VERB, Row, Slot, Verb
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Code, Trouble
from desktop.operations.orders.verbs import OrderVerb
from desktop.operations.typed_names import Named
from desktop.runtime.code_words import outcome_name, speaks_indonesian, word
from desktop.runtime.contact_words import number_text
from desktop.runtime.marking import QT_TRANSLATE_NOOP
from desktop.runtime.order_parts import agency_text, moment_text

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP

_NUMBER = re.compile(r"[0-9][0-9-]*")
_NAMED = 5
"""Names given where several fit."""

_SLOTS: Mapping[Slot, str] = {
    Slot.UNITS: _N("Orders", "units, as: dam4, a3"),
    Slot.AGENCIES: _N("Orders", "agencies, as: pln, polisi*"),
    Slot.AGENCY: _N("Orders", "an agency that was told"),
    Slot.CONTACT: _N("Orders", "whom to telephone, as: pln"),
    Slot.WHOM: _N("Orders", "units or agencies at work, as: dam4, pln"),
    Slot.INCIDENT: _N("Orders", "an open incident, as: 003; or select one"),
    Slot.CLOSED: _N("Orders", "a closed incident, as: 003; or select one"),
    Slot.ANY_INCIDENT: _N("Orders", "an incident, as: 003; or select one"),
    Slot.HOSPITAL: _N("Orders", "a hospital, as: to wangaya"),
    Slot.STATION: _N("Orders", "a post, as: to juanda"),
    Slot.OUTCOME: _N("Orders", "the outcome, as: as handled"),
    Slot.TIME: _N("Orders", "the time, as: 10m, or: at 14:05"),
    Slot.REMINDER: _N("Orders", "which reminder: some of its words, or the number of its incident"),
    Slot.ABBREVIATION: _N("Orders", "a short word and what it stands for, as: k1 = kirim dam1, a1 ke"),
    Slot.OPERATORS: _N("Orders", "to whom: a name, or all"),
    Slot.UNTIL: _N("Orders", "until when, as: until 22:00, or +2h"),
    Slot.PATIENTS: _N("Orders", "how many of which colour, as: 2 red 1 yellow"),
    Slot.CREW: _N("Orders", "a unit and its crew, as: dam4 made, wayan; or only how many: dam4 3"),
    Slot.TEXT: _N("Orders", "some words"),
}
_UNKNOWN: Mapping[Slot, str] = {
    Slot.UNITS: _N("Orders", "There is no unit “{typed}”."),
    Slot.AGENCIES: _N("Orders", "There is no agency “{typed}”."),
    Slot.AGENCY: _N("Orders", "There is no agency “{typed}”."),
    Slot.CONTACT: _N("Orders", "Nobody is called “{typed}” in the phone book."),
    Slot.WHOM: _N("Orders", "There is no unit and no agency “{typed}”."),
    Slot.INCIDENT: _N("Orders", "There is no open incident “{typed}”."),
    Slot.CLOSED: _N("Orders", "No incident “{typed}” was closed today."),
    Slot.ANY_INCIDENT: _N("Orders", "There is no incident “{typed}” on the board."),
    Slot.HOSPITAL: _N("Orders", "There is no hospital “{typed}”."),
    Slot.STATION: _N("Orders", "There is no post “{typed}”."),
    Slot.OUTCOME: _N("Orders", "There is no outcome “{typed}”."),
    Slot.REMINDER: _N("Orders", "No reminder has the words “{typed}”."),
    Slot.OPERATORS: _N("Orders", "There is no operator “{typed}”."),
    Slot.PATIENTS: _N("Orders", "“{typed}” counts no patients. Type as: 2 red 1 yellow 3 green 1 black"),
    Slot.TEXT: _N("Orders", "“{typed}” is too much here: leave it out, or write it behind a semicolon."),
}
_PLAIN: Mapping[Code, str] = {
    Code.TOO_LONG: _N("Orders", "Too long: at most {about} characters."),
    Code.NO_INCIDENT: _N("Orders", "No order was about an incident yet: type its number."),
    Code.CLOSED: _N("Orders", "{about} is closed: open it again first (buka kembali)."),
    Code.OPEN: _N("Orders", "{about} is open."),
    Code.SAME: _N("Orders", "That is the same incident: type another."),
    Code.THERE_ALREADY: _N("Orders", "{about} is there already: nothing changes."),
    Code.IS_FREE: _N("Orders", "{about} is free: send it now (kirim)."),
    Code.WAITED_FOR: _N("Orders", "{about} comes there next already: nothing changes."),
    Code.NOTHING_WAITS: _N("Orders", "No incident waits for {about}: say which one (antre)."),
    Code.NOTHING_TO_READ: _N("Orders", "No warning of this place waits to be read."),
    Code.NO_STAMP: _N("Orders", "{about} has no such time now. Type as: dam4 on scene at 14:05"),
    Code.OWN_AGENCY: _N("Orders", "{about} is this centre itself: send its units."),
    Code.TOLD_ALREADY: _N("Orders", "{about} has been told already: write down its answer."),
    Code.NOT_TOLD: _N("Orders", "{about} was told of nothing yet: refer first."),
    Code.NO_NUMBER: _N("Orders", "{about} has no number yet: an administrator adds it (Alt+K)."),
    Code.NO_REASON: _N("Orders", "Type a semicolon and the words: “; …”"),
    Code.AT_WORK: _N("Orders", "Units or agencies are still at work: give a reason, “; …”"),
    Code.NOT_SAFE: _N(
        "Orders", "{about} has not called it safe: write that first (aman), or give a reason, “; …”"
    ),
    Code.NO_NOTE_HERE: _N("Orders", "This order takes no note: leave it out."),
    Code.NO_TIME_HERE: _N("Orders", "This order takes no time: leave it out."),
    Code.NO_TEXT: _N("Orders", "Type what is to be said."),
    Code.TOO_MANY_WORDS: _N("Orders", "Too long: at most {about} characters are kept of it."),
    Code.ONESELF: _N("Orders", "That is you. Type another name, or a reminder: ingatkan saya 10m; …"),
    Code.NOTHING_NEW: _N("Orders", "No message waits to be read."),
    Code.NO_WORD: _N("Orders", "Letters and digits only, a letter first, at most {about}."),
    Code.TAKEN: _N("Orders", "That word means something already: take another."),
    Code.TOO_MANY: _N("Orders", "There are {about} already: forget one first (singkat … =)."),
    Code.ABBREVIATED: _N(
        "Orders", "Stands for: {about}. Type = and an order to change it, = alone to forget it."
    ),
    Code.ROLE: _N("Orders", "Your role does not allow this."),
    Code.NO_SCREEN: _N("Orders", "That needs the desk's window."),
    Code.NO_ALARM: _N("Orders", "No alarm waits to be taken."),
    Code.IN_DISTRESS: _N("Orders", "{about}: the alarm was raised already. Take it: take distress"),
    Code.NOT_IN_DISTRESS: _N("Orders", "{about} is in no distress."),
    Code.NOT_FULL: _N("Orders", "{about} takes patients already."),
    Code.TOO_LATE: _N("Orders", "For 48 hours at most; say so again then."),
    Code.NO_NEAREST: _N("Orders", "Nobody knows which is nearest: import hospitals, or type its name."),
    Code.NOT_SENT: _N("Orders", "{about} is sent to no incident: there is nothing to tell it."),
    Code.ALL_TOLD: _N("Orders", "All at work on {about} know it. Name whom to tell again."),
    Code.ELSEWHERE: _N("Orders", "That one works on {about}: name the right incident, or none."),
    Code.NO_TEXTS: _N("Orders", "The templates of dispatch texts cannot be used: see the doctor."),
    Code.BAD_MEANS: _N("Orders", "Say how: by whatsapp, by radio or by telephone."),
    Code.HELD_BY_NOBODY: _N("Orders", "Nobody has {about} in hand."),
    Code.NOT_ANOTHERS: _N("Orders", "{about} is in nobody else's hand: take it (pegang)."),
    Code.NO_CREW: _N(
        "Orders",
        "Type 1 to {about} people, or their names with commas; nobody named is left out of the count.",
    ),
}


def trouble_text(trouble: Trouble, picture: Picture) -> str:
    """What is wrong and what helps."""
    if trouble.code in _PLAIN:
        about = _name(trouble.about[0], picture) if trouble.about else ""
        return translate("Orders", _PLAIN[trouble.code]).format(about=about)
    return _TEXTS[trouble.code](trouble, picture)


def slot_text(slot: Slot) -> str:
    """What is to be typed at a place of an order."""
    return translate("Orders", _SLOTS[slot])


def _no_verb(trouble: Trouble, picture: Picture) -> str:
    if trouble.about:
        unit = trouble.about[0]
        assert isinstance(unit, Unit)
        options = ", ".join(verb_text(one) for one in unit_verbs.legal(unit, picture.running(unit.id)))
        text = translate("Orders", "{unit} is {status}. Type what is said of it: {options}")
        return text.format(unit=unit.call_sign, status=word(unit.status), options=options)
    if _NUMBER.fullmatch(trouble.typed):
        text = translate("Orders", "“{typed}” is no order. To go there: {select} {typed}")
        return text.format(
            typed=trouble.typed, select=BY_VERB[OrderVerb.SELECT].word[0 if speaks_indonesian() else 1]
        )
    text = translate("Orders", "“{typed}” is no order. Type a verb: {verbs} …")
    verbs = [row.word[0 if speaks_indonesian() else 1] for row in list(BY_VERB.values())[:_NAMED]]
    return text.format(typed=trouble.typed, verbs=", ".join(verbs))


def _several_verbs(trouble: Trouble, _picture: Picture) -> str:
    language = 0 if speaks_indonesian() else 1
    rows = [one for one in trouble.about if isinstance(one, Row)]
    text = translate("Orders", "Which one: {verbs}? Type more of it.")
    return text.format(verbs=", ".join(dict.fromkeys(row.word[language] for row in rows)))


def _missing(trouble: Trouble, _picture: Picture) -> str:
    slot = trouble.about[0]
    assert isinstance(slot, Slot)
    return translate("Orders", "Type {what}").format(what=slot_text(slot))


def _unknown(trouble: Trouble, _picture: Picture) -> str:
    slot = trouble.about[0]
    assert isinstance(slot, Slot)
    return translate("Orders", _UNKNOWN[slot]).format(typed=trouble.typed)


def _several(trouble: Trouble, picture: Picture) -> str:
    text = translate("Orders", "“{typed}” fits {names}: type more of it.")
    return text.format(typed=trouble.typed, names=_names(trouble.about[1:], picture))


def _which_incident(trouble: Trouble, picture: Picture) -> str:
    text = translate("Orders", "{agency} was told of {numbers}: type which, as: of 003")
    names = _names(trouble.about[1:], picture)
    return text.format(agency=_name(trouble.about[0], picture), numbers=names)


def _busy(trouble: Trouble, picture: Picture) -> str:
    unit, running = trouble.about
    assert isinstance(unit, Unit)
    assert isinstance(running, Assignment)
    text = translate("Orders", "{unit} is {status}: “{typed}!” diverts it.")
    return text.format(unit=unit.call_sign, status=_doing(unit, running, picture), typed=trouble.typed)


def _first_free(trouble: Trouble, picture: Picture) -> str:
    unit, busy = trouble.about
    assert isinstance(unit, Unit)
    text = translate("Orders", "{unit} is {status}: it must be available first ({unit} s).")
    if busy:
        text = translate("Orders", "{unit} is {status}: end that first ({unit} k).")
    status = _doing(unit, picture.running(unit.id), picture)
    return text.format(unit=unit.call_sign, status=status)


def _cannot_follow(trouble: Trouble, picture: Picture) -> str:
    seen, _, verb = trouble.about
    if isinstance(seen, Unit):
        running = picture.running(seen.id)
        status, options = _doing(seen, running, picture), unit_verbs.legal(seen, running)
        name, possible = seen.call_sign, [verb_text(one) for one in options]
    else:
        assert isinstance(seen, Referral)
        name, status = agency_text(seen.agency, picture), word(seen.state)
        possible = [verb_text(one) for one in referral_verbs.legal(seen)]
    text = translate("Orders", "{name} is {status}: “{verb}” cannot follow. Possible: {options}")
    said = verb_text(verb) if isinstance(verb, Verb) else ""
    return text.format(name=name, status=status, verb=said, options=", ".join(possible) or "—")


def _in_anothers_hand(trouble: Trouble, picture: Picture) -> str:
    case, holder = trouble.about
    assert isinstance(case, Case)
    name = picture.reference.operator_name(str(holder))
    text = translate("Orders", "{name} has it in hand: a supervisor takes it over (take over {number}; why).")
    return text.format(name=name, number=picture.number(case))


def _unread(trouble: Trouble, picture: Picture) -> str:
    case, *entries = trouble.about
    assert isinstance(case, Case)
    said = " · ".join(one.private.text or "" for one in entries if isinstance(one, WarningEntry))
    if picture.selected is not None and picture.selected.id == case.id:
        return translate("Orders", "Read first: {warnings}. Alt+A: read").format(warnings=said)
    text = translate("Orders", "Read first: {warnings}. Then type: read {number}")
    return text.format(warnings=said, number=picture.number(case))


def _no_result(trouble: Trouble, _picture: Picture) -> str:
    entry, dial = trouble.about
    assert isinstance(entry, ContactEntry)
    assert isinstance(dial, Dial)
    text = translate("Orders", "{contact}: {number}. Type a semicolon and what came of it: {results}")
    results = ", ".join(f"{RESULTS.letter(one)} {word(one)}" for one in TryResult)
    return text.format(contact=entry.contact.name, number=number_text(entry, dial.number), results=results)


def _bad_time(trouble: Trouble, _picture: Picture) -> str:
    if trouble.about[0]:
        return translate("Orders", "No time ahead. Type +30m, or: until 14:05")
    return translate("Orders", "No time that has been. Type -5m, or: at 14:05")


def _too_early(trouble: Trouble, picture: Picture) -> str:
    unit = trouble.about[0]
    assert isinstance(unit, Unit)
    text = translate("Orders", "{unit} is {status} since {time}: it cannot have happened before.")
    since = moment_text(unit.status_at, picture) if unit.status_at is not None else ""
    return text.format(unit=unit.call_sign, status=word(unit.status), time=since)


def _no_level(trouble: Trouble, _picture: Picture) -> str:
    least, most = trouble.about
    text = translate("Orders", "Another level is needed, from {least} to {most}: more is not planned for it.")
    return text.format(least=least, most=most)


def verb_text(verb: Verb) -> str:
    """A verb as it is typed in the operator's language."""
    return BY_VERB[verb].word[0 if speaks_indonesian() else 1]


def _doing(unit: Unit, running: Assignment | None, picture: Picture) -> str:
    case = picture.cases.get(running.incident or "") if running is not None else None
    what = picture.number(case) if case is not None else (running.purpose if running else unit.out_reason)
    return ", ".join(one for one in (word(unit.status), what) if one)


def _names(about: Iterable[object], picture: Picture) -> str:
    named = [_name(one, picture) for one in about]
    return ", ".join([*named[:_NAMED], *(["…"] if len(named) > _NAMED else [])])


def _name(one: Any, picture: Picture) -> str:
    match one:
        case Case():
            place = one.incident.address or one.incident.landmark
            return f"{picture.number(one)} {place}" if place else picture.number(one)
        case Unit():
            return f"{one.call_sign} ({word(one.status)})"
        case ContactEntry():
            return one.contact.name
        case Agency():
            return one.short_name
        case Hospital() | Station():
            return one.name
        case Outcome():
            return outcome_name(one)
        case MemoEntry():
            return f"“{one.text}”"
        case Named():
            return one.names[0]
        case _:
            return str(one)


_TEXTS: Mapping[Code, Callable[[Trouble, Picture], str]] = {
    Code.NO_VERB: _no_verb,
    Code.SEVERAL_VERBS: _several_verbs,
    Code.MISSING: _missing,
    Code.UNKNOWN: _unknown,
    Code.SEVERAL: _several,
    Code.WHICH_INCIDENT: _which_incident,
    Code.BUSY: _busy,
    Code.FIRST_FREE: _first_free,
    Code.CANNOT_FOLLOW: _cannot_follow,
    Code.UNREAD: _unread,
    Code.BAD_TIME: _bad_time,
    Code.NO_RESULT: _no_result,
    Code.TOO_EARLY: _too_early,
    Code.NO_LEVEL: _no_level,
    Code.IN_ANOTHERS_HAND: _in_anothers_hand,
}
