"""What was decided of question cards."""

from alembic import op

from desktop.store.migrations.columns import acts, moment, text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add a table; nothing that was there changes."""
    op.create_table(
        "card_approval",
        text("id", 64, key=True),
        text("card", 32),
        text("version", 16),
        text("state"),
        moment("decided_at", null=True),
        text("decided_by", null=True),
        *acts("approval"),
    )
