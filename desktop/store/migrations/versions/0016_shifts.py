"""Shifts, crews on duty and hand-overs."""

from alembic import op

from desktop.store.migrations.columns import acts, json, moment, text, truth, uuid, whole

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Add tables, and columns to units; nothing that was there changes."""
    op.add_column("unit", text("shift", 64, null=True))
    op.add_column("unit", moment("duty_since", null=True))
    op.create_table(
        "shift",
        text("id", 64, key=True),
        text("name", 40),
        text("begins", 5),
        text("ends", 5),
        whole("people"),
        text("source"),
        whole("rank"),
        *acts("reference"),
    )
    op.create_table(
        "crew_sign",
        uuid("id", key=True),
        text("unit", ref="unit.id"),
        truth("on_duty"),
        text("shift", null=True, ref="shift.id"),
        whole("head_count"),
        moment("signed_at", null=True),
        text("signed_by", null=True),
        *acts(),
    )
    op.create_index("ix_crew_sign_unit_signed_at", "crew_sign", ["unit", "signed_at"])
    op.create_table(
        "crew_sign_private",
        uuid("id", key=True, ref="crew_sign.id"),
        text("names", null=True),
        moment("erased_at", null=True),
        *acts("names", "erasure"),
    )
    _hand_over()


def _hand_over() -> None:
    op.create_table(
        "handover",
        uuid("id", key=True),
        text("shift", null=True, ref="shift.id"),
        moment("given_at", null=True),
        text("given_by", null=True),
        moment("taken_at", null=True),
        text("taken_by", null=True),
        *acts("taking"),
    )
    op.create_index("ix_handover_given_at", "handover", ["given_at"])
    op.create_table(
        "handover_private",
        uuid("id", key=True, ref="handover.id"),
        json("page", null=True),
        text("watch", 8000, null=True),
        moment("erased_at", null=True),
        *acts("page", "erasure"),
    )
