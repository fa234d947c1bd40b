"""Putting the schema and its code on a server: by a superuser, in one transaction."""

import json
from importlib.resources import files
from typing import Any

from asyncpg import Connection
from sqlalchemy import create_mock_engine

from desktop.store import migrations
from desktop.store.postgres.meta import meta_rows
from desktop.store.postgres.views import DESK, view_statements
from desktop.store.tables import metadata

SCHEMA = "kulkul"
OWNER = "kulkul_owner"
OPERATORS = "kulkul_operator"
ACCOUNTS = "kulkul_accounts"

_DROP_CODE = f"""
do $$
declare
    old regprocedure;
    tab regclass;
begin
    for old in
        select p.oid from pg_proc p where p.pronamespace = '{SCHEMA}'::regnamespace
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    loop
        execute format('drop function if exists %s cascade', old);
    end loop;
    for tab in
        select c.oid from pg_class c where c.relnamespace = '{SCHEMA}'::regnamespace
            and c.relkind = 'r' and c.relname like 'meta\\_%'
    loop
        execute format('drop table %s cascade', tab);
    end loop;
    drop type if exists {SCHEMA}.subject;
    for tab in
        select c.oid from pg_class c where c.relnamespace = '{DESK}'::regnamespace and c.relkind = 'v'
    loop
        execute format('drop view %s', tab);
    end loop;
end
$$
"""

_GIVE_LOGINS = f"""
reset role;
do $$
declare
    made regprocedure;
begin
    for made in
        select p.oid from pg_proc p
        where p.pronamespace = '{SCHEMA}'::regnamespace and p.proname like 'login\\_%'
    loop
        execute format('alter function %s owner to {ACCOUNTS}', made);
        execute format('revoke all on function %s from public', made);
        execute format('grant execute on function %s to {OWNER}', made);
    end loop;
end
$$;
set local role {OWNER};
"""
"""Only a superuser gives a function to an owner that nobody can become."""


def script(name: str) -> str:
    """One of the files in sql/."""
    return (files("desktop.store.postgres") / "sql" / name).read_text(encoding="utf-8")


def _code() -> list[str]:
    names = sorted(one.name for one in (files("desktop.store.postgres") / "sql").iterdir())
    return [name for name in names if name.endswith(".sql") and name >= "20"]


async def prepare_server(connection: "Connection[Any]") -> None:
    """Roles, schema, extension and what is shut to everybody."""
    await connection.execute(script("05_server.sql"))


async def become_owner(connection: "Connection[Any]") -> None:
    """From here to the end of the transaction, what is made belongs to the owner of the tables."""
    await connection.execute(f"grant usage on schema {SCHEMA}, {DESK} to {OWNER}")
    await connection.execute(f"set local role {OWNER}; set local search_path = {SCHEMA}, pg_temp")


async def make_tables(connection: "Connection[Any]") -> None:
    """All tables, as this program knows them."""
    statements: list[str] = []

    def take(statement: Any, *_parameters: Any, **_options: Any) -> None:
        statements.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine("postgresql+asyncpg://", take)
    metadata.create_all(engine, checkfirst=False)
    await connection.execute(";\n".join(statements))
    await connection.execute(migrations.MAKE_VERSION_TABLE)
    await connection.execute(f"insert into {migrations.VERSION_TABLE} values ($1)", migrations.HEAD)


async def install_code(connection: "Connection[Any]") -> None:
    """Functions, what they know of the domain, and grants: all anew, for they hold no data."""
    await connection.execute(_DROP_CODE)
    await connection.execute(script("10_meta.sql"))
    for table, rows in meta_rows().items():
        await connection.execute(
            f"insert into {table} select * from jsonb_populate_recordset(null::{table}, $1::jsonb)",
            json.dumps(rows),
        )
    for name in _code():
        await connection.execute(script(name))
    for statement in view_statements():
        await connection.execute(statement)
    await connection.execute(f"grant usage on schema {DESK} to {OPERATORS}")
    await connection.execute(f"grant select on all tables in schema {DESK} to {OPERATORS}")
    for table in meta_rows():
        await connection.execute(f"analyze {table}")
    await connection.execute(_GIVE_LOGINS)
