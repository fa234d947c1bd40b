"""What was kept during an outage, refused, and not delivered by somebody's decision."""

from alembic import op

from desktop.store.migrations.columns import acts, moment, text, uuid

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add a table; nothing that was there changes."""
    op.create_table(
        "put_away",
        uuid("id", key=True),
        text("kind", 64),
        text("author", 64),
        text("refusal", 64, null=True),
        uuid("incident", null=True, ref="incident.id"),
        moment("decided_at", null=True),
        text("decided_by", null=True),
        *acts(),
    )
