"""What the domain says about tables, kinds and moves, as rows for the server's own `submit`."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.domain import acts, form, kinds
from desktop.domain.acts import Source, encode_value
from desktop.domain.calling_back import KEPT_FROM_YESTERDAY, LOST, UNREACHED
from desktop.domain.cards import CARD_FORM, DIGEST_FORM
from desktop.domain.clock import CLOCK_ID, FIRST_MOMENT, LAST_MOMENT
from desktop.domain.disclosure import CONTACT_READERS, READER_ROLES, RESTRICTED_READERS
from desktop.domain.distance import METRES_A_DEGREE
from desktop.domain.guards_warnings import EXCUSED
from desktop.domain.hospitals import FULL_AT_MOST
from desktop.domain.ids import CODE_FORM, INTEGERS, UUID_FORM
from desktop.domain.incidents import ALIAS_FORM
from desktop.domain.records import Column, Kind, Table
from desktop.domain.reference import Role
from desktop.domain.referrals import REFERRAL_MOVES, RUNNING
from desktop.domain.registry import KINDS
from desktop.domain.schema import SIDE_TABLES, SUBJECT_TABLES, TABLES
from desktop.domain.shifts import HANDOVER_LASTS
from desktop.domain.units import BUSY, FREE, MOVES, STAMP_ORDER
from desktop.domain.warnings import PLACE_WORDS, RADIUS
from desktop.store import migrations

CHANNEL = "kulkul_act"
"""The channel on which an act's id is told to those who listen."""

ACTS_A_MINUTE = 1200
"""Acts of one login in a minute; more are refused as `too_many` (our bound). What waits to be delivered after
an outage is sent again a little later."""

LARGE_ACTS_A_MINUTE = 100
"""Acts of one login in a minute, of one kind that may be larger than others (our bound: no more bytes of
hand-overs than of small acts).
"""

Rows = list[dict[str, Any]]


def meta_rows() -> Mapping[str, Rows]:
    """The rows of every meta table (see sql/10_meta.sql) by the table's name."""
    return {
        "meta_setting": [{"name": name, "value": value} for name, value in _settings().items()],
        "meta_table": [_table(place, table) for place, table in enumerate(TABLES.values())],
        "meta_column": [
            _column(table, place, column)
            for table in TABLES.values()
            for place, column in enumerate(table.columns)
        ],
        "meta_group": [
            {"table_name": table.name, "name": group, "position": place}
            for table in TABLES.values()
            for place, group in enumerate(table.groups)
        ],
        "meta_kind": [
            {
                "name": kind.name,
                "roles": sorted(kind.roles),
                "note": kind.note.value,
                "max_size": kind.size,
                "guards": list(kind.guards),
            }
            for kind in KINDS.values()
        ],
        "meta_allowed": list(_allowed()),
        "meta_move": [
            {"what": what, "before": before, "after": after}
            for what, moves in (("unit", MOVES), ("referral", REFERRAL_MOVES))
            for before, afters in moves.items()
            for after in sorted(afters)
        ],
        "meta_state": [
            *({"what": "unit", "name": one, "busy": one in BUSY, "free": one in FREE} for one in MOVES),
            *(
                {"what": "referral", "name": one, "busy": one in RUNNING, "free": False}
                for one in REFERRAL_MOVES
            ),
        ],
    }


def _settings() -> Mapping[str, Any]:
    limit = form.NUMBER_LIMIT
    return {
        "format": acts.FORMAT,
        "sources": [source.value for source in Source],
        "note_limit": acts.NOTE_LIMIT,
        "claim_limit": form.CLAIM_LIMIT,
        "blanks": acts.BLANKS,
        "date_form": acts.DATE_FORM,
        "time_form": acts.TIME_FORM,
        "uuid_form": f"^{UUID_FORM}$",
        "alias_form": f"^({ALIAS_FORM})$",
        "card_form": f"^{CARD_FORM}$",
        "digest_form": f"^{DIGEST_FORM}$",
        "first_moment": FIRST_MOMENT.isoformat(),
        "last_moment": LAST_MOMENT.isoformat(),
        "deep_path": f'strict $.**{{{form.DEPTH_LIMIT}}} ? (@.type() == "object" || @.type() == "array")',
        "number_path": f'strict $.** ? (@.type() == "number" && (@ > {limit} || @ < {-limit}))',
        "earliest": f"{kinds.EARLIEST.total_seconds()} seconds",
        "latest": f"{kinds.LATEST.total_seconds()} seconds",
        "full_at_most": f"{FULL_AT_MOST.total_seconds()} seconds",
        "stamp_order": list(STAMP_ORDER),
        "clock_id": CLOCK_ID,
        "channel": CHANNEL,
        "acts_a_minute": ACTS_A_MINUTE,
        "large_acts_a_minute": LARGE_ACTS_A_MINUTE,
        "act_size": kinds.ACT_SIZE,
        "roles": [role.value for role in Role],
        "schemas_served": list(migrations.SERVED),
        "restricted_roles": sorted(role.value for role in RESTRICTED_READERS),
        "reader_roles": sorted(role.value for role in READER_ROLES),
        "contact_roles": sorted(role.value for role in CONTACT_READERS),
        "place_words": dict(PLACE_WORDS),
        "metres_a_degree": METRES_A_DEGREE,
        "place_radius": RADIUS,
        "lost_types": list(LOST),
        "lost_kept": f"{KEPT_FROM_YESTERDAY.total_seconds()} seconds",
        "unreached_types": list(UNREACHED),
        "handover_lasts": f"{HANDOVER_LASTS.total_seconds()} seconds",
        "excused": {name: sorted(source.value for source in of) for name, of in EXCUSED.items()},
    }


def _table(place: int, table: Table) -> dict[str, Any]:
    is_uuid = table.id_kind is Kind.UUID
    return {
        "name": table.name,
        "position": place,
        "id_type": "uuid" if is_uuid else "varchar",
        "id_form": f"^{UUID_FORM if is_uuid else CODE_FORM}$",
        "personal": table.personal,
        "parent": SIDE_TABLES.get(table.name),
        "lock_order": SUBJECT_TABLES.index(table.name) if table.name in SUBJECT_TABLES else None,
        "subject_columns": [column.name for column in table.columns if column.subject],
        "subject_refs": {column.name: column.ref for column in table.columns if column.subject},
        "defaults": {column.name: _default(column) for column in table.columns},
    }


def _default(column: Column) -> Any:
    """A UUID has no default: kinds that insert such rows need it from the act."""
    return None if column.kind is Kind.UUID else encode_value(column.default)


def _column(table: Table, place: int, column: Column) -> dict[str, Any]:
    low, high = column.low, column.high
    if column.kind is Kind.INTEGER and low is None:
        low, high = INTEGERS
    return {
        "table_name": table.name,
        "name": column.name,
        "position": place,
        "kind": column.kind.value,
        "group_name": column.group,
        "nullable": column.nullable,
        "max_length": column.limit,
        "choices": [choice.value for choice in column.choices] or None,
        "low": low,
        "high": high,
        "ref": column.ref,
        "subject": column.subject,
    }


def _allowed() -> Iterator[dict[str, Any]]:
    for kind in KINDS.values():
        for place, allowed in enumerate(kind.allows):
            yield {
                "kind": kind.name,
                "position": place,
                "table_name": allowed.table,
                "op": allowed.op.value,
                "fields": list(allowed.fields),
                "needed": list(allowed.needed),
                "stamps": list(allowed.stamps),
                "fixed": {name: encode_value(value) for name, value in allowed.fixed.items()},
                "authored": list(allowed.authored),
                "at_least": allowed.at_least,
                "at_most": allowed.at_most,
            }
