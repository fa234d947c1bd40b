"""An incident as text for a message to agencies, as they are told by WhatsApp.

Always in Indonesian, whatever the screen speaks, because agencies read it.
"""

from collections.abc import Iterator
from datetime import datetime

from desktop.domain.board import CallEntry, CaseDetail, Reference
from desktop.domain.centre import Centre
from desktop.domain.incidents import Incident
from desktop.domain.reference import AreaLevel
from desktop.operations.telephone import read_number

MAP_LINK = "https://maps.google.com/?q={latitude:.6f},{longitude:.6f}"
"""Opens in the map of whatever telephone reads it; six decimals are 11 cm."""

_LEVELS = {AreaLevel.KECAMATAN: "Kec.", AreaLevel.KELURAHAN: "Kel.", AreaLevel.DESA: "Desa"}


def dispatch_text(detail: CaseDetail, reference: Reference, centre: Centre, *, with_numbers: bool) -> str:
    """What happened, where, who is hurt and who reported it, a line each; what is not known is left out.

    `with_numbers`: whether whoever passes it on may give callers' numbers away.
    """
    return "\n".join(_lines(detail, reference, centre, with_numbers))


def map_link(incident: Incident) -> str | None:
    """A link to the incident's point, or None without one."""
    if incident.latitude is None or incident.longitude is None:
        return None
    return MAP_LINK.format(latitude=incident.latitude, longitude=incident.longitude)


def _lines(detail: CaseDetail, reference: Reference, centre: Centre, with_numbers: bool) -> Iterator[str]:
    incident = detail.case.incident
    category = reference.categories.get(incident.category or "")
    number = centre.number(incident.day, incident.serial).full if incident.day else ""
    yield f"*{category.name_id if category else 'Jenis kejadian belum jelas'}* ({incident.priority})"
    yield f"No. {number}, dibuka {_moment(incident.opened_at, centre)}"
    yield f"Lokasi: {_place(incident, reference) or 'belum jelas'}"
    if _flat(incident.landmark):
        yield f"Patokan: {_flat(incident.landmark)}"
    link = map_link(incident)
    if link is not None:
        yield f"Peta: {link}"
    if incident.people_hurt is not None:
        yield f"Korban: {incident.people_hurt} orang" if incident.people_hurt else "Korban: tidak ada"
    yield from _reports(detail.calls, centre, with_numbers)
    yield f"— 112 {centre.name}"


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
