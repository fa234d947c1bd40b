"""Reminders, and messages between desks."""

from alembic import op
from sqlalchemy import text as sql

from desktop.store.migrations.columns import acts, moment, text, uuid

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add tables; nothing that was there changes."""
    op.create_table(
        "memo",
        uuid("id", key=True),
        text("kind"),
        uuid("incident", null=True, ref="incident.id"),
        text("recipient", 64, null=True),
        moment("made_at", null=True),
        text("made_by", null=True),
        moment("due_at", null=True),
        text("state"),
        moment("ended_at", null=True),
        text("ended_by", null=True),
        *acts("due", "state"),
    )
    op.create_table(
        "memo_private",
        uuid("id", key=True, ref="memo.id"),
        text("text", null=True),
        moment("erased_at", null=True),
        *acts("text", "erasure"),
    )
    op.create_table(
        "memo_read",
        uuid("id", key=True),
        uuid("memo", ref="memo.id"),
        text("operator", null=True),
        moment("read_at", null=True),
        *acts(),
    )
    open_ = sql("state = 'open'")
    op.create_index("ix_memo_open", "memo", ["due_at"], sqlite_where=open_, postgresql_where=open_)
    for table, column in (("memo", "made_at"), ("memo", "incident"), ("memo_read", "memo")):
        op.create_index(f"ix_{table}_{column}", table, [column])
