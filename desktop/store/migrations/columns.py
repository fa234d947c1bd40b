"""Short words for columns, for revisions only.

What is here is part of every revision that was ever applied: it is added to, never changed.
"""

from typing import Any

from sqlalchemy import Boolean, Column, Date, Double, ForeignKey, Identity, Integer, LargeBinary, String, Text
from sqlalchemy.types import TypeEngine

from desktop.store.types import UtcTime, big_integer, json_type, uuid_type


def _column(
    name: str,
    kind: TypeEngine[Any],
    *,
    key: bool = False,
    null: bool = False,
    ref: str | None = None,
    deferred: bool = True,
    index: bool = False,
    counts: bool = False,
) -> Column[Any]:
    parts: list[Any] = []
    if ref is not None:
        parts.append(ForeignKey(ref, deferrable=True, initially="DEFERRED") if deferred else ForeignKey(ref))
    if counts:
        parts.append(Identity())
    return Column(name, kind, *parts, primary_key=key, nullable=null, index=index or None)


def text(name: str, limit: int = 500, **options: Any) -> Column[Any]:
    """A text of so many characters."""
    return _column(name, String(limit), **options)


def words(name: str, **options: Any) -> Column[Any]:
    """A text of any length."""
    return _column(name, Text(), **options)


def uuid(name: str, **options: Any) -> Column[Any]:
    """The id of a row or an act."""
    return _column(name, uuid_type(), **options)


def whole(name: str, **options: Any) -> Column[Any]:
    """A whole number of 32 bits."""
    return _column(name, Integer(), **options)


def big(name: str, **options: Any) -> Column[Any]:
    """A whole number of 64 bits."""
    return _column(name, big_integer(), **options)


def real(name: str, **options: Any) -> Column[Any]:
    """A floating number."""
    return _column(name, Double(), **options)


def truth(name: str, **options: Any) -> Column[Any]:
    """True or false."""
    return _column(name, Boolean(), **options)


def moment(name: str, **options: Any) -> Column[Any]:
    """A time, in UTC."""
    return _column(name, UtcTime(), **options)


def day(name: str, **options: Any) -> Column[Any]:
    """A date."""
    return _column(name, Date(), **options)


def json(name: str, **options: Any) -> Column[Any]:
    """A JSON value."""
    return _column(name, json_type(), **options)


def data(name: str, **options: Any) -> Column[Any]:
    """Bytes."""
    return _column(name, LargeBinary(), **options)


def acts(*groups: str) -> tuple[Column[Any], ...]:
    """The acts that last wrote each field group and the row."""
    return (*(uuid(f"{group}_act", null=True) for group in groups), uuid("last_act"))
