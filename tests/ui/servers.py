"""Denpasar's training centre on the session's server, with the operators of tests."""

from datetime import UTC, datetime
from functools import cache

from desktop.domain.reference import Role
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.ids import new_id
from desktop.store.postgres.install import prepare_server
from desktop.store.postgres.making import make_postgres
from tests.store.loops import apart
from tests.store.server import Server, administer, connect, drop_one
from tests.ui.driver import OPERATORS

DATABASE = "centre"
TEMPLATE = "denpasar_template"


def furnish(server: Server) -> None:
    """Make the centre in a database `centre`: a copy of one made when the first was asked for."""
    _make_template(server)
    apart(_copy_template(server))


def clear(server: Server) -> None:
    """Take the centre away again."""
    apart(drop_one(server, DATABASE))


async def _copy_template(server: Server) -> None:
    await administer(server, "postgres", f"create database {DATABASE} template {TEMPLATE}")
    connection = await connect(server, DATABASE)
    try:
        await prepare_server(connection)  # a copy has not its template's own grants
    finally:
        await connection.close()


@cache
def _make_template(server: Server) -> None:
    apart(_make(server))


async def _make(server: Server) -> None:
    await administer(server, "postgres", f"create database {TEMPLATE}")
    pack = read_pack(pack_folder("denpasar"))
    centre = pack_centre(pack, centre_id=new_id(), training=True, made_at=datetime.now(UTC))
    await make_postgres(server.url(TEMPLATE), centre, pack_act(pack, new_id()))
    connection = await connect(server, TEMPLATE)
    try:
        for login, name in OPERATORS.items():
            await connection.execute(f"create role {login} login in role kulkul_operator")
            await connection.execute(f"alter role {login} set search_path = kulkul_desk, kulkul")
            await connection.execute(
                "insert into kulkul.operator (login, name, roles, made_at)"
                " values ($1, $2, to_jsonb($3::text[]), now())",
                login,
                name,
                sorted(Role),
            )
    finally:
        await connection.close()
