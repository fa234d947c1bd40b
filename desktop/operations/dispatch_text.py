"""The dispatch text: an incident in the words in which units and agencies are told of it.

Always in Indonesian, whatever the screen speaks, because they read it, or hear it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import atan2, cos, degrees, radians

from desktop.domain.board import CallEntry, CaseDetail, Reference
from desktop.domain.centre import Centre
from desktop.domain.distance import metres_between
from desktop.domain.facts import Fact, hazards_in
from desktop.domain.incidents import Incident
from desktop.domain.reference import AreaLevel, Station
from desktop.domain.units import Unit
from desktop.domain.warnings import WarningEntry
from desktop.operations.packs_texts import WITH_NUMBERS, Form, Part, Texts, Whom
from desktop.operations.telephone import read_number

MAP_LINK = "https://maps.google.com/?q={latitude:.6f},{longitude:.6f}"
"""Opens in the map of whatever telephone reads it; six decimals are 11 cm."""

_LEVELS = {AreaLevel.KECAMATAN: "Kec.", AreaLevel.KELURAHAN: "Kel.", AreaLevel.DESA: "Desa"}
_WINDS = ("utara", "timur laut", "timur", "tenggara", "selatan", "barat daya", "barat", "barat laut")
_BESIDE = 50
"""Metres within which no direction is told (our choice)."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom a text is for: call signs of units, or short names of agencies; nobody in particular without any.

    `stations`: the posts at which the units stand. `others`: who else is at work.
    """

    whom: Whom = Whom.AGENCY
    names: tuple[str, ...] = ()
    stations: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What a text is made of beside the incident.

    `warnings`: those that hold for its place, the gravest first. `with_numbers`: whether whoever passes it on
    may give callers' numbers away.
    """

    texts: Texts
    reference: Reference
    centre: Centre
    units: Mapping[str, Unit] = field(default_factory=dict)
    warnings: tuple[WarningEntry, ...] = ()
    with_numbers: bool = False


def dispatch_text(detail: CaseDetail, around: Around, to: Addressed, form: Form) -> str:
    """What an incident's units or agencies are told; what is not known is left out."""
    return around.texts.fill(to.whom, form, _values(detail, around, to))


def gives_number(detail: CaseDetail, around: Around, to: Addressed, form: Form) -> bool:
    """Whether a caller's number is in the text."""
    told = around.with_numbers and around.texts.tells(to.whom, form, WITH_NUMBERS)
    return told and any(one.private.number for one in detail.calls)


def map_link(incident: Incident) -> str | None:
    """A link to the incident's point, or None without one."""
    if incident.latitude is None or incident.longitude is None:
        return None
    return MAP_LINK.format(latitude=incident.latitude, longitude=incident.longitude)


def way_from(station: Station, incident: Incident) -> str:
    """How far an incident is from a post as the crow flies, and where; empty where either has no point."""
    points = station.latitude, station.longitude, incident.latitude, incident.longitude
    if any(one is None for one in points):
        return ""
    from_lat, from_lon, lat, lon = (float(one or 0) for one in points)
    metres = metres_between(from_lat, from_lon, lat, lon)
    if metres < _BESIDE:
        return f"di {station.name}"
    east, north = (lon - from_lon) * cos(radians((lat + from_lat) / 2)), lat - from_lat
    wind = _WINDS[round(degrees(atan2(east, north)) / 45) % len(_WINDS)]
    far = f"{round(metres, -1):.0f} m" if metres < 995 else f"{metres / 1000:.1f} km".replace(".", ",")
    return f"{far} ke {wind} dari {station.name} (garis lurus)"


def _values(detail: CaseDetail, around: Around, to: Addressed) -> Mapping[Part, str]:
    incident, centre, reference = detail.case.incident, around.centre, around.reference
    category = reference.categories.get(incident.category or "")
    number = centre.number(incident.day, incident.serial) if incident.day else None
    return {
        Part.TO: ", ".join(to.names),
        Part.CATEGORY: category.name_id if category else "",
        Part.PRIORITY: incident.priority.value,
        Part.NUMBER: number.full if number else "",
        Part.SHORT_NUMBER: number.short if number else "",
        Part.OPENED: _moment(incident.opened_at, centre),
        Part.PLACE: _place(incident, reference),
        Part.LANDMARK: _flat(incident.landmark),
        Part.ACCESS: around.texts.access.get(str((incident.facts or {}).get(Fact.ACCESS)), ""),
        Part.WAY: _way(incident, reference, to),
        Part.MAP: map_link(incident) or "",
        Part.HURT: _hurt(incident.people_hurt),
        Part.HAZARDS: ", ".join(around.texts.hazards[one] for one in hazards_in(incident.facts)),
        Part.WARNINGS: " · ".join(_warning(one, around.texts) for one in around.warnings),
        Part.REPORTS: "\n".join(_reports(detail.calls, centre, around.with_numbers)),
        Part.NARRATIVE: " ".join(filter(None, (_flat(one.private.narrative) for one in detail.calls))),
        Part.CALLER: ", ".join(filter(None, (_flat(one.private.name) for one in detail.calls))),
        Part.OTHERS: ", ".join(to.others),
        Part.CENTRE: f"112 {centre.name}",
        Part.LOCAL_NUMBER: centre.local_number or "",
    }


def _way(incident: Incident, reference: Reference, to: Addressed) -> str:
    """From the post of those told, where they have one in common."""
    if len(to.stations) != 1:
        return ""
    station = reference.stations.get(next(iter(to.stations)))
    return way_from(station, incident) if station is not None else ""


def _hurt(people: int | None) -> str:
    if people is None:
        return ""
    return f"{people} orang" if people else "tidak ada"


def _warning(entry: WarningEntry, texts: Texts) -> str:
    said = (texts.warnings[entry.warning.kind], _flat(entry.private.text))
    return " — ".join(one for one in said if one)


def _place(incident: Incident, reference: Reference) -> str:
    area = reference.areas.get(incident.area or "")
    kecamatan = reference.kecamatan_of(incident.area)
    hamlet = "/".join(
        f"{word} {value}" for word, value in (("RT", incident.rt), ("RW", incident.rw)) if value
    )
    parts = [_flat(incident.address), hamlet]
    if area is not None:
        parts.append(f"{_LEVELS[area.level]} {area.name}")
    if kecamatan is not None and kecamatan is not area:
        parts.append(f"Kec. {kecamatan.name}")
    if incident.outside_city:
        parts.append("di luar kota")
    return ", ".join(part for part in parts if part)


def _reports(calls: tuple[CallEntry, ...], centre: Centre, with_numbers: bool) -> Iterator[str]:
    """Each caller's narrative, and who said it; numbered when there are several."""
    told = [one for one in calls if _flat(one.private.narrative) or _caller(one, centre, with_numbers)]
    for at, entry in enumerate(told, 1):
        rank = f" {at}" if len(told) > 1 else ""
        if narrative := _flat(entry.private.narrative):
            yield f"Uraian{rank}: {narrative}"
        if caller := _caller(entry, centre, with_numbers):
            yield f"Pelapor{rank}: {caller}"


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _caller(entry: CallEntry, centre: Centre, with_numbers: bool) -> str:
    number = entry.private.number if with_numbers else None
    read = read_number(number, centre.area_code) if number else None
    return ", ".join(part for part in (_flat(entry.private.name), read.display if read else number) if part)


def _moment(moment: datetime | None, centre: Centre) -> str:
    if moment is None:
        return "?"
    local = moment.astimezone(centre.zone)
    return f"{local:%d-%m-%Y %H:%M} {local.tzname()}"
