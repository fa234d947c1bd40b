"""Commands on a server, as a person gives them, and what lies in its databases afterwards."""

from collections.abc import Callable

from tests.store.server import Server, connect

ADMIN, OPERATOR = "rahasia-sekali", "kata-sandi-made"
Run = Callable[..., tuple[int, str, str]]


async def execute(cluster: Server, name: str, *statements: str) -> None:
    connection = await connect(cluster, name)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def ask(cluster: Server, name: str, query: str) -> object:
    connection = await connect(cluster, name)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


def add_made(run: Run) -> None:
    words = ("centre", "add-operator", "--login", "made", "--name", "Made S.", "--role", "call_taker")
    code, said, complaints = run(*words, "--role", "dispatcher", database=ADMIN, operator=OPERATOR)
    assert (code, complaints) == (0, "")
    assert "Made S. can sign in at" in said
