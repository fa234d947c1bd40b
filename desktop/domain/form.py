"""The form of an act: what JSON and both databases can carry at all, looked at before its meaning.

A text with NUL, a time without an offset, a number that is not finite or of a column's type: no operator
types them, but a bug or another program may, and both databases must then answer alike.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime

from desktop.domain.acts import FORMAT, Act, Change, Refusal
from desktop.domain.clock import FIRST_MOMENT, LAST_MOMENT
from desktop.domain.records import Kind
from desktop.domain.schema import TABLES

NUMBER_LIMIT = 2**53
"""Beyond it, readers of JSON disagree about whole numbers (RFC 8259, section 6)."""

DEPTH_LIMIT = 8
"""Levels of lists and objects inside a JSON value (our bound)."""

CLAIM_LIMIT = 64
"""Characters of `claimed_by`, a login."""

_UNFIT = re.compile("[\x00\ud800-\udfff]")


def unfit(act: Act) -> Refusal | None:
    """`format` for a format that is not known, `form` with the place of what nobody can write down."""
    if act.format != FORMAT:
        return Refusal("format")
    for name in ("id", "kind"):
        if not _fits_text(getattr(act, name)):
            return Refusal("form", column=name)
    for name, limit in (("note", None), ("claimed_by", CLAIM_LIMIT)):
        text = getattr(act, name)
        if text is not None and (not _fits_text(text) or (limit is not None and len(text) > limit)):
            return Refusal("form", column=name)
    if act.occurred_at is not None and not _fits_time(act.occurred_at):
        return Refusal("form", column="occurred_at")
    return next(filter(None, map(_unfit_change, act.changes)), None)


def _unfit_change(change: Change) -> Refusal | None:
    if not (_fits_text(change.table) and _fits_text(change.row)):
        return Refusal("form")
    base = change.base.items()
    if not all(_fits_text(group) and (act is None or _fits_text(act)) for group, act in base):
        return Refusal("form", change.table, change.row)
    table = TABLES.get(change.table)
    for name in sorted(change.values):
        column = table.column(name) if table is not None else None
        value = change.values[name]
        if column is None:
            fits = _fits_text(name) and _fits_any(value)
        else:
            fits = value is None or fits_kind(column.kind, value)
        if not fits:
            return Refusal("form", change.table, change.row, name)
    return None


def fits_kind(kind: Kind, value: object) -> bool:
    """Whether a value (not None) is of that kind and can be written down."""
    match kind:
        case Kind.TEXT | Kind.UUID:
            return _fits_text(value)
        case Kind.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= NUMBER_LIMIT
        case Kind.REAL:
            return _fits_number(value)
        case Kind.BOOLEAN:
            return isinstance(value, bool)
        case Kind.TIME:
            return _fits_time(value)
        case Kind.DATE:
            return _fits_date(value)
        case Kind.JSON:
            return isinstance(value, Mapping) and _fits_json(value, DEPTH_LIMIT)


def _fits_any(value: object) -> bool:
    return _fits_time(value) or _fits_date(value) or _fits_json(value, DEPTH_LIMIT)


def _fits_text(value: object) -> bool:
    return isinstance(value, str) and _UNFIT.search(value) is None


def _fits_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= NUMBER_LIMIT


def _fits_time(value: object) -> bool:
    if not isinstance(value, datetime) or value.tzinfo is None:
        return False
    return FIRST_MOMENT <= value <= LAST_MOMENT


def _fits_date(value: object) -> bool:
    if isinstance(value, datetime) or not isinstance(value, date):
        return False
    return FIRST_MOMENT.date() <= value <= LAST_MOMENT.date()


def _fits_json(value: object, depth: int) -> bool:
    if value is None or isinstance(value, bool) or _fits_text(value) or _fits_number(value):
        return True
    if depth == 0:
        return False
    if isinstance(value, Mapping):
        return all(_fits_text(key) and _fits_json(one, depth - 1) for key, one in value.items())
    return isinstance(value, list | tuple) and all(_fits_json(one, depth - 1) for one in value)
