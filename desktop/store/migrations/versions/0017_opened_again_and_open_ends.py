"""Since when a reopened incident needs anew what was there before, and hospitals full without a known end."""

from alembic import op

from desktop.store.migrations.columns import moment, truth

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add columns that may be empty; nothing that was there changes."""
    op.add_column("incident", moment("reopened_at", null=True))
    op.add_column("hospital_state", truth("open_end", null=True))
