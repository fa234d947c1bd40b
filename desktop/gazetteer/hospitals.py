"""A list of hospitals read against a centre: which are its own, where they lie, and what cannot be right.

A point that cannot be right is left out and told with its line, never taken as it stands.
"""

import csv
import gzip
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.board import Reference
from desktop.domain.distance import metres_between
from desktop.domain.hospitals import HospitalPlace
from desktop.domain.located import Located
from desktop.domain.records import Value
from desktop.domain.reference import Hospital
from desktop.gazetteer.files.features import FileError
from desktop.operations.packs_read import CODE

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "registry": ("kode_rs", "kode", "code", "id"),
    "name": ("nama", "name"),
    "address": ("alamat", "address"),
    "region": ("wilayah", "kota", "city"),
    "latitude": ("lat", "latitude", "lintang"),
    "longitude": ("lon", "lng", "long", "longitude", "bujur"),
    "beds": ("tempat_tidur", "beds"),
}
"""What a column may be called, in small letters, the best first."""

REACH = 3_000.0
"""Metres from the middle of the nearest kelurahan beyond which a point lies outside, where no borders are
known (ours: the middles of Denpasar's lie 1.1 km apart, and its hospitals within 1.2 km of one)."""

_NOWHERE = 20_000_000.0
"""Metres to what is no point of the earth: half way around it."""

_GENERAL = frozenset(
    {
        *("rs", "rsu", "rsud", "rsup", "rsia", "rsk", "rskd", "rumah", "sakit", "umum", "daerah", "pusat"),
        *("khusus", "ibu", "dan", "anak", "tk", "ii", "iii", "iv", "prof", "dr", "dg", "kota", "provinsi"),
        *("prov", "bali"),
    }
)
"""Words that many hospitals have in their names."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list. `number` counts from 1."""

    number: int
    registry: str
    name: str
    address: str
    region: str
    point: tuple[float, float] | None
    beds: int | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is wrong with a line. `code`: `no_point`, `swapped`, `outside` or `same_point`; `figure`: metres,
    or the other line.
    """

    line: int
    name: str
    code: str
    figure: int = 0


@dataclass
class Found:
    """What a list brings: new hospitals, places new and changed, and doubts; `elsewhere`: lines left out."""

    hospitals: list[Hospital] = field(default_factory=list)
    places: list[HospitalPlace] = field(default_factory=list)
    changed: list[tuple[HospitalPlace, Mapping[str, Value]]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    elsewhere: int = 0
    known: int = 0
    """Lines that say what the centre has already."""


Locate = Callable[[float, float], Located | None]


def read_list(path: Path) -> tuple[Line, ...]:
    """The lines of a list (CSV, also packed). FileError `columns` without a name or a point, `broken`."""
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            rows = csv.DictReader(file, delimiter=";" if first.count(";") > first.count(",") else ",")
            heads = {head.strip().casefold(): head for head in rows.fieldnames or () if head}
            named = {
                wanted: next((heads[one] for one in known if one in heads), "")
                for wanted, known in COLUMNS.items()
            }
            missing = [one for one in ("name", "latitude", "longitude") if not named[one]]
            if missing:
                raise FileError("columns", ", ".join(COLUMNS[missing[0]]))
            return tuple(_lines(rows, named))
    except (csv.Error, UnicodeDecodeError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FileError("broken", str(error)) from error


def _lines(rows: "csv.DictReader[str]", named: Mapping[str, str]) -> Iterator[Line]:
    for row in rows:
        cells = {wanted: (row.get(head) or "").strip() if head else "" for wanted, head in named.items()}
        if cells["name"]:
            yield Line(
                rows.line_num,
                cells["registry"],
                " ".join(cells["name"].split()),
                cells["address"],
                cells["region"],
                _point(cells["latitude"], cells["longitude"]),
                int(cells["beds"]) if cells["beds"].isdecimal() else None,
            )


def _point(latitude: str, longitude: str) -> tuple[float, float] | None:
    try:
        return float(latitude.replace(",", ".")), float(longitude.replace(",", "."))
    except ValueError:
        return None


def compare(lines: Sequence[Line], reference: Reference, city: str, locate: Locate | None) -> Found:
    """What a list changes at a centre. `city`: its name; `locate`: where a point lies, with borders."""
    found = Found()
    own = [line for line in lines if _is_own(line, city, reference, locate)]
    found.elsewhere = len(lines) - len(own)
    first_at: dict[tuple[float, float], Line] = {}
    twice: dict[int, int] = {}
    for line in own:
        if line.point is not None and line.point in first_at:
            twice[line.number] = first_at[line.point].number
            twice[first_at[line.point].number] = line.number
        elif line.point is not None:
            first_at[line.point] = line
    taken: set[str] = set()
    for line in own:
        doubt = _doubt(line, reference, locate)
        if doubt is None and line.number in twice:
            doubt = Doubt(line.number, line.name, "same_point", twice[line.number])
        if doubt is not None:
            found.doubts.append(doubt)
        _take(found, line, None if doubt is not None else line.point, reference, taken)
    return found


def _is_own(line: Line, city: str, reference: Reference, locate: Locate | None) -> bool:
    if line.region:
        return f" {city.casefold()}" in f" {line.region.casefold()}"
    return line.point is None or _outside(line.point, reference, locate) is None


def _doubt(line: Line, reference: Reference, locate: Locate | None) -> Doubt | None:
    if line.point is None:
        return Doubt(line.number, line.name, "no_point")
    far = _outside(line.point, reference, locate)
    if far is None:
        return None
    swapped = _outside((line.point[1], line.point[0]), reference, locate) is None
    return Doubt(line.number, line.name, "swapped" if swapped else "outside", 0 if swapped else round(far))


def _outside(point: tuple[float, float], reference: Reference, locate: Locate | None) -> float | None:
    """Metres to the middle of the nearest area for a point outside the city; None inside."""
    latitude, longitude = point
    if abs(latitude) > 90 or abs(longitude) > 180:
        return _NOWHERE
    middles = (
        (one.latitude, one.longitude)
        for one in reference.areas.values()
        if one.latitude is not None and one.longitude is not None
    )
    far = min((metres_between(latitude, longitude, *middle) for middle in middles), default=0.0)
    located = locate(latitude, longitude) if locate is not None else None
    if located is not None:
        return far if located.area is None else None
    return far if far > REACH else None


def _take(
    found: Found, line: Line, point: tuple[float, float] | None, reference: Reference, taken: set[str]
) -> None:
    code = _known(line, reference, taken)
    if code is None:
        code = _new_code(line, reference, taken)
        rank = len(reference.hospitals) + len(found.hospitals) + 1
        made = Hospital(id=code, name=line.name, short_name=line.name, address=line.address[:500], rank=rank)
        found.hospitals.append(made)
    taken.add(code)
    values: dict[str, Value] = {
        "hospital": code,
        "registry": line.registry[:64] or None,
        "latitude": point[0] if point is not None else None,
        "longitude": point[1] if point is not None else None,
        "beds": line.beds,
    }
    before = reference.hospital_places.get(code)
    if before is None:
        found.places.append(HospitalPlace(id=code, **values))  # type: ignore[arg-type]  # - its columns
        return
    if point is None:  # what was right before is not lost by a doubt
        values.pop("latitude")
        values.pop("longitude")
    other = {name: value for name, value in values.items() if getattr(before, name) != value}
    if other:
        found.changed.append((before, other))
    else:
        found.known += 1


def _known(line: Line, reference: Reference, taken: Iterable[str]) -> str | None:
    """The hospital that a line is about: by its code in the list, else by the words of its name."""
    if line.registry:
        for code, place in reference.hospital_places.items():
            if place.registry == line.registry:
                return code
        if line.registry in reference.hospitals:
            return line.registry
    words = _own_words(line.name)
    fitting = [
        one.id
        for one in reference.hospitals.values()
        if one.id not in taken and words and (_own_words(one.name) == words)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _own_words(name: str) -> frozenset[str]:
    words = frozenset(re.findall(r"[a-z]+", name.casefold()))
    own = words - _GENERAL - {"denpasar", "makassar"}
    return own or words


def _new_code(line: Line, reference: Reference, taken: Iterable[str]) -> str:
    code = line.registry
    if not CODE.fullmatch(code):
        code = "-".join(re.findall(r"[a-z0-9]+", line.name.casefold()))[:60]
    while code in reference.hospitals or code in taken:
        code = f"{code[:60]}-2"
    return code
