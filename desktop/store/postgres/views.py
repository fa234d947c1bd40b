"""The views that an operator's session reads, in a schema that comes first on its search path.

Each is called as its table, so that one query serves both databases. What tells of a restricted incident more
than its number, area and units is masked in the list of columns, never by leaving out rows: no index is lost.
"""

from collections.abc import Iterator, Mapping

from desktop.domain import schema
from desktop.store import migrations
from desktop.store.masks import MASKED
from desktop.store.tables import TABLES as DOMAIN_TABLES
from desktop.store.tables import (
    act,
    act_subject,
    border,
    centre,
    gazetteer_import,
    operator,
    place,
    road_graph,
    serial,
)

DESK = "kulkul_desk"
"""The schema of the views."""

_HIDDEN: Mapping[tuple[str, str], str] = {("act", "digest"): "''::bytea"}
"""Columns of no use to a desk, by table and name."""

_OPERATOR = ("login", "name", "roles", "removed_at")


def _columns() -> Mapping[str, tuple[str, ...]]:
    """The columns of each view by its name."""
    own = (centre, act, act_subject, serial, place, border, gazetteer_import, road_graph)
    return {
        **{
            name: tuple(column.name for column in DOMAIN_TABLES[name].columns)
            for name, table in schema.TABLES.items()
            if not table.personal
        },
        **{table.name: tuple(column.name for column in table.columns) for table in own},
        operator.name: _OPERATOR,
        migrations.VERSION_TABLE: ("version_num",),
    }


READABLE = tuple(_columns())
"""What an operator's session reads; everything else comes from functions."""


def view_statements() -> Iterator[str]:
    """The statements that make all views."""
    for name, columns in _columns().items():
        readers, masks = MASKED.get(name, ("", {}))
        shown = ", ".join(_shown(name, column, readers, masks) for column in columns)
        yield f"create view {DESK}.{name} as select {shown} from kulkul.{name} t"


def _shown(table: str, column: str, readers: str, masks: Mapping[str, str]) -> str:
    if (table, column) in _HIDDEN:
        return f"{_HIDDEN[table, column]} as {column}"
    if column in masks:
        return f'case when {readers} then t."{column}" else {masks[column]} end as "{column}"'
    return f't."{column}"'
