"""A real centre on a private server that asks for passwords, for windows and journeys."""

import asyncio
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from desktop.domain.reference import Role
from desktop.operations.packs import pack_act, pack_centre, pack_folder, read_pack
from desktop.runtime.ids import new_id
from desktop.store.postgres import accounts
from desktop.store.postgres.accounts import NewOperator
from desktop.store.postgres.engine import address_of
from desktop.store.postgres.keeping import change
from desktop.store.postgres.making import make_postgres
from tests.store.loops import apart
from tests.store.server import ADMIN, Server, administer, connect, needed, running

DATABASE = "kulkul"
ADMINISTRATOR = NewOperator("admin", "Ibu Ketut", "sandi administrator")
PASSWORD = "kunci gerbang 7"


@dataclass(frozen=True)
class ServerCentre:
    """A centre of Denpasar, and its server."""

    server: Server

    @property
    def url(self) -> str:
        """As it stands in a workstation's settings."""
        return address_of(self.server.url(DATABASE)).signed_in(None, None).url

    def hire(self, login: str, name: str, roles: Collection[Role], password: str = PASSWORD) -> None:
        """Make an operator, as the administrator does."""
        self._keep(partial(accounts.add_operator, login=login, name=name, roles=roles, password=password))

    def dismiss(self, login: str) -> None:
        """Remove an operator."""
        self._keep(partial(accounts.remove_operator, login=login))

    def give_roles(self, login: str, roles: Collection[Role]) -> None:
        """Give an operator other roles."""
        self._keep(partial(accounts.set_roles, login=login, roles=roles))

    def give_password(self, login: str, password: str) -> None:
        """Give an operator another password."""
        self._keep(partial(accounts.reset_password, login=login, password=password))

    def do(self, *statements: str) -> None:
        """Do something as the superuser."""
        apart(administer(self.server, DATABASE, *statements))

    def ask(self, query: str) -> list[tuple[object, ...]]:
        """Read something as the superuser."""

        async def read() -> list[tuple[object, ...]]:
            connection = await connect(self.server, DATABASE)
            try:
                return [tuple(one) for one in await connection.fetch(query)]
            finally:
                await connection.close()

        return apart(read())

    def end_connections(self, login: str) -> None:
        """End what a login has open, as a network does."""
        self.do(f"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{login}'")

    def _keep(self, task: "partial[None]") -> None:
        address = address_of(self.url).signed_in(ADMINISTRATOR.login, ADMINISTRATOR.password)
        apart(change(address, task))


@contextmanager
def server_centre() -> Iterator[ServerCentre]:
    """A centre on a server of its own. Skips where no server is installed."""
    with running(needed(), prepare=_let_none_in_without_password) as server:
        apart(_make(server))
        yield ServerCentre(server)


def _let_none_in_without_password(data: Path) -> None:
    rules = f"local all {ADMIN} trust\nlocal all all scram-sha-256\n"
    (data / "pg_hba.conf").write_text(rules, encoding="utf-8")


async def _make(server: Server) -> None:
    await administer(server, "postgres", f"create database {DATABASE}")
    pack = await asyncio.get_running_loop().run_in_executor(None, read_pack, pack_folder("denpasar"))
    centre = pack_centre(pack, centre_id=new_id(), training=False, made_at=datetime.now(UTC))
    await make_postgres(server.url(DATABASE), centre, pack_act(pack, new_id()), ADMINISTRATOR)
