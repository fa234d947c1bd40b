"""The centre's roads."""

from alembic import op

from desktop.store.migrations.columns import data, moment, text, whole

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add a table; nothing that was there changes."""
    op.create_table(
        "road_graph",
        whole("number", key=True, counts=True),
        moment("at"),
        text("by", 64),
        text("file", 200),
        text("digest", 64),
        whole("nodes"),
        whole("edges"),
        data("body"),
    )
