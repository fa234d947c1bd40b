"""A centre with a past and a present, for measuring only.

Past incidents are written in bulk, as no act ever did; what is open now comes about by operations, as at a
desk.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from desktop.domain.centre import Centre
from desktop.domain.incidents import Incident
from desktop.domain.reference import Area, AreaLevel, Role
from desktop.domain.units import Unit, UnitStatus
from desktop.operations.calls import hang_up, take_call
from desktop.operations.desk import Desk, Done, advanced, made
from desktop.operations.incidents import open_incident
from desktop.operations.packs import CityPack, pack_act, pack_centre, pack_folder, read_pack
from desktop.operations.units import assign_units
from desktop.runtime.ids import new_id
from desktop.runtime.services import TRAINING_LOGIN, Services, open_services
from desktop.store.accounts import add_operator
from desktop.store.making import make_file
from desktop.store.queries import read_call, read_records, read_units
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction
from desktop.store.tables import TABLES, act, act_private, act_subject, search_row

LAST_DAY = datetime.now(UTC).date() - timedelta(days=2)
A_DAY = 300
"""Incidents of a past day."""
CHUNK = 5000
OF_PAST = ("incident", "incident_private", "call", "call_private", "assignment")
WORDS = ("kebakaran", "banjir", "pohon", "sakit", "motor", "jalan", "rumah", "pasar", "ular", "listrik")
STREETS = ("Jl. Tukad Badung", "Gg. Mawar", "Jl. Gunung Agung", "Jl. Pura Demak", "Jl. Hayam Wuruk")


def make_centre(
    path: Path, *, past: int = 0, opened: int = 0, units: int = 0, city: str = "denpasar"
) -> None:
    """Make a training centre with `past` incidents closed on earlier days and `opened` that are open now.

    `units`: how many units there are, where the city's own are fewer.
    """
    pack = read_pack(pack_folder(city))
    centre = pack_centre(pack, centre_id=new_id(), training=True, made_at=datetime.now(UTC))
    make_file(path, centre, pack_act(with_units(pack, units), new_id()))
    engine = engine_for(path, writes=True)
    try:
        for login in (TRAINING_LOGIN, "wayan"):
            account = partial(
                add_operator, login=login, name=login.title(), roles=frozenset(Role), password=None
            )
            in_transaction(engine, account)
        for begin in range(0, past, CHUNK):
            in_transaction(engine, partial(fill, centre=centre, begin=begin, count=min(CHUNK, past - begin)))
    finally:
        engine.dispose()
    if opened:
        asyncio.run(_open(path, opened))


def past_day(at: int) -> date:
    """The day of a past incident: the first of them are the last that there were."""
    return LAST_DAY - timedelta(days=at // A_DAY)


def past_number(at: int) -> str:
    """The number, in its normal form, of the caller of a past incident; it called for every 20,000th."""
    return f"0812{at % 20_000 * 61_803_399 % 100_000_000:08d}"


def past_narrative(at: int) -> str:
    """What that caller said."""
    return f"{WORDS[at % 10]} {WORDS[at // 10 % 10]} dekat {WORDS[at // 100 % 10]} nomor {at}"


@asynccontextmanager
async def signed_in(path: Path) -> AsyncIterator[tuple[Services, Desk]]:
    """A desk without a window at a centre's file, its board in step."""
    services = await open_services(path)
    try:
        yield services, await services.sign_in(TRAINING_LOGIN, None)
    finally:
        await services.close()


async def open_one(desk: Desk, **values: Any) -> Incident:
    """Take a call, open an incident from it and hang up."""
    taken = await take_call(desk)
    assert isinstance(taken, Done), taken
    call = await desk.store.read(lambda connection: read_call(connection, taken.row))
    assert call is not None
    opened = await open_incident(desk, call, values)
    assert isinstance(opened, Done), opened
    ended = await hang_up(desk, advanced(call.call, opened))
    assert isinstance(ended, Done), ended
    return made(Incident, opened, opened.row)


async def _open(path: Path, count: int) -> None:
    """Open incidents, with a unit for every other one as long as there are free ones."""
    async with signed_in(path) as (services, desk):
        known = services.follower.board.reference
        areas = [one.id for one in known.areas.values() if one.level is AreaLevel.KELURAHAN]
        kinds = [None, *known.categories]
        free = [one for one in await desk.store.read(read_units) if one.status is UnitStatus.AVAILABLE]
        for at in range(count):
            incident = await open_one(
                desk,
                address=f"{STREETS[at % len(STREETS)]} {at}",
                area=areas[at % len(areas)],
                category=kinds[at % len(kinds)],
                narrative=past_narrative(at),
            )
            if at % 2 == 0 and free:
                sent = await assign_units(desk, incident, [free.pop()])
                assert isinstance(sent, Done), sent


def with_units(pack: CityPack, count: int) -> CityPack:
    """The pack with as many units, the city's own and others made after them."""
    own = len(pack.units)
    more = (
        replace(one, id=f"{one.id}-{at}", call_sign=f"{one.call_sign}-{at}", rank=own + at)
        for at, one in enumerate(islice(cycle(pack.units), max(0, count - own)))
    )
    return replace(pack, units=(*pack.units, *more))


def fill(connection: Connection, centre: Centre, begin: int, count: int) -> None:
    """Write past incidents, from `begin` on, so many."""
    areas = [one.id for one in read_records(connection, Area) if one.level is AreaLevel.KELURAHAN]
    units = [one.id for one in read_records(connection, Unit)]
    rows: dict[str, list[dict[str, Any]]] = {}
    for at in range(begin, begin + count):
        for table, row in _past_incident(at, centre.letters, areas[at % len(areas)], units[at % len(units)]):
            rows.setdefault(table, []).append(row)
    for own in (act, act_private, act_subject):
        connection.execute(own.insert(), rows[own.name])
    for name in OF_PAST:
        connection.execute(TABLES[name].insert(), rows[name])
    connection.execute(search_row.insert(), rows["search_row"])


def _past_incident(at: int, letters: str, area: str, unit: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of one past incident with its act, call, unit and texts."""
    incident, call, entry = new_id(), new_id(), new_id()
    day, serial = past_day(at), at % A_DAY + 1
    opened = datetime(day.year, day.month, day.day, at % 24, at % 60, tzinfo=UTC)
    closed = opened + timedelta(hours=1)
    place = f"{STREETS[at % len(STREETS)]} {at % 200}"
    number, narrative = past_number(at), past_narrative(at)
    yield "act", _entry(entry, at, opened)
    yield "act_private", {"act": entry, "note": None, "changes": [], "before": []}
    yield "act_subject", {"act": entry, "table_name": "incident", "row_id": incident}
    yield (
        "incident",
        {
            "id": incident,
            "last_act": entry,
            "day": day,
            "serial": serial,
            "opened_at": opened,
            "opened_by": TRAINING_LOGIN,
            "priority": "P2",
            "alarm_level": 0,
            "address": place,
            "area": area,
            "outside_city": False,
            "restricted": False,
            "closed_at": closed,
        },
    )
    yield "incident_private", {"id": incident, "last_act": entry}
    yield (
        "call",
        {
            "id": call,
            "last_act": entry,
            "direction": "in",
            "channel": "112",
            "answered_at": opened,
            "ended_at": opened + timedelta(minutes=2),
            "call_type": "genuine",
            "attempts": 0,
            "incident": incident,
            "partable": False,
        },
    )
    yield "call_private", {"id": call, "last_act": entry, "number": number, "narrative": narrative}
    yield (
        "assignment",
        {
            "id": new_id(),
            "last_act": entry,
            "unit": unit,
            "incident": incident,
            "state": "ended",
            "ended_as": "finished",
            "assigned_at": opened,
            "ended_at": closed,
        },
    )
    text = f"{letters} {day:%y%m%d}-{serial:03d} {day:%d}-{serial:03d} \n {place}".lower()
    yield "search_row", {"table_name": "incident", "row_id": incident, "at": opened, "body": text}
    text = f"{number} \n {narrative}"
    yield "search_row", {"table_name": "call", "row_id": call, "at": opened, "body": text}


def _entry(entry: str, at: int, recorded: datetime) -> dict[str, Any]:
    return {
        "id": entry,
        "sequence": at + 10,
        "kind": "incident.opened",
        "format": 1,
        "source": "import",
        "author": TRAINING_LOGIN,
        "recorded_at": recorded,
        "changes": [],
        "before": [],
        "numbers": {},
        "digest": b"",
    }
