"""Acts: what one person or clock did in one moment, and their form in JSON.

The form is format 1:

    {"id": "0192…", "format": 1, "kind": "incident.opened", "source": "typed",
     "changes": [{"table": "incident", "op": "insert", "row": "0192…", "values": {"address": "Gg. Mawar 5"}},
                 {"table": "call", "op": "update", "row": "0192…", "values": {"incident": "0192…"},
                  "base": {"incident": null}}],
     "note": null, "occurred_at": null, "claimed_by": null}

Times are ISO 8601 with an offset, dates `YYYY-MM-DD`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from desktop.domain.records import Column, Kind, Row, Value
from desktop.domain.schema import TABLES

FORMAT = 1
NOTE_LIMIT = 8000
"""Characters of a note (our choice)."""


class Op(StrEnum):
    """What a change does to its row."""

    INSERT = "insert"
    UPDATE = "update"


class Source(StrEnum):
    """How an act came to be written."""

    TYPED = "typed"
    OUTAGE = "outage"
    PAPER = "paper"
    CORRECTION = "correction"
    IMPORT = "import"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True)
class Change:
    """One row written. `base` (updates only): for each group written, the act that last wrote it."""

    table: str
    op: Op
    row: str
    values: Row
    base: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Act:
    """An entry of the journal. `occurred_at` (aware) and `claimed_by` are claims and shown as such."""

    id: str
    kind: str
    changes: tuple[Change, ...]
    note: str | None = None
    occurred_at: datetime | None = None
    claimed_by: str | None = None
    source: Source = Source.TYPED
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act was not accepted; it left nothing behind.

    `code` is one of the codes of `desktop.domain.apply` or the name of a guard. `act` is the act in the way.
    """

    code: str
    table: str | None = None
    row: str | None = None
    column: str | None = None
    """The column or the field group that was in the way."""
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What an accepted act drew and replaced.

    `numbers`: incident id → (day, serial). `before`: the values that updates replaced, a change each.
    `again`: the act had been accepted before.
    """

    act: str
    sequence: int
    recorded_at: datetime
    numbers: Mapping[str, tuple[date, int]] = field(default_factory=dict)
    again: bool = False


class BadActError(ValueError):
    """A text that is not an act in format 1; the message says where."""


def encode_value(value: Value) -> Any:
    """A value as JSON knows it: times in UTC with microseconds, dates as ISO."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value


def decode_value(column: Column, value: Any) -> Value:
    """A JSON value as the column's type. BadActError when it is of another type."""
    if value is None:
        return None
    try:
        found: Value = _DECODERS[column.kind](value)
    except (TypeError, ValueError) as error:
        raise BadActError(f"{column.name}: {value!r} is no {column.kind}") from error
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value


def _real(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise TypeError
    return float(value)


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _time(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError("no offset")
    return moment.astimezone(UTC)


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError
    return value


_DECODERS: Mapping[Kind, Any] = {
    Kind.TEXT: _text,
    Kind.UUID: _text,
    Kind.INTEGER: _integer,
    Kind.REAL: _real,
    Kind.BOOLEAN: _boolean,
    Kind.TIME: _time,
    Kind.DATE: lambda value: date.fromisoformat(_text(value)),
    Kind.JSON: _object,
}


def encode(act: Act) -> dict[str, Any]:
    """The act as JSON."""
    return {
        "id": act.id,
        "format": act.format,
        "kind": act.kind,
        "source": act.source.value,
        "changes": [encode_change(change) for change in act.changes],
        "note": act.note,
        "occurred_at": encode_value(act.occurred_at),
        "claimed_by": act.claimed_by,
    }


def encode_change(change: Change) -> dict[str, Any]:
    """A change as JSON; a base only where there is one."""
    found: dict[str, Any] = {
        "table": change.table,
        "op": change.op.value,
        "row": change.row,
        "values": {name: encode_value(value) for name, value in change.values.items()},
    }
    if change.op is Op.UPDATE:
        found["base"] = dict(change.base)
    return found


def decode(data: Mapping[str, Any]) -> Act:
    """The act in a JSON object. BadActError when it is none."""
    try:
        if data["format"] != FORMAT:
            raise BadActError(f"format {data['format']!r} is not known")
        occurred = data.get("occurred_at")
        return Act(
            id=_text(data["id"]),
            kind=_text(data["kind"]),
            changes=tuple(decode_changes(data["changes"])),
            note=data.get("note"),
            occurred_at=None if occurred is None else _time(occurred),
            claimed_by=data.get("claimed_by"),
            source=Source(data["source"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadActError(str(error)) from error


def decode_changes(items: Sequence[Mapping[str, Any]]) -> list[Change]:
    """The changes in a JSON list. BadActError for tables and columns that nobody knows."""
    return [_decode_change(item) for item in items]


def _decode_change(item: Mapping[str, Any]) -> Change:
    table = TABLES.get(item["table"])
    if table is None:
        raise BadActError(f"no table {item['table']!r}")
    values: dict[str, Value] = {}
    for name, value in item["values"].items():
        column = table.column(name)
        if column is None:
            raise BadActError(f"no column {table.name}.{name}")
        values[name] = decode_value(column, value)
    return Change(table.name, Op(item["op"]), _text(item["row"]), values, dict(item.get("base") or {}))
