"""Which units and agencies were told of an incident in words, and which state of it."""

from alembic import op

from desktop.store.migrations.columns import acts, json, moment, text, truth, uuid

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Add a table; nothing that was there changes."""
    op.create_table(
        "told",
        uuid("id", key=True),
        uuid("incident", ref="incident.id"),
        uuid("assignment", null=True, ref="assignment.id"),
        uuid("referral", null=True, ref="referral.id"),
        text("means", null=True),
        uuid("place_told", null=True),
        uuid("category_told", null=True),
        uuid("priority_told", null=True),
        uuid("people_told", null=True),
        json("dangers", null=True),
        truth("with_number"),
        moment("told_at", null=True),
        text("told_by", null=True),
        *acts(),
    )
    for column in ("assignment", "referral"):
        op.create_index(f"ix_told_{column}", "told", [column])
