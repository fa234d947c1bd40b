"""The version of the schema. Each version is a revision in versions/, applied in order by `upgrade`."""

KNOWN = ("0001",)
"""Revisions that this program knows, oldest first; a database's table `alembic_version` says which it has."""

HEAD = KNOWN[-1]
"""The revision that this program writes."""

SCHEMA_VERSION = len(KNOWN)
"""The same as a number, for people."""
