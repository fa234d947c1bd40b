"""Denpasar's training centre on a private server, with the operators of tests."""

from datetime import UTC, datetime

from desktop.domain.reference import Role
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.ids import new_id
from desktop.store.postgres.making import make_postgres
from tests.store.server import Server, connect
from tests.ui.driver import OPERATORS


async def furnish(server: Server) -> None:
    """Make the centre in a database `centre`."""
    connection = await connect(server, "postgres")
    await connection.execute("create database centre")
    await connection.close()
    pack = read_pack(pack_folder("denpasar"))
    centre = pack_centre(pack, centre_id=new_id(), training=True, made_at=datetime.now(UTC))
    await make_postgres(server.url("centre"), centre, pack_act(pack, new_id()))
    connection = await connect(server, "centre")
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
    await connection.close()
