"""Response plans by hour and by address, their versions, and agencies that confirm that a place is safe."""

from alembic import op

from desktop.store.migrations.columns import acts, json, moment, real, text, uuid, whole

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add columns that may be empty, and a table; nothing that was there changes."""
    for column in (
        text("hours", null=True),
        text("address", null=True),
        real("latitude", null=True),
        real("longitude", null=True),
        whole("radius", null=True),
        text("confirms", null=True),
    ):
        op.add_column("response_plan", column)
    for column in (
        moment("confirmed_at", null=True),
        moment("confirmed_first", null=True),
        text("confirmed_by", null=True),
        uuid("confirmation_act", null=True),
    ):
        op.add_column("referral", column)
    op.create_table(
        "plan_version",
        uuid("id", key=True),
        text("plan", ref="response_plan.id"),
        moment("made_at", null=True),
        text("made_by", null=True),
        json("plan_values", null=True),
        text("why", null=True),
        *acts(),
    )
    op.create_index("ix_plan_version_plan", "plan_version", ["plan"])
