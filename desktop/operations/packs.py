"""City packs: what a city brings when its centre's database is made.

A pack is a folder under `resources/cities`; `resources/cities/README.md` describes its files.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from desktop.domain.acts import Act, Change, Op, Source
from desktop.domain.centre import Centre
from desktop.domain.contacts import Contact, ContactPrivate
from desktop.domain.plans import ResponsePlan
from desktop.domain.records import Record, Value, table_of
from desktop.domain.reference import (
    Agency,
    Area,
    Category,
    CityRule,
    Hospital,
    Outcome,
    Station,
    Target,
    look_back_rule,
)
from desktop.domain.shifts import Shift
from desktop.domain.units import Unit
from desktop.operations import packs_check as check
from desktop.operations import packs_plans as plans_check
from desktop.operations.packs_contacts import check_contacts, read_contacts
from desktop.operations.packs_read import PackError, PackProblem, Problems, Sheet, read_sheet
from desktop.operations.packs_texts import FILE as TEXTS_FILE
from desktop.operations.packs_texts import read_texts

__all__ = [
    "CityPack",
    "PackError",
    "PackProblem",
    "available_packs",
    "pack_act",
    "pack_centre",
    "pack_folder",
    "read_pack",
    "reference_change",
]

FIRST_EPOCH = 1
"""The epoch of a database that was never promoted or restored."""

_AREAS = Sheet(
    "areas.csv",
    {name: name for name in ("name", "level", "parent", "latitude", "longitude")},
    ranked=False,
)
_AGENCIES = Sheet(
    "agencies.csv", {name: name for name in ("name", "short_name", "telephone", "own")}, ranked=False
)
_CATEGORIES = Sheet(
    "categories.csv",
    {
        "group": "group_name",
        "name_id": "name_id",
        "name_en": "name_en",
        "class": "urgency",
        "priority": "priority",
        "lead": "lead",
        "support": "support",
        "words": "words",
        "restricted": "restricted",
    },
)
_STATIONS = Sheet(
    "stations.csv", {name: name for name in ("name", "address", "area", "latitude", "longitude")}
)
_UNITS = Sheet(
    "units.csv",
    {
        "call_sign": "call_sign",
        "type": "unit_type",
        "station": "home_station",
        "crew": "crew",
        "head_count": "head_count",
    },
)
_HOSPITALS = Sheet("hospitals.csv", {name: name for name in ("name", "short_name", "address")})
_OUTCOMES = Sheet("outcomes.csv", {name: name for name in ("key", "name_id", "name_en")})
CLOCKS = Sheet(
    "clocks.csv",
    {name: name for name in ("clock", "category", "priority", "warn", "alarm", "source")},
    ranked=False,
)
_LOOK_BACK = Sheet("look_back.csv", {"days": "number"}, ranked=False)
SHIFTS = Sheet("shifts.csv", {name: name for name in ("name", "begins", "ends", "people", "source")})
PLANS = Sheet(
    "plans.csv",
    {
        name: name
        for name in (
            *("category", "priority", "area", "level", "needs", "tell", "minutes", "source"),
            *("hours", "address", "latitude", "longitude", "radius", "confirms"),
        )
    },
    ranked=False,
    optional=frozenset({"hours", "address", "latitude", "longitude", "radius", "confirms"}),
)


@dataclass(frozen=True, slots=True)
class CityPack:
    """A city's reference data, checked. `city` is the name of its folder."""

    city: str
    centre: check.CentreFacts
    areas: tuple[Area, ...]
    agencies: tuple[Agency, ...]
    categories: tuple[Category, ...]
    stations: tuple[Station, ...]
    units: tuple[Unit, ...]
    hospitals: tuple[Hospital, ...]
    outcomes: tuple[Outcome, ...]
    targets: tuple[Target, ...]
    look_back: tuple[CityRule, ...]
    """How many days back incidents of a category are told at their place."""
    plans: tuple[ResponsePlan, ...]
    contacts: tuple[tuple[Contact, ContactPrivate], ...]
    shifts: tuple[Shift, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """All records, those referred to before those that refer."""
        return (
            *self.areas,
            *self.agencies,
            *self.categories,
            *self.stations,
            *self.hospitals,
            *self.outcomes,
            *self.targets,
            *self.plans,
            *(record for contact in self.contacts for record in contact),
            *self.shifts,
            *(CityRule(id=name, number=number) for name, number in self.centre.rules.items()),
            *(replace(one, id=look_back_rule(one.id)) for one in self.look_back),
            *self.units,
        )


def _root() -> Path:
    return Path(str(files("resources"))) / "cities"


def available_packs() -> tuple[str, ...]:
    """Names of the cities that come with the desk, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in _root().glob(f"*/{check.CENTRE_FILE}")))


def pack_folder(city: str) -> Path:
    """The folder of a city that comes with the desk. KeyError when there is none of that name."""
    if city not in available_packs():
        raise KeyError(city)
    return _root() / city


def read_pack(folder: Path) -> CityPack:
    """Read and check a pack. PackError with everything that is wrong, each with file, line and cure."""
    problems = Problems()
    centre = check.read_centre(folder, problems)
    areas, of_areas = read_sheet(folder, _AREAS, Area, problems)
    agencies, of_agencies = read_sheet(folder, _AGENCIES, Agency, problems)
    categories, of_categories = read_sheet(folder, _CATEGORIES, Category, problems)
    stations, of_stations = read_sheet(folder, _STATIONS, Station, problems)
    units, of_units = read_sheet(folder, _UNITS, Unit, problems)
    hospitals, _ = read_sheet(folder, _HOSPITALS, Hospital, problems)
    outcomes, of_outcomes = read_sheet(folder, _OUTCOMES, Outcome, problems)
    targets, of_targets = read_sheet(folder, CLOCKS, Target, problems)
    look_back, of_look_back = read_sheet(folder, _LOOK_BACK, CityRule, problems)
    plans, of_plans = read_sheet(folder, PLANS, ResponsePlan, problems)
    shifts, of_shifts = read_sheet(folder, SHIFTS, Shift, problems)
    check.check_areas(areas, of_areas, problems)
    check.check_agencies(agencies, of_agencies, problems)
    check.check_categories(categories, of_categories, of_agencies, problems)
    check.check_stations(stations, of_stations, of_areas, problems)
    check.check_units(units, of_units, of_stations, problems)
    check.check_outcomes(outcomes, of_outcomes, problems)
    check.check_targets(targets, of_targets, of_categories, problems)
    check.check_look_back(look_back, of_look_back, of_categories, problems)
    known = plans_check.Known(of_categories.lines, of_areas.lines, of_agencies.lines)
    plans_check.check_plans(plans, of_plans, known, problems)
    contacts, of_contacts = read_contacts(folder, problems)
    check_contacts([one for one, _ in contacts], of_contacts, of_agencies.lines, problems)
    read_texts(folder / TEXTS_FILE, problems)
    check.check_shifts(shifts, of_shifts, problems)
    if problems.found or centre is None:
        raise PackError(folder, sorted(problems.found, key=lambda one: (one.file, one.line)))
    return CityPack(
        city=folder.name,
        centre=centre,
        areas=areas,
        agencies=agencies,
        categories=categories,
        stations=stations,
        units=units,
        hospitals=hospitals,
        outcomes=outcomes,
        targets=targets,
        look_back=look_back,
        plans=plans,
        contacts=contacts,
        shifts=shifts,
    )


def pack_centre(pack: CityPack, *, centre_id: str, training: bool, made_at: datetime) -> Centre:
    """The centre that a new database of this city is. `made_at` is aware."""
    facts = pack.centre
    return Centre(
        id=centre_id,
        city=pack.city,
        name=facts.name,
        letters=facts.letters,
        zone_name=facts.zone_name,
        area_code=facts.area_code,
        local_number=facts.local_number,
        training=training,
        epoch=FIRST_EPOCH,
        made_at=made_at,
    )


def pack_act(pack: CityPack, act_id: str, occurred_at: datetime | None = None) -> Act:
    """The act that brings the whole pack into an empty database; an administrator submits it.

    `occurred_at` (aware): since when the units stand at their posts, where that is not now.
    """
    changes = tuple(reference_change(record) for record in pack.records)
    return Act(act_id, "reference.loaded", changes, occurred_at=occurred_at, source=Source.IMPORT)


_OWN = {
    "unit": ("call_sign", "unit_type", "home_station", "rank", "crew", "head_count"),
    "contact_private": ("person", "numbers"),
}
"""Columns that a pack brings, of tables that have others."""


def reference_change(record: Record) -> Change:
    """The insert of one record of reference data. A unit stands at its home station at first."""
    table = table_of(type(record))
    names = _OWN.get(table.name) or tuple(table.by_name)
    values: dict[str, Value] = {name: getattr(record, name) for name in names}
    if isinstance(record, Unit):
        values["station"] = record.home_station
    return Change(table.name, Op.INSERT, record.id, values)
