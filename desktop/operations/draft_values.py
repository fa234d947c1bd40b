"""What was typed into a call's form: read into the values that operations take, and written back as texts.

A field that cannot be read keeps its text and gives a problem; the others give their values all the same.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from desktop.domain.board import CallEntry
from desktop.domain.drafts import DRAFT_FIELDS
from desktop.domain.incidents import Incident
from desktop.domain.records import Value
from desktop.operations.answers import answers_text, brought_urgency
from desktop.operations.draft_fields import COLUMNS, FIELDS, LIMITS, Problem, Surroundings
from desktop.operations.draft_readers import READERS, UnreadableError, plain
from desktop.operations.points import Point, read_point
from desktop.operations.telephone import read_number


@dataclass(frozen=True, slots=True)
class Reading:
    """Values by column of the fields that could be read (None for empty ones), problems of the others."""

    values: Mapping[str, Value] = field(default_factory=dict)
    problems: Mapping[str, Problem] = field(default_factory=dict)

    def of(self, fields: Iterable[str]) -> dict[str, Value]:
        """The values of some fields."""
        wanted = {column for name in fields for column in COLUMNS[name]}
        return {name: value for name, value in self.values.items() if name in wanted}


def read_texts(texts: Mapping[str, str], around: Surroundings) -> Reading:
    """Read all fields of a form. Nothing is raised for any text."""
    clean = {name: clean_text(texts.get(name, "")) for name in DRAFT_FIELDS}
    values: dict[str, Value] = {}
    problems: dict[str, Problem] = {}
    for name in FIELDS:
        try:
            found = READERS.get(name, plain)(name, clean, around)
        except UnreadableError as error:
            problems[name] = error.problem
            found = error.found
        if any(_too_long(column, value) for column, value in found.items()):
            problems[name] = Problem.TOO_LONG
        else:
            values.update(found)
    return Reading(values, problems)


def clean_text(text: str) -> str:
    """The text without what no database can hold (NUL, halves of surrogate pairs) and blanks around it."""
    return re.sub("[\x00\ud800-\udfff]", "", text).strip()


def _too_long(name: str, value: Value) -> bool:
    return isinstance(value, str) and len(value) > LIMITS[name]


def tidied(field: str, text: str, around: Surroundings) -> str:
    """A field's text as it is shown once the cursor has left it; as it was, when it cannot be read.

    Coordinates that were understood otherwise than written stay as they are, beside what was understood.
    """
    texts = {**dict.fromkeys(DRAFT_FIELDS, ""), field: clean_text(text)}
    if field not in _TIDY or not texts[field]:
        return text
    try:
        found = READERS[field](field, texts, around)
    except UnreadableError:
        return text
    return _TIDY[field](found, text, around)


def _tidy_number(found: Mapping[str, Value], text: str, around: Surroundings) -> str:
    number = read_number(text, around.area_code)
    return text if number is None else number.display


def _tidy_rt_rw(found: Mapping[str, Value], text: str, around: Surroundings) -> str:
    rt, rw = found["rt"], found["rw"]
    return rt_rw_text(str(rt) if rt else None, str(rw) if rw else None)


def _tidy_point(found: Mapping[str, Value], text: str, around: Surroundings) -> str:
    point = read_point(text, around.middle)
    if not isinstance(point, Point) or point.noticed:
        return text
    return point_text(point.latitude, point.longitude)


_TIDY: Mapping[str, Callable[[Mapping[str, Value], str, Surroundings], str]] = {
    "number": _tidy_number,
    "rt_rw": _tidy_rt_rw,
    "point": _tidy_point,
}


def texts_of(entry: CallEntry, incident: Incident | None, around: Surroundings) -> dict[str, str]:
    """A call, and the incident that it belongs to, as the texts of a form. Choices have only their codes."""
    call, private = entry.call, entry.private
    number = read_number(private.number, around.area_code) if private.number else None
    texts = dict.fromkeys(DRAFT_FIELDS, "")
    texts |= {
        "channel": call.channel.value,
        "narrative": private.narrative or "",
        "number": (private.number or "") if number is None else number.display,
        "name": private.name or "",
        "rang_at": _time_text(call.rang_at, around),
        "recording": call.recording or "",
    }
    if incident is not None:
        texts |= incident_texts(incident, around)
    return texts


def incident_texts(incident: Incident, around: Surroundings) -> dict[str, str]:
    """What an incident itself brings to the texts of a form."""
    answers = answers_text(incident)
    brought = brought_urgency(incident.category, answers, around).priority
    return {
        "category": incident.category or "",
        "priority": "" if incident.priority is brought else incident.priority.value,
        "address": incident.address or "",
        "landmark": incident.landmark or "",
        "area": incident.area or "",
        "rt_rw": rt_rw_text(incident.rt, incident.rw),
        "point": point_text(incident.latitude, incident.longitude),
        "people_hurt": "" if incident.people_hurt is None else str(incident.people_hurt),
        "answers": answers,
    }


def rt_rw_text(rt: str | None, rw: str | None) -> str:
    """RT and RW as they are typed: `1/9`, or `RT 1` or `RW 9` alone."""
    if rt and rw:
        return f"{rt}/{rw}"
    return f"RT {rt}" if rt else f"RW {rw}" if rw else ""


def point_text(latitude: float | None, longitude: float | None) -> str:
    """A point as `-8.670458, 115.212629`: six digits tell 11 cm."""
    if latitude is None or longitude is None:
        return ""
    return f"{latitude:.6f}, {longitude:.6f}"


def _time_text(moment: datetime | None, around: Surroundings) -> str:
    if moment is None:
        return ""
    local = moment.astimezone(around.zone)
    time = local.strftime("%H:%M:%S" if local.second else "%H:%M")
    recent = timedelta() <= around.now - moment < timedelta(hours=23)
    return time if recent else f"{local:%d-%m-%Y} {time}"
