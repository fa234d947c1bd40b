"""What was answered to alarms."""

from alembic import op

from desktop.store.migrations.columns import acts, moment, text, uuid, whole

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add a table; nothing that was there changes."""
    op.create_table(
        "alarm_answer",
        text("id", 64, key=True),
        text("kind", 20),
        text("about", 43),
        uuid("incident", null=True, ref="incident.id"),
        text("unit", null=True, ref="unit.id"),
        whole("stage"),
        text("taken_by", null=True),
        moment("taken_at", null=True),
        moment("well_at", null=True),
        *acts("taking", "welfare"),
    )
    for column in ("taken_at", "well_at"):
        op.create_index(f"ix_alarm_answer_{column}", "alarm_answer", [column])
