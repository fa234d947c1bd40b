"""Reading dispatch records: lines of any city, through a mapping, into calls with their units."""

import csv
import gzip
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path

from desktop.operations.exercise.mapping import STAGES, Mapping, Ref
from desktop.operations.exercise.oddities import Oddities
from desktop.operations.exercise.problems import ExerciseError, ExerciseProblem

_GZIP = b"\x1f\x8b"
_SEPARATORS = (",", ";", "\t", "|")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_MIDNIGHT = re.compile(r"\b12:\d\d(:\d\d)?\s*AM\b", re.IGNORECASE)


@dataclass(slots=True)
class UnitRecord:
    """A unit at a call: its stamps by stage, in local time. Without a name it is one of an unnamed pool."""

    name: str | None
    unit_type: str
    stamps: dict[str, datetime]


@dataclass(slots=True)
class CallRecord:
    """A call: what its first line says, and the units of all its lines."""

    key: str
    received: datetime
    opened: datetime | None
    closed: datetime | None
    kind: str
    priorities: tuple[str, ...]
    outcome: str
    address: str
    neighbourhood: str
    point: tuple[float, float] | None
    units: list[UnitRecord] = field(default_factory=list)


class Cells:
    """The cells of one line, by what they are for."""

    def __init__(self, mapping: Mapping, places: dict[Ref, int], line: Sequence[str]) -> None:
        self._refs = mapping.refs
        self._places = places
        self._line = line

    def each(self, key: str) -> list[str]:
        """The cells of all columns of that key, in their order."""
        return [self._line[self._places[ref]].strip() for ref in self._refs.get(key, ())]

    def joined(self, key: str, between: str = " ") -> str:
        """What the columns of that key say together."""
        return between.join(cell for cell in self.each(key) if cell)

    def first(self, key: str) -> str:
        """The first column of that key that says something."""
        return next((cell for cell in self.each(key) if cell), "")


def open_text(path: Path, oddities: Oddities) -> tuple[bytes, str]:
    """The bytes of a file, unzipped, and its text. ExerciseError when there is none."""
    try:
        content = path.read_bytes()
        if content.startswith(_GZIP):
            content = gzip.decompress(content)
    except FileNotFoundError:
        raise ExerciseError([ExerciseProblem("file_missing", path.name)]) from None
    except (OSError, EOFError) as error:
        raise ExerciseError([ExerciseProblem("file_unreadable", path.name, 0, {"why": error})]) from error
    try:
        return content, content.decode("utf-8-sig")
    except UnicodeDecodeError:
        oddities.note("not_utf8")
        return content, content.decode("cp1252", errors="replace")


def separator_of(text: str) -> str:
    """The separator that the first line has most of."""
    first = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=first.count)


def places_of(
    mapping: Mapping, heading: Sequence[str], width: int
) -> tuple[dict[Ref, int], list[tuple[str, Ref]]]:
    """Where each column of the mapping stands, and those (key, column) that the file lacks."""
    by_name = {_plain(name): place for place, name in reversed(list(enumerate(heading)))}
    places: dict[Ref, int] = {}
    missing: list[tuple[str, Ref]] = []
    for key, refs in mapping.refs.items():
        for ref in refs:
            place = ref - 1 if isinstance(ref, int) else by_name.get(_plain(ref), -1)
            if 0 <= place < width:
                places[ref] = place
            else:
                missing.append((key, ref))
    return places, missing


def _plain(heading: str) -> str:
    return " ".join(heading.split()).casefold()


def read_calls(file: str, text: str, mapping: Mapping, oddities: Oddities) -> list[CallRecord]:
    """The calls of a file, in the order of their receipt. ExerciseError when the mapping does not fit."""
    separator = mapping.separator or separator_of(text)
    lines: Iterator[list[str]] = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    first = next(lines, [])
    places, missing = places_of(mapping, first if mapping.header else (), len(first))
    if missing:
        raise ExerciseError(
            [
                ExerciseProblem("no_column", file, 1, {"value": ref, "key": key, "known": ", ".join(first)})
                for key, ref in missing
            ]
        )
    if not mapping.header:
        lines = chain([first], lines)
    calls = _Collector(mapping, places, oddities).collect(lines, len(first))
    if not calls:
        raise ExerciseError([ExerciseProblem("no_calls_in_file", file)])
    return sorted(calls, key=lambda call: (call.received, call.key))


class _Collector:
    def __init__(self, mapping: Mapping, places: dict[Ref, int], oddities: Oddities) -> None:
        self._mapping = mapping
        self._places = places
        self._odd = oddities
        self._calls: dict[str, CallRecord] = {}
        self._above: datetime | None = None

    def collect(self, lines: Iterator[list[str]], width: int) -> list[CallRecord]:
        seen: set[tuple[str, ...]] = set()
        for line in lines:
            if not any(line):
                continue
            if len(line) != width:
                self._odd.note("cells")
            elif tuple(line) in seen:
                self._odd.note("duplicate_line")
            else:
                seen.add(tuple(line))
                self._line(Cells(self._mapping, self._places, line))
        return list(self._calls.values())

    def _line(self, cells: Cells) -> None:
        key = cells.joined("call", "-")
        if not key:
            self._odd.note("no_call")
            return
        times = {name: moment for name in self._mapping.times if (moment := self._time(cells, name))}
        if not times:
            self._odd.note("no_time")
            return
        received = times.get("received", min(times.values()))
        if self._above is not None and received < self._above:
            self._odd.note("unsorted")
        self._above = received
        call = self._call(key, received, times, cells)
        stamps = {stage: times[stage] for stage in STAGES if stage in times}
        if "unit" not in self._mapping.columns:
            if stamps.keys() - {"available"}:
                call.units.append(UnitRecord(None, cells.first("unit_type"), stamps))
            return
        name = cells.joined("unit", "-")
        if name:
            call.units.append(UnitRecord(name, cells.first("unit_type"), stamps))

    def _call(self, key: str, received: datetime, times: dict[str, datetime], cells: Cells) -> CallRecord:
        made = CallRecord(
            key=key,
            received=received,
            opened=times.get("opened"),
            closed=times.get("closed"),
            kind=cells.joined("kind", ", "),
            priorities=tuple(cells.each("priority")),
            outcome=cells.first("outcome"),
            address=cells.joined("address", ", "),
            neighbourhood=cells.first("neighbourhood"),
            point=_point(cells),
        )
        call = self._calls.setdefault(key, made)
        said = (made.received, made.opened, made.kind, made.outcome, made.address)
        if said != (call.received, call.opened, call.kind, call.outcome, call.address):
            self._odd.note("disagrees")
        return call

    def _time(self, cells: Cells, name: str) -> datetime | None:
        text = cells.joined(name)
        if not text:
            return None
        try:
            moment = self._mapping.clocks.read(text)
        except ValueError:
            self._odd.note("bad_time", text)
            return None
        if _MIDNIGHT.search(text):
            self._odd.note("midnight")
        return moment.replace(microsecond=0)


def _point(cells: Cells) -> tuple[float, float] | None:
    text = (
        f"{cells.first('latitude')} {cells.first('longitude')}"
        if cells.first("latitude")
        else cells.first("point")
    )
    numbers = [float(one) for one in _NUMBER.findall(text)]
    if len(numbers) != 2:
        return None
    # Well-known text, as POINT (-122.4 37.7), has the longitude first.
    latitude, longitude = reversed(numbers) if text.lstrip().upper().startswith("POINT") else numbers
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180) or (latitude, longitude) == (0, 0):
        return None
    return latitude, longitude
