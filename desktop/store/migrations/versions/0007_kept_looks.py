"""When, and by whom, a look is said to have been made that is told after an outage."""

from alembic import op
from sqlalchemy import UniqueConstraint

from desktop.store.migrations.columns import moment, text, uuid

revision = "0007"
down_revision = "0006"

_WERE = "id, at, operator, what, subject, call"


def upgrade() -> None:
    """Add columns to the log of looks."""
    if op.get_bind().dialect.name != "sqlite":
        op.add_column("access_log", moment("claimed_at", null=True))
        op.add_column("access_log", text("claimed_by", 64, null=True))
        return
    # A column that is added there stands in another way than in a new table.
    op.drop_index("ix_access_log_at", "access_log")
    op.rename_table("access_log", "access_log_before")
    op.create_table(
        "access_log",
        uuid("id", key=True),
        moment("at", index=True),
        text("operator", 64),
        text("what", 40),
        text("subject", 200),
        uuid("call", null=True),
        moment("claimed_at", null=True),
        text("claimed_by", 64, null=True),
        UniqueConstraint("call", "what", "subject"),
    )
    op.execute(f"INSERT INTO access_log ({_WERE}) SELECT {_WERE} FROM access_log_before")
    op.drop_table("access_log_before")
