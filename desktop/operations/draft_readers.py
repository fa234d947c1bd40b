"""Reading each field of a call's form: text in, values by column out."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, timedelta

from desktop.domain.board import Reference
from desktop.domain.calls import Channel
from desktop.domain.incidents import UNSETTLED_PRIORITY
from desktop.domain.records import Value
from desktop.domain.reference import AreaLevel, Priority
from desktop.domain.schema import TABLES
from desktop.operations.answers import brought_urgency, read_facts
from desktop.operations.draft_fields import Problem, Surroundings
from desktop.operations.points import PointProblem, read_point
from desktop.operations.telephone import read_number

Found = dict[str, Value]
Reader = Callable[[str, Mapping[str, str], Surroundings], Found]


class UnreadableError(Exception):
    """A text cannot be saved, or only a part of it: carries the problem and that part's values."""

    def __init__(self, problem: Problem, found: Found | None = None) -> None:
        self.problem = problem
        self.found = found or {}


def default_priority(category: str | None, reference: Reference) -> Priority:
    """The priority that a category brings; P2 while it is not clear what happened."""
    found = reference.categories.get(category) if category else None
    return UNSETTLED_PRIORITY if found is None else found.priority


def read_priority(text: str) -> Priority | None:
    """A priority typed as `1` or `P1`."""
    match = re.fullmatch(r"[pP]?([1-4])", text.strip())
    return Priority(f"P{match[1]}") if match else None


def plain(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    """Read a field that takes any text."""
    return {name: texts[name] or None}


def _channel(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    try:
        return {"channel": Channel(texts["channel"] or Channel.TRUNK_112)}
    except ValueError:
        raise UnreadableError(Problem.NO_CHANNEL) from None


def _category(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    code = texts["category"]
    if code:
        found = around.reference.categories.get(code)
        if found is None:
            raise UnreadableError(Problem.NO_CATEGORY)
        return {"category": code, "urgency": found.urgency}
    if texts["category_text"]:
        raise UnreadableError(Problem.NO_CATEGORY)
    return {"category": None, "urgency": None}


def _priority(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    if not texts["priority"]:
        return {"priority": brought_urgency(texts["category"], texts["answers"], around).priority}
    found = read_priority(texts["priority"])
    if found is None:
        raise UnreadableError(Problem.NO_PRIORITY)
    return {"priority": found}


def _area(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    code, typed = texts["area"], texts["area_text"] or texts["kecamatan_text"]
    area = around.reference.areas.get(code) if code else None
    if area is None:
        if code or typed:
            raise UnreadableError(Problem.NO_AREA)
        return {"area": None}
    if area.level is AreaLevel.KECAMATAN and texts["area_text"]:
        raise UnreadableError(Problem.NO_AREA, {"area": code})
    return {"area": code}


_PART = r"([0-9]{1,3}[a-z]?)"
_BOTH = re.compile(rf"(?:rt ?/ ?rw)?[ :.]*{_PART} ?[/\-,. ] ?{_PART}")
_NAMED = re.compile(rf"(?P<which>rt|rw)[ :.]*{_PART}")


def _rt_rw(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    text = " ".join(texts["rt_rw"].lower().split())
    if not text:
        return {"rt": None, "rw": None}
    both = _BOTH.fullmatch(text)
    if both:
        return {"rt": _short(both[1]), "rw": _short(both[2])}
    named = {match["which"]: _short(match[2]) for match in _NAMED.finditer(text)}
    rest = re.sub(r"[ ,;./-]", "", _NAMED.sub("", text))
    if not named or rest:
        raise UnreadableError(Problem.NO_RT_RW)
    return {"rt": named.get("rt"), "rw": named.get("rw")}


def _short(part: str) -> str:
    return part.lstrip("0").upper() or "0"


_POINT_PROBLEMS = {
    PointProblem.SHORT_LINK: Problem.SHORT_LINK,
    PointProblem.LINK_WITHOUT_POINT: Problem.LINK_WITHOUT_POINT,
    PointProblem.IMPOSSIBLE: Problem.IMPOSSIBLE_POINT,
}


def _point(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    if not texts["point"]:
        inside: Found = {} if around.locate is None else {"outside_city": False}
        return {"latitude": None, "longitude": None, **inside}
    found = read_point(texts["point"], around.middle)
    if found is None:
        raise UnreadableError(Problem.NO_POINT)
    if isinstance(found, PointProblem):
        raise UnreadableError(_POINT_PROBLEMS[found])
    located = None if around.locate is None else around.locate(found.latitude, found.longitude)
    # A kelurahan of the city that was chosen stands: near the border a point may lie beyond it.
    outside: Found = {} if located is None else {"outside_city": located.area is None and not texts["area"]}
    return {"latitude": found.latitude, "longitude": found.longitude, **outside}


def _number(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    if not texts["number"]:
        return {"number": None}
    found = read_number(texts["number"], around.area_code)
    if found is None:
        raise UnreadableError(Problem.NO_NUMBER)
    if not found.complete:
        raise UnreadableError(Problem.NUMBER_INCOMPLETE)
    return {"number": found.normal}


def _people_hurt(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    text = texts["people_hurt"]
    if not text:
        return {"people_hurt": None}
    highest = TABLES["incident"].by_name["people_hurt"].high
    if not re.fullmatch(r"[0-9]{1,6}", text) or (highest is not None and int(text) > highest):
        raise UnreadableError(Problem.NO_COUNT)
    return {"people_hurt": int(text)}


_TIME = re.compile(
    r"(?:(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4}) +)?"
    r"(?P<hour>[0-9]{1,2})[:.]?(?P<minute>[0-9]{2})(?:[:.]?(?P<second>[0-9]{2}))?"
)
_AHEAD = timedelta(minutes=1)


def _rang_at(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    if not texts["rang_at"]:
        return {"rang_at": None}
    match = _TIME.fullmatch(texts["rang_at"])
    if match is None:
        raise UnreadableError(Problem.NO_TIME)
    part = {key: int(text) for key, text in match.groupdict().items() if text is not None}
    here = around.now.astimezone(around.zone)
    try:
        moment = here.replace(
            year=part.get("year", here.year),
            month=part.get("month", here.month),
            day=part.get("day", here.day),
            hour=part["hour"],
            minute=part["minute"],
            second=part.get("second", 0),
            microsecond=0,
        )
    except ValueError:
        raise UnreadableError(Problem.NO_TIME) from None
    if moment > here + _AHEAD:
        if "year" in part:
            raise UnreadableError(Problem.NO_TIME)
        moment -= timedelta(days=1)
    return {"rang_at": moment.astimezone(UTC)}


def _answers(name: str, texts: Mapping[str, str], around: Surroundings) -> Found:
    return {"facts": read_facts(texts, around)}


READERS: Mapping[str, Reader] = {
    "channel": _channel,
    "category": _category,
    "priority": _priority,
    "area": _area,
    "rt_rw": _rt_rw,
    "point": _point,
    "number": _number,
    "people_hurt": _people_hurt,
    "rang_at": _rang_at,
    "answers": _answers,
}
"""For each field that is more than plain text, what reads it."""
