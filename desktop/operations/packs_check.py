"""Checking a city pack: what no single line can say."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.domain.reference import (
    PRANKS_BEFORE_BLOCK,
    Agency,
    Area,
    AreaLevel,
    Category,
    CityRule,
    Outcome,
    Station,
    Target,
    look_back_rule,
    rule_bounds,
)
from desktop.domain.shifts import Shift, minute_of_day
from desktop.domain.units import Unit
from desktop.operations.packs_read import Problems, Read

CENTRE_FILE = "centre.toml"
_REQUIRED = ("name", "letters", "zone", "area_code")
_COUNTS = (PRANKS_BEFORE_BLOCK,)
_KNOWN = (*_REQUIRED, "local_number", *_COUNTS)
_SHORT_NUMBER = re.compile(r"1\d{2,4}")
_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class CentreFacts:
    """What `centre.toml` says."""

    name: str
    letters: str
    zone_name: str
    area_code: str
    local_number: str | None
    rules: Mapping[str, int]
    """The city's rules that the file gives, by id."""


_FORMS: Mapping[str, re.Pattern[str]] = {
    "name": re.compile(r"\S.{0,79}"),
    "letters": re.compile(r"[A-Z]{2}"),
    "area_code": re.compile(r"0\d{2,3}"),
    "local_number": re.compile(r"0\d{2,3}-?\d{5,8}"),
}


def read_centre(folder: Path, problems: Problems) -> CentreFacts | None:
    """What `centre.toml` says, or None with the problems noted."""
    try:
        text = (folder / CENTRE_FILE).read_text(encoding="utf-8-sig")
        found = tomllib.loads(text)
    except FileNotFoundError:
        problems.add("file_missing", CENTRE_FILE, 0)
        return None
    except (OSError, UnicodeDecodeError) as error:
        problems.add("file_unreadable", CENTRE_FILE, 0, why=error)
        return None
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        problems.add("bad_toml", CENTRE_FILE, int(line[1]) if line else 0, why=error)
        return None
    before = len(problems.found)
    _check_centre(found, text, problems)
    if len(problems.found) > before:
        return None
    return CentreFacts(
        found["name"],
        found["letters"],
        found["zone"],
        found["area_code"],
        found.get("local_number"),
        {name: found[name] for name in _COUNTS if name in found},
    )


def _check_centre(found: Mapping[str, object], text: str, problems: Problems) -> None:
    def line(key: str) -> int:
        starts = (number for number, one in enumerate(text.splitlines(), 1) if re.match(rf"\s*{key}\b", one))
        return next(starts, 0)

    for key in _REQUIRED:
        if key not in found:
            problems.add("key_missing", CENTRE_FILE, 0, key=key)
    for key, value in found.items():
        if key not in _KNOWN:
            problems.add("key_unknown", CENTRE_FILE, line(key), key=key, known=", ".join(_KNOWN))
        elif key == "zone":
            if not _is_zone(value):
                problems.add("bad_setting", CENTRE_FILE, line(key), key=key, value=value)
        elif key in _COUNTS:
            least, most = rule_bounds(key)
            if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
                problems.add("bad_setting", CENTRE_FILE, line(key), key=key, value=value)
        elif not isinstance(value, str) or not _FORMS[key].fullmatch(value):
            problems.add("bad_setting", CENTRE_FILE, line(key), key=key, value=value)


def _is_zone(value: object) -> bool:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(value)


def check_areas(areas: Iterable[Area], read: Read, problems: Problems) -> None:
    """Every kelurahan and desa lies in a kecamatan; names are unique inside it."""
    by_id = {area.id: area for area in areas}
    names: dict[tuple[str | None, str], str] = {}
    for area in by_id.values():
        line = read.lines[area.id]
        parent = by_id.get(area.parent or "")
        if area.level is AreaLevel.KECAMATAN:
            if area.parent is not None:
                problems.add("kecamatan_inside", read.file, line, value=area.name)
        elif area.parent not in read.lines or (parent and parent.level is not AreaLevel.KECAMATAN):
            problems.add("no_kecamatan", read.file, line, value=area.name)
        first = names.setdefault((area.parent, area.name.casefold()), area.id)
        if first != area.id:
            problems.add("name_again", read.file, line, value=area.name, first=read.lines[first])


def check_agencies(agencies: Iterable[Agency], read: Read, problems: Problems) -> None:
    """Telephones are public short numbers: a pack carries no private person's."""
    for agency in agencies:
        if agency.telephone is not None and not _SHORT_NUMBER.fullmatch(agency.telephone):
            problems.add("number_private", read.file, read.lines[agency.id], value=agency.telephone)


def check_categories(
    categories: Iterable[Category], read: Read, of_agencies: Read, problems: Problems
) -> None:
    """The agencies of every category exist in the city."""
    for category in categories:
        line = read.lines[category.id]
        named = [*([category.lead] if category.lead else []), *category.support.split()]
        for code in dict.fromkeys(named):
            if code not in of_agencies.lines:
                problems.add("unknown_agency", read.file, line, value=code)
            if named.count(code) > 1:
                problems.add("agency_twice", read.file, line, value=code)
        if category.lead is None and named:
            problems.add("support_without_lead", read.file, line, value=category.id)


def check_look_back(rules: Iterable[CityRule], read: Read, of_categories: Read, problems: Problems) -> None:
    """Each names a category of the city, and a day at least."""
    for rule in rules:
        line = read.lines[rule.id]
        if rule.id not in of_categories.lines:
            problems.add("unknown_category", read.file, line, value=rule.id)
        least, most = rule_bounds(look_back_rule(rule.id))
        if not least <= rule.number <= most:
            bounds = {"low": str(least), "high": str(most), "whole": True}
            problems.add("bad_number", read.file, line, column="days", value=rule.number, **bounds)


def check_stations(stations: Iterable[Station], read: Read, of_areas: Read, problems: Problems) -> None:
    """The area in which a station is said to lie exists."""
    for station in stations:
        if station.area is not None and station.area not in of_areas.lines:
            problems.add("unknown_area", read.file, read.lines[station.id], value=station.area)


def check_units(units: Iterable[Unit], read: Read, of_stations: Read, problems: Problems) -> None:
    """A unit's station exists and its call sign is its own."""
    signs: dict[str, str] = {}
    for unit in units:
        line = read.lines[unit.id]
        if unit.home_station not in of_stations.lines:
            problems.add("unknown_station", read.file, line, value=unit.home_station)
        first = signs.setdefault(unit.call_sign.casefold(), unit.id)
        if first != unit.id:
            problems.add("call_sign_again", read.file, line, value=unit.call_sign, first=read.lines[first])


def check_outcomes(outcomes: Iterable[Outcome], read: Read, problems: Problems) -> None:
    """Each outcome has its own key."""
    keys: dict[str, str] = {}
    for outcome in outcomes:
        line = read.lines[outcome.id]
        if not re.fullmatch(r"[A-Z0-9]", outcome.key):
            problems.add("bad_key", read.file, line, value=outcome.key)
        first = keys.setdefault(outcome.key, outcome.id)
        if first != outcome.id:
            problems.add("key_again", read.file, line, value=outcome.key, other=first)


def check_shifts(shifts: Iterable[Shift], read: Read, problems: Problems) -> None:
    """A shift begins and ends at times of day."""
    for shift in shifts:
        for column, text in (("begins", shift.begins), ("ends", shift.ends)):
            if minute_of_day(text) is None:
                known = {"known": "00:00 … 23:59", "or_nothing": False}
                problems.add(
                    "bad_choice", read.file, read.lines[shift.id], column=column, value=text, **known
                )


def check_targets(targets: Iterable[Target], read: Read, of_categories: Read, problems: Problems) -> None:
    """A target holds for something that exists, once, and warns before it alarms."""
    scopes: dict[tuple[object, ...], str] = {}
    for target in targets:
        line = read.lines[target.id]
        if target.category is not None and target.category not in of_categories.lines:
            problems.add("unknown_category", read.file, line, value=target.category)
        if target.category is not None and target.priority is not None:
            problems.add("two_scopes", read.file, line)
        if target.alarm < target.warn:
            problems.add("alarm_first", read.file, line, alarm=target.alarm, warn=target.warn)
        first = scopes.setdefault((target.clock, target.category, target.priority), target.id)
        if first != target.id:
            problems.add("target_again", read.file, line, first=read.lines[first])
