from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, TextClause
from sqlalchemy.schema import Column, ExecutableDDLElement, SchemaItem

def add_column(table_name: str, column: Column[object]) -> None: ...
def create_exclude_constraint(
    constraint_name: str,
    table_name: str,
    *elements: tuple[str, str],
    where: TextClause,
    using: str,
    deferrable: bool,
    initially: str,
) -> None: ...
def create_index(
    index_name: str,
    table_name: str,
    columns: Sequence[str],
    *,
    unique: bool = ...,
    sqlite_where: TextClause | None = ...,
    postgresql_where: TextClause | None = ...,
    postgresql_using: str = ...,
    postgresql_ops: Mapping[str, str] = ...,
) -> None: ...
def create_table(table_name: str, *columns: SchemaItem) -> None: ...
def drop_index(index_name: str, table_name: str) -> None: ...
def drop_table(table_name: str) -> None: ...
def execute(sqltext: str | ExecutableDDLElement) -> None: ...
def get_bind() -> Connection: ...
def rename_table(old_table_name: str, new_table_name: str) -> None: ...
