"""Let somebody sign in at a centre."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.reference import Role
from desktop.runtime import terminal
from desktop.runtime.centres import NewOperator, add_operators
from desktop.runtime.opening import look_into
from desktop.runtime.settings import Settings
from desktop.store.problems import StoreError

translate = QCoreApplication.translate


def run(settings: Settings, login: str, name: str, role: list[str]) -> int:
    """Make an account. In a training centre it has no password."""
    facts = look_into(settings.database_file)
    if any(one.login == login for one in facts.operators):
        raise StoreError("exists", login)
    password = None if facts.centre.training else terminal.password(login, "KULKUL_OPERATOR_PASSWORD")
    operator = NewOperator(login, name, frozenset(map(Role, role)), password)
    add_operators(settings.database_file, [operator])
    done = translate("Centre", "{name} can sign in at {centre} as {login}: {roles}")
    roles = ", ".join(sorted(operator.roles))
    terminal.say(done.format(name=name, centre=facts.centre.name, login=login, roles=roles))
    return terminal.DONE
