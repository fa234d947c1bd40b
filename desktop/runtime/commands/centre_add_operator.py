"""Let somebody sign in at a centre."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.domain.reference import Role
from desktop.runtime import terminal
from desktop.runtime.centres import NewOperator, add_operators
from desktop.runtime.commands import server
from desktop.runtime.opening import look_into
from desktop.runtime.settings import Settings
from desktop.store.postgres import accounts
from desktop.store.postgres.address import Address
from desktop.store.postgres.keeping import change, read_facts
from desktop.store.problems import StoreError

PASSWORD = "KULKUL_OPERATOR_PASSWORD"

translate = QCoreApplication.translate


def run(settings: Settings, login: str, name: str, role: list[str], as_login: str | None = None) -> int:
    """Make an account. In a training centre's file it has no password."""
    roles = frozenset(map(Role, role))
    if settings.on_server:
        centre = _on_server(settings, login, name, roles, as_login)
    else:
        centre = _in_file(settings, login, name, roles)
    done = translate("Centre", "{name} can sign in at {centre} as {login}: {roles}")
    shown = ", ".join(sorted(roles))
    terminal.say(done.format(name=name, centre=centre, login=login, roles=shown))
    return terminal.DONE


def _in_file(settings: Settings, login: str, name: str, roles: frozenset[Role]) -> str:
    facts = look_into(settings.database_file)
    if any(one.login == login for one in facts.operators):
        raise StoreError("exists", login)
    password = None if facts.centre.training else terminal.password(login, PASSWORD)
    add_operators(settings.database_file, [NewOperator(login, name, roles, password)])
    return facts.centre.name


def _on_server(
    settings: Settings, login: str, name: str, roles: frozenset[Role], as_login: str | None
) -> str:
    password = terminal.password(login, PASSWORD)
    task = partial(accounts.add_operator, login=login, name=name, roles=roles, password=password)

    async def add(at: Address) -> str:
        facts = await read_facts(at)
        await change(at, task)
        return facts.centre.name

    return server.carry_out(server.address(settings, as_login, server.ADMINISTRATOR), add)
