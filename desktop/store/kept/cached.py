"""The picture that lies on the disk, for signing in while the server is gone.

It holds the centre, its reference data, units, what is open or was closed today, and running calls; no
callers, no patients, no journal, and of restricted incidents only what everybody may read. It is encrypted
for who has set a PIN here, and of no use after twelve hours.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from nacl.public import PublicKey

from desktop.domain.acts import decode_value, encode_value
from desktop.domain.centre import Centre
from desktop.domain.records import Row, Value
from desktop.domain.schema import SIDE_TABLES, TABLES
from desktop.store.kept.boxes import BoxFile, read_boxes
from desktop.store.kept.keys import PIN_LASTS, Holder
from desktop.store.kept.known import Known
from desktop.store.masks import MASKED
from desktop.store.problems import StoreError

_LEFT_OUT = frozenset({*SIDE_TABLES, "external_reference", "glass"})


@dataclass(frozen=True, slots=True)
class Cached:
    """A picture from the disk. `workstation`: its number. `saved_at`: by the workstation's clock (aware)."""

    centre: Centre
    workstation: int
    known: Known
    saved_at: datetime


def write_cached(path: Path, cached: Cached, readers: Mapping[str, PublicKey]) -> None:
    """Put a picture on the disk in place of the one before. StoreError of the disk."""
    known = cached.known
    entry = {
        "centre": {name: encode_value(value) for name, value in asdict(cached.centre).items()},
        "workstation": cached.workstation,
        "saved_at": cached.saved_at.isoformat(),
        "taken_at": known.taken_at.isoformat(),
        "operators": dict(known.operators),
        "unknown": sorted(known.unknown),
        "rows": {name: _rows_json(name, known) for name in TABLES if name not in _LEFT_OUT},
    }
    BoxFile.make(path, readers, {"centre": cached.centre.id}, [entry])


def read_cached(path: Path, holder: Holder, now: datetime) -> Cached:
    """The picture on the disk. StoreError `not_found` without one, or when it is too old: then it is removed;
    `sealed_otherwise` when it is not for this operator, `damaged`.
    """
    try:
        found = read_boxes(path, holder.secret).entries
        entry = found[0]
        saved_at = datetime.fromisoformat(entry["saved_at"])
        if not saved_at <= now + PIN_LASTS or now - saved_at > PIN_LASTS:
            path.unlink(missing_ok=True)
            raise StoreError("not_found", str(path))
        return _cached(entry, saved_at)
    except FileNotFoundError as error:
        raise StoreError("not_found", str(path)) from error
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise StoreError("damaged", str(path)) from error


def _cached(entry: Mapping[str, Any], saved_at: datetime) -> Cached:
    rows: dict[str, Mapping[str, Row]] = {name: {} for name in TABLES}
    for name, given in entry["rows"].items():
        rows[name] = {row: _row_from(name, values) for row, values in given.items()}
    for side, parent in SIDE_TABLES.items():
        rows[side] = {row: _nothing(side, values) for row, values in rows[parent].items()}
    centre = {**entry["centre"], "made_at": datetime.fromisoformat(entry["centre"]["made_at"])}
    known = Known(
        rows=rows,
        operators=entry["operators"],
        taken_at=datetime.fromisoformat(entry["taken_at"]),
        unknown=frozenset(entry["unknown"]),
        hidden=True,
    )
    return Cached(Centre(**centre), int(entry["workstation"]), known, saved_at)


def _rows_json(name: str, known: Known) -> dict[str, Any]:
    return {
        row: {column: encode_value(value) for column, value in _open_to_all(name, values, known).items()}
        for row, values in known.rows[name].items()
    }


def _open_to_all(name: str, values: Row, known: Known) -> Row:
    """A row without what not everybody may read."""
    if name not in MASKED:
        return values
    own = values if name == "incident" else known.rows["incident"].get(str(values.get("incident")))
    if own is None or not own["restricted"]:
        return values
    hidden: dict[str, Value] = {
        column: None if mask == "null" else "" for column, mask in MASKED[name][1].items()
    }
    return {**values, **hidden}


def _row_from(name: str, values: Mapping[str, Any]) -> Row:
    columns = TABLES[name].by_name
    return {
        column: decode_value(columns[column], value) if column in columns else value
        for column, value in values.items()
    }


def _nothing(side: str, parent: Row) -> Row:
    """A personal row of which nothing is known."""
    table = TABLES[side]
    empty: dict[str, Value] = {one.name: one.default for one in table.columns}
    empty.update(dict.fromkeys(f"{group}_act" for group in table.groups))
    empty["last_act"] = parent["last_act"]
    return empty
