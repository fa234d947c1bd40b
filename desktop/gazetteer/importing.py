"""Bringing a file of map data into the gazetteer: only what differs from the last time is written."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.domain.places import Border, BorderLevel, Place
from desktop.domain.reference import Area, AreaLevel
from desktop.gazetteer.borders import Borders
from desktop.gazetteer.files.features import Feature, FileError, Skipped
from desktop.gazetteer.files.gather import City, gather, read_features
from desktop.gazetteer.files.roads import metres
from desktop.gazetteer.same_places import lost_corrections, with_known_ids
from desktop.store.gazetteer import Present
from desktop.store.gazetteer_into import Into
from desktop.store.gazetteer_write import AT_ONCE, in_parts

Progress = Callable[[int, int], None]
"""Told after each part how many of how many places are written."""

_BORDERS_AT_ONCE = 50
_SAME_AREA = 5_000.0
"""Metres between the middle of a border without a code and an area of its name, to be taken for it (ours)."""
_DATES = re.compile(r"[-_]?(?:19|20)\d\d(?:[-_]?\d\d){0,2}|[-_.]?latest", re.IGNORECASE)
_ENDS = re.compile(r"(?:\.(?:osm|pbf|bz2|geojson|json|csv|gz))+$", re.IGNORECASE)
_LEVELS = {"5": BorderLevel.CITY, "6": BorderLevel.KECAMATAN, "7": BorderLevel.KELURAHAN}
"""OpenStreetMap's admin_level in Indonesia (wiki.openstreetmap.org, "Tag:boundary=administrative")."""
_BY_DOTS = (BorderLevel.CITY, BorderLevel.CITY, BorderLevel.KECAMATAN, BorderLevel.KELURAHAN)
"""Level by how many dots a ministry's code has: 51, 51.71, 51.71.01, 51.71.01.1001."""
_CODE_TAGS = ("kode", "code", "ref:kemendagri", "kemendagri:code", "ref")
_CODE = re.compile(r"\d\d\.\d\d(?:\.\d\d(?:\.\d{4})?)?")
_OF_AREA = {AreaLevel.KECAMATAN: BorderLevel.KECAMATAN}


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import. `unchanged`: the file is the one that was imported last of this source."""

    source: str
    counts: Mapping[str, int]
    skipped: Mapping[str, int]
    unchanged: bool = False


@dataclass
class Difference:
    """What an import writes: rows with their sources, ids that go."""

    places: list[tuple[Place, str]] = field(default_factory=list)
    borders: list[tuple[Border, str]] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    gone_borders: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.places or self.borders or self.gone or self.gone_borders)


def source_of(path: Path) -> str:
    """By what name a file is known, without its date: a newer one takes its place."""
    name = _DATES.sub("", _ENDS.sub("", path.name)).strip("-_. ").lower()
    return (name or path.name)[:64]


async def import_file(
    into: Into, path: Path, city: str, *, source: str = "", progress: Progress | None = None
) -> Imported:
    """Import a file into the gazetteer of a city's centre. FileError, OSError, StoreError."""
    source = source or source_of(path)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    before, areas = await into.present(), await into.areas()
    last = before.last_of.get(source)
    same = last is not None and last.digest == digest and not before.borders_since(last.number)
    if same and not lost_corrections(before):
        return Imported(source, {}, {}, unchanged=True)
    found, skipped = difference(path, city, areas, before, source)
    if same and found.is_empty:
        return Imported(source, {}, {}, unchanged=True)
    number = await into.begin(source, path.name[:200], digest)
    await _write(into, found, progress)
    told = {f"skipped_{reason}": count for reason, count in skipped}
    await into.finish(number, {**found.counts, **told})
    return Imported(source, found.counts, dict(skipped), found.is_empty)


def difference(
    path: Path, city: str, areas: Mapping[str, Area], before: Present, source: str
) -> tuple[Difference, Skipped]:
    """What a file says otherwise than the gazetteer; what was left out of it, by reason.

    FileError, also for a file that holds nothing of this city.
    """
    known = Borders(before.borders.values(), areas)
    gathered = gather(read_features(path), City(city, _middle(areas), known.area_at))
    if not (gathered.places or gathered.borders):
        # Half a download, or another city's: all that this source brought before would go.
        raise FileError("empty", path.name)
    found = Difference()
    skipped = Skipped()
    made = _borders(gathered.borders, areas, source, skipped)
    _compare_borders(made, before, source, found, skipped)
    if found.borders or found.gone_borders:
        new = {key: one for key, one in before.borders.items() if key not in found.gone_borders}
        new.update({one.id: one for one, _ in found.borders})
        known = Borders(new.values(), areas)
        # Places of this file were put where the old borders have them: once more, with the new ones.
        if gathered.places:
            gathered = gather(read_features(path), City(city, _middle(areas), known.area_at))
        _settle_others(before, known, source, found)
    _compare_places(with_known_ids(gathered.places, before, source), before, source, found)
    skipped.counts.update(gathered.skipped.counts)
    return found, skipped


def _compare_places(places: Mapping[str, Place], before: Present, source: str, found: Difference) -> None:
    counts = found.counts
    for key, one in places.items():
        counts[f"kind_{one.kind.value}"] += 1
        old = before.places.get(key)
        if old is None:
            counts["added"] += 1
        elif before.source_of[key] != source:
            counts["known_from_another"] += 1
            continue
        elif old == one:
            continue
        else:
            counts["changed"] += 1
        found.places.append((one, source))
    for key, of in before.source_of.items():
        if of == source and key not in places:
            found.gone.append(key)
            counts["removed"] += 1


def _compare_borders(
    made: Mapping[str, Border], before: Present, source: str, found: Difference, skipped: Skipped
) -> None:
    for key, one in made.items():
        old, of = before.borders.get(key), before.border_source.get(key)
        coded = one.parent is not None or of == source
        if old is not None and of != source and not coded:
            skipped("border_known")
            continue
        found.counts[f"border_{one.level.value}"] += 1
        if old != one or of != source:
            found.borders.append((one, source))
            found.counts["borders_changed" if old else "borders_added"] += 1
    for key, of in before.border_source.items():
        if of == source and key not in made:
            found.gone_borders.append(key)
            found.counts["borders_removed"] += 1


def _settle_others(before: Present, borders: Borders, source: str, found: Difference) -> None:
    """Give places of other files the areas that they have by new borders."""
    wholes = before.wholes
    for key, one in before.places.items():
        of = before.source_of[key]
        if of == source or one.latitude is None or one.longitude is None:
            continue
        area = borders.area_at((one.longitude, one.latitude))
        # A street through several kelurahan is there once as a whole, which lies in none.
        if area != one.area and (one.area is not None or (one.name, one.kind, of) not in wholes):
            found.places.append((replace(one, area=area), of))
            found.counts["areas_set"] += 1


def _borders(
    features: Sequence[Feature], areas: Mapping[str, Area], source: str, skipped: Skipped
) -> dict[str, Border]:
    made: dict[str, Border] = {}
    for at, one in enumerate(features):
        code = _code(one.tags)
        level = _BY_DOTS[code.count(".")] if code else _LEVELS.get(one.tags.get("admin_level", ""))
        if level is None:
            skipped("border_level")
            continue
        own = "" if code else _own_code(one, level, areas)
        key = code or own or f"{source[:40]}:{one.id or at}"[:64]
        if key in made:
            skipped("border_twice")
            continue
        made[key] = Border(
            id=key,
            name=one.name[:200],
            level=level,
            shape=[[[list(point) for point in ring] for ring in polygon] for polygon in one.polygons],
            parent=code.rpartition(".")[0] or None if code else None,
            city=one.tags.get("city", one.tags.get("kota", one.tags.get("kabupaten", "")))[:200],
        )
    return made


def _code(tags: Mapping[str, str]) -> str:
    told = (tags[key] for key in _CODE_TAGS if key in tags)
    return next((one for one in told if _CODE.fullmatch(one)), "")


def _own_code(one: Feature, level: BorderLevel, areas: Mapping[str, Area]) -> str:
    """The centre's area that a border without a code is around: of its name and near it; "" for none."""
    middle, name = one.middle, _plain(one.name)
    if middle is None:
        return ""
    for area in areas.values():
        if area.latitude is None or area.longitude is None or _plain(area.name) != name:
            continue
        same = _OF_AREA.get(area.level, BorderLevel.KELURAHAN) is level
        if same and metres((area.longitude, area.latitude), middle) <= _SAME_AREA:
            return area.id
    return ""


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


def _middle(areas: Mapping[str, Area]) -> tuple[float, float] | None:
    """The middle of the centre's areas, None where none has a point."""
    points = [
        (one.longitude, one.latitude)
        for one in areas.values()
        if one.longitude is not None and one.latitude is not None
    ]
    if not points:
        return None
    return (sum(one[0] for one in points) / len(points), sum(one[1] for one in points) / len(points))


async def _write(into: Into, found: Difference, progress: Progress | None) -> None:
    total = len(found.places) + len(found.gone)
    done = 0
    for borders in in_parts(found.borders, _BORDERS_AT_ONCE):
        await into.put((), borders)
    await into.drop((), found.gone_borders)
    for ids in in_parts(found.gone, AT_ONCE):
        await into.drop(ids)
        done += len(ids)
    for places in in_parts(found.places, AT_ONCE):
        await into.put(places)
        done += len(places)
        if progress is not None:
            progress(done, total)
