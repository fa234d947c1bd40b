"""What one engine compiled the next one uses."""

from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.engine.interfaces import CacheStats

from desktop.store.filters import among
from desktop.store.sqlite_engine import engine_for
from desktop.store.tables import TABLES, metadata, secret


def _told(path: Path, name: str) -> tuple[bytes, bool]:
    """What a file has under a name, and whether the statement was compiled already."""
    engine = engine_for(path, writes=True)
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(secret.insert().values(name=name, value=path.name.encode()))
        found = connection.execute(select(secret.c.value).where(secret.c.name == name))
        value = found.scalar_one()
        was_compiled = found.context.cache_hit is CacheStats.CACHE_HIT
    engine.dispose()
    return value, was_compiled


def test_engines_share_what_they_compile_and_no_values(tmp_path: Path) -> None:
    first, _ = _told(tmp_path / "one", "a")
    second, was_compiled = _told(tmp_path / "two", "b")
    assert (first, second) == (b"one", b"two")
    assert was_compiled


def test_one_parameter_is_not_given_two_values() -> None:
    unit, call = TABLES["unit"].c.id, TABLES["call"].c.id
    assert (among(unit, ["E1"]) & among(call, ["c"])).values == {"unit_id": ["E1"], "call_id": ["c"]}
    assert (among(unit, ["E1"]) & among(unit, ["E1"])).values == {"unit_id": ["E1"]}
    with pytest.raises(ValueError, match="differ"):
        among(unit, ["E1"]) & among(unit, ["E2"])
