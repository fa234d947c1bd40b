"""Reading an exercise that we wrote: a TOML file of incidents, calls that come to nothing, and duty changes.

    title = "…"
    city = "denpasar"
    opening = "14:00:00"        # since when the units stand as the city pack has them
    start = "21:04:37"          # all before has happened when the playing begins
    duty = ["19:10:00 out_of_service Damkar 7 until 23:00:00: pompa"]
    junk = ["19:02:11 prank 0812-0000-0103 18s: anak-anak tertawa"]

    [[incident]]
    name = "gatsu-nangka"
    category = "traffic_accident"
    address = "Simpang Gatsu–Nangka"
    area = "Tonja"
    calls = [{ at = "20:58:25", ring = 6, number = "0812-0000-0201", name = "Putu", says = "…" }]
    opened = "20:58:43"
    timeline = ["20:58:51 assign A2, Damkar 3"]

The form of the lines is told in `lines`. The first call opens the incident, others join it at their `joined`.
"""

import hashlib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from desktop.domain.calls import Channel
from desktop.domain.incidents import Place
from desktop.domain.reference import Priority
from desktop.operations.exercise.events import (
    CallFinished,
    CallJoined,
    CallTaken,
    Event,
    Exercise,
    IncidentOpened,
)
from desktop.operations.exercise.lines import (
    BadLineError,
    City,
    plain_number,
    read_junk,
    read_line,
    split_time,
)
from desktop.operations.exercise.problems import ExerciseError, ExerciseProblem
from desktop.operations.packs import CityPack

_TOP = ("title", "city", "opening", "start", "duty", "junk", "incident")
_INCIDENT = (
    *("name", "category", "priority", "address", "landmark", "area", "rt", "rw", "hurt"),
    *("calls", "opened", "timeline"),
)
_CALL = ("at", "ring", "number", "name", "says", "until", "by", "joined")

T = TypeVar("T")


def read_evening(path: Path, pack: CityPack) -> Exercise:
    """Read an exercise written for this city. ExerciseError with everything that is wrong."""
    try:
        content = path.read_bytes()
        data = tomllib.loads(content.decode("utf-8-sig"))
    except FileNotFoundError:
        raise ExerciseError([ExerciseProblem("file_missing", path.name)]) from None
    except tomllib.TOMLDecodeError as error:
        raise ExerciseError([ExerciseProblem("bad_toml", path.name, 0, {"why": error})]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ExerciseError([ExerciseProblem("file_unreadable", path.name, 0, {"why": error})]) from error
    return _Reader(path, content, data, City.of(pack)).read()


class _Reader:
    def __init__(self, path: Path, content: bytes, data: Mapping[str, Any], city: City) -> None:
        self._file = path.name
        self._name = path.stem
        self._digest = hashlib.sha256(content).digest()
        self._lines = content.decode("utf-8-sig").splitlines()
        self._data = data
        self._city = city
        self._problems: list[ExerciseProblem] = []
        self._names: set[str] = set()

    def read(self) -> Exercise:
        self._check_keys(self._data, _TOP, "")
        written_for = self._data.get("city")
        if written_for != self._city.name:
            self._problem("other_city", "city", wanted=written_for, city=self._city.name)
            raise ExerciseError(self._problems)
        events: list[Event] = []
        for number, text in enumerate(self._texts(self._data, "junk"), 1):
            events += self._try(text, [], read_junk, text, f"junk-{number}")
        for text in self._texts(self._data, "duty"):
            events += self._try(text, [], read_line, text, "", self._city)
        for item in self._data.get("incident", []):
            events += self._incident(item)
        start, opening = self._time(self._data, "start"), self._time(self._data, "opening")
        if self._problems:
            raise ExerciseError(sorted(self._problems, key=lambda one: one.line))
        ordered = tuple(sorted(events, key=lambda event: event.after))
        return Exercise(self._name, self._digest, ordered, start, opening)

    def _incident(self, item: Mapping[str, Any]) -> list[Event]:
        name = str(item.get("name", ""))
        self._check_keys(item, _INCIDENT, name)
        if not name:
            self._problem("missing", "[[incident]]", key="name")
        if name in self._names:
            self._problem("name_again", name, value=name)
        self._names.add(name)
        calls: Sequence[Mapping[str, Any]] = item.get("calls", [])
        if not calls:
            self._problem("no_calls", name, value=name)
            return []
        events: list[Event] = []
        for number, call in enumerate(calls, 1):
            events += self._call(call, name, f"{name}-{number}", first=number == 1)
        opened = self._time(item, "opened")
        for number, call in enumerate(calls):
            ends = self._time(call, "until") if "until" in call else None
            begins = self._time(call, "joined") if number else opened
            if ends is not None and ends < begins:
                self._problem("ends_early", str(call["until"]), value=f"{name}-{number + 1}")
        if opened < events[0].after:
            self._problem("before_call", name, value=name)
        events.append(self._opened(item, name, opened, calls[0]))
        for text in self._texts(item, "timeline"):
            events += self._try(text, [], read_line, text, name, self._city)
        return events

    def _opened(
        self, item: Mapping[str, Any], name: str, opened: timedelta, call: Mapping[str, Any]
    ) -> IncidentOpened:
        city = self._city
        category = self._named(item, "category", city.categories)
        area = self._named(item, "area", city.areas)
        priority = item.get("priority")
        if priority is not None and priority not in list(Priority):
            self._problem(
                "bad_value", name, key="priority", value=priority, wanted="choice", known=", ".join(Priority)
            )
            priority = None
        place = Place(
            address=item.get("address"),
            landmark=item.get("landmark"),
            area=area,
            rt=item.get("rt"),
            rw=item.get("rw"),
        )
        return IncidentOpened(
            after=opened,
            call=f"{name}-1",
            incident=name,
            category=category,
            priority=Priority(priority) if priority else None,
            place=place,
            people_hurt=item.get("hurt"),
            name=call.get("name"),
            narrative=call.get("says"),
        )

    def _call(self, call: Mapping[str, Any], name: str, key: str, *, first: bool) -> list[Event]:
        self._check_keys(call, _CALL, name)
        at = self._time(call, "at")
        ring, by = call.get("ring"), call.get("by", Channel.TRUNK_112)
        if by not in list(Channel):
            self._problem("bad_value", name, key="by", value=by, wanted="choice", known=", ".join(Channel))
            by = Channel.TRUNK_112
        events: list[Event] = [
            CallTaken(
                after=at,
                call=key,
                channel=Channel(by),
                number=plain_number(str(call.get("number", ""))),
                ring=None if ring is None else timedelta(seconds=ring),
            )
        ]
        if not first:
            joined = self._time(call, "joined")
            says, who = call.get("says"), call.get("name")
            events.append(CallJoined(after=joined, call=key, incident=name, name=who, narrative=says))
        if "until" in call:
            events.append(CallFinished(after=self._time(call, "until"), call=key))
        return events

    def _named(self, item: Mapping[str, Any], key: str, known: Mapping[str, str]) -> str | None:
        value = item.get(key)
        if value is None:
            return None
        near = str(item.get("name", value))
        return self._try(near, None, self._city.find, key, known, str(value))

    def _time(self, item: Mapping[str, Any], key: str) -> timedelta:
        near = str(item.get("name", key))
        if key not in item:
            self._problem("missing", near, key=key)
            return timedelta()
        return self._try(str(item[key]), (timedelta(), ""), split_time, str(item[key]))[0]

    def _texts(self, item: Mapping[str, Any], key: str) -> list[str]:
        found = item.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            self._problem("bad_value", key, key=key, value=found, wanted="lines")
            return []
        return found

    def _try(self, near: str, otherwise: T, read: Callable[..., T], *values: object) -> T:
        try:
            return read(*values)
        except BadLineError as error:
            self._problem(error.code, near, **error.values)
            return otherwise

    def _check_keys(self, item: Mapping[str, Any], known: Sequence[str], near: str) -> None:
        for key in item:
            if key not in known:
                self._problem("unknown_key", near or key, key=key, known=", ".join(known))

    def _problem(self, code: str, near: str, **values: object) -> None:
        """Note a problem at the first line that contains `near`: TOML itself keeps no lines."""
        line = next((number for number, text in enumerate(self._lines, 1) if near in text), 0)
        self._problems.append(ExerciseProblem(code, self._file, line, values))
