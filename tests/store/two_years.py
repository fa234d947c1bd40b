"""A centre in which something happened already, written past `submit`: for what only reads."""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection, select, text

from desktop.domain.calls import CallType
from desktop.store.search_index import index_rows
from desktop.store.tables import TABLES, serial

NOW = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
ACT = str(uuid5(NAMESPACE_OID, "act"))


def key(name: str) -> str:
    """The id of a row."""
    return str(uuid5(NAMESPACE_OID, name))


def put_incident(
    connection: Connection,
    name: str,
    number: int,
    at: datetime = NOW,
    merged_into: str | None = None,
    **values: object,
) -> None:
    """Write an incident, and remember that its day has so many."""
    day = at.date()
    given = {
        "category": "fire",
        "priority": "P1",
        "restricted": False,
        "outside_city": False,
        "alarm_level": 0,
    }
    into = key(merged_into) if merged_into else None
    connection.execute(
        TABLES["incident"]
        .insert()
        .values(
            id=key(name),
            day=day,
            serial=number,
            opened_at=at,
            merged_into=into,
            last_act=ACT,
            **given | values,
        )
    )
    last = connection.execute(select(serial.c.last).where(serial.c.day == day)).scalar()
    if last is None:
        connection.execute(serial.insert().values(day=day, last=number))
    else:
        connection.execute(serial.update().where(serial.c.day == day).values(last=max(last, number)))
    index(connection, "incident", name)


def put_call(
    connection: Connection,
    name: str,
    incident: str | None = None,
    number: str | None = None,
    narrative: str | None = None,
    at: datetime = NOW,
    call_type: CallType | None = CallType.GENUINE,
) -> None:
    """Write a call."""
    about = key(incident) if incident else None
    connection.execute(
        TABLES["call"]
        .insert()
        .values(
            id=key(name),
            direction="in",
            channel="112",
            answered_at=at,
            attempts=0,
            partable=False,
            incident=about,
            call_type=call_type,
            last_act=ACT,
        )
    )
    connection.execute(
        TABLES["call_private"].insert().values(id=key(name), number=number, narrative=narrative, last_act=ACT)
    )
    index(connection, "call", name)


def index(connection: Connection, table: str, name: str) -> None:
    """Write the text of a row as `submit` does."""
    if connection.dialect.name == "sqlite":
        index_rows(connection, [(table, key(name))])
    else:
        connection.execute(text(f"select index_{table}s(array[cast(:id as uuid)])"), {"id": key(name)})


def furnish(connection: Connection) -> None:
    """Some incidents and calls of two years."""
    old = datetime(2025, 10, 24, 3, tzinfo=UTC)
    put_incident(connection, "old", 18, old, address="Jl. Gatot Subroto No. 9", area="51.71.02.1003")
    put_call(connection, "old call", "old", "0361223333", "Pohon tumbang menimpa mobil", old)
    put_incident(connection, "market", 18, address="Pasar Badung", landmark="Pos Satpam", closed_at=NOW)
    put_call(connection, "market 1", "market", "081238112204", "Asap tebal dari lantai dua, banyak pedagang")
    put_call(
        connection,
        "market 2",
        "market",
        "081999000111",
        "Asap hitam, tolong cepat",
        NOW + timedelta(minutes=1),
    )
    put_incident(connection, "double", 19, merged_into="market", address="Jl. Gajah Mada", category=None)
    put_incident(connection, "secret", 20, restricted=True, address="Jl. Kamboja 7", priority="P2")
    put_call(connection, "prank", None, "081238112204", "Tertawa, bilang rumah terbakar", NOW, CallType.PRANK)
    connection.execute(
        TABLES["incident_alias"]
        .insert()
        .values(
            id=key("alias"), number="PSC-77/2026", incident=key("secret"), reason="official", last_act=ACT
        )
    )
    connection.execute(
        TABLES["incident_alias"]
        .insert()
        .values(
            id=key("said"),
            number="DP 261124-S3-01",
            incident=key("market"),
            reason="provisional",
            last_act=ACT,
        )
    )
