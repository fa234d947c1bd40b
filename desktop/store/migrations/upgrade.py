"""Bringing a database to this program's schema."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection

from desktop.store import migrations
from desktop.store.making import schema_version
from desktop.store.problems import StoreError
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction


def upgrade(connection: Connection) -> None:
    """Apply the revisions that a database lacks, all of them to an empty one, in the open transaction."""
    from alembic import command  # a tenth of the start of each command that upgrades nothing
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("version_locations", "\n".join(map(str, migrations.LOCATIONS)))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def upgrade_file(path: Path) -> Path | None:
    """Upgrade an embedded file, once no desk has it open; the copy made of it before, or None if it was new.

    StoreError: `not_found`, `newer`, `busy` while a desk writes, `full`, `read_only`, `damaged`.
    """
    if not path.exists():
        raise StoreError("not_found", str(path))
    engine = engine_for(path, writes=True)
    try:
        version = in_transaction(engine, schema_version)
        if version == migrations.HEAD:
            return None
        if version not in migrations.KNOWN:
            raise StoreError("newer", version)
        copy = _copy(path, version)
        in_transaction(engine, upgrade)
        return copy
    finally:
        engine.dispose()


def _copy(path: Path, version: str) -> Path:
    """A whole copy of the file beside it, named by the version that it had."""
    copy = path.with_name(f"{path.name}.before-{version}")
    beside = path.with_name(f".{copy.name}.unfinished")
    beside.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(beside)) as target:
        source.backup(target)
    beside.chmod(path.stat().st_mode)
    beside.replace(copy)
    return copy
