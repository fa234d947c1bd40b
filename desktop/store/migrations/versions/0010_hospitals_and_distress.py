"""Where hospitals lie and which is full, who is brought there, and crews in distress."""

from alembic import op
from sqlalchemy import text as sql

from desktop.store.migrations.columns import acts, moment, real, text, uuid, whole

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add tables; nothing that was there changes."""
    _make_tables_of_hospitals()
    op.create_table(
        "distress",
        uuid("id", key=True),
        text("unit", ref="unit.id"),
        uuid("incident", null=True, ref="incident.id"),
        moment("raised_at", null=True),
        text("raised_by", null=True),
        moment("taken_at", null=True),
        text("taken_by", null=True),
        text("state"),
        text("ended_as", null=True),
        moment("ended_at", null=True),
        text("ended_by", null=True),
        *acts("taken", "state"),
    )
    is_open = sql("state = 'open'")
    op.create_index("ix_distress_open", "distress", ["unit"], sqlite_where=is_open, postgresql_where=is_open)


def _make_tables_of_hospitals() -> None:
    op.create_table(
        "hospital_place",
        text("id", 64, key=True),
        text("hospital", ref="hospital.id"),
        text("registry", 64, null=True),
        real("latitude", null=True),
        real("longitude", null=True),
        whole("beds", null=True),
        *acts("reference"),
    )
    op.create_table(
        "hospital_state",
        text("id", 64, key=True),
        text("hospital", ref="hospital.id"),
        moment("full_until", null=True),
        moment("said_at", null=True),
        text("said_by", null=True),
        *acts("full"),
    )
    op.create_table(
        "transport",
        uuid("id", key=True),
        uuid("assignment", ref="assignment.id"),
        text("unit", ref="unit.id"),
        uuid("incident", ref="incident.id"),
        *(whole(colour, null=True) for colour in ("red", "yellow", "green", "black")),
        text("told", null=True, ref="hospital.id"),
        moment("told_at", null=True),
        text("confirmed", null=True, ref="hospital.id"),
        moment("confirmed_at", null=True),
        moment("handed_over_at", null=True),
        moment("handed_over_first", null=True),
        *acts("incident", "patients", "told", "confirmed", "handed"),
    )
