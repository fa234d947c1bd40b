"""The gazetteer: places and borders as imported, the log of imports, and places that operators keep."""

from alembic import op

from desktop.store.migrations.columns import acts, json, moment, real, text, uuid, whole

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables."""
    _make_imported()
    op.create_table(
        "gazetteer_import",
        whole("number", key=True, counts=True),
        moment("at"),
        text("by", 64),
        text("source", 64),
        text("file", 200),
        text("digest", 64),
        moment("finished_at", null=True),
        json("counts"),
    )
    _make_kept()


def _make_imported() -> None:
    op.create_table(
        "place",
        text("id", 64, key=True),
        text("name", 200),
        text("kind", 16),
        json("aliases"),
        text("area", 64, null=True),
        real("latitude", null=True),
        real("longitude", null=True),
        text("street", 200),
        text("source", 64, index=True),
    )
    op.create_table(
        "border",
        text("id", 64, key=True),
        text("name", 200),
        text("level", 16),
        text("parent", 64, null=True),
        text("city", 200),
        json("shape"),
        text("source", 64, index=True),
    )


def _make_kept() -> None:
    op.create_table(
        "kept_place",
        uuid("id", key=True),
        text("name", 200),
        text("place_kind"),
        text("aliases", 2000),
        text("area", null=True, ref="area.id"),
        real("latitude", null=True),
        real("longitude", null=True),
        text("street", 200),
        text("instead_of", 64, null=True),
        moment("kept_at", null=True),
        text("kept_by", null=True),
        moment("withdrawn_at", null=True),
        *acts("place", "withdrawal"),
    )
    op.create_index("ix_kept_place_instead_of", "kept_place", ["instead_of"])
