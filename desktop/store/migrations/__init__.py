"""The version of the schema. Each version is a revision in versions/, applied in order by `upgrade`."""

from pathlib import Path

KNOWN = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
)
"""Revisions that this program knows, oldest first; a database's table `alembic_version` says which it has."""

HEAD = KNOWN[-1]
"""The revision that this program writes."""

SERVED = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
)
"""Revisions whose desks may go on with a server's database of this one: they must be updated, but not at
once. A revision that only adds keeps those before it."""

LOCATIONS = (Path(__file__).parent / "versions",)
"""Folders with revisions."""

VERSION_TABLE = "alembic_version"
"""Where a database keeps the revision of its schema."""

MAKE_VERSION_TABLE = (
    f"CREATE TABLE {VERSION_TABLE} (\n"
    f"version_num VARCHAR(32) NOT NULL, \nCONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num)\n)"
)
"""The table as alembic makes it, for databases that are made without alembic."""
