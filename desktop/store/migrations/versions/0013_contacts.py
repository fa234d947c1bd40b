"""The phone book, and who was telephoned."""

from alembic import op

from desktop.store.migrations.columns import acts, moment, text, truth, uuid, whole

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add tables; nothing that was there changes."""
    op.create_table(
        "contact",
        text("id", 64, key=True),
        text("name"),
        text("contact_kind"),
        text("agency", null=True, ref="agency.id"),
        text("place"),
        text("numbers"),
        text("hours", 100),
        text("note"),
        whole("step"),
        whole("rank"),
        truth("listed"),
        *acts("reference"),
    )
    op.create_table(
        "contact_private",
        text("id", 64, key=True, ref="contact.id"),
        text("person", 200, null=True),
        text("numbers", null=True),
        moment("erased_at", null=True),
        *acts("person", "erasure"),
    )
    op.create_table(
        "contact_try",
        uuid("id", key=True),
        text("contact", ref="contact.id"),
        uuid("incident", null=True, ref="incident.id"),
        whole("number"),
        text("result"),
        moment("tried_at", null=True),
        text("operator", null=True),
        *acts(),
    )
    op.create_index("ix_contact_try_incident", "contact_try", ["incident"])
