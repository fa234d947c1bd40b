"""By which guards an act passed only for what it claims of how it came to be written."""

from alembic import op

from desktop.store.migrations.columns import json

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Add a column that may be empty; nobody knows it of what was there."""
    op.add_column("act", json("excused", null=True))
