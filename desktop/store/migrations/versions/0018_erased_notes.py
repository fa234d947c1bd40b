"""Notes of acts that were erased by themselves."""

from alembic import op

from desktop.store.migrations.columns import acts, moment, uuid

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Add a table; nothing that was there changes."""
    op.create_table(
        "erased_note",
        uuid("id", key=True),
        uuid("incident", null=True, ref="incident.id"),
        moment("erased_at", null=True),
        *acts(),
    )
