"""What may stand where the cursor is: verbs, units, incidents, hospitals; and what a verb wants."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from desktop.domain.board import Case, urgency_key
from desktop.domain.units import FREE, UnitStatus
from desktop.operations.call_signs import free_first
from desktop.operations.contacts import look_for, meant_by
from desktop.operations.orders.abbreviating import expand
from desktop.operations.orders.grammar import CONNECTORS, ROWS, OrderVerb, Row, Slot, read_verb
from desktop.operations.orders.naming import find_incidents, fits, hospitals, outcomes, stations
from desktop.operations.orders.of_hospitals import NEAREST
from desktop.operations.orders.of_memos import open_reminders, operators
from desktop.operations.orders.of_telling import nameable
from desktop.operations.orders.order import piece
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.reading import lettered
from desktop.operations.referral_verbs import by_agency
from desktop.operations.spelling import plain_words
from desktop.operations.typed_names import Named, find

SHOWN = 6
"""Completions offered at once."""
_LAST_PART = re.compile(r"[^,;+]*$")
_NOTHING = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Completion:
    """A text that may stand from `start` of the order up to the cursor; `about`: the row that it names."""

    text: str
    start: int
    about: object = None


def completions(text: str, cursor: int, picture: Picture, *, indonesian: bool) -> tuple[Completion, ...]:
    """What fits what was typed up to the cursor, the likeliest first. Nothing behind a semicolon."""
    expanded = expand(text, picture.abbreviations)
    place = expanded.whole_place(cursor) if expanded is not None else None
    if expanded is not None and place is not None:
        found = _completions(expanded.text, place, picture, indonesian=indonesian)
        first = place - cursor + expanded.end + 1
        return tuple(replace(one, start=one.start - place + cursor) for one in found if one.start >= first)
    return _completions(text, cursor, picture, indonesian=indonesian)


def _completions(text: str, cursor: int, picture: Picture, *, indonesian: bool) -> tuple[Completion, ...]:
    typed = text[:cursor]
    if ";" in typed or not plain_words(text[:1] or "a"):
        return ()
    begun = read_verb(typed) if " " in typed.strip() or typed.endswith(" ") else None
    row = begun.rows[0] if begun is not None and begun.rows and begun.shared else None
    if begun is not None and not begun.rows:
        row, begun = lettered(piece(typed, 0), picture), replace(begun, rest=typed.strip()[1:].strip())
    if begun is None or (row is None and not _names_unit(typed, picture)):
        return tuple(islice(_verbs(typed, picture, indonesian=indonesian), SHOWN))
    if row is None:
        return ()
    slot, part, start = _place(row, typed, len(typed) - len(_rest(begun.rest, typed)))
    found = _FILLERS[slot](part, picture) if slot in _FILLERS else iter(())
    if slot is Slot.HOSPITAL and slot is row.target:
        found = chain(_proposed(part, indonesian=indonesian), found)
    if slot is Slot.OUTCOME and not indonesian:
        found = ((about.names[1], about) for _, about in found if isinstance(about, Named))
    typed_part = part.strip().casefold()
    return tuple(
        islice((Completion(one, start, about) for one, about in found if one.casefold() != typed_part), SHOWN)
    )


def _rest(rest: str, typed: str) -> str:
    """What follows the verb, with the blank typed last."""
    return rest + typed[len(typed.rstrip()) :]


def _names_unit(typed: str, picture: Picture) -> bool:
    first = typed.split(maxsplit=1)[0]
    return bool(find(first, picture.call_signs()))


def _verbs(typed: str, picture: Picture, *, indonesian: bool) -> Iterator[Completion]:
    start = len(typed) - len(typed.lstrip())
    begun = typed.strip().casefold()
    for own in picture.abbreviations:
        if begun and own.startswith(begun) and own != begun:
            yield Completion(own, start)
    for row in ROWS:
        usual = row.word[0 if indonesian else 1]
        word = next((one for one in (usual, *row.word, *row.phrases) if one.startswith(begun)), None)
        if word is not None and word != begun:
            yield Completion(word, start, row)


def _place(row: Row, typed: str, behind: int) -> tuple[Slot, str, int]:
    """The slot in which the cursor stands, what is typed of it, and where that begins."""
    rest = typed[behind:]
    words = list(re.finditer(r"\S+", rest))
    at = next((one for one in words if one[0].casefold() in CONNECTORS and one.end() < len(rest)), None)
    if at is not None and row.target is not None:
        slot, begin = row.target, at.end()
    else:
        slot, begin = row.subject, 0
    last = _LAST_PART.search(rest, begin)
    begin = last.start() if last is not None and slot in _LISTS else begin
    if slot in _LISTS and words and not rest.endswith(" "):
        begin = max(begin, words[-1].start())
    elif slot in _LISTS and rest.endswith(" "):
        begin = len(rest)
    blank = _NOTHING.match(rest, begin)
    begin = blank.end() if blank is not None else begin
    return slot, rest[begin:], behind + begin


Found = Iterator[tuple[str, object]]


def _units(part: str, picture: Picture) -> Found:
    fleet = free_first(picture.fleet())
    fitting = _fitting(part, picture.call_signs())
    for unit in fleet:
        if unit.id in fitting and (part or unit.status in FREE):
            yield unit.call_sign, unit


def _crews(part: str, picture: Picture) -> Found:
    """Units of whose crew nothing is typed yet, those off duty first."""
    fitting = _fitting(part, picture.call_signs())
    fleet = sorted(picture.fleet(), key=lambda unit: unit.status is not UnitStatus.OFF_DUTY)
    return ((unit.call_sign, unit) for unit in fleet if unit.id in fitting)


def _agencies(part: str, picture: Picture) -> Found:
    known = picture.reference.agencies
    for code in _fitting(part, by_agency(known)):
        if not known[code].own:
            yield known[code].short_name, known[code]


def _contacts(part: str, picture: Picture) -> Found:
    """None where it is clear who is meant: his number is told instead."""
    if part.strip() and len(meant_by(part, picture.reference)) == 1:
        return
    for one in look_for(part, picture.selected, picture.reference):
        yield one.contact.name, one


def _at_work(part: str, picture: Picture) -> Found:
    """Units that were sent, and agencies that were told, those of the selected incident first."""
    fitting = _fitting(part, nameable(picture))
    cases = sorted(
        (one for one in picture.cases.values() if one.incident.is_open),
        key=lambda one: one is not picture.selected,
    )
    for case in cases:
        for unit in (picture.units[one.unit] for one in case.running if one.unit in fitting):
            yield unit.call_sign, unit
        for code in (one.agency for one in case.running_referrals if one.agency in fitting):
            agency = picture.reference.agencies[code]
            yield agency.short_name, agency


def _incidents(slot: Slot) -> Callable[[str, Picture], Found]:
    def fill(part: str, picture: Picture) -> Found:
        ids = find_incidents(picture, part) if part else tuple(picture.cases)
        cases: Sequence[Case] = [picture.cases[one] for one in ids]
        for case in sorted((one for one in cases if fits(one, slot)), key=urgency_key):
            yield picture.number(case), case

    return fill


def _proposed(part: str, *, indonesian: bool) -> Found:
    """The word for the hospital that is proposed: its name stands in what Enter will do."""
    word = NEAREST[0 if indonesian else 1]
    if word.startswith(part.strip().casefold()):
        yield word, None


def _of(named: Callable[[Picture], Sequence[Named]]) -> Callable[[str, Picture], Found]:
    def fill(part: str, picture: Picture) -> Found:
        known = named(picture)
        fitting = _fitting(part, known)
        for one in known:
            if one.id in fitting:
                yield one.names[0], one

    return fill


def _fitting(part: str, named: Sequence[Named]) -> tuple[str, ...]:
    return find(part, named) if part.strip() else tuple(one.id for one in named)


_LISTS = (Slot.UNITS, Slot.AGENCIES, Slot.AGENCY, Slot.OPERATORS, Slot.WHOM)


def _abbreviations(part: str, picture: Picture) -> Found:
    for word, meaning in picture.abbreviations.items():
        if word.startswith(part.casefold()):
            yield f"{word} = {meaning}", word


def _operators(part: str, picture: Picture) -> Found:
    for one in operators(picture):
        if one.id in _fitting(part, [one]):
            yield one.names[0], one


def _reminders(part: str, picture: Picture) -> Found:
    for one in open_reminders(picture):
        if part.casefold() in one.text.casefold():
            yield one.text, one


_FILLERS: Mapping[Slot, Callable[[str, Picture], Found]] = {
    Slot.UNITS: _units,
    Slot.CREW: _crews,
    Slot.AGENCIES: _agencies,
    Slot.AGENCY: _agencies,
    Slot.CONTACT: _contacts,
    Slot.WHOM: _at_work,
    Slot.INCIDENT: _incidents(Slot.INCIDENT),
    Slot.CLOSED: _incidents(Slot.CLOSED),
    Slot.ANY_INCIDENT: _incidents(Slot.ANY_INCIDENT),
    Slot.HOSPITAL: _of(hospitals),
    Slot.STATION: _of(stations),
    Slot.OUTCOME: _of(outcomes),
    Slot.OPERATORS: _operators,
    Slot.ABBREVIATION: _abbreviations,
    Slot.REMINDER: _reminders,
    Slot.PUTTING_OFF: _reminders,
}


def row_at(text: str, cursor: int) -> Row | None:
    """The verb of which help is wanted at the cursor: the one typed, or the only one that is begun."""
    begun = read_verb(text)
    if begun.rows and (begun.shared or len(begun.rows) == 1):
        return begun.rows[0]
    return next((row for row in begun.rows if isinstance(row.verb, OrderVerb)), None) if cursor else None
