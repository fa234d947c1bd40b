"""From the rows that a look-up found to what is shown of them."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from desktop.domain.calls import CallType
from desktop.domain.centre import Centre
from desktop.domain.lookup import Hit
from desktop.domain.reference import Priority
from desktop.store.personal import read_narratives
from desktop.store.tables import TABLES

SNIPPET = 120
"""Characters of a narrative that are shown."""
_BEFORE = 30
_MOST_MERGES = 10
_MOST_CALLS = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """A row found: the incident that it is or has, an alias by which it was asked for."""

    table: str
    row: str
    incident: str | None
    alias: str | None = None
    order: tuple[float, int] = (0.0, 0)
    """When it was, and its place in the index."""

    @property
    def key(self) -> str:
        """What it is one hit of."""
        return self.incident or self.row


def make_hits(
    connection: Connection, found: Sequence[Found], words: Sequence[str], centre: Centre
) -> tuple[Hit, ...]:
    """What is shown of each row found; incidents merged into others are followed to the surviving ones."""
    incidents = read_incidents(connection, {one.incident for one in found if one.incident})
    surviving = {one: _survivor(incidents, one) for one in incidents}
    calls = _calls(connection, {one.row for one in found if one.table == "call"})
    of_incidents = _calls_of(connection, {*surviving, *surviving.values()})
    narratives = read_narratives(connection, {*calls, *(call for _, call in of_incidents)})
    told: dict[str, str] = {}
    for incident, call_id in of_incidents:
        if call_id in narratives:
            told.setdefault(incident, narratives[call_id])
    hits = []
    for one in found:
        shown = incidents[surviving[one.incident]] if one.incident else None
        call = calls.get(one.row)
        narrative = (narratives.get(one.row) if call else None) or (told.get(shown["id"]) if shown else None)
        hits.append(_hit(one, incidents, shown, call, centre, snippet(narrative or "", words)))
    return tuple(hits)


def _hit(
    one: Found,
    incidents: Mapping[str, RowMapping],
    shown: RowMapping | None,
    call: RowMapping | None,
    centre: Centre,
    told: str,
) -> Hit:
    if shown is None:
        at = call["answered_at"] if call else None
        return Hit(table=one.table, row=one.row, at=at, call_type=_type(call), snippet=told)
    own = incidents[one.incident or ""]
    merged = centre.number(own["day"], own["serial"]).full if own["id"] != shown["id"] else None
    place = (shown["address"] or shown["landmark"], shown["area_name"])
    return Hit(
        table=one.table,
        row=one.row,
        at=call["answered_at"] if call else own["opened_at"],
        incident=shown["id"],
        number=centre.number(shown["day"], shown["serial"]),
        asked=one.alias or merged,
        category=shown["category"],
        priority=Priority(shown["priority"]),
        closed=shown["closed_at"] is not None,
        restricted=shown["restricted"],
        place=", ".join(part for part in place if part),
        call_type=_type(call),
        snippet=told,
    )


def _type(call: RowMapping | None) -> CallType | None:
    return CallType(call["call_type"]) if call and call["call_type"] else None


def read_incidents(connection: Connection, ids: Collection[str]) -> dict[str, RowMapping]:
    """Incidents by id, with `area_name`, and those into which they were merged."""
    incident, area = TABLES["incident"], TABLES["area"]
    found: dict[str, RowMapping] = {}
    for _ in range(_MOST_MERGES):
        missing = set(ids) - set(found)
        if not missing:
            break
        statement = select(incident, area.c.name.label("area_name")).outerjoin(
            area, area.c.id == incident.c.area
        )
        rows = connection.execute(statement.where(incident.c.id.in_(missing))).mappings().all()
        found.update({one["id"]: one for one in rows})
        ids = {one["merged_into"] for one in rows if one["merged_into"]}
    return found


def _survivor(incidents: Mapping[str, RowMapping], incident: str) -> str:
    for _ in range(_MOST_MERGES):
        into = incidents[incident]["merged_into"]
        if into is None or into not in incidents:
            break
        incident = into
    return incident


def _calls(connection: Connection, ids: Collection[str]) -> dict[str, RowMapping]:
    if not ids:
        return {}
    call = TABLES["call"]
    rows = connection.execute(
        select(call.c.id, call.c.answered_at, call.c.call_type).where(call.c.id.in_(ids))
    ).mappings()
    return {one["id"]: one for one in rows}


def _calls_of(connection: Connection, incidents: Iterable[str]) -> list[tuple[str, str]]:
    """Incident and call, of the calls of these incidents, the first ones first."""
    call = TABLES["call"]
    rows = connection.execute(
        select(call.c.incident, call.c.id)
        .where(call.c.incident.in_(list(incidents)))
        .order_by(call.c.answered_at)
        .limit(_MOST_CALLS)
    )
    return [(incident, call_id) for incident, call_id in rows]


def snippet(narrative: str, words: Sequence[str]) -> str:
    """A line of the narrative about the first of the words that it has; its beginning when it has none."""
    line = " ".join(narrative.split())
    places = [at for at in (line.lower().find(word) for word in words) if at >= 0]
    start = max(0, min(places, default=0) - _BEFORE)
    if start:
        start = line.find(" ", start) + 1 or start
    part = line[start : start + SNIPPET]
    if start + SNIPPET < len(line):
        part = re.sub(r"\s\S*$", "", part) + "…"
    return ("…" if start else "") + part
