"""The lines of a written exercise: what an operator does in one moment, as one would say it.

    20:58:51 assign A2, Damkar 3
    21:12:00 transporting A2 to wangaya
    20:41:00 refer DLH + PLN by radio to piket DLHK
    20:44:10 accepted DLH: berangkat 10 menit lagi
    21:03:44 note: RS Wangaya siap menerima
    21:40:00 close handled: api padam

A time may be on another day: `-1d 20:15:00` is the evening before.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from desktop.domain.calls import JUNK_TYPES, CallType, Channel
from desktop.domain.reference import Priority
from desktop.domain.referrals import Means, ReferralState
from desktop.domain.units import UnitStatus
from desktop.operations.exercise.events import (
    CallEnded,
    CallTaken,
    Event,
    IncidentChanged,
    IncidentClosed,
    IncidentTaken,
    NoteAdded,
    NumberBlocked,
    ReferralMoved,
    Referred,
    UnitCancelled,
    UnitDiverted,
    UnitsAssigned,
    UnitSpoke,
)
from desktop.operations.packs import CityPack

_TIME = re.compile(r"(?:([+-]\d)d )?(\d\d):([0-5]\d):([0-5]\d)")
_JUNK = re.compile(
    rf"({'|'.join(JUNK_TYPES)}) (-|0[\d-]{{6,15}}) (\d+)s(?: by ([a-z0-9_]+))?( blocked)?(?:: (.*))?"
)
_REFER = re.compile(r"([A-Z0-9]+)(?: \+ ([A-Z0-9, ]+?))?(?: by ([a-z]+))?(?: to (.+))?")
_SPEAKS = (
    UnitStatus.UNDER_WAY,
    UnitStatus.ON_SCENE,
    UnitStatus.TRANSPORTING,
    UnitStatus.AT_HOSPITAL,
    UnitStatus.RETURNING,
    UnitStatus.AVAILABLE,
    UnitStatus.OFF_DUTY,
)
_ANSWERS = tuple(state for state in ReferralState if state is not ReferralState.TOLD)

JUNK_FORM = "HH:MM:SS prank 0812-0000-0103 18s: words"


class BadLineError(Exception):
    """A line that cannot be understood: `code` and values of an `ExerciseProblem`."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class City:
    """What a line may name, and what stands behind the name."""

    name: str
    units: Mapping[str, str]
    agencies: Mapping[str, str]
    hospitals: Mapping[str, str]
    outcomes: Mapping[str, str]
    categories: Mapping[str, str]
    areas: Mapping[str, str]

    @classmethod
    def of(cls, pack: CityPack) -> "City":
        """The names of a city pack: units by call sign, areas by name, the rest by code."""
        return cls(
            pack.city,
            units={unit.call_sign: unit.id for unit in pack.units},
            agencies={agency.id: agency.id for agency in pack.agencies},
            hospitals={hospital.id: hospital.id for hospital in pack.hospitals},
            outcomes={outcome.id: outcome.id for outcome in pack.outcomes},
            categories={category.id: category.id for category in pack.categories},
            areas={area.name: area.id for area in pack.areas if area.parent is not None},
        )

    def find(self, what: str, known: Mapping[str, str], value: str) -> str:
        """What stands behind a name. BadLineError when the city has none."""
        if value not in known:
            raise BadLineError(
                "unknown", what=what, value=value, city=self.name, known=", ".join(sorted(known))
            )
        return known[value]


def split_time(text: str) -> tuple[timedelta, str]:
    """The time with which a line begins, from the exercise's first midnight, and the rest."""
    found = _TIME.match(text)
    if not found:
        raise BadLineError("bad_time", value=text)
    day, hours, minutes, seconds = found.groups()
    after = timedelta(days=int(day or 0), hours=int(hours), minutes=int(minutes), seconds=int(seconds))
    return after, text[found.end() :].strip()


def read_junk(text: str, call: str) -> list[Event]:
    """A call that comes to nothing: `19:02:11 prank 0812-0000-0103 18s: words`."""
    after, rest = split_time(text)
    found = _JUNK.fullmatch(rest)
    if not found:
        raise BadLineError("bad_line", value=text, wanted=JUNK_FORM)
    kind, number, seconds, by, blocked, words = found.groups()
    if by and by not in list(Channel):
        raise BadLineError("bad_value", key="by", value=by, wanted="choice", known=", ".join(Channel))
    end = after + timedelta(seconds=int(seconds))
    events: list[Event] = [
        CallTaken(
            after=after,
            call=call,
            channel=Channel(by or Channel.TRUNK_112),
            number=plain_number(number),
            ring=timedelta(seconds=3 + len(call) % 5),
        ),
        CallEnded(after=end, call=call, call_type=CallType(kind), narrative=words),
    ]
    if blocked:
        events.append(NumberBlocked(after=end + timedelta(seconds=4), call=call))
    return events


def plain_number(text: str) -> str | None:
    """A number as the desk keeps it, without dashes; `-` is none."""
    return text.replace("-", "").replace(" ", "") or None


def read_line(text: str, incident: str, city: City) -> list[Event]:
    """What one line says about an incident. BadLineError when it says nothing."""
    after, rest = split_time(text)
    head, colon, tail = rest.partition(":")
    verb, _, named = head.strip().partition(" ")
    read = _READERS.get(verb)
    if read is None:
        raise BadLineError("unknown_verb", value=text, known=", ".join(_READERS))
    line = _Line(after, incident, verb, named.strip(), tail.strip() if colon else None, text, city)
    return read(line)


@dataclass(frozen=True, slots=True)
class _Line:
    after: timedelta
    incident: str
    verb: str
    named: str
    words: str | None
    text: str
    city: City

    def units(self, names: str) -> tuple[str, ...]:
        found = (name.strip() for name in names.split(","))
        return tuple(self.city.find("unit", self.city.units, name) for name in found)

    def agency(self, name: str) -> str:
        return self.city.find("agency", self.city.agencies, name.strip())

    def need(self, value: str | None, wanted: str) -> str:
        if not value:
            raise BadLineError("bad_line", value=self.text, wanted=wanted)
        return value


def _take(line: _Line) -> list[Event]:
    return [IncidentTaken(after=line.after, incident=line.incident)]


def _note(line: _Line) -> list[Event]:
    return [NoteAdded(after=line.after, incident=line.incident, note=line.need(line.words, "note: words"))]


def _assign(line: _Line) -> list[Event]:
    return [UnitsAssigned(after=line.after, incident=line.incident, units=line.units(line.named))]


def _divert(line: _Line) -> list[Event]:
    return [
        UnitDiverted(after=line.after, incident=line.incident, unit=unit) for unit in line.units(line.named)
    ]


def _cancel(line: _Line) -> list[Event]:
    reason = line.need(line.words, "cancel UNIT: reason")
    return [UnitCancelled(after=line.after, unit=unit, reason=reason) for unit in line.units(line.named)]


def _speaks(line: _Line) -> list[Event]:
    names, _, hospital = line.named.partition(" to ")
    code = line.city.find("hospital", line.city.hospitals, hospital) if hospital else None
    status = UnitStatus(line.verb)
    return [
        UnitSpoke(
            after=line.after,
            unit=unit,
            status=status,
            incident=line.incident or None,
            hospital=code,
            note=line.words,
        )
        for unit in line.units(names)
    ]


def _out(line: _Line) -> list[Event]:
    names, _, until = line.named.partition(" until ")
    until = f"{until}:{line.words}" if until else ""
    back, words = split_time(until) if until else (None, line.words or "")
    reason = line.need(words.lstrip(": "), "out_of_service UNIT until HH:MM:SS: reason")
    status = UnitStatus.OUT_OF_SERVICE
    return [
        UnitSpoke(after=line.after, unit=unit, status=status, note=reason, back_after=back)
        for unit in line.units(names)
    ]


def _refer(line: _Line) -> list[Event]:
    wanted = "refer LEAD + SUPPORT, SUPPORT by telephone to NAME"
    found = _REFER.fullmatch(line.named)
    if not found:
        raise BadLineError("bad_line", value=line.text, wanted=wanted)
    lead, support, means, told_to = found.groups()
    if means and means not in list(Means):
        raise BadLineError("bad_value", key="by", value=means, wanted="choice", known=", ".join(Means))
    return [
        Referred(
            after=line.after,
            incident=line.incident,
            lead=line.agency(lead),
            support=tuple(line.agency(one) for one in support.split(",")) if support else (),
            means=Means(means or Means.TELEPHONE),
            told_to=told_to,
        )
    ]


def _support(line: _Line) -> list[Event]:
    agencies = tuple(line.agency(one) for one in line.named.split(","))
    return [Referred(after=line.after, incident=line.incident, lead=None, support=agencies)]


def _answers(line: _Line) -> list[Event]:
    state, agency = ReferralState(line.verb), line.agency(line.named)
    return [
        ReferralMoved(after=line.after, incident=line.incident, agency=agency, state=state, note=line.words)
    ]


def _priority(line: _Line) -> list[Event]:
    if line.named not in list(Priority):
        raise BadLineError(
            "bad_value", key="priority", value=line.named, wanted="choice", known=", ".join(Priority)
        )
    return [IncidentChanged(after=line.after, incident=line.incident, priority=Priority(line.named))]


def _hurt(line: _Line) -> list[Event]:
    if not line.named.isdecimal():
        raise BadLineError("bad_value", key="hurt", value=line.named, wanted="whole_number")
    return [IncidentChanged(after=line.after, incident=line.incident, people_hurt=int(line.named))]


def _close(line: _Line) -> list[Event]:
    outcome = line.city.find("outcome", line.city.outcomes, line.named)
    return [IncidentClosed(after=line.after, incident=line.incident, outcome=outcome, note=line.words)]


_READERS: Mapping[str, Callable[[_Line], list[Event]]] = {
    "take": _take,
    "note": _note,
    "assign": _assign,
    "divert": _divert,
    "cancel": _cancel,
    **dict.fromkeys(_SPEAKS, _speaks),
    UnitStatus.OUT_OF_SERVICE: _out,
    "refer": _refer,
    "support": _support,
    **dict.fromkeys(_ANSWERS, _answers),
    "priority": _priority,
    "hurt": _hurt,
    "close": _close,
}
