"""Revision 0001: the house's own tables."""

from alembic import op
from sqlalchemy import UniqueConstraint

from desktop.store.migrations.columns import (
    big,
    data,
    day,
    json,
    moment,
    text,
    truth,
    uuid,
    whole,
    words,
)


def make_own_tables() -> None:
    """The centre, its operators, the journal, and what belongs to them."""
    op.create_table(
        "access_log",
        uuid("id", key=True),
        moment("at", index=True),
        text("operator", 64),
        text("what", 40),
        text("subject", 200),
        uuid("call", null=True),
        UniqueConstraint("call", "what", "subject"),
    )
    op.create_table(
        "act",
        uuid("id", key=True),
        big("sequence"),
        text("kind", 64),
        whole("format"),
        text("source", 16),
        text("author", 64),
        text("claimed_by", 64, null=True),
        moment("occurred_at", null=True),
        moment("recorded_at"),
        json("changes"),
        json("before"),
        json("numbers"),
        data("digest"),
        UniqueConstraint("sequence"),
    )
    op.create_table(
        "centre",
        uuid("id", key=True),
        text("city", 64),
        text("name", 200),
        text("letters", 2),
        text("zone_name", 64),
        text("area_code", 8),
        text("local_number", 40, null=True),
        truth("training"),
        whole("epoch"),
        moment("made_at"),
    )
    op.create_table(
        "operator",
        text("login", 64, key=True),
        text("name", 200),
        json("roles"),
        text("password_hash", 300, null=True),
        moment("made_at"),
        moment("removed_at", null=True),
    )
    op.create_table(
        "search_row",
        big("id", key=True, counts=True),
        text("table_name", 40),
        text("row_id", 64),
        moment("at", null=True),
        words("body"),
        UniqueConstraint("table_name", "row_id"),
    )
    op.create_table(
        "secret",
        text("name", 40, key=True),
        data("value"),
    )
    op.create_table(
        "serial",
        day("day", key=True),
        whole("last"),
    )
    op.create_table(
        "workstation",
        uuid("id", key=True),
        whole("number"),
        moment("made_at"),
        UniqueConstraint("number"),
    )
    op.create_table(
        "act_private",
        uuid("act", key=True, ref="act.id", deferred=False),
        words("note", null=True),
        json("changes"),
        json("before"),
        moment("erased_at", null=True),
    )
    op.create_table(
        "act_subject",
        uuid("act", key=True, ref="act.id", deferred=False),
        text("table_name", 40, key=True),
        text("row_id", 64, key=True),
    )
