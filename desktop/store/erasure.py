"""Emptying what is personal: on a file here, on a server by 75_erasure.sql, and both alike.

An act of the kind `personal.erased` empties the rows themselves; what the journal kept of them goes with it.
Names of columns stay beside empty values, so that `verify` can apply the acts again and still compare all
else. What was emptied cannot come back: an act sent once more is known by its id, and one that was never
sent names field groups that the erasure has written since.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select, update

from desktop.domain.acts import Act
from desktop.domain.kinds_erasure import ERASED, NOTE, TOMBSTONE
from desktop.domain.schema import SIDE_TABLES
from desktop.store.journal import Json
from desktop.store.sqlite_engine import BUSY_SECONDS
from desktop.store.tables import access_log, act_private, act_subject
from desktop.store.tables import act as act_table

SHORTEST_NUMBER = 6
"""Digits of the shortest telephone number that is a person's (our bound; 75_erasure.sql has it too)."""


def empty_halves(connection: Connection, act: Act, now: datetime) -> None:
    """Empty what the journal and the log of looks kept of the rows that an act erases, its own half too.

    `now` (aware) is left as the tombstone. The act's note stays: it is the reason.
    """
    numbers: set[str] = set()
    notes = [change.row for change in act.changes if change.table == NOTE]
    connection.execute(
        update(act_private).where(act_private.c.act.in_(notes)).values(note=None, erased_at=now)
    )
    for change in (one for one in act.changes if one.table != NOTE):
        parent = SIDE_TABLES[change.table]
        for half in _halves(connection, parent, change.row):
            numbers |= _numbers(half, change.table, change.row)
            _empty_half(connection, half, change.table, change.row, now)
    calls = [change.row for change in act.changes if change.table == "call_private"]
    emptied = update(access_log).values(subject=access_log.c.id)
    connection.execute(emptied.where(access_log.c.call.in_(calls)))
    for number in numbers:  # looks outside these calls name it, too
        connection.execute(emptied.where(func.instr(access_log.c.subject, number) > 0))


def _numbers(half: Mapping[Any, Any], table: str, row: str) -> set[str]:
    """The numbers that a call had in an act and before it."""
    places = {item["at"] for item in half["changes"] if (item["table"], item["row"]) == (table, row)}
    written = (
        str(item["values"].get("number") or "").lstrip("+")
        for item in (*half["changes"], *half["before"])
        if item["at"] in places
    )
    return {number for number in written if len(number) >= SHORTEST_NUMBER}


def _halves(connection: Connection, table: str, row: str) -> Sequence[Mapping[Any, Any]]:
    statement = (
        select(act_private, act_table.c.kind)
        .join(act_table, act_table.c.id == act_private.c.act)
        .join(act_subject, act_subject.c.act == act_private.c.act)
        .where(act_subject.c.table_name == table, act_subject.c.row_id == row)
    )
    return connection.execute(statement).mappings().all()


def _empty_half(connection: Connection, half: Mapping[Any, Any], table: str, row: str, now: datetime) -> None:
    places = {item["at"] for item in half["changes"] if (item["table"], item["row"]) == (table, row)}
    note = half["note"] if half["kind"] == ERASED else None
    if not places and note == half["note"]:
        return
    values = {
        "note": note,
        "changes": list(_emptied(half["changes"], places)),
        "before": list(_emptied(half["before"], places)),
        "erased_at": now,
    }
    connection.execute(update(act_private).where(act_private.c.act == half["act"]).values(values))


def _emptied(items: Sequence[Json], places: Collection[int]) -> Iterator[Json]:
    for item in items:
        if item["at"] in places:
            values = {name: value if name == TOMBSTONE else None for name, value in item["values"].items()}
            yield {**item, "values": values}
        else:
            yield item


def wipe(path: Path) -> None:
    """Leave no trace of what was emptied in a file's free space, index and log.

    The whole file is written anew, which takes seconds in a large one and wants the file for itself:
    sqlite3.OperationalError when another process uses it for too long.
    """
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as file:
        file.execute("INSERT INTO search(search) VALUES ('optimize')")
        file.execute("VACUUM")
        busy, _, _ = file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("the log is in use")
