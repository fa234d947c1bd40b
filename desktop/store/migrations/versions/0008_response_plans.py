"""Response plans, and what was recommended when units were sent."""

from alembic import op

from desktop.store.migrations.columns import acts, json, text, uuid, whole

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add tables; nothing that was there changes."""
    op.create_table(
        "response_plan",
        text("id", 64, key=True),
        text("category", ref="category.id"),
        text("priority", null=True),
        text("area", null=True, ref="area.id"),
        whole("level"),
        text("needs"),
        text("tell"),
        whole("minutes"),
        text("source"),
        *acts("reference"),
    )
    op.create_table(
        "recommendation",
        uuid("id", key=True),
        uuid("incident", ref="incident.id"),
        json("picks", null=True),
        *acts(),
    )
