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
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from desktop.domain.records import Column, Kind, Row, Value
from desktop.domain.schema import TABLES

T = TypeVar("T")

FORMAT = 1
NOTE_LIMIT = 8000
"""Characters of a note (our choice)."""

BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""Characters that say nothing (Unicode's white space and Python's): a note of these alone is none."""

DATE_FORM = "(19[7-9][0-9]|2[01][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
TIME_FORM = (
    DATE_FORM + r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?"
    r"(Z|[+-](0[0-9]|1[0-5]):[0-5][0-9])"
)
"""Dates and times as acts write them, as regular expressions that both databases read alike."""


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
    """What an accepted act drew.

    `numbers`: incident id → (day, serial). `again`: the act had been accepted before.
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
    except (TypeError, ValueError, OverflowError) as error:
        raise BadActError(f"{column.name}: not of kind {column.kind}") from error
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
    if not re.fullmatch(TIME_FORM, _text(value)):
        raise ValueError
    return datetime.fromisoformat(value).astimezone(UTC)


def _date(value: Any) -> date:
    if not re.fullmatch(DATE_FORM, _text(value)):
        raise ValueError
    return date.fromisoformat(value)


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
    Kind.DATE: _date,
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


def decode(data: Any) -> Act:
    """The act in a JSON object. BadActError when it is none."""
    try:
        data = _object(data)
        if _integer(data["format"]) != FORMAT:
            raise BadActError("format: not known")
        return Act(
            id=_text(data["id"]),
            kind=_text(data["kind"]),
            changes=tuple(decode_changes(data["changes"])),
            note=_or_none(_text, data.get("note")),
            occurred_at=_or_none(_time, data.get("occurred_at")),
            claimed_by=_or_none(_text, data.get("claimed_by")),
            source=Source(data["source"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadActError(str(error)) from error


def decode_changes(items: Any) -> list[Change]:
    """The changes in a JSON list. BadActError for tables and columns that nobody knows."""
    if not isinstance(items, list):
        raise BadActError("changes: no list")
    try:
        return [_decode_change(_object(item)) for item in items]
    except (KeyError, TypeError, ValueError) as error:
        raise BadActError(str(error)) from error


def known_items(items: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Of a journal's changes, or the values before them, what this program knows.

    Desks go on working while the centre is upgraded: a later program then writes tables and columns beside
    them.
    """
    return [
        {**item, "values": {name: item["values"][name] for name in item["values"] if table.column(name)}}
        for item in items
        if (table := TABLES.get(item["table"])) is not None
    ]


def _decode_change(item: Mapping[str, Any]) -> Change:
    table = TABLES.get(_text(item["table"]))
    if table is None:
        raise BadActError("table: not known")
    values: dict[str, Value] = {}
    for name, value in _object(item["values"]).items():
        column = table.column(name)
        if column is None:
            raise BadActError(f"column of {table.name}: not known")
        values[name] = decode_value(column, value)
    base = _object({} if item.get("base") is None else item["base"])
    given = {group: _or_none(_text, act) for group, act in base.items()}
    return Change(table.name, Op(item["op"]), _text(item["row"]), values, given)


def _or_none(decoder: Callable[[Any], T], value: Any) -> T | None:
    return None if value is None else decoder(value)
