"""A centre with a past: many closed incidents, written in bulk, for measuring only."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.ids import new_id
from desktop.store.making import make_file
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction
from desktop.store.tables import TABLES, act, act_private, act_subject, operator, search_row

WORDS = ("kebakaran", "banjir", "pohon", "sakit", "motor", "jalan", "rumah", "pasar", "ular", "listrik")
STREETS = ("Jl. Tukad Badung", "Gg. Mawar", "Jl. Gunung Agung", "Jl. Pura Demak", "Jl. Hayam Wuruk")
CHUNK = 5000


def make_centre(path: Path, city: str = "denpasar", past: int = 0) -> None:
    """Make a training centre at `path` with that many incidents closed on earlier days."""
    pack = read_pack(pack_folder(city))
    centre = pack_centre(pack, centre_id=new_id(), training=True, made_at=datetime.now(UTC))
    make_file(path, centre, pack_act(pack, new_id()))
    engine = engine_for(path, writes=True)
    try:
        in_transaction(engine, _add_operator)
        for begin in range(0, past, CHUNK):
            in_transaction(engine, partial(_fill, begin=begin, count=min(CHUNK, past - begin)))
    finally:
        engine.dispose()


def _add_operator(connection: Connection) -> None:
    roles = ["administrator", "call_taker", "dispatcher", "supervisor"]
    connection.execute(
        operator.insert(),
        [
            {"login": login, "name": login.title(), "roles": roles, "made_at": datetime.now(UTC)}
            for login in ("latihan", "wayan")
        ],
    )


def _fill(connection: Connection, begin: int, count: int) -> None:
    areas = connection.execute(select(TABLES["area"].c.id).where(TABLES["area"].c.parent.is_not(None)))
    codes = [str(one.id) for one in areas]
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("act", "act_private", "act_subject", "incident", "call", "search_row")
    }
    rows["incident_private"], rows["call_private"] = [], []
    for at in range(begin, begin + count):
        _past_incident(rows, at, codes[at % len(codes)])
    connection.execute(act.insert(), rows["act"])
    connection.execute(act_private.insert(), rows["act_private"])
    connection.execute(act_subject.insert(), rows["act_subject"])
    for name in ("incident", "incident_private", "call", "call_private"):
        connection.execute(TABLES[name].insert(), rows[name])
    connection.execute(search_row.insert(), rows["search_row"])


def _past_incident(rows: dict[str, list[dict[str, Any]]], at: int, area: str) -> None:
    incident, call, entry = new_id(), new_id(), new_id()
    day = date(2025, 1, 1) + timedelta(days=at // 300)
    opened = datetime(day.year, day.month, day.day, at % 24, at % 60, tzinfo=UTC)
    place = f"{STREETS[at % len(STREETS)]} {at % 200}"
    narrative = f"{WORDS[at % 10]} {WORDS[at // 10 % 10]} dekat {WORDS[at // 100 % 10]} nomor {at}"
    number = f"0812{at % 100_000_000:08d}"
    rows["act"].append(
        {
            "id": entry,
            "sequence": at + 10,
            "kind": "incident.opened",
            "format": 1,
            "source": "import",
            "author": "latihan",
            "recorded_at": opened,
            "changes": [],
            "before": [],
            "numbers": {},
            "digest": b"",
        }
    )
    rows["act_private"].append({"act": entry, "note": None, "changes": [], "before": []})
    rows["act_subject"].append({"act": entry, "table_name": "incident", "row_id": incident})
    common = {"last_act": entry}
    rows["incident"].append(
        {
            **common,
            "id": incident,
            "day": day,
            "serial": at % 300 + 1,
            "opened_at": opened,
            "opened_by": "latihan",
            "category": "flood",
            "priority": "P2",
            "alarm_level": 0,
            "address": place,
            "area": area,
            "outside_city": False,
            "restricted": False,
            "closed_at": opened + timedelta(hours=1),
            "outcome": None,
        }
    )
    rows["incident_private"].append({**common, "id": incident})
    rows["call"].append(
        {
            **common,
            "id": call,
            "direction": "in",
            "channel": "112",
            "answered_at": opened,
            "ended_at": opened + timedelta(minutes=2),
            "call_type": "genuine",
            "attempts": 0,
            "incident": incident,
            "partable": False,
        }
    )
    rows["call_private"].append({**common, "id": call, "number": number, "narrative": narrative})
    body = f"dp {day:%y%m%d}-{at % 300 + 1:03d} {place.lower()}"
    rows["search_row"].append({"table_name": "incident", "row_id": incident, "at": opened, "body": body})
    text = f"{number} \n {narrative}"
    rows["search_row"].append({"table_name": "call", "row_id": call, "at": opened, "body": text})
