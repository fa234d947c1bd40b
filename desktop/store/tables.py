"""The tables: those of the domain, made from its records, and the house's own."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Sequence,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)
from sqlalchemy.types import TypeEngine

from desktop.domain import records, schema
from desktop.domain.records import Kind
from desktop.store.types import UtcTime, big_integer, json_type, uuid_type

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _type(kind: Kind, limit: int) -> TypeEngine[Any]:
    made: Mapping[Kind, Callable[[], TypeEngine[Any]]] = {
        Kind.TEXT: lambda: String(limit),
        Kind.INTEGER: Integer,
        Kind.REAL: Double,
        Kind.BOOLEAN: Boolean,
        Kind.TIME: UtcTime,
        Kind.DATE: Date,
        Kind.UUID: uuid_type,
        Kind.JSON: json_type,
    }
    return made[kind]()


def _reference(table: str) -> ForeignKey:
    """An act may name a row before it makes it: what it refers to is looked for at its end."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


def _domain_table(table: records.Table) -> Table:
    parent = schema.SIDE_TABLES.get(table.name)
    keys = [_reference(parent)] if parent else []
    columns: list[Column[object]] = [Column("id", _type(table.id_kind, 64), *keys, primary_key=True)]
    for one in table.columns:
        refs = [_reference(one.ref)] if one.ref else []
        columns.append(Column(one.name, _type(one.kind, one.limit), *refs, nullable=one.nullable))
    columns.extend(Column(f"{group}_act", uuid_type(), nullable=True) for group in table.groups)
    columns.append(Column("last_act", uuid_type(), nullable=False))
    return Table(table.name, metadata, *columns)


TABLES: Mapping[str, Table] = {table.name: _domain_table(table) for table in schema.TABLES.values()}
"""The domain's tables by name."""

centre = Table(
    "centre",
    metadata,
    Column("id", uuid_type(), primary_key=True),
    Column("city", String(64), nullable=False),
    Column("name", String(200), nullable=False),
    Column("letters", String(2), nullable=False),
    Column("zone_name", String(64), nullable=False),
    Column("area_code", String(8), nullable=False),
    Column("local_number", String(40)),
    Column("training", Boolean, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("made_at", UtcTime, nullable=False),
)

secret = Table(
    "secret",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
"""Keys that the database keeps for itself: `digest` remembers acts' content."""

operator = Table(
    "operator",
    metadata,
    Column("login", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("roles", json_type(), nullable=False),
    Column("password_hash", String(300)),
    Column("made_at", UtcTime, nullable=False),
    Column("removed_at", UtcTime),
)

act = Table(
    "act",
    metadata,
    Column("id", uuid_type(), primary_key=True),
    Column("sequence", big_integer(), nullable=False, unique=True),
    Column("kind", String(64), nullable=False),
    Column("format", Integer, nullable=False),
    Column("source", String(16), nullable=False),
    Column("author", String(64), nullable=False),
    Column("claimed_by", String(64)),
    Column("occurred_at", UtcTime),
    Column("recorded_at", UtcTime, nullable=False),
    Column("changes", json_type(), nullable=False),
    Column("before", json_type(), nullable=False),
    Column("numbers", json_type(), nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("excused", json_type()),
)
"""The journal. What is personal of `changes` and `before` lies in `act_private`, in the same form. `excused`:
the guards that let an act pass only because it claims to tell what was done without the desk, where there are
such.
"""

act_sequence = Sequence("act_sequence", metadata=metadata)
"""Where PostgreSQL draws `act.sequence`; SQLite counts on."""

act_private = Table(
    "act_private",
    metadata,
    Column("act", uuid_type(), ForeignKey("act.id"), primary_key=True),
    Column("note", Text),
    Column("changes", json_type(), nullable=False),
    Column("before", json_type(), nullable=False),
    Column("erased_at", UtcTime),
)

act_subject = Table(
    "act_subject",
    metadata,
    Column("act", uuid_type(), ForeignKey("act.id"), primary_key=True),
    Column("table_name", String(40), primary_key=True),
    Column("row_id", String(64), primary_key=True),
    Index("ix_act_subject_row", "table_name", "row_id"),
)

serial = Table(
    "serial",
    metadata,
    Column("day", Date, primary_key=True),
    Column("last", Integer, nullable=False),
)
"""The last serial given on each day of the city."""

workstation = Table(
    "workstation",
    metadata,
    Column("id", uuid_type(), primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("made_at", UtcTime, nullable=False),
)
"""The workstations that a server has seen, each with a small number: it is said on the radio in an outage."""

access_log = Table(
    "access_log",
    metadata,
    Column("id", uuid_type(), primary_key=True),
    Column("at", UtcTime, nullable=False, index=True),
    Column("operator", String(64), nullable=False),
    Column("what", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("call", uuid_type()),
    Column("claimed_at", UtcTime),
    Column("claimed_by", String(64)),
    UniqueConstraint("call", "what", "subject"),
)
"""Who looked at whose history: once per call, kind of look and subject. Of a look made while cut off it is
said who told it and when; the time, and who looked where a colleague told it, are claimed."""

search_row = Table(
    "search_row",
    metadata,
    Column("id", big_integer(), Identity(), primary_key=True),
    Column("table_name", String(40), nullable=False),
    Column("row_id", String(64), nullable=False),
    Column("at", UtcTime),
    Column("body", Text, nullable=False),
    UniqueConstraint("table_name", "row_id"),
    Index("ix_search_row_body", "body").ddl_if(dialect="postgresql"),
)
"""What the look-up searches: a text for each incident and call. Not written by acts, but made from them."""

place = Table(
    "place",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("aliases", json_type(), nullable=False),
    Column("area", String(64)),
    Column("latitude", Double),
    Column("longitude", Double),
    Column("street", String(200), nullable=False),
    Column("source", String(64), nullable=False, index=True),
)
"""The gazetteer as it was imported; what operators kept is in `kept_place`."""

border = Table(
    "border",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("level", String(16), nullable=False),
    Column("parent", String(64)),
    Column("city", String(200), nullable=False),
    Column("shape", json_type(), nullable=False),
    Column("source", String(64), nullable=False, index=True),
)

gazetteer_import = Table(
    "gazetteer_import",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("by", String(64), nullable=False),
    Column("source", String(64), nullable=False),
    Column("file", String(200), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("finished_at", UtcTime),
    Column("counts", json_type(), nullable=False),
)
"""The log of imports; they are no acts."""

road_graph = Table(
    "road_graph",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("by", String(64), nullable=False),
    Column("file", String(200), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("nodes", Integer, nullable=False),
    Column("edges", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""The centre's roads, packed: one row, that of the last import."""

_RUNNING = text("state = 'running'")
_OPEN = text("closed_at IS NULL AND merged_into IS NULL")
# With what is open in them, SQLite would look for it there, among all that was ever merged or closed.
_CLOSED, _MERGED = text("closed_at IS NOT NULL"), text("merged_into IS NOT NULL")
_INDEXES = (
    Index(
        "ix_assignment_one_running", TABLES["assignment"].c.unit, unique=True, sqlite_where=_RUNNING
    ).ddl_if(dialect="sqlite"),
    Index("ix_assignment_incident", TABLES["assignment"].c.incident),
    Index("ix_referral_incident", TABLES["referral"].c.incident),
    Index("ix_call_incident", TABLES["call"].c.incident),
    Index("ix_call_answered_at", TABLES["call"].c.answered_at),
    Index(
        "ix_call_running",
        TABLES["call"].c.id,
        sqlite_where=text("ended_at IS NULL"),
    ),
    Index("ix_call_private_number", TABLES["call_private"].c.number),
    Index("ix_block_call", TABLES["block"].c.call),
    Index("ix_call_back_call", TABLES["call_back"].c.call),
    Index("ix_call_back_by_call", TABLES["call_back"].c.by_call),
    Index("ix_silence_call", TABLES["silence"].c.call),
    Index("ix_contact_try_incident", TABLES["contact_try"].c.incident),
    Index("ix_warning_read_incident", TABLES["warning_read"].c.incident),
    Index("ix_told_assignment", TABLES["told"].c.assignment),
    Index("ix_told_referral", TABLES["told"].c.referral),
    Index(
        "ix_place_warning_active",
        TABLES["place_warning"].c.critical,
        sqlite_where=text("state = 'active'"),
    ),
    Index("ix_plan_version_plan", TABLES["plan_version"].c.plan),
    Index("ix_distress_open", TABLES["distress"].c.unit, sqlite_where=text("state = 'open'")),
    Index("ix_memo_open", TABLES["memo"].c.due_at, sqlite_where=text("state = 'open'")),
    Index("ix_memo_made_at", TABLES["memo"].c.made_at),
    Index("ix_memo_incident", TABLES["memo"].c.incident),
    Index("ix_memo_read_memo", TABLES["memo_read"].c.memo),
    Index("ix_alarm_answer_taken_at", TABLES["alarm_answer"].c.taken_at),
    Index("ix_alarm_answer_well_at", TABLES["alarm_answer"].c.well_at),
    Index("ix_incident_number", TABLES["incident"].c.day, TABLES["incident"].c.serial, unique=True),
    Index("ix_incident_open", TABLES["incident"].c.id, sqlite_where=_OPEN),
    Index(
        "ix_incident_closed_at",
        TABLES["incident"].c.closed_at,
        sqlite_where=_CLOSED,
    ),
    Index(
        "ix_incident_merged_into",
        TABLES["incident"].c.merged_into,
        sqlite_where=_MERGED,
    ),
    Index("ix_incident_alias_number", TABLES["incident_alias"].c.number),
    Index("ix_glass_incident", TABLES["glass"].c.incident),
    Index("ix_crew_sign_unit_signed_at", TABLES["crew_sign"].c.unit, TABLES["crew_sign"].c.signed_at),
    Index("ix_handover_given_at", TABLES["handover"].c.given_at),
    Index("ix_kept_place_instead_of", TABLES["kept_place"].c.instead_of),
    Index("ix_act_author", act.c.author, act.c.recorded_at),
    Index("ix_incident_relation_incident", TABLES["incident_relation"].c.incident),
    Index("ix_incident_relation_other", TABLES["incident_relation"].c.other),
    Index(
        "ix_external_reference_name",
        TABLES["external_reference"].c.system,
        TABLES["external_reference"].c.external_id,
    ),
)


@event.listens_for(metadata, "before_create")
def _as_on_a_server(target: MetaData, connection: Connection, **_options: object) -> None:
    """Add what only PostgreSQL knows, where its tables are made.

    SQLAlchemy imports its dialect for any of it: some 30 ms of each start of a desk at a file.
    """
    if connection.dialect.name != "postgresql":
        return
    for index in (one for table in target.tables.values() for one in table.indexes):
        index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
        if index.name == "ix_search_row_body":
            index.dialect_options["postgresql"].update(using="gin", ops={"body": "gin_trgm_ops"})
    _let_one_assignment_run(TABLES["assignment"])


def _let_one_assignment_run(assignment: Table) -> None:
    """One a unit, looked at when the act is done: in SQLite what ends is written first."""
    from sqlalchemy.dialects.postgresql import ExcludeConstraint

    name = "ex_assignment_one_running"
    if name not in {one.name for one in assignment.constraints}:
        assignment.append_constraint(
            ExcludeConstraint(
                (assignment.c.unit, "="),
                name=name,
                using="btree",
                where=_RUNNING,
                deferrable=True,
                initially="DEFERRED",
            ).ddl_if(dialect="postgresql")
        )
