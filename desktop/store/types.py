"""Column types that both databases share."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Integer, String, TypeDecorator
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC. ValueError for a time without an offset."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite knows no offsets and is given none."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without an offset: {value}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Back to an aware time in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def uuid_type() -> TypeEngine[str]:
    """A UUID as text with dashes in Python: 36 characters in SQLite, native in PostgreSQL."""
    return String(36).with_variant(postgresql.UUID(as_uuid=False), "postgresql")


def json_type() -> TypeEngine[Any]:
    """A JSON value; NULL is SQL's own."""
    return JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def big_integer() -> TypeEngine[int]:
    """64 bits; SQLite's own INTEGER has them and can be a row id."""
    return BigInteger().with_variant(Integer(), "sqlite")
