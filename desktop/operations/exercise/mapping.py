"""Mappings: which column of a city's dispatch records is what.

`resources/exercises/mappings/sffd.toml` is a commented example. A column is named by its heading (case and
spaces do not matter) or, in files without headings, by its number from 1. Several columns may stand for one:
date and time apart, an address in parts, or the next best where the first is empty.
"""

import re
import tomllib
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.domain.reference import Priority, UnitType
from desktop.operations.exercise.problems import ExerciseError, ExerciseProblem

STAGES = ("assigned", "under_way", "on_scene", "transporting", "at_hospital", "available")
"""The stages of a unit, in their order."""

TIMES = ("received", "opened", *STAGES, "closed")
COLUMNS = (
    *("call", "unit", "unit_type", "kind", "priority", "outcome", "address", "neighbourhood"),
    *("point", "latitude", "longitude"),
)
_TOP = (
    *("name", "title", "separator", "header", "columns", "times", "categories", "priorities"),
    *("unit_types", "outcomes"),
)
_TIME_KEYS = ("format", "zone", *TIMES)

Ref = str | int


@dataclass(frozen=True, slots=True)
class Words:
    """What a city's words mean here. Keys may hold `*` for anything; case does not matter."""

    exact: Map[str, str] = field(default_factory=dict)
    patterns: Sequence[tuple[str, str]] = ()

    @classmethod
    def of(cls, table: Map[str, str]) -> "Words":
        """From a table of the mapping; its patterns are tried in their order."""
        lowered = {key.strip().casefold(): value for key, value in table.items()}
        patterns = [(key, value) for key, value in lowered.items() if "*" in key]
        return cls({key: value for key, value in lowered.items() if "*" not in key}, patterns)

    def find(self, word: str) -> str | None:
        """The meaning of a word, or None."""
        key = word.strip().casefold()
        if key in self.exact:
            return self.exact[key]
        return next((value for pattern, value in self.patterns if fnmatchcase(key, pattern)), None)


@dataclass(frozen=True, slots=True)
class Clocks:
    """How times are written: formats tried one after another, and the zone of those that name an instant."""

    formats: tuple[str, ...] = ("iso",)
    zone: ZoneInfo | None = None

    def read(self, text: str) -> datetime:
        """The local time, without a zone: what the city's clocks showed. ValueError when no format fits."""
        for form in self.formats:
            try:
                return self._local(_READERS.get(form, _by_format)(text, form))
            except (ValueError, OverflowError):
                continue
        raise ValueError(text)

    def _local(self, moment: datetime) -> datetime:
        if moment.tzinfo is not None and self.zone is not None:
            moment = moment.astimezone(self.zone)
        return moment.replace(tzinfo=None)


def _by_format(text: str, form: str) -> datetime:
    return datetime.strptime(text, form)  # noqa: DTZ007 - a zone follows where the format has one


_READERS: Map[str, Callable[[str, str], datetime]] = {
    "iso": lambda text, _: datetime.fromisoformat(text.replace(" UTC", "+00:00")),
    "epoch": lambda text, _: datetime.fromtimestamp(float(text), UTC),
    "epoch_ms": lambda text, _: datetime.fromtimestamp(float(text) / 1000, UTC),
}


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, checked. `content` takes part in the exercise's digest."""

    name: str
    content: bytes
    separator: str | None
    header: bool
    columns: Map[str, tuple[Ref, ...]]
    times: Map[str, tuple[Ref, ...]]
    clocks: Clocks
    categories: Words
    priorities: Words
    unit_types: Words
    outcomes: Words

    @property
    def refs(self) -> dict[str, tuple[Ref, ...]]:
        """Every column named, by what it is for."""
        return {**self.columns, **self.times}


def read_mapping(path: Path) -> Mapping:
    """Read a mapping. ExerciseError with everything that is wrong with it."""
    try:
        content = path.read_bytes()
        data = tomllib.loads(content.decode("utf-8-sig"))
    except FileNotFoundError:
        raise ExerciseError([ExerciseProblem("file_missing", path.name)]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ExerciseError([ExerciseProblem("file_unreadable", path.name, 0, {"why": error})]) from error
    except tomllib.TOMLDecodeError as error:
        raise ExerciseError([ExerciseProblem("bad_toml", path.name, 0, {"why": error})]) from error
    problems = _Check(path.name, content.decode("utf-8-sig").splitlines()).run(data)
    if problems:
        raise ExerciseError(problems)
    times = data["times"]
    formats = times.get("format", "iso")
    return Mapping(
        name=data["name"],
        content=content,
        separator=data.get("separator"),
        header=data.get("header", True),
        columns={key: _refs(value) for key, value in data["columns"].items()},
        times={key: _refs(times[key]) for key in TIMES if key in times},
        clocks=Clocks(
            tuple([formats] if isinstance(formats, str) else formats),
            ZoneInfo(times["zone"]) if "zone" in times else None,
        ),
        categories=Words.of(data.get("categories", {})),
        priorities=Words.of(data.get("priorities", {})),
        unit_types=Words.of(data.get("unit_types", {})),
        outcomes=Words.of(data.get("outcomes", {})),
    )


def _refs(value: Any) -> tuple[Ref, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


class _Check:
    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self._file = file
        self._lines = lines
        self.found: list[ExerciseProblem] = []

    def run(self, data: Map[str, Any]) -> list[ExerciseProblem]:
        columns, times = data.get("columns", {}), data.get("times", {})
        for table, known in ((data, _TOP), (columns, COLUMNS), (times, _TIME_KEYS)):
            self._keys(table, known)
        name = str(data.get("name", ""))
        if not re.fullmatch(r"[a-z0-9-]{1,20}", name):
            self._bad("name", name, "short_name")
        if "call" not in columns:
            self._add("missing", "[columns]", key="call")
        if "received" not in times:
            self._add("missing", "[times]", key="received")
        self._refs({**columns, **{key: times[key] for key in TIMES if key in times}})
        if "zone" in times and not _is_zone(times["zone"]):
            self._bad("zone", times["zone"], "zone")
        self._meanings(data.get("priorities", {}), list(Priority))
        self._meanings(data.get("unit_types", {}), list(UnitType))
        return self.found

    def _keys(self, table: Map[str, Any], known: Sequence[str]) -> None:
        for key in table:
            if key not in known:
                self._add("unknown_key", key, key=key, known=", ".join(known))

    def _refs(self, table: Map[str, Any]) -> None:
        for key, value in table.items():
            if not all(type(one) in (str, int) for one in _refs(value)):
                self._bad(key, value, "heading")

    def _meanings(self, table: Map[str, Any], known: Sequence[str]) -> None:
        for key, value in table.items():
            if value not in known:
                self._bad(key, value, "choice", known)

    def _bad(self, key: str, value: object, wanted: str, known: Sequence[str] = ()) -> None:
        self._add("bad_value", key, key=key, value=value, wanted=wanted, known=", ".join(known))

    def _add(self, code: str, near: str, **values: object) -> None:
        line = next((number for number, text in enumerate(self._lines, 1) if near in text), 0)
        self.found.append(ExerciseProblem(code, self._file, line, values))


def _is_zone(value: object) -> bool:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
