"""Warnings of places, calling back, how long a silence was, and a city's rules."""

from alembic import op
from sqlalchemy import text as sql

from desktop.store.migrations.columns import acts, moment, real, text, truth, uuid, whole

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add tables; nothing that was there changes."""
    _make_tables_of_calls()
    _make_tables_of_warnings()
    _make_indexes()


def _make_tables_of_calls() -> None:
    op.create_table("city_rule", text("id", 64, key=True), whole("number"), *acts("reference"))
    op.create_table(
        "call_back",
        uuid("id", key=True),
        uuid("call", ref="call.id"),
        uuid("by_call", null=True, ref="call.id"),
        text("operator", null=True),
        moment("begun_at", null=True),
        *acts(),
    )
    op.create_table(
        "silence",
        uuid("id", key=True),
        uuid("call", ref="call.id"),
        whole("seconds"),
        *acts(),
    )


def _make_tables_of_warnings() -> None:
    op.create_table(
        "place_warning",
        uuid("id", key=True),
        text("kind"),
        truth("critical"),
        text("address", null=True),
        text("area", null=True, ref="area.id"),
        real("latitude", null=True),
        real("longitude", null=True),
        whole("radius"),
        moment("expires_at", null=True),
        moment("made_at", null=True),
        text("made_by", null=True),
        text("state"),
        moment("withdrawn_at", null=True),
        text("withdrawn_by", null=True),
        *acts("warning", "state"),
    )
    op.create_table(
        "place_warning_private",
        uuid("id", key=True, ref="place_warning.id"),
        text("text", null=True),
        text("source", 200, null=True),
        moment("erased_at", null=True),
        *acts("text", "erasure"),
    )
    op.create_table(
        "warning_read",
        uuid("id", key=True),
        uuid("warning", ref="place_warning.id"),
        uuid("incident", ref="incident.id"),
        uuid("read_act"),
        text("operator", null=True),
        moment("read_at", null=True),
        *acts(),
    )


def _make_indexes() -> None:
    for table, column in (
        ("call_back", "call"),
        ("call_back", "by_call"),
        ("silence", "call"),
        ("warning_read", "incident"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
    active = sql("state = 'active'")
    op.create_index(
        "ix_place_warning_active",
        "place_warning",
        ["critical"],
        sqlite_where=active,
        postgresql_where=active,
    )
