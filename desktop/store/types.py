"""Column types that both databases share."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, UUID, BigInteger, DateTime, Integer, String, TypeDecorator
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


class JsonValue(TypeDecorator[Any]):
    """A JSON value; NULL is SQL's own. PostgreSQL keeps it as JSONB."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """What PostgreSQL needs is imported only where there is one: it costs a start some 30 ms."""
        if dialect.name != "postgresql":
            return self.impl_instance
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB(none_as_null=True))


def uuid_type() -> TypeEngine[str]:
    """A UUID as text with dashes in Python: 36 characters in SQLite, native in PostgreSQL."""
    return String(36).with_variant(UUID(as_uuid=False), "postgresql")


def json_type() -> TypeEngine[Any]:
    """See `JsonValue`."""
    return JsonValue()


def big_integer() -> TypeEngine[int]:
    """64 bits; SQLite's own INTEGER has them and can be a row id."""
    return BigInteger().with_variant(Integer(), "sqlite")
