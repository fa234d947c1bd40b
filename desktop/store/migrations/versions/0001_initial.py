"""The first schema."""

from alembic import op
from sqlalchemy import Sequence, text
from sqlalchemy.schema import CreateSequence

from desktop.store.migrations.initial_domain import make_domain_tables
from desktop.store.migrations.initial_own import make_own_tables

revision = "0001"
down_revision = None

_INDEXES = (
    ("act_subject", "row", ("table_name", "row_id")),
    ("assignment", "incident", ("incident",)),
    ("referral", "incident", ("incident",)),
    ("call", "incident", ("incident",)),
    ("call", "answered_at", ("answered_at",)),
    ("call_private", "number", ("number",)),
    ("block", "call", ("call",)),
    ("incident_alias", "number", ("number",)),
    ("glass", "incident", ("incident",)),
    ("act", "author", ("author", "recorded_at")),
    ("incident_relation", "incident", ("incident",)),
    ("incident_relation", "other", ("other",)),
    ("external_reference", "name", ("system", "external_id")),
)

# SQLite's full-text index over `search_row`.
_FULL_TEXT = (
    "CREATE VIRTUAL TABLE search USING"
    " fts5(body, content='search_row', content_rowid='id', tokenize='trigram')",
    "CREATE TRIGGER search_row_insert AFTER INSERT ON search_row BEGIN"
    " INSERT INTO search(rowid, body) VALUES (new.id, new.body); END",
    "CREATE TRIGGER search_row_delete AFTER DELETE ON search_row BEGIN"
    " INSERT INTO search(search, rowid, body) VALUES ('delete', old.id, old.body); END",
    "CREATE TRIGGER search_row_update AFTER UPDATE ON search_row BEGIN"
    " INSERT INTO search(search, rowid, body) VALUES ('delete', old.id, old.body);"
    " INSERT INTO search(rowid, body) VALUES (new.id, new.body); END",
)


def upgrade() -> None:
    """Make all tables in an empty database."""
    make_own_tables()
    make_domain_tables()
    for table, name, columns in _INDEXES:
        op.create_index(f"ix_{table}_{name}", table, list(columns))
    op.create_index("ix_incident_number", "incident", ["day", "serial"], unique=True)
    for name, table, column, condition in (
        ("open", "incident", "id", "closed_at IS NULL AND merged_into IS NULL"),
        ("closed_at", "incident", "closed_at", "closed_at IS NOT NULL"),
        ("merged_into", "incident", "merged_into", "merged_into IS NOT NULL"),
        ("running", "call", "id", "ended_at IS NULL"),
    ):
        where = text(condition)
        op.create_index(f"ix_{table}_{name}", table, [column], sqlite_where=where, postgresql_where=where)
    if op.get_bind().dialect.name == "sqlite":
        _make_for_sqlite()
    else:
        _make_for_postgresql()


def _make_for_sqlite() -> None:
    running = text("state = 'running'")
    op.create_index("ix_assignment_one_running", "assignment", ["unit"], unique=True, sqlite_where=running)
    for statement in _FULL_TEXT:
        op.execute(statement)


def _make_for_postgresql() -> None:
    op.execute(CreateSequence(Sequence("act_sequence")))
    op.create_index(
        "ix_search_row_body",
        "search_row",
        ["body"],
        postgresql_using="gin",
        postgresql_ops={"body": "gin_trgm_ops"},
    )
    op.create_exclude_constraint(
        "ex_assignment_one_running",
        "assignment",
        ("unit", "="),
        using="btree",
        where=text("state = 'running'"),
        deferrable=True,
        initially="DEFERRED",
    )
