"""What is decided of the acts that desks still have from before a restore."""

from alembic import op

from desktop.store.migrations.columns import acts, moment, text, truth, uuid, whole

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "restore_decision",
        uuid("id", key=True),
        whole("epoch"),
        truth("deliver"),
        moment("decided_at", null=True),
        text("decided_by", null=True),
        *acts(),
    )
